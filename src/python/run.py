"""course run: executes notebooks top to bottom in a real kernel, one line each; exit 1 with the first failure."""

import argparse
import copy
import difflib
import re
import sys

import nbformat

import kernel
import layout

# What differs from run to run by its nature: times, rates and memory.
MEASURED = re.compile(r"\d[\d.,]*\s?(?=(ms|s|min|images/s|MB|GB)\b)")


def main():
    parser = argparse.ArgumentParser(prog="course run", description=__doc__)
    parser.add_argument("notebook", nargs="*", help="name, homework/name, homework or path; all solutions by default")
    parser.add_argument("--verify", action="store_true",
                        help="also fail on output to stderr and on text that differs from what is stored; a notebook runs twice "
                             "in its kernel, then again from each exercise on")
    parser.add_argument("--counts", action="store_true", help="end with a line of counts, as --verify does")
    options = parser.parse_args()
    known = layout.notebooks_in(layout.SOLUTIONS) + layout.notebooks_in(layout.STUDENT)
    chosen = layout.find(options.notebook, known) if options.notebook else layout.notebooks_in(layout.SOLUTIONS)
    # A bare name means the solution as well as the student's copy; the solution is what can run through.
    solved = {layout.label(path) for path in chosen if layout.SOLUTIONS in path.parents}
    named = [argument for argument in options.notebook if argument.startswith("notebooks/")]
    if not named:
        chosen = [path for path in chosen if layout.SOLUTIONS in path.parents or layout.label(path) not in solved]

    passed, first_failure = 0, None
    for path in chosen:
        failure = run(path, options.verify)
        if failure is None:
            passed += 1
        else:
            first_failure = first_failure or failure
    if first_failure:
        print(f"\n{first_failure}", file=sys.stderr, flush=True)
    if options.verify or options.counts or len(chosen) != 1:
        print(f"{passed} passed, {len(chosen) - passed} failed")
    sys.exit(1 if first_failure else 0)


def run(path, verify):
    """Executes one notebook and prints its line; the failure as text, None if all is well. The file is not changed."""
    name = path.relative_to(layout.ROOT).with_suffix("").as_posix()
    notebook = nbformat.read(path, as_version=4)
    stored = copy.deepcopy(notebook)
    exercises = exercise_numbers(notebook) if verify else ()
    outcome = kernel.execute(notebook, path.parent, passes=2 if verify else 1, from_cells=exercises)
    failure = str(outcome.failure) if outcome.failure else None
    if verify and failure is None:
        failure = noise(notebook) or changed_output(stored, notebook)
    verdict = "failed" if failure else "ok"
    print(f"{name:44} {outcome.cells:4} cells {outcome.seconds:6.1f} s   {verdict}", flush=True)
    return f"{name}\n{failure}" if failure else None


def exercise_numbers(notebook):
    """Which code cells (counted from 1) are exercises."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    return [number for number, cell in enumerate(code, 1) if "exercise" in cell.metadata]


def noise(notebook):
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, 1):
        if kernel.texts(cell, "stderr"):
            return str(kernel.Failure(number, cell.source, "wrote to stderr:\n" + kernel.texts(cell, "stderr")))
    return None


def data_kind(notebook):
    """Which data the outputs were made with: the banner of the bundled digits tells."""
    banner = any("Bundled digits, not MNIST" in kernel.texts(cell, "stdout") for cell in notebook.cells if cell.cell_type == "code")
    return "bundled digits" if banner else "MNIST"


def changed_output(stored, fresh):
    """Where the text printed now differs from the text stored: the library has moved on and the notebook is stale."""
    if data_kind(stored) != data_kind(fresh):
        return None
    pairs = zip((c for c in stored.cells if c.cell_type == "code"), (c for c in fresh.cells if c.cell_type == "code"))
    for number, (old, new) in enumerate(pairs, 1):
        was, now = (MEASURED.sub("# ", kernel.texts(cell)).splitlines() for cell in (old, new))
        if was != now:
            lines = "\n".join(list(difflib.unified_diff(was, now, "stored", "now", lineterm="", n=0))[:12])
            return str(kernel.Failure(number, new.source, f"prints something else than is stored (./course build --force mends it):\n{lines}"))
    return None


if __name__ == "__main__":
    main()
