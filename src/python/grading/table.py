"""grades.csv: a row a student, a column a test."""

import csv
import io

from grading.texts import one_line, visible

_FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")  # what spreadsheet programs take for the beginning of a formula, in both widths


def csv_of(book):
    """The table as text. A value that a spreadsheet program would take for a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    tests = list(book.tests())
    writer.writerow(["student"] + [f"{label}/{exercise['id']}/{test['test']}" for label, exercise, test in tests] + ["total", "of", "status", "remarks"])
    for result in book.results.values():
        writer.writerow([defused(visible(result.student))] + [book.points(result, *test) for test in tests]
                        + [result.points, book.of, result.status, defused(one_line("; ".join(result.remarks), 1000))])
    return out.getvalue()


def defused(text):
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text
