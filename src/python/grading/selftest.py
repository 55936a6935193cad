"""Whether grading can be trusted on this machine: what the sandbox must stop, blank copies, and the solutions."""

import contextlib
import json
import os
import socket
import threading

from grading import assignments, results
from grading.judge import Judge
from grading.texts import one_line

MARK = "// BEGIN SOLUTION"
STOPPED = "stopped by the sandbox"
CONTROL, CONTROL_AFTER, LOOP = "harmless", "harmless, after all that", "runs for ever"


class SelfTest:
    """
    Runs the trials and tells each in a line. A probe is the solution of an exercise that first does something forbidden: it earns
    points only where that was possible.
    """

    def __init__(self, known, setting, root, say):
        self.known, self.setting, self.root, self.say = known, setting, root, say
        self.faults = 0

    def run(self):
        with Judge(self.setting.command, self.setting.log) as judge, _listener() as (port, visitors):
            self._well("sandbox", str(judge.ready.get("sandbox", "the judge does not say which")))
            catalogue = {}
            for assignment in self.known:
                catalogue[assignment.label] = results.catalogue_of(judge.register(assignment.request()))
            self._probe(judge, catalogue, port, visitors)
            for assignment in self.known:
                self._blank_and_solution(judge, assignment, catalogue[assignment.label])
        self.say("", "no faults" if not self.faults else f"{self.faults} fault{'' if self.faults == 1 else 's'}")
        return self.faults

    # ------------------------------------------------------------------------------------------------ probes

    def _probe(self, judge, catalogue, port, visitors):
        assignment, exercise = _smallest(self.known)
        written = self.root / "target" / f"self-test-{os.getpid()}"
        probes = {CONTROL: "System.nanoTime();", **({} if self.setting.unsafe else forbidden(self.root, port, written)), LOOP: ENDLESS}
        for name, code in probes.items():
            self._tell_probe(name, *self._graded(judge, catalogue, assignment, exercise, name, code))
        self._tell_probe(CONTROL_AFTER, *self._graded(judge, catalogue, assignment, exercise, CONTROL_AFTER, "System.nanoTime();"))
        if self.setting.unsafe:
            self.say("probes", "note   not tried, because there is no sandbox (--unsafe-no-sandbox)")
        if visitors:
            self._fault("network", "a probe reached this machine over the network")
        if written.exists():
            written.unlink()
            self._fault("files", "a probe wrote into the project's folder")

    def _graded(self, judge, catalogue, assignment, exercise, name, code):
        request = {"op": "grade", "key": f"probe {name}", "assignment": assignment.label, "seed": 1,
                   "cells": [{"id": exercise.id, "source": with_code(exercise.solution, code)}]}
        answer = next(iter(judge.grade([request])))[1]
        graded = results.graded(catalogue[assignment.label], answer or {})
        return answer, next(one for one in graded if one["id"] == exercise.id)

    def _tell_probe(self, name, answer, graded):
        if answer is None:
            self._fault("probe", f"{name}: the judge died of it")
        elif name in (CONTROL, CONTROL_AFTER):
            self._expect("probe", f"{name}: {graded['points']} of {graded['of']} points", graded["points"] == graded["of"], "all points were to be earned")
        elif graded["compiler"]:
            self._fault("probe", f"{name}: it does not compile, so nothing was tried: {graded['compiler'][:200]}")
        else:
            self._expect("probe", f"{name}: {graded['points']} points{_why(graded)}", graded["points"] == 0, "the sandbox let it through")

    # ---------------------------------------------------------------------------------- blanks and solutions

    def _blank_and_solution(self, judge, assignment, exercises):
        of = sum(test["points"] for exercise in exercises for test in exercise["tests"])
        cells = {"blank": [(exercise.id, exercise.stub) for exercise in assignment.exercises],
                 "solution": [(exercise.id, exercise.solution) for exercise in assignment.exercises]}
        requests = [{"op": "grade", "key": kind, "assignment": assignment.label, "seed": 1,
                     "cells": [{"id": name, "source": source} for name, source in sources]} for kind, sources in cells.items()]
        for request, answer in sorted(judge.grade(requests), key=lambda pair: pair[0]["key"]):
            kind, right = request["key"], 0 if request["key"] == "blank" else of
            graded = results.graded(exercises, answer or {})
            points = sum(exercise["points"] for exercise in graded)
            lost = ", ".join(one["id"] + _why(one) for one in graded if one["points"] < one["of"]) if kind == "solution" else ""
            wrong = "the judge died" if answer is None else f"it was to be {right}" + (f"; it loses in {lost}" if lost else "")
            self._expect(kind, f"{assignment.label}: {points} of {of} points", answer is not None and points == right, wrong)

    # ------------------------------------------------------------------------------------------------- lines

    def _expect(self, name, text, holds, otherwise):
        if holds:
            self._well(name, text)
        else:
            self._fault(name, f"{text}: {otherwise}")

    def _well(self, name, text):
        self.say(name, "ok     " + text)

    def _fault(self, name, text):
        self.faults += 1
        self.say(name, "FAULT  " + text)


