"""Contenders as processes that take turns: each prepares, then waits; one at a time is told to work, the others are stopped."""

import contextlib
import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time

PREPARING = 1200  # seconds a contender may take to get ready
WORKING = 300     # and for a round, which takes about 2.5
QUIET = 0.05      # the share of the cores that other programs may take in a round
REPEATS = 3       # of a round in which they took more


class Failed(Exception):
    """A contender that ended, fell silent or said something else than was asked for."""


class Contender:
    """One process. It sits in a process group of its own, so that Ctrl-C reaches the driver alone, which then ends the group;
    if the driver itself is killed, the system hangs up on a stopped group, and one that works ends with its input."""

    def __init__(self, name, command, env, log, cores=None):
        self.name, self.log = name, log
        apart = {}
        if os.name != "nt":
            apart = {"process_group": 0} if sys.version_info >= (3, 11) else {"start_new_session": True}
        os.makedirs(os.path.dirname(log), exist_ok=True)
        with open(log, "w", encoding="utf-8") as errors, limited_to(cores):
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
                                            text=True, encoding="utf-8", errors="replace", **apart)
        self.lines = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        with contextlib.suppress(ValueError, OSError):
            for line in self.process.stdout:
                self.lines.put(line)
        self.lines.put(None)

    def say(self, word):
        try:
            self.process.stdin.write(word + "\n")
            self.process.stdin.flush()
        except OSError:
            raise self.failed("it ended") from None

    def answer(self, seconds):
        """The next line that is JSON; whatever else a library may print is passed over."""
        end = time.monotonic() + seconds
        while True:
            try:
                line = self.lines.get(timeout=max(0.01, min(0.5, end - time.monotonic())))
            except queue.Empty:
                if time.monotonic() > end:
                    raise self.failed(f"no answer in {seconds} s") from None
                continue
            if line is None:
                raise self.failed("it ended")
            with contextlib.suppress(ValueError):
                message = json.loads(line)
                if isinstance(message, dict):
                    return message

    def failed(self, what):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            said = [line.rstrip() for line in log if line.strip()]
        with contextlib.suppress(subprocess.TimeoutExpired):
            what += f" with exit code {self.process.wait(timeout=1)}" if what == "it ended" else ""
        return Failed("\n      ".join([what] + said[-5:]))

    def signal(self, number):
        with contextlib.suppress(OSError):  # it has ended
            os.killpg(self.process.pid, number)

    def pause(self):
        """Stops it. On a busy machine it runs on until it is scheduled next, so this waits until it has really stopped."""
        if os.name != "nt":
            self.signal(signal.SIGSTOP)
        if hasattr(os, "waitid"):
            with contextlib.suppress(OSError):
                os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)

    def resume(self):
        if os.name != "nt":
            self.signal(signal.SIGCONT)

    def seconds_of_cpu(self):
        return ticks(f"/proc/{self.process.pid}/stat", str(self.process.pid), slice(13, 15))

    def peak_megabytes(self):
        """The most memory it ever held; None where the system does not tell."""
        with contextlib.suppress(OSError):
            with open(f"/proc/{self.process.pid}/status", encoding="ascii", errors="replace") as status:
                found = re.search(r"VmHWM:\s+(\d+) kB", status.read())
                return int(found.group(1)) / 1024 if found else None
        return None

    def end(self):
        """At once, with everything it has started."""
        if os.name == "nt":
            self.process.kill()
        else:
            self.signal(signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError, ValueError):
                pipe.close()


@contextlib.contextmanager
def limited_to(cores):
    """What is started in here may use these cores alone: children inherit it, and so do their threads."""
    if not cores or not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def available_cores():
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count()))


def ticks(path, name, columns):
    """Some columns of the line of a file in /proc that begins with a name, as seconds; 0 on other systems."""
    with contextlib.suppress(OSError):
        with open(path, encoding="ascii", errors="replace") as stat:
            # A program's name stands second, in brackets, and may have blanks in it.
            lines = [re.sub(r"\(.*\)", "name", line).split() for line in stat]
        return sum(sum(map(int, line[columns])) for line in lines if line[0] == name) / os.sysconf("SC_CLK_TCK")
    return 0.0


def machine_seconds(cores):
    """Seconds that these cores spent on programs: user, nice and system."""
    return sum(ticks("/proc/stat", f"cpu{core}", slice(1, 4)) for core in cores)


class Team:
    """What stands for one name in the table: a single process, or one on each core at once."""

    def __init__(self, name, members):
        self.name, self.members = name, members
        self.told, self.rounds, self.failure, self.peak = {}, [], "", None

    def prepare(self):
        self.told = [member.answer(PREPARING) for member in self.members][0]
        self.pause()

    def pause(self):
        for member in self.members:
            member.pause()

    def work(self, cores):
        """One round: every member works at the same time. Tells its answers, images a second and the share that others took of the cores."""
        for member in self.members:
            member.resume()
        before = [machine_seconds(cores), self.cpu(), time.monotonic()]
        for member in self.members:
            member.say("go")
        answers = [member.answer(WORKING) for member in self.members]
        machine, own, elapsed = (now - then for now, then in zip([machine_seconds(cores), self.cpu(), time.monotonic()], before))
        self.pause()
        self.peak = total([member.peak_megabytes() for member in self.members])
        return {"answers": answers, "rate": sum(answer["images"] / answer["seconds"] for answer in answers),
                "others": max(0.0, (machine - own) / (elapsed * len(cores)))}

    def cpu(self):
        return sum(member.seconds_of_cpu() for member in self.members)

    def end(self):
        for member in self.members:
            member.end()


def total(values):
    return None if None in values else sum(values)


def compete(teams, rounds, cores, tell):
    """Round by round, team after team. One that fails is left out from there on; the others go on."""
    for number in range(rounds):
        for team in teams:
            if team.failure:
                continue
            try:
                team.rounds.append(quietest(team, cores))
            except Failed as failure:
                fail(team, failure, tell)
        tell(f"round {number + 1} of {rounds}")


def quietest(team, cores):
    """A round, repeated if other programs took part of the cores meanwhile; the least disturbed one counts."""
    tries = []
    while not tries or (tries[-1]["others"] > QUIET and len(tries) <= REPEATS):
        tries.append(team.work(cores))
    return min(tries, key=lambda one: one["others"])


def fail(team, failure, tell):
    team.failure = str(failure)
    team.end()
    tell(f"{team.name} failed: {team.failure}")
