"""Lines that seem to be headings: one warning for an article."""

from builder.inspect.headings import unmarked_headings
from tests.project import project

RUNNING = "The firm that built it wants more, for it had been promised five million by the city."


def test_the_first_is_told_with_where_the_next_ones_stand() -> None:
    lines = ("Demands", "Revenge", "Ärger")
    text = "\n\n".join((*(f"{RUNNING}\n\n{line}" for line in lines), RUNNING))
    (told,) = unmarked_headings(project({"a.md": text}).read("a")[0].body)
    places = [told.location, *(one.location for one in told.related)]
    lengths = [len(line) for line in lines]
    assert [(one.line, one.length) for one in places] == list(
        zip((7, 11, 15), lengths, strict=True)
    )
    assert [one.message for one in told.related] == ["so does “Revenge”", "so does “Ärger”"]


def test_a_text_full_of_them_is_told_of_a_few() -> None:
    text = "\n\n".join((*(f"{RUNNING}\n\nDemands" for _ in range(50)), RUNNING))
    (told,) = unmarked_headings(project({"a.md": text}).read("a")[0].body)
    assert len(told.related) == 4
