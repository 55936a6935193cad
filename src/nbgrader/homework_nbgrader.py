"""
nbgrader with our grader in the place of a kernel.

`generate_assignment` makes a grade cell of each check cell. `autograde` never opens a student's notebook itself: it gets the released one, with the
text of the student's solution cells in it and nothing else, so no tag, output, deleted cell or damaged file of a student's reaches it. Its step
`Execute` is replaced: our grader runs the solution cells in its sandbox, and what nbgrader reads as points is written below each check cell.
"""

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.converters import Autograde, GenerateAssignment, base
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Float, Integer

import homework_grader
from grading.assignments import CHECK

STUB = ("// Write your code here and delete the next line.\n"
        "throw new UnsupportedOperationException(\"not written yet\");")


class HomeworkGrader(NbGraderPreprocessor):
    """A step of nbgrader that asks our grader. Its options are those of ./course grade."""

    seed = Integer(None, allow_none=True, help="A number that draws the hidden inputs in place of the course secret.").tag(config=True)
    timeout = Float(None, allow_none=True, help="Seconds for all tests of one exercise; a submission has six times that.").tag(config=True)
    unsafe_no_sandbox = Bool(False, help="Without a sandbox: students' programs can do whatever you can.").tag(config=True)

    def grader(self):
        return homework_grader.grader(self.timeout, self.unsafe_no_sandbox)


class MarkChecks(HomeworkGrader):
    """Makes a locked grade cell of the check that follows each exercise, worth what its tests are worth."""

    def preprocess(self, nb, resources):
        points = self.grader().points(homework_grader.assignment_of(exercises_of(nb)))
        for exercise, cell in checks_of(nb):
            cell.metadata.nbgrader = nbformat.from_dict(
                {"schema_version": 3, "grade_id": CHECK + exercise, "grade": True, "locked": True, "solution": False, "task": False,
                 "points": points[exercise], "cell_type": "code"})
        return nb, resources


def exercises_of(nb):
    return [cell.metadata.nbgrader.grade_id for cell in nb.cells if is_solution(cell)]


def checks_of(nb):
    """Each exercise with the first check cell behind it."""
    exercise = None
    for cell in nb.cells:
        if is_solution(cell):
            exercise = cell.metadata.nbgrader.grade_id
        elif exercise and cell.cell_type == "code" and cell.source.lstrip().startswith("check("):
            yield exercise, cell
            exercise = None


class HandedIn(NotebookExporter):
    """Reads what a student handed in with our own reader, which survives any file."""

    def from_filename(self, filename, resources=None, **kw):
        autograde = self.parent
        if not autograde._sanitizing:  # the second pass reads what the first has written
            return super().from_filename(filename, resources, **kw)
        about = resources["nbgrader"]
        nb = released(autograde.coursedir, about)
        texts = dict(submission(autograde.coursedir, about, nb).cells)
        for cell in filter(is_solution, nb.cells):
            cell.source = texts.get(cell.metadata.nbgrader.grade_id, cell.source)
        return self.from_notebook_node(nb, resources, **kw)


def released(coursedir, about):
    """The notebook as generate_assignment made it."""
    folder = coursedir.format_path(coursedir.release_directory, ".", about["assignment"])
    try:
        nb = nbformat.read(f"{folder}/{about['notebook']}.ipynb", as_version=4)
    except FileNotFoundError:
        raise homework_grader.Fault(f"there is no {folder}/{about['notebook']}.ipynb; "
                                    f"to make it: nbgrader generate_assignment {about['assignment']}") from None
    marked = {cell.metadata.nbgrader.grade_id for cell in nb.cells if is_grade(cell)}
    if not exercises_of(nb) or marked != {CHECK + exercise for exercise in exercises_of(nb)}:
        raise homework_grader.Fault(f"{folder}/{about['notebook']}.ipynb was not made with our nbgrader_config.py; "
                                    f"to make it anew: nbgrader generate_assignment {about['assignment']} --force")
    return nb


def submission(coursedir, about, nb):
    folder = coursedir.format_path(coursedir.submitted_directory, about["student"], about["assignment"])
    return homework_grader.submission(folder, about["student"], homework_grader.assignment_of(exercises_of(nb)))


class Grade(HomeworkGrader):
    """In the place of Execute: no kernel is started. Our grader's points and its report are written below each grade cell."""

    def preprocess(self, nb, resources):
        about, coursedir = resources["nbgrader"], self.parent.parent.coursedir
        verdict = self.grader().grade(submission(coursedir, about, nb), self.seed)
        for remark in verdict.remarks:
            self.log.warning("%s, %s: %s", about["student"], about["notebook"], remark)
        for cell in filter(is_grade, nb.cells):
            points, report = verdict.of(cell.metadata.nbgrader.grade_id.removeprefix(CHECK), cell.metadata.nbgrader.points)
            # nbgrader takes the first result for the points, and gives full points where it finds no number.
            cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=report),
                            nbformat.v4.new_output("execute_result", data={"text/plain": str(points)}, execution_count=1)]
            cell.execution_count = 1
        return nb, resources


def plain_files(path, exclude=None, every=base.find_all_files):
    """nbgrader copies what lies beside the notebooks and follows links; a link to an endless device would fill the disk."""
    return [name for name in every(path, exclude) if homework_grader.is_plain(name)]


def timestamp_of(self, folder, read=CourseDirectory.get_existing_timestamp):
    return read(self, folder) if homework_grader.is_plain(f"{folder}/timestamp.txt") else None


base.find_all_files = plain_files
CourseDirectory.get_existing_timestamp = timestamp_of
TO_GENERATE = [MarkChecks] + GenerateAssignment.class_traits()["preprocessors"].default()
TO_GRADE = [Grade if step is Execute else step for step in Autograde.class_traits()["autograde_preprocessors"].default()]
