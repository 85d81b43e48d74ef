"""`yifa due`: answers, reasons, and what is said when the question is wrong."""

from __future__ import annotations

import json

import pytest

HEARING = ("due", "--law", "行政许可法", "--from", "2024-09-25", "--within", "20 working days")
HEARING_PAUSE = ("--pause", "2024-10-08..2024-10-11:hearing")


def test_the_story_of_a_licence_with_a_hearing_in_english(yifa) -> None:
    said = yifa(*HEARING, *HEARING_PAUSE, "--lang", "en")

    assert said.code == 0
    assert said.err == ""
    assert said.out.splitlines()[:11] == [
        "Last day: Thu 31 Oct 2024",
        "  The trigger day, Wed 25 Sep 2024, is not counted; counting starts on Thu 26 Sep 2024.",
        "  Term: 20 working days (行政许可法).",
        "  Not counted, National Day: 1–7 Oct 2024.",
        "  Not counted: 6 days of weekends.",
        "  Counted, make-up working days: Sun 29 Sep 2024; Sat 12 Oct 2024.",
        "  Left out, hearing: 9–11 Oct 2024.",
        "  Day 20 is Thu 31 Oct 2024, the last day.",
        "  Calendar: State Council notices for 2019–2026, digest ebec08e7ba8e.",
        "  Version 2019: in force from Thu 1 Jul 2004 to open; text: text read",
        "  So 行政许可法 counts these days (Art. 82).",
    ]


def test_the_same_story_in_chinese(yifa) -> None:
    said = yifa(*HEARING, *HEARING_PAUSE)

    assert said.out.splitlines()[:8] == [
        "最后一日：2024年10月31日（周四）",
        "  2024年9月25日（周三）为起算事由发生日，当日不计；自2024年9月26日（周四）起计算。",
        "  期限：20个工作日（《行政许可法》）。",
        "  国庆节放假不计：2024年10月1日至7日。",
        "  周末不计：6天。",
        "  调休上班，计入：2024年9月29日（周日）；2024年10月12日（周六）。",
        "  听证不计入：2024年10月9日至11日。",
        "  第20日为2024年10月31日（周四），即最后一日。",
    ]


def test_the_drawing_marks_every_day_of_the_term(yifa) -> None:
    out = yifa(*HEARING, *HEARING_PAUSE, lang="en").out
    rows = out[out.index("Mo   Tu") :].splitlines()

    assert rows[1].split() == ["2024-09", "23", "24", "25▶", "26+", "27+", "28·", "29◆"]
    assert rows[3].split() == ["2024-10", "7○", "8+", "9/", "10/", "11/", "12◆", "13·"]
    assert rows[6].split() == ["2024-10", "28+", "29+", "30+", "31■", "1", "2", "3"]
    assert sum(row.count("+") + row.count("◆") for row in rows[1:7]) == 19  # the twentieth day is the last, marked ■


def test_json_says_all_of_it_in_both_languages(yifa) -> None:
    data = json.loads(yifa(*HEARING, *HEARING_PAUSE, "--article", "42", "--json").out)

    assert data["day"] == data["earliest"] == data["latest"] == "2024-10-31"
    assert (data["law"], data["article"], data["version"]["id"]) == ("行政许可法", "42", "2019")
    assert data["version"]["valid"] == {"from": "2004-07-01", "to": None}
    assert data["facts"][0] | {"because": "counts", "from": "2024-10-08"} == data["facts"][0]
    assert sum(run["days"] for run in data["days"] if run["treatment"].startswith("counted")) == 20
    assert data["explanation"]["en"][-2] == "Day 20 is Thu 31 Oct 2024, the last day."
    assert data["explanation"]["zh"][-2] == "第20日为2024年10月31日（周四），即最后一日。"


def test_a_bare_day_is_read_as_the_statute_means_it(yifa) -> None:
    out = yifa("due", "--law", "行政处罚法", "--from", "2022-09-30", "--within", "7日", lang="en").out

    assert out.startswith("Last day: Fri 14 Oct 2022")
    assert "行政处罚法 means 7 working days here (Art. 85)." in out


