"""Cases: gates stop what is prepared, what has happened is recorded, and the duties read the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.record.register import CLERK, NOW, TODAY, register
from yifa.law.run.one_case import engine
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import (
    correct,
    open_case,
    record,
    record_as_happened,
    reopen,
    take_part,
    withdraw,
)
from yifa.record.cases.choices import Role
from yifa.record.cases.columns import facts_of, standing
from yifa.record.cases.errors import NeedsReason, NoSuchAct, NotRecorded, StateSecret, Unlawful, WrongState
from yifa.record.cases.models import Act, Case
from yifa.record.chain.queries import rows, value
from yifa.record.organs.actions import Actor
from yifa.record.scope import Scope, within

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
WITH_REASON = Actor("officer 0412", NOW, "补录")
NUMBER = "青市监许〔2026〕3号"


def licence(*acts: Happening) -> Case:
    return open_case(register().market, "licence", NUMBER, actor=CLERK, on=date(2026, 1, 5), acts=acts)


RECEIVED = Happening("application-received", date(2026, 1, 5), fields={"complete": True})
ACCEPTED = Happening("application-accepted", date(2026, 1, 6))


def test_the_duties_read_the_record() -> None:
    case = licence(RECEIVED, ACCEPTED)
    judged = {
        one.duty: (one.outcome.word, one.due) for one in engine("licence").judge(facts_of(case), date(2026, 1, 20))
    }
    assert judged["lic-decide-20wd"] == ("pending", date(2026, 2, 3))


REFUSAL = Happening(
    "decision-made",
    date(2026, 1, 20),
    fields={"result": "refused", "written": True, "reasons_stated": False, "remedies_told": True},
)


def test_what_is_prepared_and_would_break_a_duty_is_refused_with_its_article() -> None:
    case = licence(RECEIVED, ACCEPTED)
    with pytest.raises(Unlawful) as refused:
        record(case, REFUSAL, actor=CLERK)
    broken = [(one.result.duty, one.result.subject, one.law) for one in refused.value.findings]
    assert broken == [("lic-refusal-reasons", "decision-made#new", ("行政许可法(2019)§38",))]
    assert case.acts.count() == 2


def test_what_has_happened_is_recorded_for_a_reason_and_is_a_finding_from_then_on() -> None:
    case = licence(RECEIVED, ACCEPTED)
    with pytest.raises(NeedsReason, match="expected a reason why it is recorded"):
        record_as_happened(case, REFUSAL, actor=CLERK)
    before = broken_duties(case)
    act = record_as_happened(case, REFUSAL, actor=WITH_REASON)
    assert (act.reason, act.recorded_by) == ("补录", "officer 0412")
    assert broken_duties(case) - before == {"lic-refusal-reasons"}


def broken_duties(case: Case) -> set[str]:
    found = engine("licence").findings(facts_of(case), date(2026, 1, 20))
    return {one.result.duty for one in found if one.result.outcome.word == "unmet"}


def test_an_act_that_ends_what_was_late_is_not_refused_for_it() -> None:
    case = licence(RECEIVED, ACCEPTED)
    late = Happening("decision-made", date(2026, 2, 25), fields={**REFUSAL.fields, "reasons_stated": True})
    record(case, late, actor=CLERK)
    assert [one.kind for one in case.acts.order_by("id")][-1] == "decision-made"
    judged = {one.duty: one.outcome.word for one in engine("licence").judge(facts_of(case), TODAY)}
    assert judged["lic-decide-20wd"] == "unmet"


def test_a_correction_leaves_both_and_the_later_one_counts() -> None:
    case = licence(RECEIVED)
    act = record(case, Happening("application-accepted", date(2026, 1, 6)), actor=CLERK)
    with pytest.raises(NoSuchAct, match="application-accepted: corrected without a reason, expected one"):
        correct(act, Happening("application-accepted", date(2026, 1, 7)), actor=CLERK)
    right = correct(act, Happening("application-accepted", date(2026, 1, 7)), actor=WITH_REASON)
    with pytest.raises(WrongState, match="was corrected before"):
        correct(act, Happening("application-accepted", date(2026, 1, 8)), actor=WITH_REASON)
    assert [one.on for one in standing(case.acts.order_by("id"))] == [date(2026, 1, 5), date(2026, 1, 7)]
    assert right.reason == WITH_REASON.because
    assert case.acts.count() == 3
    withdraw(right, actor=WITH_REASON)
    assert [one.kind for one in standing(case.acts.order_by("id"))] == ["application-received"]
    assert facts_of(case, known_at=NOW) == facts_of(case)


def test_outsiders_are_told_by_commitments() -> None:
    case = licence(RECEIVED)
    party = take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name="柳三春", identifier="").party
    assert party is not None
    assert value(party.name) == "柳三春"
    assert not any("柳三春" in text for _, text, _ in rows("qp-market"))


def test_the_acts_of_one_organ_are_not_read_by_another() -> None:
    held = register()
    open_case(held.market, "licence", NUMBER, actor=CLERK, on=TODAY, acts=(RECEIVED,))
    with within(Scope.of([held.justice.id])):
        assert (Case.objects.count(), Act.objects.count()) == (0, 0)
    with within(Scope.of([held.market.id])):
        assert (Case.objects.count(), Act.objects.count()) == (1, 1)


REFUSED: dict[str, tuple[type[NotRecorded], Callable[[Case], object]]] = {
    "case 青市监许〔2026〕3号: is open, expected a closed one": (
        WrongState,
        lambda case: reopen(case, actor=CLERK, on=TODAY),
    ),
    "licence: has no act 'x', expected one of": (NoSuchAct, lambda case: record(case, Happening("x"), actor=CLERK)),
    "application-received: has no field 'x', expected one of": (
        NoSuchAct,
        lambda case: record(case, Happening("application-received", TODAY, fields={"x": 1}), actor=CLERK),
    ),
    "application-received.complete: expected yes or no, found 3": (
        NoSuchAct,
        lambda case: record(case, Happening("application-received", TODAY, fields={"complete": 3}), actor=CLERK),
    ),
    "application-received: has a time and no day, expected both": (
        NoSuchAct,
        lambda case: record(case, Happening("application-received", minute=9), actor=CLERK),
    ),
    "found a mark of secrecy (机密); state secrets are kept on their own systems only, nothing was kept": (
        StateSecret,
        lambda case: open_case(case.organ, "licence", "9", actor=CLERK, on=TODAY, title="机密★关于"),
    ),
    "hearing-held.chair: names somebody, expected an officer or a party of the record, as in officer12": (
        NoSuchAct,
        lambda case: record(case, Happening("hearing-held", TODAY, fields={"chair": "章若水"}), actor=CLERK),
    ),
    "party: expected an officer or a name, and not both": (
        NoSuchAct,
        lambda case: take_part(case, Role.PARTY, actor=CLERK, on=TODAY),
    ),
}


@pytest.mark.parametrize("told", list(REFUSED))
def test_what_is_not_recorded_is_told_with_what_was_expected(told: str) -> None:
    case = licence(RECEIVED)
    kind, attempt = REFUSED[told]
    entries = len(list(rows("qp-market")))
    with pytest.raises(kind) as refused:
        attempt(case)
    assert str(refused.value).startswith(told)
    assert len(list(rows("qp-market"))) == entries
