"""nbgrader with our grader: real nbgrader commands over a small class, and what becomes of a judge's odd answers."""

import contextlib
import csv
import html
import importlib.machinery
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import nbformat

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "src" / "python"), str(ROOT / "src" / "nbgrader")]

import homework_grader  # noqa: E402
import homework_nbgrader  # noqa: E402
import layout  # noqa: E402
from nbgrader.api import Gradebook  # noqa: E402

HOMEWORK, NAME = "1-backprop", "softmax"
LABEL = f"{HOMEWORK}/{NAME}"
FAKE_JUDGE = [sys.executable, str(ROOT / "src" / "test" / "python" / "fake_judge.py")]
SEED = 20261201
TIMEOUT = 60  # seconds; a machine that builds and trains beside the tests must not cost a submission its points


def blank():
    return nbformat.read(layout.STUDENT / HOMEWORK / f"{NAME}.ipynb", as_version=4)


def solved(**instead):
    """The copy with the instructor's answers in it, some of them replaced."""
    solution = nbformat.read(layout.SOLUTIONS / HOMEWORK / f"{NAME}.ipynb", as_version=4)
    answers = {cell.metadata.exercise: cell.source for cell in solution.cells if "exercise" in cell.metadata}
    notebook = blank()
    for cell in notebook.cells:
        if "exercise" in cell.metadata:
            cell.source = instead.get(cell.metadata.exercise, answers[cell.metadata.exercise])
    return notebook


def checks(notebook):
    return [cell for cell in notebook.cells if cell.source.startswith("check(")]


WRONG = "INDArray softmax(INDArray x, double beta) {\n    INDArray e = Transforms.exp(x.mul(beta));\n    return e.div(e.sumNumber());\n}"
SHOUTING = ("INDArray softmax(INDArray x, double beta) {\n    System.err.println(\"a word to stderr\");\n"
            "    System.out.println(\"<script>alert(1)</script>\");\n"
            "    INDArray e = Transforms.exp(x.mul(-beta));\n    return e.div(e.sumNumber());\n}")
NOT_A_NUMBER = "INDArray softmax(INDArray x, double beta) {\n    return x.mul(Double.NaN);\n}"
BY_HEART = ("INDArray softmax(INDArray x, double beta) {\n    INDArray e = Transforms.exp(x.mul(-(x.length() == 3 || beta == 1 ? beta : 1)));\n"
            "    return e.div(e.sumNumber());\n}")


def with_stored_errors():
    """Right, with all on it that makes nbgrader's own reading of points go wrong to the student's disadvantage."""
    notebook = solved(softmax=SHOUTING)
    for cell in checks(notebook):
        cell.outputs = [nbformat.v4.new_output("stream", name="stderr", text="a word"),
                        nbformat.v4.new_output("error", ename="E", evalue="", traceback=[])]
    return notebook


def with_forged_points():
    """Wrong, with all on it that makes nbgrader's own reading of points go wrong to the student's advantage."""
    notebook = solved(softmax=WRONG)
    for cell in notebook.cells:
        cell.metadata.tags = ["skip-execution"]
    for cell in checks(notebook):
        cell.source = "3"
        cell.metadata.nbgrader = nbformat.from_dict({"schema_version": 3, "grade_id": "check-softmax", "grade": True, "locked": False, "solution": False,
                                                     "task": False, "points": 1000})
        cell.outputs = [nbformat.v4.new_output("execute_result", data={"text/plain": "1000"})]
    return notebook


def without_checks():
    notebook = solved()
    notebook.cells = [cell for cell in notebook.cells if not cell.source.startswith("check(")]
    return notebook


def retagged():
    """Right but for one cell that lost its tag and one that claims to be a grade cell."""
    notebook = solved()
    cells = {cell.metadata.exercise: cell for cell in notebook.cells if "exercise" in cell.metadata}
    cells["softmax"].metadata = nbformat.from_dict({})
    cells["logSoftmax"].metadata.nbgrader.update(grade=True, solution=False, locked=True, points=1000)
    return notebook


