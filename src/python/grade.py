"""course grade: grades a class. Started by the script course, which has built the library and the tests."""

import argparse
import datetime
import difflib
import json
import os
import platform
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import layout
from grading import assignments, files, outputs, results, seeds, submissions
from grading.cache import Cache
from grading.grader import Grader
from grading.judge import Lost
from grading.progress import Progress
from grading.selftest import SelfTest
from grading.texts import one_line
from grading.tree import Unreadable

GRADED_ALL, COULD_NOT_RUN, SOME_UNGRADABLE, INTERRUPTED = 0, 1, 2, 130
STATE, BOOK = ".state", "book.json"


class Fault(Exception):
    """What stops a grading: a plain sentence, and what mends it."""

    def __init__(self, what, mend=""):
        super().__init__(what)
        self.what, self.mend = what, mend


@dataclass
class Setting:
    """What a grading depends on besides the notebooks. `afresh`: students who are graded even if nothing changed."""
    command: list
    made_from: str
    log: Path
    secret: bytes
    timeout: float = None
    unsafe: bool = False
    afresh: set = field(default_factory=set)


def main(words=None):
    options = parser().parse_args(words)
    trouble = None
    try:
        return self_test(options) if options.self_test else grade(options)
    except (Fault, Lost) as fault:
        trouble = fault
    except assignments.Unfit as unfit:
        trouble = Fault(f"{unfit}.", "./course build makes the notebooks")
    except files.Busy:
        trouble = Fault(f"another grading is under way in {options.out}.", "wait until it has ended, or choose another folder with --out")
    except OSError as error:
        trouble = Fault(f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "") + ".")
    except KeyboardInterrupt:
        print(f"\n{'grading':<15} stopped; what was graded is kept", file=sys.stderr)  # ./course says the rest
        return INTERRUPTED
    print(f"course: {trouble.what}" + (f"\nTo mend it: {trouble.mend}" if trouble.mend else ""), file=sys.stderr)
    return COULD_NOT_RUN


def parser():
    words = argparse.ArgumentParser(prog="course grade", description=__doc__)
    words.add_argument("submissions", nargs="?")
    words.add_argument("--out", default="grades")
    words.add_argument("--jobs", type=int)
    words.add_argument("--only", metavar="STUDENT")
    words.add_argument("--seed", type=int)
    words.add_argument("--timeout", type=float)
    words.add_argument("--unsafe-no-sandbox", action="store_true")
    words.add_argument("--self-test", action="store_true")
    return words


def setting_of(options, log):
    """The judge's command line as the script course gives it, with what was asked for on ours."""
    if "HOMEWORK_JUDGE" not in os.environ:
        raise Fault("it was not told how to start the judge.", "./course grade tells it")
    command = json.loads(os.environ["HOMEWORK_JUDGE"])
    for name, value in (("--jobs", options.jobs), ("--timeout", options.timeout)):
        command += [name, f"{value:g}"] if value is not None else []
    command += ["--unsafe-no-sandbox"] * options.unsafe_no_sandbox
    try:
        secret = seeds.course_secret(layout.ROOT) if options.seed is None else seeds.secret_of(options.seed)
    except ValueError as damaged:
        raise Fault(f"{damaged}.", f"restore it; without it, delete it, and the next start makes another, with other hidden inputs") from None
    return Setting(command, os.environ.get("HOMEWORK_MADE_FROM", ""), log, secret, options.timeout,
                   options.unsafe_no_sandbox)


def say(name, text):
    print(f"{name:<15} {text}", flush=True)


# --------------------------------------------------------------------------------------------------------------- grade

def grade(options):
    out = Path(options.out)
    check_folders(options.submissions, out)
    known = assignments.load(layout.SOLUTIONS, layout.STUDENT)
    with files.alone(out / STATE):
        try:
            students, general = submissions.students_of(options.submissions, {name for one in known for name in one.names})
        except Unreadable as trouble:
            raise Fault(f"{options.submissions} {trouble}.", "give a folder, or a zip of it, with one folder a student") from None
        if not students:
            raise Fault(f"{options.submissions} holds no student's folder.", "the layout is <student>/<notebook>.ipynb")
        return grade_class(options, out, known, students, general)


def check_folders(given, out):
    if not given or not os.path.exists(given):
        raise Fault(f"there is no folder or zip {given}." if given else "it needs the folder or the zip of what was handed in.",
                    "./course grade submissions --out grades")
    if os.path.isdir(given) and files.is_inside(out, given):
        raise Fault(f"the output folder {out} lies in the folder of submissions; the next run would take it for a student.",
                    "choose a folder outside with --out")
    if out.exists() and not out.is_dir():
        raise Fault(f"{out} is not a folder.", "choose another with --out")
    if out.is_dir() and not (out / STATE).is_dir() and any(out.iterdir()):
        raise Fault(f"{out} holds files that are not of a grading.", "choose an empty or a new folder with --out")


