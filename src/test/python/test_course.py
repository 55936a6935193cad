"""Tests of the script `course`: what it decides, without a network and without building anything."""

import contextlib
import importlib.machinery
import importlib.util
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

ROOT = pathlib.Path(__file__).resolve().parents[3]
COURSE = ROOT / "course"
ON_UNIX = unittest.skipIf(os.name == "nt", "the shell half is for Unix")


def load():
    loader = importlib.machinery.SourceFileLoader("course", str(COURSE))
    spec = importlib.util.spec_from_loader("course", loader)
    module = importlib.util.module_from_spec(spec)
    with mock.patch.object(sys, "dont_write_bytecode", True):
        loader.exec_module(module)
    return module


course = load()


class InFolder(unittest.TestCase):
    """A test with a folder of its own, whose name has a blank and letters beyond ASCII."""

    def setUp(self):
        base = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, base)
        self.folder = pathlib.Path(base, "Übung 1 π")
        self.folder.mkdir()
        target = self.folder / "target"
        for name, value in (("ROOT", self.folder), ("TARGET", target), ("LOGS", target / "logs"),
                            ("LIBRARY", target / "lib")):
            patch = mock.patch.object(course, name, str(value))
            patch.start()
            self.addCleanup(patch.stop)

    def file(self, name, text="", executable=False):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if executable:
            path.chmod(0o755)
        return path

    def jdk(self, name, version, compiler=True, modules="java.base jdk.compiler jdk.jshell"):
        home = self.folder / name
        self.file(name + "/release", 'JAVA_VERSION="{}"\nMODULES="{}"\n'.format(version, modules))
        for tool in ["java"] + ["javac"] * compiler:
            self.file("{}/bin/{}{}".format(name, tool, course.EXE), "#!/bin/sh\n", executable=True)
        return home

    def environ(self, **variables):
        patch = mock.patch.dict(os.environ, {"PATH": "", **{k: str(v) for k, v in variables.items()}}, clear=True)
        patch.start()
        self.addCleanup(patch.stop)


