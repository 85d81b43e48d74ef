"""Administrative licences: applications, corrections, review, decision, and what comes afterwards."""

from __future__ import annotations

from demo.city.stories import NO, YES, Step, Story, days, step, workdays
from demo.city.values import officers, one_of, person, yuan

LICENCE = "licence"
WINDOWS = (
    "licensing",
    "market",
    "transport",
    "agriculture",
    "health",
    "culture",
    "urban",
    "environment",
    "land",
    "labour",
    "zone",
)


def received(**more: object) -> Step:
    """An application as it comes in."""
    written: dict[str, object] = {
        "complete": YES,
        "on_spot_possible": NO,
        "permit_required": YES,
        "competent": YES,
        "needs_verification": NO,
        "matter": "ordinary",
        "mode": "single",
    }
    return step("application-received", **(written | more))


def accepted(gap: object = None, **more: object) -> Step:
    """The acceptance with its voucher."""
    written: dict[str, object] = {
        "matter": "ordinary",
        "mode": "single",
        "period_basis": "licensing-law",
        "item_listed": YES,
        "safety_related": NO,
        "voucher_issued": YES,
        "voucher_sealed": YES,
        "voucher_dated": YES,
    }
    return step("application-accepted", gap or workdays(0, 2), **(written | more))  # type: ignore[arg-type]


def review(**more: object) -> Step:
    """The review begins."""
    written: dict[str, object] = {
        "officers": officers(2, "clerk"),
        "concerns_others": NO,
        "opposed_interests": NO,
        "hearing_required": NO,
    }
    return step("review-started", workdays(0, 1), **(written | more))


VERIFIED_STEP = step("material-verified", workdays(1, 3), officers=officers(2, "clerk"))


def decided(gap: object = None, **more: object) -> Step:
    """The decision."""
    written: dict[str, object] = {
        "result": "granted",
        "written": YES,
        "reasons_stated": YES,
        "remedies_told": YES,
        "confidential": NO,
        "certificate_needed": YES,
        "other_way_by_law": NO,
    }
    return step("decision-made", gap or workdays(1, 6), **(written | more))  # type: ignore[arg-type]


AFTERWARDS = (
    step("certificate-delivered", workdays(0, 6)),
    step("decision-published", workdays(0, 5), after="decision-made"),
    step("dossier-archived", workdays(7, 25)),
)
TOLD = {"told_in_writing": YES}


def whole(name: str, weight: int, *steps: Step, sectors: tuple[str, ...] = WINDOWS, **more: object) -> Story:
    """A history of an application."""
    return Story(LICENCE, name, steps, weight, sectors, **more)  # type: ignore[arg-type]


