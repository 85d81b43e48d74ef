"""Registers read out of workbooks: organs and their relations, officers, lists."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ledgers.invented import AS_OF, kinds, workbook
from yifa.law.conditions import day_number
from yifa.law.conditions.columns import NEVER
from yifa.law.facts import Profile
from yifa.ledgers.registers.columns import SHEETS
from yifa.ledgers.taken import Relation, RelationKind, Taken
from yifa.ledgers.taking_in import take_folder

ORGANS = [
    ("机关编号", "机关名称", "其他名称", "统一社会信用代码", "层级", "领域", "所在省（市）", "隶属于"),
    ("qp", "青屏县人民政府", "", "", "县级", "", "山东省", ""),
    ("qp-wl", "青屏县文化和旅游局", "青屏县文旅局、青屏县文化和广电局", "", "县级", "", "", "qp"),
    ("qp-sj", "青屏县市场监督管理局", "", "11990100204182955K", "县级", "市场监管", "", "青屏县人民政府"),
]


def _take(folder: Path, **sheets: Any) -> Taken:
    workbook(folder / "名册.xlsx", {"机关名册": ORGANS, **sheets})
    return take_folder(folder, as_of=AS_OF, ledgers=())


def test_organs_have_names_levels_sectors_and_places(tmp_path: Path) -> None:
    organs = _take(tmp_path).organs
    office = organs.offices["qp-sj"]
    assert (office.level, office.profiles) == ("county", (Profile("samr"), Profile("shandong")))
    assert organs.offices["qp-wl"].also == ("青屏县文旅局", "青屏县文化和广电局")
    assert organs.relations == (
        Relation("qp-wl", RelationKind.BELONGS_TO, "qp"),
        Relation("qp-sj", RelationKind.BELONGS_TO, "qp"),
    )


def test_local_rules_may_be_named_apart_from_the_place_by_name_or_by_code(tmp_path: Path) -> None:
    rows = [
        ("机关编号", "机关名称", "所在省（市）", "适用地方规定"),
        ("a", "榆舟县司法局", "云麓省", "33"),
        ("b", "石棹县司法局", "云麓省", "山东"),
        ("c", "芷陌县司法局", "云麓省", ""),
        ("d", "岚帆县司法局", "", "月球"),
    ]
    workbook(tmp_path / "名册.xlsx", {"机关名册": rows})
    taken = take_folder(tmp_path, as_of=AS_OF)
    names = {id_: [one.name for one in office.places] for id_, office in taken.organs.offices.items()}
    assert names == {"a": ["zhejiang"], "b": ["shandong"], "c": ["云麓省"], "d": []}
    assert kinds(taken) == [("not-on-the-list", "D5")]


def test_a_wrong_credit_code_is_told_with_what_it_may_be(tmp_path: Path) -> None:
    (told,) = _take(tmp_path).problems
    assert (told.kind, told.place.cell, told.values) == ("code-check-digit", "D4", {"meant": "11990100204189255K"})


def test_relations_have_days_and_so_have_sectors_and_places(tmp_path: Path) -> None:
    relations = [
        ("机关", "关系", "对方", "自", "至"),
        ("青屏县文旅局", "领域", "农业", "2024.1.1", "2024-12-31"),
        ("qp-sj", "领域", "市场监管", "2019-3-1", ""),
        ("qp-sj", "垂直管理", "望潮市市场监督管理局", "2020-1-1", "至今"),
        ("qp-wl", "受委托", "青屏县市场监督管理局", "", ""),
    ]
    organs = _take(tmp_path, 机关关系=relations).organs
    assert organs.offices["qp-wl"].sectors == (Profile("agri", date(2024, 1, 1), date(2024, 12, 31)),)
    assert organs.offices["qp-sj"].sectors == (Profile("samr", date(2019, 3, 1)),)
    assert organs.relations[2:] == (
        Relation("qp-sj", RelationKind.VERTICAL, "望潮市市场监督管理局", date(2020, 1, 1)),
        Relation("qp-wl", RelationKind.ENTRUSTED_BY, "qp-sj"),
    )


def test_rows_of_registers_that_cannot_be_taken_are_held_too(tmp_path: Path) -> None:
    relations = [
        ("机关", "关系", "对方"),
        ("青屏县林业局", "领域", "农业"),
        ("qp-sj", "朋友", "qp"),
        ("qp-sj", "", "qp"),
    ]
    taken = _take(tmp_path, 机关关系=relations)
    assert kinds(taken)[1:] == [("not-on-the-list", "B3"), ("needed", "B4"), ("organ-not-listed", "A2")]
    assert [row.row for one in taken.held for row in one.rows] == [2, 3, 4]


DAYS = {
    "always": (("", "", "", "", ""), [(-NEVER, NEVER)]),
    "from to": (("2020-1-1", "2024-12-31", "", "", ""), [("2020-01-01", "2024-12-31")]),
    "suspended": (
        ("2020-1-1", "2024-12-31", "2023-3-1", "2023-6-1", ""),
        [("2020-01-01", "2023-02-28"), ("2023-06-01", "2024-12-31")],
    ),
    "not restored": (("2020-1-1", "", "2023-3-1", "", ""), [("2020-01-01", "2023-02-28")]),
    "withdrawn": (("2020-1-1", "2024-12-31", "", "", "2022-5-1"), [("2020-01-01", "2022-04-30")]),
    "never": (("2020-1-1", "2024-12-31", "2019-1-1", "", ""), []),
}


@pytest.mark.parametrize(("days", "spans"), DAYS.values(), ids=DAYS)
def test_a_certificate_holds_on_its_days(tmp_path: Path, days: tuple[str, ...], spans: list[tuple[Any, Any]]) -> None:
    head = ("姓名", "所在单位", "发证日期", "有效期至", "暂扣日期", "恢复日期", "注销日期")
    taken = _take(tmp_path, 执法人员=[head, ("冯知秋", "青屏县文旅局", *days)])
    expected = tuple(
        tuple(day if isinstance(day, int) else day_number(date.fromisoformat(day)) for day in span) for span in spans
    )
    assert taken.register.spans == {"冯知秋": expected}
    assert taken.listed == frozenset({"qp-wl"})


def test_two_certificates_of_one_officer_count_together(tmp_path: Path) -> None:
    head = ("姓名", "所在单位", "发证日期", "有效期至")
    rows = [("冯知秋", "青屏县文旅局", "2018-1-1", "2019-12-31"), ("冯知秋", "青屏县文旅局", "2022-1-1", "2026-12-31")]
    assert len(_take(tmp_path, 执法人员=[head, *rows]).register.spans["冯知秋"]) == 2


def test_who_only_supervises_holds_no_certificate_of_enforcement(tmp_path: Path) -> None:
    head = ("姓名", "所在单位", "发证日期", "人员类别")
    taken = _take(tmp_path, 执法人员=[head, ("冯知秋", "青屏县文旅局", "2018-1-1", "执法监督人员")])
    assert taken.register.spans == {"冯知秋": ()}


def test_an_unreadable_day_of_a_certificate_is_held_and_not_guessed(tmp_path: Path) -> None:
    head = ("姓名", "所在单位", "发证日期", "有效期至")
    taken = _take(tmp_path, 执法人员=[head, ("冯知秋", "青屏县文旅局", "2018-1-1", "明年")])
    assert kinds(taken)[1:] == [("not-a-day", "D2")]
    assert taken.register.spans == {}


def test_power_lists_bands_and_parties_come_as_tables(tmp_path: Path) -> None:
    sheets = {
        "权力清单": [
            ("事项编码", "事项名称", "权力类型", "实施机关"),
            ("3701", "对无照经营的处罚", "行政处罚", "青屏县文旅局"),
        ],
        "裁量基准": [("违法行为", "裁量阶次", "罚款下限（万元）", "罚款上限（万元）"), ("无照经营", "从轻", 0.1, 0.5)],
        "市场主体": [
            ("名称", "统一社会信用代码", "主体类别", "联系电话"),
            ("青屏县好邻超市", "11990100204189255K", "企业", "13800001234"),
        ],
    }
    lists = _take(tmp_path, **sheets).lists
    assert lists.powers.select(["code", "kind", "organ"]).to_pylist() == [
        {"code": "3701", "kind": "penalty", "organ": "qp-wl"}
    ]
    assert lists.discretion.select(["minimum", "maximum"]).to_pylist() == [{"minimum": 100_000, "maximum": 500_000}]
    assert lists.parties["kind"].to_pylist() == ["organisation"]
    assert lists.officers is None


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)
def test_the_headings_of_every_register_name_one_column_each(sheet: Any) -> None:
    names = [name for column in sheet.columns for name in (column.zh, *column.also, column.en)]
    assert len(names) == len(set(names))
