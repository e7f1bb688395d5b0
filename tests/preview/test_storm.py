"""A sample of `make storm`: random requests, and a server that fails is seen."""

from __future__ import annotations

from collections import Counter

from tests.preview.running import Running
from tests.preview.storm import requests, storm, wrong


def test_no_request_is_a_server_error(site: Running) -> None:
    seen = storm(site, seed=1, count=300)
    assert wrong(seen) == []
    assert len(seen) > 5  # not all are refused for one reason
    assert sum(seen.values()) == 301


def test_the_same_seed_makes_the_same_requests() -> None:
    assert list(requests(7, 50)) == list(requests(7, 50)) != list(requests(8, 50))


def test_a_server_error_is_seen() -> None:
    assert wrong(Counter({"500": 1, "at the end": 1})) == ["500"]
    assert wrong(Counter({"200": 1})) == ["no answer at the end"]
