"""Tests of course bench: turns, failures, Ctrl-C and the table, with contenders that only pretend to work."""

import contextlib
import io
import math
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import types
import unittest
from unittest import mock

import bench
import contenders
import contest
import scoreboard

ON_LINUX = unittest.skipUnless(sys.platform == "linux", "looks into /proc")
ON_UNIX = unittest.skipIf(os.name == "nt", "signals of Unix")
PYTHON = str(pathlib.Path(bench.__file__).parent)
PRETENDER = """
import json, sys
print("a library says hello")
print(json.dumps({{"ready": True, "setting": "as it is", "losses": [2.5, {loss}], "versions": {{}}}}), flush=True)
for number, line in enumerate(sys.stdin):
    if number == {dies_in}:
        sys.exit("out of memory, for example")
    print(json.dumps({{"images": {images}, "seconds": 0.5, "steps": 5}}), flush=True)
"""


def pretender(images=100, loss=2.25, dies_in=-1):
    return [sys.executable, "-c", PRETENDER.format(images=images, loss=loss, dies_in=dies_in)]


def alive(pid):
    """Whether a process is there and not just waiting to be buried."""
    try:
        state = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        return state not in "ZX"
    except OSError:
        return False


class Contest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.said = []

    def team(self, *commands, name="one"):
        team = contest.Team(name, [])
        self.addCleanup(team.end)
        for number, command in enumerate(commands):
            log = os.path.join(self.folder, f"{name}-{number}.log")
            team.members.append(contest.Contender(name, command, dict(os.environ), log))
        return team

    def compete(self, *teams, rounds=3):
        for team in teams:
            team.prepare()
        with mock.patch.object(contest, "REPEATS", 0):
            contest.compete(list(teams), rounds, contest.available_cores(), self.said.append)

    def test_each_has_its_rounds(self):
        one, two = self.team(pretender(100)), self.team(pretender(300), name="two")
        self.compete(one, two)
        self.assertEqual([200.0] * 3, [one_round["rate"] for one_round in one.rounds])
        self.assertEqual([600.0] * 3, [one_round["rate"] for one_round in two.rounds])
        self.assertEqual("as it is", one.told["setting"])

    def test_a_team_adds_up(self):
        pair = self.team(pretender(100), pretender(300))
        self.compete(pair, rounds=1)
        self.assertEqual(800.0, pair.rounds[0]["rate"])

    def test_one_that_dies_is_named_and_the_others_go_on(self):
        bad, good = self.team(pretender(dies_in=1), name="bad"), self.team(pretender(), name="good")
        self.compete(bad, good)
        self.assertEqual((1, 3), (len(bad.rounds), len(good.rounds)))
        self.assertIn("exit code 1", bad.failure)
        self.assertIn("out of memory, for example", bad.failure)
        self.assertTrue(any(line.startswith("bad failed") for line in self.said))

    def test_one_that_never_gets_ready(self):
        team = self.team([sys.executable, "-c", "raise SystemExit('no such module')"])
        with self.assertRaisesRegex(contest.Failed, "no such module"):
            team.prepare()

    def test_one_that_falls_silent(self):
        team = self.team([sys.executable, "-c", "import time; time.sleep(60)"])
        with mock.patch.object(contest, "PREPARING", 0.2), self.assertRaisesRegex(contest.Failed, "no answer in 0.2 s"):
            team.prepare()

    @ON_LINUX
    def test_who_waits_is_stopped(self):
        team = self.team(pretender())
        self.compete(team, rounds=1)
        pid = team.members[0].process.pid
        self.assertIn("\nState:\tT", pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
        self.assertGreater(team.peak, 1)

    @ON_LINUX
    def test_one_core_means_one_core(self):
        core = contest.available_cores()[-1]
        command = [sys.executable, "-c", "import json, os; print(json.dumps({'cores': list(os.sched_getaffinity(0))}))"]
        contender = contest.Contender("pinned", command, dict(os.environ), os.path.join(self.folder, "log"), [core])
        self.addCleanup(contender.end)
        self.assertEqual({"cores": [core]}, contender.answer(20))
        self.assertIn(core, contest.available_cores())

    def test_a_disturbed_round_is_repeated(self):
        rounds = iter([{"others": 0.4}, {"others": 0.2}, {"others": 0.01}])
        self.assertEqual({"others": 0.01}, contest.quietest(types.SimpleNamespace(work=lambda cores: next(rounds)), [0]))
        rounds = iter([{"others": share} for share in (0.4, 0.2, 0.3, 0.5, 0.1)])
        self.assertEqual({"others": 0.2}, contest.quietest(types.SimpleNamespace(work=lambda cores: next(rounds)), [0]))


DRIVER = """
import os, signal, sys
sys.path.insert(0, {python!r})
import bench, contenders, contest
signal.signal(signal.SIGINT, bench.interrupted)
contenders.LOGS = {logs!r}
contenders.commands = lambda *given: {{"one": {command!r}, "two": {command!r}}}
bench.operations = lambda workload: 1
bench.tell = lambda text: print(text, flush=True)
start = contest.Contender.__init__
def told(self, *given):
    start(self, *given)
    print("pid", self.process.pid, flush=True)
contest.Contender.__init__ = told
arguments = bench.options().parse_args(["--rounds", "1000000"])
bench.run(contenders.WORKLOADS[1], arguments, dict(os.environ), None)
"""


@ON_LINUX
class Interruption(unittest.TestCase):
    """The driver in a process of its own, killed in the middle of its rounds."""

    def killed_by(self, number):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        text = DRIVER.format(python=PYTHON, logs=folder, command=pretender())
        with subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as driver:
            pids = []
            for line in driver.stdout:
                pids += [int(line.split()[1])] if line.startswith("pid") else []
                if "round 2" in line:
                    break
            driver.send_signal(number)
            for _ in driver.stdout:
                pass
        self.assertEqual(2, len(pids))
        end = time.time() + 10
        while time.time() < end and any(map(alive, pids)):
            time.sleep(0.05)
        return [pid for pid in pids if alive(pid)]

    def test_ctrl_c_leaves_nobody_behind(self):
        self.assertEqual([], self.killed_by(signal.SIGINT))

    @unittest.skipIf(sys.version_info < (3, 11), "needs process groups in one session")
    def test_nor_does_a_driver_that_is_killed(self):
        self.assertEqual([], self.killed_by(signal.SIGKILL))


def row(name, rate=None, losses=(2.5, 2.25)):
    found = {"contender": name, "failure": "" if rate else "it ended", "losses": list(losses), "setting": "", "versions": {}, "rounds": []}
    if rate:
        found.update(rate=rate, least=rate - 1, most=rate + 1, flops=rate * 2e9, share=0.5, milliseconds=1000 / rate, megabytes=None,
                     others=0.0)
    return found


class Scores(unittest.TestCase):
    def summary(self, rates, **answer):
        rounds = [{"rate": rate, "others": 0.0, "answers": [{"images": 640, "seconds": 1.0, "steps": 10} | answer]} for rate in rates]
        team = types.SimpleNamespace(name="one", failure="", told={"losses": [1.0]}, rounds=rounds, peak=12.0, members=[None])
        return scoreboard.summary(team, None, 2e6, 1e10)

    def test_median_spread_and_rates(self):
        found = self.summary([100, 500, 640, 700, 900])
        self.assertEqual((640, 100, 900), (found["rate"], found["least"], found["most"]))
        self.assertAlmostEqual(100.0, found["milliseconds"])  # 64 images a step, 640 a second
        self.assertAlmostEqual(1.28e9, found["flops"])
        self.assertAlmostEqual(0.128, found["share"])

    def test_losses_that_agree(self):
        self.assertEqual("", scoreboard.disagreement([row("a", 1), row("b", 1, (2.5001, 2.2499)), row("c", losses=())]))

    def test_losses_that_differ_are_named(self):
        text = scoreboard.disagreement([row("a", 1), row("b", 1, (2.5, 2.26))])
        self.assertIn("of training step 1 is 2.250000 in a, but 2.260000 in b", text)
        self.assertIn("at the start", scoreboard.disagreement([row("a", 1), row("b", 1, (math.nan, 2.25))]))

    def test_ratio_is_to_the_best_of_the_others(self):
        rows = [row("ours", 300), row("slow", 50), row("fast", 100), row("broken")]
        self.assertEqual((3.0, "fast"), scoreboard.ratio_to_best(rows, "ours"))
        self.assertIsNone(scoreboard.ratio_to_best([row("ours"), row("fast", 100)], "ours"))

    def test_table_has_a_line_each(self):
        text = scoreboard.table([row("ours", 300), row("fast", 100), row("broken")], "ours")
        self.assertIn("3.00 x", text)
        self.assertRegex(text, r"broken +failed")
        self.assertIn("all agree", text)
        self.assertIn("ours: 3.00 times the best other contender, fast", text)

    def test_markdown_has_as_many_cells_in_each_line(self):
        results = [{"title": "first", "rows": [row("ours", 300), row("fast", 100)]}, {"title": "second", "rows": [row("ours", 20)]}]
        lines = scoreboard.markdown(results, "ours").splitlines()
        self.assertEqual([6] * 4, [line.count("|") for line in lines])
        self.assertIn("| 3.00 x |", lines[2])


class Options(unittest.TestCase):
    def test_workloads_by_key(self):
        self.assertEqual(["3", "1b"], [one.key for one in bench.options().parse_args(["--only", "3,1b,3"]).only])

    def test_unknown_ones_are_refused(self):
        for words in (["--only", "9"], ["--rounds", "0"], ["--rounds", "x"]):
            said = io.StringIO()
            with contextlib.redirect_stderr(said), self.assertRaises(SystemExit):
                bench.options().parse_args(words)
            self.assertRegex(said.getvalue(), "there are 1, 1b|is no number of rounds")

    def test_a_profile_needs_a_workload_that_trains(self):
        arguments = ["bench.py", "--profile", "--only", "8"]
        with mock.patch.object(sys, "argv", arguments), mock.patch.object(signal, "signal"), \
                contextlib.redirect_stdout(io.StringIO()), self.assertRaises(SystemExit) as end:
            bench.main()
        self.assertIn("none of the chosen workloads trains", str(end.exception))

    def test_every_workload_has_a_net_and_a_place(self):
        self.assertEqual(["1", "1b", "2", "3", "4", "5", "6", "7", "8"], [one.key for one in contenders.WORKLOADS])
        self.assertLessEqual({one.cores for one in contenders.WORKLOADS}, {"one", "all", "each"})

    def test_rounds_run_without_a_compiler(self):
        with mock.patch.object(contenders, "LIBRARY", "/nowhere"), mock.patch("shutil.which", return_value=None):
            found = contenders.commands(contenders.WORKLOADS[0], 1, {}, True)
        self.assertIsInstance(found["torch.compile"], contenders.Unready)
        self.assertIn("C++ compiler", str(found["torch.compile"]))
        self.assertIsInstance(found[contenders.WITH_HELPERS], contenders.Unready)


if __name__ == "__main__":
    unittest.main()
