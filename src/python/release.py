"""course release: packs what students get into one zip, without solutions, sources of notebooks, tests or anything of the instructor's."""

import argparse
import hashlib
import json
import os
import re
import sys
import zipfile
from pathlib import Path

import layout

FOLDER = "homework-java"  # the one folder in the zip
README = "src/readme/students.md"
# What is packed is named here, so that what lies around (handed-in work, the course secret, MNIST, a kernel's droppings) stays behind.
PATTERNS = ["course", "environment.yml", "requirements.txt", "pom.xml", "LICENSE", "notebooks/README.md", "notebooks/*/*.ipynb",
            "src/main/java/**/*.java", "src/main/resources/**/*", "src/python/kernel.py", "src/python/layout.py", "src/python/run.py",
            "data/README.md", "data/digits/*.gz", "data/eeg/*.csv", "data/published/*.csv", "data/results/*.csv"]
NOT_FOR_STUDENTS = "src/main/java/homework/grade/"  # the runner of the grader; nothing of the library needs it
WHEN = (2026, 1, 1, 0, 0, 0)  # one date for all files: the same content is the same zip
SOLUTION = re.compile(r"// BEGIN SOLUTION\n(.*?)// END SOLUTION", re.S)


class Fault(Exception):
    """Why nothing is packed, and what mends it."""


def main():
    parser = argparse.ArgumentParser(prog="course release", description=__doc__)
    parser.add_argument("--out", required=True, metavar="FILE", help="the zip; one that is there is replaced")
    out = Path(parser.parse_args().out)
    try:
        refuse_place(out)
        files = bundle(layout.ROOT)
        refuse_answers(files, answers(layout.ROOT / "solutions"))
        write(out, files)
    except Fault as fault:
        sys.exit(f"course: {fault}")
    notebooks = sum(name.endswith(".ipynb") for name in files)
    print(f"{'release':15} {out.name}: {notebooks} notebooks in {len(files)} files, {out.stat().st_size / 1e6:.1f} MB")
    print(f"{'sha256':15} {hashlib.sha256(out.read_bytes()).hexdigest()}")


def refuse_place(out):
    if out.is_dir():
        raise Fault(f"{out} is a folder.\nTo mend it: name a file, such as --out {out / 'hw.zip'}")
    if not out.parent.is_dir():
        raise Fault(f"there is no folder {out.parent} for {out.name}.\nTo mend it: mkdir -p {out.parent}")


def bundle(root):
    """The bytes of every file that is packed, by its name in the project; the students' README under the name of the README."""
    paths = sorted({path for pattern in PATTERNS for path in root.glob(pattern) if path.is_file() and not path.is_symlink()})
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    files = {name: content for name, content in files.items() if not name.startswith(NOT_FOR_STUDENTS) and "/." not in name}
    for name in files:
        if name.endswith(".ipynb"):
            files[name] = blank_copy(root, name, files[name])
    files["README.md"] = (root / README).read_bytes()
    return files


def blank_copy(root, name, content):
    """A student's copy as ./course build made it; what a run has left below its cells is taken out."""
    try:
        notebook = json.loads(content)
        record = notebook["metadata"].get("homework", {})
        cells = [(cell["cell_type"], "".join(cell["source"])) for cell in notebook["cells"]]
    except (ValueError, LookupError, TypeError, AttributeError):
        raise Fault(f"{name} is no notebook that can be read.\nTo mend it: ./course build") from None
    source = root / "src" / "notebooks" / Path(name).relative_to("notebooks").with_suffix(".md")
    if not source.is_file():
        raise Fault(f"{name} is not made from src/notebooks, so it may hold anything.\nTo mend it: move it out of notebooks/")
    if record.get("source_sha256") != sha256(source.read_text(encoding="utf-8")):
        raise Fault(f"{name} is older than its source.\nTo mend it: ./course build {source.stem}")
    if record.get("content_sha256") != sha256("\0".join(kind + "\n" + text for kind, text in cells)):
        raise Fault(f"{name} was edited by hand, so it may hold answers.\nTo mend it: ./course build {source.stem}")
    executed = [cell for cell in notebook["cells"] if cell.get("outputs") or cell.get("execution_count")]
    for cell in executed:
        cell.update(outputs=[], execution_count=None)
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode() if executed else content


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def answers(solutions):
    """What stands between BEGIN and END SOLUTION, by the cell's exercise, without blanks."""
    found = {}
    for path in layout.notebooks_in(solutions):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for number, body in enumerate(SOLUTION.findall("".join(cell["source"]))):
                found[f"{layout.label(path)}, {cell['metadata'].get('exercise')}, {number + 1}"] = without_blanks(body)
    if not found:
        raise Fault("there are no answers in solutions/ to look for in the zip.\nTo mend it: ./course build")
    return found


def refuse_answers(files, answers):
    for name, content in files.items():
        if name.endswith(".gz"):
            continue
        text = content.decode("utf-8")
        if name.endswith(".ipynb"):
            text = "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
        text = without_blanks(text)
        for exercise, answer in answers.items():
            if answer in text:
                raise Fault(f"nothing was packed: {name} holds the answer of {exercise}.")


def without_blanks(text):
    return re.sub(r"\s+", "", text)


def write(out, files):
    """The zip, whole or not at all. Files are stored as they are: what compression makes of them differs between versions of zlib."""
    temporary = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
            for name in sorted(files):
                entry = zipfile.ZipInfo(f"{FOLDER}/{name}", WHEN)
                entry.create_system = 3  # Unix, on every system: it keeps the executable bit
                entry.external_attr = (0o100755 if name == "course" else 0o100644) << 16
                archive.writestr(entry, files[name])
        temporary.replace(out)
    finally:
        temporary.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
