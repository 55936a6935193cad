"""A judge for tests that speaks the protocol without Java. What a cell says in a comment is what becomes of it:

    // right          every test passes          // hidden   the last test fails on hidden inputs
    // wrong: text    got that text               // prints: text   printed during the visible tests
    // error: text    does not compile            // dies     the judge ends
    // slow           takes 3 s                   // nonsense the answer is of no use
"""

import argparse
import json
import os
import re
import sys
import time

TESTS = [("values", 2, []), ("beta", 1, ["β = 0.3 against ND4J"])]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float)
    parser.add_argument("--unsafe-no-sandbox", action="store_true")
    parser.add_argument("--fault")
    parser.add_argument("--record", help="a file that gets every request")
    options = parser.parse_args()
    if options.fault:
        tell({"fault": options.fault, "mend": "apt-get install bubblewrap"})
        sys.exit(1)
    note(options, {"op": "start", "pid": os.getpid()})
    tell({"ready": True, "jobs": options.jobs, "sandbox": "none, this is a judge for tests"})
    exercises = {}
    for line in sys.stdin:
        request = json.loads(line)
        note(options, request)
        if request["op"] == "end":
            break
        if request["op"] == "assignment":
            exercises[request["name"]] = [exercise["id"] for exercise in request["exercises"]]
            tell({"assignment": request["name"], "exercises": [
                {"id": name, "name": name, "points": 3, "tests": [{"test": test, "says": f"{test} of {name}", "points": points, "hidden": hidden}
                                                                  for test, points, hidden in TESTS]} for name in exercises[request["name"]]]})
        else:
            tell(graded(request, exercises[request["assignment"]]))


def graded(request, exercises):
    cells = {cell["id"]: cell["source"] for cell in request["cells"]}
    everything = "\n".join(cells.values())
    if "// dies" in everything:
        sys.stderr.write("the judge was killed\n")
        os._exit(137)
    if "// slow" in everything:
        time.sleep(3)
    if "// nonsense" in everything:
        return {"key": request["key"], "exercises": {"id": 7}, "seconds": "long", "remarks": 3}
    return {"key": request["key"], "seconds": 0.1, "remarks": ["it looked around"] if "// odd" in everything else [],
            "exercises": [of_exercise(name, cells.get(name)) for name in exercises]}


def of_exercise(name, source):
    said = dict(re.findall(r"// (\w+)(?:: (.*))?", source or ""))
    wrong = source is None or "right" not in said
    text = said.get("wrong") or ("not written yet" if source is None else "[0, 0]")
    tests = []
    for test, points, hidden in TESTS:
        fails_hidden = not wrong and "hidden" in said and bool(hidden)
        failed = wrong or fails_hidden
        tests.append({"test": test, "points": 0 if failed else points, "of": points, "passed": not failed})
        if fails_hidden:
            tests[-1].update(hidden=hidden[0], key="value", parts=[{"label": "", "text": "a value is not what it should be"}])
        elif wrong:
            tests[-1].update(key="value", parts=[{"label": "input", "text": "x = [1, 2]"}, {"label": "expected", "text": "[0.1, 0.9]"},
                                                 {"label": "got", "text": text}, {"label": "likely", "text": "the exponent lacks its minus"}])
    answer = {"id": name, "points": sum(test["points"] for test in tests), "of": 3, "tests": tests}
    if said.get("error"):
        answer["compiler"] = said["error"]
    if said.get("prints"):
        answer["printed"] = said["prints"]
    return answer


def tell(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def note(options, request):
    if options.record:
        with open(options.record, "a", encoding="utf-8") as file:
            file.write(json.dumps(request) + "\n")


if __name__ == "__main__":
    main()
