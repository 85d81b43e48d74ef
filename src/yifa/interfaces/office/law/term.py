"""The term calculator: within, before, or not before so many days of a day, a time left out, and why it ends then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.law.days import Week, weeks_between
from yifa.law.catalogue import calendar
from yifa.law.clock import Calendar, Length, OutOfCalendar, Pause, Term, Unit, count_back, due, not_before, story
from yifa.law.clock.telling import tell, tell_length
from yifa.wording import Language

UNITS = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.YEARS)
WAYS = ("within", "before", "at-least")
LONGEST = 2000
DRAWN_WEEKS = 30
"""So many weeks are drawn day by day."""
PAUSE = "suspension"


@dataclass(frozen=True)
class Answer:
    """The answer of the calculator: the day, and why, sentence by sentence; the weeks in which it lies, drawn."""

    head: str
    reasons: tuple[str, ...]
    weeks: tuple[Week, ...] = ()


class _Wrong(Exception):
    """A field that cannot be read."""

    def __init__(self, field: str, words: str) -> None:
        self.field, self.words = field, words
        super().__init__(words)


@page("law/term/", name="term", roles=ANYBODY)
def term(request: Asked) -> HttpResponse:
    """The term calculator; no waiting for script."""
    asked, speech = request.GET, request.speech
    given = {name: asked.get(name, "").strip() for name in ("from", "n", "unit", "way", "left_from", "left_to")}
    errors: list[tuple[str, str]] = []
    answer = None
    if "n" in asked:
        try:
            answer = _answer(given, speech)
        except _Wrong as wrong:
            errors.append((wrong.field, wrong.words))
    told = {
        "given": given | {"from": given["from"] or request.desk.today.isoformat()},
        "units": [(one.value, _unit(one, speech)) for one in UNITS],
        "ways": [(one, _way(one, speech)) for one in WAYS],
        "answer": answer,
        "errors": errors,
        "weekdays": [speech.weekday(date(2024, 1, place)) for place in range(1, 8)],
    }
    return render(request, "law/term.html", told)


def _answer(given: Mapping[str, str], speech: Language) -> Answer:
    start, length, way = _read(given, speech)
    of = calendar()
    try:
        if way == "before":
            return _back(start, length, of, speech)
        if way == "at-least":
            return _wait(start, length, of, speech)
        return _within(start, length, _pauses(given, start, speech), of, speech)
    except OutOfCalendar as error:
        reach = {"first": speech.day(of.first), "last": speech.day(of.last)}
        words = speech.say(
            "{day} lies outside the calendar, which reaches from {first} to {last}.", day=error.day, **reach
        )
        raise _Wrong("from", words) from None


def _read(given: Mapping[str, str], speech: Language) -> tuple[date, Length, str]:
    say, number = speech.say, given["n"]
    start = _day(given["from"], "from", speech)
    if not (number.isascii() and number.isdigit() and 0 < int(number) <= LONGEST):
        raise _Wrong("n", say("expected a whole number"))
    if given["unit"] and given["unit"] not in {one.value for one in UNITS}:
        raise _Wrong("unit", say("expected one of the list"))
    if given["way"] and given["way"] not in WAYS:
        raise _Wrong("way", say("expected one of the list"))
    return start, Length(int(number), Unit(given["unit"] or UNITS[0])), given["way"] or WAYS[0]


def _pauses(given: Mapping[str, str], start: date, speech: Language) -> tuple[Pause, ...]:
    """The time left out: after its first day up to and including its last."""
    if not given["left_from"] and not given["left_to"]:
        return ()
    begins = _day(given["left_from"], "left_from", speech)
    ends = _day(given["left_to"], "left_to", speech) if given["left_to"] else None
    if begins < start:
        raise _Wrong("left_from", speech.say("The time left out begins before the term does."))
    if ends is not None and ends < begins:
        raise _Wrong("left_to", speech.say("The time left out ends before it begins."))
    return (Pause(begins, ends, PAUSE, told=True),)


def _day(text: str, field: str, speech: Language) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _Wrong(field, speech.say("The day cannot be read; expected one such as 2026-03-02.")) from None


def _within(start: date, length: Length, pauses: tuple[Pause, ...], of: Calendar, speech: Language) -> Answer:
    say = speech.say
    asked = Term(length, stops_for=frozenset({PAUSE}) if pauses else frozenset())
    found = due(asked, start, of, pauses=pauses)
    last = found.day or found.latest
    if found.day is not None:
        head = say("Last day: {day}", day=speech.day(found.day))
    elif found.latest is not None and found.earliest is not None:
        span = {"earliest": speech.day(found.earliest), "latest": speech.day(found.latest)}
        head = say("Provisional: between {earliest} and {latest}", **span)
    else:
        head = say("Provisional: not known yet")
    drawn = () if last is None else _drawn(start, last, of, speech)
    return Answer(head, tuple(tell(story(found), speech)), drawn)


def _back(event: date, length: Length, of: Calendar, speech: Language) -> Answer:
    say, found = speech.say, count_back(event, length, of)
    told = tell_length(length, speech)
    why = (
        say("Counted back from {day}, which is itself left out: {length}.", day=speech.day(event), length=told),
        say("On the day itself it is contested whether that is enough; the day before it is in time for sure."),
    )
    if found.provisional:
        span = {"earliest": speech.day(found.earliest), "latest": speech.day(found.latest)}
        return Answer(say("Provisional: between {earliest} and {latest}", **span), why)
    return Answer(
        say("At the latest on {day}", day=speech.day(found.latest)), why, _drawn(found.latest, event, of, speech)
    )


def _wait(start: date, length: Length, of: Calendar, speech: Language) -> Answer:
    say, found = speech.say, not_before(start, length, of, how="at-least")
    told = tell_length(length, speech)
    why = (say("The day {day} is left out, and {length} must have passed.", day=speech.day(start), length=told),)
    if found.provisional:
        span = {"earliest": speech.day(found.earliest), "latest": speech.day(found.latest)}
        return Answer(say("Provisional: between {earliest} and {latest}", **span), why)
    return Answer(say("Not before {day}", day=speech.day(found.latest)), why, _drawn(start, found.latest, of, speech))


def _drawn(first: date, last: date, of: Calendar, speech: Language) -> tuple[Week, ...]:
    if (last - first).days > DRAWN_WEEKS * 7:
        return ()
    say = speech.say
    return tuple(weeks_between(first, last, of, speech, {(first, say("begins")), (last, say("ends"))}))


def _way(way: str, speech: Language) -> str:
    say = speech.say
    return {
        "within": say("within, after it"),
        "before": say("at the latest, before it"),
        "at-least": say("not earlier than, after it"),
    }[way]


def _unit(unit: Unit, speech: Language) -> str:
    say = speech.say
    return {
        Unit.WORKING_DAYS: say("working days"),
        Unit.CALENDAR_DAYS: say("days"),
        Unit.MONTHS: say("months"),
        Unit.YEARS: say("years"),
    }[unit]
