"""The assignments: what the instructor's notebooks give, ask for and check."""

import json
from dataclasses import dataclass

CHECK = "check-"       # and the exercise: what nbgrader calls the cell that checks it
SHARED_ID = "answers"  # the questions at the end of every notebook have it, so it tells none from another


@dataclass(frozen=True)
class Exercise:
    """A method that students write: its cell in their copy, the instructor's cell, and the cell that checks it."""
    id: str
    stub: str
    solution: str
    check: str


@dataclass(frozen=True)
class Assignment:
    """A notebook with exercises. `given` is all of its code that is not a solution."""
    label: str  # homework/notebook
    given: tuple
    exercises: tuple

    @property
    def ids(self):
        return [exercise.id for exercise in self.exercises]

    @property
    def telling_ids(self):
        """The ids by which a notebook shows that it belongs here."""
        return set(self.ids) - {SHARED_ID}

    @property
    def names(self):
        """What a student's folder for this assignment may be called."""
        return {name.casefold() for name in (*self.label.split("/"), self.label.replace("/", "-"))}

    def request(self):
        """The judge's request that makes it known."""
        return {"op": "assignment", "name": self.label, "given": list(self.given),
                "exercises": [{"id": exercise.id, "check": exercise.check} for exercise in self.exercises]}


class Unfit(Exception):
    """An instructor's notebook that cannot be graded with."""


def load(solutions, copies):
    """Every assignment: the instructor's notebooks in one folder, the students' copies of the same name in the other."""
    found = []
    for path in sorted(solutions.glob("*/*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            assignment = _assignment(f"{path.parent.name}/{path.stem}", path, copies / path.parent.name / path.name)
            found += [assignment] if assignment.exercises else []
    return found


def _assignment(label, path, copy):
    cells = _code(path)
    exercises = [at for at, cell in enumerate(cells) if _id(cell)]
    stubs = {_id(cell): _source(cell) for cell in (_code(copy) if exercises else []) if _id(cell)}
    return Assignment(label, tuple(_source(cell) for cell in cells if not _id(cell)),
                      tuple(Exercise(_id(cells[at]), _stub(stubs, _id(cells[at]), copy), _source(cells[at]), _check(cells, at, label))
                            for at in exercises))


def _code(path):
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [cell for cell in cells if cell["cell_type"] == "code"]
    except FileNotFoundError:
        raise Unfit(f"{_named(path)} is missing") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise Unfit(f"{_named(path)} is no notebook that can be read") from None


def _id(cell):
    metadata = cell.get("metadata", {})
    return metadata.get("exercise") or metadata.get("nbgrader", {}).get("grade_id") or ""


def _source(cell):
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _stub(stubs, exercise, copy):
    if exercise not in stubs:
        raise Unfit(f"{_named(copy)} lacks the exercise {exercise}")
    return stubs[exercise]


def _check(cells, at, label):
    """The first check after the exercise's cell and before the next exercise."""
    for cell in cells[at + 1:]:
        if _id(cell):
            break
        if _source(cell).lstrip().startswith("check("):
            return _source(cell)
    raise Unfit(f"{label}: no cell checks the exercise {cells[at]['metadata']['exercise']}")


def _named(path):
    return "/".join(path.parts[-3:])
