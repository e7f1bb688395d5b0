"""Asides within marks that say who speaks: « Le toit, explique Jeanne Roux, a été refait ».

French, Italian, Portuguese and Spanish papers put them there, between commas or dashes. Where a
quotation leaves one out, none of its own words is missing.
"""

from builder.ground.expressions import expression

# No verb that is one in English too, such as “assure”: there it may be what was said.
_VERBS = (
    # French
    "dit explique ajoute affirme précise poursuit raconte déclare confie souligne indique insiste "
    "rappelle reconnaît résume répond conclut témoigne regrette commente estime "
    "plaide prévient expliqué ajouté affirmé assuré précisé poursuivi raconté déclaré confié "
    "souligné indiqué insisté rappelé reconnu répondu lancé conclu témoigné commenté estimé "
    # Spanish
    "dijo dicho explica explicó explicado añade añadió añadido afirma afirmó afirmado asegura "
    "aseguró asegurado señala señaló señalado declara declaró declarado cuenta contó contado "
    "recuerda recordó recordado insiste insistió apunta apuntó reconoce reconoció concluye "
    "concluyó comenta comentó sostiene sostuvo subraya subrayó relata relató "
    # Italian
    "disse detto spiega spiegò spiegato aggiunge aggiunse aggiunto affermato sottolinea "
    "sottolineato racconta raccontato ricorda ricordato dichiara dichiarato precisa "
    # Portuguese
    "diz disse explicou afirmou acrescenta acrescentou conta contou lembra lembrou ressalta "
    "declarou garante garantiu"
).split()
_HAS = r"(?:(?:a|ont|avait|ha|han|hanno|había|aveva)\s)?"
# English throws dice, but not as a verb before a name.
_SAYS = rf"{_HAS}(?:{'|'.join(_VERBS)}|dice(?=\s(?:[A-ZÁÉÍÓÚÑ]|el\s|la\s)))\b"
# “a-t-il dit”, “explique-t-elle”: the pronoun behind it makes any verb one of saying. “Hands-on”
# is English.
_INVERTED = r"(?:[^\W\d_]+-(?:(?:t-)?(?:je|il|elle|ils|elles)|t-on)|dit-on)\b"
_WORDS = r"(?:\b(?:M|MM|Mr|Dr|Dra|Sr|Sra|Sig)\.|(?<=\w)-(?=\w)|[^.,!?;:«»“”„\"–—-]){0,160}"
_BEGIN = r"(?:[,–—]|(?<!\w)-)\s*"
_END = r"(?:[,.–—]|-(?!\w))\s*"
_ASIDE = expression(rf"{_BEGIN}(?:{_SAYS}|{_INVERTED}){_WORDS}{_END}")


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, between two pieces of a quotation, says but who speaks.

    The comma before it may be the end of the piece. One behind the speaker ends the aside: who that
    is, and what was said, look alike.
    """
    comma = start - (text[start - 1 : start] == ",")
    begin = end - len(text[comma:end].lstrip())
    return _ASIDE().fullmatch(text, begin, end) is not None


def without_asides(words: str) -> list[str]:
    """The pieces of a quotation between what says who speaks, up to the next comma or stop."""
    return [piece.rstrip() for piece in _ASIDE().split(words)]