def grade_class(options, out, known, students, general):
    begin, log, setting = time.monotonic(), [], setting_of(options, out / STATE / "judge.log")
    earlier = chosen = None
    if options.only:
        chosen = [only(options.only, students)]
        earlier, setting.afresh = read_book(out), {chosen[0].id}
    cache = Cache(out / STATE / "answers")
    grader = Grader(known, cache, setting, log)
    handed = grader.read(chosen or students)
    notebooks = sum(len(one.answers) for one in handed.values())
    say("submissions", f"{counted(len(students), 'student')}" + (f", of whom only {chosen[0].id}" if chosen else "")
        + f", {counted(notebooks, 'notebook')} of " + (", ".join(sorted({label for one in handed.values() for label in one.answers})) or "no homework"))
    if options.unsafe_no_sandbox:
        say("WARNING", "no sandbox: the students' programs can read and change whatever you can, and reach the network")
    progress = Progress(notebooks)
    try:
        book = grader.grade(chosen or students, students, handed, earlier, progress)
    finally:
        progress.close()
    book.general, book.about = general, about(options, grader)
    graded = [book.results[student.id] for student in chosen or students]
    for result in graded:
        if result.status != results.GRADED:
            say(result.status, f"{result.student}: {one_line('; '.join(result.remarks), 300)}")
    for sentence in general:
        say("left out", sentence)
    outputs.write(out, book, log, graded, complete=not chosen)
    files.write(out / STATE / BOOK, json.dumps(book.plain()))
    if not chosen:
        cache.prune()
    return summary(out, book, grader, time.monotonic() - begin)


def only(name, students):
    found = [student for student in students if student.id == name]
    if not found:
        near = difflib.get_close_matches(name, [student.id for student in students], 1, 0.4)
        raise Fault(f"there is no student {name}" + (f"; did you mean {near[0]}?" if near else "."))
    return found[0]


def read_book(out):
    """The results of the last run, which --only leaves as they are."""
    try:
        return results.Book.of_plain(json.loads((out / STATE / BOOK).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Fault(f"the results of the last run in {out} cannot be read.", "grade the whole class once, without --only") from None


def about(options, grader):
    """How the class was graded, for the report and the log."""
    return {"when": datetime.datetime.now().isoformat(" ", "seconds"), "seed": "the course's secret" if options.seed is None else str(options.seed),
            "timeout": "the judge's own" if options.timeout is None else f"{options.timeout:g} s",
            "sandbox": "none (--unsafe-no-sandbox)" if options.unsafe_no_sandbox else str(grader.ready.get("sandbox", "not needed: all results were kept")),
            "python": platform.python_version(), "library": grader.setting.made_from[:12]}


def summary(out, book, grader, seconds):
    count = {status: sum(result.status == status for result in book.results.values()) for status in
             (results.GRADED, results.REMARKS, results.UNGRADABLE, results.MISSING)}
    kept = sum(outcome.kept for result in book.results.values() for outcome in result.outcomes.values())
    totals = [result.points for result in book.results.values() if result.status in (results.GRADED, results.REMARKS)]
    mean = f", {sum(totals) / len(totals):.1f} of {book.of} points on average" if totals else ""
    say("graded", f"{counted(len(book.results), 'student')} in {seconds:.1f} s{mean}" + (f"; {kept} unchanged since the last run" if kept else ""))
    odd = ", ".join(f"{number} {status}" for status, number in count.items() if number and status != results.GRADED)
    say("", (odd or "nothing odd") + f"; {out / 'report.html'} shows the class, {out / 'grades.csv'} has the points")
    return SOME_UNGRADABLE if count[results.UNGRADABLE] else GRADED_ALL


def counted(number, noun):
    return f"{number} {noun}{'' if number == 1 else 's'}"


# ----------------------------------------------------------------------------------------------------------- self-test

def self_test(options):
    known = assignments.load(layout.SOLUTIONS, layout.STUDENT)
    faults = SelfTest(known, setting_of(options, layout.ROOT / "target" / "logs" / "judge.log"), layout.ROOT, say).run()
    return COULD_NOT_RUN if faults else GRADED_ALL


# --------------------------------------------------------------------------------------------------------------- start

def interrupted(number, frame):
    raise KeyboardInterrupt


def prepare():
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and (name == "SIGINT" or signal.getsignal(number) != signal.SIG_IGN):
            signal.signal(number, interrupted)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")


if __name__ == "__main__":
    prepare()
    sys.exit(main())
