"""The notebook pipeline: names, sources, the lint's rules, stale and hand-edited notebooks, the student's copy, a real kernel."""

import contextlib
import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))

import build  # noqa: E402
import kernel  # noqa: E402
import layout  # noqa: E402
import lint  # noqa: E402
import run  # noqa: E402

SOURCE = """---
kernelspec: {name: java, display_name: Java, language: java}
summary: A notebook for the tests.
---

+++ {"part": "goal"}

# Doubling

```{code-cell} java
%classpath ../../target/lib/*.jar
import static homework.notebook.Notebook.*;
```

+++ {"part": "given"}

Given.

+++ {"part": "derive"}

Derived.

$$2x = x + x \\tag{sum}$$

```{code-cell} java
prove(derivation("double").step("as it is", x -> 2 * x[0])
    .step("sum", "two of them", x -> x[0] + x[0]).onInputs(uniform(1, -1, 1), 1));
```

+++ {"part": "exercise"}

## Your turn: twice (2 points)

Write it.

```{code-cell} java
:exercise: twice
int twice(int x) {
    // BEGIN SOLUTION
    return 2 * x;
    // END SOLUTION
}
```

+++ {"part": "check"}

## Is it right?

Look at it.

```{code-cell} java
check(Doubling.TWICE, x -> twice(x));
```

```{code-cell} java
int four = twice(2);
System.out.println("four is " + four);
```

+++ {"part": "measure"}

Measured.

+++ {"part": "look"}

Looked.

+++ {"part": "published"}

Published.

+++ {"part": "errata"}

Wrong.

+++ {"part": "questions"}

## Three questions (3 points)

**1. One?**

**2. Two?**

**3. Three?**

```{code-cell} java
:exercise: answers
String answers() {
    // BEGIN SOLUTION
    return "abc";
    // END SOLUTION
}
```

```{code-cell} java
check(Doubling.QUESTIONS, () -> answers());
```
"""
FIGURE = nbformat.v4.new_output("display_data", {"text/html": '<img alt="error falls to 2 %" src="data:,">'})


def score(text):
    return nbformat.v4.new_output("display_data", {"text/html": "<table>", "text/plain": text + "\n  ok     values"})


def check_cells(notebook):
    return [cell for cell in notebook.cells if cell.source.startswith("check(")]


class Project(unittest.TestCase):
    """Each test has a project folder of its own with one source in it."""

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="course test é "))
        self.addCleanup(shutil.rmtree, self.root)
        for name, folder in (("ROOT", ""), ("SOURCES", "src/notebooks"), ("SOLUTIONS", "solutions"), ("STUDENT", "notebooks")):
            patch = mock.patch.object(layout, name, self.root / folder)
            patch.start()
            self.addCleanup(patch.stop)
        self.source = self.root / "src" / "notebooks" / "0-test" / "doubling.md"
        self.source.parent.mkdir(parents=True)
        self.write(SOURCE)

    def write(self, text):
        self.source.write_text(text, encoding="utf-8")

    def faults(self, text):
        self.write(text)
        return "\n".join(lint.check(build.read(self.source), text))

    def scored(self, *scores):
        """The notebook of the source with these scores below its check cells."""
        notebook = build.read(self.source)
        for cell, text in zip(check_cells(notebook), scores):
            cell.outputs = [score(text)]
        return notebook

    def make(self):
        """The notebooks of the source as a build would leave them, but not executed."""
        notebook = self.scored("twice: 2 of 2 points", "answers: 3 of 3 points")
        build.finish(notebook, self.source, kernel.Outcome(java="17", kernel="stand-in 1.0"))
        layout.rewrite(build.solution_of(self.source), build.serialise(notebook))
        layout.rewrite(build.student_of(self.source), build.serialise(build.blank(build.solution_of(self.source))))


