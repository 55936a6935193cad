"""How a submission is made, and what a row of the corpus says about it.

Nearly all are of 1-backprop/softmax. Most are a short solution, of three of its six exercises, with one cell replaced, that of
softmaxJacobian, which no other exercise calls: then exactly the tests of that cell may be lost, and every other point shows that the rest
was graded as if nothing had happened.
"""

import copy
import json
import os
import pathlib
from typing import Callable, NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[4]
SOFTMAX, GRAPH = "1-backprop/softmax", "1-backprop/computation-graph"
TESTS = {
    SOFTMAX: {
        "softmax": {"values": 1, "beta": 1, "leavesItsArgumentAlone": 1},
        "softmaxJacobian": {"values": 1, "beta": 1, "rowsSumToZero": 1, "leavesItsArgumentAlone": 1},
        "softmaxBackward": {"values": 1, "equalGradients": 1, "manyClasses": 1, "leavesItsArgumentsAlone": 1},
        "logSoftmax": {"values": 1, "largeScores": 1, "distantScores": 1, "leavesItsArgumentAlone": 1},
        "nllGradient": {"values": 1, "largeScores": 1, "leavesItsArgumentAlone": 1},
        "answers": {"shift": 1, "temperature": 1, "step": 1},
    },
    GRAPH: {
        "byHand": {"firstIsLarger": 1, "secondIsLarger": 1, "upstream": 1, "tie": 1},
        "values": {"pageGraph": 1, "lateInput": 1, "leavesItsArgumentAlone": 1},
        "local": {"sigmoid": 1, "max": 1, "min": 1, "ties": 1, "sumAndTimes": 1, "leavesItsArgumentAlone": 1},
        "backward": {"chain": 1, "upstream": 1, "accumulates": 2, "sameInputTwice": 1, "leavesItsArgumentsAlone": 1},
        "answers": {"twoPaths": 1, "wrongOrder": 1, "product": 1},
    },
}
SHORT = "short"
LEFT_BLANK = ("softmaxBackward", "logSoftmax", "nllGradient")  # in a short solution; grading them takes half of the time
ALL = "all its tests"
ANY = "any of its tests, for what becomes of it depends on when and where it runs"
SIGNATURES = {
    "softmax": "INDArray softmax(INDArray x, double beta)",
    "softmaxJacobian": "INDArray softmaxJacobian(INDArray p, double beta)",
    "softmaxBackward": "INDArray softmaxBackward(INDArray x, double beta, INDArray gradient)",
    "logSoftmax": "INDArray logSoftmax(INDArray x, double beta)",
    "nllGradient": "INDArray nllGradient(INDArray x, double beta, int label)",
    "answers": "String answers()",
    "byHand": "double[] byHand(double x1, double x2, double gradient)",
    "local": "double[] local(Operation operation, double[] inputs)",
}
RIGHT = "long n = p.length();\nreturn p.reshape(n, 1).mmul(p.reshape(1, n)).sub(Nd4j.diag(p)).mul(beta);"


class Row(NamedTuple):
    """
    name:    the student's folder
    against: the item of the list "what a grader must survive"
    make:    writes the submission into the student's folder
    loses:   exercise -> the names of the tests that must be lost, or ALL, or ANY; all others must be kept
    status:  graded, remarks, ungradable or missing; several where the row is not about that
    says:    a regular expression that the feedback or the remark must match
    assignment: whose tests are meant
    """
    name: str
    against: str
    make: Callable
    loses: dict = {}
    status: tuple = ("graded", "remarks")
    says: str = ""
    assignment: str = SOFTMAX

    def lost(self):
        """exercise -> the set of tests that must be at 0; none for an exercise where any may be."""
        tests = TESTS[self.assignment]
        loses = {**{exercise: ALL for exercise in getattr(self.make, "blank", ())}, **self.loses}
        return {exercise: set(tests[exercise]) if loses.get(exercise) == ALL else set(loses.get(exercise, ()))
                for exercise in tests if loses.get(exercise) != ANY}


