"""Licences after the grant, commitments in place of proof, the item itself, and the local general periods."""

from __future__ import annotations

from dataclasses import replace

from demo.city.procedures.licence import (
    AFTERWARDS,
    LICENCE,
    PLAIN,
    WINDOWS,
    accepted,
    decided,
    received,
    review,
    whole,
)
from demo.city.stories import NO, YES, Step, Story, days, step, workdays
from demo.city.values import day_of

RENEWED = whole(
    "renewed",
    10,
    step("renewal-applied", licence_expires=day_of("renewal-applied", 60)),
    step("renewal-granted", workdays(5, 25)),
)
RENEWAL_REFUSED = whole(
    "renewal refused",
    1,
    step("renewal-applied", licence_expires=day_of("renewal-applied", 60)),
    step("renewal-refused", workdays(5, 25)),
)
REVOKED = whole(
    "got by fraud, revoked",
    1,
    *PLAIN.steps[:-1],
    step("fraud-found", days(20, 60), public_harm=NO),
    step("revoked", workdays(2, 15), ground="fraud", revoked_by="grantor"),
    step("cancelled", workdays(1, 9)),
    step("dossier-archived", workdays(2, 20)),
)
TAKEN_BACK = whole(
    "withdrawn for the public interest",
    1,
    *PLAIN.steps[:-1],
    step("withdrawn", days(20, 90)),
    *(step("cancelled", workdays(1, 9)), step("dossier-archived", workdays(2, 20))),
)
ENDED = whole(
    "ended and cancelled",
    3,
    step("licence-ended", ground="entity-ended"),
    *(step("cancelled", workdays(1, 15)), step("dossier-archived", workdays(2, 20))),
)
FALSE_MATERIAL = {
    "reason": "false-material",
    "right_organ_named": NO,
    "voucher_issued": YES,
    "voucher_sealed": YES,
    "voucher_dated": YES,
}
AGAIN_AFTER_A_YEAR = whole(
    "again, a year after false material",
    1,
    received(),
    step("application-rejected", workdays(1, 3), **FALSE_MATERIAL),
    step("application-received", days(375, 420), called="application-received:2", **received().fields),
    *(accepted(safety_related=YES), review(), decided(), *AFTERWARDS),
    between=("2024-05-06", "2025-04-30"),
)
AGAIN_AFTER_FRAUD = whole(
    "again, three years after fraud",
    1,
    step("fraud-found", public_harm=NO),
    step("revoked", workdays(2, 9), ground="fraud", revoked_by="grantor"),
    step("cancelled", workdays(1, 9)),
    step("application-received", days(1110, 1150), **received().fields),
    *(accepted(safety_related=YES), review(), decided(), *AFTERWARDS),
    between=("2022-05-06", "2023-03-31"),
)
TEMPORARY = whole(
    "temporary licence",
    1,
    step("temporary-licence-started"),
    step("local-regulation-proposed", days(100, 300)),
    sectors=("government",),
    between=("2025-01-06", "2025-09-30"),
)
DELEGATED = whole(
    "entrusted to another organ",
    1,
    step("delegated", delegate="organ", by_delegate=NO),
    step("delegation-announced", workdays(1, 8)),
    step("delegation-ended", days(60, 150)),
)

# ── commitment ──
OFFERED = step("commitment-offered", written=YES, requirements_stated=YES, risk_field="none", item_allowed=YES)
SIGNED = step("commitment-signed", workdays(0, 1), written=YES, applicant_listed=NO)
COMMITTED = whole(
    "on a commitment",
    15,
    *(received(), OFFERED, SIGNED, accepted(workdays(0, 1)), decided(workdays(0, 2)), *AFTERWARDS[:2]),
    step("commitment-checked", days(20, 50)),
    step("commitment-kept", workdays(1, 9)),
)
DECLINED = whole(
    "commitment declined",
    3,
    received(),
    OFFERED,
    step("commitment-declined"),
    accepted(),
    review(),
    decided(),
    *AFTERWARDS,
)
PROOF = whole(
    "proof asked for by law",
    2,
    *(
        received(),
        step("proof-demanded", proof_basis="law", proof_listed=YES),
        accepted(),
        review(),
        decided(),
        *AFTERWARDS,
    ),
)


# ── general periods of local rules ──
def local(name: str, place: str, mode: str, *steps: Step, **more: object) -> Story:
    """An application for which no law sets a period."""
    return Story(
        LICENCE,
        f"{place}: {name}",
        (received(mode=mode), accepted(mode=mode, period_basis="none", **more), review(), *steps, *AFTERWARDS),
        1,
        WINDOWS,
        (place,),
    )


LOCAL = {
    (place, mode): local(f"no period, {mode}", place, mode, *steps)
    for place in ("shandong", "hunan")
    for mode, steps in (
        ("single", (decided(days(3, 12)),)),
        ("joint", (decided(days(10, 35)),)),
        ("two-tier", (step("review-sent-up", days(3, 12)), decided(days(3, 12)))),
    )
}
PROMISED = {
    mode: local(f"promised, {mode}", "shandong", mode, *steps, promised_by=day_of("application-accepted", 15))
    for mode, steps in (
        ("single", (decided(workdays(1, 2)),)),
        ("joint", (decided(workdays(1, 2)),)),
        ("two-tier", (step("review-sent-up", workdays(1, 2)), decided(workdays(1, 3)))),
    )
}
OWN_MOTION = {
    place: Story(
        LICENCE,
        f"{place}: of the organ's own motion",
        (
            step("own-motion-started", statutory_period=NO, **more),
            step("own-motion-closed", days(10, 45)),
        ),
        1,
        WINDOWS,
        (place,),
    )
    for place, more in (("shandong", {}), ("hunan", {}))
}
OWN_MOTION_PROMISED = replace(
    OWN_MOTION["shandong"],
    name="shandong: of the organ's own motion, promised",
    steps=(
        step("own-motion-started", statutory_period=NO, promised_by=day_of("own-motion-started", 40)),
        step("own-motion-closed", days(10, 30)),
    ),
)

STORIES = (
    *(
        RENEWED,
        RENEWAL_REFUSED,
        REVOKED,
        TAKEN_BACK,
        ENDED,
        AGAIN_AFTER_A_YEAR,
        AGAIN_AFTER_FRAUD,
        TEMPORARY,
        DELEGATED,
    ),
    *(COMMITTED, DECLINED, PROOF, *LOCAL.values(), *PROMISED.values(), *OWN_MOTION.values(), OWN_MOTION_PROMISED),
)
