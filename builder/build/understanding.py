"""From a site that was read to every page as a value, and all that is wrong.

What a build, a check, a preview and a draft share. Nothing is written here but to the memory.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from builder.build.latest import Kept
from builder.build.pictures import faults_of_pictures
from builder.build.reading import SiteRead
from builder.build.request import Request
from builder.build.study.articles import Studies, faults_of_articles, study_all
from builder.build.study.framing import SiteFrame, framed, name_of_frame
from builder.build.study.student import Student
from builder.build.withholding.drafts import without_drafts
from builder.ground.diagnostics import Diagnostic, in_order
from builder.ground.values import Value, replaced
from builder.inspect.checks import inspect
from builder.inspect.consequences import with_marks_once, without_consequences, without_shown
from builder.inspect.silence import silenced
from builder.inspect.translation import untranslated
from builder.link.anchors.sightings import Sightings, seen_in
from builder.link.linking import link
from builder.load.layout import not_read
from builder.model.annotations import Linked
from builder.model.content import Content
from builder.model.prose import Prose
from builder.model.settings import Settings
from builder.model.values import Href
from builder.pages.material import Reader
from builder.pages.page import Page
from builder.pages.plan import plan
from builder.sources.files import Sources


class Planned(Value, frozen=True):
    """The content of this build, its annotations, and every file of the site as a value.

    `reader` has the articles with their texts, `prose` any text by its digest.
    """

    content: Content
    linked: Linked
    pages: tuple[Page, ...]
    reader: Reader
    prose: Callable[[str], Prose]


class Understood(NamedTuple):
    """What was read, what it means (None where site.yaml cannot be used), and what is wrong.

    The faults stand in order, each once.
    """

    sources: Sources
    planned: Planned | None
    diagnostics: tuple[Diagnostic, ...]


def understand(site: SiteRead, request: Request, kept: Kept | None = None) -> Understood:
    """Study, link, inspect and plan what was read, as the request asks.

    `kept` is what understanding it before left in the same process.
    """
    sources, unread, readers = site
    memory, files, kept = readers.memory, sources.texts, kept or Kept()
    name = name_of_frame(files)
    frame, unclear = kept.frame.get(name, lambda: framed(files, readers, memory))
    if frame is None:
        faults = faults_of_articles(files, readers)
        return Understood(sources, None, in_order(with_marks_once((*unread, *unclear, *faults))))
    request.begin("study")
    student = Student(frame.kit, memory, readers, kept.at_hand)
    studies = study_all(student, files, request.processes)
    everything = replaced(
        frame.content,
        settings=_published_at(request.url, frame.content.settings),
        articles=studies.articles,
        unread=frame.content.unread | studies.unread | not_read((*unread, *unclear)),
    )
    request.begin("link")
    content, seen = _to_publish(everything, frame, studies, request.drafts)
    studies.shelf.put_texts(content)
    linked, unlinked = link(content, frame.kit.lexicon, frame.texts, seen)
    request.begin("inspect")
    doubtful = inspect(content, linked, _pictures(sources, unread))
    request.begin("plan")
    assets = {name: file.digest for name, file in sources.assets.items()}
    pages, misplaced = plan(content, linked, sources.media, assets, studies.reader)
    unclear = (*unclear, *studies.diagnostics)
    remarks = without_consequences((*unlinked, *doubtful), unclear, content)
    foreign = untranslated(content.settings, sources.templates)
    looked = faults_of_pictures(content, pages, sources, memory)
    said = (*without_shown(unread, content), *unclear, *remarks, *misplaced, *foreign, *looked)
    diagnostics = in_order(with_marks_once(silenced(said, everything, content.withheld)))
    memory.forget(memory.paths() - {*files, *sources.media})
    kept.at_hand.let_go(files.keys())
    planned = Planned(content, linked, pages, studies.reader, studies.shelf.prose)
    return Understood(sources, planned, diagnostics)


def _to_publish(
    everything: Content, frame: SiteFrame, studies: Studies, drafts: bool
) -> tuple[Content, Sightings]:
    """The content, without drafts unless these are wanted; and what was seen in its articles."""
    seen = seen_in(everything, studies.sightings, studies.reader.article)
    content = everything if drafts else without_drafts(everything, frame.texts, seen)
    if content is not everything:
        seen = seen_in(content, studies.sightings, studies.reader.article)
    return content, seen


def _pictures(sources: Sources, unread: Iterable[Diagnostic]) -> Mapping[str, str]:
    """The digests of the pictures by path; "" for those that were refused with an error."""
    refused = {told.location.path: "" for told in unread if told.is_error}
    return {**sources.media, **refused} if refused else sources.media


def _published_at(url: str | None, settings: Settings) -> Settings:
    """The settings, with this address where one is given."""
    return settings if url is None else replaced(settings, url=Href(url))
