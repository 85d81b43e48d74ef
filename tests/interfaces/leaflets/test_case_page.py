"""The case page as a text: nothing from outside, its own hashes, every duty with its day, its article and its facts."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from tests.interfaces.leaflets.cases_told import telling, worked
from tests.interfaces.leaflets.messages_said import LITERAL, asset, messages_of
from tests.interfaces.leaflets.test_due_page import TOO_NEW
from yifa.interfaces.leaflets import case_page
from yifa.interfaces.leaflets.case_words import COUNTED, SAID
from yifa.law.duties import Outcome
from yifa.law.run.cases import ToldCase
from yifa.law.run.story import Light


class Duties(HTMLParser):
    """What a reader of the page finds: for each case its duties, as light, title and id."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[tuple[str, str]]] = []
        self._light, self._code = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if tag == "section" and "case" in classes:
            self.found.append([])
        if "duty" in classes:
            self._light = given["data-light"] or ""
        self._code = tag == "code"

    def handle_data(self, data: str) -> None:
        if self._code and self._light and data.strip():
            self.found[-1].append((self._light, data))
            self._light = ""


def test_page_is_one_file_that_names_no_address(case_html: str) -> None:
    assert len(case_html.encode()) < 700_000
    assert re.findall(r"https?:|//[a-z]+\.|\bsrc=|@import|url\(", case_html) == []
    assert "<link" not in case_html


def test_policy_allows_this_script_and_this_style_and_nothing_else(case_html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', case_html)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].replace("&#39;", "'").split(";"))
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        found = re.findall(f"<{tag}>(.*?)</{tag}>", case_html, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in found]
        assert [f"'sha256-{digest}'" for digest in digests] == [rules.pop(name)]
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", case_html.partition("<body>")[2].partition("<script")[0])


def test_words_of_a_case_cannot_become_markup() -> None:
    evil = '</script><img onerror="x" src="y">'
    case = ToldCase.model_validate(
        {
            "id": evil,
            "title": evil,
            "why": evil,
            "procedure": "penalty-ordinary",
            "events": [{"on": "2024-01-08", "act": "case-filed", "officers": [evil]}],
        }
    )
    page = case_page.render([telling(case)])
    assert "<img" not in page
    assert page.count("<script") == 2
    assert page.count("&lt;img onerror=&#34;x&#34; src=&#34;y&#34;&gt;") > 3


def test_scripts_and_template_say_only_messages_that_travel_with_the_page() -> None:
    found = messages_of(case_page.SCRIPTS, "case.html")
    labels = {"Term", "Extension", "Holds in", "In force from", "In force to"}
    assert found.said | found.placed | labels == {*SAID}
    assert found.counted == set(COUNTED)
    assert found.terms == set()


@pytest.mark.parametrize("kind", ["css", "js"])
def test_assets_keep_to_an_old_chromium(kind: str) -> None:
    for name in case_page.STYLES if kind == "css" else case_page.SCRIPTS:
        text = re.sub(r"/\*.*?\*/", "", asset(f"{name}.{kind}"), flags=re.DOTALL)
        code = re.sub(LITERAL, '""', text) if kind == "js" else text
        assert [word for word in TOO_NEW[kind] if word in code] == [], name
        if kind == "css":
            assert not re.search(r"(?<!-)\bgap:", code), f"{name}: flex rows know no gap there; use grid-gap in grids"


def test_every_duty_that_can_be_told_stands_in_the_page_with_the_light_the_kernel_gives(case_html: str) -> None:
    page = Duties()
    page.feed(case_html)
    expected = [
        [
            (one.light.value, one.duty.id)
            for one in telling_of.story.duties
            if one.finding.result.outcome is not Outcome.NOT_ASSESSABLE
        ]
        for telling_of in worked()
    ]
    assert page.found == expected
    assert [len(found) for found in expected] == [23, 21, 8, 5, 14, 11]


def test_a_breach_is_told_with_its_day_its_article_what_it_rests_on_and_the_cure(case_html: str) -> None:
    case = case_html.partition('id="c3"')[2].partition('id="c4"')[0]
    card = re.sub(r"<[^>]+>", "", re.sub(r'<span class="en".*?</span>', "", case.partition("<article")[2]))
    words = re.sub(r"\s+", " ", card.partition("规则")[0])
    for told in (
        "受理之日起二十日内作出许可决定 逾期12个工作日",
        "依所载材料，与规定不符 《行政许可法》（2019）第42、45、82条 程序轻微违法，不撤销",
        "最后一天：2024年5月23日（周四） 实际： 2024年6月11日（周二）",
        "7 批准延长期限",
        "怎么办： 尽快作出决定",
        "专家评审（2024年5月16日至24日）不停止计算：未书面告知。",
        "2024年5月27日（周一）批准延长10个工作日，不予计算：晚于当时的期满日2024年5月23日（周四）。",
    ):
        assert told in words


def test_what_cannot_be_assessed_is_one_line_each_with_what_is_missing(case_html: str) -> None:
    coverage = re.findall(r'<details class="coverage">(.*?)</details>', case_html, re.DOTALL)
    counts = [
        sum(one.finding.result.outcome is Outcome.NOT_ASSESSABLE for one in telling_of.story.duties)
        for telling_of in worked()
    ]
    assert [found.count("<li>") for found in coverage] == [count for count in counts if count]
    assert all(line.count('class="missing"') == 1 for line in coverage[0].split("<li>")[1:])


def test_one_case_has_no_index_and_several_have_one(case_html: str) -> None:
    alone = case_page.render(worked()[:1])
    assert ('id="index"' in alone, 'id="index"' in case_html) == (False, True)
    assert re.findall(r'<a href="#(c\d)">', case_html) == ["c1", "c2", "c3", "c4", "c5", "c6"]


def test_the_language_asked_for_travels_with_the_page() -> None:
    data = re.search(r'id="data">(.*?)</script>', case_page.render(worked()[:1], lang="en"), re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["lang"] == "en"
    assert [light for light in Light if light.value not in case_page.SIGNS] == []
