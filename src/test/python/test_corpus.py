"""The corpus through ./course grade: whatever is handed in, it costs its own points and nothing else.

All rows are graded as one class, among them the honest ones, once as the user who runs the tests and, where that is root, once more as an
ordinary user. That second class has the rows whose fate depends on the user: what reads, writes, kills, or uses up what is counted by user.
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import signal
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
from corpus.submission import GRAPH, LEFT_BLANK, ROOT, SOFTMAX, TESTS, dump, notebook  # noqa: E402
from grading.texts import file_names  # noqa: E402
from watch import Watch  # noqa: E402

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
        if row.against == "honest":
            self.assertNotRegex(told, "(?i)compile", "there is nothing to complain of")
        self.assertNotIn("STOLEN", told)
        if "looks" not in row.name:
            self.assertNotIn("FOUND", told)

    def students(self, out=None):
        return self.graded.grades(out)

    def files(self):
        names = {student.lstrip("'"): student for student in self.students()}
        return {names[name]: file for name, file in file_names(sorted(names)).items()}


def shown(row):
    """The name under which a student is told of: on one line, and not as a formula."""
    name = " ".join(row.name.split())
    return "'" + name if name[0] in "=+-@" else name


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
    rows = [BY_NAME[name] for name in (
        "honest-solution", "honest-blank", "heap", "off-heap", "unsafe-memory", "threads", "forks", "fills-disk", "exit", "kills", "stops-parent", "reads-tests",
        "reads-solutions", "reads-classmates", "reads-environment", "network", "writes-outside", "leaves-state", "looks-for-state", "looks-for-state-2",
        "symlink", "symlink-to-secret", "fifo")]


class TwoNotebooks(Graded):
    """Whoever hands in two notebooks has points in both; the class is then graded again in several ways."""
    rows = honest.OF_TWO

    def test_each_submission_gets_what_it_deserves(self):
        for row in self.rows:
            with self.subTest(row.name):
                self.assert_row(row)

    def test_a_rerun_grades_only_what_has_changed_and_gives_the_same_points(self):
        before = self.students()
        begun = time.monotonic()
        self.graded.grade(*self.words)
        unchanged = time.monotonic() - begun
        self.assertEqual(0, self.graded.code, self.graded.said)
        self.assertEqual(before, self.students())
        self.assertIn("unchanged since the last run", self.graded.said)
        changed = self.graded.submissions / "both" / "computation-graph.ipynb"
        kept = changed.read_bytes()
        self.addCleanup(self.graded.grade, *self.words)  # and what was graded before stands again
        self.addCleanup(changed.write_bytes, kept)
        changed.write_bytes(dump(notebook("notebooks", GRAPH)))
        self.graded.grade(*self.words)
        after = self.students()
        self.assertEqual({"both"}, {student for student in before if before[student] != after[student]})
        self.assertEqual(21, int(after["both"]["total"]))
        self.assertLess(unchanged, self.graded.seconds + 5)

    def test_from_scratch_with_another_seed_and_number_of_jobs_the_points_are_the_same(self):
        out = self.folder / "again"
        self.graded.grade("--timeout", TIMEOUT, "--seed", "2", "--jobs", "1", out=out)
        self.assertEqual(points(self.students()), points(self.students(out)))

    def test_two_graders_at_once(self):
        """In one folder the second one waits or says that the first is at work; in two folders both grade."""
        outs = [self.folder / "one", self.folder / "one", self.folder / "other"]
        graders = [self.graded.start(*self.words, out=out) for out in outs]
        said = [grader.communicate(timeout=300)[0] for grader in graders]
        codes = [grader.returncode for grader in graders]
        self.assertEqual(0, codes[2], said[2])
        self.assertEqual(0, min(codes[:2]), said)
        for code, text in zip(codes, said):
            self.assertTrue(code == 0 or "another grading is under way" in text, text)
        for out in set(outs):
            self.assertEqual(points(self.students()), points(self.students(out)))
            self.assertEqual([], [path.name for path in out.rglob("*.part")])

    def test_a_grader_that_is_ended_leaves_no_process_and_the_next_one_goes_on(self):
        out = self.folder / "ended"
        for number in (signal.SIGTERM, signal.SIGKILL):
            grader = self.graded.start(*self.words, out=out)
            watch = Watch(grader.pid, [])
            deadline = time.monotonic() + 120
            while time.monotonic() < deadline and not runners(watch):
                time.sleep(0.2)
            self.assertTrue(runners(watch), "no runner was started")
            time.sleep(1)
            grader.send_signal(number)
            grader.communicate(timeout=60)
            time.sleep(3)
            watch.end()
            self.assertEqual([], watch.left(), number)
        self.graded.grade(*self.words, out=out)
        self.assertEqual(points(self.students()), points(self.students(out)))


def points(students):
    return {student: {column: text for column, text in row.items() if column.count("/") == 3 or column == "total"} for student, row in students.items()}


def runners(watch):
    """The processes of sandboxes that were seen."""
    def line(pid):
        try:
            return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return b""
    return [pid for pid in list(watch.seen) if b"homework.grade.Runner" in line(pid)]


class Zips(Graded):
    """The class as a zip, with everything in it that a zip can hold."""
    rows = [BY_NAME["honest-solution"], BY_NAME["honest-blank"], BY_NAME["renamed"]]

    @classmethod
    def prepare(cls, project):
        pass

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.zip = cls.folder / "hostile.zip"
        solution = dump(notebook("solutions"))
        bad = {"slips/../../escaped.txt": b"out", "/absolute.txt": b"out", "..\\..\\windows.txt": b"out", "C:\\drive.txt": b"out",
               "slips/../../honest-solution/softmax.ipynb": b"{}", "slips/softmax.ipynb": solution}
        with zipfile.ZipFile(cls.zip, "w", zipfile.ZIP_DEFLATED) as archive:
            for row in cls.rows:
                for path in (cls.graded.submissions / row.name).iterdir():
                    archive.write(path, f"{row.name}/{path.name}")
            for name, data in bad.items():
                archive.writestr(name, data)
            link = zipfile.ZipInfo("links/softmax.ipynb")
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, str(ROOT / "solutions" / (SOFTMAX + ".ipynb")))
            fifo = zipfile.ZipInfo("pipes/softmax.ipynb")
            fifo.external_attr = (stat.S_IFIFO | 0o666) << 16
            archive.writestr(fifo, b"")
            with archive.open("bomb/softmax.ipynb", "w", force_zip64=True) as bomb:
                for _ in range(2000):
                    bomb.write(b" " * 1_000_000)
            archive.writestr("nested/inner.zip", zipped({"softmax.ipynb": solution, "../../escaped.txt": b"out"}))
            archive.writestr("nested-bomb/inner.zip", zipped({f"{i}/softmax.ipynb": b" " * 30_000_000 for i in range(20)}))
            archive.writestr("many/inner.zip", zipped({f"{i}.txt": b"" for i in range(60_000)}))
        cls.graded.out = cls.folder / "from-zip"
        before = snapshot(cls.folder, without=(str(cls.graded.out),))
        cls.graded.grade(*cls.words, submissions=cls.zip)
        cls.came = sorted(set(snapshot(cls.folder, without=(str(cls.graded.out),))) ^ set(before))

    def test_honest_ones_are_graded(self):
        for row in self.rows:
            with self.subTest(row.name):
                self.assert_row(row)

    def test_nothing_is_unpacked(self):
        self.assertEqual([], self.came)
        self.assertEqual([], sorted(os.listdir(self.graded.temporary)))
        self.assertFalse(list(self.folder.rglob("escaped.txt")) + list(pathlib.Path("/").glob("absolute.txt")))
        self.assertLess(self.graded.watch.peak_memory, MEMORY)
        self.assertLess(self.graded.watch.peak_disk, DISK)

    def test_each_hostile_one_gets_what_it_deserves(self):
        students = self.students()
        self.assertEqual(2, self.graded.code, self.graded.said)
        for name, status in (("links", ("missing", "ungradable")), ("pipes", ("missing", "ungradable")), ("bomb", ("ungradable",)),
                             ("nested-bomb", ("ungradable",)), ("many", ("missing", "ungradable", "remarks"))):
            with self.subTest(name):
                self.assertIn(students[name]["status"], status)
                self.assertEqual("0", students[name]["total"])
        self.assertEqual("21", students["slips"]["total"])
        self.assertEqual("21", students["nested"]["total"])
        self.assertNotIn("..", students)

    def test_what_is_no_zip_cannot_be_graded(self):
        for name, data in (("torn.zip", self.zip.read_bytes()[:1000]), ("empty.zip", b""), ("text.zip", b"hello")):
            path = self.folder / name
            path.write_bytes(data)
            grader = subprocess.run(self.graded.command(submissions=path, out=self.folder / "none"), env=self.graded.environment(), text=True,
                                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            self.assertEqual(1, grader.returncode, grader.stdout)
            self.assertIn("zip", grader.stdout)
            self.assertNotIn("Traceback", grader.stdout)


def zipped(entries):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return data.getvalue()


class WithoutASandbox(Graded):
    """The same thieves where nothing stops them: they must find what the sandbox kept from them, or the corpus proves nothing."""
    words = Graded.words + ("--unsafe-no-sandbox",)
    rows = [BY_NAME[name] for name in ("honest-solution", "reads-tests", "reads-solutions", "reads-classmates", "reads-environment", "network", "links-outside")]

    def test_thieves_find_what_they_look_for(self):
        students, files = self.students(), self.files()
        rest = sum(sum(tests.values()) for exercise, tests in TESTS[SOFTMAX].items() if exercise not in (*LEFT_BLANK, "softmaxJacobian"))
        for row in self.rows[1:]:
            with self.subTest(row.name):
                self.assertEqual(str(rest), students[row.name]["total"])
                self.assertIn("STOLEN", self.graded.feedback(files[row.name]))
        self.assertEqual("21", students["honest-solution"]["total"])
        self.assertGreater(self.graded.listener.calls(), 0)

    def test_it_is_said_aloud(self):
        self.assertRegex(self.graded.said, "(?i)no sandbox")


if __name__ == "__main__":
    unittest.main()