NOTHING_EARNED = {exercise: ALL for exercise in TESTS[SOFTMAX]}
JACOBIAN = {"softmaxJacobian": ALL}
PERHAPS = {"softmaxJacobian": ANY}


class Place(NamedTuple):
    """What a hostile submission would like to know: where things are on the machine that grades."""
    submissions: pathlib.Path
    out: pathlib.Path
    project: pathlib.Path
    sentinel: pathlib.Path
    port: int


def notebook(folder, assignment=SOFTMAX):
    """The text of an assignment as JSON: "notebooks" for the blank copy, "solutions" for the solution, SHORT for one of three exercises."""
    if folder != SHORT:
        return copy.deepcopy(_read(folder, assignment))
    content, blank = notebook("solutions", assignment), exercise_cells(_read("notebooks", assignment))
    for exercise in LEFT_BLANK:
        exercise_cells(content)[exercise]["source"] = blank[exercise]["source"]
    return content


def _read(folder, assignment, known={}):
    path = ROOT / folder / (assignment + ".ipynb")
    if path not in known:
        known[path] = json.loads(path.read_text(encoding="utf-8"))
    return known[path]


def exercise_cells(content):
    return {cell["metadata"]["exercise"]: cell for cell in content["cells"] if "exercise" in cell["metadata"]}


def method(exercise, body, before=""):
    """The text of a solution cell."""
    lines = "\n".join("    " + line for line in body.splitlines())
    return (before.rstrip() + "\n" if before else "") + SIGNATURES[exercise] + " {\n" + lines + "\n}"


def dump(content):
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8")


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def cells(base=SHORT, assignment=SOFTMAX, before="", sources=None, **bodies):
    """
    A short solution (or the one, or with base "notebooks" the blank copy) with other bodies of some methods.

    before:  declarations that stand above the method, in the same cell
    sources: whole texts of cells
    """
    def edit(content, place):
        for exercise, body in bodies.items():
            exercise_cells(content)[exercise]["source"] = told(method(exercise, body, before), place)
        for exercise, source in (sources or {}).items():
            exercise_cells(content)[exercise]["source"] = told(source, place)
    return edited(edit, base, assignment)


def told(text, place):
    """The text with the places that it asks for: @PROJECT@, @SUBMISSIONS@, @OUT@, @SENTINEL@, @PORT@."""
    for name, value in place._asdict().items():
        text = text.replace(f"@{name.upper()}@", str(value))
    return text


def edited(edit, base=SHORT, assignment=SOFTMAX, name=None):
    """A notebook that was changed as JSON."""
    def make(folder, place):
        content = notebook(base, assignment)
        edit(content, place)
        write(folder / (name or assignment.split("/")[1] + ".ipynb"), dump(content))
    make.blank = LEFT_BLANK if base == SHORT else ()
    return make


def file(data, name="softmax.ipynb"):
    """A file of these bytes in the place of a notebook; what a function gives is a short solution in some form."""
    def make(folder, place):
        write(folder / name, data() if callable(data) else data)
    make.blank = LEFT_BLANK if callable(data) else ()
    return make


def several(*makers):
    def make(folder, place):
        for maker in makers:
            maker(folder, place)
    make.blank = makers[-1].blank if len(makers) == 2 else makers[0].blank
    return make


def link(target, name="softmax.ipynb"):
    def make(folder, place):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(told(target, place))
    return make


def fifo(folder, place):
    folder.mkdir(parents=True, exist_ok=True)
    os.mkfifo(folder / "softmax.ipynb")


def guarded(body, right=RIGHT):
    """A body that may throw what it likes on the way and then gives the right answer."""
    return "try {\n" + "\n".join("    " + line for line in body.splitlines()) + "\n} catch (Throwable failed) {\n}\n" + right
