"""course grade as it is run, with a judge for tests: outputs, exit codes, what is kept, what is asked again, and how it ends."""

import contextlib
import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import unittest
import xml.etree.ElementTree as ElementTree

from grading_case import JUDGE, PROGRAM, SOFTMAX, InFolder, answered, blank
from grading.progress import Progress

RIGHT = "// right"
ALL_RIGHT = {exercise.id: RIGHT for exercise in SOFTMAX.exercises}


class Grading(InFolder):
    """A test that grades a class of its own."""

    def rows(self):
        return {row["student"]: row for row in csv.DictReader(io.StringIO(self.made("grades.csv")))}

    def graded_anew(self):
        """Whom the judge was asked about since this was asked for the last time."""
        names = sorted(request["key"].split("\n")[0] for request in self.requests())
        (self.folder / "requests.txt").unlink(missing_ok=True)
        return names

    def hand_in_class(self):
        self.hand_in("anna/softmax.ipynb", answered(ALL_RIGHT))
        self.hand_in("ben/softmax.ipynb", answered({"softmax": RIGHT, "logSoftmax": "// wrong: 3"}))
        self.hand_in("carl/softmax.ipynb", blank())


class Outputs(Grading):

    def test_a_class(self):
        self.hand_in_class()
        said = self.grade(check=0).stdout
        self.assertRegex(said, r"submissions +3 students, 3 notebooks of 1-backprop/softmax\n")
        self.assertRegex(said, r"graded +3 students in [\d.]+ s, 7.0 of 18 points on average\n +nothing odd; .*report.html shows the class")
        self.assertEqual({"anna": ("18", "18", "graded"), "ben": ("3", "18", "graded"), "carl": ("0", "18", "graded")},
                         {name: (row["total"], row["of"], row["status"]) for name, row in self.rows().items()})
        self.assertEqual("2", self.rows()["ben"]["1-backprop/softmax/softmax/values"])
        self.assertEqual({".state", "feedback", "grades.csv", "gradescope", "junit", "log.txt", "report.html"},
                         {path.name for path in (self.folder / "grades").iterdir()})
        self.assertIn("Feedback for ben", self.made("feedback/ben.html"))
        self.assertEqual(3, json.loads(self.made("gradescope/ben/results.json"))["score"])
        self.assertEqual("12", ElementTree.fromstring(self.made("junit/anna.xml")).find("testsuite").get("tests"))

    def test_what_the_judge_is_asked(self):
        self.hand_in_class()
        self.grade(check=0)
        self.assertEqual([dict(SOFTMAX.request())], self.requests("assignment"))
        asked = {request["key"].split("\n")[0]: request for request in self.requests()}
        self.assertEqual({"anna", "ben"}, set(asked), "a blank copy needs no judge")
        self.assertEqual([{"id": "softmax", "source": RIGHT}, {"id": "logSoftmax", "source": "// wrong: 3"}], asked["ben"]["cells"])
        self.assertNotEqual(asked["anna"]["seed"], asked["ben"]["seed"])
        self.assertIn(f"seed {asked['ben']['seed']}", self.made("log.txt"))

    def test_arguments_reach_the_judge(self):
        self.hand_in_class()
        said = self.grade("--unsafe-no-sandbox", "--jobs=3", "--timeout=7.5", check=0).stdout
        self.assertIn("no sandbox: the students' programs can read and change whatever you can", said)
        self.assertIn("none (--unsafe-no-sandbox)", self.made("report.html"))

    def test_odd_ones_do_not_stop_the_others(self):
        self.hand_in_class()
        self.hand_in("dora/softmax.ipynb", "{")
        self.hand_in("emil/softmax.ipynb", answered({"softmax": RIGHT + "\n// odd"}))
        self.hand_in("fay/softmax.ipynb", answered({"softmax": "// nonsense"}))
        (self.given / "gus").mkdir()
        self.hand_in("hal/activations.ipynb", blank("1-backprop/activations"))
        said = self.grade(check=2).stdout
        self.assertRegex(said, r"\nungradable +dora: softmax.ipynb is not valid JSON")
        self.assertRegex(said, r"\nremarks +emil: .*1-backprop/softmax: it looked around")
        self.assertRegex(said, r"\nmissing +gus: no notebook was handed in\n")
        self.assertRegex(said, r"\nremarks +hal: nothing was handed in for 1-backprop/softmax\n")
        rows = self.rows()
        self.assertEqual({"dora": "ungradable", "emil": "remarks", "gus": "missing", "hal": "remarks"},
                         {name: rows[name]["status"] for name in ("dora", "emil", "gus", "hal")})
        self.assertEqual(["18", "0", "3", "0"], [rows[name]["total"] for name in ("anna", "dora", "emil", "fay")])
        self.assertTrue(all(row["of"] == "45" for row in rows.values()))
        self.assertIn("expecting property name", self.made("feedback/dora.html"))

    def test_one_good_and_one_broken_notebook(self):
        self.hand_in("anna/softmax.ipynb", answered(ALL_RIGHT))
        self.hand_in("anna/broken.ipynb", "{")
        self.grade(check=0)
        self.assertEqual(("18", "remarks"), (self.rows()["anna"]["total"], self.rows()["anna"]["status"]))
        self.hand_in("ben/activations.ipynb", blank("1-backprop/activations"))
        self.grade(check=2)
        self.assertEqual(("18", "ungradable"), (self.rows()["anna"]["total"], self.rows()["anna"]["status"]), "the broken one may be the other homework")

    @unittest.skipIf(os.name == "nt", "such names are of Unix")
    def test_hostile_students(self):
        for name in ("<img src=x onerror=alert(1)>", "=1+1", "..%2f..", "a\x1b[2Jb", "'; DROP TABLE", "x" * 250):
            self.hand_in(f"{name}/softmax.ipynb", answered({"softmax": RIGHT + "\n// prints: </pre><script>alert(1)</script>"}))
        before = sorted(path.name for path in self.folder.iterdir())
        said = self.grade(check=0).stdout
        self.assertNotIn("\x1b", said)
        self.assertEqual(sorted(before + ["grades", "requests.txt"]), sorted(path.name for path in self.folder.iterdir()))
        pages = list((self.folder / "grades" / "feedback").iterdir())
        self.assertEqual(6, len(pages))
        for page in [*pages, self.folder / "grades" / "report.html"]:
            self.assertNotRegex(page.read_text(encoding="utf-8"), "<script|<img")
        self.assertIn("'=1+1", self.rows())

    def test_students_who_are_gone_leave_nothing(self):
        self.hand_in_class()
        self.grade(check=0)
        mine = self.folder / "grades" / "feedback" / "mine.txt"
        mine.write_text("not of the grader")
        shutil.rmtree(self.given / "ben")
        self.grade(check=0)
        self.assertEqual({"anna.html", "carl.html", "mine.txt"}, {path.name for path in (self.folder / "grades" / "feedback").iterdir()})
        self.assertEqual({"anna", "carl"}, {path.name for path in (self.folder / "grades" / "gradescope").iterdir()})
        self.assertEqual({"anna", "carl"}, set(self.rows()))


