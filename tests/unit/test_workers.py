"""Work in several processes: the same results in the same order, whatever becomes of a process."""

import os

import pytest

from builder.build.processes.workers import Line, aside, spread

ITEMS = list(range(23))


def work(item: int) -> bytes:
    """A result of its own length for each item."""
    return str(item).encode() * item


@pytest.mark.parametrize("processes", [1, 2, 3, 50])
def test_results_come_in_order(processes: int) -> None:
    assert list(spread(work, ITEMS, processes)) == [work(item) for item in ITEMS]


def test_without_work_nothing_comes_back() -> None:
    assert list(spread(work, [], 2)) == []


def test_what_a_process_does_not_come_to_is_done_here() -> None:
    here = os.getpid()

    def mortal(item: int) -> bytes:
        if item == 7 and os.getpid() != here:
            os._exit(9)
        return work(item)

    assert list(spread(mortal, ITEMS, 2)) == [work(item) for item in ITEMS]


def test_a_fault_is_raised_here() -> None:
    def faulty(item: int) -> bytes:
        if item == 7:
            raise KeyError(item)
        return work(item)

    with pytest.raises(KeyError):
        list(spread(faulty, ITEMS, 2))


def test_no_process_is_left_when_nobody_wants_the_rest() -> None:
    results = spread(lambda _: str(os.getpid()).encode(), ITEMS, 2)
    processes = {int(next(results)) for _ in range(3)} - {os.getpid()}
    assert len(processes) == 2
    results.close()  # type: ignore[attr-defined]
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_another_process_answers_without_changing_this_one() -> None:
    done: list[int] = []

    def told(line: Line) -> None:
        line.say(f"{os.getpid()} {done}".encode())

    with aside(told) as line:
        done.append(1)
        result = line.hear()
    assert result is not None
    process, _, seen = result.decode().partition(" ")
    assert int(process) != os.getpid()
    assert (seen, done) == ("[]", [1])


def test_two_processes_talk_until_one_hangs_up() -> None:
    def echo(line: Line) -> None:
        while (message := line.hear()) is not None:
            line.say(message * 2)
        line.say(b"never heard")

    with aside(echo) as line:
        for message in (b"a", b"", b"x" * 1_000_000):
            line.say(message)
            assert line.hear() == message * 2


def test_work_aside_that_fails_comes_to_nothing() -> None:
    def faulty(line: Line) -> None:
        raise KeyError

    with aside(faulty) as line:
        assert line.hear() is None


def test_work_aside_is_left_where_no_process_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def scarce() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", scarce)
    with aside(lambda line: line.say(b"done")) as line:
        assert line.hear() is None


def test_no_process_is_left_aside_by_a_fault_here(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, processes = os.fork, list[int]()

    def counted() -> int:
        processes.append(fork())
        return processes[-1]

    monkeypatch.setattr(os, "fork", counted)
    with pytest.raises(KeyError), aside(lambda line: line.say(b"x" * 10_000_000)):
        raise KeyError
    (process,) = processes
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
