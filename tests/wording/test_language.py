"""Both languages: dates as people write them, messages, and a catalogue without gaps."""

from __future__ import annotations

import string
from datetime import date, datetime

import pytest
from babel.messages.pofile import read_po

from checks.messages import CATALOGUE, faults
from yifa.wording import language


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        (date(2024, 9, 29), date(2024, 9, 29), "2024年9月29日（周日）", "Sun 29 Sep 2024"),
        (date(2024, 10, 1), date(2024, 10, 7), "2024年10月1日至7日", "1–7 Oct 2024"),
        (date(2024, 9, 29), date(2024, 10, 2), "2024年9月29日至10月2日", "29 Sep – 2 Oct 2024"),
        (date(2024, 12, 30), date(2025, 1, 2), "2024年12月30日至2025年1月2日", "30 Dec 2024 – 2 Jan 2025"),
    ],
)
def test_spans_of_days(first: date, last: date, zh: str, en: str) -> None:
    assert language("zh").days(first, last) == zh
    assert language("en").days(first, last) == en


def test_moments_and_lists() -> None:
    moment = datetime(2024, 9, 30, 17, 30)

    assert language("zh").moment(moment) == "2024年9月30日（周一）17:30"
    assert language("en").moment(moment) == "Mon 30 Sep 2024 17:30"
    assert language("zh").list(["一", "二"]) == "一；二"


@pytest.mark.parametrize("tag", ["zh", "zh-Hans", "zh_CN.UTF-8", "", "fr"])
def test_any_tag_but_english_is_chinese(tag: str) -> None:
    assert language(tag).tag == "zh"


def test_a_number_chooses_its_form() -> None:
    english, chinese = language("en"), language("zh")

    assert english.count("{n} working day", "{n} working days", 1) == "1 working day"
    assert english.count("{n} working day", "{n} working days", 2) == "2 working days"
    assert chinese.count("{n} working day", "{n} working days", 1) == "1个工作日"


def test_a_term_of_the_field_is_told_by_its_context() -> None:
    assert language("zh").term("pause.hearing", "hearing") == "听证"
    assert language("en").term("pause.hearing", "hearing") == "hearing"


def test_every_message_of_the_code_has_its_chinese_and_none_is_idle() -> None:
    assert faults() == []


def test_chinese_messages_keep_every_value_of_the_english_ones() -> None:
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="zh_Hans"):
            ours = any(place.startswith("src/yifa/") for place, _ in message.locations)
            if not message.id or not ours:
                continue
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            texts = [message.string] if isinstance(message.string, str) else list(message.string)
            wanted = {name for text in ids for name in values(text)}
            for text in texts:
                assert values(text) <= wanted, message.id
                assert wanted - values(text) <= {"n"}, message.id


def values(text: str) -> set[str]:
    """The names in braces; a text with signs that are no format (click's `%(prog)s`) has none."""
    try:
        return {name.partition("!")[0] for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:
        return set()
