"""A site built in several processes has the bytes of one built in one."""

from pathlib import Path

from bench.corpus import corpus
from bench.peers import backstory
from builder.build.articles import MANY
from tests.smallsite import built, tree

CORPUS = corpus(f"{MANY + 6}x20")


def test_the_same_bytes_in_one_process_and_in_two(tmp_path: Path) -> None:
    outputs = []
    for processes in (1, 2):
        root = tmp_path / str(processes)
        backstory.lay(CORPUS, root)
        outcome = built(root, processes=processes)
        outputs.append((tree(root / "output"), outcome.diagnostics))
    assert outputs[0] == outputs[1]


def test_what_processes_found_out_is_remembered(tmp_path: Path) -> None:
    backstory.lay(CORPUS, tmp_path)
    built(tmp_path, processes=2)
    story = tmp_path / backstory.PEER.article(CORPUS)
    story.write_text(story.read_text("utf-8") + "\nOne more word.\n", "utf-8")
    summary = built(tmp_path).summary
    assert summary is not None
    assert summary.written < 10
