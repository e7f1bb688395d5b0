"""From saves to builds: every save counts, none costs a build of its own, no failure ends it."""

import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builder.build.shown import Shown
from builder.preview import notices, server
from builder.preview.handlers import SiteHandler
from builder.preview.rebuilding import Unmade
from tests.preview.running import DEADLINE, Running, page, replace, running, state_of, waiting


def test_a_thousand_files_at_once_are_at_most_two_builds(site: Running) -> None:
    before = site.building.count
    site.building.gate.clear()  # the first build that is caused lasts until all are saved
    for number in range(1000):
        site.save(f"many/{number}.html", page(str(number)))
    site.building.gate.set()
    site.until("/many/999.html", "999")
    site.save("last.html", page("last"))
    site.until("/last.html", "last")
    assert site.building.count - before <= 3


def test_the_last_of_a_thousand_saves_is_shown(site: Running) -> None:
    for number in range(1000):
        site.save("index.html", page(f"Save {number}."))
    site.until("/", "Save 999.")
    assert site.building.count < 500


def test_a_save_during_a_build_is_built_after_it(site: Running) -> None:
    before = site.building.count
    site.building.gate.clear()
    site.save("index.html", page("First"))
    site.building.wait_for(before + 1)
    for number in range(5):
        site.save("index.html", page(f"Later {number}"))
    site.building.gate.set()
    site.until("/", "Later 4")


def test_requests_are_answered_while_a_build_lasts(site: Running) -> None:
    assert "Front" in site.get("/")[2].decode()
    before = site.building.count
    site.building.gate.clear()
    site.save("index.html", page("New"))
    site.building.wait_for(before + 1)
    assert "Front" in site.get("/")[2].decode()


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("error.txt", "It is <b>broken</b>."),
        ("crash.txt", "The builder stopped on a fault of its own (SystemExit)."),
    ],
)
def test_a_failure_keeps_the_last_good_pages_and_is_mended(
    site: Running, broken: str, words: str
) -> None:
    with waiting(site) as front:
        front.say(**state_of(site.get("/")[2]))
        site.save(broken, "It is <b>broken</b>.")
        site.save("index.html", page("Not yet"))
        message = front.hear() or {}
        escaped = words.replace("<", "&lt;").replace(">", "&gt;")
        assert message["command"] == "problems"
        assert escaped in message["html"]
        body = site.get("/")[2].decode()
        assert "Front" in body
        assert "<dialog open" in body
        assert escaped in body
        assert str(site.root) not in body
        (site.root / "content" / broken).unlink()
        assert (front.hear() or {})["command"] == "reload"
        body = site.get("/")[2].decode()
        assert "Not yet" in body
        assert "<dialog" not in body


def test_problems_of_the_first_build_are_shown_where_no_page_is_yet(tmp_path: Path) -> None:
    replace(tmp_path / "content" / "error.txt", b"Nothing works.")
    with running(tmp_path) as site:
        status, _, body = site.get("/")
        assert status == 404
        assert b"Nothing works." in body
        site.save("index.html", page("It works"))
        (tmp_path / "content" / "error.txt").unlink()
        site.until("/", "It works")


def test_warnings_are_told_beside_the_page(site: Running) -> None:
    site.save("warning.txt", "Mind this.")
    site.until("/", "Mind this.")
    assert "<details><summary>1 warning</summary>" in site.get("/")[2].decode()


def _rename(content: Path) -> None:
    (content / "about.html").rename(content / "renamed.html")


def _delete(content: Path) -> None:
    (content / "about.html").unlink()


def _write_in_place(content: Path) -> None:
    (content / "about.html").write_text(page("In place"))


def _with_old_times(content: Path) -> None:
    replace(content / "about.html.tmp", page("Old times").encode())
    os.utime(content / "about.html.tmp", (1, 1))
    os.replace(content / "about.html.tmp", content / "about.html")


def _with_equal_times_and_size(content: Path) -> None:
    status = (content / "about.html").stat()
    (content / "about.html").write_text(page("Abouu"))
    os.utime(content / "about.html", ns=(status.st_atime_ns, status.st_mtime_ns))


def _new_folders(content: Path) -> None:
    replace(content / "a" / "b" / "c" / "index.html", page("Deep").encode())


