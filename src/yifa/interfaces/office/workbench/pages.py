"""The workbench: the page one begins with, and comes back to."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.clues.told import lines
from yifa.interfaces.office.declaring import ANYBODY, READERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.marks import ToldMark, told_marks, weeks
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.workbench.changed import changes, working_day_before
from yifa.interfaces.office.workbench.numbers import Number, open_cases, tell
from yifa.interfaces.office.workbench.waiting import waiting
from yifa.law.catalogue import calendar
from yifa.oversight.clues.models import Clue
from yifa.oversight.clues.queries import WAITING
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.queries import due_between, overdue, warned_until
from yifa.record.access.choices import RoleName
from yifa.record.cases.models import Participant
from yifa.wording import Language

SHOWN = 12
"""So many lines of a column; the lists have all."""
LATE_SHOWN = 5
"""So many of what is overdue: what is due today must be seen too."""
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
    screens = RoleName.SUPERVISOR in desk.roles and not mine
    clues = _clues(desk, mine=mine, screens=screens)
    since = working_day_before(desk.today)
    changed = changes(desk, since, speech, mine=mine)
    steps = waiting(desk, speech)
    told = {
        "mine": mine,
        "today": speech.day(desk.today),
        "late": _lines(late, desk, speech, LATE_SHOWN),
        "due": _lines(due, desk, speech, SHOWN),
        "clues": lines(list(clues[:SHOWN]), desk.today, speech),
        "screens": screens,
        "explained": clues.filter(explained=True).count() if screens else 0,
        "changed": changed[:SHOWN],
        "since": speech.day(since),
        "steps": steps[:SHOWN],
        "counts": {
            "late": late.count(),
            "due": due.count(),
            "steps": len(steps),
            "clues": clues.count(),
            "changed": len(changed),
        },
        "week": _week(desk, mine=mine, speech=speech),
        "leader": _leader(desk, speech) if desk.roles & {RoleName.LEADER, RoleName.SUPERVISOR} else None,
    }
    return render(request, "workbench/workbench.html", told)


def _of(marks: QuerySet[Mark], desk: Desk, *, mine: bool) -> QuerySet[Mark]:
    """Marks of all cases one may read, or of those in which one takes part."""
    own = Participant.objects.filter(officer=desk.officer, last=None).values("case")
    return marks.filter(case__in=own) if mine else marks


def _lines(marks: QuerySet[Mark], desk: Desk, speech: Language, most: int) -> list[ToldMark]:
    return told_marks(list(marks[:most]), desk.today, speech)


def _clues(desk: Desk, *, mine: bool, screens: bool) -> QuerySet[Clue]:
    """Clues: to who supervises all that wait to be screened; to others those of the last days that are not overdue."""
    rows = Clue.objects.filter(here=True, stage__in=WAITING).select_related("case__organ").order_by("-found_on", "-id")
    if screens:
        return rows
    if mine:
        rows = rows.filter(case__in=Participant.objects.filter(officer=desk.officer, last=None).values("case"))
    same = {name: OuterRef(name) for name in ("case", "duty", "subject")}
    late = overdue(desk.today).order_by().filter(**same)
    return rows.filter(turned_on__gte=desk.today - timedelta(days=FOUND_DAYS)).exclude(Exists(late))


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
    """Three numbers, the three open longest, the three due next; of matters and terms, never of persons."""
    oldest = list(open_cases()[:3])
    about = matters(oldest, desk.today, speech)
    following = due_between(desk.today, desk.today + timedelta(days=60))[:3]
    return {
        "numbers": [tell(one, desk.today, speech) for one in Number],
        "oldest": [(about[one.id], speech.day(one.opened), (desk.today - one.opened).days) for one in oldest],
        "next": told_marks(list(following), desk.today, speech),
    }
