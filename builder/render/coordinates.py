"""A place on the globe in words of the site's language: 33.31° N, 44.37° E."""

from collections.abc import Callable

Translate = Callable[[str], str]


def wording(translate: Translate) -> Callable[[str], str]:
    """A function from `latitude,longitude` in degrees, north and east positive, to words."""

    def words(text: str) -> str:
        latitude, longitude = text.split(",")
        north = translate("%(degrees)s° N") if float(latitude) >= 0 else translate("%(degrees)s° S")
        east = translate("%(degrees)s° E") if float(longitude) >= 0 else translate("%(degrees)s° W")
        return translate(", ").join(
            half % {"degrees": angle.lstrip("-")}
            for half, angle in ((north, latitude), (east, longitude))
        )

    return words
