"""What a student's notebooks answer: which assignment each belongs to, which of several counts, and the text of its solution cells."""

import re
from dataclasses import dataclass, field

from grading import notebook as notebooks
from grading.assignments import CHECK
from grading.texts import one_line
from grading.tree import Unreadable

LARGEST_CELL = 64 << 10  # bytes
NOT_WRITTEN = "not written yet"


@dataclass
class Answers:
    """The solution cells of one notebook that are worth a run, and a sentence for each exercise that has none."""
    assignment: str
    path: str
    cells: list = field(default_factory=list)     # of (exercise, text), in the notebook's order
    missing: dict = field(default_factory=dict)   # exercise: why it has no cell
    remarks: list = field(default_factory=list)


@dataclass
class HandedIn:
    """All that one student handed in."""
    answers: dict = field(default_factory=dict)   # assignment: Answers
    unreadable: list = field(default_factory=list)
    remarks: list = field(default_factory=list)


def read(student, assignments):
    """Reads a student's notebooks; what is wrong with one of them is told and does not stop the others."""
    result, of = HandedIn(remarks=list(student.remarks)), {}
    for entry in filter(None, student.notebooks):
        path = one_line("/".join(entry.parts))
        try:
            found = _answers(notebooks.read(entry.read(notebooks.LARGEST)), path, assignments)
            of.setdefault(found.assignment, []).append(found)
        except Unreadable as trouble:
            result.unreadable.append(f"{path} {trouble}")
        except (RecursionError, MemoryError):
            result.unreadable.append(f"{path} is too large or too deep to be read")
    for label, candidates in of.items():
        result.answers[label] = _chosen(candidates, label)
    return result


def _answers(notebook, path, assignments):
    assignment = _assignment_of(notebook, assignments)
    answers = Answers(assignment.label, path, remarks=[f"{path} {remark}" for remark in notebook.remarks])
    ids = assignment.ids
    tagged = [(_tag(cell, ids, answers), cell) for cell in notebook.cells]
    foreign = sorted({one_line(cell.exercise or cell.grade_id, 40) for tag, cell in tagged if not tag and (cell.exercise or cell.grade_id)}
                     - {CHECK + exercise for exercise in ids})
    if foreign:
        answers.remarks.append(f"cells tagged for exercises that this notebook does not have were left out: {', '.join(foreign[:5])}")
    for exercise in assignment.exercises:
        _take(exercise, [cell for tag, cell in tagged if tag == exercise.id], notebook, answers)
    order = {id(cell): at for at, (_, cell) in enumerate(tagged)}
    answers.cells = [(tag, cell.source) for tag, cell in sorted(answers.cells, key=lambda taken: order[id(taken[1])])]
    _compare_checks(assignment, notebook, answers)
    return answers


def _assignment_of(notebook, assignments):
    """The assignment with which a notebook shares most exercises, whatever its file is called."""
    ids = {name for cell in notebook.cells for name in (cell.grade_id, cell.exercise)}
    shared = {assignment: len(assignment.telling_ids & ids) for assignment in assignments}
    most = max(shared.values(), default=0)
    if most == 0:
        raise Unreadable("is none of the homework's notebooks: no cell in it is tagged as one of their exercises")
    best = [assignment for assignment in assignments if shared[assignment] == most]
    if len(best) > 1:
        raise Unreadable(f"has the exercises of several notebooks ({', '.join(assignment.label for assignment in best)}); it is not clear which it is")
    return best[0]


def _tag(cell, ids, answers):
    """The exercise that a cell answers: by nbgrader's id, and by ours where that is not one of the notebook's."""
    tags = [tag for tag in (cell.grade_id, cell.exercise) if tag in ids]
    if len(set(tags)) > 1:
        answers.remarks.append(f"a cell is tagged both as {tags[0]} and as {tags[1]}; it was taken as {tags[0]}")
    elif len(tags) == 1 and (cell.grade_id or cell.exercise) != tags[0] and cell.grade_id:
        answers.remarks.append(f"the tag of the cell of {tags[0]} was changed; it was taken as {tags[0]}")
    return tags[0] if tags else ""


