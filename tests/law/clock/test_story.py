"""Every last day explains itself: as runs of days that replay, and as sentences in both languages."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.law.clock.test_fold import answer, extension, pause
from yifa.law.catalogue import calendar
from yifa.law.clock import Story, story
from yifa.law.clock.lengths import Length, Unit
from yifa.law.clock.story import Treatment
from yifa.law.clock.telling import tell, tell_basis, tell_holiday, tell_length, tell_pause
from yifa.wording import language

EN, ZH = language("en"), language("zh")


def told(found, tag: str = "en") -> str:
    return "\n".join(tell(story(found), language(tag)))


def test_the_runs_of_a_story_are_what_each_day_was_for_the_count() -> None:
    runs = story(answer("2024-09-25", "8 working days", pause("2024-10-08", "2024-10-09"))).runs

    assert [(run.first.day, run.days, run.treatment, run.name) for run in runs] == [
        (26, 2, Treatment.COUNTED, None),
        (28, 1, Treatment.WEEKEND, None),
        (29, 1, Treatment.MAKE_UP, "国庆节"),
        (30, 1, Treatment.COUNTED, None),
        (1, 7, Treatment.OFF, "国庆节"),
        (8, 1, Treatment.COUNTED, None),
        (9, 1, Treatment.PAUSED, "hearing"),
        (10, 2, Treatment.COUNTED, None),
        (12, 1, Treatment.MAKE_UP, "国庆节"),
    ]


def test_a_story_that_does_not_add_up_is_refused() -> None:
    whole = story(answer("2024-09-25", "8 working days"))
    short = Story(whole.due, whole.runs[:-1], whole.total)

    with pytest.raises(ValueError, match="the term has 8"):
        short.replay()


def test_a_rolled_end_names_the_holiday_it_fell_on() -> None:
    found = answer("2023-07-03", "90 calendar days")

    line = next(line for line in told(found).splitlines() if line.startswith("The arithmetical"))
    assert line.startswith("The arithmetical last day is Sun 1 Oct 2023 (")
    assert "National Day" in line
    assert line.endswith("; the term ends on the next working day, Sat 7 Oct 2023.")
    assert story(found).runs[-1][:3] == (date(2023, 10, 7), date(2023, 10, 7), Treatment.LANDING)


def test_a_month_ends_on_its_corresponding_day() -> None:
    assert "The corresponding day is Thu 29 Feb 2024, the last day." in told(answer("2023-08-31", "6 months"))
    assert "2024年2月29日" in told(answer("2023-08-31", "6 months"), "zh")


def test_a_term_that_does_not_roll_says_so() -> None:
    text = told(answer("2024-09-03", "30 calendar days", rolls=False))

    assert (
        "Day 30 is Thu 3 Oct 2024, the last day; this term does not roll over although the day is no working day."
        in text
    )


@pytest.mark.parametrize(
    ("fact", "rule", "sentence"),
    [
        (pause("2024-03-06", "2024-03-08", told=False), {"pauses_must_be_told": True}, "it was not told in writing"),
        (pause("2024-03-06", "2024-03-08", "lunch"), {}, "is not of a kind that the rule lets stop this term"),
        (pause("2024-02-01", "2024-03-01"), {}, "was over before the term began"),
        (pause("2024-05-06", "2024-05-08"), {}, "came after the last day reached, Mon 18 Mar 2024"),
        (pause("2024-03-06", "2024-03-06"), {}, "began and ended on one day and takes none away"),
        (extension("2024-03-06", "5 working days"), {"extension": None}, "meets a rule that knows no extension"),
        (extension("2024-05-06", "5 working days"), {}, "came after the last day reached, Mon 18 Mar 2024"),
    ],
)
def test_what_does_not_count_is_told_with_its_reason(fact, rule, sentence: str) -> None:
    found = answer("2024-03-04", "10 working days", fact, **rule)

    assert found.day == date(2024, 3, 18)
    assert sentence in told(found)
    assert told(found, "zh") != told(answer("2024-03-04", "10 working days"), "zh")


def test_a_term_that_stands_still_says_what_is_left() -> None:
    text = told(answer("2024-03-04", "10 working days", pause("2024-03-06", None)))

    assert "Stands still since Wed 6 Mar 2024: hearing." in text
    assert "The term stands still and has no last day yet; 8 working days will run once the pause ends." in text


def test_the_second_reading_of_an_extension_is_shown() -> None:
    found = answer("2024-08-06", "60 calendar days", extension("2024-10-08", "30 calendar days"))

    assert found.advisory_until is not None
    assert "Contested: counted from the rolled end" in told(found)


def test_a_provisional_day_names_the_notice_that_is_missing() -> None:
    text = told(answer("2026-12-28", "20 working days"))

    assert "Provisional: the holiday notice for 2027 is not published yet. The last day lies between" in text
    assert "nothing counts as late before" in text
    assert "2027年的放假通知尚未发布" in told(answer("2026-12-28", "20 working days"), "zh")


def test_a_day_at_the_end_of_the_last_known_year_carries_a_warning() -> None:
    text = told(answer("2026-12-24", "4 working days"))

    assert "The notice for 2027 is not published; notices have moved days at the end of December before." in text


def test_data_and_sentences_name_the_same_day() -> None:
    told_story = story(answer("2024-09-25", "20 working days"), law="行政许可法", article="42")
    data = json.loads(json.dumps(told_story.as_data()))

    assert data["day"] == "2024-10-28"
    assert data["calendar"] == calendar().digest
    assert "Term: 20 working days (行政许可法, Art. 42)." in tell(told_story, EN)
    assert "期限：20个工作日（《行政许可法》第42条）。" in tell(told_story, ZH)


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_is_told_in_both_languages(unit: Unit) -> None:
    assert tell_length(Length(2, unit), EN) == f"2 {unit}"
    assert tell_length(Length(2, unit), ZH).startswith("2")
    assert not set("abcdefghijklmnopqrstuvwxyz") & set(tell_length(Length(2, unit), ZH))


def test_names_of_holidays_pauses_and_sources() -> None:
    assert tell_holiday("国庆节、中秋节", EN) == "National Day and Mid-Autumn Festival"
    assert tell_holiday("国庆节、中秋节", ZH) == "国庆节、中秋节"
    assert tell_holiday(None, EN) == "weekend"
    assert tell_pause("hearing", ZH) == "听证"
    assert tell_pause("flood", ZH) == "flood"
    assert (tell_basis("85", EN), tell_basis("P3", EN)) == ("Art. 85", "policy P3")
