"""report.html, for the instructor: how the class did, which tests tell something, and who needs a look."""

import math
from urllib.parse import quote

from grading import results
from grading.page import page, text

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 440, 230, 52, 44, 12  # small, so that its letters stay legible on a phone
_MOST_BARS = 20
_BLUE = "#1f5f99"


def page_of(book):
    graded = [result for result in book.results.values() if result.status in (results.GRADED, results.REMARKS)]
    parts = ["<h1>Report on the class</h1>", _overview(book, graded), "<h2>Totals</h2>", _distribution(book, graded), "<h2>Submissions that need a look</h2>",
             _eyes(book), "<h2>Tests that tell little</h2>",
             _extremes(book, graded), "<h2>How many pass each test</h2>", _tests(book, graded),
             "<h2>Everyone</h2>", _everyone(book), "<h2>How it was graded</h2>", _about(book)]
    return page("Report on the class", "\n".join(parts))


def _overview(book, graded):
    totals = sorted(result.points for result in graded)
    count = {status: sum(result.status == status for result in book.results.values())
             for status in (results.GRADED, results.REMARKS, results.UNGRADABLE, results.MISSING)}
    words = {results.GRADED: "graded", results.REMARKS: "graded with remarks", results.UNGRADABLE: "not gradable", results.MISSING: "without a notebook"}
    told = ", ".join(f"{number} {words[status]}" for status, number in count.items() if number)
    lines = [f"<p class=\"sum\"><strong>{len(book.results)} student{'' if len(book.results) == 1 else 's'}</strong>: {told}.</p>"]
    if totals:
        middle = (totals[(len(totals) - 1) // 2] + totals[len(totals) // 2]) / 2
        lines.append(f"<p>Of {book.of} points: mean {sum(totals) / len(totals):.1f}, median {middle:g}, lowest {totals[0]}, highest {totals[-1]}. "
                     "Those that were not gradable or missing are not counted here.</p>")
    return "\n".join(lines)


# ------------------------------------------------------------------------------------------------------------- figure

def _distribution(book, graded):
    """A histogram of the totals; a bar stands for one number of points, or for a few where there are many."""
    if not graded:
        return "<p>Nothing was graded.</p>"
    step = max(1, math.ceil((book.of + 1) / _MOST_BARS))
    bars = [0] * (book.of // step + 1)
    for result in graded:
        bars[min(result.points // step, len(bars) - 1)] += 1
    tick = _round(max(bars) / 5)
    top = tick * math.ceil(max(bars) / tick)
    width, height = (_WIDTH - _LEFT - 8) / len(bars), _HEIGHT - _BOTTOM - _TOP
    shapes = []
    for number in range(0, top + 1, tick):
        y = _TOP + height * (1 - number / top)
        shapes.append(f"<line x1=\"{_LEFT}\" x2=\"{_WIDTH - 8}\" y1=\"{y:.1f}\" y2=\"{y:.1f}\" stroke=\"#ddd\"/>"
                      f"<text x=\"{_LEFT - 6}\" y=\"{y + 4:.1f}\" text-anchor=\"end\">{number}</text>")
    every = math.ceil((44 if step > 1 else 20) / width)
    for at, number in enumerate(bars):
        x, tall, low, high = _LEFT + at * width, height * number / top, at * step, min(at * step + step - 1, book.of)
        name = str(low) if low == high else f"{low}–{high}"
        shapes.append(f"<rect x=\"{x + 1.5:.1f}\" y=\"{_TOP + height - tall:.1f}\" width=\"{width - 3:.1f}\" height=\"{tall:.1f}\" fill=\"{_BLUE}\">"
                      f"<title>{name} points: {number} students</title></rect>")
        if at % every == 0:
            shapes.append(f"<text x=\"{x + width / 2:.1f}\" y=\"{_TOP + height + 16}\" text-anchor=\"middle\">{name}</text>")
    axes = (f"<text x=\"{(_WIDTH + _LEFT) / 2}\" y=\"{_HEIGHT - 8}\" text-anchor=\"middle\">total (points, of {book.of})</text>"
            f"<text transform=\"translate(13 {_TOP + height / 2}) rotate(-90)\" text-anchor=\"middle\">students</text>")
    said = ", ".join(f"{at * step}{'' if step == 1 else f' to {at * step + step - 1}'} points: {number}" for at, number in enumerate(bars) if number)
    return (f"<svg viewBox=\"0 0 {_WIDTH} {_HEIGHT}\" role=\"img\" aria-label=\"How many students have which total. {said}\" "
            f"font-size=\"13\" font-family=\"inherit\" fill=\"#1b1b1b\">{''.join(shapes)}{axes}</svg>")


def _round(least):
    """The smallest of 1, 2, 5, 10, 20, 50 … that is not less."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if digit * power >= least:
                return digit * power
        power *= 10


# ------------------------------------------------------------------------------------------------------------- tables

def _eyes(book):
    odd = [result for result in book.results.values() if result.status != results.GRADED]
    cards = [f"<section class=\"card\"><div class=\"head\"><h3>{_link(result)}</h3><span>{text(result.status)}, {result.points} of {book.of}</span></div>"
             f"<ul>{''.join(f'<li>{text(remark)}</li>' for remark in result.remarks)}</ul></section>" for result in odd]
    general = "".join(f"<p class=\"note\">Left out: {text(sentence)}.</p>" for sentence in book.general)
    return general + ("\n".join(cards) or "<p>None.</p>")


def _link(result):
    return f"<a href=\"feedback/{quote(result.file)}.html\">{text(result.student)}</a>"


def _counts(book, graded):
    """(label, exercise, test, students who handed that notebook in, of these who passed)."""
    for label, exercise, test in book.tests():
        there = [result for result in graded if label in result.outcomes]
        yield label, exercise, test, len(there), sum(book.points(result, label, exercise, test) == test["points"] for result in there)


def _extremes(book, graded):
    counts = [(f"{label}/{exercise['id']}/{test['test']}", there, passed) for label, exercise, test, there, passed in _counts(book, graded) if there]
    lines = []
    for words, names in (("Nobody passes", [name for name, there, passed in counts if passed == 0]),
                         ("Everybody passes", [name for name, there, passed in counts if passed == there])):
        items = f"<ul>{''.join(f'<li>{text(name)}</li>' for name in names)}</ul>" if names else "<p>None.</p>"
        lines.append(f"<h3>{words}</h3>{items}")
    return "\n".join(lines)


def _tests(book, graded):
    rows, above = [], None
    for label, exercise, test, there, passed in _counts(book, graded):
        if above != (label, exercise["id"]):
            above = label, exercise["id"]
            rows.append(f"<h3 style=\"margin-top:1rem\">{text(label)}: {text(exercise['name'])}</h3>")
        share = passed / there if there else 0
        bar = (f"<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" style=\"height:.7rem\" role=\"img\" aria-label=\"{share:.0%}\">"
               f"<rect width=\"100\" height=\"10\" fill=\"#e4e4e4\"/><rect width=\"{100 * share:.0f}\" height=\"10\" fill=\"{_BLUE}\"/></svg>")
        rows.append(f"<div class=\"row\"><span>{text(test['says'] or test['test'])} <span class=\"quiet\">({points(test['points'])})</span></span>"
                    f"<span class=\"quiet count\">{passed} of {there}</span>{bar}</div>")
    return "\n".join(rows)


def points(number):
    return f"{number} point{'' if number == 1 else 's'}"


def _everyone(book):
    rows = "".join(f"<tr><td>{_link(result)}</td><td class=\"number\">{result.points} of {book.of}</td><td>{text(result.status)}</td></tr>"
                   for result in book.results.values())
    return f"<div class=\"wide\"><table><tr><th>student</th><th class=\"number\">points</th><th>status</th></tr>{rows}</table></div>"


def _about(book):
    rows = "".join(f"<tr><td>{text(name)}</td><td>{text(value)}</td></tr>" for name, value in book.about.items())
    return (f"<div class=\"wide\"><table>{rows}</table></div><p class=\"quiet\">log.txt has the seed of every submission. The same submissions and the same "
            "seed give the same points. In grades.csv a value that a spreadsheet program would take for a formula has an apostrophe in front. Of several "
            "notebooks of one homework that counts in which something is written; among these the one with the homework's own file name, then the one "
            "with most exercises written, then the first by its path.</p>")
