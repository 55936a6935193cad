"""A notebook as it was handed in: its cells, whatever the file is like. Nothing in it is trusted to have the type it should have."""

import json
from dataclasses import dataclass, field

from grading.tree import Unreadable

LARGEST = 20 << 20  # bytes; JSON of this size takes some 500 MB while it is read


@dataclass(frozen=True)
class Cell:
    """A cell: its type, its text (None if that is no text), and the ids of exercises in its metadata."""
    kind: str
    source: str
    grade_id: str
    exercise: str


@dataclass
class Notebook:
    cells: list
    remarks: list = field(default_factory=list)


def read(data):
    """The notebook in a file's bytes; Unreadable says in words why there is none."""
    remarks = []
    content = _parsed(_decoded(data))
    if not isinstance(content, dict):
        raise Unreadable("is no notebook: the JSON in it is not an object")
    cells = content.get("cells")
    if cells is None and isinstance(content.get("worksheets"), list):
        remarks.append("was saved in the format of 2013 (nbformat 3)")
        cells = _of_worksheets(content["worksheets"])
    if not isinstance(cells, list):
        raise Unreadable("is no notebook: it has no list of cells")
    whole = [cell for cell in cells if isinstance(cell, dict)]
    if len(whole) < len(cells):
        remarks.append(f"has {_counted(len(cells) - len(whole), 'cell')} that {'is' if len(cells) - len(whole) == 1 else 'are'} no object")
    return Notebook([_cell(cell) for cell in whole], remarks)


def _decoded(data):
    """The text. JSON is UTF-8, with or without its mark in front; in anything else Jupyter could not open it either."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("is empty")
    encoding = json.detect_encoding(data)
    if not encoding.startswith("utf-8"):
        raise Unreadable(f"is not UTF-8 text but {encoding.upper()[:6]}; opened and saved in an editor as UTF-8 it can be graded")
    try:
        return data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not UTF-8 text: byte {data[error.start]:#04x} at position {error.start}") from None


def _parsed(text):
    """The JSON. Numbers are not needed, so long ones, whose conversion would take hours in an old Python, are not converted."""
    try:
        return json.loads(text, parse_int=_number, parse_float=lambda digits: 0.0, parse_constant=lambda name: 0.0)
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not valid JSON: {_plain(error.msg)} in line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise Unreadable("is not a notebook: its JSON is nested too deeply") from None
    except ValueError:
        raise Unreadable("is not valid JSON") from None


def _plain(message):
    return message[:1].lower() + message[1:]


def _number(digits):
    return int(digits) if len(digits) < 10 else 0


def _of_worksheets(worksheets):
    return [cell for sheet in worksheets if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list) for cell in sheet["cells"]]


def _cell(cell):
    metadata = _object(cell.get("metadata"))
    return Cell(_text(cell.get("cell_type")), _source(cell.get("source", cell.get("input"))),
                _text(_object(metadata.get("nbgrader")).get("grade_id")), _text(metadata.get("exercise")))


def _object(value):
    return value if isinstance(value, dict) else {}


def _text(value):
    return value if isinstance(value, str) else ""


def _source(value):
    """A cell's text, which may come as one string or as a list of lines; half a surrogate pair cannot be sent to anyone."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        value = "".join(value)
    if not isinstance(value, str):
        return None
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _counted(number, noun):
    return f"{number} {noun}{'' if number == 1 else 's'}"
