"""The codes of all diagnostics: the one list, for `ignore`, for `explain`, docs and tests.

Each has a page in docs/diagnostics/. A code keeps its meaning for ever: sites name it in `ignore`.
"""

from collections.abc import Mapping

from builder.ground.diagnostics import Severity
from builder.ground.values import Value


class Code(Value, frozen=True):
    """How much a code weighs, and what it means, in a line."""

    severity: Severity
    meaning: str


def _error(meaning: str) -> Code:
    return Code(Severity.ERROR, meaning)


def _warning(meaning: str) -> Code:
    return Code(Severity.WARNING, meaning)


CODES: Mapping[str, Code] = {
    # Files and folders
    "bad-encoding": _error("A file is not UTF-8 text."),
    "bidi-override": _error("An invisible character makes text read otherwise than it is."),
    "control-character": _error("A character stands in a text that cannot be shown."),
    "file-too-large": _error("A file is larger than what is read."),
    "garbled-text": _warning("Characters were misread or lost before the text was saved."),
    "hard-link-refused": _error("A file has a second name elsewhere on the disk."),
    "merge-conflict": _error("A file holds both sides of a merge."),
    "misnamed-file": _error("A file has another ending than the ones that are read."),
    "name-collision": _error("Two files have names that some disks take for one."),
    "not-a-file": _error("Something in the site is no file."),
    "not-nfc": _warning("Accents are stored apart from their letters."),
    "not-utf8": _error("A template is not UTF-8 text."),
    "svg-refused": _warning("An SVG picture is not published."),
    "symlink-refused": _error("A symbolic link stands in the site."),
    "too-deep": _error("Folders are nested too deeply."),
    "too-many-faults": _error("A file has so many faults that reading it was given up."),
    "unknown-file": _error("Nothing reads a file in content/."),
    "unreadable-file": _error("A file cannot be read."),
    "unreadable-name": _error("The name of a file is not UTF-8."),
    "unused-file": _warning("A file in content/ is neither Markdown, YAML nor a picture."),
    # YAML
    "curly-quotes": _warning("Curly marks stand around a value, where they do not quote."),
    "duplicate-key": _error("A key stands twice in one mapping."),
    "yaml-cut-value": _warning("A value was cut at a “#”, which begins a comment."),
    "yaml-feature": _error("A value is an alias, an anchor or a tag to YAML."),
    "yaml-second-document": _error("A file holds a second YAML document."),
    "yaml-syntax": _error("A file cannot be read as YAML."),
    "yaml-too-deep": _error("Lists and mappings are nested too deeply."),
    # Fields and values
    "bad-alias": _error("An alias is not an address on this site."),
    "bad-colour": _error("A colour is not six hexadecimal digits."),
    "bad-coordinates": _error("Coordinates are not a longitude and a latitude."),
    "bad-date": _error("A date is not a day of the calendar, or not written as EDTF."),
    "bad-id": _error("An id or slug cannot be part of an address."),
    "bad-identifier": _warning("An id does not have the form of its catalogue."),
    "bad-language": _error("A language is not a tag of BCP 47."),
    "bad-reference": _error("A reference is not written as kind:id, or is of the wrong kind."),
    "front-matter-missing": _error("A Markdown file has no front matter."),
    "front-matter-unclosed": _error("Front matter is never closed."),
    "id-collision": _error("Two ids or slugs differ by capitals alone, or not at all."),
    "missing-field": _error("A field that must be given is absent or empty."),
    "missing-settings": _error("There is no site.yaml."),
    "refused-address": _error("An address may not become a link."),
    "unknown-choice": _error("A value is not one of the words that may stand there."),
    "unknown-code": _error("An `ignore` names a code that does not exist."),
    "unknown-key": _error("A field is not part of the format."),
    "unknown-time-zone": _error("A time zone does not exist."),
    "unused-ignore": _warning("An `ignore` silences nothing."),
    "wrong-type": _error("A value has another shape than the one that is wanted."),
    # Markdown
    "empty-heading": _warning("A heading has no words."),
    "empty-link": _warning("A link has no words."),
    "heading-level": _warning("A heading is on the wrong level, or was meant for none."),
    "heading-unmarked": _warning("A line between paragraphs seems to be a heading."),
    "html-shown": _warning("HTML in Markdown is shown as it is typed."),
    "lines-joined": _warning("Lines that may be paragraphs run into one."),
    "markup-shown": _warning("Markup that cannot be read is shown as it is typed."),
    "nested-too-deeply": _error("Lists or quotations are nested too deeply."),
    "refused-attribute": _warning("An attribute in braces is left out."),
    "repeated-definition": _warning("A footnote or a link is defined twice."),
    "shown-as-code": _warning("Text that may be none is shown as code, in which nothing links."),
    "table-cells": _error("A table row has more cells than the head has columns."),
    "text-too-intricate": _error("A text has too much markup, or too many list items or cells."),
    "text-too-long": _error("A text is longer than what is read at once."),
    "title-repeated": _warning("A text begins with the title of its article."),
    "undefined-footnote": _warning("A footnote is referred to and not defined."),
    "unused-footnote": _warning("A footnote is defined and not referred to."),
    "unused-reference": _warning("A link is defined and not used."),
    # Links and pictures
    "address-gone": _warning("A page of the site as it was before has no successor."),
    "address-taken": _error("Two pages would stand at one address."),
    "broken-anchor": _error("A link leads to a place that its page does not have."),
    "broken-link": _error("A link leads to no page of the site."),
    "draft-linked": _error("Something published leads to a draft."),
    "duplicate-id": _error("An id stands twice on a finished page."),
    "image-heavy": _warning("A picture has more bytes than readers can wait for."),
    "image-location": _warning("A picture holds the place where it was taken."),
    "image-missing": _error("The file of a picture is missing."),
    "image-unreadable": _error("The file of a picture is not a picture that can be read."),
    "image-unsized": _warning("A picture on a finished page has no width and height."),
    "missing-alt": _warning("A picture has no words for those who cannot see it."),
    "no-article": _warning("The site has no article."),
    "only-drafts": _warning("Every article is a draft."),
    "unknown-article": _error("There is no article of that slug."),
    "unknown-reference": _error("A reference leads to no entry."),
    # Names
    "acronym-late": _warning("An acronym is explained only after it was used."),
    "ambiguous-name": _warning("A name may mean several entries."),
    "crowded-names": _error("Too many names are the same, or end each other."),
    "everyday-name": _warning("A name is an everyday word, and would link everywhere."),
    "lower-case-name": _warning("A name also stands in small letters."),
    "mixed-script-name": _warning("A name mixes letters of two alphabets that look alike."),
    "name-differs": _warning("A name is written or spelt out otherwise than in its entry."),
    "undefined-acronym": _warning("An acronym is explained nowhere."),
    "unknown-person": _warning("A person is named with a title and has no entry."),
    "unused-entry": _warning("Nothing on the site names an entry."),
    "unused-name": _warning("A further name of an entry is never found."),
    # Quotations
    "cue-missing": _error("The words that introduce a quotation do not stand in its article."),
    "quote-altered": _error("A quotation differs from the article."),
    "quote-ambiguous": _error("A quotation stands in several places."),
    "quote-elided": _warning("A quotation leaves out words between two of its pieces."),
    "quote-missing": _error("A quotation does not stand in the article."),
    "quote-other-speaker": _warning("The article gives a quotation to another person."),
    "quote-repeated": _warning("Two entries have one quotation."),
    "quote-two-speakers": _warning("Two entries give a quotation to different speakers."),
    "quote-unattributed": _warning("A quotation has no speaker."),
    "quote-unclosed": _warning("A quotation mark of the article is never closed."),
    "quote-unindexed": _warning("No entry covers a quotation of the article."),
    "quote-unmarked": _warning("The article does not have a quotation between quotation marks."),
    "quote-unsupported": _warning("What stands above a text quotes words that it does not have."),
    # Events, dates and sources
    "contradicting-dates": _warning("Something ends before it can have begun."),
    "date-contradicts": _warning("The article's words for a date do not fit the date."),
    "date-not-stated": _warning("A date is called stated, and is counted from another."),
    "date-out-of-order": _warning("A passage names another day or year than its event's date."),
    "date-text-missing": _error("The words for a date stand in no passage of the event."),
    "event-after-article": _warning("An event lies after the article that tells of it."),
    "event-repeated": _warning("Two entries have one event."),
    "event-without-passage": _warning("An event that the article dates has no passage."),
    "missing-source": _warning("An entry names no source, and the site asks for one."),
    "passage-altered": _error("A passage differs from the article."),
    "passage-ambiguous": _error("A passage stands in several places."),
    "passage-missing": _error("A passage does not stand in the article."),
    "weekday-contradicts": _warning("The weekday in the article's words does not fit the date."),
    # The builder and the theme
    "accent-contrast": _warning("The accent colour is too pale; a darker one is shown."),
    "cannot-build": _error("The machine is in the way of a build."),
    "internal-error": _error("The builder stopped on a fault of its own."),
    "card-undrawable": _warning("A headline has a letter that no font of the social cards has."),
    "template-failed": _error("A template fails."),
    "template-ignored": _warning("A template holds what no page shows."),
    "untranslated-language": _warning("Words of the interface are not in the site's language."),
}
