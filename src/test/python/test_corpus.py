"""The corpus through ./course grade: whatever is handed in, it costs its own points and nothing else.

All rows are graded as one class, among them the honest ones, once as the user who runs the tests and, where that is root, once more as an
ordinary user. That second class has the rows whose fate depends on the user: what reads, writes, kills, or uses up what is counted by user.
"""

import contextlib
import csv
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent), str(pathlib.Path(__file__).resolve().parents[2] / "python")]

from corpus import breakout, forgery, honest, mangled, runaway  # noqa: E402
from corpus.grading import ORDINARY, Class, points_of, project_copy, snapshot, strays  # noqa: E402
from corpus.submission import GRAPH, JACOBIAN, ROOT, SOFTMAX, TESTS, Row, cells, dump, notebook  # noqa: E402
from grading.texts import file_names  # noqa: E402

ROWS = honest.ROWS + runaway.ROWS + breakout.ROWS + forgery.ROWS + mangled.ROWS
BY_NAME = {row.name: row for row in ROWS}
TIMEOUT = "5"        # seconds for all tests of an exercise: long enough for honest ones on a busy machine
MEMORY = 3 << 30     # of all processes together
MEMORY_DISKS = 300 << 20
DISK = 300 << 20     # of the output folder and the folder for temporary files
MENDS = {"bwrap": "apt-get install -y bubblewrap"}
# What the reference lists under "What a grader must survive", in its order; what concerns a whole class has a test of its own below.
LIST = """infinite loop; deep recursion; heap exhaustion; off-heap exhaustion; System.exit/halt; killing its parent; thread bombs; fork bombs; endless
stdout; reading tests; reading solutions; reading other students' work; reading the environment; the network; shadowing names; reflection; printing
fake scores; evil equals; changed ND4J defaults, seed, locale, System.out; mutated inputs; views and wrong dtypes; NaN; missing or wrongly typed
method; one cell that does not compile; hard-coded visible answers; deleted test cells; edited test cells; retagged test cells; renamed or foreign
notebook; malformed JSON; huge JSON; deep JSON; not UTF-8; symlinks; fifos; magics that change the class path; HTML and control characters in
output; state for the next student"""
IF_ROOT = unittest.skipUnless(hasattr(os, "geteuid") and os.geteuid() == 0, "only root can become another user")


def setUpModule():
    for program, mend in MENDS.items():
        if not shutil.which(program):
            raise AssertionError(f"{program} is missing, without which nothing can be graded. To mend it: {mend}")


class Graded(unittest.TestCase):
    """A class that was graded once, which all tests of a TestCase look at."""
    rows, words, user = (), ("--timeout", TIMEOUT, "--seed", "1"), None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="corpus-"))
        cls.folder.chmod(0o755)
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        project = ROOT if cls.user is None else project_copy(cls.folder / "project", cls.user)
        cls.prepare(project)
        cls.graded = Class(cls.folder / "class", cls.rows, project, cls.user)
        cls.addClassCleanup(cls.graded.close)
        cls.graded.before = cls.surroundings()
        cls.graded.began = time.time()
        cls.graded.grade(*cls.words)
        cls.graded.after = cls.surroundings()
        print(f"\n{cls.__name__}: {len(cls.rows)} submissions in {cls.graded.seconds:.0f} s, at most {cls.graded.watch.peak_memory >> 20} MB in "
              f"{cls.graded.watch.peak_processes} processes, {cls.graded.watch.peak_shared >> 20} MB in memory disks, "
              f"{cls.graded.watch.peak_disk >> 20} MB on disk", file=sys.stderr, flush=True)
        if os.environ.get("CORPUS_KEEP"):
            shutil.copytree(cls.graded.out, os.path.join(os.environ["CORPUS_KEEP"], cls.__name__), dirs_exist_ok=True)
            pathlib.Path(os.environ["CORPUS_KEEP"], cls.__name__, "said.txt").write_text(cls.graded.said, encoding="utf-8")

    @classmethod
    def prepare(cls, project):
        """What the first grader in a project makes there is made before the project is looked at."""
        first = Class(cls.folder / "first", honest.ROWS[:1], project, cls.user)
        try:
            first.grade(*cls.words)
            if first.code:
                raise AssertionError(f"one solution alone could not be graded (exit code {first.code}):\n{first.said}")
        finally:
            first.close()

    @classmethod
    def surroundings(cls):
        project, kept = cls.graded.project, (str(cls.graded.project / "target" / "logs"), str(cls.graded.project / ".git"))
        return snapshot(project, cls.graded.submissions, cls.graded.sentinel, without=kept)

    def assert_row(self, row, out=None):
        students = self.students(out)
        self.assertIn(shown(row), students, "the row of grades.csv is missing")
        graded = students[shown(row)]
        told = self.graded.feedback(self.files()[shown(row)], out) + "\n" + graded["remarks"]
        self.assertIn(graded["status"], row.status, told)
        found = points_of(row, graded)
        tests = TESTS[row.assignment]
        lost = row.lost()
        self.assertEqual({exercise: set(tests[exercise]) for exercise in tests}, {exercise: set(points) for exercise, points in found.items()})
        self.assertEqual(lost, {exercise: {test for test, points in found[exercise].items() if points == 0} for exercise in lost}, told)
        for exercise, points in found.items():
            for test, number in points.items():
                self.assertIn(number, (0, tests[exercise][test]))
        self.assertEqual(sum(number for points in found.values() for number in points.values()), int(graded["total"]) - others(row, graded))
        if row.says:
            self.assertRegex(told, re.compile(row.says, re.I))
        self.assertNotIn("STOLEN", told)
        if "looks" not in row.name:
            self.assertNotIn("FOUND", told)

    def students(self, out=None):
        return self.graded.grades(out)

    def files(self):
        return file_names(list(self.students()))


