"""What kind of text it is, whose, of which period, numbered, signed and published when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reader.text.samples import Example, examples, prepared
from yifa.reader.reading import Facts

FIELDS = [name for name in Facts.__dataclass_fields__ if name != "spans"]


@pytest.mark.parametrize("example", examples("facts"), ids=str)
def test_the_facts_of_a_text_are_read_from_its_head_and_end(example: Example) -> None:
    facts = prepared(example["text"]).facts

    wanted = dict(example["facts"])
    if "period" in wanted:
        wanted["period"] = tuple(wanted["period"])
    assert {name: value for name in FIELDS if (value := getattr(facts, name)) is not None} == wanted


def test_every_fact_tells_where_it_was_read() -> None:
    text = (
        "中共青屏县委 青屏县人民政府关于２０２２年度法治政府建设情况的报告\n青政〔2023〕5号\n"
        "发布时间：2023-02-03\n市人民政府：\n一、做法\n中共青屏县委\n青屏县人民政府\n2023年1月30日"
    )

    facts = prepared(text).facts

    assert {name: text[start:end] for name, (start, end) in facts.spans.items()} == {
        "addressee": "市人民政府",
        "authority": "青屏县人民政府",
        "number": "青政〔2023〕5号",
        "period": "２０２２年",
        "published": "2023-02-03",
        "signed": "2023年1月30日",
        "title": "中共青屏县委 青屏县人民政府关于２０２２年度法治政府建设情况的报告",
        "joint_signer": "中共青屏县委",
    }


def test_a_day_without_signs_stays_open_where_nothing_else_is_known() -> None:
    text = "望潮市人民政府工作情况报告\n一、做法\n望潮市人民政府\n2022111"

    assert prepared(text).facts.signed is None


def test_an_annex_behind_the_signature_does_not_hide_it() -> None:
    annex = "\n附件：统计表\n" + "\n".join(f"项目{number}\t{number}" for number in range(40)) + "\n2021年12月31日"
    text = "青屏县2022年度法治政府建设情况报告\n一、做法\n青屏县人民政府\n2023年1月18日" + annex

    assert prepared(text).facts.signed == date(2023, 1, 18)


def test_a_city_of_a_county_is_told_by_what_it_speaks_of() -> None:
    text = (
        "云汀市2022年度法治政府建设情况报告\n一、做法\n全市12个乡镇、3个街道设立工作站，各镇配齐人员。\n"
        "云汀市人民政府\n2023年1月18日"
    )

    assert prepared(text).facts.level == "county"


@pytest.mark.parametrize(
    ("title", "authority"),
    [("望潮市法治政府建设新闻发布会实录", "望潮市司法局"), ("法治政府建设新闻发布会实录", "市司法局")],
)
def test_an_organ_named_without_its_place_gets_the_place_the_text_gives(title: str, authority: str) -> None:
    said = "记者：情况如何？\n市司法局局长：复议受理34件。\n记者：谢谢。\n市司法局副局长：培训12场。\n记者：好。"
    text = f"{title}\n{said}"

    assert prepared(text).facts.authority == authority
