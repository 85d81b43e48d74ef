"""Seizures, freezes and restrictions of liberty under the law on administrative coercion (行政强制法).

A head approves first (in urgency within 24 hours afterwards); two certified officers tell reasons and
rights at the scene, make a record and hand over decision and list; after thirty days, once prolonged by
thirty, the measure is lifted or decided on.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Step, Story, days, hours, same_day, step, workdays
from demo.city.values import officers, one_of, yuan

ENFORCERS = ("market", "agriculture", "transport", "urban", "environment", "emergency", "culture", "health")
POLICE = ("police",)


def approved() -> Step:
    """Approved by a head beforehand."""
    return step("approval-given", approver=one_of(head=2, deputy=3, principal=1))


def seized(**more: Any) -> Step:
    """The measure at the scene, with all that the decision and the list say."""
    held: dict[str, Any] = {
        "form": one_of("sealing", "seizure"),
        "officers": officers(2),
        "id_shown": YES,
        "basis": one_of(law=6, administrative_regulation=3, local_regulation=1),
        "actor": one_of(organ=8, concentrated_power_organ=1),
        "urgent": NO,
        "in_case_area": NO,
        "fully_recorded": YES,
        "party_absent": NO,
        "witness_present": NO,
        "defence_offered": YES,
        "av_recording": YES,
        "decision_delivered": YES,
        "list_delivered": YES,
        "list_in_two_copies": YES,
        "party_stated": YES,
        "reasons_stated": YES,
        "property_stated": YES,
        "remedies_told": YES,
        "organ_and_date_stated": YES,
        "property": "involved",
        "already_sealed": NO,
        "other_term_by_law": NO,
    }
    return step("seizure-started", same_day(), **{**held, **more})


def at_the_scene() -> tuple[Step, ...]:
    """Told, heard, recorded: all on the day of the measure."""
    return (
        step("rights-told", after="seizure-started"),
        step("defence-heard", after="seizure-started"),
        step("site-record-made", after="seizure-started", officers_signed=YES, party_signed=YES),
    )


def taken(**more: Any) -> tuple[Step, ...]:
    """Approval, call, measure, scene."""
    return (approved(), step("party-called"), seized(**more), *at_the_scene())


def returned() -> tuple[Step, ...]:
    """A ground to lift, lifted, the property given back, the case closed."""
    return (
        step("seizure-lifted", workdays(0, 1)),
        step("property-returned", same_day(), when="seizure-lifted"),
        step("case-closed", workdays(3, 20), after="seizure-lifted"),
    )


def prolonged(kind: str, started: str) -> Step:
    """Prolonged once by a head, told in writing and with reasons."""
    return step(
        kind,
        days(14, 20),
        after=started,
        days="30日",
        approver=one_of("head", "deputy"),
        told_in_writing=YES,
        extension_reasons_stated=YES,
    )


def froze(**more: Any) -> Step:
    """Deposits are frozen."""
    held: dict[str, Any] = {
        "officers": officers(2),
        "id_shown": YES,
        "basis": "law",
        "actor": "organ",
        "urgent": NO,
        "amount": yuan(8000, 90000),
        "amount_involved": yuan(90000, 500000),
        "already_frozen": NO,
        "other_term_by_law": NO,
    }
    return step("freeze-started", same_day(), **{**held, **more})


def restrained(**more: Any) -> Step:
    """A person's liberty is restricted."""
    held: dict[str, Any] = {"officers": officers(2), "id_shown": YES, "basis": "law", "actor": "organ", "urgent": NO}
    return step("liberty-restricted", same_day(), **{**held, **more})


def story(name: str, weight: int, sectors: tuple[str, ...], *steps: Step) -> Story:
    """A measure of organs with such powers."""
    return Story("coercive-measure", name, weight=weight, sectors=sectors, steps=steps)


