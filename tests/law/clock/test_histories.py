"""Three readings of the same terms: one case, whole columns, and the judge who walks from day to day."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import pytest

from tests.law.clock.histories import EPOCH, UNITS, Columns, History, as_date_or_none, columns
from tests.law.clock.judge import judge, wall
from yifa.law.catalogue import calendar
from yifa.law.clock import OutOfCalendar, Unit

RULES = [(unit, rolls) for unit in UNITS for rolls in (True, False)]


def judged(history: History) -> tuple:
    """The judge's answer in the form compared: latest, earliest, provisional, days left."""
    asked = {
        "rolls": history.rolls,
        "pauses": list(history.pauses),
        "extensions": list(history.extensions),
        "times": history.times,
    }
    gloomy = judge(wall(), history.start, history.n, str(history.unit), hopeful=False, **asked)
    hopeful = gloomy
    if gloomy.needed_unknown:
        hopeful = judge(wall(), history.start, history.n, str(history.unit), hopeful=True, **asked)
    return gloomy.day, hopeful.day, gloomy.day != hopeful.day, gloomy.left


def counted(history: History) -> tuple:
    answer = history.due(calendar())
    return answer.latest, answer.earliest, answer.latest != answer.earliest, answer.days_left


def disagreements(part: Columns, *, with_judge: bool) -> list[str]:
    """Every row on which the readings differ, as text."""
    answers = part.dues(calendar())
    assert not answers.beyond.any()
    found = []
    for place in range(len(part.start)):
        history = part.row(place)
        one = history.due(calendar())
        column = (
            as_date_or_none(answers.latest[place]),
            as_date_or_none(answers.earliest[place]),
            as_date_or_none(answers.end[place]),
            bool(answers.provisional[place]),
            bool(answers.running[place]),
            as_date_or_none(answers.advisory_until[place]),
        )
        scalar = (one.latest, one.earliest, one.end, one.provisional, one.running, one.advisory_until)
        if column != scalar:
            found.append(f"{history}: columns {column}, one case {scalar}")
        if with_judge and judged(history) != (one.latest, one.earliest, one.latest != one.earliest, one.days_left):
            found.append(f"{history}: judge {judged(history)}, clock {counted(history)}")
    return found


@pytest.mark.parametrize(("unit", "rolls"), RULES)
def test_three_readings_agree_on_random_histories(unit: Unit, rolls: bool) -> None:
    part = columns(400, unit, rolls=rolls, seed=7)

    assert disagreements(part, with_judge=True) == []


def _million_part(task: tuple[Unit, bool, int, int]) -> list[str]:
    unit, rolls, rows, seed = task
    return disagreements(columns(rows, unit, rolls=rolls, seed=seed), with_judge=True)[:5]


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_three_readings_agree_on_a_million_random_histories() -> None:
    share = {Unit.WORKING_DAYS: 0.4, Unit.CALENDAR_DAYS: 0.4, Unit.MONTHS: 0.15, Unit.YEARS: 0.05}
    tasks = []
    for unit, rolls in RULES:
        rows = int(1_000_000 * share[unit] / 2)
        tasks += [(unit, rolls, rows // 20, 1000 + part) for part in range(20)]
    assert sum(rows for *_, rows, _ in tasks) == 1_000_000

    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        found = [line for lines in pool.map(_million_part, tasks) for line in lines]

    assert found == []


def test_columns_mark_rows_beyond_every_table_and_answer_the_others() -> None:
    start = np.array([18_000, 40_000], dtype=np.int64)
    part = Columns(
        Unit.WORKING_DAYS,
        True,
        start,
        np.array([5, 5]),
        np.empty((2, 0), dtype=np.int64),
        np.empty((2, 0), dtype=np.int64),
        np.empty((2, 0), dtype=np.int64),
        np.empty((2, 0), dtype=np.int64),
    )

    answers = part.dues(calendar())

    assert answers.beyond.tolist() == [False, True]
    assert as_date_or_none(answers.latest[0]) == part.row(0).due(calendar()).latest


@pytest.mark.parametrize(("unit", "rolls"), RULES)
def test_at_the_edges_of_the_tables_columns_answer_and_refuse_as_one_case_does(unit: Unit, rolls: bool) -> None:
    wall_of_days = calendar()
    part = columns(1200, unit, rolls=rolls, seed=11)
    edges = [wall_of_days.first, wall_of_days.last]
    start = np.array([(edge - EPOCH).days for edge in edges])[np.arange(1200) % 2] + part.start % 900 - 450
    moved = part.moved_to(start)
    answers = moved.dues(wall_of_days)
    found = []
    for place in range(1200):
        try:
            one = moved.row(place).due(wall_of_days)
        except OutOfCalendar:
            expected = None
        else:
            days = (one.latest, one.earliest, one.end, one.advisory_until)
            expected = (*days, one.provisional, one.running)
        days = (answers.latest, answers.earliest, answers.end, answers.advisory_until)
        counted = (*(as_date_or_none(day[place]) for day in days), answers.provisional[place], answers.running[place])
        if expected != (None if answers.beyond[place] else counted):
            found.append(f"{moved.row(place)}: columns {counted}, one case {expected}")
    assert found == []
    assert answers.beyond.any() is np.bool_(rolls or unit is Unit.WORKING_DAYS)
    assert not answers.beyond.all()
