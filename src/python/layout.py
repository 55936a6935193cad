"""Where notebooks live, and how a name given on the command line finds one.

src/notebooks/<homework>/<name>.md   the source, written by hand
solutions/<homework>/<name>.ipynb    made from it: complete and executed
notebooks/<homework>/<name>.ipynb    made from that: the student's copy
"""

import difflib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "notebooks"
SOLUTIONS = ROOT / "solutions"
STUDENT = ROOT / "notebooks"


def sources():
    return sorted(SOURCES.glob("*/*.md"))


def notebooks_in(folder):
    return sorted(path for path in folder.glob("*/*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def label(path):
    """`0-start/data-and-splits` for any of the three files of that notebook."""
    return f"{path.parent.name}/{path.stem}"


def find(arguments, known):
    """The files of `known` that the arguments name: as an absolute path (file or folder), homework/name, name or homework."""
    if not arguments:
        return list(known)
    chosen = []
    for argument in arguments:
        hits = [path for path in known if _matches(argument, path)]
        if not hits:
            labels = sorted({label(path) for path in known})
            near = difflib.get_close_matches(argument, labels + [name.split("/")[1] for name in labels], 1, 0.4)
            hint = f"; did you mean {near[0]}?" if near else ""
            print(f"no notebook called {argument}{hint}\n  there are: {', '.join(labels) or 'none'}", file=sys.stderr)
            sys.exit(2)
        chosen += [path for path in hits if path not in chosen]
    return chosen


def _matches(argument, path):
    as_path = Path(argument)
    if as_path.is_absolute():
        return as_path.resolve() in (path.resolve(), *path.resolve().parents)
    plain = argument.removesuffix(".ipynb").removesuffix(".md").strip("/")
    return plain in (label(path), path.stem, path.parent.name)


def rewrite(path, text):
    """Replaces a file in one step, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name("." + path.name + ".tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
