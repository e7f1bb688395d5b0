"""A place on the globe in words of the site's language: 33.31° N, 44.37° E."""

from collections.abc import Callable

Translate = Callable[[str], str]


def wording(translate: Translate) -> Callable[[str], str]:
    """A function from `latitude,longitude` in degrees, north and east positive, to words.

    A text that is no such pair comes back as it is.
    """

    def words(text: str) -> str:
        angles = text.split(",")
        try:
            latitude, longitude = map(float, angles)
        except ValueError:
            return text
        north = translate("%(degrees)s° N") if latitude >= 0 else translate("%(degrees)s° S")
        east = translate("%(degrees)s° E") if longitude >= 0 else translate("%(degrees)s° W")
        return translate(", ").join(
            half % {"degrees": angle.lstrip("-")}
            for half, angle in zip((north, east), angles, strict=True)
        )

    return words
