"""The verb of reports: one is issued. Done again with the same seal it is the same act, and nothing is written."""

from __future__ import annotations

from datetime import date

from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ
from yifa.record.reports.models import IssuedReport


def issue(
    organ: Organ, *, year: int, title: str, number: str, dated: date, seal: str, text: int, actor: Actor
) -> IssuedReport:
    """Let a report be issued by its organ, with its number and day and the seal of its manifest."""
    held = IssuedReport.objects.filter(organ=organ, seal=seal).first()
    if held is not None:
        return held
    with verb_of("report-issued", organ, actor, dated) as writing:
        [made] = writing.insert(
            IssuedReport(
                organ=organ,
                year=year,
                title=title,
                number=number,
                dated=dated,
                seal=seal,
                text=text,
                issued_by=actor.by,
            )
        )
    return made
