"""Words for somebody, which stand before names in English texts: “the captain”, “her lawyer”."""

from builder.ground.expressions import expression

SOMEBODY = (
    r"(?:(?:alder|chair|congress|council|police|spokes)(?:man|woman|person)|act(?:or|ress)"
    r"|activist|advis[eo]r|aide|ambassador|analyst|architect|artist|attorney|aunt|author"
    r"|barrister|biologist|botanist|brother|captain|chemist|chief|clerk|coach|colleague"
    r"|commander|composer|councill?or|cousin|critic|daughter|defender|designer|detective"
    r"|developer|diplomat|director|doctor|driver|economist|editor|engineer|envoy|farmer|father"
    r"|founder|friend|general|geologist|goalkeeper|governor|grand(?:daughter|father|mother"
    r"|son)|historian|husband|hydrologist|journalist|judge|lawmaker|lawyer|leader|linguist"
    r"|manager|mathematician|mayor|midfielder|minister|mother|musician|neighbou?r|nephew|niece"
    r"|officer|painter|philosopher|photographer|physicist|poet|premier|president|producer"
    r"|professor|reporter|researcher|scientist|secretary|senator|singer|sister|solicitor|son"
    r"|striker|student|surgeon|teacher|uncle|widow|wife|writer)s?"
)
"""One of these in an expression, in small letters. It need not be whole: more shows a person."""
_SOMEBODY = expression(SOMEBODY)


def is_somebody(word: str) -> bool:
    """Whether a word is one of these."""
    return _SOMEBODY().fullmatch(word) is not None
