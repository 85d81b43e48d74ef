"""Enforcement: the festival days listed in the ban of 行政强制法 43 are those of the 放假办法, no more and no fewer."""

from __future__ import annotations

from datetime import date, timedelta

from yifa.law.catalogue.calendars import festivals
from yifa.law.catalogue.folders import folder
from yifa.law.duties import Outcome
from yifa.law.facts.case_format import case_of, read_acts
from yifa.law.run import engine

FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)
"""The years that the duty lists."""


def banned(days: list[date]) -> set[date]:
    """The days on which an enforcement that was not urgent breaks the duty."""
    acts = read_acts(
        [{"on": day, "act": "enforcement-carried-out", "id": day.isoformat()} for day in days],
        folder("enforcement").procedure,
    )
    case = case_of("every day", "enforcement", acts.acts, ())
    results = engine("enforcement").judge(case, LAST, None, source=acts.source(), only={"enf-no-night-holiday"})
    return {date.fromisoformat(one.subject.split("#")[1]) for one in results if one.outcome is Outcome.UNMET}


def test_every_festival_day_of_the_listed_years_is_banned_and_no_other_day() -> None:
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    assert banned(days) == {day for day in festivals().days() if FIRST <= day <= LAST}


def test_three_ids_of_the_case_format_lead_to_one_folder() -> None:
    ids = ("enforcement", "substitute-performance", "court-enforcement")
    assert {folder(id_).id for id_ in ids} == {"enforcement"}
