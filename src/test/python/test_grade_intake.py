"""What students hand in, broken and hostile files included: each oddity is told in a sentence, and nothing of it is written or followed."""

import io
import json
import os
import shutil
import struct
import subprocess
import unittest
import zipfile
from unittest import mock

from grading_case import KNOWN, ROOT, SOFTMAX, InFolder, answered, blank, cell_of
from grading import notebook as notebooks
from grading import seeds, tree
from grading.texts import file_names, one_line, visible

ON_UNIX = unittest.skipIf(os.name == "nt", "such files are of Unix")
WRITTEN = {"softmax": "INDArray softmax(INDArray x, double beta) { return x; }"}


class Assignments(unittest.TestCase):

    def test_every_notebook_with_exercises_is_one(self):
        self.assertEqual([f"{path.parent.name}/{path.stem}" for path in sorted((ROOT / "solutions").glob("*/*.ipynb"))],
                         [assignment.label for assignment in KNOWN])

    def test_each_exercise_has_its_stub_its_solution_and_its_check(self):
        for assignment in KNOWN:
            for exercise in assignment.exercises:
                self.assertIn("not written yet", exercise.stub)
                self.assertIn("// BEGIN SOLUTION", exercise.solution)
                self.assertTrue(exercise.check.startswith("check("), exercise.check)
        self.assertEqual("check(Softmax.FORWARD, (x, beta) -> softmax(x, beta));", SOFTMAX.exercises[0].check)

    def test_given_cells_hold_no_solution(self):
        for assignment in KNOWN:
            self.assertFalse([source for source in assignment.given if "BEGIN SOLUTION" in source])
            self.assertIn("homework.exercise", "".join(assignment.given))


class Layouts(InFolder):
    """Whose is what."""

    def found(self, path=None):
        return {name: {label: answers.path for label, answers in one.answers.items()} for name, one in self.read(path).items()}

    def zip(self, names, name="class.zip"):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in names.items():
                archive.writestr(entry, json.dumps(content) if isinstance(content, dict) else content)
        return path

    def test_a_folder_a_student(self):
        self.hand_in("anna/softmax.ipynb", blank())
        self.hand_in("ben/1-backprop/softmax.ipynb", blank())
        self.assertEqual({"anna": {SOFTMAX.label: "softmax.ipynb"}, "ben": {SOFTMAX.label: "1-backprop/softmax.ipynb"}}, self.found())

    def test_one_student_with_a_folder_for_the_homework_is_no_enclosing_folder(self):
        self.hand_in("anna/1-backprop/softmax.ipynb", blank())
        self.hand_in("anna/0-start/data-and-splits.ipynb", blank("0-start/data-and-splits"))
        self.assertEqual(["anna"], list(self.found()))
        self.hand_in("anna/hw9/x.ipynb", blank())
        self.assertEqual(["anna"], list(self.found()))

    def test_nbgraders_submitted(self):
        self.hand_in("submitted/anna/1-backprop/softmax.ipynb", blank())
        self.hand_in("nbgrader_config.py", "")
        self.hand_in("source/1-backprop/softmax.ipynb", blank())
        self.assertEqual({"anna": {SOFTMAX.label: "1-backprop/softmax.ipynb"}}, self.found())
        self.assertEqual({"anna": {SOFTMAX.label: "1-backprop/softmax.ipynb"}}, self.found(self.given / "submitted"))

    def test_a_zip_with_and_without_an_enclosing_folder(self):
        plain = {"anna/softmax.ipynb": blank(), "ben/x.ipynb": blank()}
        self.assertEqual({"anna", "ben"}, set(self.found(self.zip(plain))))
        self.assertEqual({"anna", "ben"}, set(self.found(self.zip({"export 7/" + name: content for name, content in plain.items()}))))
        self.assertEqual({"anna"}, set(self.found(self.zip({"class/anna/softmax.ipynb": blank()}))))
        self.assertEqual({"anna"}, set(self.found(self.zip({"anna/1-backprop/softmax.ipynb": blank()}))))

    def test_a_zip_a_student(self):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr("homework/softmax.ipynb", json.dumps(blank()))
        path = self.zip({"anna.zip": inner.getvalue(), "ben/upload.zip": inner.getvalue()})
        self.assertEqual({"anna": {SOFTMAX.label: "homework/softmax.ipynb"}, "ben": {SOFTMAX.label: "upload/homework/softmax.ipynb"}}, self.found(path))

    def test_what_systems_leave_behind_is_no_student(self):
        self.hand_in("__MACOSX/anna/._softmax.ipynb", b"\0\5\26")
        self.hand_in("anna/.ipynb_checkpoints/softmax-checkpoint.ipynb", blank())
        self.hand_in("anna/softmax.ipynb", blank())
        self.hand_in(".DS_Store", b"")
        self.assertEqual({"anna": {SOFTMAX.label: "softmax.ipynb"}}, self.found())

    def test_a_notebook_of_nobody_is_told(self):
        self.hand_in("softmax.ipynb", blank())
        self.hand_in("anna/softmax.ipynb", blank())
        students, general = self.students()
        self.assertEqual(["anna"], [student.id for student in students])
        self.assertEqual(["softmax.ipynb lies in no student’s folder; it was not graded"], general)

    def test_what_is_no_zip(self):
        path = self.folder / "class.zip"
        path.write_bytes(b"PK\3\4 and then nothing")
        with self.assertRaisesRegex(tree.Unreadable, "is no zip that can be opened"):
            self.students(path)

    def test_an_empty_folder_is_a_student_who_handed_in_nothing(self):
        (self.given / "anna").mkdir()
        self.hand_in("ben/notes.txt", "none")
        students = {student.id: student for student in self.students()[0]}
        self.assertEqual((0, 1), (students["anna"].others, students["ben"].others))


