"""Announcements stand over every page of the organs they are for, until they are over or put out of one's way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY, At
from yifa.record.announcements.models import Announcement

pytestmark = pytest.mark.django_db
TEXT = "周六上午停机维护"


def put_up(at: At, organ: int, **more: str) -> int:
    told = {"organ": str(organ), "text": TEXT, "first": TODAY.isoformat(), "last": TODAY.isoformat(), **more}
    return at("system").post("/announcements/put-up/", told).status_code


def test_an_announcement_is_seen_by_the_organ_and_below_until_it_is_put_away(laid: Laid, at: At) -> None:
    put_up(at, laid.organs["qp-market"].id)
    seen = {who: TEXT in at(who).get("/account/").content.decode() for who in ("officer", "urban", "supervisor")}
    one = Announcement.objects.get()

    at("officer").post(f"/announcements/{one.id}/put-away/", {"back": "/cases/"})

    assert seen == {"officer": True, "urban": False, "supervisor": False}
    assert TEXT not in at("officer").get("/account/").content.decode()
    assert TEXT in at("reviewer").get("/account/").content.decode()
    assert at("urban").post(f"/announcements/{one.id}/put-away/").status_code == 404


def test_a_grave_one_stays_and_one_that_is_taken_down_goes(laid: Laid, at: At) -> None:
    put_up(at, laid.organs["qp"].id, grave="yes")
    one = Announcement.objects.get()
    at("officer").post(f"/announcements/{one.id}/put-away/")
    stays = TEXT in at("officer").get("/account/").content.decode()

    at("system").post(f"/announcements/{one.id}/take-down/")

    assert stays
    assert TEXT not in at("officer").get("/account/").content.decode()


def test_one_that_nobody_would_see_is_not_put_up(laid: Laid, at: At) -> None:
    yesterday = (TODAY - timedelta(days=1)).isoformat()

    assert put_up(at, laid.organs["qp"].id, first=yesterday, last=yesterday) == 409
    assert put_up(at, laid.organs["qp"].id, text=" ") == 409
    assert not Announcement.objects.exists()
