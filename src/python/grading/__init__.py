"""Grading a class: what students handed in, the one judge that grades it, and the tables and pages made of that."""
