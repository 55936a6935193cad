"""Gradescope's results.json of one student."""

import json

from grading.feedback import plain_text
from grading.texts import shortened, visible


def json_of(book, result):
    tests = []
    for number, (label, exercise, test) in enumerate(book.tests(), 1):
        outcome = result.outcomes.get(label)
        graded = _graded(outcome, exercise, test)
        tests.append({
            "name": f"{label} · {exercise['name']} · {test['says'] or test['test']}", "number": str(number),
            "score": graded["points"] if graded else 0, "max_score": test["points"],
            "status": "passed" if graded and graded["passed"] else "failed",
            "output": shortened(visible(_output(outcome, exercise, test, graded)), 4000), "output_format": "text", "visibility": "visible"})
    return json.dumps({"score": result.points, "output": visible("\n".join(result.reasons)), "output_format": "text", "tests": tests},
                      ensure_ascii=False, indent=1) + "\n"


def _graded(outcome, exercise, test):
    exercises = [one for one in outcome.exercises if one["id"] == exercise["id"]] if outcome else []
    return next((one for one in exercises[0]["tests"] if one["test"] == test["test"]), None) if exercises else None


def _output(outcome, exercise, test, graded):
    if not graded:
        return "no notebook of this homework was handed in"
    of_exercise = next(one for one in outcome.exercises if one["id"] == exercise["id"])
    lines = [outcome.failure, plain_text(test, graded, outcome.missing.get(exercise["id"], ""))]
    if test is exercise["tests"][0]:  # what concerns all tests of an exercise is told with the first
        lines += [f"the compiler says:\n{of_exercise['compiler']}" if of_exercise["compiler"] else "",
                  f"it printed:\n{of_exercise['printed']}" if of_exercise["printed"].strip() else ""]
    return "\n".join(filter(None, lines))
