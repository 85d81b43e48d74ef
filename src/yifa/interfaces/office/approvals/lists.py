"""Sheets one has to do with, beside those that wait for one: on their way, and come to their end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

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


def sheets_of(desk: Desk, *, ended: bool, before: int | None, many: int) -> list[int]:
    """The numbers of so many sheets that somebody drew up or said something to, the newest first.

    Those that still go round; or those that were signed, refused or taken back. `before`: only older ones.
    """
    going, drawn = Q(state=SheetState.UNDER_WAY), Sheet.objects.filter(drawn_by=desk.officer)
    said = Sheet.objects.filter(id__in=Step.objects.filter(decided_by=desk.officer).values("sheet"))
    wanted = (~going if ended else going) & (Q() if before is None else Q(id__lt=before))
    found: set[int] = set()
    for rows in (drawn, said):  # one after the other: of both at once a database looks at all there are
        found |= set(rows.filter(wanted).order_by("-id").values_list("id", flat=True)[:many])
    return sorted(found, reverse=True)[:many]


def page_of(desk: Desk, before: str, *, ended: bool) -> tuple[list[Sheet], str]:
    """A page of these sheets, and behind which one the next begins; blank where there is none."""
    place = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
    numbers = sheets_of(desk, ended=ended, before=place, many=PAGE + 1)
    rows = Sheet.objects.filter(id__in=numbers[:PAGE]).select_related("case__organ").order_by("-id")
    return list(rows.prefetch_related("steps__post")), str(numbers[PAGE - 1]) if len(numbers) > PAGE else ""


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