class Names(Project):

    def test_a_notebook_is_found_by_name_by_homework_and_by_path(self):
        known = layout.sources()
        for argument in ("doubling", "doubling.md", "0-test/doubling", "0-test", str(self.source), str(self.source.parent)):
            self.assertEqual(layout.find([argument], known), known, argument)
        self.assertEqual(layout.find([], known), known)

    def test_an_unknown_name_names_the_nearest(self):
        with self.assertRaises(SystemExit) as stopped, contextlib.redirect_stderr(io.StringIO()) as said:
            layout.find(["dubling"], layout.sources() * 2)
        self.assertEqual(stopped.exception.code, 2)
        self.assertIn("did you mean doubling", said.getvalue())
        self.assertEqual(said.getvalue().count("0-test/doubling"), 1)

    def test_run_takes_a_name_for_the_solution_and_a_path_for_what_it_leads_to(self):
        self.make()
        solution, student = build.solution_of(self.source), build.student_of(self.source)
        self.assertEqual(run.choose([]), [solution])
        self.assertEqual(run.choose(["doubling", "0-test"]), [solution])
        self.assertEqual(run.choose([str(student)]), [student])
        self.assertEqual(run.choose([str(layout.STUDENT)]), [student])
        elsewhere = self.root / "mine.ipynb"
        elsewhere.write_text("no notebook", encoding="utf-8")
        self.assertEqual(run.choose([str(elsewhere)]), [elsewhere])
        for damaged in ("no notebook", "", "[]", '{"cells": 5}'):
            elsewhere.write_text(damaged, encoding="utf-8")
            with self.subTest(damaged), contextlib.redirect_stdout(io.StringIO()):
                self.assertIn("not a notebook that can be read", run.run(elsewhere, False))


