#!/usr/bin/env python3
"""A worker that fails when it is least welcome: failing_worker.py STATE COMMAND…

The first time it sees a list of folders on standard input, it passes on half of the lines of COMMAND and a part of the next one, then
kills COMMAND and ends: on every third list by SIGKILL, on the next with status 70; the third it leaves in peace. The second time it
is COMMAND. A file in STATE stands for each failure.
"""
import hashlib
import os
import pathlib
import signal
import subprocess
import sys


def main():
    state, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    folders = sys.stdin.buffer.read()
    # Lists are counted in the order in which they are first seen; a name can be made only once.
    kind = None
    name = f"{hash_of(folders):016x}"
    try:
        os.close(os.open(state / f"seen-{name}", os.O_CREAT | os.O_EXCL))
        kind = len(list(state.glob("seen-*"))) % 3
    except FileExistsError:
        pass
    # A group of its own, so that all of it can be killed.
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    if kind is None or kind == 2:
        out, _ = worker.communicate(folders)
        sys.stdout.buffer.write(out)
        sys.stdout.flush()
        sys.exit(worker.returncode)
    (state / f"failed-{name}").touch()
    worker.stdin.write(folders)
    worker.stdin.close()
    for _ in range(folders.count(b"\n") // 2):
        sys.stdout.buffer.write(worker.stdout.readline())
    sys.stdout.buffer.write(worker.stdout.readline()[:100])
    sys.stdout.flush()
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    if kind == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    sys.exit(70)


def hash_of(data):
    """The same in every process, unlike hash()."""
    return int.from_bytes(hashlib.sha256(data).digest()[:8], "big")


if __name__ == "__main__":
    main()
