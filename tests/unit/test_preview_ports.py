"""The port to listen on."""

import errno
import socket
from collections.abc import Callable

import pytest

from builder.preview import ports
from builder.preview.ports import HIGHEST, TRIES, bind
from builder.sources.troubles import Unable

Bind = Callable[..., list[socket.socket]]


def refusing(number: int, *, until: int = HIGHEST + 1) -> tuple[Bind, list[int]]:
    """A stand-in that refuses ports below `until` with this error, and the ports it was asked."""
    tried: list[int] = []

    def bind_sockets(port: int, address: str) -> list[socket.socket]:
        tried.append(port)
        if port < until:
            raise OSError(number, "refused")
        return [socket.socket()]

    return bind_sockets, tried


def test_port_0_is_any_free_port() -> None:
    sockets, port = bind("127.0.0.1", 0)
    assert port == sockets[0].getsockname()[1] > 0
    for listening in sockets:
        listening.close()


def test_behind_busy_ports_the_next_free_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in, tried = refusing(errno.EADDRINUSE, until=8003)
    monkeypatch.setattr(ports, "bind_sockets", stand_in)
    sockets, _ = bind("127.0.0.1", 8000)
    sockets[0].close()
    assert tried == [8000, 8001, 8002, 8003]


@pytest.mark.parametrize(("port", "tries"), [(8000, TRIES), (HIGHEST, 1), (HIGHEST - 1, 2)])
def test_after_some_busy_ports_the_preview_gives_up(
    monkeypatch: pytest.MonkeyPatch, port: int, tries: int
) -> None:
    stand_in, tried = refusing(errno.EADDRINUSE)
    monkeypatch.setattr(ports, "bind_sockets", stand_in)
    with pytest.raises(Unable, match="all busy"):
        bind("127.0.0.1", port)
    assert len(tried) == tries


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "ports from 1024 upward"),
        (errno.EADDRNOTAVAIL, "no address “127.0.0.1”"),
        (errno.ENOBUFS, "cannot listen on 127.0.0.1, port 80"),
    ],
)
def test_another_refusal_of_a_port_is_said_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    monkeypatch.setattr(ports, "bind_sockets", refusing(number)[0])
    with pytest.raises(Unable, match=words):
        bind("127.0.0.1", 80)
