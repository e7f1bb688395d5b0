"""`make reproduce`: the same site under ever other conditions; one hash, or the row that differs.

    python -m tests.reproduce [--pythons DIR]

The sample site under every condition, and a site of many articles in one process and in several.
A hash is over the path, the permissions and the bytes of every file, the marker's too. With
`--pythons`, every Python of 3.11 or newer that is found here is given an environment of its own in
that folder, with the libraries of requirements.lock.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.corpus import corpus
from bench.peers.backstory import lay
from tests.cli.test_same_bytes import BUILD, copied
from tests.smallsite import ROOT, tree

USUAL = ("022", "sorted", "0")
# A build that may use so many processors, whatever the machine has, and begins so many processes.
SPREAD = """
import os, sys
processors, expected = map(int, sys.argv[1:])
os.sched_getaffinity = lambda _: range(processors)
begun = []
sys.addaudithook(lambda event, _: begun.append(event) if event == "os.fork" else None)
from builder.commands.cli import run
code = run(["build"])
sys.exit(code or len(begun) != expected and f"{len(begun)} processes were begun")
"""
MANY = "70x10"
"""A site of as many articles and entries: more articles than one process studies by itself."""
# What the builder says is not what is compared: it may be said in any locale.
SURROUNDINGS = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
LOCK = ROOT / "requirements.lock"
Prepare = Callable[[Path], Path]


class Case(NamedTuple):
    """A condition: how the site comes about, what the builder is told, in what surroundings."""

    name: str
    arguments: tuple[str, ...] = USUAL
    environment: tuple[tuple[str, str], ...] = ()
    prepare: Prepare = copied
    before: tuple[str, ...] = ()
    python: str = sys.executable
    program: str = BUILD


def cases() -> Iterator[Case]:
    """The conditions that any machine can make."""
    for seed in ("0", "1", "2", "42", "4294967295", "random"):
        yield Case(f"hash seed {seed}", environment=(("PYTHONHASHSEED", seed),))
    for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu"):
        yield Case(f"time zone {zone}", environment=(("TZ", zone),))
    for locale in ("C", "tr_TR.UTF-8", "ar_EG.UTF-8", "ja_JP.eucJP"):
        names = (("LC_ALL", locale), ("LANG", locale), ("PYTHONUTF8", "0"))
        yield Case(f"locale {locale}", environment=names)
    for umask in ("000", "027", "077"):
        yield Case(f"umask {umask}", (umask, "sorted", "0"))
    yield Case("files in another order", ("022", "reversed", "0"))
    for late in ("99999999", "-999999999"):
        yield Case(f"clock {late} s away", ("022", "sorted", late))
    yield Case("SOURCE_DATE_EPOCH", environment=(("SOURCE_DATE_EPOCH", "1"),))
    yield Case("another user", environment=(("HOME", "/nonexistent"), ("USER", "x")))
    yield Case("no environment to speak of", environment=(("PATH", ""), ("TERM", "dumb")))
    yield Case("a folder with other letters", prepare=lambda f: copied(f / "мир – 世界 ' \""))
    yield Case("a deep folder", prepare=lambda f: copied(f.joinpath(*["deep"] * 20)))
    yield Case("files of 1970", prepare=lambda f: dated(copied(f), 1))
    yield Case("files of 2106", prepare=lambda f: dated(copied(f), 4_294_967_295))
    yield Case("built twice", prepare=twice)
    yield Case("a lost cache", prepare=lambda f: without(twice(f), ".cache"))
    yield Case("a lost output", prepare=lambda f: without(twice(f), "output"))
    yield Case("a tarball", prepare=tarball)
    yield Case("line ends of Windows", prepare=windows)


def more_cases() -> Iterator[Case]:
    """The conditions that need a program, another user or another Python."""
    if shutil.which("git"):
        yield Case("a clone", prepare=clone)
    if shutil.which("faketime"):
        for when in ("1999-12-31 23:59:59", "2038-01-19 03:14:08", "2020-02-29 12:00:00"):
            yield Case(f"the clock at {when}", before=("faketime", "-f", f"@{when}"))
    if shutil.which("taskset"):
        yield Case("one processor", before=("taskset", "-c", "0"))
    if os.geteuid() == 0 and shutil.which("setpriv"):
        ids = ("--reuid=65534", "--regid=65534", "--clear-groups")
        yield Case("the user nobody", before=("setpriv", *ids), prepare=nobodys)


def processes(count: int) -> Case:
    """The site of many articles in so many processes.

    One is begun to read what stands around the articles, then so many for these and for the pages.
    """
    begun = 1 + 2 * count if count > 1 else 0
    name = f"many articles, {count} process{'es' if count > 1 else ''}"
    return Case(name, (str(count), str(begun)), prepare=many, program=SPREAD)


def many(root: Path) -> Path:
    """A site of many articles."""
    lay(corpus(MANY), root)
    return root


def dated(root: Path, when: int) -> Path:
    """All files of that second."""
    for path in root.rglob("*"):
        os.utime(path, (when, when))
    return root


def twice(folder: Path) -> Path:
    """A site that was built before, in another state."""
    root = copied(folder)
    path = root / "content" / "glossary.yaml"
    text = path.read_bytes()
    path.write_bytes(text.replace(b"definition:", b"definition: Once,", 1))
    run(Case(""), root)
    path.write_bytes(text)
    return root


def without(root: Path, name: str) -> Path:
    """The site without one of its folders."""
    shutil.rmtree(root / name)
    return root


def tarball(folder: Path) -> Path:
    """The site after a way through tar (the program: Python's asks for a filter from 3.11.4 on)."""
    copied(folder / "from" / "site")
    for command in (["-czf", "site.tar.gz", "-C", "from", "site"], ["-xzf", "site.tar.gz"]):
        subprocess.run(["tar", *command], cwd=folder, check=True, capture_output=True)
    return folder / "site"


def clone(folder: Path) -> Path:
    """The site after a way through Git, which turns line ends into those of Windows."""
    origin = copied(folder / "from")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=true")
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "x")):
        subprocess.run(["git", *who, *command], cwd=origin, check=True, capture_output=True)
    target = folder / "to"
    made = ("clone", "--quiet", "-c", "core.autocrlf=true", str(origin), str(target))
    subprocess.run(["git", *who, *made], check=True, capture_output=True)
    return target


