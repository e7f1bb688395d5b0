"""What a study keeps in few texts comes out as it went in."""

from hypothesis import given
from hypothesis import strategies as st

from builder.ground.digests import digest
from builder.ground.values import decoding, encoded
from builder.model.studies import NAME_LENGTH, Names, Naming

NAMINGS = st.builds(
    Naming,
    entry=st.integers(0, 9),
    subject=st.integers(0, 9),
    times=st.integers(1, 9),
    sentences=st.binary().map(lambda data: digest(data)[:NAME_LENGTH]),
)


@given(st.lists(NAMINGS))
def test_names_in_columns_are_the_same_names(namings: list[Naming]) -> None:
    names = Names.of(namings)
    assert [*names] == [*decoding(Names)(encoded(names))] == namings