def shown(row):
    """The name under which a student is told of: odd signs in it are shown as something else."""
    return " ".join(row.name.split())


def others(row, graded):
    """Points in the columns of other assignments."""
    return sum(int(text) for column, text in graded.items() if column and column.count("/") == 3 and not column.startswith(row.assignment + "/") and text)


class AsThisUser(Graded):
    rows = ROWS

    def test_the_list_of_the_reference_is_covered(self):
        wanted = {" ".join(item.split()) for item in LIST.split(";")}
        self.assertEqual(wanted | {"honest"}, {row.against for row in self.rows} | {"honest"} if self.user is None else wanted | {"honest"})
        self.assertGreaterEqual(len(ROWS) - len(honest.ROWS), 45)
        self.assertEqual(len(ROWS), len(BY_NAME))

    def test_each_submission_gets_what_it_deserves(self):
        for row in self.rows:
            with self.subTest(row.name, against=row.against):
                self.assert_row(row)

    def test_everyone_is_in_every_output(self):
        self.assertEqual({shown(row) for row in self.rows}, set(self.students()))
        files = self.files()
        out = self.graded.out
        self.assertEqual({name + ".html" for name in files.values()}, set(os.listdir(out / "feedback")))
        self.assertEqual({name + ".xml" for name in files.values()}, set(os.listdir(out / "junit")))
        self.assertEqual(set(files.values()), set(os.listdir(out / "gradescope")))
        report = (out / "report.html").read_text(encoding="utf-8")
        for row in self.rows:
            if row.status == ("ungradable",):
                self.assertIn(row.name, report, "it needs eyes")

    def test_the_outputs_agree(self):
        for student, file in self.files().items():
            with self.subTest(student):
                graded = self.students()[student]
                total = sum(int(text) for column, text in graded.items() if column.count("/") == 3 and text)
                self.assertEqual(total, int(graded["total"]))
                told = json.loads((self.graded.out / "gradescope" / file / "results.json").read_text(encoding="utf-8"))
                self.assertEqual(total, told["score"] if "score" in told else sum(test["score"] for test in told["tests"]))
                suite = ElementTree.parse(self.graded.out / "junit" / (file + ".xml")).getroot()
                failed = sum(1 for case in suite.iter("testcase") if len(case.findall("failure") + case.findall("error")))
                zeros = sum(1 for column, text in graded.items() if column.count("/") == 3 and text == "0")
                self.assertEqual(zeros, failed)

    def test_text_of_students_is_text(self):
        pages = [self.graded.out / "report.html", *(self.graded.out / "feedback").iterdir()]
        for page in pages:
            text = page.read_text(encoding="utf-8")
            self.assertNotRegex(text, r"<script>alert|<img src=x|</pre><img", page.name)
            self.assertNotRegex(text, "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202e]", page.name)
        self.assertNotRegex(self.graded.said, "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202e]", "the terminal")
        with open(self.graded.out / "grades.csv", encoding="utf-8-sig", newline="") as file:
            for line in csv.reader(file):
                for text in line:
                    self.assertNotRegex(text, r"^[=+\-@\t\r](?!\d*$)", "a spreadsheet would compute it")

    def test_the_exit_code_says_that_some_are_ungradable(self):
        self.assertEqual(2 if any(row.status == ("ungradable",) for row in self.rows) else 0, self.graded.code, self.graded.said)

    def test_nothing_outside_the_output_folder_was_touched(self):
        before, after = self.graded.before, self.graded.after
        self.assertEqual([], sorted(set(before) ^ set(after)), "files that came or went")
        self.assertEqual([], sorted(path for path in before if before[path] != after[path]), "files that changed")
        self.assertEqual([], sorted(os.listdir(self.graded.temporary)), "temporary files that stayed")
        self.assertEqual([], strays(self.graded.began), "what lies where everybody writes")
        links = [path for path in self.graded.out.rglob("*") if not stat.S_ISREG(path.lstat().st_mode) and not path.is_dir()]
        self.assertEqual([], links)

    def test_nobody_was_called(self):
        self.assertEqual(0, self.graded.listener.calls())

    def test_no_process_is_left(self):
        time.sleep(1)
        self.assertGreater(len(self.graded.watch.seen), 20, "the processes were not seen at all")
        self.assertEqual([], self.graded.watch.left())
        self.assertNotIn("THE GRADER DID NOT END", self.graded.said)

    def test_memory_and_disk_stayed_bounded(self):
        watch = self.graded.watch
        self.assertGreater(watch.peak_memory, 200 << 20, "the processes were not measured at all")
        self.assertLess(watch.peak_memory, MEMORY)
        self.assertLess(watch.peak_shared, MEMORY_DISKS)
        self.assertLess(watch.peak_disk, DISK)


@IF_ROOT
class AsAnOrdinaryUser(AsThisUser):
    user = ORDINARY
    rows = [row for row in ROWS if row.against in (
        "thread bombs", "fork bombs", "killing its parent", "heap exhaustion", "off-heap exhaustion", "System.exit/halt", "reading tests", "reading solutions",
        "reading other students' work", "reading the environment", "the network", "state for the next student", "symlinks", "fifos")
        or row.name in ("honest-solution", "honest-blank", "honest-exponent", "fills-disk", "endless-loop", "html")]


if __name__ == "__main__":
    unittest.main()
