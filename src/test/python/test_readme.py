"""The README keeps its word: commands it names exist, links lead somewhere, its versions are the pins."""

import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")


class Readme(unittest.TestCase):

    def test_every_command_it_names_is_a_command(self):
        named = set(re.findall(r"\./course ([a-z]+)", README))
        told = subprocess.run([sys.executable, str(ROOT / "course"), "help"], capture_output=True, text=True, check=True).stdout
        commands = set(re.findall(r"^  ([a-z]+)  ", told, re.M))
        self.assertEqual(named, commands)

    def test_every_link_and_picture_is_there(self):
        links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
        self.assertGreater(len(links), 3)
        self.assertEqual([link for link in links if not (ROOT / link).exists()], [])

    def test_every_notebook_is_listed(self):
        for source in (ROOT / "src" / "notebooks").glob("*/*.md"):
            self.assertIn(f"solutions/{source.parent.name}/{source.stem}.ipynb", README)

    def test_versions_are_the_pins(self):
        name = {"m": "http://maven.apache.org/POM/4.0.0"}
        pom = ElementTree.parse(ROOT / "pom.xml").getroot().find("m:properties", name)
        java = {prop: pom.find(f"m:{prop}.version", name).text for prop in
                ("nd4j", "javacpp", "tablesaw", "xchart", "junit", "jqwik", "archunit")}
        inputs = "".join((ROOT / "src" / "python" / f"requirements{kind}.in").read_text() for kind in ("", "-tools"))
        pins = dict(re.findall(r"^([a-z]+)==(\S+)", inputs, re.M))
        student = (ROOT / "requirements.txt").read_text(encoding="utf-8")
        rows = dict(re.findall(r"^\| ([^|]+?) +\| ([^|]+?) +\|$", README, re.M))
        self.assertEqual(rows["ND4J, DeepLearning4J"].split()[0], java["nd4j"])
        self.assertIn("JavaCPP " + java["javacpp"], rows["ND4J, DeepLearning4J"])
        self.assertEqual(rows["Tablesaw"], java["tablesaw"])
        self.assertEqual(rows["XChart"], java["xchart"])
        self.assertEqual(rows["JUnit, jqwik, ArchUnit"], f"{java['junit']}, {java['jqwik']}, {java['archunit']}")
        self.assertEqual(rows["JupyterLab, JJava, nbclient"], f"{pins['jupyterlab']}, {pins['jjava']}, {pins['nbclient']}")
        self.assertEqual(rows["nbgrader, jupytext, Playwright"], f"{pins['nbgrader']}, {pins['jupytext']}, {pins['playwright']}")
        for package in ("jupyterlab", "jjava", "nbclient"):
            self.assertIn(f"\n{package}=={pins[package]} ", student, "the students' pins are the contributors' pins")


class OtherPages(unittest.TestCase):
    """The pages for instructors and for students."""

    def test_every_command_and_option_they_name_is_there(self):
        looked_at = 0
        for page in sorted((ROOT / "src" / "readme").glob("*.md")):
            for command, words in re.findall(r"(?:\./|/)course ([a-z]+)([^`\n]*)", page.read_text(encoding="utf-8")):
                told = subprocess.run([sys.executable, str(ROOT / "course"), "help", command], capture_output=True, text=True)
                self.assertEqual(told.returncode, 0, f"{page.name}: {command}")
                for option in re.findall(r"--[a-z-]+", words.split("#")[0]):
                    self.assertIn(option, told.stdout, f"{page.name}: {command}{words}")
                looked_at += 1
        self.assertGreater(looked_at, 8)


if __name__ == "__main__":
    unittest.main()
