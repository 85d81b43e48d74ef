"""The three numbers of a leader, each with its definition and the rows it counts, and nothing else.

They count matters and terms of the files one may read, never persons, and are not held against those of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.counting import count_known, so_many
from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.marks import told_marks
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.organ_by_organ import first_rows
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.queries import due_between, overdue
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case
from yifa.wording import Language

AnyRow = TypeVar("AnyRow", Case, Mark)
WEEK = timedelta(days=7)
PAGE = 50


class Number(StrEnum):
    """The three."""

    OPEN = "open"
    LATE = "late"
    WEEK = "week"


@dataclass(frozen=True)
class Told:
    """A number: what it is called, what it counts, how many there are."""

    number: Number
    words: str
    definition: str
    many: str


def open_cases() -> QuerySet[Case]:
    """The matters that are being handled, the one opened first first."""
    return Case.objects.filter(state=State.OPEN).select_related("organ").order_by("opened", "id")


def marks_of(number: Number, today: date) -> QuerySet[Mark]:
    """The terms a number counts, the earliest day first."""
    return _marks(number, *_days(number, today))


def _days(number: Number, today: date) -> tuple[date, ...]:
    return (today,) if number is Number.LATE else (today, today + WEEK)


def _marks(number: Number, *days: date) -> QuerySet[Mark]:
    return overdue(*days) if number is Number.LATE else due_between(*days)


def tell(number: Number, today: date, speech: Language, most: int | None = None) -> Told:
    """A number with its definition; `most`: of more than so many it is only said that there are more."""
    say, last = speech.say, speech.day(today + WEEK)
    words = {
        Number.OPEN: say("open matters"),
        Number.LATE: say("terms overdue"),
        Number.WEEK: say("terms due within seven days"),
    }
    definitions = {
        Number.OPEN: say(
            "Matters that you may read and that are being handled: opened, and by their record not done with, not "
            "closed, merged or transferred."
        ),
        Number.LATE: say(
            "Terms of the organ, in matters that you may read and that are not closed, whose last day has passed and "
            "which, going by the record, were not kept. A matter with two such terms counts twice; what is to be done "
            "after a matter is done with counts too."
        ),
        Number.WEEK: say(
            "Terms of the organ, in matters that you may read and that are not closed, whose last day lies between "
            "today and {day}. Days of parties do not count.",
            day=last,
        ),
    }
    rows = open_cases() if number is Number.OPEN else marks_of(number, today)
    many = str(rows.count()) if most is None else _glanced(number, today, most)
    return Told(number, words[number], definitions[number], many)


def _glanced(number: Number, today: date, most: int) -> str:
    if number is Number.OPEN:
        return so_many(count_known("open cases", open_cases, most=most), most)
    counted = count_known(f"number {number}", lambda *days: _marks(number, *days), *_days(number, today), most=most)
    return so_many(counted, most)


@page("numbers/<slug:which>/", name="number", roles=READERS)
def number(request: Asked, which: str) -> HttpResponse:
    """A number with its definition and its rows, fifty a page."""
    if which not in {one.value for one in Number}:
        raise Http404
    desk, speech, wanted = request.desk, request.speech, Number(which)
    after = request.GET.get("after", "")
    told: dict[str, object] = {"told": tell(wanted, desk.today, speech), "begun": bool(after), "cases": [], "marks": []}
    if wanted is Number.OPEN:
        known = None if after else f"number {wanted}"
        places = first_rows(
            lambda: _behind(open_cases(), "opened", after).values_list("opened", "id", "organ"),
            PAGE + 1,
            lambda one: one,
            key=known,
        )
        cases = list(open_cases().filter(id__in=[id_ for _, id_, _ in places]))
        about = matters(cases, desk.today, speech)
        told["cases"] = [(about[one.id], (desk.today - one.opened).days) for one in cases[:PAGE]]
        told["next"] = _next(cases, "opened")
    else:
        known = None if after else f"number {wanted}"
        places = first_rows(
            lambda *days: _behind(_marks(wanted, *days), "due", after).values_list("due", "id", "organ"),
            PAGE + 1,
            lambda one: one,
            *_days(wanted, desk.today),
            key=known,
        )
        marks = list(marks_of(wanted, desk.today).filter(id__in=[id_ for _, id_, _ in places]))
        told["marks"] = told_marks(marks[:PAGE], desk.today, speech)
        told["next"] = _next(marks, "due")
    return render(request, "workbench/number.html", told)


def _behind(rows: QuerySet[AnyRow], by: str, after: str) -> QuerySet[AnyRow]:
    day, _, number = after.partition("_")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return rows
    if not number.isdigit():
        return rows
    return rows.filter(Q(**{f"{by}__gt": on}) | Q(**{by: on, "id__gt": int(number)}))


def _next(found: Sequence[AnyRow], by: str) -> str:
    return "" if len(found) <= PAGE else f"?after={getattr(found[PAGE - 1], by).isoformat()}_{found[PAGE - 1].id}"