class Lint(Project):

    def test_a_good_notebook_has_no_faults(self):
        self.assertEqual(self.faults(SOURCE), "")

    def test_each_rule_catches_what_it_is_for(self):
        cases = {
            "the part “errata” is missing": SOURCE.replace('+++ {"part": "errata"}', ""),
            "the order is": SOURCE.replace('"measure"', '"x"').replace('"look"', '"measure"').replace('"x"', '"look"'),
            "unknown part “mesure”": SOURCE.replace('"measure"', '"mesure"'),
            "the first code cell must be exactly": SOURCE.replace("target/lib", "lib"),
            "26 lines, at most 25": SOURCE.replace("int four = twice(2);", "\n".join(f"int a{i};" for i in range(25))),
            "a line of 106 characters, at most 100": SOURCE.replace("int four", "int four".ljust(94)),
            "%maven: no magic": SOURCE.replace("int four", "%maven a:b:1\nint four"),
            "%load: no magic": SOURCE.replace("int four", "  %load x\nint four"),
            "%%loadFromPOM: no magic": SOURCE.replace("int four", "%%loadFromPOM\nint four"),
            "%classpath: no magic": SOURCE.replace("int four", "%classpath ../x.jar\nint four"),
            "declares a type (record)": SOURCE.replace("int four", "record Pair<T>(T a) {}\nint four"),
            "declares a type (class)": SOURCE.replace("int four", "int a = 1; public static class Pair {}\nint four"),
            "declares a type (interface)": SOURCE.replace("int four", "@FunctionalInterface interface F {}\nint four"),
            "`var` on what twice returns": SOURCE.replace("int four =", "var four =\n   "),
            "returns; write its type": SOURCE.replace("int four = twice(2);", "for (var i : List.of(twice(2))) {}\nint four = 4;"),
            "1 of the +++ lines stand directly before code": SOURCE.replace("## Is it right?\n\nLook at it.\n", ""),
            "picture without a description: <IMG": SOURCE.replace("Measured.", '<IMG src="plot.png">'),
            "three questions belong at the end": SOURCE.replace("**3. Three?**", ""),
            "exercise twice stands under “Your turn: twice”": SOURCE.replace(" (2 points)", ""),
            "exercise twice stands under “Your turn: twice (1 points)”": SOURCE.replace("(2 points)", "(1 points)"),
            "exercise twice stands under “Now you”": SOURCE.replace("Write it.", "## Now you\n\nWrite it."),
            "exercise twice has no cell check(": SOURCE.replace("check(Doubling.TWICE", "attempt(\"twice\""),
            "exercise twice has no cell check(…, … -> …) after": SOURCE.replace("x -> twice(x)", "x -> 2 * x"),
            "exercise answers has no cell check(": SOURCE.replace("check(Doubling.QUESTIONS, () -> answers());", ""),
            "the questions need an exercise cell": SOURCE.replace(":exercise: answers\n", ""),
            "the formula (sums) is run by no later cell": SOURCE.replace("tag{sum}", "tag{sums}"),
            "the formula (twice) is run by no later cell": SOURCE.replace("Looked.", "$$x \\tag{twice}$$"),
            "the formula (two of them) is run by no later": SOURCE.replace("tag{sum}", "tag{two of them}"),
            "the formula (sum) is run by no later cell": SOURCE.replace("Looked.", "$$2x = x + x \\tag{sum}$$"),
            "a formula of the derivation has no label": SOURCE.replace(" \\tag{sum}", ""),
            "nothing is proven in the part “derive”": SOURCE.replace("prove(derivation", "say(derivation"),
            "picture without a description: ![]": SOURCE.replace("Measured.", "![](plot.png)"),
        }
        for expected, text in cases.items():
            with self.subTest(expected):
                self.assertIn(expected, self.faults(text))

    def test_what_only_looks_like_a_fault_is_allowed(self):
        for harmless in ("var list = List.of(1); int five = twice(2);", 'say("a class of ten"); // the class of it',
                         "Class<?> type = String.class ;", "int odd = 5\n    % 2;"):
            with self.subTest(harmless):
                self.assertEqual(self.faults(SOURCE.replace("int four = twice(2);", harmless + "\nint four = 4;")), "")
        with self.subTest("an if in an exercise is no method of the student's"):
            text = SOURCE.replace("    return 2 * x;", "    if (x == 0) {\n        return 0;\n    }\n    return 2 * x;")
            self.assertEqual(self.faults(text.replace("int four =", "var sign = of(x -> { if (x < 0) return -1; return 1; });\nint four =")), "")
        for harmless in ("### First half\n\nWrite it.", "## Given again (1 point)\n\nWrite it."):
            with self.subTest(harmless):
                self.assertEqual(self.faults(SOURCE.replace("Write it.", harmless)), "")
        for old, new in (("\\tag{sum}$$", "\\tag{sum}$$\n\n$$x = 1 \\notag$$"), ("Measured.", "$$x = 1$$"),
                         (":exercise: twice", ":exercise: doubling"), ('.step("sum", "two of them"', '.claim("a-report", "sum"'), ('.step("sum",', '.step(\n        "sum",')):
            with self.subTest(new):
                self.assertEqual(self.faults(SOURCE.replace(old, new)), "")

    def test_a_figure_without_alt_text_and_output_on_stderr_are_named(self):
        notebook = build.read(self.source)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        code[0].outputs = [nbformat.v4.new_output("display_data", {"text/html": '<img src="data:,">'})]
        code[1].outputs = [nbformat.v4.new_output("stream", name="stderr", text="warning")]
        code[2].outputs = [FIGURE]
        self.assertEqual(lint.figures(notebook), [f"cell {code[0].id}: a figure without alt text"])
        self.assertEqual(lint.noise(notebook), [f"cell {code[1].id}: output on stderr"])

    def test_each_figure_is_read_before_the_next_figure_or_heading(self):
        text = "The error falls fast at first and then hardly at all."

        def readings(*cells):
            """What is said of a figure with these cells after it: "plot", "code", or a text."""
            made = [nbformat.v4.new_markdown_cell(cell) if cell not in ("plot", "code") else
                    nbformat.v4.new_code_cell(cell, outputs=[FIGURE] if cell == "plot" else []) for cell in ("plot", *cells)]
            return len(lint.readings(nbformat.v4.new_notebook(cells=made)))

        for well in ([text], ["code", text], ["**Look.**", text], ["code", text + "\n\n## Next"], [text, "plot", text]):
            with self.subTest(well):
                self.assertEqual(readings(*well), 0)
        for badly in ([], ["code"], ["Short."], ["## Next\n\n" + text], ["plot", text], ["Short.\n\n## Next\n\n" + text]):
            with self.subTest(badly):
                self.assertEqual(readings(*badly), 1)

    def test_points_in_headings_are_those_that_the_check_cells_give(self):
        self.assertEqual(lint.points(self.scored("twice: 2 of 2 points", "answers: 3 of 3 points")), [])
        self.assertEqual(lint.points(self.scored("twice: 1 of 1 point", "answers: 3 of 3 points")),
                         ["“Your turn: twice (2 points)” promises 2, the check cells after it give 1"])
        self.assertEqual(lint.points(self.scored("twice: 2 of 2 points", "answers: 2 of 3 points")),
                         ["cell questions-3: the solution of answers has 2 of 3 points"])
        self.assertEqual(lint.points(self.scored("twice: 2 of 2 points")),
                         ["cell questions-3: a check cell without a score",
                          "“Three questions (3 points)” promises 3, the check cells after it give 0"])

    def test_the_stored_solution_is_looked_at_for_its_points_and_figures(self):
        solution = self.scored("twice: 0 of 2 points", "answers: 3 of 3 points")
        solution.cells[1].outputs = [FIGURE]
        layout.rewrite(build.solution_of(self.source), build.serialise(solution))
        layout.rewrite(build.student_of(self.source), build.serialise(build.read(self.source)))
        with mock.patch.object(build, "stale", return_value=None):
            faults = "\n".join(lint.made(self.source))
        self.assertIn("the solution of twice has 0 of 2 points", faults)
        self.assertIn("cell goal-2: no text reads its figure", faults)

    def test_a_notebook_without_source_is_an_orphan(self):
        self.make()
        self.assertEqual(lint.orphans(), [])
        self.source.unlink()
        self.assertEqual(len(lint.orphans()), 2)


