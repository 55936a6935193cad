"""What is made of the results: tables, pages and files for other systems, with hostile names and hostile output in them."""

import csv
import html.parser
import io
import json
import re
import unittest
import xml.etree.ElementTree as ElementTree

from grading_case import InFolder
from grading import feedback, gradescope, junit, report, results, table
from grading.results import Book, Outcome, Result

EVIL = "<script>alert('x')</script>&\"\0\x1b[31m\u202e\ud800\ufffe ]]> -->"
CATALOGUE = {"1-backprop/softmax": [
    {"id": "softmax", "name": "softmax", "tests": [{"test": "values", "says": "scores 1, 2, 3", "points": 2, "hidden": []},
                                                  {"test": "beta", "says": "β = 1.5", "points": 1, "hidden": ["β = 0.3 against ND4J"]}]},
    {"id": "answers", "name": "answers", "tests": [{"test": "first", "says": "question 1", "points": 1, "hidden": []}]}]}


def judged(**told):
    """An outcome of the judge's answer about `softmax`; nothing is told of the other exercise."""
    answer = {"exercises": [{"id": "softmax", **told}]}
    return Outcome("1-backprop/softmax", "softmax.ipynb", 7, results.graded(CATALOGUE["1-backprop/softmax"], answer), {"answers": "not written yet"})


def passed(test, points):
    return {"test": test, "points": points, "of": points, "passed": True}


def failed(test, *parts, **more):
    return {"test": test, "points": 0, "of": 1, "passed": False, "key": "value", "parts": [{"label": label, "text": text} for label, text in parts], **more}


def book(*students):
    return Book(CATALOGUE, {result.student: result for result in students}, {"when": "today", "seed": "7"})


def student(name="anna", outcome=None, status=results.GRADED, reasons=()):
    outcome = outcome or judged(tests=[passed("values", 2), passed("beta", 1)])
    return Result(name, "anna", status, list(reasons), {outcome.assignment: outcome})


EVIL_OUTCOME = judged(tests=[failed("values", ("input", EVIL), ("expected", EVIL), ("got", EVIL), ("likely", EVIL), ("", EVIL), (EVIL, EVIL)),
                             failed("beta", ("", EVIL), hidden=EVIL)], compiler=EVIL, printed=EVIL * 3)
EVIL_STUDENT = student(EVIL, EVIL_OUTCOME, results.UNGRADABLE, [EVIL])


