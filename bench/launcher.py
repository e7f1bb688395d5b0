"""Runs one command and prints what it cost, as JSON: started alone, for each command to be timed.

A process inherits the peak memory of the one that starts it, so that one must be small: no package
of ours is imported here, and little of the standard library.
"""

import os
import sys
from time import perf_counter


def main() -> None:
    """Run the command in the arguments, its output thrown away."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    quiet = [(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)]
    started = perf_counter()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    wall = perf_counter() - started
    kib = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    cpu = used.ru_utime + used.ru_stime
    code = os.waitstatus_to_exitcode(status)
    print(f'{{"wall": {wall}, "cpu": {cpu}, "mib": {kib / 1024}, "code": {code}}}')


if __name__ == "__main__":
    main()
