"""Notebooks and folders that are not as they should be; the code in them, where it can be had, is the solution's."""

import json

from corpus.submission import (JACOBIAN, NOTHING_EARNED, RIGHT, SHORT, Row, cells, dump, edited, exercise_cells, fifo, file, link, method, notebook,
                               several)

UNGRADABLE, ODD, FINE = ("ungradable",), ("remarks",), ("graded", "remarks")
DEEP = 100_000


def text():
    return dump(notebook(SHORT))


def without_checks(content, place):
    content["cells"] = [cell for cell in content["cells"] if not source(cell).startswith("check(")]


def source(cell):
    return "".join(cell["source"])


def edit_checks(content, place):
    for cell in content["cells"]:
        if source(cell).startswith("check("):
            cell["source"] = 'System.out.println("softmax: 3 of 3 points");'


def retag(content, place):
    """As a student might who has read how nbgrader counts."""
    for cell in content["cells"]:
        cell["metadata"].setdefault("tags", []).extend(["skip-execution", "raises-exception"])
        if "exercise" in cell["metadata"]:
            cell["metadata"]["nbgrader"].update(points=1000, grade=True, locked=True, schema_version=99)
        elif source(cell).startswith("check("):
            cell["metadata"]["nbgrader"] = {"grade_id": "softmaxJacobian", "points": -1e308, "grade": True, "solution": False}


def untag(content, place):
    for cell in content["cells"]:
        cell["metadata"] = {}


def exchange_tags(content, place):
    cell = exercise_cells(content)
    for key in ("exercise", "nbgrader"):
        one, other = cell["softmax"]["metadata"], cell["softmaxJacobian"]["metadata"]
        one[key], other[key] = other[key], one[key]


def twice(content, place):
    """The same exercise twice: first as it is right, then not."""
    cell = exercise_cells(content)["softmaxJacobian"]
    again = json.loads(json.dumps(cell))
    again["id"] = "again"
    again["source"] = method("softmaxJacobian", "return p;")
    content["cells"].insert(content["cells"].index(cell) + 1, again)


def dropped(content, place):
    content["cells"].remove(exercise_cells(content)["softmaxJacobian"])


def as_text(content, place):
    exercise_cells(content)["softmaxJacobian"]["cell_type"] = "markdown"


def reordered(content, place):
    content["cells"].reverse()


def invented(content, place):
    exercise_cells(content)["softmaxJacobian"]["metadata"]["exercise"] = "softmaxJacobian2"
    exercise_cells(content)["softmaxJacobian2"]["metadata"]["nbgrader"]["grade_id"] = "softmaxJacobian2"


def strange_types(content, place):
    content["cells"].insert(3, None)
    content["cells"].insert(4, [])
    content["cells"].insert(5, {"cell_type": 7, "metadata": "none", "source": {"a": 1}})
    content["cells"].insert(6, {"cell_type": "code", "metadata": {"exercise": ["softmax"], "nbgrader": "no"}, "source": 3})
    exercise_cells_of(content)["softmaxJacobian"]["source"] = 42


def exercise_cells_of(content):
    return {cell["metadata"]["exercise"]: cell for cell in content["cells"]
            if isinstance(cell, dict) and isinstance(cell["metadata"], dict) and isinstance(cell["metadata"].get("exercise"), str)}


def long_cell(content, place):
    exercise_cells(content)["softmaxJacobian"]["source"] = method("softmaxJacobian", "// " + "x" * 1_000_000 + "\n" + RIGHT)


def many_cells(content, place):
    content["cells"][5:5] = [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "id": f"more-{i}", "source": "int a = 1;"}
                             for i in range(5000)]


