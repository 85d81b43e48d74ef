"""Duties: what must happen, as trees over columns that any engine can evaluate.

`duty_set("licence")` gives every duty of a folder by grain: its `Answer` (three-valued expressions), the questions it
asks of the clock, the columns it reads. `kinds` has the meaning of each kind, under the name of its schema.
"""

from yifa.law.duties.answers import Answer, FindingClass, Outcome
from yifa.law.duties.understood import Understood
from yifa.law.duties.whole import DutySet, Grain, duty_set, understand

__all__ = ["Answer", "DutySet", "FindingClass", "Grain", "Outcome", "Understood", "duty_set", "understand"]
