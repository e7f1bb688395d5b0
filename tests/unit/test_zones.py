"""builder.load.dates.zones: times somewhere, and in UTC."""

import pytest

from builder.load.dates.zones import local, rfc3339


@pytest.mark.parametrize(
    ("time", "zone", "expected"),
    [
        ("2020-01-07", "Asia/Tokyo", "2020-01-06T15:00:00Z"),
        ("2020-01-07", "Nowhere", "2020-01-07T00:00:00Z"),
        ("2020-01-07T10:30:00+05:45", "Asia/Tokyo", "2020-01-07T04:45:00Z"),
        ("0001-01-01", "Asia/Tokyo", "0001-01-01T00:00:00Z"),
        ("9999-12-31T23:00:00-05:00", "UTC", "9999-12-31T23:00:00Z"),
    ],
)
def test_a_time_in_utc_stays_within_the_calendar(time: str, zone: str, expected: str) -> None:
    assert rfc3339(time, zone) == expected


@pytest.mark.parametrize(
    ("time", "zone", "expected"),
    [
        ("2020-01-07", "Asia/Tokyo", "2020-01-07"),
        ("2020-01-07T10:30:00+00:00", "Asia/Tokyo", "2020-01-07T19:30:00+09:00"),
        ("1880-01-07T10:30:00+00:00", "Europe/Paris", "1880-01-07T10:45:00+00:15"),
        ("0001-01-01T00:00:00+14:00", "UTC", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_a_time_somewhere_has_whole_quarters_of_an_hour(
    time: str, zone: str, expected: str
) -> None:
    assert local(time, zone) == expected
