"""Who may talk to the preview."""

import pytest

from builder.preview.access import host_allowed, hosts, is_loopback, origin_allowed

LOCAL = hosts("127.0.0.1", "desk")


@pytest.mark.parametrize(
    "header",
    [
        "127.0.0.1",
        "127.0.0.1:8000",
        "localhost:8000",
        "LocalHost:8000",
        "localhost:9",  # a forwarded port
        "[::1]:8000",
        "[::1]",
        "[0:0:0:0:0:0:0:1]:8000",
    ],
)
def test_the_own_names_are_answered(header: str) -> None:
    assert host_allowed(header, LOCAL)


@pytest.mark.parametrize(
    "header",
    [
        "",
        ":8000",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example:8000",
        "127.0.0.1.evil.example",
        "evil.example:127.0.0.1",
        "localhost:8000@evil.example",
        "evil.example@localhost",
        "localhost, evil.example",
        "localhost.",
        "sub.localhost",
        "127.0.0.2",
        "192.168.1.5:8000",
        "desk:8000",
        "localhost:80x",
        "localhost:-1",
        "localhost:８０",
        "localhost:123456",
        "localhost ",
        "[::1",
        "::1",
        "[::1]x",
        "[localhost]:8000",
        "[::2]:8000",
        "0x7f000001",
        "2130706433",
        "127.1",
        "localhost/",
        "http://localhost",
    ],
)
def test_other_names_are_not(header: str) -> None:
    assert not host_allowed(header, LOCAL)


@pytest.mark.parametrize(
    ("bound", "header", "expected"),
    [
        ("0.0.0.0", "192.168.1.5:8000", True),
        ("::", "[fe80::2]:8000", True),
        ("0.0.0.0", "desk.local:8000", True),
        ("0.0.0.0", "Desk:8000", True),
        ("0.0.0.0", "evil.example:8000", False),
        ("192.168.1.5", "192.168.1.5:8000", True),
        ("192.168.1.5", "192.168.1.6:8000", False),
        ("192.168.1.5", "localhost:8000", False),
        ("Studio", "studio:8000", True),
        ("Studio", "evil.example", False),
        ("127.0.0.9", "127.0.0.9:8000", True),
        ("localhost", "127.0.0.1:8000", True),
        ("::1", "[::1]:8000", True),
    ],
)
def test_the_list_follows_the_address_it_is_bound_to(
    bound: str, header: str, expected: bool
) -> None:
    assert host_allowed(header, hosts(bound, "desk")) is expected


@pytest.mark.parametrize(
    ("origin", "host", "expected"),
    [
        ("http://127.0.0.1:8000", "127.0.0.1:8000", True),
        ("http://LOCALHOST:8000", "localhost:8000", True),
        ("https://localhost:8000", "localhost:8000", True),  # behind a forwarding that encrypts
        ("http://[::1]:8000", "[::1]:8000", True),
        (None, "127.0.0.1:8000", False),
        ("", "127.0.0.1:8000", False),
        ("null", "127.0.0.1:8000", False),
        ("file://", "127.0.0.1:8000", False),
        ("http://evil.example", "127.0.0.1:8000", False),
        ("http://127.0.0.1:8000.evil.example", "127.0.0.1:8000", False),
        ("http://evil.example/127.0.0.1:8000", "127.0.0.1:8000", False),
        ("http://evil@127.0.0.1:8000", "127.0.0.1:8000", False),
        ("http://127.0.0.1:3000", "127.0.0.1:8000", False),  # another server on this computer
        ("http://localhost:8000", "127.0.0.1:8000", False),
        ("http://127.0.0.1", "127.0.0.1:8000", False),
        ("ws://127.0.0.1:8000", "127.0.0.1:8000", False),
        ("chrome-extension://abc", "127.0.0.1:8000", False),
        ("http://127.0.0.1:8000 http://evil.example", "127.0.0.1:8000", False),
    ],
)
def test_only_the_previews_own_pages_may_talk_to_it(
    origin: str | None, host: str, expected: bool
) -> None:
    assert origin_allowed(origin, host) is expected


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("", False),
        ("192.168.1.5", False),
        ("studio", False),
    ],
)
def test_only_addresses_of_this_computer_are_loopback(bound: str, expected: bool) -> None:
    assert is_loopback(bound) is expected
