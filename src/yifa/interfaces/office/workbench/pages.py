"""The workbench: the page one begins with, and comes back to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.clues.told import lines
from yifa.interfaces.office.counting import COUNTED, count, so_many
from yifa.interfaces.office.declaring import ANYBODY, READERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.marks import ToldMark, told_marks, weeks
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.organ_by_organ import first_rows
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
from yifa.record.despatch.approvals import waiting_numbers
from yifa.wording import Language

SHOWN = 12
"""So many lines of a column; the lists have all."""
LATE_SHOWN = 5
"""So many of what is overdue: what is due today must be seen too."""
FOUND_DAYS = 7
GLANCED = 9_999
"""Up to so many the three numbers are counted here; on their own pages they are counted to the end."""
MINE, ALL = "mine", "all"


@page("", name="workbench", roles=ANYBODY)
def workbench(request: Asked) -> HttpResponse:
    """What is to be done today, and why."""
    desk, speech = request.desk, request.speech
    if not desk.roles & READERS:
        return render(request, "workbench/without_files.html", {})
    whose = request.GET.get("whose", "")
    mine = whose == MINE or (whose != ALL and _handles(desk))
    late = partial(_of, partial(overdue, desk.today), desk, mine=mine)
    due = partial(_of, partial(due_between, desk.today, warned_until(desk.today)), desk, mine=mine)
    screens = RoleName.SUPERVISOR in desk.roles and not mine
    clues = _clues(desk, mine=mine, screens=screens)
    found = first_rows(
        lambda: _clues(desk, mine=mine, screens=screens).values_list("found_on", "id"),
        SHOWN,
        lambda one: (-one[0].toordinal(), -one[1]),
    )
    newest = Clue.objects.filter(id__in=[id_ for _, id_ in found]).select_related("case__organ")
    since = working_day_before(desk.today)
    changed = changes(desk, since, speech, mine=mine)
    steps = waiting_numbers(desk.officer, desk.today, most=COUNTED + 1)
    many = {
        "late": count(late()),
        "due": count(due()),
        "clues": count(clues),
        "steps": len(steps),
        "changed": len(changed),
    }
    told = {
        "mine": mine,
        "today": speech.day(desk.today),
        "late": _lines(late, desk, speech, LATE_SHOWN),
        "due": _lines(due, desk, speech, SHOWN),
        "clues": lines(list(newest.order_by("-found_on", "-id")), desk.today, speech),
        "screens": screens,
        "explained": clues.filter(explained=True).count() if screens else 0,
        "changed": changed[:SHOWN],
        "since": speech.day(since),
        "steps": waiting(desk, speech, steps[:SHOWN]),
        "many": many,
        "counts": {name: so_many(one) for name, one in (many | {"both": many["late"] + many["due"]}).items()},
        "week": _week(desk, mine=mine, speech=speech),
        "leader": _leader(desk, speech) if desk.roles & {RoleName.LEADER, RoleName.SUPERVISOR} else None,
    }
    return render(request, "workbench/workbench.html", told)


def _handles(desk: Desk) -> bool:
    """Whether somebody handles cases and nothing else: he begins with his own, where he has any."""
    if not desk.roles <= {RoleName.HANDLER, RoleName.RECONSIDERATION}:
        return False
    return Participant.objects.filter(officer=desk.officer, last=None).exists()


Marks = Callable[[], QuerySet[Mark]]
"""Begins the query of some marks anew, within the scope that holds."""


def _of(marks: Marks, desk: Desk, *, mine: bool) -> QuerySet[Mark]:
    """Marks of all cases one may read, or of those in which one takes part."""
    own = Participant.objects.filter(officer=desk.officer, last=None).values("case")
    return marks().filter(case__in=own) if mine else marks()


def _lines(marks: Marks, desk: Desk, speech: Language, most: int) -> list[ToldMark]:
    """The first of some marks, which lie by their days."""
    places = first_rows(lambda: marks().values_list("due", "id"), most, lambda one: one)
    rows = Mark.objects.filter(id__in=[id_ for _, id_ in places]).select_related("case__organ")
    return told_marks(list(rows.order_by("due", "id")), desk.today, speech)


def _clues(desk: Desk, *, mine: bool, screens: bool) -> QuerySet[Clue]:
    """Clues: to who supervises all that wait to be screened; to others those of the last days that are not overdue."""
    rows = Clue.objects.filter(here=True, stage__in=WAITING).order_by("-found_on", "-id")
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
    rows = _of(partial(due_between, days[0], days[-1]), desk, mine=mine).order_by().values_list("due")
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
    first = first_rows(lambda: open_cases().values_list("opened", "id"), 3, lambda one: one)
    oldest = list(open_cases().filter(id__in=[id_ for _, id_ in first]))
    about = matters(oldest, desk.today, speech)
    following = partial(due_between, desk.today, desk.today + timedelta(days=60))
    return {
        "numbers": [tell(one, desk.today, speech, most=GLANCED) for one in Number],
        "oldest": [(about[one.id], speech.day(one.opened), (desk.today - one.opened).days) for one in oldest],
        "next": _lines(following, desk, speech, 3),
    }
