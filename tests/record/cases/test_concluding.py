"""Cases end by what is recorded in them, and are handled again by it; the state stands in the chain."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from tests.record.register import CLERK, NOW, register
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import close, open_case, record, record_as_happened, withdraw
from yifa.record.cases.choices import State
from yifa.record.cases.concluding import turn_on_their_day
from yifa.record.cases.errors import WrongState
from yifa.record.cases.models import Case
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.organs.actions import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
WITH_REASON = Actor("officer 0412", NOW, "补录")
RECEIVED = Happening("application-received", date(2026, 1, 5), fields={"complete": True})


def licence(*acts: Happening) -> Case:
    return open_case(register().market, "licence", "〔2026〕3号", actor=CLERK, on=date(2026, 1, 5), acts=acts)


def state(case: Case) -> str:
    return Case.objects.get(pk=case.pk).state


def test_an_act_that_ends_a_case_says_so_in_its_own_entry_and_what_comes_after_is_still_recorded() -> None:
    case = licence(RECEIVED)
    before = EntryRow.objects.count()
    ended = record_as_happened(case, Happening("application-withdrawn", date(2026, 1, 8)), actor=WITH_REASON)
    one_entry = EntryRow.objects.count() - before
    record(case, Happening("dossier-archived", date(2026, 1, 12)), actor=CLERK)

    assert (one_entry, state(case), case.state, ended.case_id, faults()) == (1, "concluded", "concluded", case.id, [])


def test_a_withdrawn_end_lets_it_be_handled_again_and_so_does_an_act_that_opens_it() -> None:
    case = licence(RECEIVED)
    ended = record_as_happened(case, Happening("application-withdrawn", date(2026, 1, 8)), actor=WITH_REASON)
    withdraw(ended, actor=WITH_REASON)
    seen = [state(case)]
    for kind, on in (("certificate-delivered", 9), ("renewal-applied", 20), ("renewal-granted", 21)):
        record_as_happened(case, Happening(kind, date(2026, 1, on)), actor=WITH_REASON)
        seen.append(state(case))

    assert seen == ["open", "concluded", "open", "concluded"]


def test_an_act_recorded_before_its_day_turns_the_state_on_that_day_in_an_entry_of_its_own() -> None:
    day = date(2026, 3, 9)
    case = licence(RECEIVED, Happening("application-withdrawn", day))
    before = EntryRow.objects.count()
    early = turn_on_their_day([case], day - timedelta(days=1), NOW)
    came = turn_on_their_day([case], day, NOW)
    again = turn_on_their_day(Case.objects.all(), day, NOW)
    entry = json.loads(EntryRow.objects.latest("id").text)["what"]

    assert (early, came, again, state(case), faults()) == ([], [case], [], "concluded", [])
    told = {"act": "case-turned", "by": "yifa", "on": "2026-03-09", "case_number": case.number}
    assert (EntryRow.objects.count() - before, {key: entry[key] for key in told}) == (1, told)


def test_a_case_that_came_with_its_end_is_done_with_and_one_closed_by_hand_stays_closed() -> None:
    came = licence(RECEIVED, Happening("application-withdrawn", date(2026, 1, 8)))
    closed = close(came, actor=CLERK, on=date(2026, 1, 20))
    with pytest.raises(WrongState, match="is closed"):
        record(closed, Happening("dossier-archived", date(2026, 1, 21)), actor=CLERK)

    assert (state(came), closed.state) == ("closed", State.CLOSED)
