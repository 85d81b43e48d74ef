"""Noting that a sensitive file was read: once a day for each reader, file and reason, so that reading stays quick."""

from __future__ import annotations

from datetime import date, datetime

from yifa.record.access.choices import ReadHow
from yifa.record.access.models import Reading
from yifa.record.cases.models import Case
from yifa.record.organs.models import Officer
from yifa.record.scope import Remembered, Scope


def why_noted(officer: Officer, case: Case, scope: Scope) -> ReadHow | None:
    """Why it is noted that an officer with this scope reads a case; None where it is a plain one of his own organ's."""
    if case.circle:
        return ReadHow.CIRCLE
    if case.id in scope.cases:
        return ReadHow.GRANT
    return ReadHow.OTHER_ORGAN if case.organ_id != officer.organ_id else None


_NOTED = Remembered(
    lambda officer, case, on, how: Reading.objects.filter(officer=officer, case=case, on=on, how=how).values_list("id"),
    int,
    int,
    date,
    str,
)


def note_reading(officer: Officer, case: Case, how: ReadHow, at: datetime) -> None:
    """Note that a case was read, where it is not noted for the day already."""
    day = at.date()
    if not _NOTED(officer.id, case.id, day, how.value):
        row = Reading(
            officer=officer.id,
            organ=officer.organ_id,
            case=case.id,
            matter=case.number[:200],
            how=how,
            on=day,
            at=at,
        )
        Reading.objects.bulk_create([row], ignore_conflicts=True)
