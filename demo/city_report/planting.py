"""What is planted in the returned files of the invented county, one of each kind, and the sheet that tells it.

A plant says of whose form, of which measure, what is done to it and which doubt must be raised. A value that cannot be
taken, a form of another year and one that never came leave figures missing; these are told too.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Mapping
from dataclasses import astuple, dataclass, fields
from fractions import Fraction
from pathlib import Path
from typing import Any

from yifa.law.catalogue.measures import measure
from yifa.oversight.reporting.canonical import shown

MISSING = "missing"
ANSWERS = "埋设.csv"


@dataclass(frozen=True)
class Plant:
    """One thing that is wrong: the kind is that of the doubt it raises, or `missing`."""

    kind: str
    contributor: str
    measure: str = ""
    what: str = ""


PLANTS = (
    Plant("other-in-records", "justice", "lit-received", "本年数比台账多4件"),
    Plant("sum-differs", "justice", "lrv-total", "合计与三个分项之和不符"),
    Plant("not-a-number", "justice", "trn-persons", "本年数填“一千余”"),
    Plant("earlier-changed", "government-office", "hot-received", "改动了上年数"),
    Plant("not-whole", "government-office", "ogi-press", "件数填了小数"),
    Plant("part-exceeds", "services", "svc-done", "办结数大于受理数"),
    Plant("other-unit", "services", "svc-satisfaction", "百分率填成小数"),
    Plant("other-unit", "market", "biz-new", "单位写成人"),
    Plant("sudden", "development", "crd-data", "多写一个零"),
    Plant(MISSING, "petitions", "pet-resolved", "空着没填"),
    Plant("other-in-report", "audit", "aud-issues", "与本单位年度报告不符"),
    Plant("not-signed", "audit", "aud-suggestions", "没有审核人"),
    Plant("other-in-material", "emergency", "emg-drills", "与素材正文不符"),
    Plant("sent-twice", "emergency", "", "报了两份填报表"),
    Plant("told-twice", "emergency", "emg-team-members", "两份表数字不同"),
    Plant("other-period", "police", "", "用了上一年的表"),
    Plant("nothing-came", "discipline", "", "没有报送"),
    Plant("from-nobody", "文化旅游和体育局", "", "没有要求填报的单位报来"),
)
NOT_TAKEN = frozenset(("not-a-number", "not-whole", "other-unit"))
NO_FORM = frozenset(("other-period", "nothing-came"))


def stated(plant_of: Mapping[str, Plant], id_: str, values: Mapping[str, Fraction]) -> Any:
    """What an office writes as this year's value: the right one, or what is planted."""
    value, plant = values[id_], plant_of.get(id_)
    right: Any = int(value) if value.denominator == 1 else float(shown(value))
    if plant is None:
        return right
    changed: Mapping[str, Callable[[], Any]] = {
        "other-in-records": lambda: int(value) + 4,
        "sum-differs": lambda: int(value) + 5,
        "not-a-number": lambda: "一千余",
        "not-whole": lambda: int(value) + 0.5,
        "part-exceeds": lambda: int(values[measure(id_).part_of or ""]) + 120,
        "other-unit": lambda: float(shown(value / 100, 4)) if measure(id_).kind == "percent" else f"{int(value)}人",
        "sudden": lambda: int(value) * 10,
        MISSING: lambda: None,
        "other-in-report": lambda: int(value) + 3,
        "other-in-material": lambda: int(value) + 2,
    }
    return changed[plant.kind]() if plant.kind in changed else right


def expected(asked: Mapping[str, Collection[str]]) -> set[Plant]:
    """Everything that must be told: what is planted, and what is missing because of it; `asked`: the ids by office."""
    told = {Plant(one.kind, one.contributor, one.measure) for one in PLANTS}
    for one in PLANTS:
        ids = [one.measure] if one.kind in NOT_TAKEN else asked.get(one.contributor, ()) if one.kind in NO_FORM else ()
        told |= {Plant(MISSING, one.contributor, id_) for id_ in ids}
    return told


def write_answers(path: Path) -> None:
    """Write what is planted, for who compares by hand."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([one.name for one in fields(Plant)])
        writer.writerows(astuple(one) for one in PLANTS)