CLASS = {"blank": blank, "solution": solved, "wrong": lambda: solved(softmax=WRONG), "shouting": with_stored_errors, "forged": with_forged_points,
         "deleted": without_checks, "retagged": retagged, "nan": lambda: solved(softmax=NOT_A_NUMBER), "by-heart": lambda: solved(softmax=BY_HEART)}


class NbgraderCourse:
    """A course folder of an instructor who uses nbgrader."""

    def __init__(self, judge):
        self.folder = Path(tempfile.mkdtemp(prefix="nbgrader é "))
        (self.folder / "nbgrader_config.py").write_text(
            f"load_subconfig({str(ROOT / 'src' / 'nbgrader' / 'nbgrader_config.py')!r})\nc = get_config()\n"
            f"c.CourseDirectory.course_id = 'deep-learning'\nc.HomeworkGrader.seed = {SEED}\nc.HomeworkGrader.timeout = {TIMEOUT}\n", encoding="utf-8")
        self.environ = {**os.environ, "HOMEWORK_JUDGE": json.dumps(judge), "JUPYTER_CONFIG_DIR": str(self.folder / "config"),
                        "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1",
                        "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]}  # nbgrader calls alembic by name

    def run(self, *words):
        done = subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=self.folder, env=self.environ, capture_output=True, encoding="utf-8")
        return done.returncode, done.stdout + done.stderr

    def hand_in(self, student, notebook):
        path = self.folder / "submitted" / student / HOMEWORK / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        if notebook is not None:
            nbformat.write(notebook, path)
        return path

    def points(self):
        """Each student's points of each exercise, out of gradebook.db."""
        with Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}", "deep-learning") as book:
            return {one.student.id: {grade.name.removeprefix("check-"): grade.score for notebook in one.notebooks for grade in notebook.grades}
                    for one in book.assignment_submissions(HOMEWORK)}

    def feedback(self, student):
        """The page as it is, and its text."""
        page = (self.folder / "feedback" / student / HOMEWORK / f"{NAME}.html").read_text(encoding="utf-8")
        return page, html.unescape(re.sub(r"<[^>]+>", "", page))


def report(text, exercise):
    """Of a feedback's text the report on one exercise."""
    found = re.search(rf"^{exercise}: \d+ of \d+ points\n(?:  .*\n)*", text, re.M)
    return found.group() if found else ""


