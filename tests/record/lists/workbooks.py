"""Workbooks of lists as offices send them, and a list of the market bureau taken in from one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.record.register import CLERK
from yifa.record.lists.actions import begin_list, draw_up_edition, put_in_force
from yifa.record.lists.choices import ListKind
from yifa.record.lists.models import Edition, OrganList
from yifa.record.lists.reading import read_list
from yifa.record.organs.models import Organ

POWERS = (
    ("青屏县市场监督管理局权责清单（2025年版）",),
    ("权力编码", "职权名称", "权力类型", "实施主体", "法律依据"),
    ("P-1", "对无照经营的处罚", "行政处罚", "青屏县市场监督管理局", "无证无照经营查处办法"),
    ("P-2", "食品经营许可", "行政许可", "青屏县市场监督管理局", "食品安全法"),
    ("合计", "2项"),
)
BANDS = (
    ("违法行为名称", "裁量等级", "适用条件", "罚款下限（万元）", "最高罚款（元）", "依据"),
    ("无照经营", "轻微", "首次", 0.1, 5000, "办法"),
    ("无照经营", "一般", "", 0.5, 10000, "办法"),
)


def workbook(path: Path, rows: Sequence[Sequence[Any]], sheet: str = "清单") -> Path:
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet(sheet)
    for at, row in enumerate(rows):
        page.write_row(at, 0, row)
    book.close()
    return path


def in_force(organ: Organ, kind: ListKind, path: Path, first: date, title: str = "清单") -> tuple[OrganList, Edition]:
    made = OrganList.objects.filter(organ=organ, kind=kind).first() or begin_list(
        organ, kind, title, actor=CLERK, on=first
    )
    edition = draw_up_edition(made, read_list(path, kind), actor=CLERK, on=first)
    return made, put_in_force(edition, actor=CLERK, first=first, published_on=first)
