"""What was approved is done: the act of a signed sheet is recorded, with what was proposed and who approved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yifa.record.cases.acting import Happening, happened, prepared
from yifa.record.cases.concluding import turn
from yifa.record.cases.models import Act, Case
from yifa.record.despatch.choices import SheetState
from yifa.record.despatch.errors import NotApproved
from yifa.record.despatch.models import Sheet
from yifa.record.despatch.ways import approver_field, approver_of
from yifa.record.organs.actions import Actor, verb_of


def carry_out(
    sheet: Sheet,
    *,
    actor: Actor,
    on: date,
    minute: int | None = None,
    number: str = "",
    fields: Mapping[str, Any] | None = None,
    as_happened: bool = False,
) -> Act:
    """Record the act of a signed sheet. `fields`: what turned out beside what was proposed.

    Raises `NotApproved`, and as recording does: `Unlawful`, or with `as_happened` only `NeedsReason`.
    """
    act = approved_act(sheet, on, actor, minute=minute, number=number, fields=fields, as_happened=as_happened)
    with verb_of("sheet-carried-out", sheet.case.organ, actor, on, {"case_number": sheet.case.number}) as writing:
        [made] = writing.insert(act)
        turn(writing, sheet.case, (made,))
        writing.change(sheet, act_row=made)
    return made


def approved_act(
    sheet: Sheet,
    on: date,
    actor: Actor,
    *,
    minute: int | None = None,
    number: str = "",
    fields: Mapping[str, Any] | None = None,
    as_happened: bool = False,
) -> Act:
    """The act of a signed sheet, made ready to be written; it says who approved."""
    usable(sheet, sheet.case, sheet.act)
    told = {**sheet.fields, **(fields or {})}
    word, field = approver_of(sheet), approver_field(sheet)
    if word is not None and field is not None:
        told[field] = word
    ready = happened if as_happened else prepared
    return ready(sheet.case, Happening(sheet.act, on, minute, told, number), actor=actor)


def usable(sheet: Sheet, case: Case, act: str) -> None:
    """Raise `NotApproved` unless a sheet was signed for this act of this case, and was not used yet."""
    if sheet.case_id != case.id or sheet.act != act:
        raise NotApproved(f"sheet for {sheet.act}: is not one for {act} in case {case.number}")
    if sheet.state != SheetState.SIGNED:
        raise NotApproved(f"sheet for {act}: is {sheet.state}, expected a signed one")
    if sheet.act_row_id is not None:
        raise NotApproved(f"sheet for {act}: was carried out before, expected a sheet of its own for each act")
