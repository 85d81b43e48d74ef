"""The page of a judged folder: one file, both languages, every point by organ and duty, many kept within bounds."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from lxml import html as markup

from tests.interfaces.leaflets.messages_said import LITERAL, asset, messages_of
from tests.oversight.supervision.ledgers_by_hand import AS_OF, in_time, late, ledger, penalty, taken, worked
from yifa.interfaces.checkup.page import page_of
from yifa.interfaces.checkup.told import Told, tell_run
from yifa.interfaces.leaflets import supervision_page
from yifa.interfaces.leaflets.supervision_words import COUNTED, SAID
from yifa.oversight.supervision.judging import supervise
from yifa.wording import CHINESE, ENGLISH


def told(*ledgers: Any, **more: Any) -> Told:
    return tell_run(supervise(taken(*ledgers, **more), AS_OF), (CHINESE, ENGLISH))


def page(one: Told) -> Any:
    return markup.fromstring(page_of(one, CHINESE, "疑点.xlsx"))


def words(node: Any, tag: str = "zh") -> str:
    """What a node says in one language."""
    plain = deepcopy(node)
    plain.tail = None
    for hidden in plain.xpath(f".//*[@class='{'en' if tag == 'zh' else 'zh'}']"):
        hidden.drop_tree()
    return " ".join(plain.text_content().split())


def test_a_point_stands_in_its_duty_in_its_organ_with_days_and_reasons() -> None:
    root = page(told(ledger("penalty-ordinary", [in_time(), late()])))
    (organ,) = root.xpath("//section[@class='organ']")
    (duty,) = (one for one in organ.xpath(".//section") if "九十日" in words(one.xpath(".//h4")[0]))
    assert duty.get("data-light") == "red"
    (point,) = duty.xpath(".//li[@class='point']")
    summary = words(point.xpath(".//summary")[0])
    assert "青市监罚〔2024〕7号" in summary
    assert "逾期32个自然日" in summary
    assert "2024年5月30日" in summary
    assert "台账.xlsx，台账，第3行" in summary
    why = words(point.xpath(".//div[@class='why']")[0])
    assert "立案：2024年3月1日" in why
    assert "2024年5月30日" in why
    (link,) = point.xpath(".//a/@href")
    assert root.xpath(f"//li[@id='{link[1:]}']//svg"), "the first point of a case has its time line"


def test_sufficiency_and_silent_organs_stand_on_top() -> None:
    root = page(told(ledger("penalty-ordinary", [fined()]), silent=("C",)))
    ledgers = words(root.xpath("//section[@class='ledgers']")[0])
    assert re.search(r"\d+项中可判\d+项", ledgers)
    assert "可再判1项" in ledgers
    assert "青屏县白石镇人民政府" in words(root.xpath("//p[@class='silent']")[0])


def fined() -> Any:
    fine = {"fine": 2_000_000, "party_id": "P1", "conduct": "C1", "result": "penalty"}
    return penalty("甲", "B", [("case-filed", "2024-03-01", {}), ("decision-made", "2024-04-01", fine)])


def test_blanks_are_told_together_with_how_many_cases_they_leave_open() -> None:
    acts = [("case-filed", None, {}), ("decision-made", "2024-07-01", {})]
    root = page(told(ledger("penalty-ordinary", [penalty(f"甲{n}", "B", acts) for n in range(15)])))
    rows = [words(row) for row in root.xpath("//section[@class='blanks']//tbody/tr")]
    (row,) = (row for row in rows if "九十日" in row)
    assert "甲0、甲1" in row
    assert "另有： 3" in row
    assert not root.xpath("//section[contains(@class, 'duty') and contains(., '九十日')]")


def test_very_many_points_are_shared_among_organs_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision_page, "MOST", 40)
    both = [ledger("penalty-ordinary", [*worked("penalty-ordinary", "A")[:200], *[late(f"乙{n}") for n in range(3)]])]
    one = told(*both)
    root = page(one)
    shown = {
        organ.get("data-organ"): len(organ.xpath(".//li[@class='point']"))
        for organ in root.xpath("//section[@class='organ']")
    }
    points = [row for row in one.of(CHINESE) if row.light != "grey"]
    of_b = sum(row.organ_id == "B" for row in points)
    assert shown["B"] == of_b < 20
    assert shown["A"] == 40 - of_b
    left = words(root.xpath("//p[@class='left']")[0])
    assert f"{len(points) - 40:,}" in left
    assert "疑点.xlsx" in left


def test_nothing_found_says_so() -> None:
    root = page(told(ledger("penalty-ordinary", [])))
    assert not root.xpath("//li[@class='point']")
    assert "依台账所载，没有发现疑点。" in words(root)


def test_words_of_a_ledger_cannot_become_markup() -> None:
    evil = '</script><img src=x onerror="alert(1)">'
    text = page_of(told(ledger("penalty-ordinary", [late(evil)], file=f"{evil}.xlsx")), CHINESE)
    assert "<img" not in text
    assert "&lt;img" in text


def test_the_page_is_one_file_that_names_no_address() -> None:
    text = page_of(told(ledger("penalty-ordinary", [late()])), CHINESE)
    assert not re.search(r"https?://|src=|<link|@import|url\(", text)
    assert text.count("<script") == 2


def test_scripts_and_template_say_only_messages_that_travel_with_the_page() -> None:
    said = messages_of(supervision_page.SCRIPTS, "supervision.html")
    assert (said.said | said.placed, said.counted) == (set(SAID), set(COUNTED))


@pytest.mark.parametrize("kind", ["js", "css"])
def test_assets_keep_to_an_old_chromium(kind: str) -> None:
    names = ["supervision"] if kind == "js" else ["supervision", "supervision-media"]
    text = "\n".join(asset(f"{name}.{kind}") for name in names)
    if kind == "js":
        plain = re.sub(LITERAL, "", text)
        assert not re.search(r"\?\?=|\|\|=|\.at\(|replaceAll|structuredClone|\.flatMap\(|#\w+ *=", plain)
    else:
        assert not re.search(r":has\(|@layer|@container|\binset\b|(?<!grid-)(?<!column-)\bgap:|:is\(|:where\(|&", text)