def _why(graded):
    """What was said of the first test that failed."""
    failed = next((test for test in graded["tests"] if not test["passed"]), None)
    told = " ".join(part["text"] for part in failed["parts"] if part["label"] in ("", "got")) if failed else ""
    return f" ({one_line(told, 120)})" if told else ""


ENDLESS = "for (boolean on = true; on; ) { Thread.onSpinWait(); }"


def forbidden(root, port, written):
    """What a student's program must not be able to do, each as Java that throws where it cannot."""
    return {
        "reads a file of the project": f"java.nio.file.Files.readAllBytes(java.nio.file.Path.of({json.dumps(str(root / 'pom.xml'))}));",
        "reads the hidden tests": f"if (!new java.io.File({json.dumps(str(root / 'target' / 'test-classes'))}).canRead()) {{ "
                                  "throw new java.io.IOException(\"not there\"); }",
        "reads the environment": "if (System.getenv(\"HOMEWORK_JUDGE\") == null) { throw new IllegalStateException(\"not there\"); }",
        "writes into the project": f"java.nio.file.Files.writeString(java.nio.file.Path.of({json.dumps(str(written))}), \"written\");",
        "opens a socket": f"new java.net.Socket(\"127.0.0.1\", {port}).close();",
        "starts 500 processes": "for (int count = 0; count < 500; count++) { new ProcessBuilder(\"sleep\", \"20\").start(); }",
        "writes a file of 1 GB": "try (var out = new java.io.FileOutputStream(java.io.File.createTempFile(\"probe\", null))) { "
                                 "for (int count = 0; count < 1024; count++) { out.write(new byte[1 << 20]); } }",
    }


def with_code(solution, code):
    """A solution that first does something else."""
    tried = f"try {{ {code} }} catch (Throwable stopped) {{ throw new IllegalStateException({json.dumps(STOPPED)}); }}"
    return solution.replace(MARK, f"{MARK}\n{tried}", 1)


def _smallest(known):
    """The exercise with the shortest solution: the probes say nothing about the exercise itself."""
    fit = [(assignment, exercise) for assignment in known for exercise in assignment.exercises
           if MARK in exercise.solution and exercise.id in assignment.telling_ids]
    if not fit:
        raise assignments.Unfit(f"no solution has the line {MARK}")
    return min(fit, key=lambda pair: (len(pair[1].solution), pair[1].id))


@contextlib.contextmanager
def _listener():
    """A port of this machine that nobody should reach, and those who did."""
    visitors = []
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def wait():
            with contextlib.suppress(OSError):
                while True:
                    visitors.append(server.accept()[0])
        threading.Thread(target=wait, daemon=True).start()
        yield server.getsockname()[1], visitors
