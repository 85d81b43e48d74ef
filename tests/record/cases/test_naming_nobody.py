"""A text that stays for ever names no party of its case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.record.papers.office import DECIDED, DECISION, Office, office
from tests.record.register import CLERK, TODAY
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import correct, record_as_happened, take_part, withdraw
from yifa.record.cases.choices import Ground, Leaving, Openness, Role
from yifa.record.cases.errors import NamesAParty
from yifa.record.cases.handing_over import urge_handlers
from yifa.record.cases.parts import leave
from yifa.record.cases.showing import set_openness
from yifa.record.cases.transfers import transfer
from yifa.record.chain.models import EntryRow
from yifa.record.organs.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
NAMED = "柳三春来电催问"
NAMING = replace(CLERK, because=NAMED)
WORDED = {"conduct": "柳三春无照经营", "result": "penalty", "fine": 500_000}
TEXTS: dict[str, Callable[[Office], object]] = {
    "why an act is recorded": lambda held: record_as_happened(
        held.case, Happening("decision-made", DECIDED), actor=NAMING
    ),
    "what an act says in free words": lambda held: record_as_happened(
        held.case, Happening("decision-made", DECIDED, fields=WORDED), actor=replace(CLERK, because="补录")
    ),
    "a few words that urge": lambda held: urge_handlers(held.case, NAMED, actor=CLERK, on=TODAY),
    "why it is not public": lambda held: set_openness(
        held.case, Openness.CLOSED, actor=CLERK, on=TODAY, ground=Ground.PRIVACY, reason=NAMED
    ),
    "why it is another organ's": lambda held: transfer(
        held.case, Organ.objects.get(code="qp-justice"), NAMED, actor=CLERK, on=TODAY
    ),
    "why somebody left": lambda held: leave(held.party, Leaving.REPLACED, actor=NAMING, last=TODAY),
}


@pytest.mark.parametrize("writes", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_that_names_a_party_is_not_chained(writes: Callable[[Office], object]) -> None:
    held = office()
    take_part(held.case, Role.HANDLER, actor=CLERK, on=TODAY, officer=held.officer)
    entries = EntryRow.objects.count()
    with pytest.raises(NamesAParty, match="names a party, expected a word that names nobody"):
        writes(held)
    assert EntryRow.objects.count() == entries


def test_who_is_no_party_may_be_named_and_a_number_may_stand_there() -> None:
    held = office()
    told = Happening("decision-made", DECIDED + timedelta(1), fields=WORDED | {"conduct": "无照经营"})
    act = record_as_happened(held.case, told, actor=replace(CLERK, because=f"白露茶行投诉，{DECISION}补录"))
    assert act.fields["conduct"] == "无照经营"


def test_what_names_somebody_who_became_a_party_later_can_still_be_withdrawn_or_corrected() -> None:
    held = office()
    because = replace(CLERK, because="记错了")
    told = Happening("decision-made", DECIDED, fields=WORDED | {"conduct": "白露无照经营"})
    act = record_as_happened(held.case, told, actor=replace(CLERK, because="补录"))
    take_part(held.case, Role.PARTY, actor=CLERK, on=TODAY, name="白露")

    again = correct(act, replace(told, on=DECIDED + timedelta(1)), actor=because)
    with pytest.raises(NamesAParty):
        correct(again, replace(told, fields=told.fields | {"conduct": "白露仍无照经营"}), actor=because)
    withdrawn = withdraw(again, actor=because)

    assert (again.on, withdrawn.withdrawn) == (DECIDED + timedelta(1), True)
