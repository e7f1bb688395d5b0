"""Words for somebody, which stand before names in English texts: “the captain”, “her lawyer”."""

# The list need not be whole: more shows a person.
_WORDS = frozenset(
    "activist actor actress adviser advisor aide alderman alderwoman ambassador "
    "analyst architect artist attorney aunt author barrister biologist botanist brother captain "
    "chairman chairperson chairwoman chemist chief clerk coach colleague commander composer "
    "congressman congresswoman councillor councilman councilor "
    "councilwoman cousin critic daughter defender designer detective developer diplomat director "
    "doctor driver economist editor engineer envoy farmer father founder friend general geologist "
    "goalkeeper governor granddaughter grandfather grandmother grandson historian husband "
    "hydrologist journalist judge lawmaker lawyer leader linguist manager mathematician mayor "
    "midfielder minister mother musician neighbor neighbour nephew niece officer painter "
    "philosopher photographer physicist poet policeman policewoman premier president "
    "producer professor reporter researcher scientist secretary senator singer sister solicitor "
    "son spokesman spokesperson spokeswoman striker student surgeon teacher uncle widow wife "
    "writer".split()
)
SOMEBODY = rf"(?:{'|'.join(sorted(_WORDS))})s?"
"""One of these in an expression, in small letters; or several."""


def is_somebody(word: str) -> bool:
    """Whether a word is one of these."""
    return word in _WORDS or word.removesuffix("s") in _WORDS
