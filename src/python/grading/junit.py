"""JUnit's XML of one student: a suite an assignment, a case a test."""

import xml.etree.ElementTree as ElementTree

from grading.feedback import plain_text
from grading.texts import one_line, shortened, visible


def xml_of(book, result):
    root = ElementTree.Element("testsuites", name=one_line(result.student))
    for label, exercises in book.catalogue.items():
        outcome = result.outcomes.get(label)
        graded = {one["id"]: one for one in outcome.exercises} if outcome else {}
        _suite(root, label, exercises, outcome, graded)
    ElementTree.indent(root, " ")
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root, label, exercises, outcome, graded):
    suite = ElementTree.SubElement(root, "testsuite", name=label, time=f"{outcome.seconds if outcome else 0:.3f}")
    failed = printed = 0
    for exercise in exercises:
        one = graded.get(exercise["id"], {"tests": [], "printed": "", "compiler": ""})
        tests = {test["test"]: test for test in one["tests"]}
        for test in exercise["tests"]:
            case = ElementTree.SubElement(suite, "testcase", classname=f"{label}.{exercise['id']}", name=test["test"], time="0")
            told = tests.get(test["test"])
            if not told or not told["passed"]:
                failed += 1
                _failure(case, test, told, one, outcome, exercise)
        printed += bool(one["printed"].strip())
    suite.set("tests", str(sum(len(exercise["tests"]) for exercise in exercises)))
    suite.set("failures", str(failed))
    suite.set("errors", "0")
    if printed:
        ElementTree.SubElement(suite, "system-out").text = shortened(visible("\n".join(
            f"{name}:\n{one['printed']}" for name, one in graded.items() if one["printed"].strip())), 20_000)


def _failure(case, test, told, one, outcome, exercise):
    missing = outcome.missing.get(exercise["id"], "") if outcome else "no notebook of this homework was handed in"
    lines = [outcome.failure if outcome else "", plain_text(test, told, missing) if told else missing, one["compiler"]]
    message = one_line(missing or (told or {}).get("key", "") or "failed")
    ElementTree.SubElement(case, "failure", message=message, type=one_line((told or {}).get("key", "") or "failed")).text = \
        shortened(visible("\n".join(filter(None, lines))), 8000)