def foreign(content, place):
    content["cells"] = [{"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "id": "a", "source": "print('hello')"}]
    content["metadata"]["kernelspec"] = {"name": "python3", "language": "python", "display_name": "Python 3"}


def deep_metadata():
    return text().replace(b'"cells": [', b'"deep": ' + b"[" * DEEP + b"]" * DEEP + b', "cells": [', 1)


def surrogates():
    return text().replace(b'"cells": [', b'"author": "\\ud800\\udfff\\udc00 \\u0000", "cells": [', 1)


def many_outputs():
    """40 MB, as a student has who prints in a loop; the solution is in it all the same."""
    return text().replace(b'"outputs": []', b'"outputs": [{"output_type": "stream", "name": "stdout", "text": "' + b"x" * 40_000_000 + b'"}]', 1)


def old_format():
    content = notebook(SHORT)
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": content["cells"]}]}).encode()


ROWS = [
    Row("checks-deleted", "deleted test cells", edited(without_checks)),
    Row("checks-edited", "edited test cells", edited(edit_checks)),
    Row("checks-edited-blank", "edited test cells", edited(edit_checks, "notebooks"), NOTHING_EARNED),
    # The checks now pass for cells of that exercise, and the last of them counts.
    Row("retagged", "retagged test cells", edited(retag), JACOBIAN, ODD, "softmaxJacobian has"),
    Row("retagged-blank", "retagged test cells", edited(retag, "notebooks"), NOTHING_EARNED),
    Row("tags-exchanged", "retagged test cells", edited(exchange_tags), {}),
    Row("tag-invented", "retagged test cells", edited(invented), JACOBIAN),
    Row("cell-dropped", "deleted test cells", edited(dropped), JACOBIAN, ODD, "softmaxJacobian"),
    Row("cell-as-text", "retagged test cells", edited(as_text), JACOBIAN),
    Row("cell-twice", "retagged test cells", edited(twice), JACOBIAN, ODD),
    Row("cells-reordered", "retagged test cells", edited(reordered)),
    Row("all-tags-gone", "renamed or foreign notebook", edited(untag), NOTHING_EARNED, UNGRADABLE),
    Row("renamed", "renamed or foreign notebook", edited(lambda content, place: None, name="Übung 1 (3) Kopie.ipynb")),
    Row("misleading-name", "renamed or foreign notebook", edited(lambda content, place: None, name="computation-graph.ipynb")),
    Row("foreign", "renamed or foreign notebook", edited(foreign), NOTHING_EARNED, UNGRADABLE),
    Row("two-versions", "renamed or foreign notebook", several(edited(lambda content, place: None, "notebooks"),
                                                               edited(lambda content, place: None, name="softmax-final.ipynb")), {}, ODD),
    Row("other-files", "renamed or foreign notebook", several(cells(), file(b"\x00" * 1000, "photo.jpg"), file(b"{", ".ipynb_checkpoints/softmax-checkpoint.ipynb"),
                                                             file(b"x", "__MACOSX/._softmax.ipynb"))),
    Row("no-notebook", "renamed or foreign notebook", file(b"My answers are by mail.", "readme.txt"), NOTHING_EARNED, ("missing", "ungradable")),
    Row("empty-file", "malformed JSON", file(b""), NOTHING_EARNED, UNGRADABLE),
    Row("malformed", "malformed JSON", file(lambda: text()[:20_000]), NOTHING_EARNED, UNGRADABLE),
    Row("no-json", "malformed JSON", file(b"<html><body>Sign in to download</body></html>"), NOTHING_EARNED, UNGRADABLE),
    Row("a-list", "malformed JSON", file(b"[1, 2, 3]"), NOTHING_EARNED, UNGRADABLE),
    Row("strange-types", "malformed JSON", edited(strange_types), JACOBIAN),
    Row("cells-an-object", "malformed JSON", file(b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": {"softmax": 1}}'), NOTHING_EARNED, UNGRADABLE),
    Row("old-format", "malformed JSON", file(old_format), status=ODD, says="format of 2013"),
    Row("deep", "deep JSON", file(b"[" * DEEP), NOTHING_EARNED, UNGRADABLE),
    Row("deep-metadata", "deep JSON", file(deep_metadata), NOTHING_EARNED, UNGRADABLE),
    Row("many-digits", "malformed JSON", file(lambda: text().replace(b'"nbformat": 4', b'"nbformat": ' + b"4" * 100_000))),
    Row("huge", "huge JSON", file(many_outputs), NOTHING_EARNED, UNGRADABLE),
    Row("huge-file", "huge JSON", file(lambda: b" " * 300_000_000 + b"{}"), NOTHING_EARNED, UNGRADABLE),
    Row("long-cell", "huge JSON", edited(long_cell), JACOBIAN, ODD),
    Row("many-cells", "huge JSON", edited(many_cells)),
    Row("latin-1", "not UTF-8", file(lambda: text().replace("β".encode(), b"\xdf", 1)), NOTHING_EARNED, UNGRADABLE, "UTF-8"),
    Row("utf-16", "not UTF-8", file(lambda: text().decode().encode("utf-16")), NOTHING_EARNED, UNGRADABLE, "UTF-8"),
    Row("byte-order-mark", "not UTF-8", file(lambda: b"\xef\xbb\xbf" + text())),
    Row("surrogates", "not UTF-8", file(surrogates)),
    Row("surrogate-in-code", "not UTF-8", file(lambda: text().replace(b"INDArray products", b"String s = \\\"\\ud800\\\"; INDArray products", 1)), {}),
    Row("symlink", "symlinks", link("@PROJECT@/solutions/1-backprop/softmax.ipynb"), NOTHING_EARNED, ("ungradable", "missing"), "link"),
    Row("symlink-to-classmate", "symlinks", link("../honest-solution/softmax.ipynb"), NOTHING_EARNED, ("ungradable", "missing"), "link"),
    Row("symlink-to-secret", "symlinks", link("@SENTINEL@/secret.txt"), NOTHING_EARNED, ("ungradable", "missing"), "link"),
    Row("symlink-loop", "symlinks", link("softmax.ipynb"), NOTHING_EARNED, ("ungradable", "missing"), "link"),
    Row("symlink-folder", "symlinks", link("@PROJECT@/solutions", "work"), NOTHING_EARNED, ("ungradable", "missing")),
    Row("endless-device", "symlinks", link("/dev/zero"), NOTHING_EARNED, ("ungradable", "missing"), "link"),
    Row("fifo", "fifos", fifo, NOTHING_EARNED, ("ungradable", "missing")),
]
