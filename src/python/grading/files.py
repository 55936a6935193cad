"""Files of the output folder: whole or not at all, and one grader at a time."""

import contextlib
import errno
import os
from pathlib import Path


class Busy(Exception):
    """Another grader works in the same output folder."""


def write(path, text):
    """Puts a file in its place in one step, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:60]}.{os.getpid()}.part")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def alone(state):
    """Holds the lock of an output folder; it ends with the process, however that ends."""
    state.mkdir(parents=True, exist_ok=True)
    with open(state / "lock", "a+", encoding="utf-8") as lock:
        if not _taken(lock):
            raise Busy
        _sweep(state)
        yield


def _taken(file):
    try:
        if os.name == "nt":
            import msvcrt
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


def _sweep(state):
    """Half-written files of a grader that was killed."""
    for folder in (state.parent, state, *(state.parent / name for name in ("feedback", "junit"))):
        for part in folder.glob(".*.part") if folder.is_dir() else ():
            part.unlink(missing_ok=True)


def is_inside(path, folder):
    path, folder = Path(path).resolve(), Path(folder).resolve()
    return path == folder or folder in path.parents