def test_a_unit_other_than_the_statutes_own_is_answered_with_a_note(yifa) -> None:
    out = yifa("due", "--law", "行政许可法", "--from", "2024-09-25", "--within", "20 calendar days", lang="en").out

    assert "「20日」 in 行政许可法 would mean 20 working days; you asked otherwise." in out


def test_without_a_statute_a_bare_day_is_a_calendar_day_and_says_so(yifa) -> None:
    out = yifa("due", "--from", "2024-03-01", "--within", "十日", lang="en").out

    assert out.startswith("Last day: Mon 11 Mar 2024")
    assert "read as calendar days (P3)" in out


def test_seizure_does_not_roll_when_told_so(yifa) -> None:
    asked = ("due", "--law", "行政强制法", "--from", "2024-09-03", "--within", "30日")

    assert yifa(*asked, "--no-roll", lang="en").out.startswith("Last day: Thu 3 Oct 2024")
    assert yifa(*asked, "--roll", lang="en").out.startswith("Last day: Tue 8 Oct 2024")


@pytest.mark.parametrize(
    ("done", "line"),
    [
        ("2024-10-31", "Done on Thu 31 Oct 2024: in time."),
        ("2024-11-01", "Done on Fri 1 Nov 2024: 1 calendar day late."),
        ("2024-11-04", "Done on Mon 4 Nov 2024: 4 calendar days late."),
    ],
)
def test_an_act_is_judged_by_its_day(yifa, done: str, line: str) -> None:
    assert line in yifa(*HEARING, *HEARING_PAUSE, "--done", done, lang="en").out


def test_past_the_last_notice_a_range_is_given_and_nothing_in_it_is_late(yifa) -> None:
    asked = ("due", "--from", "2026-12-28", "--within", "20 working days")
    data = json.loads(yifa(*asked, "--json").out)
    said = yifa(*asked, "--done", data["latest"], lang="en").out
    after = yifa(*asked, "--done", "2027-03-01", lang="en").out

    assert data["day"] is None
    assert data["earliest"] < data["latest"]
    assert said.startswith("Provisional: between")
    assert "open until the next holiday notice is published" in said
    assert "late." in after


def test_an_open_pause_leaves_no_last_day(yifa) -> None:
    said = yifa(*HEARING, "--pause", "2024-10-08..:test", "--json")
    data = json.loads(said.out)

    assert (data["running"], data["day"], data["days_left"]) == (False, None, 15)
    assert "最后一日" not in yifa(*HEARING, "--pause", "2024-10-08..:test").out.splitlines()[0]


def test_an_untold_pause_does_not_count(yifa) -> None:
    out = yifa(*HEARING, "--pause", "2024-10-08..2024-10-11:test:untold", lang="en").out

    assert out.startswith("Last day: Mon 28 Oct 2024")
    assert "does not stop the term: it was not told in writing" in out


def test_an_extension_lengthens_the_term(yifa) -> None:
    out = yifa(*HEARING, "--extend", "2024-10-20:10 working days", lang="en").out

    assert "Extended by 10 working days, approved on Sun 20 Oct 2024." in out
    assert out.startswith("Last day: Mon 11 Nov 2024")


def test_the_days_of_an_extension_are_those_of_the_statute(yifa) -> None:
    penalty = ("due", "--law", "行政处罚法", "--from", "2023-07-03", "--within", "90日")

    assert yifa(*HEARING, "--extend", "2024-10-20:10日", lang="en").out.startswith("Last day: Mon 11 Nov 2024")
    assert yifa(*penalty, "--extend", "2023-09-28:30日", lang="en").out.startswith("Last day: Tue 31 Oct 2023")


def test_hours_run_through_the_holiday(yifa) -> None:
    said = yifa("due", "--from", "2024-09-30T17:30", "--within", "24小时", lang="en")
    dayless = json.loads(yifa("due", "--from", "2024-09-30", "--within", "24 hours", "--json").out)

    assert said.out.startswith("Last moment: Tue 1 Oct 2024 17:30")
    assert (dayless["earliest"], dayless["moment"]) == ("2024-10-01T00:00", "2024-10-01T23:59")