def _move_folder_in(content: Path) -> None:
    replace(content.parent / "elsewhere" / "index.html", page("Moved in").encode())
    (content.parent / "elsewhere").rename(content / "moved")


def _move_folder_out(content: Path) -> None:
    (content / "people").rename(content.parent / "away")


def _swap_content(content: Path) -> None:
    replace(content.parent / "next" / "index.html", page("Swapped").encode())
    content.rename(content.parent / "previous")
    (content.parent / "next").rename(content)


def _delete_content(content: Path) -> None:
    shutil.rmtree(content)


def _settings(content: Path) -> None:
    (content.parent / "site.yaml").write_text("title: New\n")


def _new_templates(content: Path) -> None:
    replace(content.parent / "templates" / "base.html", b"new")


def _loop(content: Path) -> None:
    (content / "loop").symlink_to("..")


CHANGES = [
    _rename,
    _delete,
    _write_in_place,
    _with_old_times,
    _with_equal_times_and_size,
    _new_folders,
    _move_folder_in,
    _move_folder_out,
    _swap_content,
    _delete_content,
    _settings,
    _new_templates,
    _loop,
]


@pytest.mark.parametrize("polling", [False, True], ids=["told", "looking"])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_every_kind_of_change_is_seen_and_so_is_the_next(
    root: Path, change: object, polling: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "LOOK", 0.02)
    with running(root, polling=polling) as site:
        assert callable(change)
        before = site.building.count
        change(root / "content")
        site.building.wait_for(before + 1)
        for number in range(3):
            site.save("people/next.html", page(f"Next {number}"))
            site.until("/people/next.html", f"Next {number}")


@pytest.mark.parametrize(
    "name", ["content/.about.html.swp", "content/about.html~", "content/#about.html#",
             "content/x.tmp", "output/index.html", ".cache/x/y", "content/.hidden/x.md",
             "notes.txt", ".git/index", "node_modules/x/y.md"],
)  # fmt: skip
def test_what_is_not_the_sites_causes_no_build(site: Running, name: str) -> None:
    path = site.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = site.building.count
    path.write_text("x")
    path.write_text("y")
    path.unlink()
    site.save("mark.html", page("Mark"))
    site.until("/mark.html", "Mark")
    # Only the save itself; its set of changes may come in two.
    assert site.building.count - before <= 2


def test_new_code_of_the_builders_own_ends_it_for_a_restart(root: Path) -> None:
    is_new = threading.Event()
    with running(root, outdated=is_new.is_set) as site:
        is_new.set()
        site.save("index.html", page("New"))
        ended = threading.Event()
        while not site.has_ended and not ended.wait(0.01):
            assert site.building.count < DEADLINE
    assert site.has_ended


def test_what_is_still_asked_for_when_it_ends_is_not_made(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends, is_asked, bytes_of = threading.Event(), threading.Event(), SiteHandler._bytes

    class Worker(ThreadPoolExecutor):
        def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
            super().shutdown(wait=False, cancel_futures=cancel_futures)
            site.building.gate.set()
            super().shutdown(wait=True)

    async def asked(self: SiteHandler, files: Shown, path: str) -> bytes | Unmade:
        answer = bytes_of(self, files, path)
        is_asked.set()
        return await answer

    monkeypatch.setattr(server, "ThreadPoolExecutor", Worker)
    monkeypatch.setattr(SiteHandler, "_bytes", asked)
    with running(root, outdated=ends.is_set) as site:
        before, shown = site.building.count, site.building.files
        site.building.gate.clear()
        site.save("wait.txt", "")
        site.building.wait_for(before + 1)
        site.raw(b"GET /people/ HTTP/1.1\r\nHost: localhost\r\n\r\n", ends=True)
        assert is_asked.wait(DEADLINE)
        ends.set()
        site.save("end.txt", "")
        assert site.building.gate.wait(DEADLINE)
    assert "people/index.html" not in shown.made


def test_when_it_ends_the_port_is_free(root: Path) -> None:
    from builder.preview.ports import bind

    with running(root) as site:
        port = site.port
    sockets, got = bind("127.0.0.1", port)
    for listening in sockets:
        listening.close()
    assert got == port
