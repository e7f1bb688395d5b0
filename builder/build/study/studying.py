"""The study of an article: what comes of reading it closely, for the rest of the site."""

from collections.abc import Iterable

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.values import Value, name_of
from builder.inspect.examining import KnownNames, examine
from builder.inspect.references import forced
from builder.link.anchors.seeking import Sought
from builder.link.close import Reading
from builder.link.names.lexicon import Lexicon
from builder.load.articles import sort_key
from builder.load.dates.zones import rfc3339
from builder.model.annotations import Sighting
from builder.model.articles import Article
from builder.model.prose import Prose
from builder.model.studies import Opening, Study, Text, Written
from builder.pages.corrections import changed
from builder.pages.links.resolving import sources, written


class Kit(Value, frozen=True):
    """What articles are studied with.

    `lexicon`: the names that are looked for. `sought`: the words of quotations and events. `known`:
    what checks know of the site. `zone`: its time zone.
    """

    lexicon: Lexicon
    sought: Sought
    known: KnownNames
    zone: str


class Record(Value, frozen=True):
    """What came of the file of an article, and what is wrong with it.

    `study` is None where the file cannot be read; then `unread` has the slug that the article would
    have, and where that is written.
    """

    study: Study | None
    unread: tuple[str, Location] | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def claim(self) -> tuple[str, Location]:
        """The slug that the file claims, and where."""
        if self.study is None:
            assert self.unread is not None
            return self.unread
        return self.study.slug, self.study.slug_place


class Studied(Value, frozen=True):
    """What is kept at hand of an article: what came of its file, and the words seen in it."""

    record: Record
    sightings: tuple[Sighting, ...]


def study_of(
    article: Article, digest: str, reading: Reading, known: KnownNames, zone: str
) -> Study:
    """The study of an article whose file has this digest, and that was read closely."""
    front, body = article.front, reading.close.body
    date, updated = front.date, front.updated.isoformat() if front.updated else ""
    corrections = tuple((c.date.isoformat(), c.text) for c in front.corrections)
    last = changed(date, updated, (corrected for corrected, _ in corrections)) or date
    examined = examine(article, reading.close.texts, known)
    return Study(
        path=article.path,
        slug=article.slug,
        slug_place=article.at("slug"),
        digest=digest,
        title=front.title,
        byline=front.byline,
        date=date,
        updated=updated,
        changed=last,
        moment=rfc3339(last, zone),
        language=front.language,
        draft=front.draft,
        anchor=article.anchor,
        order=sort_key(article),
        aliases=tuple((old, article.at(f"aliases[{i}]")) for i, old in enumerate(front.aliases)),
        corrections=corrections,
        standfirst=_opening(front.standfirst, reading.close.texts[0]),
        image=front.image,
        image_place=article.at("image.src") if front.image else None,
        ignores=tuple((code, article.at(f"ignore[{i}]")) for i, code in enumerate(front.ignore)),
        ids=tuple(id_ for _, prose in article.texts for id_ in prose.ids),
        links=tuple(_written(article)),
        forced=tuple(found for _, prose in article.texts for found in forced(prose)),
        pictures=examined.pictures,
        met=reading.met,
        names=reading.names,
        mention_count=len(body),
        link_count=sum(mention.choice.links for mention in body),
        linked=reading.linked,
        doubts=reading.doubts,
        together=reading.together,
        standing=examined.standing,
        quoted=examined.quoted,
        mentions_digest=name_of((reading.close, name_of(reading.said))),
        gist=name_of((sort_key(article), reading.gist)),
        remarks=examined.remarks,
    )


def _opening(standfirst: Prose | None, first: Text) -> Opening | None:
    if standfirst is None:
        return None
    links = ((mark.start, mark.end, href) for mark, href in written(standfirst))
    pictures = ((atom.at, src) for atom, src in sources(standfirst))
    return Opening(standfirst.digest, first.mentions, tuple(links), tuple(pictures))


def _written(article: Article) -> Iterable[Written]:
    for _, prose in article.texts:
        for mark, href in written(prose):
            yield Written(href, prose.locate(mark.start, mark.end))