PLAIN = whole("granted", 60, received(), accepted(), review(), decided(), *AFTERWARDS)
VERIFIED = whole(
    "verified and granted",
    25,
    *(received(needs_verification=YES), accepted(), review(), VERIFIED_STEP, decided(), *AFTERWARDS),
)
CORRECTED = whole(
    "corrected once",
    18,
    *(received(complete=NO), step("correction-notice", workdays(0, 4), asks_nothing_new=NO)),
    *(step("corrected-material-received", days(2, 20)), accepted(), review(), decided(), *AFTERWARDS),
)
REJECTED = whole(
    "not within the competence",
    3,
    received(competent=NO),
    step(
        "application-rejected",
        reason="outside-competence",
        right_organ_named=YES,
        voucher_issued=YES,
        voucher_sealed=YES,
        voucher_dated=YES,
    ),
)
NOT_NEEDED = whole("no licence needed", 2, received(permit_required=NO), step("application-not-needed"))
WITHDRAWN = whole("withdrawn", 2, received(), accepted(), step("application-withdrawn", workdays(1, 9)))
ON_SPOT = whole(
    "decided on the spot",
    12,
    received(on_spot_possible=YES),
    accepted(workdays(0, 0)),
    decided(workdays(0, 0)),
    *AFTERWARDS,
)
REGISTRATION = whole(
    "market registration",
    20,
    received(matter="market-registration"),
    accepted(workdays(0, 0), matter="market-registration"),
    *(decided(workdays(0, 2)), *AFTERWARDS),
    sectors=("market", "licensing"),
)
REGISTRATION_EXTENDED = whole(
    "market registration, extended",
    2,
    received(matter="market-registration"),
    accepted(workdays(0, 0), matter="market-registration"),
    step(
        "extension-approved", workdays(1, 2), days="3 working days", approver="registration-head", told_to_applicant=YES
    ),
    *(decided(workdays(3, 3)), *AFTERWARDS),
    sectors=("market", "licensing"),
)
ENTITY = whole(
    "registration of an entity, on the spot",
    3,
    received(matter="entity-registration"),
    accepted(workdays(0, 0), matter="entity-registration"),
    *(decided(workdays(0, 0)), *AFTERWARDS),
    sectors=("licensing", "labour"),
)
JOINT = whole(
    "several organs jointly",
    5,
    received(mode="joint"),
    accepted(mode="joint"),
    *(review(), decided(workdays(15, 35)), *AFTERWARDS),
)
JOINT_EXTENDED = whole(
    "several organs jointly, extended",
    1,
    received(mode="joint"),
    accepted(mode="joint"),
    review(),
    step(
        "extension-approved",
        workdays(35, 42),
        after="application-accepted",
        days="15 working days",
        approver="gov-head",
        told_to_applicant=YES,
    ),
    *(decided(workdays(5, 14)), *AFTERWARDS),
)
TWO_TIER = whole(
    "reviewed below, decided above",
    3,
    received(mode="two-tier"),
    accepted(mode="two-tier"),
    *(review(), step("review-sent-up", workdays(3, 15)), decided(workdays(3, 9)), *AFTERWARDS),
)
TESTED = whole(
    "tested, clock stopped",
    4,
    *(received(), accepted(), review(), step("test-started", workdays(1, 3), **TOLD), step("test-ended", days(15, 40))),
    *(decided(), *AFTERWARDS),
)
COMMISSIONED = whole(
    "test commissioned, clock stopped",
    3,
    *(received(), accepted(), review(), step("test-commissioned", workdays(1, 3), **TOLD)),
    *(step("test-report-received", days(15, 40)), decided(), *AFTERWARDS),
)
EXPERTS = whole(
    "experts asked, clock stopped",
    3,
    *(received(), accepted(), review(), step("expert-review-started", workdays(1, 3), **TOLD)),
    *(step("expert-review-ended", days(10, 30)), decided(), *AFTERWARDS),
)
TENDER = whole(
    "tender for a public resource",
    2,
    *(received(matter="public-resource"), accepted(matter="public-resource"), review()),
    *(step("tender-started", workdays(1, 3), **TOLD), step("tender-ended", days(15, 40)), decided(), *AFTERWARDS),
)
AUCTION = whole(
    "auction of a public resource",
    1,
    *(received(matter="public-resource"), accepted(matter="public-resource"), review()),
    *(step("auction-started", workdays(1, 3), **TOLD), step("auction-ended", days(15, 40)), decided(), *AFTERWARDS),
)
EXTENDED = whole(
    "extended by ten days",
    5,
    *(received(), accepted(), review()),
    step(
        "extension-approved",
        workdays(15, 19),
        after="application-accepted",
        days="10 working days",
        approver=one_of(deputy=2, head=1),
        told_to_applicant=YES,
    ),
    *(decided(workdays(2, 9)), *AFTERWARDS),
)
REFUSED = whole(
    "refused",
    6,
    *(received(), accepted(), review(), decided(result="refused", reason="conditions-not-met", certificate_needed=NO)),
    step("dossier-archived", workdays(5, 25)),
)
EQUIPMENT = whole(
    "equipment inspected",
    4,
    *(received(matter="equipment-inspection"), accepted(matter="equipment-inspection"), review()),
    *(step("inspectors-assigned", workdays(0, 3), officers=officers(2, "clerk")), decided(), *AFTERWARDS),
    sectors=("market", "transport", "agriculture"),
)
FEE = whole(
    "with a fee the law allows",
    3,
    *(received(), accepted(), review(), step("fee-charged", workdays(0, 1), fee=yuan(10, 60, 5), legal_basis=YES)),
    *(decided(), *AFTERWARDS),
)
INTERESTS = review(concerns_others=YES, opposed_interests=YES)
HEARD_STEPS = (
    step("interested-party-told", workdays(0, 1)),
    step("hearing-right-told", told_to="both"),
    step("hearing-requested", workdays(1, 3), **TOLD),
    step("hearing-noticed", workdays(0, 2), **TOLD),
    step("hearing-announced"),
    step("hearing-held", workdays(8, 11), chair=person("chair"), transcript_made=YES, transcript_signed=YES),
    step("hearing-ended"),
)
HEARD = whole("heard", 2, received(), accepted(), INTERESTS, *HEARD_STEPS, decided(workdays(2, 8)), *AFTERWARDS)
HEARING_DUE = whole(
    "heard of the organ's own motion",
    1,
    *(received(), accepted(), review(hearing_required=YES), step("hearing-announced", workdays(0, 1))),
    *(step("hearing-noticed", **TOLD), *HEARD_STEPS[5:], decided(workdays(2, 8)), *AFTERWARDS),
)
OPINION = whole(
    "interested party told and heard",
    2,
    *(received(), accepted(), review(concerns_others=YES), HEARD_STEPS[0], step("opinion-received", workdays(1, 2))),
    *(step("opinion-heard", workdays(0, 1)), decided(), *AFTERWARDS),
)

STORIES = (
    *(
        PLAIN,
        VERIFIED,
        CORRECTED,
        REJECTED,
        NOT_NEEDED,
        WITHDRAWN,
        ON_SPOT,
        REGISTRATION,
        REGISTRATION_EXTENDED,
        ENTITY,
    ),
    *(
        JOINT,
        JOINT_EXTENDED,
        TWO_TIER,
        TESTED,
        COMMISSIONED,
        EXPERTS,
        TENDER,
        AUCTION,
        EXTENDED,
        REFUSED,
        EQUIPMENT,
        FEE,
    ),
    *(HEARD, HEARING_DUE, OPINION),
)
