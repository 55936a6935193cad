"""The rules every notebook keeps, and whether what was made from its source is up to date. Used by course test."""

import re
import sys
from pathlib import Path

import nbformat

import build
import kernel
import layout

# The skeleton: every notebook has these parts, in this order (a source marks them with +++ {"part": "…"}).
PARTS = ["goal", "given", "derive", "exercise", "check", "measure", "look", "published", "errata", "questions"]
MAX_LINES = 25
MAX_WIDTH = 100  # what JupyterLab shows beside its file browser on a laptop; wider lines hide behind a scroll bar
FIRST_CELL = "%classpath ../../target/lib/*.jar\nimport static homework.notebook.Notebook.*;"
TEXT_OR_COMMENT = re.compile(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*[\s\S]*?\*/')
TYPE_DECLARATION = re.compile(r"(?<![.\w])(class|enum|interface)\s+\w|(?<![.\w])(record)\s+\w+\s*(?:<[^>]*>)?\s*\(")
MAGIC = re.compile(r"^\s*(%%?[A-Za-z]\w*)", re.M)
METHOD = re.compile(r"^\w[\w<>\[\], .]*?\s+(\w+)\s*\([^;{]*\)\s*(?:throws [\w, .]+)?\{", re.M)
IMAGE = re.compile(r"<(?:img|svg)\b[^>]*>", re.I)
ALT = re.compile(r"\b(?:alt|aria-label)=\"[^\"]{10,}\"", re.I)
PART = re.compile(r"^\+\+\+ *\{.*\"part\"", re.M)
HEADING = re.compile(r"^(#{1,6}) +(.+?) *$", re.M)
POINTS = re.compile(r"\((1 point|(?:0|[2-9]|[1-9]\d+) points)\)$")
CHECK = re.compile(r"^\s*check\(", re.M)
SCORE = re.compile(r"^(.+): (\d+) of (\d+) points?$", re.M)
DISPLAYED = re.compile(r"\$\$([\s\S]*?)\$\$")
TAG = re.compile(r"\\tag\{([^}]*)\}")
STEP = re.compile(r'\.(?:step\(|claim\(\s*"[^"]*"\s*,)\s*"([^"]*)"')  # a claim begins with the report's key
READING = 40  # characters; a sentence that reads a figure has more


def main():
    passed, failed = 0, 0
    for source in layout.sources():
        faults = check(build.read(source), source.read_text(encoding="utf-8")) + made(source)
        for fault in faults:
            print(f"{layout.label(source)}: {fault}", flush=True)
        failed += bool(faults)
        passed += not faults
    for orphan in orphans():
        print(f"{orphan.relative_to(layout.ROOT).as_posix()} has no source in src/notebooks; delete it or write one")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def check(notebook, text):
    """What is wrong with a notebook as it is written, one sentence each."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    later = [(number, magic) for number, cell in enumerate(code[1:], 2) for magic in MAGIC.findall(cell.source)]
    return (skeleton(notebook) + lost_parts(notebook, text) + first_cell(code) + student_values(code) + questions(notebook)
            + exercises(notebook) + derivations(notebook)
            + [f"code cell {number}: {fault}" for number, cell in enumerate(code, 1) for fault in cell_faults(cell.source)]
            + [f"code cell {number}: {magic}: no magic but the first cell's %classpath works alike in both kernels"
               for number, magic in later]
            + [f"picture without a description: {image}" for cell in notebook.cells if cell.cell_type == "markdown"
               for image in undescribed(cell.source)])


def undescribed(text):
    """Pictures without alt text, in Markdown or in HTML."""
    return re.findall(r"!\[\s*\]\([^)]*\)", text) + [image for image in IMAGE.findall(text) if not ALT.search(image)]


def lost_parts(notebook, text):
    """A +++ line marks the text after it; where code follows at once, the mark belongs to no cell and is dropped in silence."""
    kept = sum("part" in cell.metadata for cell in notebook.cells)
    lost = len(PART.findall(text)) - kept
    return [f"{lost} of the +++ lines stand directly before code and are lost; put a sentence between"] if lost > 0 else []


def skeleton(notebook):
    found = []
    for cell in notebook.cells:
        part = cell.metadata.get("part")
        if part and part not in found:
            found.append(part)
    faults = [f"unknown part “{part}”; the parts are {', '.join(PARTS)}" for part in found if part not in PARTS]
    faults += [f"the part “{part}” is missing" for part in PARTS if part not in found]
    known = [part for part in found if part in PARTS]
    if not faults and known != PARTS:
        faults.append(f"the parts come as {', '.join(known)}; the order is {', '.join(PARTS)}")
    return faults


def first_cell(code):
    if not code or code[0].source.strip() != FIRST_CELL:
        return ["the first code cell must be exactly:\n" + FIRST_CELL]
    return []


def questions(notebook):
    part, count = None, 0
    for cell in notebook.cells:
        part = cell.metadata.get("part", part)
        if part == "questions" and cell.cell_type == "markdown":
            count += len(re.findall(r"^\*\*\d\.", cell.source, re.M))
    return [] if count == 3 else [f"three questions belong at the end (**1. … **2. … **3. …), found {count}"]


def in_parts(notebook):
    """Each cell with the part it stands in; a part goes on until the next one begins."""
    part = None
    for cell in notebook.cells:
        part = cell.metadata.get("part", part)
        yield part, cell


def exercises(notebook):
    """Each exercise has a heading with points and a check cell; the questions are one of them."""
    faults, above, cells = [], [], list(in_parts(notebook))
    for place, (_, cell) in enumerate(cells):
        if cell.cell_type == "markdown":
            for level, title in HEADING.findall(cell.source):
                above = [upper for upper in above if len(upper[0]) < len(level)] + [(level, title)]
        elif "exercise" in cell.metadata:
            name = cell.metadata.exercise
            if not any(POINTS.search(title) for _, title in above):
                faults.append(f"the exercise {name} stands under “{above[-1][1] if above else 'no heading'}”; "
                              "its heading ends in its points, as in “Your turn (3 points)”")
            method = "|".join([name, *METHOD.findall(cell.source)])
            if not any(CHECK.search(later.source) and re.search(rf"\b({method})\(", later.source) for _, later in cells[place + 1:]):
                faults.append(f"the exercise {name} has no cell check(…, … -> …) after it that calls its method")
    asked = [cell for part, cell in cells if part == "questions" and cell.cell_type == "code"]
    if not any("exercise" in cell.metadata for cell in asked) or not any(CHECK.search(cell.source) for cell in asked):
        faults.append("the questions need an exercise cell for the answers and a check cell")
    return faults


def derivations(notebook):
    """Each labelled formula is a step, or a report's claim, that a later cell runs; in a derivation each formula has its label."""
    faults, cells = [], list(in_parts(notebook))
    for place, (part, cell) in enumerate(cells):
        if cell.cell_type != "markdown":
            continue
        run = {label for _, later in cells[place + 1:] if later.cell_type == "code" for label in STEP.findall(later.source)}
        faults += [f"the formula ({label}) is run by no later cell: .step(\"{label}\", …) or .claim(…, \"{label}\", …)"
                   for label in TAG.findall(cell.source) if label not in run]
        if part == "derive":
            faults += [f"a formula of the derivation has no label (\\tag{{…}}, or \\notag if it is only stated): {' '.join(formula.split())[:60]}"
                       for formula in DISPLAYED.findall(cell.source) if not TAG.search(formula) and "\\notag" not in formula]
    if not any(part == "derive" and cell.cell_type == "code" and "prove(" in cell.source for part, cell in cells):
        faults.append("nothing is proven in the part “derive”: prove(derivation(…)…)")
    return faults


def cell_faults(source):
    faults = []
    lines = len(source.splitlines())
    if lines > MAX_LINES:
        faults.append(f"{lines} lines, at most {MAX_LINES}")
    wide = [line for line in source.splitlines() if len(line) > MAX_WIDTH]
    if wide:
        faults.append(f"a line of {len(wide[0])} characters, at most {MAX_WIDTH}: {wide[0].strip()[:40]}…")
    declaration = TYPE_DECLARATION.search(TEXT_OR_COMMENT.sub(" ", source))
    if declaration:
        kind = declaration.group(1) or declaration.group(2)
        faults.append(f"declares a type ({kind}); redefining it sets every variable of that type to null: it belongs into the library")
    return faults


def student_values(code):
    """`var` on a value that comes from student code silently becomes null when the method is edited and run again."""
    methods = {name for cell in code if "exercise" in cell.metadata for name in METHOD.findall(cell.source)}
    faults = []
    for number, cell in enumerate(code, 1):
        used = [name for name in methods if re.search(rf"\bvar\s+\w+\s*[=:][^;]*\b{name}\s*\(", cell.source)]
        faults += [f"code cell {number}: `var` on what {name} returns; write its type" for name in used]
    return faults


def made(source):
    """What is wrong with the notebooks made from this source."""
    reason = build.stale(source)
    if reason:
        return [f"{reason}; run ./course build {layout.label(source)}"]
    solution = nbformat.read(build.solution_of(source), as_version=4)
    student = nbformat.read(build.student_of(source), as_version=4)
    return figures(solution) + readings(solution) + executed(solution) + points(solution) + noise(solution) + leftovers(student)


def executed(solution):
    """Each labelled formula has its line in what a later proof printed: a step that is written down need not have been run."""
    faults = []
    for place, cell in enumerate(solution.cells):
        printed = "".join(kernel.texts(later) for later in solution.cells[place + 1:] if later.cell_type == "code")
        faults += [f"cell {cell.id}: no later cell has printed the verdict on ({label})"
                   for label in (TAG.findall(cell.source) if cell.cell_type == "markdown" else ())
                   if not re.search(rf"^  (?:\S[^:\n]*: )?{re.escape(label)} +(?:right|wrong|the claim)\b", printed, re.M)]
    return faults


def figures(solution):
    faults = []
    for cell in solution.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            images = IMAGE.findall(data.get("text/html", ""))
            if "image/png" in data or any(not ALT.search(image) for image in images):
                faults.append(f"cell {cell.id}: a figure without alt text")
    return faults


def has_figure(cell):
    return any("image/png" in output.get("data", {}) or IMAGE.search(output.get("data", {}).get("text/html", ""))
               for output in cell.get("outputs", []))


def readings(solution):
    """After each figure, before the next figure or heading, a text that reads it."""
    faults = []
    for place, cell in enumerate(solution.cells):
        if has_figure(cell):
            texts = []
            for later in solution.cells[place + 1:]:
                if has_figure(later) or (later.cell_type == "markdown" and HEADING.match(later.source.lstrip())):
                    break
                if later.cell_type == "markdown":
                    texts.append(HEADING.split(later.source.strip())[0])
            if not any(len(text) >= READING for text in texts):
                faults.append(f"cell {cell.id}: no text reads its figure before the next figure or heading")
    return faults


def points(solution):
    """Full points everywhere, and as many as the headings promise: each for the check cells until the next heading with points."""
    faults, promised, heading, given = [], None, None, 0

    def close():
        if heading is not None and promised != given:
            faults.append(f"“{heading}” promises {promised}, the check cells after it give {given}")

    for cell in solution.cells:
        if cell.cell_type == "markdown":
            for _, title in HEADING.findall(cell.source):
                if POINTS.search(title):
                    close()
                    heading, promised, given = title, int(re.search(r"\d+", POINTS.search(title).group(1)).group()), 0
        elif cell.cell_type == "code" and CHECK.search(cell.source):
            scores = SCORE.findall(kernel.texts(cell))
            if not scores:
                faults.append(f"cell {cell.id}: a check cell without a score")
            for name, earned, of in scores:
                given += int(of)
                if earned != of:
                    faults.append(f"cell {cell.id}: the solution of {name} has {earned} of {of} points")
    close()
    return faults


def noise(solution):
    return [f"cell {cell.id}: output on stderr" for cell in solution.cells
            if cell.cell_type == "code" and kernel.texts(cell, "stderr")]


def leftovers(student):
    faults = []
    for cell in student.cells:
        if "SOLUTION" in cell.source:
            faults.append(f"cell {cell.id} of the student's copy still has the solution")
        if cell.get("outputs"):
            faults.append(f"cell {cell.id} of the student's copy has outputs")
        if "exercise" in cell.metadata and "not written yet" not in cell.source:
            faults.append(f"cell {cell.id} of the student's copy is an exercise without a stub")
    return faults


def orphans():
    wanted = {made_for(source) for source in layout.sources() for made_for in (build.solution_of, build.student_of)}
    return [path for folder in (layout.SOLUTIONS, layout.STUDENT) for path in layout.notebooks_in(folder) if path not in wanted]


if __name__ == "__main__":
    main()
