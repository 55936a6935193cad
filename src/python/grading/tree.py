"""A folder or a zip as a list of entries. Links are not followed, nothing is unpacked to disk, no read is without a limit."""

import contextlib
import io
import os
import stat
import struct
import zipfile
from dataclasses import dataclass
from typing import Callable

MOST_ENTRIES = 100_000
DEEPEST = 8
LARGEST_ZIP = 64 << 20        # of a zip within what was handed in: it is held in memory
LARGEST_DIRECTORY = 4 << 20   # of the list of contents of such a zip
_JUNK = ("__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git", ".DS_Store", "Thumbs.db", "desktop.ini")


class Unreadable(Exception):
    """Why something that was handed in cannot be read, as the rest of a sentence that begins with its name."""


@dataclass(frozen=True)
class Entry:
    """Something in a folder or a zip: its path in names, what it is, and for a file its bytes."""
    parts: tuple
    kind: str  # file, folder, or in words what it is instead
    size: int = 0
    reader: Callable = None

    @property
    def name(self):
        return self.parts[-1]

    def read(self, limit):
        """All bytes of the file; Unreadable if there are more than the limit, whatever its size was said to be."""
        if self.size > limit:
            raise Unreadable(f"is larger than {limit >> 20} MB")
        try:
            data = self.reader(limit + 1)
        except OSError as error:
            raise Unreadable(f"cannot be opened: {error.strerror or error}") from None
        except Unreadable:
            raise
        except Exception as error:  # zipfile and its decompressors raise many kinds on damaged data
            raise Unreadable(f"is damaged within its zip: {type(error).__name__}") from None
        if len(data) > limit:
            raise Unreadable(f"is larger than {limit >> 20} MB when unpacked")
        return data


def entries_of(path):
    """What is in a folder or a zip, zips within it (one level) opened as folders; and sentences about what was passed over."""
    found, oddities = [], []
    outer = _in_folder(path, oddities) if os.path.isdir(path) else _in_zip(lambda: open(path, "rb"), (), oddities)
    for entry in outer:
        if any(part in _JUNK or part.startswith("._") for part in entry.parts):
            continue
        if len(found) >= MOST_ENTRIES:
            oddities.append(((), f"there are more than {MOST_ENTRIES} files; the rest was not looked at"))
            break
        if entry.kind == "file" and entry.name.lower().endswith(".zip"):
            found += _opened(entry, oddities)
        else:
            found.append(entry)
    return _without_twins(found, oddities), oddities


def _opened(entry, oddities):
    """A zip that lies among what was handed in, as a folder of its name."""
    folder = entry.parts[:-1] + (entry.name[:-len(".zip")],)
    inside = [Entry(folder, "folder")]
    try:
        data = entry.read(LARGEST_ZIP)
        if _directory_size(data) > LARGEST_DIRECTORY:
            raise Unreadable("lists far too many files")
        # The bytes are read anew for each file that is wanted: a class of such zips would not fit into memory.
        inside += [item for item in _in_zip(lambda: io.BytesIO(entry.read(LARGEST_ZIP)), folder, oddities, io.BytesIO(data))
                   if item.kind == "folder" or not item.name.lower().endswith(".zip")]
    except Unreadable as trouble:
        inside.append(Entry(entry.parts, str(trouble)))
    return inside


def _directory_size(data):
    """The length of a zip's list of contents, as its last record states it."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    return struct.unpack_from("<I", data, at + 12)[0] if 0 <= at <= len(data) - 22 else 0


# ------------------------------------------------------------------------------------------------------------- folders

def _in_folder(root, oddities):
    """Every entry below a folder in a fixed order."""
    stack = [()]
    while stack:
        parts = stack.pop()
        try:
            with os.scandir(os.path.join(root, *parts)) as listing:
                items = sorted(listing, key=lambda item: os.fsencode(item.name))
        except OSError as error:
            yield Entry(parts or ("",), f"cannot be opened: {error.strerror}")
            continue
        for item in items:
            entry = _entry(item, parts + (item.name,))
            if entry.kind == "folder" and len(entry.parts) < DEEPEST:
                stack.append(entry.parts)
            elif entry.kind == "folder":
                oddities.append((entry.parts, "lies too deep in folders and was not opened"))
            yield entry


def _entry(item, parts):
    try:
        info = item.stat(follow_symlinks=False)
    except OSError as error:
        return Entry(parts, f"cannot be opened: {error.strerror}")
    if item.is_symlink() or getattr(item, "is_junction", lambda: False)():
        return Entry(parts, "is a link, and links are not followed")
    if stat.S_ISDIR(info.st_mode):
        return Entry(parts, "folder")
    if not stat.S_ISREG(info.st_mode):
        return Entry(parts, "is no file but a " + _special(info.st_mode))
    return Entry(parts, "file", info.st_size, lambda limit: _bytes_of(item.path, limit))


def _special(mode):
    kinds = ((stat.S_ISFIFO, "named pipe"), (stat.S_ISSOCK, "socket"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"))
    return next((name for test, name in kinds if test(mode)), "special file")


def _bytes_of(path, limit):
    """The first bytes of a regular file. It is looked at once more when open, for it may have been exchanged meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Unreadable("is no file any more")
        return file.read(limit)


# ---------------------------------------------------------------------------------------------------------------- zips

def _in_zip(opened, prefix, oddities, first=None):
    """The entries of a zip. Their names are only ever looked at, so that one which leads out of the zip does no harm."""
    try:
        with first or opened() as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()[:MOST_ENTRIES]
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, struct.error, EOFError, OSError) as error:
        raise Unreadable(f"is no zip that can be opened: {error}") from None
    for info in infos:
        parts = _parts(info)
        if parts is None:
            oddities.append((prefix, f"has an entry that leads out of the zip ({_name(info)}); it was not read"))
        elif parts and len(parts) <= DEEPEST:
            yield _zipped(info, prefix + parts, opened)


def _name(info):
    """The name as it was meant: many programs write UTF-8 without saying so, which the format reads as code page 437."""
    if not info.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            return info.orig_filename.encode("cp437").decode("utf-8")
    return info.orig_filename


def _parts(info):
    """The names in an entry's path; None where it would lead out of the folder it is unpacked in."""
    name = _name(info).replace("\\", "/")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    outside = name.startswith("/") or ".." in parts or (parts and len(parts[0]) == 2 and parts[0][1] == ":")
    return None if outside else parts


def _zipped(info, parts, opened):
    mode = info.external_attr >> 16
    if info.filename.endswith("/") or stat.S_ISDIR(mode):
        return Entry(parts, "folder")
    if stat.S_ISLNK(mode):
        return Entry(parts, "is a link, and links are not followed")
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return Entry(parts, "is no file but a " + _special(mode))
    if info.flag_bits & 1:
        return Entry(parts, "is encrypted within its zip")

    def reader(limit):
        with opened() as file, zipfile.ZipFile(file) as archive, archive.open(info) as packed:
            return packed.read(limit)
    return Entry(parts, "file", info.file_size, reader)


def _without_twins(entries, oddities):
    """A zip can hold a name twice; unpacking keeps the last."""
    last = {}
    for entry in entries:
        if entry.kind != "folder" and entry.parts in last and last[entry.parts].kind != "folder":
            oddities.append((entry.parts, "stands more than once in the zip; the last one counts"))
        last[entry.parts] = entry
    return list(last.values())
