"""Systems are told of everything they may read, at least once, signed, and of nothing else."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.record.deliveries.peer import Peer
from tests.record.register import BEGAN, CLERK, NOW, TODAY, Register, register
from yifa.record.access.actions import end_role, give_role
from yifa.record.access.choices import RoleName
from yifa.record.cases.actions import Happening, open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.deliveries.actions import change_key, send_again, subscribe, unsubscribe
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.collecting import collect, waits
from yifa.record.deliveries.errors import NotSubscribed
from yifa.record.deliveries.models import Delivery, Position, Subscription
from yifa.record.deliveries.sending import KEPT, PAUSES, anything_due, forget_delivered, send_due
from yifa.record.organs.actions import appoint
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
RECEIVED = Happening("application-received", TODAY, fields={"complete": True})
ADDRESS = "https://oa.qingping.example/yifa"


@pytest.fixture
def told() -> tuple[Register, Subscription, Peer]:
    """A handler's system of the market bureau, told from the first entry on."""
    with everything("a test"):
        held = register()
        officer = appoint(held.market, "s1", "办公系统", actor=CLERK, on=BEGAN)
        give_role(officer, RoleName.HANDLER, held.market, actor=CLERK, on=BEGAN)
        made, key = subscribe(officer, "办公系统", ADDRESS, actor=CLERK, on=BEGAN, from_the_first=True)
    return held, made, Peer(key, int(NOW.timestamp()))


def worked(held: Register, number: str = "1", procedure: str = "licence") -> None:
    with everything("a test"):
        acts = (RECEIVED,) if procedure == "licence" else ()
        case = open_case(held.market, procedure, number, actor=CLERK, on=TODAY, acts=acts)
        take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name="柳三春", identifier="11010519491231002X")


def send(peer: Peer, now: datetime = NOW) -> tuple[int, int]:
    peer.at = int(now.timestamp())
    collect(now)
    return send_due(lambda: now, peer)


def chain(organ: str = "qp-market") -> list[str]:
    return list(EntryRow.objects.filter(organ=organ).order_by("number").values_list("digest", flat=True))


def test_every_entry_that_may_be_read_comes_once_and_in_order(told: tuple[Register, Subscription, Peer]) -> None:
    held, _, peer = told
    worked(held)
    send(peer)
    assert peer.seen == chain()
    assert send(peer) == (0, 0)
    worked(held, "2")
    assert waits(NOW)
    send(peer)
    assert peer.seen == chain()
    assert not waits(NOW)


def test_an_event_names_rows_and_cases_and_holds_no_value_of_anybody(
    told: tuple[Register, Subscription, Peer],
) -> None:
    held, _, peer = told
    worked(held)
    send(peer)
    [event] = [one for one in peer.taken.values() if one["act"] == "participant-added"]
    case = event["cases"][0]["id"]
    expected: dict[str, Any] = {
        "form": "yifa.event/1",
        "id": chain()[-1],
        "organ": "qp-market",
        "number": len(chain()),
        "recorded": NOW.isoformat(),
        "act": "participant-added",
        "on": "2026-03-02",
        "cases": [{"id": case, "number": "1", "procedure": "licence"}],
        "rows": event["rows"],
    }
    assert event == expected
    assert {row["table"] for row in event["rows"]} == {"parties_party", "cases_participant"}
    assert not any(mark in json.dumps(list(peer.taken.values()), ensure_ascii=False) for mark in ("柳", "1101"))


def test_what_lies_behind_a_wall_or_with_another_organ_is_not_told(told: tuple[Register, Subscription, Peer]) -> None:
    held, _, peer = told
    worked(held, "w1", "reconsideration")
    with everything("a test"):
        open_case(held.justice, "licence", "j1", actor=CLERK, on=TODAY)
    send(peer)
    assert not [one for one in peer.taken.values() if one["cases"]]
    assert {one["organ"] for one in peer.taken.values()} == {"qp-market"}


def test_who_subscribes_from_now_on_is_told_of_nothing_before(told: tuple[Register, Subscription, Peer]) -> None:
    held, first, _ = told
    worked(held)
    with everything("a test"):
        made, key = subscribe(first.officer, "乙系统", ADDRESS, actor=CLERK, on=TODAY, acts=["participant-added"])
        unsubscribe(first, actor=CLERK, last=TODAY - timedelta(1))
    peer = Peer(key, int(NOW.timestamp()))
    send(peer)
    assert peer.seen == []
    worked(held, "2")
    send(peer)
    assert [one["act"] for one in peer.taken.values()] == ["participant-added"]
    assert made.begins_after > 0


