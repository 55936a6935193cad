"""Text from strangers: names of files and students, and what a student's program printed."""

import hashlib
import re
import unicodedata

# What changes how other text is shown (direction, invisible marks) or is no character at all.
_UNSEEN = re.compile("[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONGEST_NAME = 80
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")  # Windows keeps these for devices


def visible(text):
    """The text with everything that a reader would not see, or that XML 1.0 forbids, replaced by a sign for it."""
    text = text.replace("\r\n", "\n")
    text = _CONTROL.sub(lambda found: _picture(ord(found.group())), text)
    text = _SURROGATE.sub(lambda found: _byte_or_mark(ord(found.group())), text)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def one_line(text, longest=200):
    """The text for a line of a table or a terminal."""
    text = re.sub(r"\s+", " ", visible(text)).strip()
    return text if len(text) <= longest else text[:longest - 1] + "…"


def shortened(text, longest):
    """The text, cut where it is longer than a page can take."""
    return text if len(text) <= longest else f"{text[:longest]}\n… ({len(text) - longest} more characters)"


def _picture(code):
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7f else f"\\x{code:02x}"


def _byte_or_mark(code):
    """Python reads the byte 0xff of a name that is not UTF-8 as the lone surrogate U+DCFF."""
    return f"\\x{code - 0xdc00:02x}" if 0xdc80 <= code <= 0xdcff else "\ufffd"


def file_names(students):
    """A file name for each student: the student's own where that is safe on every system, with a short digest where it is not."""
    names, taken = {}, set()
    for student in students:
        name = _safe(student)
        if name != student or _folded(name) in taken:
            name += "-" + hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        taken.add(_folded(name))
        names[student] = name
    return names


def _safe(student):
    name = re.sub(r"[^\w @+,=()-]|^[\W_]", lambda found: "." if found.group() == "." and found.start() else "_", student)[:_LONGEST_NAME]
    name = name.rstrip(" .") or "_"
    return "_" + name if _RESERVED.match(name) else name


def _folded(name):
    return unicodedata.normalize("NFKC", name).casefold()
