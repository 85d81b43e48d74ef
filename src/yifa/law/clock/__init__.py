"""Which day is the last, and why.

The clock counts terms as each Chinese statute counts them: the trigger day is left out (民法典 201), months end on the
corresponding day (202), a term for doing an act rolls to the next working day (203, policy P2), pauses and extensions
are folded together in order of time (P11–P13). It knows no "today" and guesses nothing: past the last published
holiday notice a day is *provisional*, with an earliest and a latest reading.

One question, one function: `due` (within N), `count_back` (N days before), `not_before` (at least / after N),
`annual_date` (by 1 March), `due_moment` (hours), `deemed` (a fiction fires). `bulk` answers `due` for whole columns.
"""

from yifa.law.clock.calendar import Calendar, Day, Notice, NoticeDay, OutOfCalendar
from yifa.law.clock.fold import Due, ImpossibleTerm, LastDays, due, last_days
from yifa.law.clock.lengths import Length, NotALength, Unit, parse_length
from yifa.law.clock.questions import (
    AnnualDate,
    CountedBack,
    Deemed,
    DueMoment,
    Lawfulness,
    NotBefore,
    annual_date,
    clear_working_days,
    count_back,
    deemed,
    due_moment,
    not_before,
)
from yifa.law.clock.story import Story, story
from yifa.law.clock.terms import Extension, ExtensionRule, Pause, Term

__all__ = [
    "AnnualDate",
    "Calendar",
    "CountedBack",
    "Day",
    "Deemed",
    "Due",
    "DueMoment",
    "Extension",
    "ExtensionRule",
    "ImpossibleTerm",
    "LastDays",
    "Lawfulness",
    "Length",
    "NotALength",
    "NotBefore",
    "Notice",
    "NoticeDay",
    "OutOfCalendar",
    "Pause",
    "Story",
    "Term",
    "Unit",
    "annual_date",
    "clear_working_days",
    "count_back",
    "deemed",
    "due",
    "due_moment",
    "last_days",
    "not_before",
    "parse_length",
    "story",
]
