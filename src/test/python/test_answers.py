"""One answer of each kind in a real Java kernel, as a student would run it: the exercise cell, then the check cell.

A kernel is started once for all answers on the JDK of the run, and once on another JDK, where there is one, for what depends on it.
"""

import asyncio
import contextlib
import importlib.machinery
import importlib.util
import os
import re
import sys
import time
import unittest
from pathlib import Path
from unittest import mock

import nbformat
from jupyter_core.utils import run_sync
from nbclient import NotebookClient

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "python"))

import build  # noqa: E402
import kernel  # noqa: E402
import layout  # noqa: E402

FIRST = """%classpath ../../target/lib/*.jar
import static homework.notebook.Notebook.*;
import homework.exercise.backprop.*;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;"""
CHECK = "check(Activations.SIGMOID_BACKWARD, (x, gradient) -> sigmoidBackward(x, gradient));"
RIGHT = "INDArray y = Transforms.sigmoid(x);\nreturn y.mul(y.rsub(1)).mul(gradient);"
NOTHING, SOME, FULL = "nothing", "some points", "full points"


class Kernel:
    """A running kernel with the library, to which one cell after the other is given."""

    def __init__(self, env):
        self.client = NotebookClient(nbformat.v4.new_notebook(metadata={"kernelspec": build.KERNELSPEC}), kernel_name="java", timeout=60,
                                     resources={"metadata": {"path": str(layout.STUDENT / "0-start")}}, shutdown_kernel="immediate",
                                     allow_errors=True, record_timing=False)
        self.open = contextlib.ExitStack()
        self.open.enter_context(kernel.ended(self.client))
        log = self.open.enter_context(open(os.devnull, "w"))
        self.open.enter_context(self.client.setup_kernel(stdout=log, stderr=log, env=env))
        self.run(FIRST)

    def run(self, source, stop_after=None):
        """What a cell printed or showed as text, or the text of its error; the stop button is pressed after so many seconds."""
        cells = self.client.nb.cells
        cells.append(nbformat.v4.new_code_cell(source))
        run_sync(self._run)(cells[-1], len(cells) - 1, stop_after)
        errors = [kernel.clean("\n".join(output.traceback)) for output in cells[-1].outputs if output.output_type == "error"]
        return kernel.texts(cells[-1]) + "\n".join(errors)

    async def _run(self, cell, index, stop_after):
        running = asyncio.ensure_future(self.client.async_execute_cell(cell, index))
        if stop_after:
            await asyncio.sleep(stop_after)
            await self.client.km.interrupt_kernel()
        await running

    def answer(self, body):
        """Runs the exercise cell with this body."""
        lines = "\n".join("    " + line for line in body.splitlines())
        return self.run("INDArray sigmoidBackward(INDArray x, INDArray gradient) {\n" + lines + "\n}")

    def report(self, body):
        said = self.answer(body)
        return said + self.run(CHECK)


class BlankCopies(unittest.TestCase):
    """The students' copies as they are handed out."""

    def test_each_runs_through_and_earns_nothing(self):
        for path in layout.notebooks_in(layout.STUDENT):
            with self.subTest(layout.label(path)):
                notebook = nbformat.read(path, as_version=4)
                outcome = kernel.execute(notebook, path.parent)
                self.assertIsNone(outcome.failure, outcome.failure)
                said = "\n".join(kernel.texts(cell) for cell in notebook.cells if cell.cell_type == "code")
                scores = re.findall(r"^(.+): (\d+) of (\d+) points?$", said, re.M)
                self.assertEqual(sum("exercise" in cell.metadata for cell in notebook.cells), len(scores), scores)
                self.assertEqual({"0"}, {points for _, points, _ in scores}, scores)


