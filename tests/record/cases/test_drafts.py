"""What is typed into the form of an act is kept for who typed it, and never chained."""

from __future__ import annotations

import pytest

from tests.record.register import CLERK, NOW, TODAY, register
from yifa.record.cases.actions import close, open_case
from yifa.record.cases.drafts import draft_of, drop_draft, keep_draft
from yifa.record.cases.errors import NoSuchAct, StateSecret, WrongState
from yifa.record.chain.models import EntryRow
from yifa.record.organs.actions import appoint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]


def test_a_draft_is_one_for_each_who_types_and_leaves_nothing_behind() -> None:
    market = register().market
    case = open_case(market, "licence", "1", actor=CLERK, on=TODAY)
    one, other = (appoint(market, number, "某", actor=CLERK, on=TODAY) for number in ("1", "2"))
    before = EntryRow.objects.count()

    keep_draft(case, "application-accepted", {"on": ["2026-01-05"]}, drafter=one, at=NOW)
    keep_draft(case, "application-accepted", {"on": ["2026-01-06"]}, drafter=one, at=NOW)
    kept = draft_of(case, "application-accepted", one)
    assert kept is not None
    assert (kept.typed, kept.version) == ({"on": ["2026-01-06"]}, 2)
    assert draft_of(case, "application-accepted", other) is None
    drop_draft(case, "application-accepted", one)

    assert draft_of(case, "application-accepted", one) is None
    assert EntryRow.objects.count() == before


def test_no_secret_no_unknown_act_and_nothing_for_a_closed_case_is_kept() -> None:
    market = register().market
    case = open_case(market, "licence", "1", actor=CLERK, on=TODAY)
    officer = appoint(market, "1", "某", actor=CLERK, on=TODAY)

    with pytest.raises(StateSecret):
        keep_draft(case, "application-accepted", {"number": ["机密★3年"]}, drafter=officer, at=NOW)
    with pytest.raises(NoSuchAct, match="a draft of more than"):
        keep_draft(case, "application-accepted", {"number": ["长" * 20_001]}, drafter=officer, at=NOW)
    with pytest.raises(NoSuchAct, match="has no act 'fined'"):
        keep_draft(case, "fined", {}, drafter=officer, at=NOW)
    close(case, actor=CLERK, on=TODAY)
    with pytest.raises(WrongState):
        keep_draft(case, "application-accepted", {}, drafter=officer, at=NOW)
