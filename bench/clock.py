"""How fast the clock answers: whole columns, one case, and beside what others count working days with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

import chinese_calendar
import holidays
import numpy as np

from bench.histories import EPOCH, Case, Columns, Days, as_date, columns, mixed
from bench.race import Caller, Variant, race, race_calls
from bench.workload import Goal, Outcome, Size, Workload
from yifa.law.catalogue import calendar
from yifa.law.clock import Calendar, Unit
from yifa.law.clock.bulk import NO_DAY, STILL_OPEN, Dues, due_many
from yifa.law.clock.calendar import SATURDAY

FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
"""The years that have a holiday notice."""
LAST_START = date(2026, 10, 31)
ROUNDS = {Size.FULL: 11, Size.QUICK: 5, Size.TINY: 1}
COLUMN_ROWS = {Size.FULL: 1_200_000, Size.QUICK: 120_000, Size.TINY: 300}
CALLS = {Size.FULL: 4_000, Size.QUICK: 1_000, Size.TINY: 30}
PEER_CASES = {Size.FULL: 1_000, Size.QUICK: 500, Size.TINY: 40}
CHECKED = 2_000
"""About so many rows of each unit are asked again one by one."""
ONE_DAY = timedelta(days=1)

LOOK_UP = "table look-up: working days, no pauses"
BUSDAY = "NumPy busday_offset: working days, no pauses"
PLAIN = "yifa: working days, no pauses"
PAUSED = "yifa: all units, up to three pauses"
EXTENDED = "yifa: all units, up to three pauses and two extensions"


def measure_columns(size: Size) -> Outcome:
    """Whole columns beside a look-up in two tables, the least that any clock of working days must do."""
    law, rows = calendar(), COLUMN_ROWS[size]
    plain = columns(rows, Unit.WORKING_DAYS, first=FIRST, last=LAST_START)
    batches = mixed(rows, first=FIRST, last=LAST_START)
    together = sum(len(batch.start) for batch in batches)

    def answer(*, pauses: bool, extensions: bool) -> list[Dues]:
        return [batch.dues(law, pauses=pauses, extensions=extensions) for batch in batches]

    found = race(
        "Last days for columns of terms",
        [
            Variant(LOOK_UP, look_up(law, plain), rows),
            Variant(BUSDAY, busday(law, plain), rows),
            Variant(PLAIN, lambda: due_many(law, plain.start, plain.n, plain.unit).latest, rows),
            Variant("yifa: all units, no pauses", partial(answer, pauses=False, extensions=False), together),
            *(
                Variant(
                    f"yifa: {batch.unit}, up to three pauses",
                    partial(batch.dues, law, pauses=True, extensions=False),
                    len(batch.start),
                )
                for batch in batches
            ),
            Variant(PAUSED, partial(answer, pauses=True, extensions=False), together),
            Variant(EXTENDED, partial(answer, pauses=True, extensions=True), together),
        ],
        reference=LOOK_UP,
        rounds=ROUNDS[size],
    )
    faults = [
        f"{name} differs from the table look-up in {int((found.answers[name] != found.answers[LOOK_UP]).sum())} rows"
        for name in (BUSDAY, PLAIN)
        if not np.array_equal(found.answers[name], found.answers[LOOK_UP])
    ]
    for name, extensions in ((PAUSED, False), (EXTENDED, True)):
        for batch, dues in zip(batches, found.answers[name], strict=True):
            faults += differing_rows(law, batch, dues, extensions=extensions)
    pauses = sum(int((batch.begins != NO_DAY).sum()) for batch in batches) / together
    grants = sum(int((batch.approved != NO_DAY).sum()) for batch in batches) / together
    provisional = sum(int(dues.provisional.sum()) for dues in found.answers[EXTENDED]) / together
    note = (
        f"A term has {pauses:.2f} pauses and {grants:.2f} extensions on average; {provisional:.1%} of the answers with "
        f"both are provisional. Of each unit some {CHECKED:,} rows were asked again one by one and compared."
    )
    goal = Goal("last days, all units, up to three pauses:", 2e6, found[PAUSED].per_second, "a second", at_least=True)
    return Outcome((found,), (goal,), (note,), tuple(faults))


def look_up(law: Calendar, plain: Columns) -> Callable[[], Days]:
    """The physical limit: how many working days up to the start, and on which day the n-th after it falls."""
    origin = (law.first - EPOCH).days
    start, upto, nth = plain.start - origin, law.late.upto_array, law.late.nth_array.astype(np.int64) + origin
    return lambda: nth[upto[start] + plain.n]


def busday(law: Calendar, plain: Columns) -> Callable[[], Days]:
    """NumPy's own function, with every day off of our calendar (weekends too) listed as a holiday."""
    origin = (law.first - EPOCH).days
    days_off = (np.flatnonzero(~law.late.works_array) + origin).astype("datetime64[D]")
    table = np.busdaycalendar(weekmask="1111111", holidays=days_off)
    start = plain.start.astype("datetime64[D]")
    return lambda: np.busday_offset(start, plain.n, roll="backward", busdaycal=table).astype(np.int64)


