"""Announcements are put up and taken down in the chain, and seen by the organ and those it supervises."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, register
from yifa.record.announcements.actions import dismiss, put_up, take_down
from yifa.record.announcements.errors import NotAnnounced, Reason
from yifa.record.announcements.queries import seen_by
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.organs.actions import appoint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
LATER = TODAY + timedelta(days=9)


def test_an_announcement_reaches_the_organ_and_below_from_its_first_day_to_its_last() -> None:
    held = register()
    one = put_up(held.county, "  周六\n停机 ", actor=CLERK, on=TODAY, first=TODAY, last=LATER)
    seen = {
        organ.code: [told.text for told in seen_by(appoint(organ, "7", "何有田", actor=CLERK, on=BEGAN), TODAY)]
        for organ in (held.county, held.market, held.city)
    }
    clerk = appoint(held.market, "8", "何有田", actor=CLERK, on=BEGAN)
    days = [bool(seen_by(clerk, day)) for day in (TODAY - timedelta(1), LATER, LATER + timedelta(1))]
    dismiss(one, clerk)

    assert seen == {"qp": ["周六 停机"], "qp-market": ["周六 停机"], "wangchao": []}
    assert (days, seen_by(clerk, TODAY)) == ([False, True, False], [])


def test_taking_down_stands_in_the_chain_and_is_done_once() -> None:
    held = register()
    one = put_up(held.county, "周六停机", actor=CLERK, on=TODAY, first=LATER, last=LATER, grave=True)

    take_down(one, actor=CLERK, on=TODAY)

    told = [json.loads(text)["what"] for text in EntryRow.objects.order_by("-id").values_list("text", flat=True)[:2]]
    assert [(what["act"], what["rows"][0]["row"]["version"]) for what in told] == [
        ("announcement-taken-down", 2),
        ("announcement-put-up", 1),
    ]
    with pytest.raises(NotAnnounced) as refused:
        take_down(one, actor=CLERK, on=TODAY)
    assert (refused.value.reason, faults()) == (Reason.OVER, [])


@pytest.mark.parametrize(
    ("text", "first", "last", "reason"),
    [
        (" ", TODAY, LATER, Reason.TEXT),
        ("长" * 501, TODAY, LATER, Reason.TEXT),
        ("短", TODAY - timedelta(9), TODAY - timedelta(1), Reason.DAYS),
        ("短", LATER, TODAY, Reason.DAYS),
    ],
)
def test_what_nobody_would_read_is_not_put_up(text: str, first: date, last: date, reason: Reason) -> None:
    with pytest.raises(NotAnnounced) as refused:
        put_up(register().county, text, actor=CLERK, on=TODAY, first=first, last=last)
    assert refused.value.reason is reason
