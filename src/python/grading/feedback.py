"""The page a student gets: every test with its points, and for each that failed what was expected, what came and what is likely wrong."""

from grading import results
from grading.page import block, page, points, text

HIDDEN = "on hidden inputs"
_PRE = {"input", "expected", "got", "differs"}  # values, which read best as they are printed
_STATUS = {results.UNGRADABLE: "This could not be graded in full.", results.MISSING: "Nothing was handed in."}


def page_of(book, result):
    title = f"Feedback for {result.student}"
    parts = [f"<h1>{text(title)}</h1>", f"<p class=\"sum\"><strong>{points(result.points, book.of)}</strong></p>"]
    if result.status in _STATUS:
        parts.append(f"<p class=\"note\">{_STATUS[result.status]}</p>")
    parts += [f"<p class=\"note\">{text(_sentence(reason))}</p>" for reason in result.reasons]
    for label, exercises in book.catalogue.items():
        parts.append(_assignment(label, exercises, result.outcomes.get(label)))
    parts.append("<p class=\"quiet\">A test with hidden inputs tries the method on further values. It shows by its name what it tries, but not the values.</p>")
    return page(title, "\n".join(parts))


def _assignment(label, exercises, outcome):
    earned, of = (outcome.points if outcome else 0), sum(test["points"] for exercise in exercises for test in exercise["tests"])
    parts = [f"<h2 class=\"head\"><span>{text(label)}</span> <span class=\"points\">{points(earned, of)}</span></h2>"]
    if outcome is None:
        return parts[0] + "<p>No notebook of this homework was handed in.</p>"
    parts.append(f"<p class=\"quiet\">from {text(outcome.path)}</p>")
    if outcome.failure:
        parts.append(f"<p class=\"note\">{text(_sentence(outcome.failure))}</p>")
    told = {one["id"]: one for one in outcome.exercises}
    parts += [_exercise(exercise, told[exercise["id"]], outcome.missing.get(exercise["id"], "")) for exercise in exercises if exercise["id"] in told]
    return "\n".join(parts)


def _exercise(exercise, graded, missing):
    parts = [f"<section class=\"card\"><div class=\"head\"><h3>{text(exercise['name'])}</h3>"
             f"<span class=\"points\">{points(graded['points'], graded['of'])}</span></div>"]
    if missing:
        parts.append(f"<p>{text(_sentence(missing))}</p>")
    if graded["compiler"]:
        parts.append("<p>The compiler says:</p>" + block(graded["compiler"]))
    by_name, before = {one["test"]: one for one in graded["tests"]}, None
    for test in exercise["tests"]:
        one = by_name[test["test"]]
        parts.append(_test(test, one, told=not missing, before=before))
        before = before if one["passed"] else one
    if graded["printed"].strip():
        parts.append("<p>It printed during these tests:</p>" + block(graded["printed"]))
    return "\n".join(parts) + "</section>"


def _test(test, graded, told, before):
    mark = "<span class=\"ok\">✓ passed</span>" if graded["passed"] else "<span class=\"no\">✗ failed</span>"
    lines = [f"<div class=\"test\"><div class=\"head\">{mark}<span>{text(test['says'] or test['test'])}</span>"
             f"<span class=\"points\">{graded['points']} of {graded['of']}</span></div>"]
    if graded["hidden"]:
        lines.append(f"<p>The inputs above are right; it failed {HIDDEN}: {text(graded['hidden'])}.</p>")
    if told and not graded["passed"]:
        lines.append("<p class=\"quiet\">as above</p>" if before and same(before, graded) else _parts(graded["parts"]))
    return "\n".join(lines) + "</div>"


def same(before, graded):
    """Whether the failed test before had the very same problem, on whatever input; it need not be told again."""
    told = [[part for part in one["parts"] if part["label"] != "input"] for one in (before, graded)]
    return told[0] == told[1] and bool(told[0]) and not graded["hidden"]


def _parts(parts):
    plain = "".join(f"<p>{text(part['text'])}</p>" if "\n" not in part["text"] else block(part["text"]) for part in parts if not part["label"])
    rows = "".join(f"<dt>{text(part['label'])}</dt><dd>{block(part['text']) if part['label'] in _PRE else text(part['text'])}</dd>"
                   for part in parts if part["label"])
    return plain + (f"<dl>{rows}</dl>" if rows else "")


def plain_text(test, graded, missing=""):
    """The same in plain text, for the formats that take no page."""
    if graded["passed"]:
        return ""
    lines = [f"failed {HIDDEN}: {graded['hidden']}"] if graded["hidden"] else []
    lines += [f"{part['label']}: {part['text']}" if part["label"] else part["text"] for part in graded["parts"]] if not missing else [missing]
    return "\n".join(lines)


def _sentence(words):
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")
