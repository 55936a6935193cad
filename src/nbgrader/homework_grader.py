"""The part of ./course grade that nbgrader's steps ask: reading what one student handed in, and the one judge."""

import atexit
import contextlib
import importlib.machinery
import importlib.util
import json
import os
import stat
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from grading import assignments, handed_in, results, seeds
from grading.feedback import HIDDEN
from grading.judge import Judge, Lost
from grading.submissions import Student
from grading.texts import one_line, shortened, visible
from grading.tree import Unreadable, entries_of

ROOT = Path(__file__).resolve().parents[2]
IDLE = 120  # seconds after which the judge ends; a Jupyter server that grades lives for weeks


class Fault(Exception):
    """What the instructor has to mend."""


def assignment_of(ids):
    """The assignment that has these exercises, whatever nbgrader calls it."""
    found = [one for one in assignments.load(ROOT / "solutions", ROOT / "notebooks") if one.ids == list(ids)]
    if not found:
        raise Fault(f"no notebook in {ROOT / 'solutions'} has exactly the exercises {', '.join(ids) or '(none)'}; nbgrader's source must be a copy of one")
    return found[0]


def is_plain(path):
    """Whether a path is a regular file, and not a link, a pipe or a device."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


# -------------------------------------------------------------------------------------------------------- handed in

@dataclass
class Submission:
    """One notebook of one student: the texts that count, and in words what else there is to say."""
    student: str
    assignment: assignments.Assignment
    cells: list = field(default_factory=list)     # of (exercise, text), in the notebook's order
    missing: dict = field(default_factory=dict)   # exercise: why it has no text
    trouble: str = ""                             # why there is nothing to grade
    remarks: list = field(default_factory=list)


def submission(folder, student, assignment):
    """Out of the folder that a student handed in, the notebook that answers an assignment."""
    shown = one_line(visible(student), 120) or "␠"  # as ./course grade names it: the hidden inputs depend on it
    found = _read(folder, shown)
    answers = found.answers.get(assignment.label)
    if answers:
        return Submission(shown, assignment, answers.cells, answers.missing, remarks=found.remarks + answers.remarks)
    why = found.unreadable + found.remarks + [f"{one.path} is {one.assignment}" for one in found.answers.values()]
    trouble = "; ".join(why) or "nothing was handed in"
    return Submission(shown, assignment, trouble=trouble, remarks=[f"not graded: {trouble}"])


def _read(folder, student):
    try:
        entries, oddities = entries_of(folder)
    except (Unreadable, OSError) as trouble:
        return handed_in.HandedIn(unreadable=[f"the folder {trouble}"])
    remarks = [f"{one_line('/'.join(parts))} {sentence}" for parts, sentence in oddities]
    notebooks = [entry for entry in entries if entry.name.lower().endswith(".ipynb")]
    remarks += [f"{one_line('/'.join(entry.parts))} {entry.kind}" for entry in notebooks if entry.kind not in ("file", "folder")]
    known = assignments.load(ROOT / "solutions", ROOT / "notebooks")
    return handed_in.read(Student(student, [entry for entry in notebooks if entry.kind == "file"], remarks), known)


# ----------------------------------------------------------------------------------------------------------- points

class Verdict:
    """The points of a submission, a report for the student, remarks for the instructor."""

    def __init__(self, submission, exercises, remarks=(), failure=""):
        self.submission, self.failure = submission, failure
        self.exercises = {exercise["id"]: exercise for exercise in exercises}
        self.remarks = [*submission.remarks, *([failure] if failure else []), *(one_line(remark, 400) for remark in remarks)]

    def of(self, exercise, most):
        """Points and report of an exercise; no points without a verdict, and never more than the cell is worth."""
        told = self.exercises.get(exercise)
        if told is None or told["of"] != most:
            raise Fault(f"the gradebook has {most:g} points for {exercise} and our tests have {told['of'] if told else 'none'}: "
                        "the notebook has changed since nbgrader generate_assignment made it")
        return told["points"], self._report(told)

    def _report(self, told):
        why = self.submission.trouble or self.failure or self.submission.missing.get(told["id"], "")
        lines = [f"{told['id']}: {told['points']} of {told['of']} points", *_indented(why)]
        if not why:
            for test in told["tests"]:
                lines += [f"  {test['points']} of {test['of']}   {test['says']}", *_why(test)]
            lines += ["  the compiler says:", *_indented(told["compiler"], 4)] if told["compiler"] else []
            lines += ["  printed meanwhile:", *_indented(told["printed"], 4)] if told["printed"] else []
        return "\n".join(lines) + "\n"


def _why(test):
    """What is wrong, in lines; of a hidden test only its name."""
    lines = _indented(f"failed {HIDDEN}: {test['hidden']}", 11) if test["hidden"] else []
    for part in test["parts"]:
        label = f"{part['label']:<10}" if part["label"] else ""
        lines += _indented(label + part["text"].replace("\n", "\n" + " " * len(label)), 11)
    return lines


def _indented(text, by=2):
    return [" " * by + line for line in shortened(visible(text), 4000).split("\n")] if text else []


# ------------------------------------------------------------------------------------------------------------ judge

class Grader:
    """The judge of this process: started when it is asked for the first time, ended with the process or when it has long been idle."""

    def __init__(self, command=None):
        self.command, self.judge, self.tests, self.idle = command, None, {}, None
        self.lock = threading.RLock()

    def points(self, assignment):
        """What each exercise is worth."""
        with self._asked():
            return {exercise["id"]: sum(test["points"] for test in exercise["tests"]) for exercise in self._tests_of(assignment)}

    def grade(self, submission, seed=None):
        with self._asked():
            tests = self._tests_of(submission.assignment)
            if not submission.cells:
                return Verdict(submission, _named(results.at_zero(tests), tests))
            secret = seeds.course_secret(ROOT) if seed is None else seeds.secret_of(seed)
            label = submission.assignment.label
            request = {"op": "grade", "key": f"{submission.student}\n{label}", "assignment": label,
                       "seed": seeds.seed_of(secret, submission.student, label),
                       "cells": [{"id": exercise, "source": source} for exercise, source in submission.cells]}
            (_, answer), = self.judge.grade([request])
            if answer is None or isinstance(answer.get("fault"), str):
                failure = "the judge died twice while it graded this" if answer is None else one_line(answer["fault"], 400)
                return Verdict(submission, _named(results.at_zero(tests), tests), failure=f"not graded: {failure}")
            remarks = answer.get("remarks") if isinstance(answer.get("remarks"), list) else []
            return Verdict(submission, _named(results.graded(tests, answer), tests), [one for one in remarks if isinstance(one, str)][:20])

    def _tests_of(self, assignment):
        if assignment.label not in self.judge.assignments:
            self.tests[assignment.label] = results.catalogue_of(self.judge.register(assignment.request()))
        return self.tests[assignment.label]

    @contextlib.contextmanager
    def _asked(self):
        """Holds the judge for a question; with none after it for a while, the judge ends."""
        with self.lock:
            if self.idle:
                self.idle.cancel()
            try:
                if not self.judge:
                    judge = Judge(self.command, ROOT / "target" / "logs" / "judge-nbgrader.log")
                    judge.__enter__()
                    self.judge = judge
                yield
            except BaseException as error:
                self.close()  # an answer that nobody waits for must not be taken for that of the next question
                if isinstance(error, Lost):
                    raise _fault(error) from None
                raise
            self.idle = threading.Timer(IDLE, self.close)
            self.idle.daemon = True
            self.idle.start()

    def close(self):
        with self.lock:
            if self.idle:
                self.idle.cancel()
            if self.judge:
                self.judge.__exit__(None)
                self.judge = None


def _fault(trouble):
    return Fault(trouble.what + (f"\nTo mend it: {trouble.mend}" if trouble.mend else ""))


def _named(exercises, tests):
    """With the words for each test."""
    says = {(exercise["id"], test["test"]): test["says"] for exercise in tests for test in exercise["tests"]}
    for exercise in exercises:
        for test in exercise["tests"]:
            test["says"] = one_line(says[exercise["id"], test["test"]])
    return exercises


_graders = {}


def grader(timeout=None, unsafe=False):
    """The one of this process."""
    words = (["--timeout", f"{timeout:g}"] if timeout is not None else []) + ["--unsafe-no-sandbox"] * unsafe
    if tuple(words) not in _graders:
        close()
        _graders[tuple(words)] = Grader(judge_command() + words)
    return _graders[tuple(words)]


@atexit.register
def close():
    """Ends the judge, with all that runs in it."""
    while _graders:
        _graders.popitem()[1].close()


def judge_command():
    """Its command line, from the script course, which builds what is missing."""
    if os.environ.get("HOMEWORK_JUDGE"):
        return json.loads(os.environ["HOMEWORK_JUDGE"])
    loader = importlib.machinery.SourceFileLoader("course", str(ROOT / "course"))
    course = importlib.util.module_from_spec(importlib.util.spec_from_loader("course", loader))
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(course)
    finally:
        sys.dont_write_bytecode = writes
    try:
        return json.loads(course.judge_environment()["HOMEWORK_JUDGE"])
    except course.Fault as fault:
        raise _fault(fault) from None