def differing_rows(law: Calendar, batch: Columns, dues: Dues, *, extensions: bool) -> Iterator[str]:
    """Rows of a batch, spread evenly, whose column answer is not the answer for the one case."""
    for row in range(0, len(batch.start), max(len(batch.start) // CHECKED, 1)):
        case = batch.case(row, extensions=extensions)
        one = case.due(law)
        days = (dues.latest[row], dues.earliest[row])
        latest, earliest = (None if day >= STILL_OPEN else as_date(day) for day in days)
        if (latest, earliest, bool(dues.provisional[row])) != (one.latest, one.earliest, one.provisional):
            yield f"{case}: columns say {latest}, {earliest}; one case {one.latest}, {one.earliest}"


NO_PAUSE = "all units, no pauses"


def measure_single(size: Size) -> Outcome:
    """One case at a time; the goal is held against the slowest kind."""
    law, cases = calendar(), CALLS[size]
    plain = columns(cases, Unit.WORKING_DAYS, first=FIRST, last=LAST_START)
    batches = mixed(cases, first=FIRST, last=LAST_START, least_pauses=1)
    future = mixed(cases, first=date(2026, 11, 1), last=date(2027, 12, 31), least_pauses=1)

    def ask(case: Case) -> None:
        case.due(law)

    def caller(name: str, chosen: Sequence[Columns], *, pauses: bool = True, extensions: bool = True) -> Caller:
        every = [
            batch.case(row, pauses=pauses, extensions=extensions) for batch in chosen for row in range(len(batch.start))
        ]
        return Caller(name, ask, every)

    found = race_calls(
        "The last day of one term",
        [
            caller("working days, no pauses", [plain], pauses=False, extensions=False),
            caller(NO_PAUSE, batches, pauses=False, extensions=False),
            caller("all units, one to three pauses", batches, extensions=False),
            caller("all units, one to three pauses, up to two extensions", batches),
            caller("the same, past the last holiday notice", future),
        ],
        reference=NO_PAUSE,
        rounds=ROUNDS[size],
    )
    slowest = max(found.standings, key=lambda one: one.p99.median)
    goal = Goal(f"p99 of one call, {slowest.name}:", 0.1, slowest.p99.median * 1e3, "ms", at_least=False)
    return Outcome((found,), (goal,))


ONE_BY_ONE = "yifa, one by one"
AS_COLUMN = "yifa, as one column"
LOOP = "loop over days with a set of our days off (as in Froide)"
IS_WORKDAY = "chinesecalendar, is_workday day by day"
FIND_WORKDAY = "chinesecalendar, find_workday"
NTH_WORKING_DAY = "holidays, get_nth_working_day"
MUST_AGREE = (AS_COLUMN, LOOP, IS_WORKDAY, FIND_WORKDAY)


def measure_peers(size: Size) -> Outcome:
    """Plain working-day terms without pauses that end within the years known: what the others can answer too."""
    law = calendar()
    terms = columns(PEER_CASES[size], Unit.WORKING_DAYS, first=FIRST, last=date(2026, 9, 30))
    cases = [terms.case(row, pauses=False, extensions=False) for row in range(len(terms.start))]
    asked = [(case.start, case.term.length.n) for case in cases]
    days = [FIRST + ONE_DAY * place for place in range((LAST - FIRST).days + 1)]
    days_off = {day for day in days if not law.day(day).working}
    others = holidays.country_holidays("CN", years=range(FIRST.year, LAST.year + 1))
    named = set(others)

    def each(answer: Callable[[date, int], date | None]) -> Callable[[], list[date | None]]:
        return lambda: [answer(start, n) for start, n in asked]

    def of_chinesecalendar(start: date, n: int) -> date:
        return chinese_calendar.find_workday(n - 1, start + ONE_DAY)

    found = race(
        f"The last days of {len(cases):,} plain working-day terms",
        [
            Variant(ONE_BY_ONE, lambda: [case.due(law).latest for case in cases], len(cases)),
            Variant(AS_COLUMN, lambda: due_many(law, terms.start, terms.n, terms.unit).latest, len(cases)),
            Variant(LOOP, each(partial(walk, lambda day: day not in days_off)), len(cases)),
            Variant(IS_WORKDAY, each(partial(walk, chinese_calendar.is_workday)), len(cases)),
            Variant(FIND_WORKDAY, each(of_chinesecalendar), len(cases)),
            Variant(NTH_WORKING_DAY, each(others.get_nth_working_day), len(cases)),
        ],
        reference=ONE_BY_ONE,
        rounds=ROUNDS[size],
    )
    answers = {**found.answers, AS_COLUMN: [as_date(day) for day in found.answers[AS_COLUMN]]}
    ours = answers[ONE_BY_ONE]
    naive = each(partial(walk, lambda day: day.weekday() < SATURDAY and day not in named))()
    other_days = sum(others.is_working_day(day) == (day in days_off) for day in days)
    notes = (
        f"holidays: {differing(answers[NTH_WORKING_DAY], ours)} of {len(ours):,} last days differ from ours, and "
        f"{other_days} of {len(days):,} single days.",
        f"A loop that skips weekends and the days listed by holidays, and knows no make-up days: "
        f"{differing(naive, ours)} of {len(ours):,} last days differ from ours.",
    )
    faults = tuple(
        f"{name}: {differing(answers[name], ours)} of {len(ours):,} last days differ from ours"
        for name in MUST_AGREE
        if answers[name] != ours
    )
    return Outcome((found,), notes=notes, faults=faults)


def walk(works: Callable[[date], bool], start: date, n: int) -> date:
    """The n-th working day after the start, from day to day."""
    day = start
    while n:
        day += ONE_DAY
        n -= works(day)
    return day


def differing(some: Sequence[date | None], others: Sequence[date | None]) -> int:
    """In how many places two rows of answers differ."""
    return sum(one != other for one, other in zip(some, others, strict=True))


WORKLOADS = (
    Workload(
        "clock.columns",
        "How many last days a second, for whole columns of terms in working days, calendar days and months, with up to "
        "three pauses? Beside a plain look-up in a table of working days, the least that any such clock has to do, and "
        "NumPy's own function for business days; both know neither pauses nor other units.",
        measure_columns,
        ("numpy",),
    ),
    Workload(
        "clock.single",
        "How long does one answer take, with all that explains it, with and without pauses and extensions? Each call "
        "is timed by itself.",
        measure_single,
    ),
    Workload(
        "clock.peers",
        "How does the clock stand beside what others count working days with? Only on what these can answer: plain "
        "working-day terms, no pauses, within the years that have a holiday notice.",
        measure_peers,
        ("chinesecalendar", "holidays", "numpy"),
    ),
)
