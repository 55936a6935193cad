"""course run: executes notebooks top to bottom in a real kernel, one line each; exit 1 with the first failure."""

import argparse
import copy
import difflib
import re
import sys
from pathlib import Path

import nbformat

import kernel
import layout

# What differs from run to run by its nature: times, rates and memory.
MEASURED = re.compile(r"\d[\d.,]*\s?(?=(ms|s|min|images/s|MB|GB)\b)")
# The size of rounding: another JDK or processor rounds the last bit of exp or tanh in another way.
ROUNDING = re.compile(r"\d\.\de-(?:0[7-9]|1\d)\b|(?<=largest error )0\b")


def main():
    parser = argparse.ArgumentParser(prog="course run", description=__doc__)
    parser.add_argument("notebook", nargs="*", help="name, homework/name, homework or path; all by default")
    parser.add_argument("--verify", action="store_true",
                        help="also fail on output to stderr and on text that differs from what is stored; a notebook runs twice "
                             "in its kernel, then each exercise again, up to the next, the last one first")
    parser.add_argument("--once", action="store_true", help="with --verify: run it through once")
    parser.add_argument("--counts", action="store_true", help="end with a line of counts, as --verify does")
    options = parser.parse_args()
    chosen = choose(options.notebook)

    passed, first_failure = 0, None
    for path in chosen:
        failure = run(path, options.verify, options.once)
        if failure is None:
            passed += 1
        else:
            first_failure = first_failure or failure
    if first_failure:
        print(f"\n{first_failure}", file=sys.stderr, flush=True)
    if options.verify or options.counts or len(chosen) != 1:
        print(f"{passed} passed, {len(chosen) - passed} failed")
    sys.exit(1 if first_failure else 0)


def choose(arguments):
    """A name means the solution, which runs through; a path means the file or folder it leads to, wherever that is.

    Where students work there are no solutions: a name means their own copy.
    """
    named = layout.notebooks_in(layout.SOLUTIONS if layout.SOLUTIONS.is_dir() else layout.STUDENT)
    if not arguments:
        return named
    chosen = []
    for argument in arguments:
        path = Path(argument)
        if path.is_absolute() and path.is_file():
            chosen.append(path)
        elif path.is_absolute():
            chosen += layout.find([argument], layout.notebooks_in(layout.SOLUTIONS) + layout.notebooks_in(layout.STUDENT))
        else:
            chosen += layout.find([argument], named)
    return list(dict.fromkeys(chosen))


def run(path, verify, once=False):
    """Executes one notebook and prints its line; the failure as text, None if all is well. The file is not changed."""
    inside = layout.ROOT in path.parents
    name = (path.relative_to(layout.ROOT) if inside else path).with_suffix("").as_posix()
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, TypeError, AttributeError, KeyError, nbformat.ValidationError) as error:
        print(f"{name:44}    0 cells    0.0 s   failed", flush=True)
        return f"{name}\n  this file is not a notebook that can be read ({str(error).splitlines()[0][:200]})"
    stored = copy.deepcopy(notebook)
    repeated = verify and not once
    outcome = kernel.execute(notebook, path.parent, passes=2 if repeated else 1, parts=exercises(notebook) if repeated else ())
    failure = str(outcome.failure) if outcome.failure else None
    if verify and failure is None:
        failure = noise(notebook) or changed_output(stored, notebook)
    verdict = "failed" if failure else "ok"
    print(f"{name:44} {outcome.cells:4} cells {outcome.seconds:6.1f} s   {verdict}", flush=True)
    return f"{name}\n{failure}" if failure else None


def exercises(notebook):
    """The code cells (counted from 1) of each exercise up to the next, the last one first: none may need that those above it ran just before."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    starts = [number for number, cell in enumerate(code, 1) if "exercise" in cell.metadata]
    return [range(start, end) for start, end in zip(starts, starts[1:] + [len(code) + 1])][::-1]


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
    """Where the text printed now differs from the text stored: the library has moved on and the notebook is stale.

    What a cell with the option `trained` prints follows from a training, whose last digits depend on processor and threads, and
    so everything it grows into: only whether it prints is compared.
    """
    if data_kind(stored) != data_kind(fresh):
        return None
    pairs = zip((c for c in stored.cells if c.cell_type == "code"), (c for c in fresh.cells if c.cell_type == "code"))
    for number, (old, new) in enumerate(pairs, 1):
        if "trained" in new.metadata:
            if bool(kernel.texts(old).strip()) != bool(kernel.texts(new).strip()):
                return str(kernel.Failure(number, new.source, "prints nothing, or did not when the notebook was stored (./course build --force)"))
            continue
        was, now = (ROUNDING.sub("rounding", MEASURED.sub("# ", kernel.texts(cell))).splitlines() for cell in (old, new))
        if was != now:
            lines = "\n".join(list(difflib.unified_diff(was, now, "stored", "now", lineterm="", n=0))[:12])
            return str(kernel.Failure(number, new.source, f"prints something else than is stored (./course build --force mends it):\n{lines}"))
    return None


if __name__ == "__main__":
    kernel.until_stopped(main)
