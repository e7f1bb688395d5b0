"""The front page of several articles, and all of them by year."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from builder.ground.grouping import grouped
from builder.ground.urls import Address
from builder.model.studies import Study
from builder.pages.addresses import ARCHIVE, HOME
from builder.pages.material import Material
from builder.pages.parts import picture, standfirst
from builder.pages.site import head
from builder.pages.views.fronts import (
    ArchivePage,
    ArticleCard,
    Dated,
    FrontPage,
    Year,
    YearPage,
)
from builder.pages.views.links import Link

LATEST = 50
"""Articles on the front page; where there are more, there is a page for each year."""

Years = Mapping[str, Sequence[Study]]


def by_year(material: Material) -> Years:
    """The articles by year, the newest first; nothing where the front page has them all."""
    articles = material.content.articles
    listed = reversed(articles) if len(articles) > LATEST else ()
    return grouped((article.order[0][:4], article) for article in listed)


def front_page(material: Material, years: Years) -> FrontPage:
    """The front page of a site with several articles: the newest, and the way to the others."""
    settings = material.content.settings
    latest = reversed(material.content.articles[-LATEST:])
    return FrontPage(
        head=head(material, HOME, settings.title, settings.tagline),
        articles=tuple(_card(material, article) for article in latest),
        archive=ARCHIVE if years else Address(""),
    )


def archive_page(material: Material, years: Years) -> ArchivePage:
    """The years, and how many articles each has."""
    listed = zip(_links(years), years.values(), strict=True)
    return ArchivePage(
        head=head(material, ARCHIVE, "All articles"),
        years=tuple(Year(link, len(articles)) for link, articles in listed),
    )


def year_pages(
    material: Material, years: Years
) -> Iterator[tuple[Address, Callable[[], YearPage]]]:
    """A page for each year, with its address."""
    for year, link in zip(years, _links(years), strict=True):
        yield link.address, partial(_year, material, years, year, link)


def _year(material: Material, years: Years, year: str, link: Link) -> YearPage:
    return YearPage(
        head=head(material, link.address, year),
        year=year,
        articles=tuple(
            Dated(material.titles[a.slug], a.date, a.language, a.draft) for a in years[year]
        ),
        archive=ARCHIVE,
        years=_links(years),
    )


def _links(years: Years) -> tuple[Link, ...]:
    return tuple(Link(year, Address(f"{ARCHIVE}{year}/"), internal=True) for year in years)


def _card(material: Material, article: Study) -> ArticleCard:
    return ArticleCard(
        title=article.title,
        address=material.address(article),
        byline=article.byline,
        date=article.date,
        standfirst=standfirst(material, article),
        language=article.language,
        picture=picture(material, article.image),
        draft=article.draft,
    )
