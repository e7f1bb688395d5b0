"""What a study keeps in few texts comes out as it went in."""

from hypothesis import given
from hypothesis import strategies as st

from builder.ground.digests import digest
from builder.ground.text import one_form
from builder.ground.values import decoding, encoded
from builder.model.annotations import Standing
from builder.model.studies import NAME_LENGTH, Names, Naming

NAMINGS = st.builds(
    Naming,
    entry=st.integers(0, 9),
    subject=st.integers(0, 9),
    times=st.integers(1, 9),
    sentences=st.binary().map(lambda data: digest(data)[:NAME_LENGTH]),
)
LINES = st.text(min_size=1).map(one_form).filter(bool)


@given(st.lists(NAMINGS))
def test_names_in_columns_are_the_same_names(namings: list[Naming]) -> None:
    names = Names.of(namings)
    assert [*names] == [*decoding(Names)(encoded(names))] == namings


@given(st.lists(LINES), st.lists(st.tuples(LINES, LINES, LINES)))
def test_what_stands_in_lines_is_the_same(
    free: list[str], inside: list[tuple[str, str, str]]
) -> None:
    standing = Standing.of(free, inside)
    assert (standing.free, [*standing.inside]) == (free, inside)
