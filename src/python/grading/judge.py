"""The one judge process: it is started, asked with a bounded look-ahead, started anew when it dies, and ended with all its runners."""

import collections
import contextlib
import json
import os
import queue
import signal
import subprocess
import threading
import time

LONGEST_ANSWER = 16 << 20
SLOWEST_START = 180       # seconds until the judge must be ready
SLOWEST_END = 3           # seconds it has to put its things in order when it is asked to end; the script course waits for 5
MOST_DEATHS = 10          # one after the other, without an answer between them
LARGEST_LOG = 4 << 20


class Lost(Exception):
    """The judge cannot be started, or dies again and again: what is wrong, and what mends it."""

    def __init__(self, what, mend=""):
        super().__init__(what)
        self.what, self.mend = what, mend


class Judge:
    """A judge that is running, with the assignments it knows. Use it in a `with` block: nothing of it is left after that."""

    def __init__(self, command, log, patience=900):
        self.command, self.log, self.patience = command, log, patience
        self.assignments, self.ready, self.deaths = {}, {}, 0
        self.process, self.heard = None, queue.SimpleQueue()

    def __enter__(self):
        self.log.unlink(missing_ok=True)
        self._start()
        return self

    def __exit__(self, kind, *_):
        self.end(at_once=kind is not None)

    def end(self, at_once=False):
        """Ends the judge: in order, or without a word. Its runners end with it either way."""
        self._end(patience=0 if at_once else 10, ask=not at_once)

    # ------------------------------------------------------------------------------------------------ asking

    def register(self, request):
        """Makes an assignment known to the judge; returns its exercises with their tests."""
        self._send(request)
        answer = self._next(self.patience)
        if answer is None:
            raise Lost(f"the judge ended while it read the assignment {request['name']} (log: {self._log_name()})")
        if answer.get("fault") or answer.get("assignment") != request["name"]:
            raise Lost(f"the judge cannot grade {request['name']}: {answer.get('fault') or 'it answered something else'}")
        self.assignments[request["name"]] = request
        return answer

    def grade(self, requests):
        """
        Yields (request, answer) in the order in which answers come; the answer is None for a submission on which the judge died twice.
        After a death those under way are asked again one by one, so that one of them cannot take the others along.
        """
        waiting, suspects, under_way = collections.deque(requests), collections.deque(), {}
        deaths, died = collections.Counter(), 0
        while waiting or suspects or under_way:
            ahead = 1 if suspects or any(deaths[key] for key in under_way) else 2 * int(self.ready.get("jobs", 1))
            while len(under_way) < ahead and (suspects or waiting):
                request = (suspects or waiting).popleft()
                under_way[request["key"]] = request
                self._send(request)
                if deaths[request["key"]]:
                    break
            answer = self._next(self.patience)
            if answer is not None:
                request = under_way.pop(answer.get("key"), None)
                died = 0
                if request:
                    yield request, answer
                continue
            died += 1
            self._again(died)
            for request in list(under_way.values()):
                deaths[request["key"]] += 1
                if deaths[request["key"]] > 1:
                    yield request, None
                else:
                    suspects.append(request)
            under_way.clear()

    def _again(self, died):
        """Starts the judge anew with the assignments that it knew."""
        self.deaths += 1
        if died > MOST_DEATHS:
            raise Lost(f"the judge died {died} times one after the other (log: {self._log_name()}).",
                       "look into the log; memory that ran out is the usual cause. What was graded is kept")
        self._end()
        self._start()
        for request in list(self.assignments.values()):
            self.register(request)

    # ----------------------------------------------------------------------------------------------- process

    def _start(self):
        self.heard = queue.SimpleQueue()
        self.log.parent.mkdir(parents=True, exist_ok=True)
        # In a session of its own, so that Ctrl-C reaches only this program, which ends the judge in order.
        apart = {} if os.name == "nt" else {"start_new_session": True}
        try:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **apart)
        except OSError as error:
            raise Lost(f"the judge cannot be started: {error.strerror or error} ({self.command[0]})") from None
        for work in (_listen, _keep):
            threading.Thread(target=work, args=(self.process, self.heard if work is _listen else self.log), daemon=True).start()
        self.sending = queue.SimpleQueue()
        threading.Thread(target=_tell, args=(self.process, self.sending), daemon=True).start()
        self.ready = self._next(SLOWEST_START) or {"fault": f"it ended or kept silent instead of getting ready (log: {self._log_name()})"}
        if self.ready.get("fault"):
            fault = self.ready
            self._end()
            raise Lost(f"the judge cannot grade here: {fault['fault']}", fault.get("mend", ""))

    def _send(self, request):
        self.sending.put(json.dumps(request, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")

    def _next(self, seconds):
        """The next answer; None once the judge has ended or kept silent for too long."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with contextlib.suppress(queue.Empty):  # a wait without end cannot be interrupted on Windows
                return self.heard.get(timeout=0.5)
        return None

    def _end(self, patience=0, ask=True):
        """Ends the judge: left to itself for some seconds once its input is closed, then asked (if at all), then made to."""
        process = self.process
        if process is None:
            return
        self.sending.put(None)
        for act, seconds in ((lambda: None, patience), (process.terminate, SLOWEST_END), (lambda: _kill(process), 8))[0 if ask else 2:]:
            if process.poll() is None:
                act()
                with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):  # who asks again gets the harder way at once
                    process.wait(timeout=seconds)
        _kill(process)  # what it started, where it could not end that itself
        self.process = None

    def _log_name(self):
        return "/".join(self.log.parts[-3:])


def _kill(process):
    """Kills what is left of the judge's session."""
    with contextlib.suppress(OSError):
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _listen(process, heard):
    """Hands on every answer; None at the end, or where something came that is no answer."""
    with process.stdout as stream:
        while line := stream.readline(LONGEST_ANSWER):
            try:
                answer = json.loads(line)
            except (ValueError, RecursionError):
                break
            if not isinstance(answer, dict):
                break
            heard.put(answer)
    heard.put(None)


def _tell(process, sending):
    """Writes requests in a thread of its own, because a judge that reads late must not stop those who listen to it."""
    with contextlib.suppress(OSError, ValueError), process.stdin as stream:
        while (line := sending.get()) is not None:
            stream.write(line)
            stream.flush()


def _keep(process, log):
    """Keeps what the judge says for humans, up to a limit."""
    with process.stderr as stream, open(log, "ab") as file:
        while data := stream.read1(1 << 16):
            if file.tell() < LARGEST_LOG:
                file.write(data)
                file.flush()
