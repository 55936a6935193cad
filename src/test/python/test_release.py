"""What students get: `./course release`, its zip, and the project that comes out of it."""

import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))

import layout  # noqa: E402
import release  # noqa: E402
import run  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]


def course(folder, *words):
    done = subprocess.run([sys.executable, str(folder / "course"), *map(str, words)], capture_output=True, encoding="utf-8",
                          env={**os.environ, "PYTHONUTF8": "1"})
    return done.returncode, done.stdout + done.stderr


def squeezed(text):
    return "".join(text.split())


class InAFolder(unittest.TestCase):

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="release é "))
        self.addCleanup(shutil.rmtree, self.folder)


class TheZip(unittest.TestCase):
    """The zip of this project."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="release é "))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.zip = cls.folder / "hw.zip"
        code, cls.said = course(ROOT, "release", "--out", cls.zip)
        if code:
            raise AssertionError(cls.said)
        subprocess.run([sys.executable, "-m", "zipfile", "-e", str(cls.zip), str(cls.folder / "plain")], check=True)
        cls.unpacked = cls.folder / "plain" / release.FOLDER
        with zipfile.ZipFile(cls.zip) as archive:
            cls.entries = {entry.filename: entry for entry in archive.infolist()}
            cls.files = {name: archive.read(name) for name in cls.entries}

    def test_the_same_project_is_the_same_zip(self):
        again = self.folder / "again.zip"
        course(ROOT, "release", "--out", again)
        self.assertEqual(again.read_bytes(), self.zip.read_bytes())
        self.assertIn(hashlib.sha256(self.zip.read_bytes()).hexdigest(), self.said)

    def test_all_is_in_one_folder_and_course_can_be_executed(self):
        self.assertEqual({name.split("/")[0] for name in self.files}, {release.FOLDER})
        modes = {name: entry.external_attr >> 16 for name, entry in self.entries.items()}
        self.assertEqual(modes.pop(release.FOLDER + "/course"), 0o100755)
        self.assertEqual(set(modes.values()), {0o100644})

    def test_what_is_the_instructors_stays_behind(self):
        names = "\n".join(self.files)
        for part in ("solutions/", "src/notebooks", "src/test", "src/bench", "src/readme", "/.git", "/.venv", ".course-secret", "target/",
                     "homework/grade/", "build.py", "grading", "nbgrader", "README.md.", "mnist/"):
            self.assertNotIn(part, names)
        hidden = [path.name for path in (ROOT / "src" / "test").rglob("*.java")]
        self.assertGreater(len(hidden), 100)
        packed = {(Path(name).name, content) for name, content in self.files.items()}
        self.assertEqual([path.name for path in (ROOT / "src" / "test").rglob("*.java") if (path.name, path.read_bytes()) in packed], [])

    def test_it_holds_no_answer(self):
        texts = {name: squeezed(content.decode("utf-8").replace("\\n", "\n").replace('\\"', '"')) for name, content in self.files.items()
                 if not name.endswith(".gz")}
        looked_for = 0
        for path in sorted((ROOT / "solutions").glob("*/*.ipynb")):
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                source = "".join(cell["source"])
                if "BEGIN SOLUTION" in source:
                    body = squeezed(source.split("// BEGIN SOLUTION")[1].split("// END SOLUTION")[0])
                    looked_for += 1
                    self.assertGreater(len(body), 10, source)
                    self.assertEqual([name for name, text in texts.items() if body in text], [], source)
        self.assertGreater(looked_for, 20)

    def test_every_notebook_is_there_and_blank(self):
        copies = {name: json.loads(content) for name, content in self.files.items() if name.endswith(".ipynb")}
        self.assertEqual(len(copies), len(list((ROOT / "src" / "notebooks").glob("*/*.md"))))
        for name, notebook in copies.items():
            for cell in notebook["cells"]:
                self.assertFalse(cell.get("outputs"), name)
                if "exercise" in cell["metadata"]:
                    self.assertIn('throw new UnsupportedOperationException("not written yet");', "".join(cell["source"]))

    def test_the_files_that_notebooks_read_are_there(self):
        read = set()
        for name, content in self.files.items():
            if name.endswith(".ipynb"):
                for cell in json.loads(content)["cells"]:
                    read |= set(re.findall(r'"\.\./\.\./(data/[^"]+)"', "".join(cell["source"])))
        self.assertTrue(read)
        for name in read:
            self.assertTrue((self.unpacked / name).is_file(), name)

    def test_commands_that_make_no_sense_there_say_so(self):
        for name in ("build", "test", "release", "grade", "bench"):
            code, said = course(self.unpacked, name, *(("--out", "x.zip") if name == "release" else ()))
            self.assertEqual(code, 2, said)
            self.assertIn(f"'{name}' is a command of the instructor's project; this is what students get, with lab, run, reproduce, doctor", said)
        self.assertEqual(re.findall(r"^  ([a-z]+)  ", course(self.unpacked, "help")[1], re.M), ["lab", "run", "reproduce", "doctor", "help"])

    def test_the_readme_keeps_its_word(self):
        text = self.files[release.FOLDER + "/README.md"].decode("utf-8")
        for link in re.findall(r"\]\(([^)]+)\)", text):
            self.assertIn(f"{release.FOLDER}/{link}", self.files)
        offered = set(re.findall(r"^  ([a-z]+)  ", course(self.unpacked, "help")[1], re.M))
        named = set(re.findall(r"\./course ([a-z]+)", text))
        self.assertLessEqual(named, offered)
        for path in re.findall(r"course run (\S+)", text):
            self.assertTrue((self.unpacked / path).is_file(), path)

    def test_nothing_packed_needs_what_was_left_out(self):
        self.assertTrue(any(name.endswith("homework/exercise/Checker.java") for name in self.files))
        for name, content in self.files.items():
            if name.endswith(".java"):
                self.assertNotIn(b"homework.grade", content, name)
        self.assertNotIn(b"src/test", self.files[release.FOLDER + "/pom.xml"])


class ThePlace(InAFolder):

    def test_a_folder_that_is_not_there_is_named_with_the_command_that_makes_it(self):
        code, said = course(ROOT, "release", "--out", self.folder / "none" / "hw.zip")
        self.assertEqual(code, 1)
        self.assertIn(f"there is no folder {self.folder / 'none'} for hw.zip.\nTo mend it: mkdir -p", said)
        self.assertIn("is a folder", course(ROOT, "release", "--out", self.folder)[1])

    def test_an_old_zip_is_replaced_whole_or_not_at_all(self):
        out = self.folder / "hw.zip"
        out.write_bytes(b"old")
        with mock.patch.object(zipfile.ZipFile, "writestr", side_effect=OSError(28, "No space left on device")):
            self.assertRaises(OSError, release.write, out, {"a": b"a"})
        self.assertEqual(out.read_bytes(), b"old")
        release.write(out, {"a": b"a"})
        self.assertEqual(zipfile.ZipFile(out).namelist(), [release.FOLDER + "/a"])
        self.assertEqual([path.name for path in self.folder.iterdir()], ["hw.zip"], "nothing is left beside it")


class WhatIsRefused(InAFolder):
    """A small project: one source, one copy."""

    def setUp(self):
        super().setUp()
        self.source = self.file("src/notebooks/0-test/doubling.md", "the source")
        self.file(release.README, "for students")
        self.file("course", "#!/bin/sh")
        self.file("src/main/java/homework/A.java", "class A {}")
        self.file("src/main/java/homework/grade/Runner.java", "class Runner {}")
        self.copy("int twice(int x) {\n    throw null;\n}")

    def file(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def copy(self, text, outputs=(), name="doubling", cut=0):
        record = {"source_sha256": release.sha256("the source"), "content_sha256": release.sha256("code\n" + text)}
        cell = {"cell_type": "code", "execution_count": 3 if outputs else None, "id": "a", "metadata": {}, "outputs": list(outputs),
                "source": text[cut:].splitlines(keepends=True)}
        notebook = {"cells": [cell], "metadata": {"homework": record}, "nbformat": 4, "nbformat_minor": 5}
        return self.file(f"notebooks/0-test/{name}.ipynb", json.dumps(notebook))

    def assert_refused(self, words):
        with self.assertRaisesRegex(release.Fault, words):
            release.bundle(self.folder)

    def test_what_lies_around_is_not_packed(self):
        for name in (".course-secret", "submitted/ada/doubling.ipynb", "notebooks/0-test/predictions.csv", "notebooks/.doubling.ipynb",
                     "notebooks/0-test/.ipynb_checkpoints/doubling.ipynb", "data/mnist/train-images-idx3-ubyte.gz", "gradebook.db",
                     "src/python/build.py", "src/main/java/homework/A.class"):
            self.file(name, "x")
        self.assertEqual(set(release.bundle(self.folder)),
                         {"course", "README.md", "notebooks/0-test/doubling.ipynb", "src/main/java/homework/A.java"})

    @unittest.skipIf(os.name == "nt", "links need rights there")
    def test_a_link_is_not_packed(self):
        (self.folder / "LICENSE").symlink_to(self.folder / "course")
        self.assertNotIn("LICENSE", release.bundle(self.folder))

    def test_a_copy_that_was_edited_holds_answers(self):
        self.copy("int twice(int x) { return 2 * x; }", cut=1)
        self.assert_refused("doubling.ipynb was edited by hand, so it may hold answers.\nTo mend it: ./course build doubling")

    def test_a_copy_that_is_older_than_its_source(self):
        self.source.write_text("another", encoding="utf-8")
        self.assert_refused("doubling.ipynb is older than its source")

    def test_a_notebook_that_has_no_source(self):
        self.copy("anything", name="Untitled")
        self.assert_refused("Untitled.ipynb is not made from src/notebooks")

    def test_a_damaged_notebook(self):
        for text in ("", "[]", "{}", '{"metadata": {}, "cells": [3]}', '{"metadata": {}, "cells": 7}'):
            self.file("notebooks/0-test/doubling.ipynb", text)
            self.assert_refused("doubling.ipynb is no notebook that can be read")

    def test_what_a_run_left_in_a_copy_is_taken_out(self):
        self.copy("show(1);", outputs=[{"output_type": "stream", "name": "stdout", "text": ["/home/instructor"]}])
        packed = release.bundle(self.folder)["notebooks/0-test/doubling.ipynb"]
        self.assertNotIn(b"/home/instructor", packed)
        self.assertIsNone(json.loads(packed)["cells"][0]["execution_count"])

    def test_an_answer_anywhere_is_refused_however_it_is_laid_out(self):
        answers = {"0-test/doubling, twice, 1": "return2*x;"}
        for name, text in (("src/main/java/homework/A.java", "int f(int x) {\n  return\n    2*x ;\n}"), ("README.md", "`return 2 * x;`")):
            with self.assertRaisesRegex(release.Fault, f"{name} holds the answer of 0-test/doubling, twice"):
                release.refuse_answers({name: text.encode()}, answers)
        notebook = self.copy('"return 2\n* x;"').read_bytes()
        with self.assertRaisesRegex(release.Fault, "holds the answer"):
            release.refuse_answers({"notebooks/0-test/doubling.ipynb": notebook}, answers)
        release.refuse_answers({"a.java": b"return 3 * x;"}, answers)


class WhereStudentsWork(InAFolder):

    def test_a_name_means_their_own_copy(self):
        copy = self.folder / "notebooks" / "0-test" / "doubling.ipynb"
        copy.parent.mkdir(parents=True)
        copy.write_text("{}")
        with mock.patch.object(layout, "SOLUTIONS", self.folder / "solutions"), mock.patch.object(layout, "STUDENT", self.folder / "notebooks"):
            self.assertEqual(run.choose([]), [copy])
            self.assertEqual(run.choose(["doubling"]), [copy])
            with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()):
                run.choose(["softmax"])


if __name__ == "__main__":
    unittest.main()
