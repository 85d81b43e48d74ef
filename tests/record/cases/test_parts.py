"""Somebody leaves a case; who left for avoidance does not come back into it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.record.register import CLERK, TODAY, register
from tests.record.there import WITH_REASON
from yifa.record.cases.actions import open_case, take_part
from yifa.record.cases.choices import Leaving, Role
from yifa.record.cases.errors import TakesNoPart
from yifa.record.cases.models import Case
from yifa.record.cases.parts import leave
from yifa.record.chain.queries import faults
from yifa.record.organs.actions import appoint
from yifa.record.organs.models import Officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]


def opened() -> tuple[Case, Officer]:
    market = register().market
    case = open_case(market, "penalty-ordinary", "1", actor=CLERK, on=TODAY)
    return case, appoint(market, "0412", "陆知行", actor=CLERK, on=TODAY)


def test_who_left_for_avoidance_takes_no_part_in_the_same_case_again() -> None:
    case, officer = opened()
    part = take_part(case, Role.HANDLER, actor=CLERK, on=TODAY, officer=officer)

    with pytest.raises(TakesNoPart, match=r"avoidance \(行政处罚法 43\), expected an officer and the ground as reason"):
        leave(part, Leaving.AVOIDANCE, actor=CLERK, last=TODAY)
    leave(part, Leaving.AVOIDANCE, actor=WITH_REASON, last=TODAY)
    with pytest.raises(TakesNoPart, match="officer 0412 left for avoidance on 2026-"):
        take_part(case, Role.ASSISTANT, actor=CLERK, on=TODAY, officer=officer)

    assert [(one.role, one.last, one.left_for) for one in case.participants.all()] == [("handler", TODAY, "avoidance")]
    assert faults() == []


def test_who_was_replaced_may_come_back_and_nobody_is_the_same_twice() -> None:
    case, officer = opened()
    part = take_part(case, Role.HANDLER, actor=CLERK, on=TODAY, officer=officer)

    with pytest.raises(TakesNoPart, match="officer 0412 is handler already"):
        take_part(case, Role.HANDLER, actor=CLERK, on=TODAY, officer=officer)
    with pytest.raises(TakesNoPart, match="expected no earlier day"):
        leave(part, Leaving.MOVED, actor=CLERK, last=TODAY - timedelta(days=1))
    leave(part, Leaving.MOVED, actor=CLERK, last=TODAY)
    with pytest.raises(TakesNoPart, match=r"left on .* already"):
        leave(part, Leaving.MOVED, actor=CLERK, last=TODAY)

    assert take_part(case, Role.HANDLER, actor=CLERK, on=TODAY, officer=officer).last is None
