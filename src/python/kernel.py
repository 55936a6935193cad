"""Executes a notebook top to bottom in a real Java kernel, without a browser."""

import contextlib
import os
import re
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import layout

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
LOG = layout.ROOT / "target" / "logs" / "kernel.log"  # what the kernel itself says; a cell's output is not in it
# Seconds; far above any cell at quick scale, so that a hang is an error and not a wait without end. Full runs take what they take.
CELL_TIMEOUT = None if os.environ.get("HOMEWORK_SCALE") == "full" else 900


@dataclass
class Failure:
    """The first cell that went wrong: its number as a reader counts code cells, its code, and what came instead."""

    cell: int
    code: str
    error: str

    def __str__(self):
        code = "\n".join("    " + line for line in self.code.splitlines())
        error = "\n".join("  " + line for line in self.error.splitlines())
        return f"  code cell {self.cell}:\n{code}\n{error}"


@dataclass
class Outcome:
    cells: int = 0
    seconds: float = 0.0
    failure: Failure | None = None
    java: str = ""
    kernel: str = ""


def execute(notebook, folder: Path, passes=1, parts=()):
    """Runs all code cells of `notebook` (in place) with `folder` as working directory.

    passes: how often, in one kernel; parts: ranges of code cells, counted from 1, each of which runs once more after that.
    A cell with the option `long` runs in the first pass alone: it takes most of a minute, and what it made is still there.
    """
    outcome = Outcome()
    begun = time.monotonic()
    client = NotebookClient(notebook, kernel_name="java", timeout=CELL_TIMEOUT, startup_timeout=60,
                            resources={"metadata": {"path": str(folder)}},
                            shutdown_kernel="immediate", record_timing=False)
    code_cells = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    again = [code_cells] * (passes - 1) + [[code_cells[number - 1] for number in part] for part in parts]
    plan = [code_cells] + [[index for index in cells if "long" not in notebook.cells[index].metadata] for cells in again]
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with open(LOG, "w", encoding="utf-8") as log, ended(client), client.setup_kernel(stdout=log, stderr=log):
        about = run_sync(_kernel_info)(client)
        outcome.java = about["language_info"]["version"]
        outcome.kernel = f"{about['implementation']} {about['implementation_version']}"
        for cells in plan:
            for index in cells:
                outcome.cells += 1
                outcome.failure = _execute_cell(client, notebook, index, code_cells.index(index) + 1)
                if outcome.failure:
                    break
            if outcome.failure:
                break
    outcome.seconds = time.monotonic() - begun
    return outcome


@contextlib.contextmanager
def ended(client):
    """Ends the kernel whatever happens; nbclient itself forgets one that is interrupted while it starts."""
    try:
        yield
    finally:
        provisioner = getattr(client.km, "provisioner", None)
        process = getattr(provisioner, "process", None)
        if process is not None and process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


def until_stopped(main):
    """Runs a tool; Ctrl-C ends it with the usual exit code and no traceback."""
    try:
        main()
    except KeyboardInterrupt:
        sys.stdout.flush()
        os._exit(130)  # asyncio would wait for what has just been interrupted


async def _kernel_info(client):
    return (await client.kc.kernel_info(reply=True, timeout=60))["content"]


def _execute_cell(client, notebook, index, number):
    cell = notebook.cells[index]
    try:
        client.execute_cell(cell, index)
    except CellExecutionError as error:
        return Failure(number, cell.source, message(error, cell))
    except CellTimeoutError:
        return Failure(number, cell.source, f"not finished after {CELL_TIMEOUT} s")
    except DeadKernelError:
        return Failure(number, cell.source, f"the kernel died; is there enough memory? (./course doctor; its last words are in {LOG})")
    return None


def message(error, cell):
    """What went wrong in words; for code that does not compile the kernel puts the compiler's words into the traceback only."""
    value = clean(error.evalue)
    if value and not value.startswith("[snippet:"):
        return value
    tracebacks = [line for output in cell.outputs if output.output_type == "error" for line in output.traceback]
    return clean("\n".join(tracebacks)) or value


def clean(text):
    return ANSI.sub("", text or "").strip()


def texts(cell, name=None):
    """The text a cell printed or displayed, without pictures; only one stream of it if `name` says so."""
    found = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            if name in (None, output.name):
                found.append(output.text)
        elif name is None and output.output_type in ("display_data", "execute_result"):
            found.append(output.data.get("text/plain", "") + "\n")
    return "".join(found)
