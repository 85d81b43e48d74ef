"""People's mediation, its confirmation by the court, and mediation by organs under local rules."""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, same_day, step, workdays
from demo.city.values import officers, one_of, whole

KEEPERS = ("justice", "township")
REQUESTED, ACCEPTED, AGREED = "mediation-requested", "mediation-accepted", "mediation-agreement-signed"
COMMITTEES = one_of(
    "青屏县城关人民调解委员会", "云汀镇人民调解委员会", "临江社区人民调解委员会", "物业纠纷人民调解委员会"
)


def begun(kind: str = "people", *, other_period: bool = NO) -> tuple[Step, ...]:
    """Asked for, the other party agrees, accepted; a mediator is named and holds a session."""
    dispute = "civil"
    return (
        step(REQUESTED, kind=kind, dispute=dispute, committee=COMMITTEES, other_period=other_period),
        step("other-party-asked", same_day()),
        step("consent-given", workdays(0, 2), by="other-party"),
        step(ACCEPTED, same_day(), kind=kind, dispute=dispute),
        step("mediator-named", workdays(0, 1), mediators=officers(1)),
        step("session-held", workdays(1, 5)),
    )


def agreed(gap: Gap | None = None, **more: Any) -> Step:
    """An agreement, freely made, signed and sealed."""
    held = {
        "oral": NO,
        "forced": NO,
        "parties_signed": YES,
        "mediator_signed": YES,
        "committee_sealed": YES,
        "organ_sealed": YES,
        "content_recorded": YES,
        "overrun_reasoned": NO,
    }
    return step(AGREED, gap or workdays(0, 3), **{**held, **more})


def confirmed() -> tuple[Step, ...]:
    """Both parties ask the court, which rules within thirty days."""
    return (
        step("confirmation-applied", days(3, 20), after=AGREED, jointly=YES),
        step("confirmation-accepted", workdays(0, 1)),
        step("confirmed", days(5, 20)),
    )


def filed(agreement: bool = YES) -> tuple[Step, ...]:
    """Performance followed up, the file put away."""
    follow = (step("performance-followed-up", days(10, 40)),) if agreement else ()
    return (
        *follow,
        step("archived", workdays(2, 9), registration_filed=YES, record_filed=YES, agreement_filed=agreement),
    )


def failed(gap: Gap | None = None) -> Step:
    """No agreement; the other routes are told."""
    return step("mediation-failed", gap or workdays(1, 6), routes_told=YES, overrun_reasoned=NO)


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A dispute."""
    return Story("mediation", name, weight=weight, sectors=more.pop("sectors", KEEPERS), steps=steps, **more)


CONFIRMED = story("agreed and confirmed", 25, *begun(), agreed(), *confirmed(), *filed())
ORAL = story(
    "agreed by word of mouth, confirmed",
    6,
    *begun(),
    agreed(oral=YES, parties_signed=NO, mediator_signed=NO, committee_sealed=NO),
    *confirmed(),
    *filed(),
)
FAILED = story("failed", 25, *begun(), failed(), *filed(NO))
REFUSED = story(
    "refused by the other party",
    10,
    step(REQUESTED, kind="people", dispute="civil", committee=COMMITTEES, other_period=NO),
    step("other-party-asked", same_day()),
    step("mediation-refused", workdays(0, 3), by="other-party"),
    *filed(NO),
)
EXTENDED_AT_COURT = story(
    "confirmation extended",
    2,
    *begun(),
    agreed(),
    *confirmed()[:-1],
    step("confirmation-extended", days(15, 24), after="confirmation-accepted", days="20日", approver="court-president"),
    step("confirmed", days(32, 45), after="confirmation-accepted"),
    *filed(),
)
ANNOUNCED = story(
    "confirmed after a public notice",
    1,
    *begun(),
    agreed(),
    *confirmed()[:-1],
    step("public-notice-ended", days(15, 25)),
    step("confirmed", days(5, 25)),
    *filed(),
)
ESCALATING = story(
    "a dispute that may turn violent",
    4,
    *begun(),
    step("escalation-found", workdays(0, 1), steps_taken=YES),
    step("authorities-reported", workdays(0, 1)),
    failed(),
    *filed(NO),
)
FORMED = story("committee formed", 2, step("committee-formed", members=whole(3, 9), women=whole(1, 3)))
NO_FEE = story("no fee taken", 3, *begun(), step("fee-charged", same_day(), fee=0), failed(), *filed(NO))
BY_ORGAN = story(
    "by an organ, agreed",
    10,
    *begun("administrative"),
    agreed(),
    step("agreement-received", workdays(0, 2)),
    *filed(),
    sectors=("market", "police", "labour", "township"),
)
BY_ORGAN_LOCAL = story(
    "by an organ under local rules, agreed",
    8,
    *begun("administrative"),
    agreed(),
    *filed(),
    places=("hunan", "shandong"),
    sectors=(),
)
BY_ORGAN_DELIVERED = story(
    "by an organ under local rules, delivered",
    6,
    *begun("administrative"),
    agreed(),
    step("agreement-received", workdays(0, 2)),
    *filed(),
    places=("zhejiang",),
    sectors=(),
)
NOT_ACCEPTED = story(
    "not accepted under local rules",
    3,
    step(REQUESTED, kind="administrative", dispute="civil", committee=COMMITTEES, other_period=NO),
    step("other-party-asked", same_day()),
    step("mediation-not-accepted", workdays(1, 4), reasons_told=YES),
    places=("hunan",),
    sectors=(),
)
TOLD = story(
    "refused and told under local rules",
    3,
    *begun("administrative"),
    step("mediation-refused", workdays(1, 3), by="other-party"),
    step("parties-told-no-mediation", workdays(0, 2)),
    *filed(NO),
    places=("zhejiang",),
    sectors=(),
)
WITHIN_A_MONTH = story(
    "within a month under local rules", 5, *begun(), failed(days(3, 8)), *filed(NO), places=("ningbo",), sectors=()
)

STORIES = (
    CONFIRMED,
    ORAL,
    FAILED,
    REFUSED,
    EXTENDED_AT_COURT,
    ANNOUNCED,
    ESCALATING,
    FORMED,
    NO_FEE,
    BY_ORGAN,
    BY_ORGAN_LOCAL,
    BY_ORGAN_DELIVERED,
    NOT_ACCEPTED,
    TOLD,
    WITHIN_A_MONTH,
)