def quietly(function, *arguments):
    """Calls a function that prints; returns its result and what it printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        result = function(*arguments)
    return result, out.getvalue()


class Jdks(InFolder):
    def setUp(self):
        super().setUp()
        self.usual = []
        patch = mock.patch.object(course, "usual_homes", lambda: map(str, self.usual))
        patch.start()
        self.addCleanup(patch.stop)

    def test_major_versions(self):
        for text, major in (("17.0.15", 17), ("25", 25), ("25-ea", 25), ("1.8.0_292", 8), ("11.0.2", 11), ("", 0)):
            self.assertEqual(major, course.major_of(text), text)

    def test_java_home_wins_over_a_newer_one(self):
        self.usual = [self.jdk("new", "25.0.3")]
        self.environ(JAVA_HOME=self.jdk("mine", "17.0.15"))
        self.assertEqual(17, course.best_jdk(course.find_jdks()).major)

    def test_the_path_comes_next(self):
        self.usual = [self.jdk("new", "25.0.3")]
        self.environ(PATH=self.jdk("on path", "21.0.1") / "bin")
        self.assertEqual(21, course.best_jdk(course.find_jdks()).major)

    def test_else_the_newest_of_the_usual_places(self):
        self.environ()
        self.usual = [self.jdk("a", "17.0.1"), self.jdk("b", "25.0.3"), self.jdk("c", "21.0.1")]
        self.assertEqual([25, 21, 17], [jdk.major for jdk in course.find_jdks()])

    def test_what_will_not_do_is_passed_over_and_named(self):
        old, jre = self.jdk("old", "11.0.2"), self.jdk("jre", "21.0.1", compiler=False)
        small = self.jdk("small", "21.0.1", modules="java.base")
        self.environ(JAVA_HOME=old)
        self.usual = [jre, small]
        with self.assertRaises(course.Fault) as caught:
            course.best_jdk(course.find_jdks())
        for part in ("JDK 17 or newer", "11.0.2", "too old", "no compiler", "jdk.jshell"):
            self.assertIn(part, caught.exception.what)
        self.assertTrue(caught.exception.mend)
        self.assertEqual(course.UNREADY, caught.exception.code)

    def test_none_at_all(self):
        with self.assertRaisesRegex(course.Fault, "found none"):
            course.best_jdk([])

    def test_a_useless_java_home_is_said(self):
        self.usual = [self.jdk("good", "17.0.15")]
        self.environ(JAVA_HOME=self.jdk("old", "11.0.2"))
        jdk, said = quietly(course.choose_jdk)
        self.assertEqual(17, jdk.major)
        self.assertIn("because JAVA_HOME=", said)
        self.assertIn("11.0.2: too old", said)

    @ON_UNIX
    def test_a_link_on_the_path_leads_to_its_jdk(self):
        home = self.jdk("jvm", "17.0.15")
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "java").symlink_to(home / "bin" / "java")
        self.environ(PATH=self.folder / "bin")
        self.assertEqual([str(home.resolve())], [jdk.home for jdk in course.find_jdks()])

    def test_the_other_jdk_is_the_newest_of_another_version(self):
        jdks = [course.Jdk("a", "17", 17, ""), course.Jdk("b", "21", 21, ""), course.Jdk("c", "25", 25, "a JRE"),
                course.Jdk("d", "17", 17, "")]
        self.assertEqual([jdks[1]], course.other_jdk(jdks[0], jdks))
        self.assertEqual([], course.other_jdk(jdks[0], jdks[:1]))


class Children(InFolder):
    jdk17 = course.Jdk("/jdk", "17.0.15", 17, "")

    def test_the_jdk_comes_first(self):
        self.environ(PATH="/elsewhere", PYTHONPATH="/a", PYTHONHOME="/b")
        env = course.environment_for(self.jdk17)
        self.assertEqual("/jdk", env["JAVA_HOME"])
        self.assertEqual(os.path.join("/jdk", "bin"), env["PATH"].split(os.pathsep)[0])
        self.assertNotIn("PYTHONPATH", env)
        self.assertNotIn("PYTHONHOME", env)

    def test_options_fit_the_jdk(self):
        self.environ(JJAVA_JVM_OPTS="-Xmx1g")
        self.assertEqual("-Dfile.encoding=UTF-8 -Xmx1g", course.environment_for(self.jdk17)["JJAVA_JVM_OPTS"])
        new = course.environment_for(course.Jdk("/jdk", "25", 25, ""))["JJAVA_JVM_OPTS"]
        self.assertIn("--enable-native-access=ALL-UNNAMED", new)

    def test_data_folder_becomes_absolute(self):
        self.environ(HOMEWORK_DATA="../shared/data")
        self.assertEqual(os.path.abspath("../shared/data"), course.environment_for()["HOMEWORK_DATA"])
        self.environ(HOMEWORK_DATA="digits")
        self.assertEqual("digits", course.environment_for()["HOMEWORK_DATA"], "a word, not a folder")

    @ON_UNIX
    def test_a_locale_without_utf8_is_replaced(self):
        for variables in ({}, {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "xx_YY.UTF-8"}):
            self.assertIn("UTF-8", course.utf8_locale(variables).get("LC_ALL", ""), variables)
        self.assertEqual({}, course.utf8_locale({"LC_ALL": "C.UTF-8", "LANG": "C"}))


class Maven(InFolder):
    def fake(self, answer):
        self.file("maven/mvn", "#!/bin/sh\necho '{}'\n".format(answer), executable=True)
        self.environ(PATH="{}{}/bin".format(self.folder / "maven", os.pathsep))

    def test_missing(self):
        self.environ()
        with self.assertRaisesRegex(course.Fault, "Maven 3.6.3 or newer and found none") as caught:
            course.find_maven({})
        self.assertTrue(caught.exception.mend)

    @ON_UNIX
    def test_too_old(self):
        self.fake("Apache Maven 3.6.1 (something)")
        with self.assertRaisesRegex(course.Fault, "3.6.3 or newer; .* is 3.6.1"):
            course.find_maven(dict(os.environ))

    @ON_UNIX
    def test_good_enough(self):
        for version in ("3.6.3", "3.8.7", "3.10.0", "4.0.0"):
            self.fake("Apache Maven {} (something)".format(version))
            self.assertEqual(version, course.find_maven(dict(os.environ))[1])

    @ON_UNIX
    def test_something_else_called_mvn(self):
        self.fake("Error: JAVA_HOME is not defined correctly")
        with self.assertRaisesRegex(course.Fault, "does not answer as Maven does"):
            course.find_maven(dict(os.environ))


class Library(InFolder):
    """A stand-in for Maven builds the library: what matters is when it is asked to."""

    jdk17 = course.Jdk("/jdk", "17.0.15", 17, "")

    def setUp(self):
        super().setUp()
        self.file("pom.xml", "<project/>")
        self.source = self.file("src/main/java/homework/A.java", "class A {}")
        self.file("data/eeg/eeg.csv", "id")
        self.builds = 0
        self.code = 0
        for name, stand_in in (("find_maven", lambda env: ("mvn", "3.8.7")), ("run_logged", self.build)):
            patch = mock.patch.object(course, name, stand_in)
            patch.start()
            self.addCleanup(patch.stop)

    def build(self, name, argv, env):
        self.builds += 1
        self.file("target/lib/homework.jar", "jar")
        self.file("target/lib/other.jar", "jar")
        if self.code == "interrupt":
            raise KeyboardInterrupt
        return self.code, "[ERROR] something"

    def make(self, jdk=jdk17):
        return quietly(course.make_library, jdk, {})[1]

    def test_the_second_time_nothing_is_done(self):
        self.assertIn("built in", self.make())
        self.assertIn("unchanged", self.make())
        self.assertEqual(1, self.builds)

    def test_changes_are_noticed(self):
        self.make()
        changes = [lambda: self.source.write_text("class A { }"), lambda: self.file("pom.xml", "<project></project>"),
                   lambda: self.file("src/main/java/homework/B.java"), lambda: self.file("data/eeg/eeg.csv", "id,Fp1"),
                   lambda: self.source.unlink(), lambda: (self.folder / "target/lib/other.jar").unlink(),
                   lambda: self.file("target/lib/homework.jar", "ja")]
        for count, change in enumerate(changes, start=2):
            change()
            self.make()
            self.assertEqual(count, self.builds)
        self.make(course.Jdk("/jdk", "25", 25, ""))
        self.assertEqual(len(changes) + 2, self.builds)

    def test_data_that_is_not_in_the_jar_is_no_source(self):
        self.make()
        self.file("data/mnist/train-images-idx3-ubyte", "big")
        self.file("data/results/kit-lab1.csv", "grows while the library is in use")
        self.make()
        self.assertEqual(1, self.builds)

    def test_data_in_the_jar_is_a_source(self):
        self.make()
        for count, pattern in enumerate(re.findall("<include>(.*)</include>", (ROOT / "pom.xml").read_text()), start=2):
            self.file("data/" + pattern.replace("*", "one"))
            self.make()
            self.assertEqual(count, self.builds, pattern)
        self.assertGreater(self.builds, 1)

    def test_a_jar_of_an_older_build_does_not_stay(self):
        stale = self.file("target/lib/old-1.0.jar")
        self.make()
        self.assertFalse(stale.exists())

    def test_failed_or_interrupted_is_redone(self):
        for code, error in ((1, course.Fault), ("interrupt", KeyboardInterrupt)):
            self.code = code
            with self.assertRaises(error):
                self.make()
        self.code = 0
        self.assertIn("built in", self.make())
        self.assertIn("unchanged", self.make())


class Environments(InFolder):
    """A stand-in for venv and pip."""

    def setUp(self):
        super().setUp()
        self.pins = self.file("requirements.txt", "# a comment\njupyterlab==4.6.6\njjava==1.0a8\nnbclient==0.11.0\n")
        self.file("environment.yml", "name: homework-java\n")
        self.environ()
        self.commands, self.broken, self.version = [], {}, "3.11"
        for name, stand_in in (("run_logged", self.child), ("version_of", lambda python: self.answer(python))):
            patch = mock.patch.object(course, name, stand_in)
            patch.start()
            self.addCleanup(patch.stop)

    def answer(self, python):
        return self.version if os.path.exists(python) else ""

    def child(self, name, argv, env):
        self.commands.append(argv[2])
        if argv[2] in self.broken:
            if self.broken[argv[2]] is KeyboardInterrupt:
                raise KeyboardInterrupt
            return 1, self.broken[argv[2]]
        if argv[2] == "venv":
            path = pathlib.Path(course.interpreter(argv[3]))
            path.parent.mkdir(parents=True)
            path.touch()
        if argv[2] == "pip":
            for name in ("kernel.json", "jjava.jar"):
                self.file(".venv/share/jupyter/kernels/java/" + name, "")
        return 0, ""

    def make(self):
        self.commands.clear()
        return quietly(course.student_environment, {})

    def test_made_once(self):
        python, said = self.make()
        self.assertEqual(["venv", "pip"], self.commands)
        self.assertTrue(python.startswith(str(self.folder / ".venv")))
        self.assertIn("unchanged", self.make()[1])
        self.assertEqual([], self.commands)

    def test_a_changed_pin_or_python_is_noticed_and_a_comment_is_none(self):
        self.make()
        self.pins.write_text(self.pins.read_text().replace("a comment", "another"))
        self.make()
        self.assertEqual([], self.commands)
        self.pins.write_text(self.pins.read_text().replace("4.6.6", "4.6.7"))
        self.make()
        self.assertEqual(["venv", "pip"], self.commands)
        self.version = "3.12"
        self.make()
        self.assertEqual(["venv", "pip"], self.commands)

    def test_an_environment_without_its_java_kernel_is_remade(self):
        self.make()
        (self.folder / ".venv" / "share" / "jupyter" / "kernels" / "java" / "jjava.jar").unlink()
        self.make()
        self.assertEqual(["venv", "pip"], self.commands)

    def test_interrupted_is_redone(self):
        self.broken["pip"] = KeyboardInterrupt
        with self.assertRaises(KeyboardInterrupt):
            self.make()
        self.broken.clear()
        self.make()
        self.assertEqual(["venv", "pip"], self.commands)

    def test_debian_without_venv(self):
        self.broken["venv"] = "The virtual environment was not created successfully because ensurepip is not available."
        with self.assertRaisesRegex(course.Fault, "lacks the module venv"):
            self.make()

    def conda(self, name, *packages):
        prefix = self.folder / "envs" / name
        (prefix / "conda-meta").mkdir(parents=True)
        site = prefix / ("Lib" if course.WINDOWS else "lib/python3.11") / "site-packages"
        for package in packages:
            (site / (package + ".dist-info")).mkdir(parents=True)
        self.environ(CONDA_PREFIX=prefix, CONDA_DEFAULT_ENV=name)
        return prefix

    pinned = ("jupyterlab-4.6.6", "jjava-1.0a8", "nbclient-0.11.0")

    def test_our_conda_environment_is_used(self):
        for name in ("homework-java", "another-name"):
            prefix = self.conda(name, *self.pinned)
            python, said = self.make()
            self.assertTrue(python.startswith(str(prefix)))
            self.assertEqual([], self.commands)

    def test_our_conda_environment_with_other_pins(self):
        self.conda("homework-java", "jupyterlab-4.0.0", *self.pinned[1:])
        with self.assertRaisesRegex(course.Fault, "lacks jupyterlab 4.6.6") as caught:
            self.make()
        self.assertIn("conda env update", caught.exception.mend)

    def test_another_conda_environment_is_left_alone(self):
        self.conda("base")
        python, said = self.make()
        self.assertIn("base is not of this project: left alone", said)
        self.assertTrue(python.startswith(str(self.folder / ".venv")))


class OneSetUpAtATime(InFolder):
    def test_the_lock_is_held_and_given_back(self):
        def free():
            with open(self.folder / "target" / "set-up.lock", "a+") as file:
                return course.taken(file)
        with course.set_up_alone():
            self.assertFalse(free())
        self.assertTrue(free())


class Failures(InFolder):
    """What pip and Maven really print when the network or the disk fails."""

    PIP_OFFLINE = """WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection \
broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new \
connection: [Errno -3] Temporary failure in name resolution')': /simple/anyio/
ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)
ERROR: No matching distribution found for anyio==4.16.0"""
    PIP_PROXY = """WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection \
broken by 'ProxyError('Cannot connect to proxy.', NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection \
object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))': /simple/anyio/"""
    MAVEN_OFFLINE = """[ERROR] [ERROR] Some problems were encountered while processing the POMs:
[ERROR] Non-resolvable import POM: Could not transfer artifact org.junit:junit-bom:pom:5.14.4 from/to central \
(https://repository.example/maven2): transfer failed @ line 38, column 19: Unknown host repository.example: Temporary \
failure in name resolution -> [Help 2]
[ERROR]
[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/ProjectBuildingException"""
    PIP_FULL = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    MAVEN_FULL = "[ERROR] Failed to execute goal: Error copying artifact: No space left on device -> [Help 1]"
    COMPILER = """[ERROR] COMPILATION ERROR :
[ERROR] /x/A.java:[3,5] cannot find symbol
[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch."""

    def fault(self, output):
        return course.fault_of("library", output, "building the library", "Maven's repository")

    def test_network(self):
        for output in (self.PIP_OFFLINE, self.PIP_PROXY):
            fault = self.fault(output)
            self.assertIn("Maven's repository could not be reached", fault.what)
            self.assertIn("connect to the internet", fault.mend)
        self.assertIn("repository.example could not be reached", self.fault(self.MAVEN_OFFLINE).what)

    def test_full_disk(self):
        for output in (self.PIP_FULL, self.MAVEN_FULL):
            self.assertIn("the disk is full", self.fault(output).what)

    def test_anything_else_shows_its_last_useful_lines(self):
        fault = self.fault(self.COMPILER)
        self.assertIn("cannot find symbol", fault.what)
        self.assertIn("library.log", fault.what)
        self.assertNotIn("full stack trace", fault.what)

    def test_errors_of_the_system(self):
        import errno
        self.assertIn("disk is full", course.fault_of_system(OSError(errno.ENOSPC, "x", "file")).what)
        self.assertIn("may not write here (file)", course.fault_of_system(OSError(errno.EROFS, "x", "file")).what)

    def test_no_traceback_reaches_the_user(self):
        for error, code in ((course.Fault("it", "so", 3), 3), (PermissionError(13, "denied", "file"), 3),
                            (KeyboardInterrupt(), 130)):
            with mock.patch.object(course, "dispatch", side_effect=error):
                result, said = quietly(course.main, ["lab"])
            self.assertEqual(code, result)
            self.assertNotIn("Traceback", said)


class Lab(InFolder):
    """A stand-in for JupyterLab."""

    def serve(self, program, port=9000):
        command = [sys.executable, "-c", program]
        return quietly(course.run_jupyter, command, dict(os.environ), port)

    def test_the_address_is_shown_once_and_errors_after_it(self):
        code, said = self.serve("""
print("[I 2026-11-21 ServerApp] Jupyter Server is running at:")
print("[I 2026-11-21 ServerApp] http://localhost:9001/lab?token=abc")
print("[I 2026-11-21 ServerApp]     http://127.0.0.1:9001/lab?token=abc")
print("[E 2026-11-21 ServerApp] something broke")
print("[W 2026-11-21 ServerApp] of no interest")
""")
        self.assertEqual(0, code)
        self.assertEqual(1, said.count("http://"))
        for part in ("http://localhost:9001/lab?token=abc", "9000 is taken: using 9001", "something broke", "stopped"):
            self.assertIn(part, said)
        self.assertNotIn("of no interest", said)
        self.assertIn("of no interest", (self.folder / "target/logs/lab.log").read_text())

    def test_a_server_that_does_not_start_is_told_in_a_line(self):
        with self.assertRaises(course.Fault) as caught:
            self.serve("raise OSError('no such address')")
        self.assertIn("no such address", caught.exception.what)
        self.assertNotIn("Traceback", caught.exception.what)

    def test_a_port_that_cannot_be_had(self):
        with self.assertRaisesRegex(course.Fault, "port 80 cannot be had") as caught:
            self.serve("import sys; print('ERROR: no available port could be found.'); sys.exit(1)", port=80)
        self.assertRegex(caught.exception.mend, r"lab --port \d+")

    def test_ctrl_c_ends_the_server(self):
        with mock.patch.object(course, "follow", side_effect=KeyboardInterrupt), \
                mock.patch.object(course.subprocess, "Popen", wraps=subprocess.Popen) as started:
            code, said = self.serve("import time; time.sleep(60)")
        self.assertEqual(0, code)
        self.assertIn("stopped", said)
        self.assertEqual(1, started.call_count)

    def test_its_settings_stay_in_the_folder(self):
        env = course.lab_environment({"JUPYTER_CONFIG_PATH": "/mine"})
        folder = str(self.folder / "target" / "jupyter")
        self.assertEqual([folder, "/mine"], env["JUPYTER_CONFIG_PATH"].split(os.pathsep))
        self.assertTrue(env["JUPYTERLAB_WORKSPACES_DIR"].startswith(folder))
        self.assertIn('"fetchNews": "false"',
                      (self.folder / "target/jupyter/labconfig/default_setting_overrides.json").read_text())


class Doctor(InFolder):
    def test_with_nothing_there_each_fault_has_its_mend(self):
        self.environ(HOME=self.folder)
        with mock.patch.object(course, "usual_homes", lambda: []):
            code, said = quietly(course.main, ["doctor"])
        self.assertEqual(course.FAILED, code)
        self.assertIn("no JDK 17 or newer", said)
        self.assertIn("not made yet", said)
        self.assertEqual(said.count("FAULT"), said.count("mend:"))
        self.assertFalse((self.folder / ".venv").exists())

    def test_the_java_half_is_read(self):
        self.file("target/lib/homework.jar")
        jdk = course.Jdk("/jdk", "17", 17, "")
        for output, faults in (("ok\tnative library\tfine\nok\tfonts\tfine\n", 0),
                               ("ok\tnative library\tfine\nfault\tfonts\tno ink\n", 1), ("# A fatal error", 1)):
            report = course.Report()
            with mock.patch.object(course, "probe", lambda *_: (1, output)):
                _, said = quietly(course.examine_library, report, jdk, {})
            self.assertEqual(faults, report.faults, said)
            self.assertEqual(faults, said.count("mend:"))

    def test_a_taken_port_is_seen(self):
        import socket
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            self.assertFalse(course.port_free(taken.getsockname()[1]))


class CountsOfTests(InFolder):
    def test_unittest(self):
        self.assertEqual((5, 0, 0), course.unittest_counts("Ran 5 tests in 0.1s\n\nOK\n"))
        self.assertEqual((2, 2, 1), course.unittest_counts(
            "Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=1, skipped=1)\n"))
        self.assertIsNone(course.unittest_counts("ImportError"))

    def test_surefire(self):
        for number, numbers in enumerate(((4, 1, 0, 1), (3, 0, 1, 0))):
            self.file("reports/TEST-{}.xml".format(number),
                      '<testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/>'.format(*numbers))
        self.assertEqual((4, 2, 1), course.junit_counts(str(self.folder / "reports")))

    def test_a_part_that_breaks_or_tests_nothing_is_a_failure(self):
        self.assertEqual((0, 1, 0), course.outcome("x", 1, "", None)[0])
        self.assertEqual((0, 1, 0), course.outcome("x", 0, "", None)[0])
        self.assertEqual((3, 1, 0), course.outcome("x", 1, "", course.Counts(3, 0, 0))[0])
        self.assertEqual((0, 1, 0), course.outcome("x", 0, "", course.Counts(0, 0, 0))[0])
        self.assertEqual((0, 0, 1), course.outcome("x", 0, "", course.Counts(0, 0, 1))[0])

    def test_the_last_line_of_a_tool_counts(self):
        with mock.patch.object(course, "run_logged", lambda *_: (0, "1 passed, 0 failed\nmore\n7 passed, 0 failed, 2 skipped\n")):
            self.assertEqual((7, 0, 2), course.counted("x", [], {})[0])

    def test_form_of_the_last_line(self):
        self.assertEqual("3 passed, 0 failed", course.told(course.Counts(3, 0, 0)))
        self.assertEqual("3 passed, 1 failed, 2 skipped", course.told(course.Counts(3, 1, 2)))


class CommandLine(unittest.TestCase):
    def test_help(self):
        texts = [quietly(course.main, words) for words in ([], ["help"], ["-h"], ["--help"])]
        self.assertEqual(1, len(set(texts)))
        self.assertEqual(0, texts[0][0])
        for name in course.COMMANDS:
            self.assertIn(name, texts[0][1])
        self.assertIn("--no-browser", quietly(course.main, ["help", "lab"])[1])

    def test_unknown_command(self):
        code, said = quietly(course.main, ["docter"])
        self.assertEqual(course.MISUSED, code)
        self.assertIn("did you mean 'doctor'", said)

    def test_arguments_of_lab(self):
        arguments = course.parse("lab", ["--no-browser", "--port", "9000", "--", "--ServerApp.ip=0.0.0.0"])
        command = course.lab_command("python", arguments)
        self.assertIn("--no-browser", command)
        self.assertIn("--ServerApp.port=9000", command)
        self.assertEqual("--ServerApp.ip=0.0.0.0", command[-1])

    def test_arguments_of_bench(self):
        words = ["--rivals", "--only", "1,1b", "--rounds", "3", "--json", "numbers.json"]
        passed = course.bench_words(course.parse("bench", words))
        self.assertEqual(words[:-1] + [os.path.abspath("numbers.json")], passed)
        self.assertEqual([], course.bench_words(course.parse("bench", [])))

    def test_arguments_of_reproduce(self):
        words = ["--dry-run", "--jobs", "2", "--seeds", "1", "--epochs", "3", "kit-lab1/fig3", "nyu-2015"]
        self.assertEqual(words, course.reproduce_words(course.parse("reproduce", words)))
        self.assertEqual(words, course.reproduce_words(course.parse("reproduce", words[-2:] + words[:-2])))
        self.assertEqual(["list"], course.reproduce_words(course.parse("reproduce", ["list"])))

    def test_reproduce_hands_over_to_java_and_its_exit_code(self):
        for code, expected in ((0, 0), (1, 1), (2, 2), (3, 3), (130, 130), (143, 130)):
            started = []
            with mock.patch.multiple(course, choose_jdk=lambda: course.Jdk("/jdk", "17.0.1", 17, ""), make_library=mock.DEFAULT,
                                     set_up_alone=contextlib.nullcontext,
                                     pass_through=lambda command, env: started.append((command, env)) or code):
                self.assertEqual(expected, course.dispatch(["reproduce", "kit-lab1/fig3", "--seeds", "1"]))
            command, env = started[0]
            self.assertEqual(["homework.experiment.Reproduce", "--seeds", "1", "kit-lab1/fig3"], command[-4:])
            self.assertIn("GOMP_SPINCOUNT", env)
            self.assertGreater(int(env["COLUMNS"]), 0)

    def test_a_killed_training_is_a_failure_that_can_go_on(self):
        with mock.patch.multiple(course, choose_jdk=lambda: course.Jdk("/jdk", "17.0.1", 17, ""), make_library=mock.DEFAULT,
                                 set_up_alone=contextlib.nullcontext, pass_through=lambda command, env: -9):
            code, said = quietly(course.main, ["reproduce", "all"])
        self.assertEqual(1, code)
        self.assertIn("signal 9", said)
        self.assertIn("the same command goes on", said)

    def test_bad_arguments(self):
        for words in (["reproduce"], ["reproduce", "all", "--seeds", "0"], ["reproduce", "all", "--jobs", "x"], ["reproduce", "all", "--job", "1"],
                      ["bench", "--rounds", "x"], ["lab", "--port", "x"], ["lab", "--port", "0"], ["lab", "--nobrowser"], ["test", "--only", "x"]):
            with self.assertRaises(SystemExit) as caught:
                quietly(course.dispatch, words)
            self.assertEqual(2, caught.exception.code)

    def test_a_taken_port_is_said(self):
        self.assertIn("9000 is taken: using 9001", quietly(course.tell_address, "http://localhost:9001/lab", 9000)[1])
        self.assertNotIn("taken", quietly(course.tell_address, "http://localhost:9000/lab", 9000)[1])


@ON_UNIX
class ShellHalf(InFolder):
    def course(self, path):
        return subprocess.run(["/bin/sh", str(COURSE), "help"], env={"PATH": str(path)}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def python(self, name, usable):
        self.file("bin/" + name, "#!/bin/sh\n" + ('exec "{}" "$@"\n'.format(sys.executable) if usable else "exit 1\n"),
                  executable=True)

    def test_no_python(self):
        (self.folder / "bin").mkdir()
        result = self.course(self.folder / "bin")
        self.assertEqual(3, result.returncode)
        self.assertRegex(result.stderr, r"^course: it needs Python 3.10 or newer .* To mend it: .+\n$")

    def test_an_old_python3_is_passed_over(self):
        self.python("python3", usable=False)
        self.python("python3.12", usable=True)
        result = self.course(self.folder / "bin")
        self.assertEqual("", result.stderr)
        self.assertEqual(0, result.returncode)

    def test_only_old_ones(self):
        self.python("python3", usable=False)
        self.assertEqual(3, self.course(self.folder / "bin").returncode)

    def test_started_through_a_path_with_a_blank(self):
        copy = shutil.copy(COURSE, self.folder / "course")
        self.python("python3", usable=True)
        result = subprocess.run([copy, "help"], env={"PATH": "{}:/bin".format(self.folder / "bin")}, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual((0, ""), (result.returncode, result.stderr))


if __name__ == "__main__":
    unittest.main()