def test_a_peer_that_does_not_answer_is_asked_later_and_later_and_then_lies_among_the_dead(
    told: tuple[Register, Subscription, Peer],
) -> None:
    held, made, peer = told
    worked(held)
    peer.answers = [503]
    assert send(peer) == (0, 1)
    waiting = Delivery.objects.get(attempts=1)
    assert (waiting.state, waiting.said, waiting.due) == (DeliveryState.WAITING, "503", NOW + PAUSES[0])
    send(peer)
    now = NOW
    for pause in PAUSES:
        now += pause
        peer.answers = [OSError("no route to host")]
        send(peer, now)
    dead = Delivery.objects.get(pk=waiting.pk)
    assert (dead.state, dead.attempts, dead.said) == (DeliveryState.DEAD, 9, "OSError: no route to host")
    assert not anything_due(now + timedelta(days=9))
    send_again(dead, now)
    with pytest.raises(NotSubscribed, match="is delivered, expected a dead one"):
        send_again(Delivery.objects.filter(state=DeliveryState.DELIVERED)[0], now)
    send(peer, now)
    assert sorted(peer.seen[1:]) == sorted(chain())
    assert set(peer.taken) == set(chain())
    assert made.deliveries.exclude(state=DeliveryState.DELIVERED).count() == 0


def test_a_process_that_dies_after_sending_sends_again_and_the_peer_takes_it_once(
    told: tuple[Register, Subscription, Peer],
) -> None:
    held, _, peer = told
    worked(held)
    collect(NOW)

    def dying(address: str, body: bytes, headers: Any) -> int:
        peer(address, body, headers)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send_due(lambda: NOW, dying)
    send_due(lambda: NOW, peer)
    assert peer.seen == [chain()[0], *chain()]
    assert list(peer.taken) == chain()


def test_collecting_that_dies_leaves_nothing_out_and_makes_nothing_twice(
    told: tuple[Register, Subscription, Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    held, _, peer = told
    worked(held)
    monkeypatch.setattr("yifa.record.deliveries.collecting.AT_ONCE", 2)
    update, calls = Position.objects.filter, []

    def dying(**asked: Any) -> Any:
        calls.append(asked)
        if "pk" in asked and len([one for one in calls if "pk" in one]) == 2:
            raise KeyboardInterrupt
        return update(**asked)

    monkeypatch.setattr(Position.objects, "filter", dying)
    with pytest.raises(KeyboardInterrupt):
        collect(NOW)
    monkeypatch.setattr(Position.objects, "filter", update)
    send(peer)
    assert peer.seen == chain()


def test_a_clock_that_went_back_keeps_nothing_waiting_longer_than_the_longest_pause(
    told: tuple[Register, Subscription, Peer],
) -> None:
    held, _, peer = told
    worked(held)
    future = NOW + timedelta(days=400)
    peer.answers = [503]
    send(peer, future)
    send(peer)
    assert set(peer.taken) == set(chain())


def test_who_lost_his_role_is_told_no_more_also_not_of_what_waits(told: tuple[Register, Subscription, Peer]) -> None:
    held, made, peer = told
    worked(held)
    collect(NOW)
    with everything("a test"):
        role = made.officer.roles.get()
        end_role(role, actor=CLERK, last=TODAY - timedelta(1))
    send(peer)
    assert not [one for one in peer.taken.values() if one["cases"]]


def test_another_key_signs_from_now_on(told: tuple[Register, Subscription, Peer]) -> None:
    held, made, peer = told
    worked(held)
    with everything("a test"):
        key = change_key(made, actor=CLERK, on=TODAY)
    assert send(peer) == (0, 1)
    assert peer.taken == {}
    other = Peer(key, peer.at)
    send(other, NOW + PAUSES[0])
    assert set(other.taken) == set(chain())
    with everything("a test"):
        assert faults() == []


def test_what_was_delivered_is_let_go_after_a_month(told: tuple[Register, Subscription, Peer]) -> None:
    held, _, peer = told
    worked(held)
    send(peer)
    assert forget_delivered(NOW + KEPT) == 0
    assert forget_delivered(NOW + KEPT + timedelta(1)) == len(chain())
    assert send(peer) == (0, 0)


@pytest.mark.parametrize(
    "address",
    [
        "http://oa.qingping.example/yifa",
        "https://user:word@oa.qingping.example/",
        "ftp://oa.qingping.example/",
        "oa.qingping.example",
        "https://oa.qingping.example:x/",
    ],
)
def test_events_go_over_tls_or_stay_on_this_machine(told: tuple[Register, Subscription, Peer], address: str) -> None:
    with everything("a test"):
        with pytest.raises(NotSubscribed, match="expected"):
            subscribe(told[1].officer, "甲", address, actor=CLERK, on=TODAY)
        subscribe(told[1].officer, "甲", "http://127.0.0.1:9/", actor=CLERK, on=TODAY)
