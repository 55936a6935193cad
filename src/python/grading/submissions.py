"""Whose is what: the students of a class and the notebooks each handed in, out of a folder or a zip in any of the usual layouts."""

import os
from dataclasses import dataclass, field

from grading import tree
from grading.texts import one_line, visible

MOST_NOTEBOOKS = 40    # of one student; more are no homework
_ENDINGS = (".ipynb", ".ipynb.txt", ".ipynb.json", ".json")  # a browser may add the second and third, a learning system the last
_NBGRADER = {"source", "release", "autograded", "feedback", "nbgrader_config.py", "gradebook.db"}


@dataclass
class Student:
    """One student's entries, their paths without the student's folder."""
    id: str
    notebooks: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    others: int = 0  # files that are no notebooks


def students_of(path, homework):
    """The students in a folder or zip, by name, and sentences about what belongs to none of them. `homework`: names of assignments."""
    entries, oddities = tree.entries_of(path)
    top = _top(entries, homework, os.path.splitext(os.path.basename(path))[0] if os.path.isfile(path) else None)
    below = [_below(entry.parts, top) for entry in entries]
    students = _named({parts[0] for entry, parts in zip(entries, below) if len(parts) > 1 or parts and entry.kind == "folder"})
    general = []
    for entry, parts in zip(entries, below):
        if len(parts) == 1 and (_is_notebook(parts[0]) or entry.kind not in ("file", "folder")):
            general.append(f"{one_line(parts[0])} {'lies in no student’s folder; it was not graded' if entry.kind == 'file' else entry.kind}")
        elif len(parts) > 1:
            _hand_in(students[parts[0]], tree.Entry(parts[1:], entry.kind, entry.size, entry.reader))
    for parts, sentence in oddities:
        parts = _below(parts, top)
        if parts and parts[0] in students:
            students[parts[0]].remarks.append(f"{one_line('/'.join(parts[1:])) or 'the zip'} {sentence}")
        else:
            general.append(f"{one_line('/'.join(parts)) or 'the zip'} {sentence}")
    return sorted(students.values(), key=lambda student: student.id), general


def _named(names):
    """The student of each folder's name. Two names that look the same once their odd signs are made visible stay two students."""
    students, taken = {}, set()
    for odd, name in sorted((_shown(name) != name, name) for name in names):
        shown = _shown(name)
        count = next(count for count in range(1, len(names) + 2) if _numbered(shown, count) not in taken)
        taken.add(_numbered(shown, count))
        students[name] = Student(_numbered(shown, count), remarks=["the folder's name has signs that cannot be shown as they are"] if odd else [])
    return students


def _shown(name):
    return one_line(visible(name), 120) or "␠"


def _numbered(name, count):
    return name if count == 1 else f"{name} [{count}]"


def _hand_in(student, entry):
    if entry.kind == "folder":
        return
    where = one_line("/".join(entry.parts))
    if entry.kind != "file":
        student.remarks.append(f"{where} {entry.kind}")
    elif not _is_notebook(entry.name):
        student.others += 1
    elif len(student.notebooks) < MOST_NOTEBOOKS:
        student.notebooks.append(entry)
    elif len(student.notebooks) == MOST_NOTEBOOKS:
        student.remarks.append(f"there are more than {MOST_NOTEBOOKS} notebooks; {where} and the rest were not looked at")
        student.notebooks.append(None)


def _is_notebook(name):
    return name.lower().endswith(_ENDINGS)


def _below(parts, top):
    return parts[len(top):] if parts[:len(top)] == top else ()


def _top(entries, homework, zip_name):
    """The folders above the students' folders."""
    roots = {entry.parts[0] for entry in entries}
    if "submitted" in roots and (roots == {"submitted"} or roots & _NBGRADER):
        return ("submitted",)
    if len(roots) != 1:
        return ()
    top = next(iter(roots))
    below = {entry.parts[1] for entry in entries if len(entry.parts) > 1 and (len(entry.parts) > 2 or entry.kind == "folder")}
    files = any(len(entry.parts) == 2 and entry.kind == "file" and _is_notebook(entry.name) for entry in entries)
    if files or not below or any(name.casefold() in homework for name in below):
        return ()
    if "submitted" in below and (below & _NBGRADER or len(below) == 1):
        return (top, "submitted")
    # One student's two homework folders look the same as a folder around two students; only a zip has such a folder by custom.
    return (top,) if len(below) > 1 or top == zip_name else ()
