"""The form figures are asked with: its columns, the same for who writes it and for who reads it back.

A row is a measure with what is asked; the contributor fills in the value, where it comes from, who filled it in and who
checked it, and the day. Rates that are computed from other figures are not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from yifa.law.catalogue.contributors import Contributor, contributors
from yifa.law.catalogue.measures import Measure
from yifa.law.catalogue.report_outline import MaterialKind, outline
from yifa.law.figures import Period
from yifa.oversight.reporting.last_year import Earlier


@dataclass(frozen=True)
class FormColumn:
    """A column by its id, its headings, and whether the contributor fills it in."""

    id: str
    zh: str
    en: str
    filled_in: bool = False


COLUMNS = (
    FormColumn("number", "序号", "No."),
    FormColumn("measure", "指标编号", "Measure id"),
    FormColumn("name", "指标", "Measure"),
    FormColumn("meaning", "口径", "Definition"),
    FormColumn("unit", "单位", "Unit"),
    FormColumn("scope", "统计范围", "Scope"),
    FormColumn("cut-off", "截止日", "Cut-off day"),
    FormColumn("earlier", "上年数", "Last year"),
    FormColumn("value", "本年数", "This year", filled_in=True),
    FormColumn("source", "数据来源", "Source", filled_in=True),
    FormColumn("person", "填报人", "Filled in by", filled_in=True),
    FormColumn("reviewer", "审核人", "Checked by", filled_in=True),
    FormColumn("day", "填报日期", "Day", filled_in=True),
    FormColumn("note", "备注", "Note", filled_in=True),
)


@dataclass(frozen=True)
class MaterialPart:
    """A heading of the paper for the text, by what is wanted under it."""

    kind: MaterialKind
    zh: str
    en: str


MATERIAL_PARTS = (
    MaterialPart("measures", "主要举措和成效", "Main measures and results"),
    MaterialPart("practice", "典型做法", "A practice worth telling"),
    MaterialPart("shortcomings", "存在的不足和原因", "Shortcomings and their causes"),
    MaterialPart("heads", "主要负责人履行第一责任人职责情况", "The heads as first persons responsible"),
    MaterialPart("plans", "下一年度工作安排", "Plans for the next year"),
    MaterialPart("other", "其他需要报告的情况", "Other matters to report"),
)

UNIT_LABEL = ("填报单位", "Contributor")
PERIOD_LABEL = ("统计期间", "Period")


def parts_for(one: Contributor) -> tuple[MaterialPart, ...]:
    """The headings of the paper of a contributor: without those of which only others write.

    A contributor of a place's own list, which the outline does not know, is asked for everything.
    """
    others = {kind for part in outline().parts if part.contributors for kind in part.material}
    own = {kind for part in outline().parts if one.id in part.contributors for kind in part.material}
    known = {other.id for other in contributors()}
    return tuple(part for part in MATERIAL_PARTS if one.id not in known or part.kind not in others - own)


@dataclass(frozen=True)
class AskedFigure:
    """One row: the measure, and what last year's report said of it."""

    measure: Measure
    earlier: Earlier | None = None


@dataclass(frozen=True)
class Request:
    """What one contributor is asked for a period."""

    contributor: Contributor
    period: Period
    figures: tuple[AskedFigure, ...]


def may_be_asked(one: Measure) -> bool:
    """Whether a measure is asked for: not a rate that is computed.

    A whole is asked for beside its parts, so that a slip in one of them shows.
    """
    return not one.formulas
