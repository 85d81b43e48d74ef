"""Cases are linked, go on in another, and come out of another."""

from __future__ import annotations

from datetime import date

import pytest

from tests.record.register import CLERK, TODAY, register
from tests.record.there import WITH_REASON
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import close, open_case, record, take_part
from yifa.record.cases.choices import LinkKind, Role
from yifa.record.cases.errors import NoSuchAct, WrongState
from yifa.record.cases.links import link, merge, split, unlink
from yifa.record.cases.models import Case, Link
from yifa.record.chain.queries import faults, value
from yifa.record.organs.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
RECEIVED = Happening("application-received", date(2026, 1, 5), fields={"complete": True})


def two() -> tuple[Case, Case]:
    market = register().market
    one, other = (
        open_case(market, "licence", number, actor=CLERK, on=TODAY, title=f"关于{number}", acts=(RECEIVED,))
        for number in "12"
    )
    return one, other


def told() -> list[tuple[str, str, str]]:
    return [(row.case.number, row.kind, row.to.number) for row in Link.objects.order_by("id")]


def test_a_merged_case_takes_no_more_acts_and_its_parties_go_along() -> None:
    one, other = two()
    for case, name in ((one, "柳三春"), (other, "白露")):
        take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name=name)
    merge([other], one, actor=CLERK, on=TODAY)
    parties = [value(row.party.name) for row in one.participants.order_by("id") if row.party is not None]
    assert (told(), parties) == ([("2", "merged-into", "1")], ["柳三春", "白露"])
    with pytest.raises(WrongState, match="case 2: is merged, expected an open one"):
        record(Case.objects.get(number="2"), Happening("application-accepted", TODAY), actor=CLERK)
    assert faults() == []


def test_a_part_takes_the_acts_and_people_that_are_named() -> None:
    one, other = two()
    party = take_part(one, Role.PARTY, actor=CLERK, on=TODAY, name="柳三春")
    act = one.acts.get()
    part = split(one, "3", actor=CLERK, on=TODAY, title="分案", taking=[act], participants=[party])
    [copied] = part.acts.all()
    assert (copied.kind, copied.on, copied.came_from) == (act.kind, act.on, {"case": "1", "act": act.id})
    assert [row.party_id for row in part.participants.all()] == [party.party_id]
    assert told() == [("3", "split-from", "1")]
    with pytest.raises(NoSuchAct, match="case 2: application-received does not stand in it"):
        split(other, "4", actor=CLERK, on=TODAY, taking=[act])
    with pytest.raises(NoSuchAct, match="case 2: has no such participant"):
        split(other, "4", actor=CLERK, on=TODAY, participants=[party])


def test_links_by_hand_are_those_that_no_verb_makes() -> None:
    one, other = two()
    link(one, LinkKind.CHALLENGES, other, actor=CLERK, on=TODAY)
    for kind, to, said in (
        (LinkKind.CHALLENGES, other, "case 1: challenges case 2 already"),
        (LinkKind.MERGED_INTO, other, "case 1: merged-into comes with what is done, expected another kind of link"),
        (LinkKind.RECTIFIES, one, "case 1: linked with itself, expected another case"),
    ):
        with pytest.raises(WrongState) as refused:
            link(one, kind, to, actor=CLERK, on=TODAY)
        assert str(refused.value) == said


def test_cases_merge_within_one_organ_and_procedure() -> None:
    one, other = two()
    far = open_case(Organ.objects.get(code="qp-justice"), "licence", "9", actor=CLERK, on=TODAY)
    penalty = open_case(one.organ, "penalty-ordinary", "8", actor=CLERK, on=TODAY)
    for case, said in (
        (far, "case 9: is one of another organ, expected to be transferred first"),
        (penalty, "case 8: is penalty-ordinary, expected licence like case 1"),
        (one, "case 1: merged into itself, expected another case"),
    ):
        with pytest.raises(WrongState) as refused:
            merge([case], one, actor=CLERK, on=TODAY)
        assert str(refused.value) == said
    close(other, actor=CLERK, on=TODAY)
    with pytest.raises(WrongState, match="case 2: is closed"):
        merge([one], other, actor=CLERK, on=TODAY)


def test_a_link_noted_by_mistake_is_taken_away_for_a_reason_and_stays_in_the_record() -> None:
    one, other = two()
    row = link(one, LinkKind.ARISES_FROM, other, actor=CLERK, on=TODAY)

    with pytest.raises(WrongState, match="taken away without a reason"):
        unlink(row, actor=CLERK, on=TODAY)
    unlink(row, actor=WITH_REASON, on=TODAY)
    link(one, LinkKind.ARISES_FROM, other, actor=CLERK, on=TODAY)

    assert [(row.kind, row.last) for row in Link.objects.order_by("id")] == [
        ("arises-from", TODAY),
        ("arises-from", None),
    ]
    merge([other], one, actor=CLERK, on=TODAY)
    with pytest.raises(WrongState, match="merged-into cannot be taken away"):
        unlink(Link.objects.get(kind="merged-into"), actor=WITH_REASON, on=TODAY)
    assert faults() == []