class CouldNotRun(Grading):

    def fails(self, sentence, *words, **more):
        result = self.grade(*words, check=1, **more)
        self.assertRegex(result.stderr, sentence)
        self.assertNotIn("Traceback", result.stderr)

    def test_no_submissions(self):
        self.fails("holds no student's folder.\nTo mend it: the layout is <student>/<notebook>.ipynb")
        self.given.rmdir()
        self.fails("there is no folder or zip .*submissions")
        self.given.write_text("x")
        self.fails("is no zip that can be opened")

    def test_an_output_folder_that_would_be_taken_for_a_student(self):
        self.hand_in_class()
        self.fails("lies in the folder of submissions", f"--out={self.given / 'grades'}")
        self.assertFalse((self.given / "grades").exists())

    def test_an_output_folder_with_other_things_in_it(self):
        self.hand_in_class()
        (self.folder / "grades").mkdir()
        (self.folder / "grades" / "thesis.txt").write_text("mine")
        self.fails("holds files that are not of a grading")

    def test_no_sandbox(self):
        self.hand_in_class()
        self.fails("course: the judge cannot grade here: no bubblewrap\nTo mend it: apt-get install bubblewrap", judge=["--fault", "no bubblewrap"])
        self.assertFalse((self.folder / "grades" / "grades.csv").exists())

    def test_a_judge_that_does_not_start(self):
        self.hand_in_class()
        self.fails("the judge cannot be started", HOMEWORK_JUDGE='["/nowhere/java"]')
        self.fails("it ended or kept silent instead of getting ready", HOMEWORK_JUDGE=json.dumps([sys.executable, "-c", "pass"]))

    def test_an_unknown_student(self):
        self.hand_in_class()
        self.fails("there is no student ana; did you mean anna?", "--only=ana")

    def test_two_graders_on_one_folder(self):
        self.hand_in("anna/softmax.ipynb", answered({"softmax": "// slow"}))
        with subprocess.Popen(self.command(), env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as first:
            while not self.requests():
                time.sleep(0.05)
            self.fails("another grading is under way in .*grades.\nTo mend it: wait until it has ended")
            first.send_signal(signal.SIGINT)
            first.communicate(timeout=30)
        self.hand_in("anna/softmax.ipynb", blank())
        self.grade(check=0)


class Kept(Grading):
    """What does not change is not graded twice; what changes is."""

    def setUp(self):
        super().setUp()
        self.hand_in_class()
        self.grade(check=0)
        self.assertEqual(["anna", "ben"], self.graded_anew())

    def test_nothing_changed(self):
        before = {name: self.made(name) for name in ("grades.csv", "feedback/anna.html", "gradescope/ben/results.json", "junit/ben.xml")}
        said = self.grade(check=0).stdout
        self.assertIn("2 unchanged since the last run", said)
        self.assertEqual([], self.requests("start"), "not even a judge was started")
        self.assertEqual(before, {name: self.made(name) for name in before})

    def test_one_answer_changed(self):
        self.hand_in("ben/softmax.ipynb", answered(ALL_RIGHT))
        self.grade(check=0)
        self.assertEqual(["ben"], self.graded_anew())
        self.assertEqual("18", self.rows()["ben"]["total"])

    def test_a_change_outside_the_solution_cells(self):
        notebook = answered(ALL_RIGHT)
        notebook["cells"][0]["source"] = "other words"
        self.hand_in("anna/x.ipynb", notebook)
        (self.given / "anna" / "softmax.ipynb").unlink()
        self.grade(check=0)
        self.assertEqual([], self.graded_anew())

    def test_another_seed_timeout_library_or_sandbox(self):
        for words, more in ((["--seed=2"], {}), (["--timeout=3"], {}), (["--unsafe-no-sandbox"], {}), ([], {"HOMEWORK_MADE_FROM": "others"})):
            self.grade(*words, check=0, **more)
            self.assertEqual(["anna", "ben"], self.graded_anew(), words)

    def test_a_damaged_answer_is_asked_for_again(self):
        for path in (self.folder / "grades" / ".state" / "answers").iterdir():
            path.write_text("{")
        self.grade(check=0)
        self.assertEqual(["anna", "ben"], self.graded_anew())

    def test_what_is_not_needed_any_more_is_forgotten(self):
        answers = self.folder / "grades" / ".state" / "answers"
        before = len(list(answers.iterdir()))
        self.grade("--seed=2", check=0)
        self.assertEqual(before, len(list(answers.iterdir())))

    def test_only_one_student(self):
        self.hand_in("anna/softmax.ipynb", blank())
        self.hand_in("ben/softmax.ipynb", answered(ALL_RIGHT))
        said = self.grade("--only=ben", check=0).stdout
        self.assertIn("of whom only ben", said)
        self.assertEqual(["ben"], self.graded_anew())
        self.assertEqual(["18", "18", "0"], [row["total"] for row in self.rows().values()], "anna's row is as it was")
        self.grade("--only=ben", check=0)
        self.assertEqual(["ben"], self.graded_anew(), "asked for by name, it is graded afresh")
        self.assertTrue((self.folder / "grades" / "feedback" / "carl.html").exists())
        self.grade(check=0)
        self.assertEqual([], self.graded_anew())
        self.assertEqual(["0", "18", "0"], [row["total"] for row in self.rows().values()])

    def test_only_one_student_in_a_new_folder(self):
        shutil.rmtree(self.folder / "grades")
        self.grade("--only=ben", check=0)
        self.assertEqual(["ben"], list(self.rows()))


class DyingJudge(Grading):

    def test_one_that_kills_it_does_not_take_the_others_along(self):
        for number in range(8):
            self.hand_in(f"s{number}/softmax.ipynb", answered({"softmax": f"{RIGHT}\n// {number}"}))
        for name in ("s2a", "s5a"):
            self.hand_in(f"{name}/softmax.ipynb", answered({"softmax": "// dies"}))
        said = self.grade(check=2).stdout
        rows = self.rows()
        self.assertEqual({"3"}, {row["total"] for name, row in rows.items() if not name.endswith("a")})
        self.assertEqual({"ungradable"}, {rows[name]["status"] for name in ("s2a", "s5a")})
        self.assertRegex(said, r"ungradable +s2a: 1-backprop/softmax: the judge died twice while it graded this")
        self.assertEqual(2, sum(request["key"].startswith("s2a") for request in self.requests()))
        (self.folder / "requests.txt").unlink()
        self.grade(check=2)
        self.assertEqual({"s2a", "s5a"}, set(self.graded_anew()), "what killed the judge is tried again at the next run")

    def test_a_judge_that_always_dies(self):
        for number in range(20):
            self.hand_in(f"s{number}/softmax.ipynb", answered({"softmax": "// dies"}))
        result = self.grade(check=1)
        self.assertIn("the judge died 11 times one after the other", result.stderr)
        self.assertFalse((self.folder / "grades" / "grades.csv").exists())


@unittest.skipIf(os.name == "nt", "signals are of Unix")
class Interrupted(Grading):

    def interrupt(self, number):
        """Starts a grading, stops it while the second submission is under way, and returns its exit code and what it said."""
        self.hand_in("anna/softmax.ipynb", answered(ALL_RIGHT))
        self.hand_in("ben/softmax.ipynb", answered({"softmax": "// slow"}))
        self.hand_in("carl/softmax.ipynb", answered(ALL_RIGHT))
        with subprocess.Popen(self.command("--jobs=1"), env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as grader:
            while not any((self.folder / "grades" / ".state").glob("answers/*")) or len(self.requests()) < 2:
                time.sleep(0.05)
            time.sleep(0.5)
            begin = time.monotonic()
            grader.send_signal(number)
            _, told = grader.communicate(timeout=30)
        self.assertLess(time.monotonic() - begin, 8)
        return grader.returncode, told

    def alive(self, pid):
        with contextlib.suppress(OSError):
            os.kill(pid, 0)
            return True
        return False

    def test_it_ends_with_its_judge_and_keeps_what_was_graded(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                shutil.rmtree(self.folder / "grades", ignore_errors=True)
                (self.folder / "requests.txt").unlink(missing_ok=True)
                code, told = self.interrupt(number)
                self.assertEqual(130, code)
                self.assertIn("stopped; what was graded is kept", told)
                self.assertFalse(self.alive(self.requests("start")[0]["pid"]), "the judge is gone")
                self.assertEqual([".state"], [path.name for path in (self.folder / "grades").iterdir()], "nothing half-written")
                (self.folder / "requests.txt").unlink()
                self.hand_in("ben/softmax.ipynb", answered({"softmax": RIGHT}))
                self.grade(check=0)
                self.assertNotIn("anna", self.graded_anew())

    def test_a_killed_grader_leaves_no_lock_and_no_judge(self):
        self.assertEqual(-signal.SIGKILL, self.interrupt(signal.SIGKILL)[0])
        deadline = time.monotonic() + 10  # its input ends, and with it the judge, when its 3 s are over
        while self.alive(self.requests("start")[0]["pid"]) and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertFalse(self.alive(self.requests("start")[0]["pid"]))
        self.hand_in("ben/softmax.ipynb", blank())
        (self.folder / "grades" / ".grades.csv.77.part").write_text("half")
        self.grade(check=0)
        self.assertFalse(list((self.folder / "grades").glob(".*.part")))


class SelfTest(Grading):

    def run_self_test(self, *judge, code):
        return self.grade("--self-test", judge=judge, check=code).stdout

    def test_a_judge_that_gives_no_points_is_found_out(self):
        said = self.run_self_test(code=1)
        self.assertRegex(said, r"\nsolution +FAULT  1-backprop/softmax: 0 of 18 points: it was to be 18; it loses in softmax")
        self.assertRegex(said, r"\nblank +ok     1-backprop/softmax: 0 of 18 points")
        self.assertRegex(said, r"\nprobe +FAULT  harmless: 0 of 3 points: all points were to be earned")
        self.assertRegex(said, r"\nprobe +ok     opens a socket: 0 points")

    def test_no_sandbox_no_probes(self):
        said = self.grade("--self-test", "--unsafe-no-sandbox", check=1).stdout
        self.assertIn("not tried, because there is no sandbox", said)
        self.assertNotIn("opens a socket", said)


class OnATerminal(unittest.TestCase):

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    def test_one_line_that_changes_in_place(self):
        terminal = self.Terminal()
        progress = Progress(2, terminal)
        progress.step()
        progress.step()
        progress.close()
        self.assertRegex(terminal.getvalue(), r"^\rgrading +1 of 2\rgrading +2 of 2\r +\r$")

    def test_elsewhere_a_line_now_and_then(self):
        log = io.StringIO()
        progress = Progress(3, log, every=0)
        for _ in range(3):
            progress.step()
        progress.close()
        self.assertEqual(3, len(log.getvalue().splitlines()))
        self.assertNotIn("\r", log.getvalue())


if __name__ == "__main__":
    unittest.main()
