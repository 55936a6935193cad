"""What came of grading: a result for each student, an outcome for each notebook that counts, and the points in it."""

from dataclasses import asdict, dataclass, field

GRADED, REMARKS, UNGRADABLE, MISSING = "graded", "remarks", "ungradable", "missing"
_LONGEST_TEXT = 20_000
_MOST_PARTS = 20


@dataclass
class Outcome:
    """What came of one notebook. `exercises` has every test of the assignment, as the judge answers."""
    assignment: str
    path: str
    seed: int
    exercises: list
    missing: dict = field(default_factory=dict)  # exercise: why it has no answer
    remarks: list = field(default_factory=list)  # the judge's, for the instructor
    failure: str = ""                            # why it could not be graded
    seconds: float = 0
    kept: bool = False                           # from an earlier run

    @property
    def points(self):
        return sum(exercise["points"] for exercise in self.exercises)


@dataclass
class Result:
    """What came of all that a student handed in. `reasons` are for the student as well, remarks for the instructor alone."""
    student: str
    file: str
    status: str = GRADED
    reasons: list = field(default_factory=list)
    outcomes: dict = field(default_factory=dict)

    @property
    def points(self):
        return sum(outcome.points for outcome in self.outcomes.values())

    @property
    def remarks(self):
        return self.reasons + [f"{label}: {remark}" for label, outcome in self.outcomes.items() for remark in outcome.remarks]


@dataclass
class Book:
    """A graded class: for each assignment its exercises with their tests, and a result for each student."""
    catalogue: dict
    results: dict
    about: dict = field(default_factory=dict)  # how it was graded: versions, times
    general: list = field(default_factory=list)

    @property
    def of(self):
        return sum(test["points"] for exercises in self.catalogue.values() for exercise in exercises for test in exercise["tests"])

    def tests(self):
        """Every test of every assignment: (assignment, exercise, test)."""
        for label, exercises in self.catalogue.items():
            for exercise in exercises:
                for test in exercise["tests"]:
                    yield label, exercise, test

    def points(self, result, label, exercise, test):
        """What a student earned with a test."""
        outcome = result.outcomes.get(label)
        graded = [] if outcome is None else [one for one in outcome.exercises if one["id"] == exercise["id"]]
        return next((one["points"] for one in graded[0]["tests"] if one["test"] == test["test"]), 0) if graded else 0

    def plain(self):
        return asdict(self)

    @staticmethod
    def of_plain(plain):
        results = {}
        for student, result in plain["results"].items():
            outcomes = {label: Outcome(**outcome) for label, outcome in result["outcomes"].items()}
            results[student] = Result(**{**result, "outcomes": outcomes})
        return Book(plain["catalogue"], results, plain["about"], plain["general"])


def catalogue_of(answer):
    """An assignment's exercises with their tests, out of the judge's answer."""
    return [{"id": str(exercise["id"]), "name": str(exercise.get("name", exercise["id"])),
             "tests": [{"test": str(test["test"]), "says": str(test.get("says", "")), "points": int(test["points"]),
                        "hidden": [str(says) for says in test.get("hidden", [])]} for test in exercise["tests"]]}
            for exercise in answer["exercises"]]


def at_zero(exercises):
    """Every test of an assignment at 0, which is what a submission has until something is graded."""
    return [_exercise(exercise, {}) for exercise in exercises]


def graded(exercises, answer):
    """
    The judge's answer, held against the tests that there are: each is there once, and none has more points than it is worth. Whatever
    is not of the kind it should be counts as absent.
    """
    by_id = {_text(one.get("id")): one for one in _dicts(answer.get("exercises"))}
    return [_exercise(exercise, by_id.get(exercise["id"], {})) for exercise in exercises]


def _exercise(exercise, told):
    by_name = {_text(one.get("test")): one for one in _dicts(told.get("tests"))}
    tests = [_test(test, by_name.get(test["test"], {})) for test in exercise["tests"]]
    return {"id": exercise["id"], "points": sum(test["points"] for test in tests), "of": sum(test["of"] for test in tests), "tests": tests,
            "compiler": _text(told.get("compiler")), "printed": _text(told.get("printed"))}


def _test(test, told):
    points = told.get("points", 0)
    points = points if type(points) is int and 0 <= points <= test["points"] else 0
    parts = [{"label": _text(part.get("label"))[:40], "text": _text(part.get("text"))} for part in _dicts(told.get("parts"))[:_MOST_PARTS]]
    return {"test": test["test"], "points": points, "of": test["points"], "passed": told.get("passed") is True and points == test["points"],
            "hidden": _text(told.get("hidden"))[:400], "key": _text(told.get("key"))[:80], "parts": parts}


def _dicts(value):
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value):
    return value[:_LONGEST_TEXT] if isinstance(value, str) else ""
