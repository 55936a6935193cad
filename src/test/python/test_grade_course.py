"""What the script `course` does for a grading: its arguments, its exit codes, and when the hidden tests are compiled anew."""

import contextlib
import io
import json
import os
import subprocess
import sys
import unittest
from unittest import mock

from test_course import COURSE, InFolder, course, quietly

JDK = course.Jdk("/jdk", "17.0.15", 17, "")


class Arguments(unittest.TestCase):

    def words(self, *words):
        return course.grade_words(course.parse("grade", list(words)))

    def test_paths_are_meant_from_the_users_folder(self):
        self.assertEqual([f"--out={os.path.abspath('grades')}", "--", os.path.abspath("class.zip")], self.words("class.zip"))
        self.assertEqual(f"--out={os.path.abspath('../x')}", self.words("--out", "../x")[0])

    def test_all_of_them(self):
        words = self.words("--jobs=3", "--only=-x", "--seed=-5", "--timeout=1.5", "--unsafe-no-sandbox", "--self-test")
        self.assertEqual(["--self-test", "--unsafe-no-sandbox", "--jobs=3", "--only=-x", "--seed=-5", "--timeout=1.5"],
                         [word for word in words if not word.startswith("--out=")])

    def test_a_command_line_that_makes_no_sense_is_no_grading(self):
        for word in ("--jobs=0", "--seed=x", "--timeout=-1", "--timeout=nan", "--unknown"):
            with self.subTest(word), self.assertRaises(SystemExit) as caught, contextlib.redirect_stderr(io.StringIO()):
                course.parse("grade", [word])
            self.assertEqual(1, caught.exception.code, "2 means that some could not be graded")

    def test_help_tells_the_exit_codes(self):
        told = subprocess.run([sys.executable, str(COURSE), "help", "grade"], capture_output=True, text=True, check=True).stdout
        self.assertIn("2: some could not be graded", " ".join(told.split()))


class Start(InFolder):

    def test_what_the_program_gets(self):
        started = []
        with mock.patch.multiple(course, choose_jdk=lambda: JDK, make_library=mock.DEFAULT, make_tests=lambda jdk, env: "made from this",
                                 pass_through=lambda command, env: started.append((command, env)) or 2):
            self.assertEqual(2, course.grade(course.parse("grade", ["class"])))
        command, env = started[0]
        judge = json.loads(env["HOMEWORK_JUDGE"])
        self.assertEqual("made from this", env["HOMEWORK_MADE_FROM"])
        self.assertEqual("homework.grade.Judge", judge[-1])
        self.assertEqual(os.path.join(course.LIBRARY, "*") + os.pathsep + os.path.join(course.TARGET, "test-classes"), judge[judge.index("-cp") + 1])
        self.assertEqual([sys.executable, course.tool("grade.py")], command[:2])

    def test_a_machine_that_lacks_something_could_not_run(self):
        def no_java():
            raise course.Fault("it needs a JDK.", "install one")
        with mock.patch.object(course, "choose_jdk", no_java), self.assertRaises(course.Fault) as caught:
            course.grade(course.parse("grade", ["class"]))
        self.assertEqual(1, caught.exception.code)


class Tests(InFolder):
    """The hidden tests are compiled when what they are made from has changed, or what was made is gone."""

    def setUp(self):
        super().setUp()
        self.file("pom.xml", "<project/>")
        self.file("src/main/java/A.java", "class A { }")
        self.source = self.file("src/test/java/ATest.java", "class ATest { }")
        self.compiled = 0

        def compiled(name, argv, env):
            self.compiled += 1
            self.assertEqual("test-compile", argv[-1])
            self.file("target/test-classes/homework/ATest.class", "bytes")
            return 0, ""
        for name, stand_in in (("run_logged", compiled), ("find_maven", lambda env: ("mvn", "3.9"))):
            patch = mock.patch.object(course, name, stand_in)
            patch.start()
            self.addCleanup(patch.stop)

    def make(self):
        return quietly(course.make_tests, JDK, {})[0]

    def test_once_is_enough(self):
        self.assertEqual(self.make(), self.make())
        self.assertEqual(1, self.compiled)

    def test_again_after_a_change(self):
        before = self.make()
        self.source.write_text("class ATest { int x; }")
        self.assertNotEqual(before, self.make())
        self.file("src/main/java/A.java", "class A { int x; }")
        self.make()
        (self.folder / "target/test-classes/homework/ATest.class").unlink()
        self.make()
        self.assertEqual(4, self.compiled)

    def test_a_fault_is_told_and_nothing_counts_as_made(self):
        with mock.patch.object(course, "run_logged", lambda *arguments: (1, "[ERROR] ATest.java: ';' expected")), \
                self.assertRaisesRegex(course.Fault, "compiling the tests failed"):
            self.make()
        self.make()
        self.assertEqual(1, self.compiled)


if __name__ == "__main__":
    unittest.main()