class Executed(unittest.TestCase):
    """Whether a labelled formula was run, by what its proof has printed."""

    def notebook(self, printed):
        proof = nbformat.v4.new_code_cell("prove(…);", outputs=[nbformat.v4.new_output("display_data", {"text/plain": printed})])
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("$$a=b \\tag{row sum}$$"), proof])

    def test_a_label_with_a_verdict_was_run(self):
        for printed in ("rows on 100 inputs\n  row sum   right; largest error 0", "rows on 1 input\n  nyu-2016: row sum   the claim is wrong, as announced"):
            self.assertEqual([], lint.executed(self.notebook(printed)))

    def test_a_label_without_one_was_not(self):
        for printed in ("", "rows on 100 inputs\n  row sums   right; largest error 0", "Derivation@1234 row sum"):
            self.assertIn("(row sum)", "".join(lint.executed(self.notebook(printed))))


class Build(Project):

    def test_ids_tell_the_part_and_exercises_are_nbgrader_solution_cells(self):
        notebook = build.read(self.source)
        self.assertEqual([cell.id for cell in notebook.cells][:3], ["goal-1", "goal-2", "given-1"])
        exercise = next(cell for cell in notebook.cells if "exercise" in cell.metadata)
        self.assertEqual(exercise.metadata.nbgrader.grade_id, "twice")
        self.assertTrue(exercise.metadata.nbgrader.solution)
        self.assertEqual([cell.id for cell in build.read(self.source).cells], [cell.id for cell in notebook.cells])

    def test_the_students_copy_is_blank_and_throws_until_it_is_written(self):
        self.make()
        student = nbformat.read(build.student_of(self.source), as_version=4)
        exercise = next(cell for cell in student.cells if "exercise" in cell.metadata)
        self.assertNotIn("2 * x", exercise.source)
        self.assertIn('throw new UnsupportedOperationException("not written yet");', exercise.source)
        with mock.patch.object(lint, "executed", return_value=[]):  # made without a kernel, so that nothing was printed
            self.assertEqual(lint.made(self.source), [])

    def test_a_changed_source_makes_it_stale_and_a_hand_edit_is_named(self):
        self.make()
        self.assertIsNone(build.stale(self.source))
        self.write(SOURCE.replace("Given.", "Given more."))
        self.assertIn("older than its source", build.stale(self.source))
        self.make()
        copy = build.student_of(self.source)
        copy.write_text(copy.read_text(encoding="utf-8").replace("Measured.", "Measured by hand."), encoding="utf-8")
        self.assertIn("notebooks/0-test/doubling.ipynb was edited by hand", build.stale(self.source))
        copy.unlink()
        self.assertIn("is missing", build.stale(self.source))

    def test_an_unchanged_notebook_is_not_touched(self):
        self.make()
        before = build.solution_of(self.source).stat().st_mtime_ns
        with contextlib.redirect_stdout(io.StringIO()) as said:
            self.assertTrue(build.build(self.source, force=False))
        self.assertIn("unchanged", said.getvalue())
        self.assertEqual(build.solution_of(self.source).stat().st_mtime_ns, before)

    def test_the_index_links_each_notebook_with_its_promise(self):
        build.write_index()
        text = (layout.STUDENT / "README.md").read_text(encoding="utf-8")
        self.assertIn("[Doubling](0-test/doubling.ipynb): A notebook for the tests.", text)

    def test_a_file_is_replaced_whole_or_not_at_all(self):
        target = self.root / "file.txt"
        layout.rewrite(target, "old")
        with self.assertRaises(UnicodeEncodeError):
            layout.rewrite(target, "half \ud800")
        self.assertEqual(target.read_text(encoding="utf-8"), "old")
        self.assertEqual([path.name for path in self.root.glob(".*tmp")], [])


