"""Drafting: the sidecars of a site as they would be with what an article of it asks for."""

import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from builder.build.latest import Kept
from builder.build.reading import SiteRead
from builder.build.request import Request
from builder.build.understanding import Planned, understand
from builder.ground.diagnostics import Diagnostic
from builder.ground.grouping import grouped
from builder.ground.guess import proposal
from builder.model.content import Content
from builder.model.refs import KINDS
from builder.propose.drafting import (
    is_read_whole,
    proposed_names,
    proposed_passages,
    with_source,
)
from builder.propose.entries import Proposal, with_entries
from builder.render.gazetteer import gazetteer
from builder.sources.files import TextFile
from builder.sources.troubles import Refused
from builder.write.replacing import Rewrite

_KINDS = tuple(KINDS)
"""People first: they are what an editor knows best, and reads with most care."""
_WITH_DRAFTS = Request("", drafts=True)


class Drafted(NamedTuple):
    """The files to write, and the entries that are new in them, both by kind.

    `hindrances` are what must be mended first; where there are any, nothing was drafted.
    `is_whole`: people, speakers and events were looked for too, as only English is read for them.
    """

    path: str
    rewrites: tuple[Rewrite, ...]
    proposals: tuple[Proposal, ...]
    hindrances: tuple[Diagnostic, ...]
    is_whole: bool


def drafted(site: SiteRead, called: Sequence[str]) -> Drafted:
    """What an article asks for and the site does not have yet; nothing is written.

    Args:
        site: The site as it was read.
        called: What may call the article, as it was written first: the slug, the name of its file,
            or the file's path in the site.

    Raises:
        Refused: there is no such article, or its entries cannot stand at the end of a sidecar.
    """
    kept = Kept()  # the articles are understood three times, and all but one mostly alike
    _, planned, diagnostics = understand(site, _WITH_DRAFTS, kept)
    errors = tuple(one for one in diagnostics if one.is_error)
    if planned is None or errors:
        return Drafted("", (), (), errors, is_whole=False)
    slug = _slug(called, planned.content)
    path = planned.content.by_slug[slug].path
    if joined := tuple(one for one in diagnostics if _is_joined(one, path)):
        return Drafted(path, (), (), joined, is_whole=False)
    names = tuple(_names(planned, slug))
    with_names = _with(site, names)
    passages = tuple(_passages(_sound(with_names, kept), slug))
    with_all = _with(with_names, passages)
    _sound(with_all, kept)
    return Drafted(
        path,
        tuple(_rewrites(site.sources.texts, with_all.sources.texts)),
        tuple(sorted((*names, *passages), key=lambda one: _KINDS.index(one.ref.kind))),
        (),
        is_read_whole(planned.reader.article(slug), planned.content),
    )


def _is_joined(told: Diagnostic, path: str) -> bool:
    """Whether an article's paragraphs run into one: then a heading begins somebody's name."""
    return told.code == "lines-joined" and told.location.path == path


def _slug(called: Sequence[str], content: Content) -> str:
    """The slug of the article that is meant. Raises Refused where none is."""
    asked = {unicodedata.normalize("NFC", one) for one in called}  # macOS completes names in NFD
    for study in content.articles:
        if asked & {study.slug, study.path, posixpath.basename(study.path)}:
            return study.slug
    slugs = tuple(content.by_slug)
    if not slugs:
        raise Refused("There is no article in content/.", "Write one there, as Markdown.")
    hint = f"{proposal(called[0], slugs)} A new one goes into content/ first.".lstrip()
    raise Refused(f"There is no article “{called[0]}”.", hint)


def _names(planned: Planned, slug: str) -> Iterator[Proposal]:
    reader, content = planned.reader, planned.content
    article, study = reader.article(slug), content.by_slug[slug]
    places = gazetteer(study.language or content.settings.language)
    names = proposed_names(article, reader.close(slug), content, places)
    return with_source(names, study, content)


def _passages(planned: Planned, slug: str) -> Iterator[Proposal]:
    reader, content = planned.reader, planned.content
    article, close = reader.article(slug), reader.close(slug)
    passages = proposed_passages(article, close, content, planned.linked)
    return with_source(passages, content.by_slug[slug], content)


def _with(site: SiteRead, proposals: Iterable[Proposal]) -> SiteRead:
    """The site with these entries at the ends of its sidecars."""
    files, texts = site.sources.texts, dict[str, bytes]()
    for kind, entries in grouped((one.ref.kind, one) for one in proposals).items():
        path = KINDS[kind].path
        before = files[path].data.decode() if path in files else ""
        texts[path] = with_entries(before, entries).encode()
    return site.with_texts(texts)


def _sound(site: SiteRead, kept: Kept) -> Planned:
    """What a site with new entries means. Raises Refused where they give it an error."""
    _, planned, diagnostics = understand(site, _WITH_DRAFTS, kept)
    faults = [one for one in diagnostics if one.is_error]
    if planned is None or faults:
        raise Refused(
            f"No entry can be added at the end of {faults[0].location.path}: {faults[0].message}",
            "See that the file ends with an entry that begins at the edge, and no “...” or “{}”.",
        )
    return planned


def _rewrites(before: Mapping[str, TextFile], after: Mapping[str, TextFile]) -> Iterator[Rewrite]:
    """The sidecars that differ."""
    for path in (KINDS[kind].path for kind in _KINDS):
        known, file = before.get(path), after.get(path)
        if file is not None and file is not known:
            yield Rewrite(path, known.data if known else None, file.data)
