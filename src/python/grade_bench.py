"""course bench --grade: a class of 300 through course grade, one submission alone, and nbgrader's own autograde beside ours."""

import argparse
import copy
import datetime
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench
import layout
from watch import Watch

NOTEBOOK = "1-backprop/softmax"
STUDENTS, BESIDE, ALONE = 300, 12, 3
SYLLABLES = "an bo chi da el fa gu hi io jo ka li mo na ol pe qi ro su ta ul vi wen xa yu zo".split()
# What goes into a class: the solution, the blank copy, and solutions with one to three methods of the bank's wrong kind.
SHARES = {"solution": 0.4, "wrong": 0.45, "blank": 0.15}
WRONG = {
    "softmax": ["INDArray e = Transforms.exp(x.mul(beta));\nreturn e.div(e.sumNumber());",
                "INDArray e = Transforms.exp(x.neg());\nreturn e.div(e.sumNumber());",
                "return Transforms.exp(x.mul(-beta));",
                "INDArray e = Transforms.exp(x.muli(-beta));\nreturn e.div(e.sumNumber());"],
    "softmaxJacobian": ["long n = p.length();\nreturn p.reshape(n, 1).mmul(p.reshape(1, n)).add(Nd4j.diag(p)).mul(beta);",
                        "long n = p.length();\nreturn Nd4j.diag(p).sub(p.reshape(n, 1).mmul(p.reshape(1, n))).mul(beta);",
                        "return Nd4j.diag(p.mul(p.rsub(1)).mul(-beta));",
                        "return p.mmul(p).mul(beta);"],
    "softmaxBackward": ["INDArray p = softmax(x, beta);\nreturn p.mul(gradient).mul(-beta);",
                        "INDArray p = softmax(x, beta);\nreturn p.mul(gradient.sub(gradient.meanNumber())).mul(-beta);",
                        "return softmaxJacobian(softmax(x, beta), beta).mmul(gradient);"],
    "logSoftmax": ["return Transforms.log(softmax(x, beta));",
                   "INDArray z = x.mul(-beta);\nreturn z.sub(Math.log(Transforms.exp(z).sumNumber().doubleValue()));",
                   "INDArray z = x.sub(x.maxNumber()).mul(-beta);\nreturn z.sub(Math.log(Transforms.exp(z).sumNumber().doubleValue()));"],
    "nllGradient": ["INDArray p = Transforms.exp(logSoftmax(x, beta));\nINDArray t = Nd4j.zeros(p.dataType(), p.length()).putScalar(label, 1);\nreturn p.sub(t).mul(beta);",
                    "INDArray p = softmax(x, beta);\nINDArray t = Nd4j.zeros(p.dataType(), p.length()).putScalar(label, 1);\nreturn t.sub(p).mul(beta);",
                    "INDArray p = Transforms.exp(logSoftmax(x, beta))\nreturn p;"],
    "answers": ['return "aca";', 'return "b?a";', 'return "bcb";'],
}


def options():
    parser = argparse.ArgumentParser(prog="course bench --grade", description=__doc__, allow_abbrev=False)
    parser.add_argument("--students", type=bench.positive, default=STUDENTS, metavar="N", help=f"{STUDENTS} unless told")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="draws names and answers; 1 unless told")
    parser.add_argument("--json", default=str(layout.ROOT / "target" / "bench" / "grade.json"), metavar="FILE")
    parser.add_argument("--without-nbgrader", action="store_true", help="only ours")
    return parser


def main():
    arguments = options().parse_args()
    machine = bench.about(dict(os.environ))
    print(f"machine         {machine['processor']}, {machine['cores']} cores, {machine['system']}, {machine['java']}, {machine['date']}", flush=True)
    results = {"machine": machine, "notebook": NOTEBOOK, "seed": arguments.seed}
    with tempfile.TemporaryDirectory(prefix="grade-bench-") as folder:
        folder = Path(folder)
        measure_alone(folder, results, arguments)
        measure_class(folder, results, arguments)
        if not arguments.without_nbgrader:
            measure_beside(folder, results, arguments)
    bench.write(os.path.abspath(arguments.json), results)
    print(f"\nall numbers     {os.path.relpath(arguments.json)}")


