"""Reading front matter: from the YAML between the two lines of hyphens to its fields."""

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.slugs import fault, slugify
from builder.load.frontmatter import FIRST_LINE, stem
from builder.load.readers import Front, Markdown
from builder.load.reading import Decoded, decode_document, prose_reader
from builder.load.schema.format import shape
from builder.load.schema.forms import front_faults
from builder.load.yaml.reader import read_yaml
from builder.model.articles import FrontMatter, PageFrontMatter


def read_front(text: str, path: str, form: type[PageFrontMatter], markdown: Markdown) -> Front:
    """The front matter of the file `path`, with all that is wrong with it."""
    found = _decoded(text, path, form, markdown)
    slug, slug_faults = _slug(found, path)
    faults = found.diagnostics + slug_faults
    if found.values is None:
        return Front(None, found.origin, slug, faults)
    front = form(**found.values)
    return Front(front, found.origin, slug, faults + front_faults(front, found.origin))


def _decoded(text: str, path: str, form: type[PageFrontMatter], markdown: Markdown) -> Decoded:
    document = read_yaml(text, path, FIRST_LINE)
    reader = prose_reader(markdown, document, path, slugify(stem(path)))
    kind = "article" if form is FrontMatter else "page"
    owner = f"The front matter of this {kind}"
    holds, fence = "Front matter holds fields", Location(path, 1, 1, 3)
    return decode_document(shape(form), document, reader, owner=owner, holds=holds, place=fence)


def _slug(found: Decoded, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The slug that the front matter gives, or else the file's name; checked."""
    given = (found.values or {}).get("slug", "")
    slug = given or stem(path)
    why = fault(slug)
    if not why:
        return slug, ()
    place = found.origin.fields["slug"] if given else Location(path)
    subject = "slug" if given else "address of this file, whose name it is"
    hint = f"Write “slug: {slugify(slug) or 'some-words'}” in the front matter."
    return slug, (error("bad-id", f"“{slug}” cannot be the {subject}: {why}.", place, hint),)
