"""The page about figures: every measure with its definition, and whether it is counted, computed or asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yifa.law.catalogue.contributors import asked_of, contributors
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.measures import Measure, measure, measure_files, measures
from yifa.law.catalogue.never_assessed import rule_over
from yifa.law.catalogue.statistics_forms import statistics_forms
from yifa.law.figures import figure_set
from yifa.ledgers.registers.columns import SHEETS
from yifa.oversight.reporting.registers import MEASURES
from yifa.wording import Language

_DIRECTIONS = {"higher": ("高为好", "higher"), "lower": ("低为好", "lower"), "neutral": ("中性", "neutral")}
_SCOPES = {"whole-area": ("全域", "whole area"), "own-level": ("本级", "own level"), "organ": ("本机关", "organ")}
_COUNTED = {
    "in-period": ("期间内", "in the period"),
    "at-end": ("期末", "at its end"),
    "at-start": ("期初", "at its start"),
}


def measures_page(speech: Language) -> Iterator[str]:
    """Every measure, topic by topic; then the forms they fill."""
    zh = speech.tag == "zh"
    counted, asked = _counted(), _asked(zh)
    yield "# 指标口径" if zh else "# What each figure counts"
    yield ""
    yield (
        "年度报告、数据册和统计报表用的是同一批指标，编号不变。「怎么来」一栏：台账＝由台账逐案统计；名册＝由名册、清单统计期末数；计算＝由其他指标算出；填报＝由单位填报。"
        "标 † 的指标任何页面不排名、不着色、不设目标、不打分。"
        if zh
        else "Annual report, figure book and statistics forms use the same measures; their ids never change. Where a "
        "figure comes from: ledgers = counted case by case; register = what it holds on the last day; computed = from "
        "other measures; asked = of an office. Measures marked † are never ranked, coloured, set as a target or scored."
    )
    head = (
        ("编号", "指标", "单位", "范围", "时点", "方向", "口径", "怎么来", "出处")
        if zh
        else ("Id", "Measure", "Unit", "Scope", "When", "Direction", "Definition", "Where from", "Source")
    )
    for file in measure_files():
        yield from ("", f"## {file.title.zh if zh else file.title.en}", "", _row(head), _row(["---"] * len(head)))
        for one in file.measures:
            yield _row(_cells(one, counted, asked, zh=zh))
    yield from ("", "## 统计报表" if zh else "## Statistics forms", "")
    for form in statistics_forms():
        of = sum(cell.measure is not None for cell in form.cells)
        title = form.title.zh if zh else form.title.en
        yield f"- {title}（{form.source.paper}，{of}项）" if zh else f"- {title} ({form.source.paper}, {of} measures)"


def _cells(one: Measure, counted: dict[str, list[str]], asked: dict[str, str], *, zh: bool) -> list[str]:
    mark = "" if rule_over(one) is None else " †"
    return [
        f"`{one.id}`",
        (one.name.zh if zh else one.name.en) + mark,
        one.unit,
        _SCOPES[one.scope][not zh],
        _COUNTED[one.counted][not zh],
        _DIRECTIONS[one.direction][not zh],
        (one.meaning.zh if zh else one.meaning.en),
        _origin(one, counted, asked, zh=zh),
        one.source.form or ("年度报告惯例" if zh else "custom of annual reports"),
    ]


def _origin(one: Measure, counted: dict[str, list[str]], asked: dict[str, str], *, zh: bool) -> str:
    if one.id in counted:
        titles = [folder(id_).procedure.title for id_ in counted[one.id]]
        told = "、".join(title.zh for title in titles) if zh else ", ".join(title.en for title in titles)
        return f"台账：{told}" if zh else f"ledgers: {told}"
    if one.id in MEASURES:
        sheet = next(sheet for sheet in SHEETS if sheet.id == MEASURES[one.id])
        return f"名册：{sheet.zh}；没有的填报" if zh else f"register: {sheet.en}; asked where there is none"
    if one.formulas:
        told = f"{_names(one.formulas[0].numerator, zh=zh)} ÷ {_names(one.formulas[0].denominator, zh=zh)}"
        return f"计算：{told}" if zh else f"computed: {told}"
    if one.adds_up_from:
        told = _names(one.adds_up_from, zh=zh)
        return f"计算：{told}" if zh else f"computed: {told}"
    who = asked.get(one.id)
    if who is None:
        return "未安排" if zh else "of nobody"
    return f"填报：{who}" if zh else f"asked: {who}"


def _names(ids: Iterable[str], *, zh: bool) -> str:
    return " + ".join(of.name.zh if zh else of.name.en for of in map(measure, ids))


def _counted() -> dict[str, list[str]]:
    """Measure → the procedures it is counted from."""
    found: dict[str, list[str]] = {}
    for id_ in procedure_ids():
        for one in figure_set(id_).figures:
            if id_ not in found.setdefault(one.measure, []):
                found[one.measure].append(id_)
    return found


def _asked(zh: bool) -> dict[str, str]:
    """Measure → who is asked for it."""
    names = {one.id: one.name.zh if zh else one.name.en for one in contributors()}
    return {one.id: names[id_] for id_, own in asked_of(measures(), contributors()).items() for one in own}


def _row(cells: list[str] | tuple[str, ...]) -> str:
    plain = [cell.replace("|", "\\|").replace("\n", " ") for cell in cells]
    return f"| {' | '.join(plain)} |"
