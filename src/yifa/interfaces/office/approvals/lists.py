"""Sheets one has to do with, beside those that wait for one: on their way, and come to their end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.matters import Matter, matters
from yifa.interfaces.office.state_words import tell_sheet_state
from yifa.interfaces.office.way_words import tell_step
from yifa.record.cases.columns import procedure_of
from yifa.record.despatch.choices import SheetState, StepRole, StepState
from yifa.record.despatch.models import Sheet, Step
from yifa.wording import Language

PAGE = 50


@dataclass(frozen=True)
class Listed:
    """A sheet in a line. `waits_for`: of whom it is asked now; `to_do`: signed, and its act is not done yet."""

    sheet: Sheet
    matter: Matter
    act: str
    state: str
    drawn: str
    days: int
    waits_for: str
    urged: int
    to_do: bool


def on_the_way(desk: Desk) -> QuerySet[Sheet]:
    """Sheets that somebody drew up or said something to, and that still go round."""
    return _mine(desk).filter(state=SheetState.UNDER_WAY)


def done(desk: Desk) -> QuerySet[Sheet]:
    """Those that were signed, refused or taken back."""
    return _mine(desk).exclude(state=SheetState.UNDER_WAY)


def _mine(desk: Desk) -> QuerySet[Sheet]:
    said = Step.objects.filter(decided_by=desk.officer).values("sheet")
    return Sheet.objects.filter(Q(drawn_by=desk.officer) | Q(id__in=said)).order_by("-id")


def page_of(sheets: QuerySet[Sheet], before: str) -> tuple[list[Sheet], str]:
    """A page of sheets, the newest first, and behind which one the next begins; blank where there is none."""
    if before.isdigit():
        sheets = sheets.filter(id__lt=int(before))
    rows = list(sheets.select_related("case__organ").prefetch_related("steps__post")[: PAGE + 1])
    return rows[:PAGE], str(rows[PAGE - 1].id) if len(rows) > PAGE else ""


def listed(rows: Sequence[Sheet], desk: Desk, speech: Language) -> list[Listed]:
    """Sheets as the list shows them."""
    about = matters((one.case for one in rows), desk.today, speech)
    found = []
    for one in rows:
        open_ = [step for step in one.steps.all() if step.state == StepState.OPEN]
        waits = speech.list([f"{step.post.title} {tell_step(StepRole(step.role), speech)}" for step in open_])
        found.append(
            Listed(
                one,
                about[one.case_id],
                act_name(procedure_of(one.case), one.act, speech),
                tell_sheet_state(SheetState(one.state), speech),
                speech.day(one.drawn_on),
                (desk.today - one.drawn_on).days,
                waits if one.state == SheetState.UNDER_WAY else "",
                sum(step.urged for step in open_),
                one.state == SheetState.SIGNED and one.act_row_id is None,
            )
        )
    return found
