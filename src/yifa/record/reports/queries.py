"""What can be asked of issued reports: whether and where the chain of an organ tells of one."""

from __future__ import annotations

from dataclasses import dataclass

from yifa.record.chain.models import EntryRow
from yifa.record.reports.models import IssuedReport


@dataclass(frozen=True)
class InChain:
    """The entry that tells of a report."""

    organ: str
    number: int
    digest: str


def entry_of(report: IssuedReport) -> InChain | None:
    """The entry of its organ's chain in which it was issued."""
    told = f'"seal":"{report.seal}"'
    row = EntryRow.objects.filter(organ=report.organ.code, text__contains=told).order_by("number").first()
    return None if row is None else InChain(row.organ, row.number, row.digest)


def issued_as(organ: int, seal: str) -> IssuedReport | None:
    """The report an organ issued under a seal."""
    return IssuedReport.objects.select_related("organ").filter(organ=organ, seal=seal).first()
