"""Runs ./course grade on a class that it makes, and watches the machine meanwhile."""

import csv
import html
import json
import os
import pathlib
import re
import shutil
import socket
import stat
import subprocess
import sys
import time

from corpus.submission import ROOT, Place
from watch import Watch

# What the copy for an ordinary user needs: what ./course looks at before it starts the grader, and what the grader reads.
NEEDED = ["course", "pom.xml", "requirements.txt", "environment.yml", "src", "data/digits", "data/eeg", "notebooks", "solutions", "target"]
ORDINARY = 64321  # a user and group that nobody has
MARKED = re.compile(r"by-a-student|hs_err|^core\b|javacpp|nd4j|homework-|judge|bwrap|runner|^big$", re.I)


class Class:
    """A folder of submissions, one a row, and what became of them."""

    def __init__(self, folder, rows, project=ROOT, user=None):
        self.folder, self.rows, self.project, self.user = pathlib.Path(folder), rows, pathlib.Path(project), user
        self.submissions, self.out, self.sentinel, self.temporary, self.home = (
            self.folder / name for name in ("submissions", "grades", "sentinel", "temporary", "home"))
        for made in (self.submissions, self.sentinel, self.temporary, self.home):
            made.mkdir(parents=True)
        (self.sentinel / "secret.txt").write_text("the sentinel's secret\n", encoding="utf-8")
        self.listener = Listener()
        self.place = Place(self.submissions, self.out, self.project, self.sentinel, self.listener.port)
        for row in rows:
            (self.submissions / row.name).mkdir()
            row.make(self.submissions / row.name, self.place)
        if user is not None:
            for path in [self.folder, *self.folder.rglob("*")]:
                os.chown(path, user, user, follow_symlinks=False)

    def environment(self):
        env = {name: value for name, value in os.environ.items() if name in ("LANG", "LC_ALL", "JAVA_HOME", "PATH", "HOME", "USER")}
        if self.user is not None:
            env.update(HOME=str(self.home), PATH="/usr/local/bin:/usr/bin:/bin", USER="ordinary")
        return dict(env, TMPDIR=str(self.temporary), CORPUS_SECRET="CORPUS_SECRET")

    def command(self, *words, submissions=None, out=None):
        python = sys.executable if self.user is None else "/usr/bin/python3"
        as_user = [] if self.user is None else ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups"]
        return as_user + [python, str(self.project / "course"), "grade", str(submissions or self.submissions), "--out", str(out or self.out), *words]

    def start(self, *words, **places):
        return subprocess.Popen(self.command(*words, **places), env=self.environment(), cwd=self.folder, stdin=subprocess.DEVNULL, text=True,
                                errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def grade(self, *words, limit=900, **places):
        """Grades; afterwards .said, .code and .seconds tell how it went and .watch what it took."""
        begun = time.monotonic()
        process = self.start(*words, **places)
        self.watch = Watch(process.pid, [self.out, self.temporary])
        try:
            self.said, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.kill()
            self.said = process.communicate()[0] + "\nTHE GRADER DID NOT END"
        finally:
            self.watch.end()
        self.code, self.seconds = process.returncode, time.monotonic() - begun
        return self

    def close(self):
        self.listener.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # ------------------------------------------------------------------------------------------------ what it has written

    def grades(self, out=None):
        """student -> column -> text."""
        with open((out or self.out) / "grades.csv", encoding="utf-8-sig", newline="") as file:
            return {row["student"]: row for row in csv.DictReader(file)}

    def feedback(self, student, out=None):
        """What the student is told, as a reader sees it."""
        text = (feedback_file((out or self.out), student) or pathlib.Path(os.devnull)).read_text(encoding="utf-8")
        return html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<(style|script)\b.*?</\1>", " ", text, flags=re.S)))


def feedback_file(out, student):
    exact = out / "feedback" / (student + ".html")
    return exact if exact.is_file() else None


class Listener:
    """Waits for a connection or a datagram that must not come."""

    def __init__(self):
        self.tcp, self.udp = socket.socket(), socket.socket(type=socket.SOCK_DGRAM)
        self.tcp.bind(("127.0.0.1", 0))
        self.port = self.tcp.getsockname()[1]
        self.udp.bind(("127.0.0.1", self.port))
        self.tcp.listen()
        for one in (self.tcp, self.udp):
            one.setblocking(False)

    def calls(self):
        """How many have come."""
        count = 0
        for attempt in (lambda: self.tcp.accept()[0].close(), lambda: self.udp.recv(10)):
            try:
                while True:
                    attempt()
                    count += 1
            except BlockingIOError:
                pass
        return count

    def close(self):
        self.tcp.close()
        self.udp.close()


def snapshot(*folders, without=()):
    """Path -> all that would show that it was touched."""
    found = {}
    for folder in folders:
        for path, below, names in os.walk(folder):
            below[:] = [name for name in below if name != "__pycache__" and os.path.join(path, name) not in without]
            for name in below + names:
                one = os.path.join(path, name)
                if one in without:
                    continue
                try:
                    state = os.lstat(one)
                except OSError:
                    continue
                found[one] = (stat.S_IFMT(state.st_mode), state.st_mode, state.st_uid) + (
                    (state.st_size, state.st_mtime_ns) if not stat.S_ISDIR(state.st_mode) else ())
    return found


def strays(since, user=None):
    """What a grader or a student may have left where everybody writes; others do so meanwhile."""
    found = []
    for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run"):
        for entry in os.scandir(folder):
            state = entry.stat(follow_symlinks=False)
            if state.st_ctime > since and (MARKED.search(entry.name) or state.st_uid not in (0, os.getuid())):
                found.append(entry.path)
    return found


def project_copy(folder, user):
    """A copy of the project that an ordinary user may enter and that is the user's; jars are linked, not copied."""
    folder = pathlib.Path(folder)
    for name in NEEDED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, copy_function=linked, symlinks=True, ignore=shutil.ignore_patterns("__pycache__", "logs", "surefire-reports", "bench"))
        elif source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() or path.stat().st_nlink == 1:
            os.chown(path, user, user, follow_symlinks=False)
    return folder


def linked(source, target):
    if source.endswith(".jar"):
        try:
            os.link(source, target)
            return
        except OSError:
            pass
    shutil.copy2(source, target)


def points_of(row, columns):
    """exercise -> test -> points, of one row of grades.csv."""
    found = {}
    for column, text in columns.items():
        parts = (column or "").rsplit("/", 2)
        if len(parts) == 3 and parts[0] == row.assignment and text != "":
            found.setdefault(parts[1], {})[parts[2]] = int(text)
    return found


def gradescope(out, student):
    return json.loads((out / "gradescope" / student / "results.json").read_text(encoding="utf-8"))