class StoredOutput(Project):

    def stored(self, text):
        notebook = build.read(self.source)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        code[2].outputs = [nbformat.v4.new_output("stream", name="stdout", text=text)]
        return notebook

    def test_other_text_is_named_and_other_times_are_not(self):
        then = self.stored("error 2.00 %, 1.3 s\n")
        self.assertIsNone(run.changed_output(then, self.stored("error 2.00 %, 17 s\n")))
        changed = run.changed_output(then, self.stored("error 2.50 %, 1.3 s\n"))
        self.assertIn("code cell 3", changed)
        self.assertIn("+error 2.50 %", changed)

    def test_what_follows_from_a_training_is_not_compared_but_must_be_there(self):
        then, now, silent = (self.stored(text) for text in ("9 for 4, 98 %\n", "7 for 2, 71 %\nand more\n", ""))
        for notebook in (then, now, silent):
            [c for c in notebook.cells if c.cell_type == "code"][2].metadata["trained"] = True
        self.assertIsNone(run.changed_output(then, now))
        self.assertIn("prints nothing", run.changed_output(then, silent))
        self.assertIn("prints nothing", run.changed_output(silent, now))

    def test_bundled_digits_are_not_compared_with_mnist(self):
        rounding = self.stored("right; largest error 0, 2.5e-10 against finite differences\n")
        self.assertIsNone(run.changed_output(rounding, self.stored("right; largest error 2.2e-16, 1.3e-09 against finite differences\n")))
        self.assertIn("2.0e-03", run.changed_output(rounding, self.stored("wrong; largest error 2.0e-03, 1.3e-09 against finite differences\n")))
        self.assertIsNone(run.changed_output(self.stored("error 2 %\n"), self.stored("Bundled digits, not MNIST: no comparison\nerror 5 %\n")))


class RealKernel(Project):
    """One kernel start for all of it; needs the Java kernel of the environment, not the library."""

    def execute(self, *cells, **how):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
        notebook.metadata.kernelspec = build.KERNELSPEC
        return notebook, kernel.execute(notebook, self.root, **how)

    def test_the_first_failure_has_its_cell_its_code_and_its_error(self):
        _, outcome = self.execute("int a = 1;", "int b = a / 0;", "int c = 2;")
        self.assertEqual(outcome.failure.cell, 2)
        self.assertIn("int b = a / 0;", str(outcome.failure))
        self.assertIn("/ by zero", str(outcome.failure))

    def test_code_that_does_not_compile_is_told_in_the_compilers_words(self):
        _, outcome = self.execute('int a = "one";')
        self.assertIn("incompatible types", outcome.failure.error)

    @unittest.skipIf(os.name == "nt", "a terminal's Ctrl-C reaches a process group, which Windows has not")
    def test_ctrl_c_ends_a_run_without_a_traceback(self):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("Thread.sleep(60000);")])
        path = self.root / "long.ipynb"
        nbformat.write(notebook, path)
        for seconds in (0.1, 3):  # while the kernel starts, and while its cell runs
            kernel.LOG.unlink(missing_ok=True)
            child = subprocess.Popen([sys.executable, run.__file__, str(path)], stdout=subprocess.PIPE,
                                     stderr=subprocess.STDOUT, text=True, start_new_session=True)
            while child.poll() is None and not kernel.LOG.exists():
                time.sleep(0.05)
            time.sleep(seconds)
            os.killpg(child.pid, signal.SIGINT)
            said = child.communicate(timeout=30)[0]
            self.assertEqual(child.returncode, 130, said)
            self.assertNotIn("Traceback", said)

    def test_passes_and_parts_share_one_kernel(self):
        notebook, outcome = self.execute("int a = 1;", "a = a + 1;", "System.out.println(a);", passes=2, parts=[range(2, 4)])
        self.assertIsNone(outcome.failure)
        self.assertEqual(outcome.cells, 8)
        self.assertEqual(kernel.texts(notebook.cells[2]).strip(), "3")

    def test_each_exercise_up_to_the_next_the_last_first(self):
        cells = [nbformat.v4.new_code_cell(source) for source in ("first", "one", "check", " ", "two", "check", "last")]
        cells[1].metadata["exercise"], cells[4].metadata["exercise"] = "one", "two"
        cells.insert(2, nbformat.v4.new_markdown_cell("why"))
        parts = run.exercises(nbformat.v4.new_notebook(cells=cells))
        self.assertEqual([list(part) for part in parts], [[4, 5, 6], [2, 3]])

    def test_a_long_cell_runs_once_a_kernel(self):
        sources = ("int a = 1;", "int trained = 10;", "a = a + trained; trained = 100;", "System.out.println(a);")
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
        notebook.metadata.kernelspec = build.KERNELSPEC
        notebook.cells[1].metadata["long"] = True
        outcome = kernel.execute(notebook, self.root, passes=2, parts=[range(2, 5)])
        self.assertIsNone(outcome.failure)
        self.assertEqual(outcome.cells, 4 + 3 + 2)
        self.assertEqual(kernel.texts(notebook.cells[3]).strip(), "201")


if __name__ == "__main__":
    unittest.main()