class Page(html.parser.HTMLParser):
    """The tags of a page, its text, and whether every tag is closed."""
    VOID = {"meta", "br"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.text, self.open, self.attributes = [], "", [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> within {self.open}"
        self.open.pop()

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text += data + " "


class Answers(unittest.TestCase):
    """What the judge says is held against the tests that there are."""

    def test_points_that_cannot_be_are_none(self):
        for points in (3, -1, 2.0, "2", None, True, float("nan"), [2]):
            outcome = judged(tests=[{"test": "values", "points": points, "of": 2, "passed": True}])
            self.assertEqual(0, outcome.points, points)
            self.assertFalse(outcome.exercises[0]["tests"][0]["passed"])
        self.assertEqual(2, judged(tests=[passed("values", 2)]).points)

    def test_every_test_is_there_whatever_comes(self):
        for told in (None, 7, "x", [], {}, [7], [{"id": "softmax", "tests": 7}], [{"id": "softmax", "tests": [7, {}]}], [{"id": []}]):
            graded = results.graded(CATALOGUE["1-backprop/softmax"], {"exercises": told})
            self.assertEqual([["values", "beta"], ["first"]], [[test["test"] for test in exercise["tests"]] for exercise in graded])
            self.assertEqual(0, sum(exercise["points"] for exercise in graded))
            self.assertEqual(graded, results.at_zero(CATALOGUE["1-backprop/softmax"]))

    def test_a_book_survives_its_file(self):
        whole = book(student(), EVIL_STUDENT)
        self.assertEqual(whole, Book.of_plain(json.loads(json.dumps(whole.plain()))))


class Table(unittest.TestCase):

    def rows(self, *students):
        return list(csv.reader(io.StringIO(table.csv_of(book(*students)))))

    def test_a_row_a_student_a_column_a_test(self):
        self.assertEqual([
            ["student", "1-backprop/softmax/softmax/values", "1-backprop/softmax/softmax/beta", "1-backprop/softmax/answers/first", "total", "of",
             "status", "remarks"],
            ["anna", "2", "1", "0", "3", "4", "graded", ""]], self.rows(student()))

    def test_formulas_are_defused(self):
        for name in ("=1+1", "+1", "-1", "@SUM(A1)", "\t1", "  =1", "＝1", "|x"):
            self.assertEqual("'" + name, self.rows(student(name))[1][0])
        for name in ("anna", "a=b", "o'neil", "1-2"):
            self.assertEqual(name, self.rows(student(name))[1][0])
        self.assertEqual("'=cmd|' /C calc'!A0", self.rows(student(status=results.REMARKS, reasons=["=cmd|' /C calc'!A0"]))[1][-1])

    def test_commas_quotes_and_line_ends_come_back(self):
        name = 'a, "b"; c'
        rows = self.rows(student(name, reasons=["one\ntwo\r\nthree, \"four\""]))
        self.assertEqual((name, 'one two three, "four"'), (rows[1][0], rows[1][-1]))
        self.assertEqual(2, len(table.csv_of(book(student(name, reasons=["a\nb"]))).splitlines()))

    def test_hostile_text(self):
        text = table.csv_of(book(EVIL_STUDENT))
        text.encode("utf-8")
        self.assertNotRegex(text, "[\0\x1b\u202e]")


class Feedback(unittest.TestCase):

    def page(self, result):
        text = feedback.page_of(book(result), result)
        text.encode("utf-8")
        page = Page(text)
        self.assertEqual([], page.open)
        return page

    def test_what_a_student_sees(self):
        outcome = judged(tests=[failed("values", ("input", "x = [1, 2]"), ("expected", "[0.1, 0.9]"), ("got", "[1, 0]"), ("likely", "the minus")),
                                {**passed("beta", 1)}], compiler="1: ';' expected", printed="hello\nworld")
        text = re.sub(r"\s+", " ", self.page(student(outcome=outcome)).text)
        for part in ("Feedback for anna", "1 of 4 points", "scores 1, 2, 3", "✗ failed", "✓ passed", "x = [1, 2]", "[0.1, 0.9]", "[1, 0]", "the minus",
                     "The compiler says: 1: ';' expected", "It printed during these tests: hello world", "Not written yet."):
            self.assertIn(part, text)

    def test_a_hidden_test_shows_its_name_and_points(self):
        outcome = judged(tests=[passed("values", 2), failed("beta", ("", "a value is wrong"), hidden="β = 0.3 against ND4J")])
        text = self.page(student(outcome=outcome)).text
        self.assertIn("it failed on hidden inputs: β = 0.3 against ND4J.", text)
        self.assertIn("a value is wrong", text)

    def test_the_same_problem_is_told_once(self):
        outcome = judged(tests=[failed("values", ("input", "1"), ("", "the sky fell")), failed("beta", ("input", "2"), ("", "the sky fell"))])
        text = self.page(student(outcome=outcome)).text
        self.assertEqual((1, 1), (text.count("the sky fell"), text.count("as above")))

    def test_nothing_of_a_student_is_markup(self):
        page = self.page(EVIL_STUDENT)
        self.assertEqual(set(), set(page.tags) - {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "strong", "section", "div",
                                                  "span", "dl", "dt", "dd", "pre"})
        self.assertIn("<script>alert('x')</script>&\"␀␛[31m\\u202e", page.text)

    def test_it_stands_alone_and_fits_a_phone(self):
        text = feedback.page_of(book(student()), student())
        self.assertIn('<meta name="viewport" content="width=device-width, initial-scale=1">', text)
        self.assertNotRegex(text, r"(?i)<(script|link|img|iframe)|https?:|url\(|@import|[^-]width: *\d{3,}px")

    def test_long_text_is_cut(self):
        self.assertLess(len(feedback.page_of(book(student()), student(outcome=judged(tests=[], printed="x" * 10**6)))), 40_000)

    def test_remarks_of_the_judge_are_for_the_instructor(self):
        outcome = judged(tests=[])
        outcome.remarks = ["it looked for the tests"]
        self.assertNotIn("looked for", self.page(student(outcome=outcome)).text)
        self.assertIn("looked for", table.csv_of(book(student(outcome=outcome))))

    def test_nothing_handed_in(self):
        text = self.page(Result("anna", "anna", results.MISSING, ["no notebook was handed in"])).text
        self.assertIn("No notebook was handed in.", text)
        self.assertIn("0 of 4 points", text)


class Gradescope(unittest.TestCase):

    def test_the_fields_it_expects(self):
        result = student(outcome=judged(tests=[passed("values", 2), failed("beta", ("", "wrong"), hidden="β = 0.3")], printed="hello"))
        told = json.loads(gradescope.json_of(book(result), result))
        self.assertEqual(2, told["score"])
        self.assertEqual([("1", 2, 2, "passed", "visible"), ("2", 0, 1, "failed", "visible"), ("3", 0, 1, "failed", "visible")],
                         [(test["number"], test["score"], test["max_score"], test["status"], test["visibility"]) for test in told["tests"]])
        self.assertEqual(["it printed:\nhello", "failed on hidden inputs: β = 0.3\nwrong", "not written yet"], [test["output"] for test in told["tests"]])
        self.assertEqual("1-backprop/softmax · softmax · scores 1, 2, 3", told["tests"][0]["name"])

    def test_hostile_text(self):
        text = gradescope.json_of(book(EVIL_STUDENT), EVIL_STUDENT)
        text.encode("utf-8")
        self.assertNotIn("\\u001b", text)

    def test_nothing_handed_in(self):
        result = Result("anna", "anna", results.MISSING)
        self.assertEqual([0, 0, 0], [test["score"] for test in json.loads(gradescope.json_of(book(result), result))["tests"]])


class Junit(unittest.TestCase):

    def parsed(self, result):
        return ElementTree.fromstring(junit.xml_of(book(result), result).encode("utf-8"))

    def test_a_suite_an_assignment_a_case_a_test(self):
        suite = self.parsed(student(outcome=judged(tests=[passed("values", 2), failed("beta", ("got", "7"))]))).find("testsuite")
        self.assertEqual(("1-backprop/softmax", "3", "2", "0"), tuple(suite.get(name) for name in ("name", "tests", "failures", "errors")))
        cases = suite.findall("testcase")
        self.assertEqual(["values", "beta", "first"], [case.get("name") for case in cases])
        self.assertEqual("1-backprop/softmax.softmax", cases[0].get("classname"))
        self.assertEqual([None, "got: 7", "not written yet"], [case.findtext("failure") for case in cases])

    def test_hostile_text_is_valid_xml(self):
        root = self.parsed(EVIL_STUDENT)
        self.assertIn("<script>alert('x')</script>&\"␀␛[31m", root.get("name"))
        self.assertIn("␀", root.find("testsuite").findtext("system-out"))

    def test_every_sign_there_is(self):
        signs = "".join(map(chr, [*range(0x300), *range(0x2000, 0x2100), *range(0xd7f0, 0xe010), *range(0xfdd0, 0xfdf0), *range(0xfff0, 0x10010), 0x10ffff]))
        self.parsed(student(outcome=judged(tests=[failed("values", ("", signs))], printed=signs)))

    def test_nothing_handed_in(self):
        self.assertEqual("3", self.parsed(Result("anna", "anna", results.MISSING)).find("testsuite").get("failures"))


class Report(unittest.TestCase):

    def page(self, *students):
        text = report.page_of(book(*students))
        text.encode("utf-8")
        page = Page(text)
        self.assertEqual([], page.open)
        self.assertNotIn("script", page.tags)
        return page

    def test_the_class_in_figures(self):
        best = student("best", judged(tests=[passed("values", 2), passed("beta", 1)]))
        worst = student("worst", judged(tests=[passed("values", 2), failed("beta")]))
        page = self.page(best, worst, EVIL_STUDENT, Result("gone", "gone", results.MISSING, ["none"]))
        text = re.sub(r"\s+", " ", page.text)
        for part in ("4 students : 2 graded, 1 not gradable, 1 without a notebook.", "Of 4 points: mean 2.5, median 2.5, lowest 2, highest 3.",
                     "total (points, of 4)", "students", "1 of 2", "2 of 2"):
            self.assertIn(part, text)
        self.assertRegex(text, r"Nobody passes\s*1-backprop/softmax/answers/first\s*Everybody passes\s*1-backprop/softmax/softmax/values")
        self.assertIn(("aria-label", "How many students have which total. 2 points: 1, 3 points: 1"), page.attributes)

    def test_classes_of_any_size(self):
        self.page()
        self.page(Result("gone", "gone", results.MISSING))
        self.page(student())
        self.page(*[student(f"s{number}") for number in range(300)])

    def test_totals_of_many_points(self):
        many = {"a/b": [{"id": "x", "name": "x", "tests": [{"test": "t", "says": "", "points": 137, "hidden": []}]}]}
        outcome = Outcome("a/b", "p", 1, results.graded(many["a/b"], {"exercises": [{"id": "x", "tests": [passed("t", 137)]}]}))
        page = Page(report.page_of(Book(many, {"anna": Result("anna", "anna", outcomes={"a/b": outcome})})))
        self.assertIn("133–137", page.text)


if __name__ == "__main__":
    unittest.main()