def _take(exercise, cells, notebook, answers):
    """Takes the cell of an exercise, or notes why there is none."""
    code = [cell for cell in cells if cell.kind == "code" and cell.source is not None]
    written = [cell for cell in code if _plain(cell.source) != _plain(exercise.stub) and cell.source.strip()]
    if len(cells) > 1:
        answers.remarks.append(f"{exercise.id} has {len(cells)} cells; " + (
            "the only one that is written counts" if len(written) == 1 else "the last one that is written counts" if written else "none is written"))
    if written and len(written[-1].source.encode("utf-8")) > LARGEST_CELL:
        _lack(answers, exercise, f"its cell is longer than {LARGEST_CELL >> 10} KB and was not run")
    elif written:
        answers.cells.append((exercise.id, written[-1]))
    elif not cells:
        _lack(answers, exercise, "its cell is not in the notebook" + _untagged(exercise, notebook))
    elif not code:
        _lack(answers, exercise, "its cell has no text" if cells[-1].kind == "code" else f"its cell is no code cell but {_kind(cells[-1].kind)}")
    elif all(not cell.source.strip() for cell in code):
        answers.missing[exercise.id] = "its cell is empty"
    else:
        answers.missing[exercise.id] = NOT_WRITTEN


def _lack(answers, exercise, why):
    answers.missing[exercise.id] = why
    answers.remarks.append(f"{exercise.id}: {why}")


def _kind(kind):
    return {"markdown": "a Markdown cell", "raw": "a raw cell"}.get(kind, "one of an unknown type")


def _untagged(exercise, notebook):
    """Tags get lost where a cell is written anew; points are not given for guesses, but the instructor is told."""
    method = re.search(r"(\w+)\s*\(", exercise.stub)
    declares = re.compile(rf"[\w<>\[\], .]+ {re.escape(method.group(1))}\s*\(") if method else None
    lines = (line for cell in notebook.cells if cell.source and len(cell.source) <= LARGEST_CELL and not cell.exercise and not cell.grade_id
             for line in cell.source.split("\n") if len(line) < 300 and not line.rstrip().endswith(";"))
    found = method and any(declares.match(line) for line in lines)
    return f"; but a cell without its tag declares {method.group(1)}" if found else ""


def _compare_checks(assignment, notebook, answers):
    """Checks are the instructor's in any case; that a student changed them is worth a look."""
    there = {_plain(cell.source) for cell in notebook.cells if cell.kind == "code" and cell.source}
    gone = [exercise.id for exercise in assignment.exercises if _plain(exercise.check) not in there]
    if gone:
        cells = f"the check cell of {gone[0]} was" if len(gone) == 1 else f"the check cells of {len(gone)} exercises were"
        answers.remarks.append(f"{cells} changed or deleted; graded with ours")


def _plain(source):
    """A cell's text without what an editor may change by itself."""
    return "\n".join(line.rstrip() for line in source.replace("\r\n", "\n").strip().split("\n"))


def _chosen(candidates, label):
    """
    The notebook that counts among several of one assignment. Not the newest: dates do not survive a zip, and names like "(1)" tell
    little. First those in which something is written, then the one that has the assignment's own file name, then the one with most
    exercises written, then the first by path.
    """
    if len(candidates) == 1:
        return candidates[0]
    own = label.split("/")[1] + ".ipynb"
    ranked = sorted(candidates, key=lambda one: (not one.cells, one.path.rsplit("/", 1)[-1] != own, -len(one.cells), one.path))
    chosen, others = ranked[0], ranked[1:]
    if all(other.cells == chosen.cells for other in others):
        how = "with the same answers; one of them counts"
    else:
        how = f"with different answers; {chosen.path} counts (first what is written, then the right file name, then most exercises, then the alphabet)"
    chosen.remarks.append(f"{len(candidates)} notebooks of {label} were handed in ({', '.join(sorted(one.path for one in candidates)[:6])}), {how}")
    return chosen
