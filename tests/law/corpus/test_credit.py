"""What no worked case of the lists says: which ids lead here, and that each list has its own duties."""

from __future__ import annotations

import pytest

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.term import TermDuty


@pytest.mark.parametrize("id_", ["credit-abnormal-list", "credit-blacklist", "abnormal-list", "blacklist"])
def test_the_ids_of_both_lists_lead_to_one_folder(id_: str) -> None:
    assert folder(id_).id == "credit"


def test_terms_on_the_lists_never_roll_over_a_holiday() -> None:
    terms = [duty for duty in folder("credit").duties if isinstance(duty, TermDuty)]
    ends = {duty.id: duty.rolls for duty in terms if duty.done in (("publication-ended",), ("removed",))}
    assert {id_ for id_, rolls in ends.items() if not rolls} == {
        "crd-bl-3y-auto",
        "crd-bl-3y-auto/restriction",
        "crd-repair-tiers/general",
        "crd-repair-tiers/minor",
        "crd-repair-tiers/serious",
    }
    assert {id_ for id_, rolls in ends.items() if rolls} == {
        "crd-abn-remove-5wd",
        "crd-abn-remove-5wd/verified",
        "crd-bl-off-3wd",
        "crd-bl-penalty-revoked-3wd",
    }
