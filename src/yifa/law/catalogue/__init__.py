"""The corpus, read and checked: the only room that opens the files of `yifa/corpus`.

Statutes, holiday notices and measures come out as typed objects. A file that parses but is wrong is refused with every
fault it has, each with its line and in words that say what was expected.
"""

from yifa.law.catalogue.calendars import calendar, notices, read_notice
from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure, measures
from yifa.law.catalogue.statutes import (
    Contested,
    CountingRule,
    Policy,
    Statute,
    StatuteVersion,
    UnknownStatute,
    contested_points,
    find_statute,
    policies,
    statutes,
)

__all__ = [
    "Contested",
    "CorpusFault",
    "CorpusFaults",
    "CountingRule",
    "Measure",
    "Policy",
    "Statute",
    "StatuteVersion",
    "UnknownMeasure",
    "UnknownStatute",
    "calendar",
    "contested_points",
    "find_statute",
    "measure",
    "measures",
    "notices",
    "policies",
    "read_notice",
    "statutes",
]
