"""A case handed over is sent, and received with a receipt or declined; neither organ goes on with it in between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, register
from tests.record.there import WITH_REASON
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case, record
from yifa.record.cases.circles import tokens
from yifa.record.cases.errors import NeedsReceipt, WrongState
from yifa.record.cases.models import Act, Case, Link, Transfer
from yifa.record.cases.showing import set_circle
from yifa.record.cases.transfers import decline, receive, transfer
from yifa.record.chain.queries import faults, value
from yifa.record.organs.actions import appoint
from yifa.record.organs.models import Organ
from yifa.record.scope import Scope, within

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
RECEIVED = Happening("application-received", date(2026, 1, 5), fields={"complete": True})
ACCEPTED = Happening("application-accepted", TODAY)


@pytest.fixture
def sent() -> Transfer:
    held = register()
    case = open_case(held.market, "licence", "1", actor=CLERK, on=TODAY, title="关于甲", acts=(RECEIVED,))
    return transfer(case, held.justice, "属司法局职权", actor=CLERK, on=TODAY)


def states() -> dict[str, str]:
    return dict(Case.objects.values_list("number", "state"))


def test_nobody_goes_on_with_a_case_that_is_on_its_way(sent: Transfer) -> None:
    assert states() == {"1": "sent", "qp-market/1": "sent"}
    for case in Case.objects.all():
        with pytest.raises(WrongState, match="is sent, expected an open one"):
            record(case, ACCEPTED, actor=CLERK)


def test_received_it_goes_on_under_a_number_of_the_other_organ(sent: Transfer) -> None:
    justice = Organ.objects.get(code="qp-justice")
    with within(Scope.of([justice.id])):
        arrived = receive(Case.objects.get(), "司法〔2026〕1号", "回执3", actor=CLERK, on=TODAY)
    row = Transfer.objects.get()
    assert (row.receipt, row.answered_on, row.answered_by) == ("回执3", TODAY, CLERK.by)
    assert states() == {"1": "transferred", "司法〔2026〕1号": "open"}
    assert (arrived.came_as, value(arrived.title), arrived.acts.get().came_from["organ"]) == (
        "1",
        "关于甲",
        "qp-market",
    )
    assert [(one.case.number, one.kind) for one in Link.objects.all()] == [("1", "transferred-to")]
    record(arrived, ACCEPTED, actor=CLERK)
    assert faults() == []


def test_declined_it_goes_on_where_it_was(sent: Transfer) -> None:
    case = decline(sent.arrived, actor=WITH_REASON, on=TODAY)
    assert (case.number, states()) == ("1", {"1": "open", "qp-market/1": "void"})
    assert (Transfer.objects.get().declined, Link.objects.count()) == ("补录", 0)
    with pytest.raises(WrongState, match="was not sent here and waits for no receipt"):
        receive(Case.objects.get(number="qp-market/1"), "9", "回执", actor=CLERK, on=TODAY)


def test_only_the_two_organs_see_that_it_was_sent(sent: Transfer) -> None:
    seen = {}
    for code in ("qp-market", "qp-justice", "qp-tax"):
        with within(Scope.of([Organ.objects.get(code=code).id])):
            seen[code] = Transfer.objects.count()
    assert seen == {"qp-market": 1, "qp-justice": 1, "qp-tax": 0}


def test_what_was_handed_over_is_not_handed_on_without_a_designation(sent: Transfer) -> None:
    arrived = receive(sent.arrived, "2", "回执", actor=CLERK, on=TODAY)
    tax = Organ.objects.get(code="qp-tax")
    with pytest.raises(WrongState, match="was handed over to this organ, which does not hand it on"):
        transfer(arrived, tax, "属税务局", actor=CLERK, on=TODAY)
    assert transfer(arrived, tax, "指定管辖", actor=WITH_REASON, on=TODAY).to == tax


def test_a_matter_of_which_only_some_may_know_keeps_a_circle_on_both_sides() -> None:
    held = register()
    officers = {
        name: appoint(organ, name, "何有田", actor=CLERK, on=BEGAN)
        for name, organ in {"1": held.market, "2": held.market, "3": held.justice, "4": held.county}.items()
    }
    for name, officer in officers.items():
        role, organ = (RoleName.SUPERVISOR, held.county) if name == "4" else (RoleName.HANDLER, officer.organ)
        give_role(officer, role, organ, actor=CLERK, on=TODAY)
    case = open_case(held.market, "licence", "1", actor=CLERK, on=TODAY, acts=(RECEIVED,), known_to=[officers["1"]])
    row = transfer(case, held.justice, "属司法局职权", actor=CLERK, on=TODAY)
    assert tokens(row.arrived.circle) == (f"organ{held.justice.id}",)

    def known() -> dict[str, tuple[list[str], list[str], int]]:
        found = {}
        for name, officer in officers.items():
            with within(scope_of(officer, TODAY)):
                cases = list(Case.objects.order_by("id").values_list("number", flat=True))
                transfers = list(Transfer.objects.values_list("ground", flat=True))
                found[name] = (cases, transfers, Act.objects.count())
        return found

    on_its_way = {
        "1": (["1"], ["属司法局职权"], 1),
        "2": ([], [], 0),
        "3": (["qp-market/1"], ["属司法局职权"], 1),
        "4": ([], [], 0),
    }
    assert known() == on_its_way
    with within(scope_of(officers["3"], TODAY)):
        receive(Case.objects.get(), "司法〔2026〕1号", "回执3", actor=CLERK, on=TODAY)
    assert known() == on_its_way | {"3": (["司法〔2026〕1号"], ["属司法局职权"], 1)}
    set_circle(Case.objects.get(number="司法〔2026〕1号"), [officers["2"]], actor=CLERK, on=TODAY)
    assert known() == on_its_way | {"3": ([], [], 0)}
    assert faults() == []


REFUSED: dict[str, tuple[type[Exception], Callable[[Transfer], object]]] = {
    "case 1: received without a receipt, expected its number": (
        NeedsReceipt,
        lambda row: receive(row.arrived, "2", "", actor=CLERK, on=TODAY),
    ),
    f"case 1: was sent on {TODAY}, expected no earlier day; found {TODAY - timedelta(1)}": (
        WrongState,
        lambda row: receive(row.arrived, "2", "回执", actor=CLERK, on=TODAY - timedelta(1)),
    ),
    "case 1: declined without a reason, expected one": (
        NeedsReceipt,
        lambda row: decline(row.arrived, actor=CLERK, on=TODAY),
    ),
    "case 5: sent to qp-tax without a ground, expected why it is that organ's": (
        WrongState,
        lambda row: transfer(fresh(row), Organ.objects.get(code="qp-tax"), "", actor=CLERK, on=TODAY),
    ),
    "case 5: is one of qp-market already, expected another organ": (
        WrongState,
        lambda row: transfer(fresh(row), row.case.organ, "属其职权", actor=CLERK, on=TODAY),
    ),
}


def fresh(row: Transfer) -> Case:
    return open_case(row.case.organ, "licence", "5", actor=CLERK, on=TODAY)


@pytest.mark.parametrize("told", list(REFUSED))
def test_what_cannot_be_is_told_with_what_was_expected(sent: Transfer, told: str) -> None:
    kind, attempt = REFUSED[told]
    with pytest.raises(kind) as refused:
        attempt(sent)
    assert str(refused.value) == told
