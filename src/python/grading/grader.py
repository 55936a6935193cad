"""Grades a class: reads what was handed in, asks the judge for what is not known yet, and makes a book of results."""

import traceback

from grading import handed_in, results, seeds
from grading.cache import key_of
from grading.handed_in import HandedIn
from grading.judge import Judge
from grading.results import Book, Outcome, Result
from grading.texts import file_names, one_line


class Grader:
    """
    One run over a class.

    setting.command starts the judge; setting.made_from names the library and the hidden tests; whatever of the setting can change
    points is part of the key under which an answer is kept.
    """

    def __init__(self, assignments, cache, setting, log):
        self.assignments = {assignment.label: assignment for assignment in assignments}
        self.cache, self.setting, self.log = cache, setting, log
        self.judge, self.catalogue, self.ready = None, {}, {}

    def read(self, students):
        """What each student handed in. Whatever goes wrong with one of them stays with that one."""
        handed = {}
        for student in students:
            try:
                handed[student.id] = handed_in.read(student, self.assignments.values())
            except Exception as error:
                self.log.append(traceback.format_exc())
                handed[student.id] = HandedIn(unreadable=[f"what was handed in cannot be read: {one_line(repr(error))}"])
        return handed

    def grade(self, students, everyone, handed, earlier, progress):
        """The book of the class. `earlier` has the results of students who are not graded now."""
        labels = {label for one in handed.values() for label in one.answers} | set(earlier.catalogue if earlier else {})
        labels = [label for label in self.assignments if label in labels]
        names = file_names(sorted({student.id for student in everyone} | set(earlier.results if earlier else ())))
        try:
            self.catalogue = {label: self._tests_of(label) for label in labels}
            outcomes = self._outcomes(handed, progress)
        except BaseException:
            self.close(at_once=True)
            raise
        self.close()
        book = Book(self.catalogue, dict(earlier.results) if earlier else {})
        for student in students:
            of_student = {label: outcomes[student.id, label] for label in labels if (student.id, label) in outcomes}
            book.results[student.id] = self._result(student, handed[student.id], of_student, names[student.id], labels)
        book.results = dict(sorted(book.results.items()))
        return book

    def close(self, at_once=False):
        if self.judge:
            self.judge.end(at_once)
            self.judge = None

    # ------------------------------------------------------------------------------------------------ asking

    def _asked(self):
        """The judge, started when it is needed for the first time."""
        if not self.judge:
            judge = Judge(self.setting.command, self.setting.log)
            judge.__enter__()
            self.judge, self.ready = judge, judge.ready
        return self.judge

    def _tests_of(self, label):
        request = self.assignments[label].request()
        key = key_of("tests", self.setting.made_from, request)
        answer = self.cache.get(key)
        if answer is None:
            answer = self._register(label)
            self.cache.put(key, answer)
        return results.catalogue_of(answer)

    def _register(self, label):
        return self._asked().register(self.assignments[label].request())

    def _outcomes(self, handed, progress):
        """The outcome of every notebook that counts, by student and assignment."""
        outcomes, requests, keys = {}, [], {}
        for student, one in handed.items():
            for label, answers in one.answers.items():
                outcome = Outcome(label, answers.path, seeds.seed_of(self.setting.secret, student, label),
                                  results.at_zero(self.catalogue[label]), answers.missing)
                outcomes[student, label] = outcome
                request = self._request(student, label, answers, outcome.seed)
                keys[request["key"]] = student, label, self._key(request)
                kept = self.cache.get(keys[request["key"]][2]) if student not in self.setting.afresh else None
                if kept is not None:
                    self._fill(outcome, kept, kept=True)
                if kept is not None or not answers.cells:
                    progress.step()
                else:
                    requests.append(request)
        for request, answer in self._answers(requests):
            student, label, key = keys[request["key"]]
            if answer is None:
                outcomes[student, label].failure = "the judge died twice while it graded this; run it alone and look into the log"
            else:
                self.cache.put(key, answer)
                self._fill(outcomes[student, label], answer)
            progress.step()
        return outcomes

    def _answers(self, requests):
        if requests:
            judge = self._asked()
            for label in {request["assignment"]: None for request in requests}:
                if label not in judge.assignments:
                    self._register(label)
            yield from judge.grade(requests)

    def _request(self, student, label, answers, seed):
        return {"op": "grade", "key": f"{student}\n{label}", "assignment": label, "seed": seed,
                "cells": [{"id": exercise, "source": source} for exercise, source in answers.cells]}

    def _key(self, request):
        """Everything that the answer depends on; not the student's name, of which the seed is made."""
        return key_of("grade", self.setting.made_from, self.assignments[request["assignment"]].request(), request["seed"], request["cells"],
                      self.setting.timeout, self.setting.unsafe)

    def _fill(self, outcome, answer, kept=False):
        outcome.exercises = results.graded(self.catalogue[outcome.assignment], answer)
        remarks = answer.get("remarks")
        outcome.remarks = [one_line(remark, 400) for remark in remarks[:20] if isinstance(remark, str)] if isinstance(remarks, list) else []
        seconds = answer.get("seconds")
        outcome.seconds, outcome.kept = float(seconds) if isinstance(seconds, (int, float)) else 0.0, kept
        if isinstance(answer.get("fault"), str):
            outcome.failure = one_line(answer["fault"], 400)

    # -------------------------------------------------------------------------------------------- one student

    def _result(self, student, handed, outcomes, file, labels):
        reasons = handed.remarks + handed.unreadable + [remark for answers in handed.answers.values() for remark in answers.remarks]
        reasons += [f"{label}: {outcome.failure}" for label, outcome in outcomes.items() if outcome.failure]
        absent = [label for label in labels if label not in outcomes]
        if handed.answers and absent:
            reasons.append(f"nothing was handed in for {', '.join(absent)}")
        if not handed.answers and not handed.unreadable:
            others = f"; there {'is 1 other file' if student.others == 1 else f'are {student.others} other files'}" if student.others else ""
            return Result(student.id, file, results.MISSING, reasons + [f"no notebook was handed in{others}"])
        result = Result(student.id, file, results.GRADED, reasons, outcomes)
        if any(outcome.failure for outcome in outcomes.values()) or (handed.unreadable and (absent or not outcomes)):
            result.status = results.UNGRADABLE
        elif result.remarks:
            result.status = results.REMARKS
        return result
