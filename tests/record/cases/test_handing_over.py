"""A case goes from one officer to another; who handles one is urged."""

from __future__ import annotations

import pytest

from tests.record.register import CLERK, TODAY, register
from yifa.record.cases.actions import close, open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.errors import TakesNoPart, WrongState
from yifa.record.cases.handing_over import hand_over, urge_handlers
from yifa.record.cases.models import Case
from yifa.record.chain.queries import faults, rows
from yifa.record.organs.actions import appoint
from yifa.record.organs.models import Officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]


def handled() -> tuple[Case, Officer, Officer, Officer]:
    held = register()
    one, other = (appoint(held.market, number, "陆知行", actor=CLERK, on=TODAY) for number in ("0412", "0415"))
    stranger = appoint(held.justice, "0211", "张照临", actor=CLERK, on=TODAY)
    case = open_case(held.market, "penalty-ordinary", "1", actor=CLERK, on=TODAY)
    take_part(case, Role.HANDLER, actor=CLERK, on=TODAY, officer=one)
    return case, one, other, stranger


def test_a_case_is_handed_over_in_one_entry_and_to_one_of_the_organ_alone() -> None:
    case, one, other, stranger = handled()

    hand_over(case, one, other, actor=CLERK, on=TODAY)

    parts = case.participants.order_by("id").values_list("officer__number", "last", "left_for")
    assert list(parts) == [("0412", TODAY, "replaced"), ("0415", None, "")]
    assert '"act":"case-handed-over"' in list(rows("qp-market"))[-1][1]
    with pytest.raises(TakesNoPart, match="officer 0412 does not handle it"):
        hand_over(case, one, other, actor=CLERK, on=TODAY)
    with pytest.raises(TakesNoPart, match="officer 0211 is another organ's"):
        hand_over(case, other, stranger, actor=CLERK, on=TODAY)
    with pytest.raises(TakesNoPart, match="officer 0415 is handler already"):
        hand_over(case, other, other, actor=CLERK, on=TODAY)
    assert faults() == []


def test_whoever_handles_an_open_case_is_urged_and_nobody_else() -> None:
    case, one, other, _ = handled()
    take_part(case, Role.HANDLER, actor=CLERK, on=TODAY, officer=other)

    urge_handlers(case, "三日内办结", actor=CLERK, on=TODAY)
    close(case, actor=CLERK, on=TODAY)

    told = case.urgings.order_by("id").values_list("officer_id", "words", "urged_by", "on")
    assert list(told) == [(who.id, "三日内办结", CLERK.by, TODAY) for who in (one, other)]
    with pytest.raises(WrongState, match="is closed"):
        urge_handlers(case, "", actor=CLERK, on=TODAY)
    idle = open_case(case.organ, "penalty-ordinary", "2", actor=CLERK, on=TODAY)
    with pytest.raises(TakesNoPart, match="nobody handles it"):
        urge_handlers(idle, "", actor=CLERK, on=TODAY)
