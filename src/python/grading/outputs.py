"""The output folder: every file whole, and none of a student who is not in the class any more."""

import json

from grading import files, table

MANIFEST = "outputs.json"


def write(out, book, setting, log, complete):
    """Writes all outputs of a book. `complete`: it is of a whole class, so what an earlier run left of others goes."""
    texts = {"grades.csv": table.csv_of(book)}
    for name, text in texts.items():
        files.write(out / name, text)
