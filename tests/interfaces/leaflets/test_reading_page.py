"""The reading page as a text: nothing from outside, its own hashes, both languages, every message accounted for."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from decimal import Decimal

from tests.interfaces import readings
from tests.interfaces.leaflets.messages_said import messages_of
from yifa.interfaces.leaflets import reading_page
from yifa.interfaces.leaflets.reading_words import COUNTED, LABELS, SAID
from yifa.reader.reading import Reading, Verdict


def test_page_is_one_file_that_names_no_address(reading_html: str) -> None:
    assert len(reading_html.encode()) < 200_000
    assert re.findall(r"https?:|//[a-z]+\.|\bsrc=|@import|url\(", reading_html) == []
    assert "<link" not in reading_html


def test_policy_allows_this_script_and_this_style_and_nothing_else(reading_html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', reading_html)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].replace("&#39;", "'").split(";"))
    inline = {
        "script-src": re.findall(r"<script>(.*?)</script>", reading_html, re.DOTALL),
        "style-src": re.findall(r"<style>(.*?)</style>", reading_html, re.DOTALL),
    }

    for name, found in inline.items():
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in found]
        assert [f"'sha256-{digest}'" for digest in digests] == [rules.pop(name)]
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", reading_html.partition("<body>")[2].partition("<script")[0])


def test_words_of_a_report_cannot_become_markup_or_end_the_data() -> None:
    reading = readings.reading()
    document = reading.documents[0]
    evil = '</script><script>alert(1)</script><img onerror="x" src="y">'
    facts = replace(document.facts, title=evil, authority=None)
    changed = replace(document, prepared=replace(document.prepared, facts=facts))

    page = reading_page.render(Reading((changed,)), Reading((changed,)))

    assert page.count("<script") == 2
    assert "<img" not in page
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["documents"][0]["title"] == evil


def test_scripts_say_only_messages_that_travel_with_the_page() -> None:
    found = messages_of(reading_page.SCRIPTS, "reading.html")

    assert found.said - {*SAID} == set()
    assert found.placed - {*SAID} == set()
    assert {*SAID} - found.said - found.placed == set()
    assert found.counted == set(COUNTED)
    assert found.terms == set()


def test_every_label_of_the_facts_travels_with_the_page() -> None:
    data = collected()
    labels = [fact["label"] for document in data["documents"] for fact in document["facts"]]

    assert [label for label in labels if label not in LABELS] == []
    assert all(label in data["messages"] for label in LABELS)


def collected() -> dict[str, object]:
    reading = readings.reading()
    return reading_page.collect(reading, readings.in_english(reading))


def test_a_figure_travels_with_everything_that_was_read() -> None:
    figures = collected()["documents"][0]["figures"]

    assert figures[12] == {
        "id": "f13",
        "start": readings.QINGPING.index("其中废止31件"),
        "end": readings.QINGPING.index("其中废止31件") + 7,
        "text": "其中废止31件",
        "number": "31",
        "unit": "件",
        "kind": "count",
        "qualifiers": ["其中"],
        "subject": "规范性文件",
        "predicate": "废止",
        "section": "一(二)",
        "line": 7,
        "parent": 11,
        "light": "green",
    }


def test_the_worst_check_lights_a_figure_and_one_that_holds_outshines_one_that_cannot_be_made() -> None:
    lights = {one["id"]: one.get("light") for one in collected()["documents"][0]["figures"]}

    assert lights["f22"] == "red", "holds truncated in one check, contradicted in another"
    assert lights["f21"] == "amber"
    assert lights["f26"] == "open"
    assert lights["f2"] is None
    mixed = readings.Report("x", "1件2件", readings.qingping().facts)
    ids = [mixed.figure("1件", readings.C, "1", "件"), mixed.figure("2件", readings.C, "2", "件")]
    mixed.check("rate", Verdict.UNVERIFIABLE, ids, "", "")
    mixed.check("sum", Verdict.HOLDS, ids[:1], "", "")
    reading = Reading((mixed.document(),))
    assert [one["light"] for one in reading_page.collect(reading, reading)["documents"][0]["figures"]] == [
        "green",
        "open",
    ]


def test_checks_travel_in_both_languages_and_across_texts_with_their_figures() -> None:
    data = collected()

    assert data["documents"][1]["checks"] == [
        {
            "id": "c1",
            "kind": "funnel",
            "verdict": "holds",
            "light": "green",
            "figures": [2, 3],
            "computation": "26 ≥ 24",
            "message": {"zh": "受理数不大于收到数。", "en": "Message of c1."},
        }
    ]
    assert data["across"][0]["members"] == [(0, 14), (0, 15), (1, 4)]
    assert data["refused"][0]["message"]["en"] == "scan.pdf has no text."


def test_a_large_value_is_grouped_and_kept_exact() -> None:
    report = readings.Report("x", "7562601100.10元", readings.qingping().facts)
    report.figure("7562601100.10元", readings.A, "7562601100.10", "元", value_to=Decimal("7562601100.20"))
    reading = Reading((report.document(),))

    figure = reading_page.collect(reading, reading)["documents"][0]["figures"][0]

    assert figure["number"] == "7,562,601,100.10—7,562,601,100.20"
