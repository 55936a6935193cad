"""
What an nbgrader course needs so that our grader gives the points. In the nbgrader_config.py of your course folder:

    load_subconfig("/the/project/src/nbgrader/nbgrader_config.py")
    c = get_config()
    c.CourseDirectory.course_id = "deep-learning"
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# At the end: other modules of this process keep their names.
sys.path += [folder for folder in (str(HERE), str(HERE.parent / "python")) if folder not in sys.path]

import homework_grader  # noqa: E402
import homework_nbgrader  # noqa: E402

c = get_config()  # noqa: F821 - nbgrader puts it there
c.CourseDirectory.course_id = "homework"
c.CourseDirectory.source_directory = str(homework_grader.ROOT / "solutions")
c.GenerateAssignment.preprocessors = homework_nbgrader.TO_GENERATE
c.ClearSolutions.code_stub = {"java": homework_nbgrader.STUB}
c.ClearSolutions.enforce_metadata = True
c.Autograde.exporter_class = homework_nbgrader.HandedIn
c.Autograde.autograde_preprocessors = homework_nbgrader.TO_GRADE
