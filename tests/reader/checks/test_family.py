"""Parent and children: the parts fit, come to more, or are stated otherwise by the parent."""

from __future__ import annotations

from datetime import date

from tests.reader.checks.passages import SPEECH, checks_between, document
from yifa.reader.checks import check_across
from yifa.reader.reading import Document

WHOLE = "scope=全市|subject=纠纷|measure=med-handled"
PART = "scope=全县|subject=纠纷|measure=med-handled"


def _report(text: str, place: str, level: str, kind: str = "annual-report") -> Document:
    return document(text, kind=kind, place=place, level=level, year=2022, period=(date(2022, 1, 1), date(2022, 12, 31)))


def _city(text: str) -> Document:
    return _report(f"各县区（青屏、云汀）。{text}", "望潮", "city")


def test_the_parts_fit_into_the_whole() -> None:
    texts = [
        _city(f"全市调解纠纷{{100件|{WHOLE}}}。"),
        _report(f"全县调解纠纷{{60件|{PART}}}。", "青屏", "county"),
        _report(f"全县调解纠纷{{30件|{PART}}}。", "云汀", "county"),
    ]
    assert checks_between(*texts) == ["family holds 100件 60件 30件"]


def test_a_part_greater_than_the_whole_is_a_difference() -> None:
    texts = [
        _city(f"全市调解纠纷{{100件|{WHOLE}}}。"),
        _report(f"全县调解纠纷{{120件|{PART}}}。", "青屏", "county"),
    ]
    assert checks_between(*texts) == ["family contradicted 100件 120件"]


def test_new_ones_and_all_of_them_are_not_the_same() -> None:
    texts = [
        _city(f"全市新增调解员{{100名|{WHOLE}}}。"),
        _report(f"全县调解员{{120名|{PART}}}。", "青屏", "county"),
    ]
    assert checks_between(*texts) == ["family unverifiable 100名 120名"]


def test_a_child_that_states_none_is_named() -> None:
    texts = [
        _city(f"全市调解纠纷{{100件|{WHOLE}}}。"),
        _report(f"全县调解纠纷{{60件|{PART}}}。", "青屏", "county"),
        _report("全县平安。", "云汀", "county"),
    ]
    (found,) = check_across(texts, speech=SPEECH)
    assert found.message == "disputes mediated: 60 ≤ 100; not stated by 云汀."


def test_what_the_parent_says_of_a_child_is_what_the_child_says() -> None:
    row = "subject=青屏县调解纠纷|measure=med-handled"
    child = _report(f"全县调解纠纷{{6127件|{PART}}}。", "青屏", "county")
    assert checks_between(_city(f"青屏县{{6217件|{row}}}。"), child) == ["family contradicted 6217件 6127件"]
    assert checks_between(_city(f"青屏县{{6127件|{row}}}。"), child) == ["family holds 6127件 6127件"]


def test_a_city_that_nobody_names_has_no_children() -> None:
    texts = [
        _report(f"全市调解纠纷{{100件|{WHOLE}}}。", "望潮", "city"),
        _report(f"全县调解纠纷{{120件|{PART}}}。", "青屏", "county"),
    ]
    assert checks_between(*texts) == []


def test_only_yearly_reports_are_parents_and_children() -> None:
    texts = [
        _city(f"全市调解纠纷{{100件|{WHOLE}}}。"),
        _report(f"全县调解纠纷{{120件|{PART}}}。", "青屏", "county", kind="plan"),
    ]
    assert checks_between(*texts) == []
