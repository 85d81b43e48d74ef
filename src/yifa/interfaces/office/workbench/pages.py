"""The workbench: the page one begins with, and comes back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Generic, TypeVar

from django.db.models import Count, Exists, Model, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.clues.told import lines
from yifa.interfaces.office.counting import COUNTED, count_known, so_many
from yifa.interfaces.office.declaring import ANYBODY, READERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.known_lists import ask
from yifa.interfaces.office.law.days import tell_day_kind
from yifa.interfaces.office.marks import ToldMark, told_marks, weeks
from yifa.interfaces.office.matters import matters
from yifa.interfaces.office.organ_by_organ import first_rows
from yifa.interfaces.office.workbench.changed import SATURDAY, changes, working_day_before
from yifa.interfaces.office.workbench.numbers import Number, open_cases, tell
from yifa.interfaces.office.workbench.waiting import waiting
from yifa.law.catalogue import calendar
from yifa.law.clock.calendar import DayKind
from yifa.oversight.clues.choices import Stage
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
NAMED = (DayKind.OFF, DayKind.MAKE_UP)
"""Days of the strip that are told by a sign: they are not what their weekday makes one think."""
Row = TypeVar("Row", bound=Model)


@page("", name="workbench", roles=ANYBODY, without_role=True)
def workbench(request: Asked) -> HttpResponse:
    """What is to be done today, and why."""
    desk, speech = request.desk, request.speech
    if not desk.roles & READERS:
        return render(request, "workbench/without_files.html", {})
    whose = request.GET.get("whose", "")
    mine = whose == MINE or (whose != ALL and _handles(desk))
    late = _marks("late", overdue, (desk.today,), desk, mine=mine)
    due = _marks("due", due_between, (desk.today, warned_until(desk.today)), desk, mine=mine)
    screens = RoleName.SUPERVISOR in desk.roles and not mine
    clues = _clues(desk, mine=mine, screens=screens)
    newest = Clue.objects.filter(id__in=_newest(clues)).select_related("case__organ")
    since = working_day_before(desk.today)
    changed, many_changed = changes(desk, since, speech, mine=mine, most=SHOWN)
    steps = waiting_numbers(desk.officer, desk.today, most=COUNTED + 1)
    many = {
        "late": count_known(late.key, late.rows, *late.values),
        "due": count_known(due.key, due.rows, *due.values),
        "clues": count_known(clues.key, clues.rows, *clues.values),
        "steps": len(steps),
        "changed": many_changed,
    }
    told = {
        "mine": mine,
        "today": speech.day(desk.today),
        "late": _lines(late, desk, speech, LATE_SHOWN),
        "due": _lines(due, desk, speech, SHOWN),
        "clues": lines(list(newest.order_by("-found_on", "-id")), desk.today, speech),
        "screens": screens,
        "explained": count_known("workbench explained", _explained, most=GLANCED) if screens else 0,
        "changed": changed,
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


@dataclass(frozen=True)
class Several(Generic[Row]):
    """Rows of the record within the scope that holds: begun of some values, and known again by a key."""

    key: str
    rows: Callable[..., QuerySet[Row]]
    values: tuple[date | int, ...]


def _marks(
    name: str, rows: Callable[..., QuerySet[Mark]], days: tuple[date, ...], desk: Desk, *, mine: bool
) -> Several[Mark]:
    """Marks of all cases one may read, or of those in which one takes part."""
    if not mine:
        return Several(f"workbench {name}", rows, days)
    return Several(
        f"workbench {name} mine",
        lambda officer, *of: rows(*of).filter(case__in=_own(officer)),
        (desk.officer.id, *days),
    )


def _own(officer: int) -> QuerySet[Participant, Any]:
    """The cases in which somebody takes part."""
    return Participant.objects.filter(officer=officer, last=None).values("case")


def _lines(marks: Several[Mark], desk: Desk, speech: Language, most: int) -> list[ToldMark]:
    """The first of some marks, which lie by their days."""
    places = first_rows(
        lambda *of: marks.rows(*of).values_list("due", "id", "organ"),
        most,
        lambda one: one,
        *marks.values,
        key=(marks.key, most),
    )
    rows = Mark.objects.filter(id__in=[id_ for _, id_, _ in places]).select_related("case__organ")
    return told_marks(list(rows.order_by("due", "id")), desk.today, speech)


def _clues(desk: Desk, *, mine: bool, screens: bool) -> Several[Clue]:
    """Clues: to who supervises all that wait to be screened; to others those of the last days that are not overdue."""
    if screens:
        return Several("workbench clues to be screened", _waiting, ())
    of_late = (desk.today - timedelta(days=FOUND_DAYS), desk.today)
    if not mine:
        return Several("workbench clues", _new, of_late)
    return Several(
        "workbench clues mine",
        lambda officer, *of: _new(*of).filter(case__in=_own(officer)),
        (desk.officer.id, *of_late),
    )


def _waiting() -> QuerySet[Clue]:
    return Clue.objects.filter(here=True, stage__in=WAITING).order_by("-found_on", "-id")


def _explained() -> QuerySet[Clue]:
    return Clue.objects.filter(here=True, explained=True)


def _newest(clues: Several[Clue]) -> list[int]:
    """The first of some clues: those of each stage lie by their days."""
    found: list[tuple[date, int, int]] = []
    for stage in WAITING:
        found += first_rows(
            partial(_at_stage, clues.rows, stage),
            SHOWN,
            lambda one: (-one[0].toordinal(), -one[1]),
            *clues.values,
            key=(clues.key, stage),
        )
    return [id_ for _, id_, _ in sorted(found, reverse=True)[:SHOWN]]


def _at_stage(
    rows: Callable[..., QuerySet[Clue]], stage: Stage, *of: date | int
) -> QuerySet[Clue, tuple[date, int, int]]:
    return rows(*of).filter(stage=stage).values_list("found_on", "id", "organ")


def _new(since: date, today: date) -> QuerySet[Clue]:
    same = {name: OuterRef(name) for name in ("case", "duty", "subject")}
    late = overdue(today).order_by().filter(**same)
    return _waiting().filter(turned_on__gte=since).exclude(Exists(late))


def _week(desk: Desk, *, mine: bool, speech: Language) -> list[dict[str, object]]:
    """This week and the next: each day, whether it is worked on, and how much is due."""
    days = weeks(desk.today)
    several = _marks("weeks", due_between, (days[0], days[-1]), desk, mine=mine)
    counted = dict(
        ask(
            several.key,
            lambda *of: several.rows(*of).order_by().values_list("due").annotate(many=Count("id")),
            *several.values,
        )
    )
    of = calendar()
    return [
        {
            "day": day,
            "weekday": speech.weekday(day),
            "works": told.working is not False and (told.working or day.isoweekday() < SATURDAY),
            "due": counted.get(day, 0),
            "kind": told.kind.value if told.kind in NAMED else "",
            "kind_words": tell_day_kind(told.kind, speech),
            "today": day == desk.today,
            "past": day < desk.today,
        }
        for day, told in ((day, of.day(day)) for day in days)
    ]


def _leader(desk: Desk, speech: Language) -> dict[str, object]:
    """Three numbers, the three open longest, the three due next; of matters and terms, never of persons."""
    first = first_rows(
        lambda: open_cases().values_list("opened", "id", "organ"), 3, lambda one: one, key="workbench open longest"
    )
    oldest = list(open_cases().filter(id__in=[id_ for _, id_, _ in first]))
    about = matters(oldest, desk.today, speech)
    sixty = (desk.today, desk.today + timedelta(days=60))
    following = _marks("next", due_between, sixty, desk, mine=False)
    return {
        "numbers": [tell(one, desk.today, speech, most=GLANCED) for one in Number],
        "oldest": [(about[one.id], speech.day(one.opened), (desk.today - one.opened).days) for one in oldest],
        "next": _lines(following, desk, speech, 3),
    }