def judge_command():
    loader = importlib.machinery.SourceFileLoader("course", str(ROOT / "course"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("course", loader))
    with mock.patch.object(sys, "dont_write_bytecode", True):
        loader.exec_module(module)
    with contextlib.redirect_stdout(sys.stderr):
        return json.loads(module.judge_environment()["HOMEWORK_JUDGE"])


class AClass(unittest.TestCase):
    """Generated, handed in, graded, with feedback and exported by nbgrader; and graded by ./course grade."""

    @classmethod
    def setUpClass(cls):
        cls.judge = judge_command()
        cls.course = NbgraderCourse(cls.judge)
        cls.addClassCleanup(shutil.rmtree, cls.course.folder)
        cls.run_all("generate_assignment", HOMEWORK, "--notebook", NAME)
        for student, notebook in CLASS.items():
            cls.course.hand_in(student, notebook())
        cls.course.hand_in("damaged", None).write_text('{"cells": [', encoding="utf-8")
        (cls.course.folder / "submitted" / "solution" / HOMEWORK / "notes.txt").write_text("mine", encoding="utf-8")
        if os.name != "nt":
            cls.course.hand_in("linked", None).symlink_to(cls.course.folder / "submitted" / "solution" / HOMEWORK / f"{NAME}.ipynb")
            (cls.course.folder / "submitted" / "solution" / HOMEWORK / "endless").symlink_to("/dev/zero")
            os.mkfifo(cls.course.folder / "submitted" / "blank" / HOMEWORK / "pipe")
            (cls.course.folder / "submitted" / "linked" / HOMEWORK / "timestamp.txt").symlink_to("/dev/zero")
        cls.log = cls.run_all("autograde", HOMEWORK)
        cls.run_all("generate_feedback", HOMEWORK)
        cls.run_all("export")
        cls.points = cls.course.points()
        cls.by_course = cls.graded_by_course()

    @classmethod
    def run_all(cls, *words):
        code, said = cls.course.run(*words)
        if code:
            raise AssertionError(f"nbgrader {' '.join(words)}: {said}")
        return said

    @classmethod
    def graded_by_course(cls):
        """Each student's points of each exercise by ./course grade on the same notebooks."""
        out = cls.course.folder / "grades"
        done = subprocess.run([sys.executable, str(ROOT / "course"), "grade", str(cls.course.folder / "submitted"), "--out", str(out), "--seed", str(SEED),
                               "--timeout", str(TIMEOUT)], capture_output=True, encoding="utf-8", env=cls.course.environ)
        if done.returncode not in (0, 2):
            raise AssertionError(done.stdout + done.stderr)
        points = {}
        with open(out / "grades.csv", encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                of_student = points.setdefault(row["student"], {})
                for column, value in row.items():
                    if column.startswith(LABEL + "/"):
                        exercise = column.split("/")[2]
                        of_student[exercise] = of_student.get(exercise, 0) + int(value)
        return points

    def of(self, student):
        return sum(self.points[student].values())

    def test_points_are_those_of_course_grade(self):
        for student, points in self.points.items():
            self.assertEqual(points, self.by_course[student], student)
        self.assertEqual(set(self.points), set(self.by_course))
        self.assertEqual(len(self.points), len(CLASS) + (1 if os.name == "nt" else 2))

    def test_the_csv_has_the_points_of_the_gradebook(self):
        with open(self.course.folder / "grades.csv", encoding="utf-8", newline="") as file:
            rows = {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)}
        full = self.of("solution")
        self.assertEqual(rows, {student: (self.of(student), full) for student in self.points})

    def test_points(self):
        self.assertEqual(self.of("blank"), 0)
        headings = re.findall(r"^## .*\((\d+) points\)$", "\n".join(cell.source for cell in blank().cells), re.M)
        self.assertEqual(self.of("solution"), sum(map(int, headings)))
        self.assertLess(self.points["wrong"]["softmax"], self.points["solution"]["softmax"])
        self.assertEqual(self.points["wrong"]["answers"], 3)
        self.assertEqual(self.points["nan"]["softmax"], 0)

    def test_words_to_stderr_and_stored_errors_cost_nothing(self):
        self.assertEqual(self.points["shouting"], self.points["solution"])

    def test_neither_tags_nor_stored_results_nor_claimed_points_earn_anything(self):
        self.assertEqual(self.points["forged"], self.points["wrong"])

    def test_deleted_check_cells_cost_nothing(self):
        self.assertEqual(self.points["deleted"], self.points["solution"])

    def test_a_cell_that_lost_its_tag_counts_as_missing_and_a_changed_tag_does_not(self):
        self.assertEqual(self.points["retagged"]["softmax"], 0)
        self.assertEqual(self.points["retagged"]["logSoftmax"], self.points["solution"]["logSoftmax"])
        self.assertIn("softmax: its cell is not in the notebook", self.log)
        self.assertIn("its cell is not in the notebook", report(self.course.feedback("retagged")[1], "softmax"))

    def test_a_damaged_file_and_a_link_get_nothing_and_the_reason(self):
        self.assertIn("damaged, softmax: not graded: softmax.ipynb is not valid JSON", self.log)
        self.assertEqual(self.of("damaged"), 0)
        self.assertIn("is not valid JSON", report(self.course.feedback("damaged")[1], "softmax"))
        if os.name != "nt":
            self.assertEqual(self.of("linked"), 0)
            self.assertIn("is a link, and links are not followed", self.course.feedback("linked")[1])

    def test_of_the_other_files_only_plain_ones_are_copied(self):
        copied = {path.name for path in (self.course.folder / "autograded").rglob("*") if path.is_file()}
        self.assertEqual(copied, {f"{NAME}.ipynb", "notes.txt"})

    def test_feedback_has_the_report_of_each_exercise(self):
        for student in CLASS:
            _, text = self.course.feedback(student)
            for exercise, points in self.points[student].items():
                self.assertIn(f"{exercise}: {points:.0f} of ", report(text, exercise), student)
        wrong = report(self.course.feedback("wrong")[1], "softmax")
        for word in ("0 of 1", "input", "expected", "got", "likely"):
            self.assertIn(word, wrong)
        self.assertIn("not written yet", report(self.course.feedback("blank")[1], "softmax"))

    def test_what_students_print_is_escaped(self):
        page, text = self.course.feedback("shouting")
        self.assertNotIn("<script>alert(1)", page)
        self.assertIn("<script>alert(1)</script>", report(text, "softmax"))

    def test_of_a_hidden_test_feedback_shows_the_name_and_no_inputs(self):
        told = report(self.course.feedback("by-heart")[1], "softmax")
        self.assertLess(self.points["by-heart"]["softmax"], self.points["solution"]["softmax"], told)
        self.assertIn("failed on hidden inputs: ", told)
        for word in ("input ", "expected ", "got "):
            self.assertNotIn(word, told)

    def test_the_released_notebook_is_the_students_copy_with_grade_cells(self):
        made = nbformat.read(self.course.folder / "release" / HOMEWORK / f"{NAME}.ipynb", as_version=4)
        self.assertEqual([(cell.cell_type, cell.source) for cell in made.cells], [(cell.cell_type, cell.source) for cell in blank().cells])
        self.assertEqual({cell.metadata.nbgrader.grade_id for cell in checks(made)}, {f"check-{exercise}" for exercise in self.points["solution"]})
        self.assertTrue(all(cell.metadata.nbgrader.locked and cell.metadata.editable is False for cell in checks(made)))

    def test_no_judge_is_left(self):
        self.assertEqual(running(self.judge), [])


def running(command):
    """Processes of this machine that were started with a command, in a session of the tests' own folder."""
    if not os.path.isdir("/proc"):
        return []
    words = "\0".join(command).encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if path.read_bytes().startswith(words):
                found.append(path.parent.name)
    return found


class Verdicts(unittest.TestCase):
    """A judge for tests stands in, whose answers are as the cell says or as the test puts them in its mouth."""

    def setUp(self):
        self.grader = homework_grader.Grader(FAKE_JUDGE)
        self.addCleanup(self.grader.close)
        self.assignment = homework_grader.assignment_of([cell.metadata.exercise for cell in blank().cells if "exercise" in cell.metadata])

    def submission(self, *cells, **more):
        return homework_grader.Submission("ada", self.assignment, list(cells), **more)

    def grade(self, *cells, **more):
        return self.grader.grade(self.submission(*cells, **more), seed=1)

    def answering(self, tests):
        """The verdict when the judge says this of softmax's tests."""
        self.grader.points(self.assignment)
        answer = {"key": "x", "exercises": [{"id": "softmax", "points": 3, "of": 3, "tests": tests}]}
        with mock.patch.object(self.grader.judge, "grade", lambda requests: iter([(requests[0], answer)])):
            return self.grade(("softmax", "anything"))

    def test_a_judge_that_says_odd_things_gives_no_points(self):
        for points in (float("nan"), -1, 1000, "2", 2.0, True, None, [2], float("inf")):
            verdict = self.answering([{"test": "values", "points": points, "of": 2, "passed": True},
                                      {"test": "beta", "points": 1, "of": 1, "passed": True}])
            self.assertEqual(verdict.of("softmax", 3)[0], 1, points)
        for tests in ([], None, 7, [{"test": "another", "points": 3, "passed": True}], [3]):
            self.assertEqual(self.answering(tests).of("softmax", 3)[0], 0, tests)

    def test_a_failed_grading_gives_no_points_and_says_why(self):
        verdict = self.grade(("softmax", "// right // dies"))
        self.assertEqual(verdict.of("softmax", 3), (0, "softmax: 0 of 3 points\n  not graded: the judge died twice while it graded this\n"))
        self.assertEqual(verdict.remarks, ["not graded: the judge died twice while it graded this"])
        self.assertEqual(self.grade(("softmax", "// right")).of("softmax", 3)[0], 3, "the next is graded")

    def test_nonsense_gives_no_points(self):
        self.assertEqual(self.grade(("softmax", "// nonsense")).of("softmax", 3)[0], 0)

    def test_an_exercise_that_the_gradebook_counts_otherwise_is_refused(self):
        verdict = self.grade(("softmax", "// right"))
        for exercise, most in (("softmax", 4), ("another", 3)):
            with self.assertRaisesRegex(homework_grader.Fault, "the notebook has changed since nbgrader generate_assignment made it"):
                verdict.of(exercise, most)

    def test_reports(self):
        points, told = self.grade(("softmax", "// wrong: <b>\x1b[1m // prints: one"), missing={"answers": "not written yet"}).of("softmax", 3)
        self.assertEqual(points, 0)
        self.assertIn("  0 of 2   values of softmax\n           input     x = [1, 2]\n           expected  [0.1, 0.9]\n"
                      "           got       <b>␛[1m", told)
        hidden = self.grade(("softmax", "// right // hidden")).of("softmax", 3)
        self.assertEqual(hidden, (2, "softmax: 2 of 3 points\n  2 of 2   values of softmax\n  0 of 1   beta of softmax\n"
                                     "           failed on hidden inputs: β = 0.3 against ND4J\n           a value is not what it should be\n"))
        self.assertEqual(self.grade(missing={"answers": "not written yet"}).of("answers", 3), (0, "answers: 0 of 3 points\n  not written yet\n"))
        compiler = self.grade(("softmax", "// error: ';' expected")).of("softmax", 3)[1]
        self.assertIn("  the compiler says:\n    ';' expected", compiler)

    def test_one_judge_grades_all_and_is_gone_afterwards(self):
        self.grade(("softmax", "// right"))
        judge = self.grader.judge.process
        self.grade(("softmax", "// right"))
        self.assertIs(self.grader.judge.process, judge)
        self.grader.close()
        self.assertIsNotNone(judge.poll())

    def test_a_judge_that_nobody_asks_any_more_ends_and_comes_back(self):
        with mock.patch.object(homework_grader, "IDLE", 0.2):
            self.grade(("softmax", "// right"))
        judge = self.grader.judge.process
        judge.wait(timeout=30)
        self.assertEqual(self.grade(("softmax", "// right")).of("softmax", 3)[0], 3)

    def test_a_judge_that_refuses_says_what_mends_it(self):
        self.grader.command = FAKE_JUDGE + ["--fault", "bubblewrap is missing"]
        with self.assertRaisesRegex(homework_grader.Fault, "bubblewrap is missing\nTo mend it: apt-get install bubblewrap"):
            self.grade(("softmax", "// right"))

    def test_the_seed_is_that_of_course_grade(self):
        record = Path(tempfile.mkdtemp()) / "record"
        self.addCleanup(shutil.rmtree, record.parent)
        self.grader.command = FAKE_JUDGE + ["--record", str(record)]
        with mock.patch.object(homework_grader.seeds, "course_secret", lambda root: b"secret"):
            self.grader.grade(self.submission(("softmax", "// right")))
        seeds = [json.loads(line).get("seed") for line in record.read_text().splitlines()]
        self.assertIn(homework_grader.seeds.seed_of(b"secret", "ada", LABEL), seeds)


class Refusals(unittest.TestCase):

    def test_a_notebook_of_ours_without_its_grade_cells(self):
        folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        coursedir = mock.Mock(release_directory="release", format_path=lambda step, student, assignment: str(folder))
        about = {"assignment": HOMEWORK, "notebook": NAME}
        with self.assertRaisesRegex(homework_grader.Fault, "to make it: nbgrader generate_assignment"):
            homework_nbgrader.released(coursedir, about)
        nbformat.write(blank(), folder / f"{NAME}.ipynb")
        with self.assertRaisesRegex(homework_grader.Fault, "to make it anew: nbgrader generate_assignment"):
            homework_nbgrader.released(coursedir, about)

    def test_a_notebook_that_is_none_of_ours(self):
        with self.assertRaisesRegex(homework_grader.Fault, "has exactly the exercises softmax, other"):
            homework_grader.assignment_of(["softmax", "other"])

    def test_the_stub_is_that_of_the_students_copies(self):
        import build
        self.assertEqual(homework_nbgrader.STUB, build.STUB)


if __name__ == "__main__":
    unittest.main()