def tell(name, text):
    print(f"{name:<15} {text}", flush=True)


# -------------------------------------------------------------------------------------------------------- submissions

def made_class(count, seed):
    """Names of students, each with the kind of its submission and a notebook."""
    draw = random.Random(seed)
    kinds = draw.choices(list(SHARES), list(SHARES.values()), k=count)
    made = {}
    for kind in kinds:
        made[name(draw, made)] = kind, submission(kind, draw)
    return made


def name(draw, taken):
    while True:
        drawn = "-".join("".join(draw.choices(SYLLABLES, k=draw.randint(2, 3))) for _ in range(2))
        if drawn not in taken:
            return drawn


def submission(kind, draw):
    notebook = read(layout.STUDENT if kind == "blank" else layout.SOLUTIONS)
    if kind == "wrong":
        for exercise in draw.sample(list(WRONG), draw.randint(1, 3)):
            cell = cell_of(notebook, exercise)
            head = "".join(cell["source"]).splitlines()[0]
            cell["source"] = head + "\n    " + draw.choice(WRONG[exercise]).replace("\n", "\n    ") + "\n}"
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return notebook


def cell_of(notebook, exercise):
    return next(cell for cell in notebook["cells"] if cell["metadata"].get("exercise") == exercise)


def read(folder):
    return json.loads((folder / (NOTEBOOK + ".ipynb")).read_text(encoding="utf-8"))


def write_class(folder, made):
    for student, (_, notebook) in made.items():
        path = folder / student / "softmax.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


# --------------------------------------------------------------------------------------------------------------- ours

def graded(folder, made, *words):
    """Grades a class from cold, and says what it took."""
    write_class(folder / "submissions", made)
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, str(layout.ROOT / "course"), "grade", str(folder / "submissions"), "--out", str(folder / "grades"), *words],
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    watch = Watch(process.pid, [])
    try:
        said, _ = process.communicate()
    finally:
        watch.end()
        process.kill()
    seconds = time.monotonic() - begun
    if process.returncode not in (0, 2):
        sys.exit(f"course bench: grading failed with exit code {process.returncode}:\n{said}")
    return {"students": len(made), "seconds": round(seconds, 2), "a submission": round(seconds / len(made), 3), "peak memory": watch.peak_memory,
            "peak in memory disks": watch.peak_shared, "kinds": {kind: sum(k == kind for k, _ in made.values()) for kind in SHARES}}


def measure_alone(folder, results, arguments):
    """The first may prepare what later ones find; the median is of those after it."""
    one = {"one": ("solution", submission("solution", random.Random(0)))}
    seconds = [graded(folder / f"alone-{number}", one)["seconds"] for number in range(ALONE + 1)]
    results["alone"] = {"seconds": statistics.median(seconds[1:]), "first": seconds[0], "all": seconds[1:]}
    tell("one alone", f"{results['alone']['seconds']:.1f} s from cold (median of {ALONE}; the first in this folder {seconds[0]:.1f} s)")


def measure_class(folder, results, arguments):
    found = results["class"] = graded(folder / "class", made_class(arguments.students, arguments.seed))
    tell("a class", f"{found['students']} submissions in {found['seconds']:.0f} s ({found['seconds'] / 60:.1f} min), {found['a submission']:.2f} s each, "
         f"at most {found['peak memory'] / 2 ** 30:.2f} GB in all processes")


# ------------------------------------------------------------------------------------------------------------ nbgrader