def windows(folder: Path) -> Path:
    """The site with carriage returns."""
    root = copied(folder)
    for path in (root / "site.yaml", *root.rglob("*.md"), *root.rglob("content/*.yaml")):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return root


def nobodys(folder: Path) -> Path:
    """A site that belongs to the user nobody, and the way to it."""
    root = copied(folder)
    for path in (root, *root.rglob("*")):
        os.chown(path, 65_534, 65_534)
    for path in (folder, *folder.parents):
        if path.is_relative_to(tempfile.gettempdir()) and path != Path(tempfile.gettempdir()):
            path.chmod(0o755)
    return root


def run(case: Case, root: Path) -> None:
    """Builds the site in `root` under that condition."""
    done = subprocess.run(
        [*case.before, case.python, "-c", case.program, *case.arguments],
        cwd=root,
        env={**os.environ, **SURROUNDINGS, **dict(case.environment)},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{case.name}: {done.stderr}")


def hashed(case: Case) -> str:
    """The hash of what is built under a condition."""
    with tempfile.TemporaryDirectory(prefix="reproduce-") as folder:
        root = case.prepare(Path(folder) / "site")
        run(case, root)
        return digest(root / "output")


def digest(output: Path) -> str:
    """One hash of all files: paths, permissions and bytes."""
    whole = hashlib.sha256()
    for path, data in tree(output).items():
        mode = (output / path).stat().st_mode
        whole.update(f"{path}\0{mode:o}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()


def pythons(folder: Path) -> Iterator[Case]:
    """Every other Python of this machine, with the libraries of the lock."""
    found = [Path(p) for n in range(11, 16) if (p := shutil.which(f"python3.{n}"))]
    found += sorted(Path.home().glob(".pyenv/versions/3.1[1-9].*/bin/python"))
    for python in found:
        asked = [str(python), "-c", "import sys; print('.'.join(map(str, sys.version_info[:3])))"]
        version = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
        home = folder / version.stdout.strip()
        if version.returncode or home.name == sys.version.split()[0]:
            continue
        done = home / f"done-{hashlib.sha256(LOCK.read_bytes()).hexdigest()}"
        if not done.exists():
            subprocess.run([str(python), "-m", "venv", "--clear", str(home)], check=True)
            install = ("-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK))
            subprocess.run([str(home / "bin/python"), *install], check=True)
            done.touch()
        yield Case(f"Python {home.name}", python=str(home / "bin/python"))


def compared(usual: Case, others: Sequence[Case]) -> int:
    """Prints the hash of each case; how many have another than the first."""
    wanted = hashed(usual)
    print(f"{wanted}  {usual.name}", flush=True)
    differ = 0
    for case in others:
        found = hashed(case)
        differ += found != wanted
        print(f"{found}  {case.name:32}{'' if found == wanted else ' DIFFERS'}", flush=True)
    print(f"{len(others) + 1} builds")
    return differ


def main(arguments: list[str]) -> int:
    """Prints the table. Returns 1 where a hash differs."""
    parser = argparse.ArgumentParser(prog="reproduce", description=__doc__)
    parser.add_argument("--pythons", type=Path, help="where environments of other Pythons are kept")
    given = parser.parse_args(arguments)
    others = [*cases(), *more_cases()]
    others += pythons(given.pythons.resolve()) if given.pythons else ()  # builds run elsewhere
    differ = compared(Case("the usual"), others)
    differ += compared(processes(1), [processes(2), processes(3)])
    print(f"{differ or 'none'} with another hash")
    return min(differ, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
