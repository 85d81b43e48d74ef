"""Cases in words: values by name, what is missing, every light with a word, distances, subjects."""

from __future__ import annotations

import pytest

from tests.interfaces.leaflets.cases_told import telling, worked
from yifa.interfaces import case_telling as words
from yifa.law.conditions import Type
from yifa.law.run.cases import ToldCase
from yifa.law.run.story import Light
from yifa.law.run.told import Missing, ToldField
from yifa.wording import language

ZH, EN = language("zh"), language("en")


@pytest.mark.parametrize(
    ("field", "zh", "en"),
    [
        (ToldField("a", "", "", "yes", Type.YES_NO), "是", "yes"),
        (ToldField("a", "", "", "60000", Type.MONEY), "60000元", "60000 yuan"),
        (ToldField("a", "", "", "2025-01-31", Type.DAY), "2025年1月31日（周五）", "Fri 31 Jan 2025"),
        (ToldField("a", "", "", "宋、林", Type.NAMES), "宋、林", "宋, 林"),
        (ToldField("a", "", "", "7", Type.NUMBER), "7", "7"),
    ],
)
def test_a_value_is_told_by_its_type(field: ToldField, zh: str, en: str) -> None:
    assert (words.tell_value(field, ZH), words.tell_value(field, EN)) == (zh, en)


def test_what_is_missing_is_an_act_a_field_of_it_or_other_cases() -> None:
    missing = (
        Missing("决定", "decided"),
        Missing("决定", "decided", "签字", "signed"),
        Missing("", "", other_cases=True),
    )
    assert [words.tell_missing(one, EN) for one in missing] == [
        "decided",
        "decided: signed",
        "the other cases of the organ",
    ]


def test_every_light_has_a_word_and_a_shape_of_its_own() -> None:
    for speech in (ZH, EN):
        assert len({words.tell_light(light, speech) for light in Light}) == len(Light)
    assert len(set(words.SIGNS.values())) == len(Light)


def test_lights_have_days_beside_them() -> None:
    told = {
        one.duty.id: words.tell_distance(one, ZH)
        for worked_case in worked()
        for one in worked_case.story.duties
        if one.light in (Light.RED, Light.OPEN, Light.BLUE) and one.finding.result.due is not None
    }
    assert told == {
        "pen-samr-decide-90d": "逾期31个自然日",
        "pen-serve-7wd": "逾期1个工作日",
        "hrg-notice-7wd": "晚了1个工作日",
        "pen-fine-paid-15d": "还剩8个自然日",
        "lic-decide-20wd": "逾期12个工作日",
        "lic-correction-once-5wd": None,
        "lic-renewal-decide": None,
        "lic-hearing-20wd": "还剩14个工作日",
        "rol-decide-60d": "逾期5个自然日",
        "rol-accept-on-receipt": None,
        "rec-copy-7wd": "逾期2个工作日",
        "rec-accept-5wd": None,
        "rec-decide-60d": "还剩10个自然日",
    }


def test_a_subject_is_the_year_or_which_of_several_acts() -> None:
    def subjects(procedure: str, events: list[dict[str, object]], duty: str) -> list[str | None]:
        case = ToldCase.model_validate({"id": "A", "procedure": procedure, "events": events})
        story = telling(case).story
        return [words.tell_subject(one, story, EN) for one in story.duties if one.duty.id == duty]

    inquiry: dict[str, object] = {"act": "inquiry-made", "officers": ["宋"]}
    twice = [inquiry | {"on": "2024-03-04"}, inquiry | {"on": "2024-03-05"}]
    named = [inquiry | {"on": "2024-03-04", "id": "a"}, inquiry | {"on": "2024-03-05", "id": "b"}]
    rule = "pen-two-qualified-officers/inquiry"
    assert sorted(filter(None, subjects("penalty-ordinary", twice[:1], rule))) == ["inquiry made"]
    assert sorted(filter(None, subjects("penalty-ordinary", twice, rule))) == [
        "inquiry made, no. 1",
        "inquiry made, no. 2",
    ]
    assert sorted(filter(None, subjects("penalty-ordinary", named, rule))) == ["inquiry made (a)", "inquiry made (b)"]
