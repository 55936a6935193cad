"""Submissions that a grader must survive, each with what must come of it; test_corpus.py grades them all as one class."""
