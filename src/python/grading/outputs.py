"""The output folder: every file whole, and none of a student who is not in the class any more."""

import json
import traceback

from grading import feedback, files, gradescope, junit, report, table
from grading.texts import one_line, visible

MANIFEST = "outputs.json"


def write(out, book, log, students, complete):
    """
    Writes the class's files and those of the given students. `complete`: the book is of a whole class, so what an earlier run left
    of others goes.
    """
    written = set()
    for result in students:
        for name, make in ((f"feedback/{result.file}.html", feedback.page_of), (f"gradescope/{result.file}/results.json", gradescope.json_of),
                           (f"junit/{result.file}.xml", junit.xml_of)):
            written.add(name)
            files.write(out / name, _made(make, book, result, log))
    files.write(out / "grades.csv", table.csv_of(book))
    files.write(out / "report.html", report.page_of(book))
    files.write(out / "log.txt", _log(book, log))
    _forget(out, written, complete)


def _made(make, book, result, log):
    """A student's file. Should one page fail, the log has why, and all the others are still written."""
    try:
        return make(book, result)
    except Exception as error:
        log.append(f"{result.student}: a file could not be made: {error!r}\n{traceback.format_exc()}")
        return f"This could not be written ({one_line(repr(error))}); the points are in grades.csv.\n"


def _log(book, log):
    lines = [f"{name}: {value}" for name, value in book.about.items()] + [""]
    for result in book.results.values():
        lines.append(f"{result.student}: {result.points} of {book.of}, {result.status}")
        lines += [f"  {label}: seed {outcome.seed}, {outcome.points} points, {outcome.seconds:.1f} s{', kept from an earlier run' if outcome.kept else ''},"
                  f" from {outcome.path}" for label, outcome in result.outcomes.items()]
        lines += [f"  {remark}" for remark in result.remarks]
    return visible("\n".join(lines + [""] + log)) + "\n"


def _forget(out, written, complete):
    """Removes what an earlier run wrote for students who are gone, and nothing else."""
    manifest = out / ".state" / MANIFEST
    try:
        earlier = {name for name in json.loads(manifest.read_text(encoding="utf-8")) if isinstance(name, str)}
    except (OSError, ValueError, TypeError):
        earlier = set()
    if complete:
        for name in earlier - written:
            path = out / name
            if name.startswith(("feedback/", "gradescope/", "junit/")) and files.is_inside(path.parent, out):
                path.unlink(missing_ok=True)
                if name.startswith("gradescope/") and not any(path.parent.iterdir()):
                    path.parent.rmdir()
    files.write(manifest, json.dumps(sorted(written if complete else earlier | written)))
