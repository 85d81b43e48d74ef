"""An organ ends and its open cases go on, or neither."""

from __future__ import annotations

from datetime import date

import pytest

from tests.record.register import BEGAN, CLERK, TODAY, Register, register
from yifa.record.cases.actions import close, open_case
from yifa.record.cases.ending import CasesLeft, end_organ
from yifa.record.cases.models import Case
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.organs.choices import SuccessionKind
from yifa.record.organs.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
END = date(2026, 4, 1)


def held_cases() -> Register:
    held = register()
    for number, procedure in (("1", "licence"), ("2", "penalty-ordinary"), ("3", "licence")):
        case = open_case(held.market, procedure, number, actor=CLERK, on=TODAY)
        if number == "3":
            close(case, actor=CLERK, on=TODAY)
    return held


def whose() -> list[tuple[str, str]]:
    return list(Case.objects.order_by("number").values_list("number", "organ__code"))


def test_open_cases_go_on_by_their_procedure_and_closed_ones_stay() -> None:
    held = held_cases()
    among = {held.justice: [], held.township: ["penalty-ordinary"]}
    entries = EntryRow.objects.count()
    seen = end_organ(held.market, SuccessionKind.SPLIT, among, actor=CLERK, on=END, rest=held.justice, dry_run=True)
    assert (seen.cases, EntryRow.objects.count(), whose()[0]) == (
        {"qp-justice": 1, "qp-qingyun": 1},
        entries,
        ("1", "qp-market"),
    )
    market = Organ.objects.get(code="qp-market")
    done = end_organ(market, SuccessionKind.SPLIT, among, actor=CLERK, on=END, rest=held.justice)
    assert (done, whose()) == (seen, [("1", "qp-justice"), ("2", "qp-qingyun"), ("3", "qp-market")])
    assert (Organ.objects.get(code="qp-market").last, faults()) == (date(2026, 3, 31), [])


def test_nothing_ends_whose_open_cases_would_be_left_to_nobody() -> None:
    held = held_cases()
    with pytest.raises(CasesLeft) as refused:
        end_organ(held.market, SuccessionKind.ABOLISHED, {}, actor=CLERK, on=END)
    end_organ(held.neighbour, SuccessionKind.ABOLISHED, {}, actor=CLERK, on=END)
    ended = dict(Organ.objects.filter(code__in=("qp-market", "linyue")).values_list("code", "last"))
    assert (refused.value.many, ended) == (2, {"qp-market": None, "linyue": date(2026, 3, 31)})


def test_where_a_number_is_taken_over_there_the_organ_does_not_end_either() -> None:
    held = held_cases()
    open_case(held.justice, "licence", "1", actor=CLERK, on=BEGAN)
    with pytest.raises(ValueError, match="case 1: qp-justice has a case of this number"):
        end_organ(held.market, SuccessionKind.MERGED, {held.justice: []}, actor=CLERK, on=END)
    assert Organ.objects.get(code="qp-market").last is None
