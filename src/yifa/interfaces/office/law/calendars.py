"""The calendar of a year: days off and make-up working days, the notice they stand in, and what no notice says yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.manual.words import tell_grade
from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.law.days import Week, tell_day_kind, weeks_between
from yifa.law.catalogue import calendar
from yifa.law.clock import Calendar
from yifa.law.clock.calendar import DayKind
from yifa.law.clock.telling import tell_holiday
from yifa.wording import Language


@dataclass(frozen=True)
class Month:
    """A month as it is drawn; `working`: how many working days it has, blank where it is not known."""

    name: str
    weeks: tuple[Week, ...]
    working: str


@page("law/calendars/", name="calendars", roles=ANYBODY)
def calendars(request: Asked) -> HttpResponse:
    """A year, this one where none is asked for."""
    of, speech = calendar(), request.speech
    year = _year(request.GET.get("year", ""), of, request.desk.today)
    known = year in of.known_years
    months = [_month(year, number, of, speech) for number in range(1, 13)]
    named = [day for on, day in sorted(of.named.items()) if on.year == year]
    told = {
        "year": year,
        "known": known,
        "months": months,
        "weekdays": [speech.weekday(date(2024, 1, place)) for place in range(1, 8)],
        "working": sum(bool(of.day(on).working) for on in _days(year)) if known else 0,
        "published": [(one, tell_grade(one.verified, speech)) for one in of.notices if one.year == year],
        "named": [(speech.day(one.on), tell_day_kind(of.day(one.on).kind, speech), one) for one in named],
        "holiday": {one.on: tell_holiday(one.name, speech) for one in named},
        "kinds": [(one.value, tell_day_kind(one, speech)) for one in DayKind],
        "last_known": speech.day(of.last_known) if of.last_known else "",
        "years": sorted({*of.known_years, year, max(of.known_years) + 1} & set(range(of.first.year, of.last.year + 1))),
    }
    return render(request, "law/calendars.html", told)


def _year(text: str, of: Calendar, today: date) -> int:
    if not text:
        return today.year
    if not (text.isascii() and text.isdigit() and of.first.year <= int(text) <= of.last.year):
        raise Http404
    return int(text)


def _month(year: int, number: int, of: Calendar, speech: Language) -> Month:
    first = date(year, number, 1)
    last = date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)
    days = [first + timedelta(days=place) for place in range(last.day)]
    works = [of.day(one).working for one in days]
    working = "" if None in works else str(sum(map(bool, works)))
    return Month(_name(number, speech), tuple(weeks_between(first, last, of, speech)), working)


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [day for place in range(366) if (day := first + timedelta(days=place)).year == year]


def _name(number: int, speech: Language) -> str:
    say = speech.say
    names = (
        say("January"),
        say("February"),
        say("March"),
        say("April"),
        say("May"),
        say("June"),
        say("July"),
        say("August"),
        say("September"),
        say("October"),
        say("November"),
        say("December"),
    )
    return names[number - 1]
