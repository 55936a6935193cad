"""
Thousands of damaged notebooks. None may crash the intake or keep it busy, and what is sent to the judge must stand in the file as the text of
a solution cell: never a stub, never a solution that was not handed in.
"""

import json
import random
import time
import unittest

from grading_case import KNOWN, answered, blank
from grading import handed_in, results
from grading.submissions import Student
from grading.tree import Entry

CASES = 2400
SLOWEST = 5  # seconds for one file, on a machine that is busy with other things
VALUES = [None, True, 0, -1, 1e308, 10**40, "", "x", "softmax", "answers", "code", "markdown", "\ud800", "\0", [], {}, [[]], ["a", 1], {"exercise": "softmax"},
          {"nbgrader": {"grade_id": "logSoftmax"}}, "﻿", "9" * 5000]
PIECES = [b"\0", b"\xff", b"\xc3", b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\\ud800", b"null", b"NaN", b"-Infinity", b"1e999", b"9" * 5000,
          b"[" * 3000, b'{"cells":', b'"exercise": "softmax"', b'"source": ', b"\xef\xbb\xbf", b"\xff\xfe", b"softmax", b"logSoftmax", b"\r\n", b"\x1b[2J"]
SOLUTIONS = {exercise.solution for assignment in KNOWN for exercise in assignment.exercises}


def small(label):
    """A student's copy without most of its given cells: as good to damage, and quick to read."""
    notebook = blank(label)
    notebook["cells"] = [cell for at, cell in enumerate(notebook["cells"]) if "exercise" in cell["metadata"] or at % 20 == 1]
    return notebook


BASES = [small(assignment.label) for assignment in KNOWN]


