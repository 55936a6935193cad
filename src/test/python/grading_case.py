"""What the tests of grading share: a folder of its own for each test, and notebooks made from the students' copies."""

import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = ROOT / "src" / "python" / "grade.py"
JUDGE = Path(__file__).with_name("fake_judge.py")
sys.path.insert(0, str(ROOT / "src" / "python"))

from grading import assignments, handed_in, submissions  # noqa: E402  the path must be set before

KNOWN = assignments.load(ROOT / "solutions", ROOT / "notebooks")
NAMES = {name for assignment in KNOWN for name in assignment.names}
SOFTMAX = next(assignment for assignment in KNOWN if assignment.label == "1-backprop/softmax")
_COPIES = {assignment.label: json.loads((ROOT / "notebooks" / f"{assignment.label}.ipynb").read_text(encoding="utf-8")) for assignment in KNOWN}


def blank(label="1-backprop/softmax"):
    """A student's copy as it is handed out."""
    return copy.deepcopy(_COPIES[label])


def answered(sources, label="1-backprop/softmax"):
    """A student's copy with the text of some exercises replaced."""
    notebook = blank(label)
    for exercise, source in sources.items():
        cell_of(notebook, exercise)["source"] = source
    return notebook


def cell_of(notebook, exercise):
    return next(cell for cell in notebook["cells"] if cell["metadata"].get("exercise") == exercise)


class InFolder(unittest.TestCase):
    """A test with a folder of its own, whose name has a blank and letters beyond ASCII."""

    def setUp(self):
        base = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, base)
        self.folder = Path(base, "Übung 1 π")
        self.given = self.folder / "submissions"
        self.given.mkdir(parents=True)

    def hand_in(self, where, content):
        """A file of what was handed in: a notebook, text or bytes."""
        path = self.given / where
        path.parent.mkdir(parents=True, exist_ok=True)
        content = json.dumps(content) if isinstance(content, dict) else content
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def students(self, path=None):
        return submissions.students_of(str(path or self.given), NAMES)

    def read(self, path=None):
        """What each student handed in, by name."""
        return {student.id: handed_in.read(student, KNOWN) for student in self.students(path)[0]}

    def read_one(self, content, name="softmax.ipynb"):
        """What one student handed in with one file."""
        self.hand_in(f"anna/{name}", content)
        return self.read()["anna"]

    def grade(self, *words, judge=(), check=None, **environment):
        """Runs the program with the judge for tests."""
        result = subprocess.run(self.command(*words), env=self.environment(*judge, **environment), capture_output=True, text=True, timeout=60)
        if check is not None:
            self.assertEqual(check, result.returncode, result.stdout + result.stderr)
        return result

    def command(self, *words):
        return [sys.executable, str(PROGRAM), "--seed=1", f"--out={self.folder / 'grades'}", *words, str(self.given)]

    def environment(self, *judge, **variables):
        command = [sys.executable, str(JUDGE), "--record", str(self.folder / "requests.txt"), *judge]
        return {**os.environ, "HOMEWORK_JUDGE": json.dumps(command), "HOMEWORK_MADE_FROM": "these sources", **variables}

    def requests(self, op="grade"):
        """What the judge was asked since the start of the test."""
        path = self.folder / "requests.txt"
        asked = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
        return [request for request in asked if request["op"] == op]

    def made(self, name):
        return (self.folder / "grades" / name).read_text(encoding="utf-8")
