"""Penalties by the ordinary procedure in police matters, which are decided within thirty days."""

from __future__ import annotations

from dataclasses import replace

from demo.city.procedures.penalty_ordinary import (
    CLOSED,
    CONCLUDED,
    FILED,
    HEARD,
    INQUIRY,
    LARGE,
    ORDINARY,
    PAID,
    PRESERVED,
    PUBLISHED,
    REVIEWED,
    SERVED,
    SITE,
    SMALL,
    decided,
    notice,
)
from demo.city.procedures.penalty_sectors import HEARD_FILED
from demo.city.stories import NO, YES, Story, days, step, workdays
from demo.city.values import officers, one_of

POLICE = ("police",)
POLICE_NOTICE = step(
    "pre-decision-notice-served",
    workdays(0, 1),
    **{**notice(SMALL).fields, "proposed_fine": one_of(20000, 30000, 50000)},
)
POLICE_OPENING = (
    step("violation-ended", harm_life_health_finance=NO),
    step("violation-discovered", days(0, 3)),
    step("clue-received", named_report=NO),
    step("case-accepted", offender_unknown=NO),
)
POLICE_PLAIN = Story(
    ORDINARY,
    "police: waived",
    weight=60,
    sectors=POLICE,
    party="citizen",
    steps=(
        *POLICE_OPENING,
        FILED,
        *(step("inquiry-made", workdays(0, 1), **INQUIRY.fields), SITE),
        step("investigation-concluded", days(1, 6), **CONCLUDED.fields),
        *(POLICE_NOTICE, step("rights-waived", explicit=YES, written=YES), decided(workdays(0, 1))),
        step("decision-served", **{**SERVED.fields, "service": "direct"}),
        *(PUBLISHED, *PAID, *CLOSED),
    ),
)
POLICE_ALONE = Story(
    ORDINARY,
    "police: asked by one officer, all recorded",
    weight=8,
    sectors=POLICE,
    party="citizen",
    between=("2026-01-05", "2026-06-30"),
    steps=tuple(
        replace(one, fields={**one.fields, "officers": officers(1), "in_case_area": YES, "fully_recorded": YES})
        if one.act == "inquiry-made"
        else one
        for one in POLICE_PLAIN.steps
    ),
)
POLICE_HEARING = Story(
    ORDINARY,
    "police: heard",
    weight=2,
    sectors=POLICE,
    between=("2026-01-06", "2026-04-30"),
    steps=(
        *(
            *POLICE_OPENING,
            step("case-filed", **HEARD_FILED.fields),
            step("inquiry-made", workdays(0, 1), **INQUIRY.fields),
        ),
        step("investigation-concluded", days(1, 3), **CONCLUDED.fields),
        step(
            "pre-decision-notice-served",
            workdays(0, 1),
            **{**notice(LARGE, hearing=YES).fields, "proposed_fine": 500_000},
        ),
        *HEARD,
        step("review-file-received", workdays(0, 0)),
        step("legality-reviewed", workdays(0, 1), **REVIEWED.fields),
        step("collective-discussion-held", workdays(0, 1), topic="penalty"),
        decided(workdays(0, 1), on_review_catalogue=YES),
        step("decision-served", **{**SERVED.fields, "service": "direct"}),
        *(PUBLISHED, *PAID, *CLOSED),
    ),
)
POLICE_KEPT = Story(
    ORDINARY,
    "police: evidence preserved",
    weight=5,
    sectors=POLICE,
    party="citizen",
    steps=(
        *POLICE_PLAIN.steps[: POLICE_PLAIN.at("site-inspection-made")],
        step("evidence-preserved", workdays(0, 1), **{**PRESERVED[0].fields, "approver": "department-head"}),
        step("preservation-disposed", workdays(1, 4)),
        *POLICE_PLAIN.steps[POLICE_PLAIN.at("investigation-concluded") :],
    ),
)

STORIES = (POLICE_PLAIN, POLICE_ALONE, POLICE_HEARING, POLICE_KEPT)
