"""course build: src/notebooks -> solutions (executed) -> notebooks (the students' copies). Unchanged ones are not touched."""

import argparse
import collections
import datetime
import hashlib
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jupytext
import nbformat

import kernel
import layout
import run

KERNELSPEC = {"display_name": "Java", "language": "java", "name": "java"}
STUB = ("// Write your code here and delete the next line.\n"
        "throw new UnsupportedOperationException(\"not written yet\");")


def main():
    parser = argparse.ArgumentParser(prog="course build", description=__doc__)
    parser.add_argument("notebook", nargs="*", help="name, homework/name, homework or path of a source; all by default")
    parser.add_argument("--force", action="store_true", help="rebuild even what is unchanged")
    options = parser.parse_args()
    failed = False
    for source in layout.find(options.notebook, layout.sources()):
        failed |= not build(source, options.force)
    write_index()
    sys.exit(1 if failed else 0)


def build(source, force):
    """Makes the solution and the student's copy of one source where they are stale; False if it does not run through."""
    name = layout.label(source)
    if not force and not stale(source):
        print(f"{name:32} unchanged", flush=True)
        return True
    notebook = read(source)
    solution = solution_of(source)
    solution.parent.mkdir(parents=True, exist_ok=True)
    outcome = kernel.execute(notebook, solution.parent)
    if outcome.failure:
        print(f"{name:32} failed\n{outcome.failure}", file=sys.stderr, flush=True)
        return False
    finish(notebook, source, outcome)
    layout.rewrite(solution, serialise(notebook))
    layout.rewrite(student_of(source), serialise(blank(solution)))
    print(f"{name:32} built: {outcome.cells} cells in {outcome.seconds:.1f} s, {notebook.metadata.homework.data}", flush=True)
    return True


def solution_of(source):
    return layout.SOLUTIONS / source.parent.name / (source.stem + ".ipynb")


def student_of(source):
    return layout.STUDENT / source.parent.name / (source.stem + ".ipynb")


def stale(source):
    """Why the notebooks made from a source are not what it would give now; None if they are."""
    for made in (solution_of(source), student_of(source)):
        where = made.relative_to(layout.ROOT).as_posix()
        if not made.exists():
            return f"{where} is missing"
        notebook = nbformat.read(made, as_version=4)
        record = notebook.metadata.get("homework", {})
        if record.get("source_sha256") != sha256(source.read_text(encoding="utf-8")):
            return f"{where} is older than its source"
        if record.get("content_sha256") != content_hash(notebook):
            return f"{where} was edited by hand"
    return None


def read(source):
    """The notebook of a MyST source: cell ids from the part they stand in, exercises in nbgrader's terms."""
    notebook = jupytext.reads(source.read_text(encoding="utf-8"), fmt="md:myst")
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNELSPEC})
    part, cells_of = "start", collections.Counter()
    for cell in notebook.cells:
        part = cell.metadata.get("part", part)
        cells_of[part] += 1
        cell.id = f"{part}-{cells_of[part]}"
        if "exercise" in cell.metadata:
            cell.metadata.nbgrader = nbformat.from_dict(
                {"schema_version": 3, "grade_id": cell.metadata.exercise,
                 "solution": True, "grade": False, "locked": False, "task": False})
    return notebook


def finish(notebook, source, outcome):
    """Takes out what changes from run to run and notes what the notebook was made from, when, with what and where."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata.kernelspec = KERNELSPEC
    notebook.metadata.language_info = {"name": "java", "file_extension": ".jshell", "mimetype": "text/x-java-source"}
    notebook.metadata.homework = {
        "source": source.relative_to(layout.ROOT).as_posix(),
        "source_sha256": sha256(source.read_text(encoding="utf-8")),
        "content_sha256": content_hash(notebook),
        "executed": datetime.date.today().isoformat(),
        "java": outcome.java,
        "kernel": outcome.kernel,
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "data": run.data_kind(notebook),
    }


def content_hash(notebook):
    return sha256("\0".join(cell.cell_type + "\n" + cell.source for cell in notebook.cells))


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def serialise(notebook):
    nbformat.validate(notebook)
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def blank(solution):
    """The student's copy of a solution, made by nbgrader's generate_assignment in a course folder of its own."""
    homework, name = solution.parent.name, solution.name
    with tempfile.TemporaryDirectory(prefix="course-build-") as folder:
        course = Path(folder)
        source = course / "source" / homework / name
        source.parent.mkdir(parents=True)
        source.write_bytes(solution.read_bytes())
        (course / "nbgrader_config.py").write_text(
            "c = get_config()\n"
            "c.CourseDirectory.course_id = 'homework'\n"
            f"c.ClearSolutions.code_stub = {{'java': {STUB!r}}}\n"
            "c.ClearSolutions.enforce_metadata = True\n", encoding="utf-8")
        done = subprocess.run([sys.executable, "-m", "nbgrader", "generate_assignment", homework, "--create"],
                              cwd=course, capture_output=True, text=True,
                              env={**os.environ, "JUPYTER_CONFIG_DIR": str(course / "config"),
                                   # nbgrader calls alembic by name
                                   "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]})
        released = course / "release" / homework / name
        if done.returncode != 0 or not released.exists():
            sys.exit(f"nbgrader could not make the student's copy of {solution}:\n{done.stderr.strip()[-2000:]}")
        notebook = nbformat.read(released, as_version=4)
    for executed in ("executed", "java", "kernel", "machine", "data"):
        notebook.metadata.homework.pop(executed, None)
    notebook.metadata.homework.content_sha256 = content_hash(notebook)
    return notebook


def write_index():
    """notebooks/README.md: the page JupyterLab opens on, each notebook one click away."""
    lines = ["# Deep Learning Homework in Java", "",
             "Click a notebook to open it. Read from the top, run each cell with **Shift + Enter**, and write your answers where a "
             "cell says so. The first cell of a notebook must run before the others."]
    homework = None
    for source in layout.sources():
        if source.parent.name != homework:
            homework = source.parent.name
            lines += ["", f"## {homework}", ""]
        title, promise = heading(source)
        lines.append(f"- [{title}]({homework}/{source.stem}.ipynb): {promise}")
    lines += ["", "Something does not work? `./course doctor` in a terminal names the fault and the command that mends it.", ""]
    index, text = layout.STUDENT / "README.md", "\n".join(lines)
    if not index.exists() or index.read_text(encoding="utf-8") != text:
        layout.rewrite(index, text)


def heading(source):
    """A notebook's title and the promise it makes, from the `summary` of its source's header."""
    notebook = jupytext.reads(source.read_text(encoding="utf-8"), fmt="md:myst")
    title = re.search(r"^# (.+)$", notebook.cells[0].source, re.M)
    summary = notebook.metadata.get("summary")
    if not title or not summary:
        sys.exit(f"{source}: needs a first heading (# …) and a line `summary: …` in its header")
    return title.group(1), summary


if __name__ == "__main__":
    kernel.until_stopped(main)
