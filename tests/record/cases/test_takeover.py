"""Open cases of an organ that ended go on with who stands in its place; closed ones are read by it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, Register, register
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import close, open_case, record
from yifa.record.cases.errors import WrongState
from yifa.record.cases.models import Act, Case
from yifa.record.cases.takeover import left_behind, take_over
from yifa.record.chain.proving import entry_of
from yifa.record.chain.queries import faults, rows
from yifa.record.organs.actions import abolish, appoint, merge, rename, split
from yifa.record.scope import everything, within

pytestmark = pytest.mark.django_db
RECEIVED = Happening("application-received", date(2026, 1, 5), fields={"complete": True})
ENDS = date(2026, 3, 1)


@pytest.fixture
def held() -> Register:
    with everything("a test"):
        made = register()
        for number, organ in (("1", made.market), ("2", made.market), ("3", made.market), ("9", made.justice)):
            of = f"ZWFW-2026-{number}"
            open_case(organ, "licence", number, actor=CLERK, on=date(2026, 1, 5), acts=(RECEIVED,), came_as=of)
        close(Case.objects.get(number="3"), actor=CLERK, on=TODAY)
    return made


def organs() -> dict[str, str]:
    return dict(Case.objects.values_list("number", "organ__code"))


def test_after_a_merger_open_cases_go_on_and_closed_ones_are_read(held: Register) -> None:
    with everything("a test"):
        merge([held.market], held.justice, actor=CLERK, on=ENDS)
        officer = appoint(held.justice, "7", "何有田", actor=CLERK, on=BEGAN)
        give_role(officer, RoleName.HANDLER, held.justice, actor=CLERK, on=BEGAN)
        assert [case.number for case in left_behind().order_by("id")] == ["1", "2"]
        assert take_over(held.market, actor=CLERK, on=TODAY) == 2
        assert (take_over(held.market, actor=CLERK, on=TODAY), list(left_behind())) == (0, [])
        assert organs() == {"1": "qp-justice", "2": "qp-justice", "3": "qp-market", "9": "qp-justice"}
        assert Case.objects.get(number="1").came_as == "ZWFW-2026-1"  # the number of the platform stays
        record(Case.objects.get(number="1"), Happening("application-accepted", TODAY), actor=CLERK)
        assert '"act":"act-recorded"' in list(rows("qp-justice"))[-1][1]
        acts = Act.objects.filter(case__number="1").order_by("id").values_list("id", flat=True)
        entries = [entry_of("qp-justice", "cases_act", id_) for id_ in acts]
        assert [entry and entry.organ for entry in entries] == [
            "qp-market",
            "qp-justice",
        ]  # whoever recorded it proves it
        assert faults() == []
    with within(scope_of(officer, TODAY)):
        assert set(Case.objects.values_list("number", flat=True)) == {"1", "2", "3", "9"}
    with within(scope_of(officer, date(2026, 2, 1))):
        assert set(Case.objects.values_list("number", flat=True)) == {"1", "2", "9"}


def test_after_a_split_somebody_says_which_case_goes_to_whom(held: Register) -> None:
    with everything("a test"):
        split(held.market, {held.justice: ["a"], held.tax: ["b"]}, actor=CLERK, on=ENDS)
        with pytest.raises(WrongState, match="qp-justice, qp-tax took over, expected to be told which case goes"):
            take_over(held.market, actor=CLERK, on=TODAY)
        with pytest.raises(WrongState, match="case 1: qp did not take over from qp-market"):
            take_over(held.market, actor=CLERK, on=TODAY, goes_to=lambda case: held.county)
        ways = {"1": held.justice, "2": held.tax}
        take_over(held.market, actor=CLERK, on=TODAY, goes_to=lambda case: ways[case.number])
        assert (organs()["1"], organs()["2"], faults()) == ("qp-justice", "qp-tax", [])


def test_a_number_that_is_taken_stops_the_taking_over(held: Register) -> None:
    with everything("a test"):
        open_case(held.justice, "licence", "1", actor=CLERK, on=TODAY)
        merge([held.market], held.justice, actor=CLERK, on=ENDS)
        with pytest.raises(WrongState, match="case 1: qp-justice has a case of this number, expected one of them"):
            take_over(held.market, actor=CLERK, on=TODAY)
        assert Case.objects.get(number="2").organ == held.market


def test_nothing_is_taken_over_from_an_organ_that_lasts_or_whom_nobody_followed(held: Register) -> None:
    with everything("a test"):
        rename(held.market, "青屏县市场监管局", actor=CLERK, on=ENDS)
        with pytest.raises(WrongState, match="organ qp-market: lasts on 2026-03-02, expected one that was merged"):
            take_over(held.market, actor=CLERK, on=TODAY)
        assert organs()["1"] == "qp-market"
        abolish(held.market, actor=CLERK, on=ENDS)
        with pytest.raises(WrongState, match="was abolished and nobody took over, expected its cases to be handed"):
            take_over(held.market, actor=CLERK, on=TODAY)
