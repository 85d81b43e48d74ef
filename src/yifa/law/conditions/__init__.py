"""Conditions: the small language in which the corpus says when a duty applies and what is asked.

A text is parsed by a grammar of our own (`grammar`), its names looked up and its types checked (`meaning`), and it
becomes a tree (`tree`) over columns (`columns`) in logic of three values. No text of the corpus is ever run as code.

`condition`, `value` and `event` read a text; `reading` says what a tree comes to for one row, slowly and plainly.
"""

from yifa.law.conditions.errors import NotACondition
from yifa.law.conditions.meaning import Scope, condition, event, people, value
from yifa.law.conditions.types import Type, day_number, day_of
from yifa.law.conditions.values import Declared, Value

__all__ = [
    "Declared",
    "NotACondition",
    "Scope",
    "Type",
    "Value",
    "condition",
    "day_number",
    "day_of",
    "event",
    "people",
    "value",
]
