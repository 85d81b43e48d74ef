"""What was wrong is put right, what is dated ends with a day; the rules of a sector hold between their days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, register
from yifa.record.chain.queries import faults, value
from yifa.record.organs.actions import appoint, delegate, grant_leave, issue_certificate, qualify_reviewer
from yifa.record.organs.choices import Kind, Level
from yifa.record.organs.correcting import (
    end_early,
    end_profile,
    give_profile,
    put_organ_right,
    rename_officer,
    renew_certificate,
)
from yifa.record.organs.errors import AlreadyThere, NobodyLeft, OutOfOrder
from yifa.record.organs.models import Certificate, Organ, OrganProfile, Post
from yifa.record.organs.queries import away, certified, profiles_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
LATER = TODAY + timedelta(days=10)


def test_what_an_organ_is_can_be_put_right_but_not_to_what_it_is() -> None:
    market = register().market
    put_organ_right(market, actor=CLERK, on=TODAY, kind=Kind.EMPOWERED, level=Level.COUNTY, area="4307")
    found = Organ.objects.get(pk=market.id)
    assert (found.kind, found.area, found.version) == ("empowered", "4307", 2)
    with pytest.raises(NobodyLeft, match="organ qp-market: is so already"):
        put_organ_right(market, actor=CLERK, on=TODAY, kind=Kind.EMPOWERED, level=Level.COUNTY, area="4307")
    assert faults() == []


def test_rules_of_a_sector_hold_from_their_first_day_to_their_last() -> None:
    market = register().market
    give_profile(market, "agri", actor=CLERK, on=TODAY)
    end_profile(OrganProfile.objects.get(profile="samr"), actor=CLERK, last=TODAY)
    days = (BEGAN, TODAY, LATER)
    assert [profiles_of(market, day) for day in days] == [{"samr"}, {"samr", "agri"}, {"agri"}]
    with pytest.raises(AlreadyThere, match="has the profile agri"):
        give_profile(market, "agri", actor=CLERK, on=LATER)


def test_certificates_are_renewed_and_what_is_dated_ends_early() -> None:
    market = register().market
    officer = appoint(market, "1", "冯知秋", actor=CLERK, on=BEGAN)
    other = appoint(market, "2", "何有田", actor=CLERK, on=BEGAN)
    issue_certificate(officer, "QP-1", actor=CLERK, on=BEGAN, last=TODAY)
    renew_certificate(Certificate.objects.get(), actor=CLERK, on=TODAY, last=date(2030, 1, 1))
    leave = grant_leave(officer, actor=CLERK, first=TODAY, last=LATER)
    stand_in = delegate(Post.objects.get(officer=officer), other, actor=CLERK, on=TODAY)
    reviewer = qualify_reviewer(officer, actor=CLERK, on=BEGAN, passed=True)
    for row in (leave, stand_in, reviewer):
        end_early(row, actor=CLERK, last=TODAY)
    rename_officer(officer, "冯知春", actor=CLERK, on=TODAY)
    assert (certified(officer, LATER), away(officer, TODAY), away(officer, LATER)) == (True, True, False)
    assert ({stand_in.last, reviewer.last}, value(officer.name)) == ({TODAY}, "冯知春")
    with pytest.raises(OutOfOrder) as refused:
        end_early(reviewer, actor=CLERK, last=date(2018, 1, 1))
    assert (refused.value.first, faults()) == (BEGAN, [])
