"""What an act would break: for certain, whatever it says, or only as its content turns out."""

from __future__ import annotations

from datetime import date

import pytest

from demo.city_office import lay
from yifa.oversight.standing.foresight import foresee_kinds
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Case
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 3)


def stops(case: Case, kind: str) -> list[tuple[str, bool]]:
    found = foresee_kinds(case, facts_of(case), [kind], TODAY)[kind]
    return [(one.finding.result.duty, one.always) for one in found]


def test_what_no_content_could_make_lawful_is_certain_and_the_rest_hangs_on_the_content() -> None:
    laid = lay(TODAY)
    unannounced, early = laid.cases["青市监案〔2026〕31号"], laid.cases["青市监案〔2026〕41号"]
    with everything("a test"):
        found = [
            stops(unannounced, "decision-made"),
            stops(unannounced, "hearing-held"),
            stops(early, "decision-made"),
        ]

    assert found == [
        [("pen-order-correction/correct", False), ("pen-pre-notice", False)],
        [("hrg-notice-7wd", True), ("hrg-samr-public-announce", False)],
        [("pen-decision-after-window/samr", True), ("pen-order-correction/correct", False)],
    ]
