"""A signed paper among the files of a case, as whoever records what was signed on paper needs it."""

from __future__ import annotations

from io import BytesIO

from tests.record.evidence.files import PNG
from tests.record.register import CLERK, TODAY
from yifa.record.cases.choices import Part
from yifa.record.cases.models import Case
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item


def scanned(case: Case) -> Item:
    """The scan of a sheet, kept in the secondary part of the file."""
    return keep_file(case, BytesIO(PNG), "审批表扫描件", Sort.SCAN, actor=CLERK, on=TODAY, part=Part.SECONDARY)
