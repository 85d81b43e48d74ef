"""Matters done with: no longer counted as being handled, and their days still told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.interfaces.office.workbench.numbers import open_cases
from yifa.oversight.standing.following import follow
from yifa.oversight.standing.queries import due_between
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
ACTOR = Actor("a test", NOW, "补录")
NUMBER = "青市监当罚〔2026〕77号"


def test_a_matter_done_with_leaves_the_number_of_open_ones_and_keeps_its_days(laid: Laid, at: At) -> None:
    decided = TODAY - timedelta(days=1)
    acts = (Happening("on-spot-decision", decided),)
    with everything("a test"):
        before = open_cases().count()
        case = open_case(laid.organs["qp-market"], "penalty-simple", NUMBER, actor=ACTOR, on=decided, acts=acts)
        follow(TODAY)
        after = open_cases().count()
        days = {one.duty for one in due_between(TODAY, TODAY + timedelta(days=20)).filter(case=case)}
    leader = at("leader")
    shown = {
        query: NUMBER in leader.get("/cases/", {"state": query}).content.decode()
        for query in ("", "concluded", "followed", "closed")
    }
    page = leader.get(f"/cases/{case.id}/").content.decode()

    assert (case.state, after - before, days) == ("concluded", 0, {"smp-samr-handin-7wd"})
    assert shown == {"": False, "concluded": True, "followed": True, "closed": False}
    assert "<span>办结</span>" in page
