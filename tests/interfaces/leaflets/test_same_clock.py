"""The page's clock and ours: the vectors, and many questions made up at random, answered by both alike."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.interfaces.leaflets.conftest import Opened
from yifa.law.catalogue import calendar
from yifa.law.catalogue.vectors import agrees, read_vectors
from yifa.law.clock import (
    Extension,
    ExtensionRule,
    Length,
    Pause,
    Term,
    Unit,
    annual_date,
    count_back,
    due,
    due_moment,
    not_before,
    parse_length,
    story,
)
from yifa.law.clock.telling import tell
from yifa.wording import language

HERE = Path(__file__).parent
VECTORS = HERE.parents[2] / "vectors"
LONGEST = {Unit.WORKING_DAYS: 60, Unit.CALENDAR_DAYS: 200, Unit.MONTHS: 24, Unit.YEARS: 5}
KINDS = ("test", "hearing", "suspension")


@pytest.mark.browser
def test_page_answers_every_vector(opened: Opened) -> None:
    vectors = [vector for file in read_vectors(VECTORS) for vector in file.vectors]
    assert vectors

    given = opened.page.evaluate(
        (HERE / "vectors.js").read_text(encoding="utf-8"),
        [vector.model_dump(mode="json", by_alias=True) for vector in vectors],
    )

    wrong = [
        f"{one.id}: expected {one.expect}, found {given[one.id]}" for one in vectors if not agrees(one, given[one.id])
    ]
    assert wrong == []


@pytest.mark.browser
def test_page_answers_questions_made_up_at_random_as_the_clock_does(opened: Opened) -> None:
    chance = random.Random(20260101)
    questions = [_question(chance) for _ in range(2000)]

    given = opened.page.evaluate((HERE / "questions.js").read_text(encoding="utf-8"), questions)

    wrong = []
    for question, found in zip(questions, given, strict=True):
        expected = _answer(question)
        if found != expected:
            wrong.append(f"{question}:\n  clock {expected}\n  page  {found}")
    assert wrong[:5] == []


def _question(chance: random.Random) -> dict[str, Any]:
    start = date(2018, 7, 1) + timedelta(days=chance.randrange(3300))
    unit = chance.choices(list(LONGEST), [4, 4, 2, 1])[0]
    length = f"{chance.randint(1, LONGEST[unit])} {unit}"
    question: dict[str, Any] = {"start": start.isoformat(), "length": length}
    question["ask"] = chance.choices(["within", "before", "at-least", "after", "annual", "hours"], [14, 2, 1, 2, 1, 1])[
        0
    ]
    if question["ask"] == "annual":
        return question | {"before-word": chance.random() < 0.5}
    if question["ask"] == "hours":
        time = chance.choice([None, f"{chance.randrange(24):02d}:{chance.randrange(60):02d}"])
        return question | {"length": f"{chance.randint(1, 96)} {chance.choice(['hours', 'minutes'])}", "time": time}
    if question["ask"] != "within":
        return question
    reach = {Unit.YEARS: 900, Unit.MONTHS: 300}.get(unit, 120)
    question["rolls"] = chance.random() < 0.6
    question["stops-for"] = list(chance.sample(KINDS, 2))
    question["told-needed"] = chance.random() < 0.4
    question["pauses"] = [_pause(chance, start, reach) for _ in range(chance.choice([0, 0, 1, 2, 3]))]
    more = [unit] if unit is Unit.WORKING_DAYS else [Unit.CALENDAR_DAYS, Unit.MONTHS]
    question["extensions"] = [
        {
            "on": (start + timedelta(days=chance.randint(0, reach))).isoformat(),
            "length": f"{chance.randint(1, 30 if of is not Unit.MONTHS else 3)} {of}",
            "by": chance.choice([None, "head", "clerk"]),
            "told": chance.choice([None, True, False]),
        }
        for of in chance.choices(more, k=chance.choice([0, 0, 1, 2]))
    ]
    if chance.random() < 0.8:
        of = chance.choice(more)
        question["may-extend"] = {
            "at-most": f"{chance.randint(1, 30 if of is not Unit.MONTHS else 3)} {of}",
            "by": chance.choice([[], ["head"]]),
            "times": chance.randint(1, 2),
            "told-needed": chance.random() < 0.3,
        }
    return question


def _pause(chance: random.Random, start: date, reach: int) -> dict[str, Any]:
    begins = start + timedelta(days=chance.randint(-15, reach))
    ends = None if chance.random() < 0.08 else begins + timedelta(days=chance.randint(0, 35))
    told = chance.choice([None, True, False])
    return {"from": begins.isoformat(), "to": ends and ends.isoformat(), "kind": chance.choice(KINDS), "told": told}


def _answer(question: dict[str, Any]) -> dict[str, Any]:
    """What our clock says, in the words of `questions.js`."""
    start, length = date.fromisoformat(question["start"]), parse_length(question["length"])
    days = calendar()
    match question["ask"]:
        case "before":
            back = count_back(start, length, days)
            return {"latest": _text(back.latest), "earliest": _text(back.earliest), "provisional": back.provisional}
        case "at-least" | "after" as how:
            wait = not_before(start, length, days, how=how)
            shown = {"latest": _text(wait.latest), "earliest": _text(wait.earliest), "provisional": wait.provisional}
            return shown | {"advisory": _text(wait.advisory_from)}
        case "annual":
            fixed = annual_date(start.year, start.month, min(start.day, 28), days, before_word=question["before-word"])
            return {
                "day": _text(fixed.day),
                "advisory": [_text(day) for day in fixed.advisory],
                "provisional": fixed.provisional,
            }
        case "hours":
            at = question["time"]
            moment = due_moment(datetime.fromisoformat(f"{start}T{at}") if at else start, length)
            return {
                "moment": moment.moment.isoformat(timespec="minutes"),
                "earliest": moment.earliest.isoformat(timespec="minutes"),
            }
    return _within(question, start, length)


def _within(question: dict[str, Any], start: date, length: Length) -> dict[str, Any]:
    may = question.get("may-extend")
    rule = may and ExtensionRule(parse_length(may["at-most"]), frozenset(may["by"]), may["times"], may["told-needed"])
    term = Term(
        length,
        rolls=question["rolls"],
        stops_for=frozenset(question["stops-for"]),
        pauses_must_be_told=question["told-needed"],
        extension=rule,
    )
    pauses = [
        Pause(_day(one["from"]), one["to"] and _day(one["to"]), one["kind"], one["told"]) for one in question["pauses"]
    ]
    extensions = [
        Extension(_day(one["on"]), parse_length(one["length"]), one["by"], one["told"])
        for one in question["extensions"]
    ]
    found = due(term, start, calendar(), pauses=pauses, extensions=extensions)
    told = story(found)
    counted = sum(run.days for run in told.runs if run.treatment.counts)
    return {
        "latest": _text(found.latest),
        "earliest": _text(found.earliest),
        "end": _text(found.end),
        "provisional": found.provisional,
        "running": found.running,
        "daysLeft": found.days_left,
        "advisory": _text(found.advisory_until),
        "judged": [[one.counts, str(one.verdict), _text(one.reached)] for one in found.judged],
        "counted": counted if found.latest else None,
        "told": None if found.provisional else {tag: tell(told, language(tag)) for tag in ("zh", "en")},
    }


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
