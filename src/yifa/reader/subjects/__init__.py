"""Subjects: what each number counts, what was done, where and when, of what it is a part, and its measure.

A subject is the noun that a reader would name: behind the number, before it, or carried over from the clause before.
Measures are given only where the words leave no doubt.
"""

from yifa.reader.subjects.giving import give_subjects

__all__ = ["give_subjects"]