CONFIG = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.course_id = "bench"
c.ClearSolutions.code_stub = {{"java": 'throw new UnsupportedOperationException("not written yet");'}}
c.ExecutePreprocessor.timeout = 120
c.ExecutePreprocessor.startup_timeout = 120
"""


def measure_beside(folder, results, arguments):
    """nbgrader with a Java kernel and ours on the same submissions, one after the other."""
    python = os.environ.get("HOMEWORK_TOOLS")
    if not python:
        sys.exit("course bench: nbgrader is in the environment for contributors; ./course bench --grade makes it")
    made = made_class(BESIDE, arguments.seed + 1)
    ours = graded(folder / "beside", made)
    tell("ours", f"{BESIDE} submissions in {ours['seconds']:.1f} s, {ours['a submission']:.2f} s each, at most {ours['peak memory'] / 2 ** 30:.2f} GB")
    theirs = autograded(folder / "nbgrader", made, python)
    tell("nbgrader", f"{theirs['students']} submissions in {theirs['seconds']:.1f} s, {theirs['a submission']:.2f} s each, "
         f"at most {theirs['peak memory'] / 2 ** 30:.2f} GB, of which {theirs['scored']} have a score")
    results["beside"] = {"ours": ours, "nbgrader": theirs}


def autograded(folder, made, python):
    """nbgrader's own way: its database, its autograde with a kernel for each submission, points from what grade cells show."""
    assignment = "softmax"
    source = graded_by_cells(read(layout.SOLUTIONS))
    (folder / "source" / assignment).mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(CONFIG.format(root=str(folder)), encoding="utf-8")
    (folder / "source" / assignment / "softmax.ipynb").write_text(json.dumps(source), encoding="utf-8")
    nbgrader(folder, python, "generate_assignment", assignment, "--force")
    released = json.loads((folder / "release" / assignment / "softmax.ipynb").read_text(encoding="utf-8"))
    for student, (_, notebook) in made.items():
        handed_in = copy.deepcopy(released)
        for exercise in WRONG:
            cell_of(handed_in, exercise)["source"] = cell_of(notebook, exercise)["source"]
        path = folder / "submitted" / student / assignment / "softmax.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(handed_in), encoding="utf-8")
    begun = time.monotonic()
    watch = nbgrader(folder, python, "autograde", assignment)
    seconds = time.monotonic() - begun
    nbgrader(folder, python, "export", f"--to={folder / 'grades.csv'}")
    table = (folder / "grades.csv").read_text(encoding="utf-8").splitlines()
    scores = [dict(zip(table[0].split(","), line.split(","))) for line in table[1:]]
    return {"students": len(made), "seconds": round(seconds, 2), "a submission": round(seconds / len(made), 3), "peak memory": watch.peak_memory,
            "scored": sum(float(row["score"] or 0) > 0 for row in scores), "scores": {row["student_id"]: float(row["score"] or 0) for row in scores}}


def graded_by_cells(notebook):
    """The instructor's notebook as nbgrader wants it: solution cells, and after each a locked cell that shows the points."""
    cells = []
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
        if text.startswith("%classpath"):
            cell["source"] = text.replace("../../target/lib", str(layout.ROOT / "target" / "lib"))
        cells.append(cell)
        check = re.match(r"check\((\w+\.\w+), (.*)\);$", text)
        if check:
            cell["source"] = f"(double) homework.exercise.Checker.run({check.group(1)}, {check.group(2)}).points()"
            cell["metadata"]["nbgrader"] = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3, "cell_type": "code",
                                            "grade_id": "check-" + cell["id"], "points": 4}
    notebook["cells"] = cells
    return notebook


def nbgrader(folder, python, *words):
    """Runs a command of nbgrader; returns what it took."""
    env = dict(os.environ, HOME=str(folder), PATH=os.pathsep.join([os.path.dirname(python), os.environ["PATH"]]))  # it starts alembic by name
    process = subprocess.Popen([python, "-m", "nbgrader", *words], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace")
    watch = Watch(process.pid, [])
    try:
        said, _ = process.communicate()
    finally:
        watch.end()
        process.kill()
    if process.returncode and words[0] != "autograde":
        sys.exit(f"course bench: nbgrader {words[0]} failed:\n{said[-2000:]}")
    (folder / f"{words[0]}.log").write_text(said, encoding="utf-8")
    if os.environ.get("BENCH_KEEP"):
        shutil.copy(folder / f"{words[0]}.log", os.environ["BENCH_KEEP"])
    return watch


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print("\ncourse bench: interrupted.", file=sys.stderr)
        sys.exit(130)