def test_counting_back_from_a_hearing(yifa) -> None:
    asked = ("due", "--law", "行政处罚法", "--from", "2024-10-10", "--before", "7日")
    verdicts = [json.loads(yifa(*asked, "--done", f"2024-09-{day}", "--json").out)["verdict"] for day in (24, 25, 26)]

    assert yifa(*asked, lang="en").out.startswith("Latest day: Wed 25 Sep 2024")
    assert verdicts == ["clean", "advisory", "violation"]


def test_waiting_at_least_and_after(yifa) -> None:
    asked = ("due", "--from", "2025-01-02")

    assert yifa(*asked, "--at-least", "30 calendar days", lang="en").out.startswith("Earliest day: Sat 1 Feb 2025")
    assert yifa(*asked, "--after", "30 calendar days", lang="en").out.startswith("Earliest day: Sun 2 Feb 2025")
    assert "contested (C-after-30)" in yifa(*asked, "--after", "30 calendar days", lang="en").out


def test_a_fixed_date_does_not_roll(yifa) -> None:
    plain = yifa("due", "--from", "2026-01-01", "--by", "03-01", "--done", "2026-03-02", lang="en").out
    before = json.loads(yifa("due", "--from", "2026-01-01", "--by", "03-01前", "--json").out)

    assert plain.startswith("Fixed date: Sun 1 Mar 2026")
    assert "Done on Mon 2 Mar 2026: contested." in plain
    assert before["advisory"] == ["2026-03-01", "2026-03-02"]


def test_a_version_not_yet_in_force_is_named(yifa) -> None:
    out = yifa("due", "--law", "行政执法监督条例", "--from", "2025-01-06", "--within", "10日", lang="en").out

    assert "no version of 行政执法监督条例 is known to be in force on Mon 6 Jan 2025" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--from", "2024-13-01", "--within", "5日"), "'2024-13-01' is not a day: expected a form such as 2024-09-25"),
        (("--from", "2024-09-25", "--within", "5 moons"), "'5 moons' is not a length: expected a whole number"),
        (("--from", "2024-09-25"), "give exactly one of --within, --before, --at-least, --after, --by"),
        (("--from", "2024-09-25", "--within", "5日", "--by", "03-01"), "give exactly one of --within"),
        (("--from", "2024-09-25", "--by", "02-30"), "'02-30' is no date of the year: expected MM-DD"),
        (("--from", "2024-09-25", "--within", "5日", "--pause", "2024-10-08"), "is no pause: expected first day..last"),
        (
            ("--from", "2024-09-25", "--within", "5日", "--pause", "2024-10-08..2024-10-01:test"),
            "ends before it begins",
        ),
        (
            ("--from", "2024-09-25", "--within", "5日", "--extend", "10 days"),
            "is no extension: expected day of approval",
        ),
        (("--from", "2024-09-25", "--before", "5日", "--pause", "2024-09-20..2024-09-21:x"), "go with --within only"),
        (("--from", "2024-09-25", "--within", "5日", "--law", "行政处罚"), "did you mean 行政处罚法"),
        (("--from", "2024-09-25", "--within", "5 working days", "--extend", "2024-09-26:1 month"), "cannot be counted"),
        (("--within", "5日"), "Missing option '--from'."),
        (("--from", "2024-09-25", "--wihin", "5日"), "No such option"),
    ],
)
def test_a_wrong_question_is_a_usage_error_that_says_what_was_expected(yifa, arguments, message: str) -> None:
    said = yifa("due", *arguments, lang="en")

    assert said.code == 2
    assert message in said.err
    assert said.out == ""


def test_a_day_beyond_every_table_is_the_worlds_fault(yifa) -> None:
    said = yifa("due", "--from", "1984-01-01", "--within", "5 working days", lang="en")

    assert said.code == 1
    assert "1984-01-01 lies outside the calendar, which reaches from 2000-01-01 to 2050-12-31" in said.err
