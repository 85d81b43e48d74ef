"""The workbench: the page one begins with, and comes back to."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.declaring import ANYBODY, READERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.marks import ToldMark, told_marks, weeks
from yifa.interfaces.office.matters import matters, procedure_name
from yifa.interfaces.office.workbench.waiting import waiting
from yifa.law.catalogue import calendar
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.queries import due_between, found_since, overdue, warned_until
from yifa.record.access.choices import RoleName
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case, Participant
from yifa.wording import Language

SHOWN = 12
"""So many lines of a column; the list of cases has all."""
FOUND_DAYS = 7
MINE, ALL = "mine", "all"


@page("", name="workbench", roles=ANYBODY)
def workbench(request: Asked) -> HttpResponse:
    """What is to be done today, and why."""
    desk, speech = request.desk, request.speech
    if not desk.roles & READERS:
        return render(request, "workbench/without_files.html", {})
    whose = request.GET.get("whose", "")
    mine = whose == MINE or (whose != ALL and desk.roles <= {RoleName.HANDLER, RoleName.RECONSIDERATION})
    late = _of(overdue(desk.today), desk, mine=mine)
    due = _of(due_between(desk.today, warned_until(desk.today)), desk, mine=mine)
    found = _of(found_since(desk.today - timedelta(days=FOUND_DAYS), desk.today), desk, mine=mine)
    steps = waiting(desk, speech)
    told = {
        "mine": mine,
        "today": speech.day(desk.today),
        "late": _lines(late, desk, speech),
        "due": _lines(due, desk, speech),
        "found": _lines(found, desk, speech),
        "steps": steps[:SHOWN],
        "counts": {"late": late.count(), "due": due.count(), "steps": len(steps), "found": found.count()},
        "week": _week(desk, mine=mine, speech=speech),
        "leader": _leader(desk, speech) if desk.roles & {RoleName.LEADER, RoleName.SUPERVISOR} else None,
    }
    return render(request, "workbench/workbench.html", told)


def _of(marks: QuerySet[Mark], desk: Desk, *, mine: bool) -> QuerySet[Mark]:
    """Marks of all cases one may read, or of those in which one takes part."""
    own = Participant.objects.filter(officer=desk.officer, last=None).values("case")
    return marks.filter(case__in=own) if mine else marks


def _lines(marks: QuerySet[Mark], desk: Desk, speech: Language) -> list[ToldMark]:
    return told_marks(list(marks[:SHOWN]), desk.today, speech)


def _week(desk: Desk, *, mine: bool, speech: Language) -> list[dict[str, object]]:
    """This week and the next: each day, whether it is worked on, and how much is due."""
    days = weeks(desk.today)
    rows = _of(due_between(days[0], days[-1]), desk, mine=mine).order_by().values_list("due")
    counted = dict(rows.annotate(many=Count("id")))
    of = calendar()
    return [
        {
            "day": day,
            "weekday": speech.weekday(day),
            "works": of.day(day).working is not False and (of.day(day).working or day.isoweekday() < 6),
            "due": counted.get(day, 0),
            "today": day == desk.today,
            "past": day < desk.today,
        }
        for day in days
    ]


def _leader(desk: Desk, speech: Language) -> dict[str, object]:
    """Three numbers, three oldest, three due; and how many of each procedure are open."""
    open_cases = Case.objects.filter(state=State.OPEN)
    oldest = list(open_cases.select_related("organ").order_by("opened", "id")[:3])
    about = matters(oldest, desk.today, speech)
    by_procedure = open_cases.order_by().values_list("procedure").annotate(many=Count("id"))
    return {
        "open": open_cases.count(),
        "late": overdue(desk.today).count(),
        "week": due_between(desk.today, desk.today + timedelta(days=7)).count(),
        "oldest": [(about[one.id], speech.day(one.opened), (desk.today - one.opened).days) for one in oldest],
        "next": told_marks(list(due_between(desk.today, desk.today + timedelta(days=60))[:3]), desk.today, speech),
        "procedures": sorted((procedure_name(name, speech), name, many) for name, many in by_procedure),
    }