def course():
    """The script of that name, as a module."""
    loader = importlib.machinery.SourceFileLoader("course", str(layout.ROOT / "course"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("course", loader))
    with mock.patch.object(sys, "dont_write_bytecode", True):
        loader.exec_module(module)
    return module


class InAKernel(unittest.TestCase):
    """The tests of a class share a kernel."""

    @classmethod
    def environment(cls):
        return dict(os.environ)

    @classmethod
    def setUpClass(cls):
        if not (layout.ROOT / "target" / "lib" / "homework.jar").exists():
            raise unittest.SkipTest("the library is not built; ./course test builds it")
        cls.kernel = Kernel(cls.environment())
        cls.addClassCleanup(cls.kernel.open.close)

    def assert_points(self, report, expected):
        title = re.match(r"sigmoidBackward: (\d+) of (\d+) points\n", report)
        self.assertIsNotNone(title, report)
        earned, of = map(int, title.groups())
        self.assertEqual(NOTHING if earned == 0 else FULL if earned == of else SOME, expected, report)

    def assert_reports(self, body, points, *lines):
        report = self.kernel.report(body)
        self.assert_points(report, points)
        for line in lines:
            self.assertIn(line, [told.strip() for told in report.splitlines()], report)
        self.assertNotIn("homework.exercise", report, "our stack is no business of the student's")
        return report


class OneOfEachKind(InAKernel):

    def test_not_written(self):
        self.assert_reports(build.STUB, NOTHING, "not written yet. Write it in the exercise cell above, run that cell, then this one again.")

    def test_right(self):
        self.assertNotIn("wrong", self.assert_reports(RIGHT, FULL))

    def test_wrong_sign(self):
        self.assert_reports(RIGHT.replace("(gradient);", "(gradient).neg();"), NOTHING,
                            "input     x = (-2, -0.5, 0.3, 1.5)", "expected  (0.105, 0.235, 0.2445, 0.1491)",
                            "got       (-0.105, -0.235, -0.2445, -0.1491)",
                            "likely    the sign is wrong: the result is the negative of what it should be")

    def test_wrong_shape(self):
        self.assert_reports("return gradient.reshape(gradient.length(), 1);", NOTHING,
                            "expected  an array of shape [4]", "got       an array of shape [4, 1]")

    def test_nothing(self):
        self.assert_reports("return null;", NOTHING, "returned nothing (null)", "as above")

    def test_not_a_number(self):
        report = self.assert_reports("INDArray zero = x.sub(x);\nreturn zero.div(zero);", NOTHING)
        self.assertIn("NaN", report)

    def test_an_exception_is_told_with_its_line(self):
        self.assert_reports("INDArray y = x.dup();\nint[] a = new int[2];\na[2] = 1;\nreturn y;", NOTHING,
                            "threw ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2", "at line 4 of sigmoidBackward")

    def test_an_exception_in_a_lambda_is_told_with_its_line(self):
        self.assert_reports("java.util.stream.IntStream.range(0, 3).forEach(i -> {\n    int a = 1 / i;\n});\nreturn x;", NOTHING,
                            "threw ArithmeticException: / by zero", "at line 3 of sigmoidBackward")

    def test_recursion(self):
        self.assert_reports("return sigmoidBackward(x, gradient).mul(2);", NOTHING,
                            "called itself again and again until the stack was full", "at line 2 of sigmoidBackward")

    def test_a_mutated_argument(self):
        self.assert_reports(RIGHT.replace("mul(gradient)", "muli(gradient)").replace("Transforms.sigmoid(x)", "Transforms.sigmoid(x, false)"),
                            SOME, "changed its argument x; whoever called still needs it as it was")

    def test_an_argument_changed_and_returned(self):
        self.assert_reports("INDArray y = Transforms.sigmoid(x);\nreturn gradient.muli(y.mul(y.rsub(1)));", SOME,
                            "changed its argument gradient; whoever called still needs it as it was",
                            "likely    an operation in place, such as muli, subi or an assignment to an element; "
                            "use mul, sub, or begin with a copy (dup, clone)")

    def test_float(self):
        self.assert_reports(RIGHT.replace("(gradient);", "(gradient).castTo(DataType.FLOAT);"), NOTHING,
                            "returned an array of type FLOAT, expected DOUBLE, as that of the arguments")

    def test_a_million_lines(self):
        begun = time.monotonic()
        report = self.assert_reports("for (int i = 1; i <= 1_000_000; i++) System.out.println(i);\n" + RIGHT, FULL, "printed meanwhile:", "20")
        self.assertRegex(report, r"… \([\d,]+,000,000 lines in all\)")
        self.assertLess(len(report), 1000)
        self.assertLess(time.monotonic() - begun, 10)

    def test_code_that_does_not_compile(self):
        self.kernel.answer(build.STUB)
        self.assertIn("';' expected", self.kernel.answer("INDArray y = x.neg()\nreturn y;"))
        report = self.kernel.run(CHECK)
        self.assertIn("If that cell shows an error, mend it first: until then an older answer is tested, or none is found.", report)

    def test_a_name_that_is_not_there(self):
        self.assert_reports("return sigmiod(x);", NOTHING, "cannot run yet: it uses a name that is not defined")

    def test_points_do_not_depend_on_the_order_or_on_how_often(self):
        right = self.assert_reports(RIGHT, FULL)
        self.kernel.report("return null;")
        self.assert_points(self.kernel.run(CHECK), NOTHING)
        self.assertEqual(self.kernel.report(RIGHT), right)
        self.assertEqual(self.kernel.run(CHECK), right)
        self.kernel.run(FIRST)
        self.assertEqual(self.kernel.run(CHECK), right)

    def test_the_stop_button_ends_an_endless_loop(self):
        self.kernel.answer("while (true) Thread.onSpinWait();")
        begun = time.monotonic()
        self.assertIn("Evaluation interrupted", self.kernel.run(CHECK, stop_after=1))
        self.assertLess(time.monotonic() - begun, 5)
        self.assert_reports(RIGHT, FULL)

    def test_an_endless_loop(self):
        begun = time.monotonic()
        self.assert_reports("while (true) System.out.print(\".\");", NOTHING,
                            "did not end within 10 s, the limit for all tests of an exercise", "not tried, because an earlier call did not end")
        self.assertLess(time.monotonic() - begun, 15)
        self.assertEqual(self.kernel.run('System.out.print("the page is the kernel\'s again");'), "the page is the kernel's again")
        self.assert_reports(RIGHT, FULL)


class OnAnotherJdk(InAKernel):
    """What depends on the JDK: whose line is counted how, and whether a loop can be ended by force."""

    @classmethod
    def environment(cls):
        script = course()
        jdks = script.find_jdks()
        others = script.other_jdk(script.best_jdk(jdks), jdks)
        if not others:
            raise unittest.SkipTest("there is no other JDK")
        cls.can_force = others[0].major < 20
        return script.environment_for(others[0])

    def test_answers(self):
        self.assert_reports(RIGHT, FULL)
        self.assert_reports("int a = 0;\na = 1 / a;\nreturn x;", NOTHING, "threw ArithmeticException: / by zero", "at line 3 of sigmoidBackward")
        goes_on = "" if self.can_force else "; it still runs and keeps a core busy until you restart the kernel"
        self.assert_reports("while (true) Thread.onSpinWait();", NOTHING,
                            "did not end within 10 s, the limit for all tests of an exercise" + goes_on)
        self.assert_reports(RIGHT, FULL)


if __name__ == "__main__":
    unittest.main()