DECIDED = story(
    "seized and decided on",
    30,
    (*ENFORCERS, "police"),
    *taken(),
    step("custody-checked", days(5, 15), after="seizure-started", intact=YES, used=NO, share=0.5),
    step("seizure-resolved", days(8, 20), after="seizure-started"),
    step("case-closed", workdays(3, 20)),
)
LIFTED = story(
    "seized and lifted",
    18,
    ENFORCERS,
    *taken(),
    step(
        "lifting-ground-found",
        days(5, 19),
        after="seizure-started",
        ground=one_of("no-violation", "unrelated", "not-needed"),
    ),
    *returned(),
)
ABSENT = story(
    "party absent, witness called",
    4,
    ENFORCERS,
    approved(),
    seized(party_absent=YES, witness_present=YES, defence_offered=NO),
    step("site-record-made", officers_signed=YES, party_signed=YES),
    step("seizure-resolved", days(8, 20), after="seizure-started"),
    step("case-closed", workdays(3, 20)),
)
URGENT = story(
    "urgent, approval made up",
    8,
    ENFORCERS,
    step("party-called"),
    seized(urgent=YES),
    *at_the_scene(),
    step("reported-to-head", hours(1, 3), after="seizure-started"),
    step("approval-made-up", hours(0.2, 2), approver=one_of("head", "deputy")),
    step("seizure-resolved", days(8, 20), after="seizure-started"),
    step("case-closed", workdays(3, 20)),
)
DISAGREED = story(
    "urgent, the head disagrees",
    2,
    ENFORCERS,
    step("party-called"),
    seized(urgent=YES),
    *at_the_scene(),
    step("reported-to-head", hours(1, 3), after="seizure-started"),
    step("approval-refused", hours(0.2, 1)),
    step("seizure-lifted", same_day()),
    step("property-returned", same_day()),
    step("case-closed", workdays(2, 9)),
)
EXTENDED = story(
    "seizure extended",
    10,
    ENFORCERS,
    *taken(),
    prolonged("seizure-extended", "seizure-started"),
    step("seizure-resolved", days(34, 50), after="seizure-started"),
    step("case-closed", workdays(3, 20)),
)
TESTED = story(
    "with a test",
    12,
    ENFORCERS,
    *taken(),
    step("test-commissioned", days(1, 6), after="seizure-started", period_fixed=YES, told_in_writing=YES),
    step("test-report-received", days(12, 30)),
    step("cost-charged", workdays(1, 3), cost_kind=one_of("storage", "test"), charged=yuan(0, 0, 1), share=0.3),
    step("seizure-resolved", days(4, 10), after="test-report-received"),
    step("case-closed", workdays(3, 20)),
)
TEST_STARTED = story(
    "with a test of its own institute",
    3,
    ENFORCERS,
    *taken(),
    step("test-started", days(1, 6), after="seizure-started", period_fixed=YES, told_in_writing=YES),
    step("test-ended", days(12, 30)),
    step("seizure-resolved", days(4, 10)),
    step("case-closed", workdays(3, 20)),
)
SOLD = story(
    "perishables sold in advance",
    3,
    ("market", "agriculture"),
    *taken(),
    step("sold-in-advance", days(2, 6), after="seizure-started"),
    step("lifting-ground-found", days(3, 12), ground="no-violation"),
    step("seizure-lifted", workdays(0, 1)),
    step("proceeds-returned", same_day()),
    step("case-closed", workdays(3, 20)),
)
TRANSFERRED = story(
    "transferred with the case",
    3,
    ENFORCERS,
    *taken(),
    step("crime-transferred", days(8, 15), after="seizure-started"),
    step("transferred-with-case", workdays(0, 2), told_in_writing=YES),
    step("case-closed", workdays(3, 20)),
)
FROZEN = story(
    "deposits frozen",
    6,
    POLICE,
    approved(),
    step("freeze-notice-delivered"),
    froze(),
    step("site-record-made", officers_signed=YES, party_signed=NO),
    step("freeze-decision-delivered", workdays(1, 2), after="freeze-started"),
    step("freeze-ended", days(8, 20), after="freeze-started"),
    step("case-closed", workdays(3, 20)),
)
FROZEN_ON = story(
    "freeze extended",
    3,
    POLICE,
    approved(),
    step("freeze-notice-delivered"),
    froze(),
    step("site-record-made", officers_signed=YES, party_signed=NO),
    step("freeze-decision-delivered", workdays(1, 2), after="freeze-started"),
    prolonged("freeze-extended", "freeze-started"),
    step("freeze-resolved", days(34, 50), after="freeze-started"),
    step("case-closed", workdays(3, 20)),
)
FROZEN_AT_ONCE = story(
    "urgent freeze",
    2,
    POLICE,
    step("freeze-notice-delivered"),
    froze(urgent=YES),
    step("site-record-made", officers_signed=YES, party_signed=NO),
    step("reported-to-head", hours(1, 3), after="freeze-started"),
    step("approval-made-up", hours(0.2, 2), approver="head"),
    step("freeze-decision-delivered", workdays(1, 2), after="freeze-started"),
    step("freeze-ended", days(8, 20), after="freeze-started"),
    step("case-closed", workdays(3, 20)),
)
HELD = story(
    "liberty restricted",
    6,
    POLICE,
    approved(),
    step("rights-told"),
    restrained(),
    step("family-told", same_day()),
    step("liberty-ended", hours(2, 12), after="liberty-restricted"),
    step("case-closed", workdays(1, 9)),
)
HELD_AT_ONCE = story(
    "liberty restricted in urgency",
    3,
    POLICE,
    step("rights-told"),
    restrained(urgent=YES),
    step("family-told", same_day()),
    step("returned", hours(1, 3), after="liberty-restricted"),
    step("reported-to-head", same_day()),
    step("approval-made-up", same_day(), approver="head"),
    step("liberty-ended", hours(1, 9), after="returned"),
    step("case-closed", workdays(1, 9)),
)

STORIES = (
    DECIDED,
    LIFTED,
    ABSENT,
    URGENT,
    DISAGREED,
    EXTENDED,
    TESTED,
    TEST_STARTED,
    SOLD,
    TRANSFERRED,
    FROZEN,
    FROZEN_ON,
    FROZEN_AT_ONCE,
    HELD,
    HELD_AT_ONCE,
)
