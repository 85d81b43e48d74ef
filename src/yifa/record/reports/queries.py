"""What can be asked of issued reports."""

from __future__ import annotations

from yifa.record.reports.models import IssuedReport


def issued_as(organ: int, seal: str) -> IssuedReport | None:
    """The report an organ issued under a seal."""
    return IssuedReport.objects.select_related("organ").filter(organ=organ, seal=seal).first()