class HostileFiles(InFolder):
    """Nothing is followed, nothing is waited for, nothing large is taken in."""

    def only(self, path=None):
        one = self.read(path)["anna"]
        return one.remarks + one.unreadable

    @ON_UNIX
    def test_a_link(self):
        secret = self.folder / "secret.ipynb"
        secret.write_text(json.dumps(answered(WRITTEN)))
        (self.given / "anna").mkdir()
        (self.given / "anna" / "softmax.ipynb").symlink_to(secret)
        (self.given / "anna" / "more").symlink_to(self.folder)
        (self.given / "eve").symlink_to("/etc")
        self.assertEqual(["more is a link, and links are not followed", "softmax.ipynb is a link, and links are not followed"], self.only())
        self.assertEqual(["eve is a link, and links are not followed"], self.students()[1])

    @ON_UNIX
    def test_a_pipe_and_a_socket(self):
        (self.given / "anna").mkdir()
        os.mkfifo(self.given / "anna" / "softmax.ipynb")
        self.assertEqual(["softmax.ipynb is no file but a named pipe"], self.only())

    @ON_UNIX
    def test_a_file_exchanged_for_a_pipe_while_it_was_looked_at(self):
        path = self.hand_in("anna/softmax.ipynb", blank())
        entry = self.students()[0][0].notebooks[0]
        path.unlink()
        os.mkfifo(path)
        with self.assertRaisesRegex(tree.Unreadable, "is no file any more"):
            entry.read(notebooks.LARGEST)

    def test_a_huge_file_is_not_read(self):
        path = self.hand_in("anna/softmax.ipynb", b"")
        with open(path, "r+b") as file:
            file.truncate(1 << 33)
        self.assertEqual(["softmax.ipynb is larger than 20 MB"], self.only())

    def test_a_zip_bomb(self):
        path = self.folder / "bomb.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("anna/softmax.ipynb", "w") as file:
            for _ in range(30):
                file.write(bytes(1 << 20))
        self.assertEqual(["softmax.ipynb is larger than 20 MB"], self.only(path))
        data = bytearray(path.read_bytes())  # the same, but its list of contents says 100 bytes
        at = data.rindex(b"PK\1\2")
        data[at + 24:at + 28] = struct.pack("<I", 100)
        path.write_bytes(data)
        self.assertRegex(self.only(path)[0], "softmax.ipynb (is damaged within its zip|is empty|is larger)")

    def test_a_zip_within_a_zip_that_lists_far_too_much(self):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("softmax.ipynb", "{}")
        content = bytearray(data.getvalue())
        content[-10:-6] = struct.pack("<I", 1 << 28)
        self.hand_in("anna/upload.zip", bytes(content))
        self.assertEqual(["upload.zip lists far too many files"], self.only())

    def test_zip_slip(self):
        path = self.folder / "slip.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("../../evil.ipynb", "x")
            archive.writestr("/etc/evil.ipynb", "x")
            archive.writestr("..\\evil.ipynb", "x")
            archive.writestr("C:\\evil.ipynb", "x")
            archive.writestr("anna/../../evil.ipynb", "x")
            archive.writestr("anna/softmax.ipynb", json.dumps(blank()))
        students, general = self.students(path)
        self.assertEqual(["anna"], [student.id for student in students])
        self.assertEqual(5, len(general))
        for sentence in general:
            self.assertRegex(sentence, r"^the zip has an entry that leads out of the zip \(.*evil.ipynb\); it was not read$")
        self.assertEqual(["slip.zip", "submissions"], sorted(path.name for path in self.folder.iterdir()), "nothing was unpacked")

    def test_links_and_devices_in_a_zip(self):
        path = self.folder / "links.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, mode in (("link", 0o120777), ("device", 0o020666)):
                info = zipfile.ZipInfo(f"anna/{name}.ipynb")
                info.external_attr = mode << 16
                archive.writestr(info, "/etc/passwd")
        self.assertEqual(["link.ipynb is a link, and links are not followed", "device.ipynb is no file but a device"], self.only(path))

    def test_a_name_twice_in_a_zip(self):
        path = self.folder / "twice.zip"
        with zipfile.ZipFile(path, "w") as archive, self.assertWarns(UserWarning):
            archive.writestr("anna/softmax.ipynb", "{")
            archive.writestr("anna/softmax.ipynb", json.dumps(blank()))
        self.assertEqual(["softmax.ipynb stands more than once in the zip; the last one counts"], self.only(path))

    def test_an_encrypted_and_a_damaged_entry(self):
        path = self.folder / "damaged.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("anna/softmax.ipynb", "{" * 1000)
        whole = path.read_bytes()
        path.write_bytes(whole.replace(b"{" * 1000, b"[" * 1000))
        self.assertEqual(["softmax.ipynb is damaged within its zip: BadZipFile"], self.only(path))
        data = bytearray(whole)
        data[whole.rindex(b"PK\1\2") + 8] |= 1
        path.write_bytes(data)
        self.assertEqual(["softmax.ipynb is encrypted within its zip"], self.only(path))

    def test_utf8_names_without_the_flag_that_says_so(self):
        path = self.folder / "mac.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("Zoë/softmax.ipynb", json.dumps(blank()))
        data = path.read_bytes()
        flagged = struct.pack("<H", 0x800)
        data = data.replace(b"\x14\x00" + flagged, b"\x14\x00\x00\x00")
        path.write_bytes(data)
        with zipfile.ZipFile(path) as archive:
            self.assertNotIn("Zoë/softmax.ipynb", archive.namelist(), "the flag is gone")
        self.assertEqual(["Zoë"], list(self.read(path)))

    @ON_UNIX
    def test_names_that_are_not_utf8_or_move_the_cursor(self):
        for name in (b"caf\xe9", b"a\nb", b"\x1b[2Jboo", "\u202egnp.exe".encode()):
            os.makedirs(os.fsencode(self.given) + b"/" + name)
        students = self.students()[0]
        self.assertEqual(["\\u202egnp.exe", "a b", "caf\\xe9", "␛[2Jboo"], sorted(student.id for student in students))
        for student in students:
            self.assertEqual(["the folder's name has signs that cannot be shown as they are"], student.remarks)
            student.id.encode("utf-8")

    @ON_UNIX
    def test_two_names_that_look_the_same_stay_two_students(self):
        for name in ("a b", "a  b", "a b [2]"):
            self.hand_in(f"{name}/softmax.ipynb", blank())
        self.assertEqual(["a b", "a b [2]", "a b [3]"], sorted(self.read()))
        self.assertEqual({"a b": 0, "a b [2]": 0, "a b [3]": 1}, {student.id: len(student.remarks) for student in self.students()[0]},
                         "whose name needs no change keeps it")

    def test_too_deep_and_too_many(self):
        self.hand_in("anna/" + "d/" * 9 + "softmax.ipynb", blank())
        self.assertRegex(self.only()[0], "lies too deep in folders and was not opened")
        for number in range(45):
            self.hand_in(f"ben/{number:02}.ipynb", "")
        self.assertEqual("there are more than 40 notebooks; 40.ipynb and the rest were not looked at", self.read()["ben"].remarks[0])
        with mock.patch.object(tree, "MOST_ENTRIES", 5):
            self.assertIn("there are more than 5 files; the rest was not looked at", " ".join(self.students()[1]))

    @unittest.skipIf(os.name == "nt" or os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read(self):
        self.hand_in("anna/softmax.ipynb", blank()).chmod(0)
        self.assertEqual(["softmax.ipynb cannot be opened: Permission denied"], self.only())


class Names(unittest.TestCase):
    """Of files that are named after students."""

    def test_ordinary_names_stay(self):
        names = ["anna", "Zoë Müller", "doe_jane+2@x.edu", "李雷"]
        self.assertEqual(names, list(file_names(names).values()))

    def test_no_name_leads_out_of_the_folder(self):
        names = ["..", ".", "../../x", "/etc", "a/b", "a\\b", ".state", "CON", "x" * 300, "", "a:b", "trailing.", "nul.txt", "-rf", "\u202ex"]
        made = list(file_names(names).values())
        self.assertEqual(len(names), len({name.casefold() for name in made}))
        for name in made:
            self.assertRegex(name, r"^[\w@+,=()][\w @+,=().-]{0,95}$")
            self.assertLess(len(name.encode()), 255)

    def test_names_that_differ_only_in_case_get_files_of_their_own(self):
        made = file_names(["Anna", "anna", "ANNA"])
        self.assertEqual(3, len({name.casefold() for name in made.values()}))

    def test_what_cannot_be_seen_is_made_visible(self):
        self.assertEqual("a␀b␛[1m\\x9b\\u202ec�\tx\ny␍", visible("a\0b\x1b[1m\x9b\u202ec\ud800\tx\r\ny\r"))
        self.assertEqual("a b…", one_line("a \n b cdef", 4))


class Notebooks(InFolder):
    """A file is read whatever it is like, or there is one sentence on why not."""

    def refused(self, content):
        one = self.read_one(content)
        self.assertEqual({}, one.answers)
        self.assertEqual(1, len(one.unreadable))
        self.assertTrue(one.unreadable[0].startswith("softmax.ipynb "), one.unreadable)
        return one.unreadable[0][len("softmax.ipynb "):]

    def taken(self, content):
        """The remarks and the cells of a file that can be read."""
        one = self.read_one(content)
        self.assertEqual([], one.unreadable)
        return one.answers[SOFTMAX.label].remarks, one.answers[SOFTMAX.label].cells

    def test_refused(self):
        notebook = json.dumps(blank()).encode()
        for content, sentence in (
                (b"", "is empty"),
                (b" \n\0\0", "is empty"),
                (b"{", "is not valid JSON: expecting property name enclosed in double quotes in line 1, column 2"),
                (notebook[:1000], "is not valid JSON: "),
                (b"[]", "is no notebook: the JSON in it is not an object"),
                (b"{}", "is no notebook: it has no list of cells"),
                (b'{"cells": {}}', "is no notebook: it has no list of cells"),
                (b'{"cells": []}', "is none of the homework's notebooks: no cell in it is tagged as one of their exercises"),
                (b'{"cells": "\xe9"}', "is not UTF-8 text: byte 0xe9 at position 11"),
                ("\ufeff{}".encode("utf-16-le")[:-1], "is not UTF-8 text but UTF-16"),
                (b"[" * 100_000, "is not a notebook: its JSON is nested too deeply"),
                (b'{"cells": [' + b'{"a":' * 100_000, "is not a notebook: its JSON is nested too deeply"),
                (b"\x89PNG\r\n\x1a\n\0\0", "is not UTF-8 text: byte 0x89 at position 0"),
                (b"PK\3\4", "is not valid JSON: expecting value in line 1, column 1")):
            with self.subTest(content[:20]):
                self.assertTrue(self.refused(content).startswith(sentence), self.refused(content))

    def test_taken_as_it_is(self):
        notebook = answered(WRITTEN)
        for content in (json.dumps(notebook).encode(), json.dumps(notebook).encode("utf-8-sig"), json.dumps(notebook, indent=4).encode()):
            self.assertEqual(([], [("softmax", WRITTEN["softmax"])]), self.taken(content))

    def test_another_encoding(self):
        text = json.dumps(answered(WRITTEN))
        for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
            self.assertEqual(f"is not UTF-8 text but {encoding.upper()[:6]}; opened and saved in an editor as UTF-8 it can be graded",
                             self.refused(text.encode(encoding)))

    def test_the_format_of_2013(self):
        notebook = answered(WRITTEN)
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["input"] = cell.pop("source")
        remarks, cells = self.taken({"nbformat": 3, "worksheets": [{"cells": notebook["cells"]}, 7]})
        self.assertEqual((["softmax.ipynb was saved in the format of 2013 (nbformat 3)"], 1), (remarks, len(cells)))

    def test_numbers_of_any_size(self):
        text = json.dumps(answered(WRITTEN))
        for number in ("9" * 1_000_000, "-" + "9" * 5000, "1e999999", "NaN", "-Infinity", "0." + "1" * 100_000):
            self.assertEqual(1, len(self.taken('{"n": ' + number + "," + text[1:])[1]))

    def test_a_source_as_a_list_or_as_something_else(self):
        notebook = answered({"softmax": ["a\n", "b"], "logSoftmax": 7, "softmaxBackward": ["x", None], "nllGradient": {"x": 1}})
        remarks, cells = self.taken(notebook)
        self.assertEqual([("softmax", "a\nb")], cells)
        self.assertEqual({f"{name}: its cell has no text" for name in ("logSoftmax", "softmaxBackward", "nllGradient")}, set(remarks))

    def test_wrong_types_everywhere(self):
        for value in (None, 7, "x", [], {}, True, [[]], {"exercise": []}):
            for key in ("metadata", "cell_type", "source", "nbgrader", "exercise", "grade_id"):
                notebook = answered(WRITTEN)
                cell = cell_of(notebook, "logSoftmax")
                place = cell if key in cell else cell["metadata"] if key != "grade_id" else cell["metadata"]["nbgrader"]
                place[key] = value
                self.assertEqual("softmax", self.taken(notebook)[1][0][0])
            notebook = answered(WRITTEN)
            notebook["cells"].insert(0, value)
            notebook["metadata"] = notebook["nbformat"] = value
            self.assertEqual("softmax", self.taken(notebook)[1][0][0])
        notebook["cells"].insert(0, 3)
        self.assertIn("softmax.ipynb has 1 cell that is no object", self.taken(notebook)[0])

    def test_half_a_surrogate_pair_is_replaced(self):
        self.assertEqual([("softmax", "int x; // \ufffd 😀")], self.taken(answered({"softmax": "int x; // \ud800 😀"}))[1])

    def test_what_a_damaged_disk_says(self):
        with mock.patch.object(notebooks, "read", side_effect=RecursionError):
            self.assertEqual(["softmax.ipynb is too large or too deep to be read"], self.read_one(blank()).unreadable)


class Cells(InFolder):
    """Which cells are graded, and what is said of the others."""

    def taken(self, notebook):
        one = self.read_one(notebook)
        self.assertEqual([], one.unreadable)
        return one.answers[SOFTMAX.label]

    def test_the_copy_as_it_was_handed_out(self):
        answers = self.taken(blank())
        self.assertEqual([], answers.cells + answers.remarks)
        self.assertEqual({exercise.id: "not written yet" for exercise in SOFTMAX.exercises}, answers.missing)

    def test_only_what_is_written_is_sent_in_the_notebooks_order(self):
        answers = self.taken(answered({"answers": "String answers() { return \"abc\"; }", **WRITTEN}))
        self.assertEqual(["softmax", "answers"], [exercise for exercise, _ in answers.cells])
        notebook = answered({"answers": "1", **WRITTEN})
        notebook["cells"].reverse()
        self.assertEqual(["answers", "softmax"], [exercise for exercise, _ in self.taken(notebook).cells])

    def test_an_editors_blanks_do_not_make_an_answer(self):
        stub = SOFTMAX.exercises[0].stub
        self.assertEqual([], self.taken(answered({"softmax": "\n" + stub.replace("\n", "  \r\n") + "\n\n"})).cells)
        self.assertEqual("its cell is empty", self.taken(answered({"softmax": " \n"})).missing["softmax"])

    def test_nothing_but_solution_cells_is_sent(self):
        notebook = answered(WRITTEN)
        notebook["cells"].append({"cell_type": "code", "metadata": {}, "source": "System.exit(0);"})
        notebook["cells"][1]["source"] = "%classpath evil.jar"
        self.assertEqual([("softmax", WRITTEN["softmax"])], self.taken(notebook).cells)

    def test_a_deleted_cell(self):
        notebook = answered(WRITTEN)
        notebook["cells"].remove(cell_of(notebook, "logSoftmax"))
        answers = self.taken(notebook)
        self.assertEqual("its cell is not in the notebook", answers.missing["logSoftmax"])
        self.assertEqual(["logSoftmax: its cell is not in the notebook"], answers.remarks)

    def test_a_cell_that_lost_its_tag_is_not_guessed_but_told(self):
        notebook = answered(WRITTEN)
        cell_of(notebook, "softmax")["metadata"] = {}
        answers = self.taken(notebook)
        self.assertEqual([], answers.cells)
        self.assertEqual(["softmax: its cell is not in the notebook; but a cell without its tag declares softmax"], answers.remarks)

    def test_a_duplicated_cell(self):
        notebook = answered(WRITTEN)
        cell = dict(cell_of(notebook, "softmax"))
        notebook["cells"].insert(0, dict(cell, source="first"))
        answers = self.taken(notebook)
        self.assertEqual(([("softmax", WRITTEN["softmax"])], ["softmax has 2 cells; the last one that is written counts"]), (answers.cells, answers.remarks))
        notebook["cells"].append(dict(cell, source=SOFTMAX.exercises[0].stub))
        notebook["cells"].pop(0)
        answers = self.taken(notebook)
        self.assertEqual(([("softmax", WRITTEN["softmax"])], ["softmax has 2 cells; the only one that is written counts"]), (answers.cells, answers.remarks))

    def test_a_retagged_cell(self):
        notebook = answered(WRITTEN)
        cell_of(notebook, "softmax")["metadata"]["nbgrader"]["grade_id"] = "logSoftmax"
        answers = self.taken(notebook)
        self.assertEqual([("logSoftmax", WRITTEN["softmax"])], answers.cells)
        self.assertIn("a cell is tagged both as logSoftmax and as softmax; it was taken as logSoftmax", answers.remarks)
        notebook = answered(WRITTEN)
        cell_of(notebook, "softmax")["metadata"]["nbgrader"]["grade_id"] = "mine"
        answers = self.taken(notebook)
        self.assertEqual((["softmax"], ["the tag of the cell of softmax was changed; it was taken as softmax"]),
                         ([name for name, _ in answers.cells], answers.remarks))

    def test_one_tag_is_enough(self):
        for gone in ("exercise", "nbgrader"):
            notebook = answered(WRITTEN)
            del cell_of(notebook, "softmax")["metadata"][gone]
            answers = self.taken(notebook)
            self.assertEqual(([("softmax", WRITTEN["softmax"])], []), (answers.cells, answers.remarks))

    def test_a_cell_that_is_no_code_any_more(self):
        notebook = answered(WRITTEN)
        for kind, words in (("markdown", "a Markdown cell"), ("raw", "a raw cell"), ("shell", "one of an unknown type")):
            cell_of(notebook, "softmax")["cell_type"] = kind
            answers = self.taken(notebook)
            self.assertEqual(([], [f"softmax: its cell is no code cell but {words}"]), (answers.cells, answers.remarks))

    def test_a_huge_cell(self):
        answers = self.taken(answered({"softmax": "é" * 40_000}))
        self.assertEqual(([], ["softmax: its cell is longer than 64 KB and was not run"]), (answers.cells, answers.remarks))
        self.assertEqual(1, len(self.taken(answered({"softmax": "e" * 65_536})).cells))

    def test_changed_and_deleted_checks(self):
        notebook = answered(WRITTEN)
        check = next(cell for cell in notebook["cells"] if cell["source"] == SOFTMAX.exercises[0].check)
        check["source"] = "check(true);"
        self.assertEqual(["the check cell of softmax was changed or deleted; graded with ours"], self.taken(notebook).remarks)
        notebook["cells"] = [cell for cell in notebook["cells"] if not cell["source"].startswith("check(")]
        self.assertEqual(["the check cells of 6 exercises were changed or deleted; graded with ours"], self.taken(notebook).remarks)

    def test_the_check_cells_of_nbgrader_are_nothing_odd(self):
        notebook = answered(WRITTEN)
        for exercise in SOFTMAX.exercises:
            check = next(cell for cell in notebook["cells"] if cell["source"] == exercise.check)
            check["metadata"]["nbgrader"] = {"grade_id": "check-" + exercise.id, "grade": True, "solution": False, "locked": True}
        self.assertEqual([], self.taken(notebook).remarks)

    def test_cells_of_another_notebook(self):
        notebook = answered(WRITTEN)
        notebook["cells"].append(cell_of(answered({"tanh": "x"}, "1-backprop/activations"), "tanh"))
        answers = self.taken(notebook)
        self.assertEqual(["softmax"], [name for name, _ in answers.cells])
        self.assertEqual(["cells tagged for exercises that this notebook does not have were left out: tanh"], answers.remarks)


class SeveralNotebooks(InFolder):
    """Names decide nothing but between equals."""

    def chosen(self, notebooks, label=SOFTMAX.label):
        for name, notebook in notebooks.items():
            self.hand_in(f"anna/{name}", notebook)
        one = self.read()["anna"]
        return one.answers[label].path, one.answers[label].remarks

    def test_a_renamed_notebook_is_known_by_its_exercises(self):
        for name in ("x.ipynb", "tanh.IPYNB", "activations.ipynb", "softmax.ipynb.txt", "a b (1).ipynb.json"):
            with self.subTest(name):
                self.assertEqual({SOFTMAX.label}, set(self.read_one(blank(), name).answers))
                (self.given / "anna" / name).unlink()

    def test_a_foreign_notebook(self):
        one = self.read_one({"cells": [cell_of(blank(), "answers"), {"cell_type": "code", "source": "1", "metadata": {"exercise": "other"}}]})
        self.assertEqual(["softmax.ipynb is none of the homework's notebooks: no cell in it is tagged as one of their exercises"], one.unreadable)

    def test_a_notebook_of_two_homeworks(self):
        notebook = blank()
        notebook["cells"] = [cell_of(notebook, "softmax"), cell_of(blank("1-backprop/activations"), "tanh")]
        self.assertRegex(self.read_one(notebook).unreadable[0], r"^softmax.ipynb has the exercises of several notebooks \(1-backprop/activations, "
                                                                r"1-backprop/softmax\); it is not clear which it is$", "its name decides nothing")
        notebook["cells"].append(cell_of(blank("1-backprop/activations"), "relu"))
        self.assertIn("1-backprop/activations", self.read_one(notebook).answers, "else the greater number")

    def test_the_same_twice(self):
        path, remarks = self.chosen({"softmax.ipynb": answered(WRITTEN), "softmax (1).ipynb": answered(WRITTEN)})
        self.assertEqual("softmax.ipynb", path)
        self.assertEqual(["2 notebooks of 1-backprop/softmax were handed in (softmax (1).ipynb, softmax.ipynb), with the same answers; one of them "
                          "counts"], remarks)

    def test_what_is_written_comes_before_the_right_name(self):
        path, remarks = self.chosen({"softmax.ipynb": blank(), "softmax (1).ipynb": answered(WRITTEN)})
        self.assertEqual("softmax (1).ipynb", path)
        self.assertIn("with different answers; softmax (1).ipynb counts", remarks[0])

    def test_the_right_name_comes_before_the_number_of_answers(self):
        more = answered({**WRITTEN, "logSoftmax": "more"})
        self.assertEqual("softmax.ipynb", self.chosen({"softmax.ipynb": answered(WRITTEN), "a.ipynb": more})[0])

    def test_the_number_of_answers_comes_before_the_alphabet(self):
        self.assertEqual("b.ipynb", self.chosen({"a.ipynb": answered(WRITTEN), "b.ipynb": answered({**WRITTEN, "logSoftmax": "more"})})[0])
        self.assertEqual("a.ipynb", self.chosen({"a.ipynb": answered(WRITTEN), "b.ipynb": answered({"softmax": "other"})})[0])

    def test_a_broken_one_does_not_stop_the_others(self):
        self.hand_in("anna/broken.ipynb", "{")
        one = self.read_one(answered(WRITTEN))
        self.assertEqual((1, 1), (len(one.answers), len(one.unreadable)))


class Seeds(InFolder):

    def test_the_seed_is_that_of_the_contract(self):
        import hashlib
        import hmac
        digest = hmac.new(b"key", b"anna\x001-backprop/softmax", hashlib.sha256).digest()
        self.assertEqual(int.from_bytes(digest[:8], "big") % (1 << 63), seeds.seed_of(b"key", "anna", "1-backprop/softmax"))
        self.assertNotEqual(seeds.seed_of(b"key", "anna", "x"), seeds.seed_of(b"key", "ben", "x"))
        self.assertLess(max(seeds.seed_of(b"key", str(n), "x") for n in range(100)), 1 << 63)

    def test_the_secret_is_made_once_and_is_its_owners(self):
        secret = seeds.course_secret(self.folder)
        self.assertEqual(secret, seeds.course_secret(self.folder))
        self.assertEqual(64, len(secret))
        if os.name != "nt":
            self.assertEqual(0o600, (self.folder / ".course-secret").stat().st_mode & 0o777)
        (self.folder / ".course-secret").write_text("short")
        with self.assertRaisesRegex(ValueError, "damaged"):
            seeds.course_secret(self.folder)

    def test_git_never_sees_the_secret(self):
        self.assertIn("/.course-secret", (ROOT / ".gitignore").read_text().split())
        if (ROOT / ".git").exists() and shutil.which("git"):
            self.assertEqual("", subprocess.run(["git", "ls-files", ".course-secret"], cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout)


if __name__ == "__main__":
    unittest.main()
