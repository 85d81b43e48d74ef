"""Articles that duties cite: a number is of a text that was read, and no other text is cited by it."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.law.catalogue.citations import Citation, citation
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.statutes import Span


def texts_in(cited: Citation, span: Span) -> list[str]:
    """The texts of a statute in force at any time of a span."""
    first, last = span.from_ or date.min, span.to or date.max
    return [
        version.id
        for version in cited.statute.versions
        if (version.valid.from_ or date.min) <= last and (version.valid.to or date.max) >= first
    ]


@pytest.mark.parametrize("name", procedure_ids())
def test_a_duty_that_outlives_a_text_says_of_which_text_its_article_is(name: str) -> None:
    unsaid = [
        f"{duty.id}: {text}"
        for duty in folder(name).duties
        for text in duty.law
        if (cited := citation(text)).article and len(texts_in(cited, duty.valid)) > 1
    ]
    assert unsaid == []


@pytest.mark.parametrize(
    ("duty", "day", "said"),
    [
        ("pen-limitation-2y", date(2021, 7, 14), ["行政处罚法(2017)"]),
        ("pen-limitation-2y", date(2021, 7, 15), ["行政处罚法(2021)§36"]),
        ("pen-public-notice-service", date(2023, 12, 31), ["民事诉讼法(2021)§95", "行政处罚法(2021)§61"]),
        ("pen-public-notice-service", date(2024, 1, 1), ["民事诉讼法(2023)§95", "行政处罚法(2021)§61"]),
    ],
)
def test_a_finding_cites_the_number_of_the_text_in_force(duty: str, day: date, said: list[str]) -> None:
    found = folder("penalty-ordinary").duty(duty)
    assert found is not None
    assert [citation(text).said(day) for text in found.law] == said


@pytest.mark.parametrize(
    ("day", "said"), [(date(2025, 12, 31), "治安管理处罚法(2012)§101"), (date(2026, 1, 1), "治安管理处罚法(2025)§120")]
)
def test_an_on_the_spot_report_is_cited_from_the_old_and_the_new_public_security_law(day: date, said: str) -> None:
    found = folder("penalty-simple").duty("smp-psa-filing-24h")
    assert found is not None
    assert [citation(text).said(day) for text in found.law] == [said]
