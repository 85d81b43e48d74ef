"""Organs by their names."""

from __future__ import annotations

import pytest

from yifa.reader.text.authority import Organ, is_organ, is_party, most_mentioned, read_organ


@pytest.mark.parametrize(
    ("name", "level", "place"),
    [
        ("秦山省人民政府", "province", "秦山"),
        ("望潮市", "city", "望潮"),
        ("青屏自治州人民政府", "city", "青屏"),
        ("秦山省望潮市人民政府", "city", "望潮"),
        ("青屏县", "county", "青屏"),
        ("临岳区人民政府", "county", "临岳"),
        ("望潮市临岳区", "county", "临岳"),
        ("中共青屏县委", "county", "青屏"),
        ("临岳区石桥镇人民政府", "township", "石桥"),
        ("云汀市临岳区青石街道办事处", "township", "青石"),
        ("云汀经济技术开发区", "development-zone", "云汀经开"),
        ("云汀高新技术产业开发区管理委员会", "development-zone", "云汀高新"),
        ("中共云汀市委云汀高新区工作委员会", "development-zone", "云汀高新"),
        ("临岳新区管理委员会", "development-zone", "临岳"),
        ("高新区管委会", "development-zone", "高新"),
        ("青屏县司法局", "department", "青屏"),
        ("望潮市市场监督管理局", "department", "望潮"),
        ("望潮市住房和城乡建设局", "department", "望潮"),
        ("望潮市公安局临岳分局", "department", "临岳"),
        ("国家税务总局青屏县税务局", "department", "青屏"),
        ("青屏县委全面依法治县委员会办公室", "department", "青屏"),
        ("青屏县人民政府办公室", "department", "青屏"),
        ("市司法局", "department", None),
        ("屏县人民政府", "county", "屏"),
        ("加强组织领导", None, None),
    ],
)
def test_a_name_tells_level_and_place(name: str, level: str | None, place: str | None) -> None:
    assert read_organ(name) == Organ(name, level, place)


@pytest.mark.parametrize(
    ("words", "answer"),
    [("青屏县司法局", True), ("中共望潮市委员会", True), ("提升执法水平", False), ("青屏县司法局。", False)],
)
def test_a_line_is_a_name_or_is_not(words: str, answer: bool) -> None:
    assert is_organ(words) is answer


def test_organs_of_the_party_are_told_from_those_of_government() -> None:
    assert [is_party(name) for name in ("中共青屏县委", "青屏县人民政府", "青屏县委")] == [True, False, True]


def test_the_place_a_text_speaks_of_most_is_found() -> None:
    text = "省司法厅：\n2022年，望潮市推进改革，青屏县成效明显。望潮市各县区落实，在望潮市召开会议。"

    assert most_mentioned(text) == ("望潮市", text.index("望潮市"))
    assert most_mentioned("没有地名。") is None