class Damage:
    """One damaged notebook after the other, the same at every run."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def file(self, number):
        notebook = json.loads(json.dumps(self.random.choice(BASES)))
        for cell in notebook["cells"]:
            if "exercise" in cell["metadata"] and self.random.random() < 0.6:
                cell["source"] = self._answer(number)
        for _ in range(self.random.randrange(4)):
            self.change(notebook)
        data = json.dumps(notebook, ensure_ascii=self.random.random() < 0.5, indent=self.random.choice([None, 1])).encode("utf-8", "surrogatepass")
        kind = self.random.random()
        if kind < 0.35:
            data = self._damaged(data)
        elif kind < 0.42:
            data = data.decode("utf-8", "replace").encode(self.random.choice(["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "utf-7"]))
        return data

    def _answer(self, number):
        lines = [f"INDArray mine{number}(double x) {{\n", f"    return x * {self.random.random()}; // é 😀\n", "}"]
        return lines if self.random.random() < 0.5 else "".join(lines)

    def change(self, notebook):
        """Changes the structure somewhere: another type, something gone, something twice, something elsewhere."""
        places = list(_places(notebook))
        if not places:
            return
        place, key = self.random.choice(places)
        act = self.random.randrange(5)
        if act == 0:
            place[key] = self._value()
        elif act == 1:
            del place[key]
        elif act == 2 and isinstance(place, list):
            place.insert(self.random.randrange(len(place) + 1), place[key])
        elif act == 3:
            other, name = self.random.choice(places)
            place[key], other[name] = _copied(other[name]), _copied(place[key])
        else:
            cell = self.random.choice(notebook["cells"]) if isinstance(notebook.get("cells"), list) and notebook["cells"] else {}
            if isinstance(cell, dict):
                cell["metadata"] = self.random.choice([{}, {"exercise": self._value()}, {"nbgrader": {"grade_id": self._value()}},
                                                       {"exercise": "softmax", "nbgrader": {"grade_id": "logSoftmax"}}])

    def _value(self):
        return _copied(self.random.choice(VALUES))

    def _damaged(self, data):
        data = bytearray(data)
        for _ in range(self.random.randrange(1, 6)):
            at = self.random.randrange(len(data) + 1)
            act = self.random.randrange(4)
            if act == 0:
                data[at:at] = self.random.choice(PIECES)
            elif act == 1:
                del data[at:at + self.random.choice([1, 1, 2, 10, 500])]
            elif act == 2 and at < len(data):
                data[at] ^= 1 << self.random.randrange(8)
            elif self.random.random() < 0.2:
                del data[at:]
        return bytes(data)


def _copied(value):
    return json.loads(json.dumps(value))


def _places(value):
    """Every place in a structure: a list or an object, and an index or a name in it."""
    stack = [value]
    while stack:
        here = stack.pop()
        keys = range(len(here)) if isinstance(here, list) else list(here)
        for key in keys:
            yield here, key
            if isinstance(here[key], (dict, list)):
                stack.append(here[key])


def _strings(data):
    """The texts that a file holds, each as it is and each list of texts joined, found without the code under test."""
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        try:
            content = json.loads(data.decode(encoding))
            break
        except (ValueError, RecursionError):
            continue
    else:
        return None
    found, stack = set(), [content]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, list):
            stack += value
            if value and all(isinstance(line, str) for line in value):
                found.add("".join(value))
    return {text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in found}


class Fuzz(unittest.TestCase):

    def test_damaged_notebooks(self):
        damage, read, refused, sent = Damage(20), 0, 0, 0
        for number in range(CASES):
            data = damage.file(number)
            with self.subTest(case=number):
                begin = time.monotonic()
                one = handed_in.read(Student("anna", [Entry(("softmax.ipynb",), "file", len(data), lambda limit: data[:limit])]), KNOWN)
                self.assertLess(time.monotonic() - begin, SLOWEST)
                sent += self._check(one, data)
                read, refused = read + len(one.answers), refused + len(one.unreadable)
        # The damage is neither so small that nothing is refused nor so great that nothing is left.
        self.assertEqual(CASES, read + refused)
        self.assertGreater(refused, CASES / 10)
        self.assertGreater(read, CASES / 3)
        self.assertGreater(sent, CASES)

    def _check(self, one, data):
        """What is said is a plain line, and what is sent stands in the file; returns how many cells are sent."""
        for sentence in [*one.unreadable, *one.remarks, *(remark for answers in one.answers.values() for remark in answers.remarks)]:
            self.assertRegex(sentence, r"^[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{10,2000}$")
        sent = 0
        for label, answers in one.answers.items():
            ids = next(assignment.ids for assignment in KNOWN if assignment.label == label)
            self.assertEqual(set(ids), {exercise for exercise, _ in answers.cells} | set(answers.missing))
            self.assertEqual(len(ids), len(answers.cells) + len(answers.missing), "each exercise has a cell or a reason, and not both")
            texts = _strings(data) if answers.cells else ()
            for exercise, source in answers.cells:
                sent += 1
                self.assertIn(source, texts)
                self.assertNotIn(source, SOLUTIONS)
                self.assertNotEqual(source, next(one.stub for one in _exercises(label) if one.id == exercise))
                self.assertLessEqual(len(source.encode("utf-8")), handed_in.LARGEST_CELL)
        return sent

    def test_every_shortened_notebook(self):
        """A download that broke off, at a few hundred places."""
        data = json.dumps(answered({"softmax": "mine"})).encode()
        for cut in range(0, len(data), len(data) // 300):
            one = handed_in.read(Student("anna", [Entry(("softmax.ipynb",), "file", cut, lambda limit: data[:cut])]), KNOWN)
            self.assertEqual((0, 1), (len(one.answers), len(one.unreadable)))

    def test_damaged_answers_of_a_judge(self):
        """A book is made of whatever comes, with every test once and no point too many."""
        catalogue = [{"id": "softmax", "name": "softmax", "tests": [{"test": "values", "says": "", "points": 2, "hidden": []}]}]
        chance = Damage(21)
        for _ in range(500):
            answer = {"exercises": [{"id": "softmax", "points": 2, "compiler": "x", "tests": [
                {"test": "values", "points": 2, "of": 2, "passed": True, "parts": [{"label": "got", "text": "1"}]}]}]}
            for _ in range(chance.random.randrange(1, 5)):
                chance.change({"cells": [], **answer} if chance.random.random() < 0.1 else answer)
            graded = results.graded(catalogue, answer)
            self.assertEqual(["values"], [test["test"] for exercise in graded for test in exercise["tests"]])
            self.assertIn(graded[0]["points"], (0, 2))
            json.dumps(graded).encode("utf-8")


def _exercises(label):
    return next(assignment.exercises for assignment in KNOWN if assignment.label == label)


if __name__ == "__main__":
    unittest.main()
