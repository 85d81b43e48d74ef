"""A report of an invented county, drafted from a small book and the papers of two offices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from tests.oversight.reporting.kept import gathered
from yifa.law.catalogue.report_outline import outline
from yifa.law.figures import Period
from yifa.oversight.reporting.book_data import book_data, row_files
from yifa.oversight.reporting.canonical import opened, sealed
from yifa.oversight.reporting.checking import Checked, check_draft
from yifa.oversight.reporting.drafting import Draft, draft
from yifa.oversight.reporting.figure_book import make_book
from yifa.oversight.reporting.laid_out import Issue
from yifa.oversight.reporting.material import Material
from yifa.oversight.reporting.tokens import BookFigure, figures_of
from yifa.wording import language

ZH = language("zh")
SEAL = "5" * 64
ISSUE = Issue("青政报〔2025〕3号", date(2025, 1, 20))
SIGNED = {"file": "素材.docx", "sha256": "1" * 64, "person": "周某", "reviewer": "吴某", "day": "2025-01-08"}
WRITTEN = (
    Material("measures", "审计局", "完成审计项目62个，移送有关部门处理事项2件，8月30日印发审计整改办法。", **SIGNED),
    Material("shortcomings", "司法局", "执法人员业务培训不够，主要是年度培训计划落实不到位。", **SIGNED),
    Material("heads", "司法局", "主要负责人主持会议4次研究法治建设，亲自部署、过问、督办重点工作。", **SIGNED),
    Material("plans", "司法局", "由司法局牵头，年底前完成执法人员轮训。", **SIGNED),
    Material("other", "司法局", "本年度没有其他需要报告的情况。", **SIGNED),
)


@cache
def book() -> Mapping[str, Any]:
    """The opened book of 2024."""
    made = make_book(gathered(), Period.year(2024), as_of=date(2024, 12, 31), records_from=date(2023, 1, 1))
    return opened(sealed(book_data(made, row_files(made))))


def rows() -> dict[str, bytes]:
    """The rows behind its figures, by measure."""
    made = make_book(gathered(), Period.year(2024), as_of=date(2024, 12, 31), records_from=date(2023, 1, 1))
    return row_files(made)


@cache
def figures() -> Mapping[str, BookFigure]:
    """Its figures."""
    return figures_of(book())


@cache
def drafted() -> Draft:
    """The draft as it is made, with its gaps."""
    return draft(
        outline(),
        figures(),
        authority="青屏县人民政府",
        year=2024,
        materials=WRITTEN,
        addressee="秦山市人民政府",
        book=SEAL,
    )


def clean(text: str) -> str:
    """A draft as an editor leaves it: gaps taken out, and chapters in which nothing else stood; the rest numbered."""
    text = re.sub("【待补：[^】]*】", "", text)
    text = re.sub(r"### [^\n]*\n+(?=##|\Z)", "", text)
    numerals = iter("一二三四五六七八九")
    return re.sub("### （.）", lambda _: f"### （{next(numerals)}）", text)


def edited() -> str:
    """The draft without gaps."""
    return clean(drafted().text)


def checked(text: str, **more: Any) -> Checked:
    """A draft of the county, checked."""
    asked = {"speech": ZH, "year": 2024, "sources": drafted().sources, "seal": SEAL}
    return check_draft(text, figures(), **{**asked, **more})
