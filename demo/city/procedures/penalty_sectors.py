"""Penalties by the ordinary procedure in market regulation, agriculture and transport."""

from __future__ import annotations

from dataclasses import replace

from demo.city.procedures.penalty_ordinary import (
    AFTERWARDS,
    CASE_REVIEWED,
    CLOSED,
    CONCLUDED,
    DEFENCE,
    DEFENDED,
    DISCUSSED,
    EVIDENCE,
    FILED,
    HEARD,
    INQUIRY,
    INVESTIGATED,
    KEPT,
    LARGE,
    MIDDLE,
    NO_PENALTY,
    OPENING,
    ORDER,
    ORDINARY,
    PAID,
    PLAIN,
    PRESERVED,
    PUBLISHED,
    REVIEWED,
    SAME_OFFICERS,
    SERVED,
    SITE,
    SMALL,
    TO_REVIEW,
    WAIVED,
    decided,
    notice,
)
from demo.city.stories import NO, YES, Story, days, hours, step, workdays
from demo.city.values import one_of

MARKET, AGRICULTURE, TRANSPORT = ("market",), ("agriculture",), ("transport",)
REVIEW = (TO_REVIEW, CASE_REVIEWED)
MAJOR_FILED = step("case-filed", workdays(0, 1), **{**FILED.fields, "major": YES})
HEARD_FILED = step("case-filed", workdays(0, 1), **{**FILED.fields, "hearing_held": YES})

# ── market regulation ──
MARKET_PLAIN = Story(
    ORDINARY,
    "market: waived",
    weight=45,
    sectors=(*MARKET, "zone"),
    steps=(*OPENING, FILED, *INVESTIGATED, *REVIEW, notice(SMALL), *WAIVED, decided(workdays(1, 3)), *AFTERWARDS),
)
MARKET_DEFENCE = Story(
    ORDINARY,
    "market: defended",
    weight=10,
    sectors=MARKET,
    steps=(
        *(*OPENING, FILED, *INVESTIGATED, *REVIEW, notice(SMALL), *DEFENDED),
        *(decided(workdays(7, 10), "pre-decision-notice-served"), *AFTERWARDS),
    ),
)
MARKET_NO_PENALTY = Story(
    ORDINARY,
    "market: minor and corrected, not punished",
    weight=6,
    sectors=MARKET,
    steps=(
        *NO_PENALTY.steps[: NO_PENALTY.at("decision-made")],
        *(*WAIVED, *NO_PENALTY.steps[NO_PENALTY.at("decision-made") :]),
    ),
)
MARKET_MAJOR = Story(
    ORDINARY,
    "market: major, reviewed and discussed",
    weight=5,
    sectors=MARKET,
    party="organisation",
    steps=(
        *(*OPENING, MAJOR_FILED, *INVESTIGATED, TO_REVIEW, REVIEWED, notice(MIDDLE), *WAIVED, DISCUSSED),
        *(decided(workdays(0, 2), on_review_catalogue=YES), *AFTERWARDS),
    ),
)
MARKET_HEARING = Story(
    ORDINARY,
    "market: heard",
    weight=3,
    sectors=MARKET,
    steps=(
        *(*OPENING, HEARD_FILED, INQUIRY, EVIDENCE, CONCLUDED, *REVIEW, notice(LARGE, hearing=YES)),
        *(*HEARD, REVIEWED, DISCUSSED, decided(workdays(0, 2), on_review_catalogue=YES), *AFTERWARDS),
    ),
)
MARKET_TEST = Story(
    ORDINARY,
    "market: sample tested, clock stopped",
    weight=6,
    sectors=MARKET,
    steps=(
        *(*OPENING, FILED, INQUIRY),
        step("sample-taken", workdays(0, 1), officers=SAME_OFFICERS),
        step("test-commissioned", workdays(1, 2), told_in_writing=YES),
        step("test-report-received", days(20, 40)),
        *(CONCLUDED, *REVIEW, notice(SMALL), *WAIVED, decided(workdays(1, 3)), *AFTERWARDS),
    ),
)
MARKET_EXTENDED = Story(
    ORDINARY,
    "market: extended by 30 days",
    weight=3,
    sectors=MARKET,
    steps=(
        *(*OPENING, FILED, INQUIRY, SITE, EVIDENCE),
        step(
            "extension-approved",
            days(60, 80),
            after="case-filed",
            days="30 calendar days",
            approver=one_of(head=2, deputy=1),
        ),
        *(step("investigation-concluded", days(1, 4), **CONCLUDED.fields), *REVIEW, notice(SMALL)),
        *(step("rights-waived", workdays(1, 1), explicit=YES, written=YES), decided(workdays(1, 2)), *AFTERWARDS),
    ),
)
MARKET_SUSPENDED = Story(
    ORDINARY,
    "market: suspended and taken up again",
    weight=2,
    sectors=MARKET,
    steps=(
        *(*OPENING, FILED, INQUIRY),
        step("investigation-suspended", days(3, 10), approver="head", cause=one_of("related-case", "force-majeure")),
        step("suspension-cause-ended", days(20, 60)),
        step("investigation-resumed"),
        *(CONCLUDED, *REVIEW, notice(SMALL), *WAIVED, decided(workdays(1, 3)), *AFTERWARDS),
    ),
)
MARKET_KEPT = Story(
    ORDINARY,
    "market: evidence preserved",
    weight=4,
    sectors=MARKET,
    steps=(
        *(*OPENING, FILED, INQUIRY, *PRESERVED, CONCLUDED, *REVIEW, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 3)), *AFTERWARDS),
    ),
)
URGENT = (
    step("evidence-preserved", workdays(0, 2), **{**PRESERVED[0].fields, "urgent": YES, "approved_beforehand": NO}),
    step("approval-made-up", hours(2, 20)),
    step("preservation-disposed", workdays(2, 5)),
)
MARKET_URGENT = Story(
    ORDINARY,
    "market: evidence preserved in haste",
    weight=2,
    sectors=MARKET,
    steps=(
        *(*OPENING, FILED, INQUIRY, *URGENT, CONCLUDED, *REVIEW, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 3)), *AFTERWARDS),
    ),
)
REPORTED = Story(
    ORDINARY,
    "market: reported under a name",
    weight=5,
    sectors=MARKET,
    steps=(
        *OPENING[:2],
        step("clue-received", named_report=YES),
        *(OPENING[3], FILED),
        step("reporter-told", workdays(1, 4)),
        *(INQUIRY, SITE, CONCLUDED, *REVIEW, notice(SMALL), *WAIVED, decided(workdays(1, 3)), *AFTERWARDS),
    ),
)
COMPLAINT = Story(
    ORDINARY,
    "market: complaint mediated",
    weight=10,
    sectors=MARKET,
    steps=(
        step("complaint-received"),
        step("complaint-accepted", workdays(1, 6)),
        step("mediation-agreed", workdays(3, 25)),
    ),
)
COMPLAINT_REJECTED = Story(
    ORDINARY,
    "market: complaint not accepted",
    weight=3,
    sectors=MARKET,
    steps=(step("complaint-received"), step("complaint-rejected", workdays(1, 6))),
)

# ── agriculture ──
FARM_PLAIN = replace(
    PLAIN,
    name="agriculture: waived",
    weight=60,
    sectors=AGRICULTURE,
    steps=(
        *OPENING,
        FILED,
        *INVESTIGATED,
        TO_REVIEW,
        REVIEWED,
        notice(SMALL),
        *WAIVED,
        decided(workdays(1, 4)),
        *AFTERWARDS,
    ),
)
FARM_DEFENCE = replace(DEFENCE, name="agriculture: defended", weight=15, sectors=AGRICULTURE)
FARM_HEARING = Story(
    ORDINARY,
    "agriculture: heard",
    weight=4,
    sectors=AGRICULTURE,
    steps=(
        *(*OPENING, HEARD_FILED, INQUIRY, SITE, CONCLUDED, notice(LARGE, hearing=YES), *HEARD, TO_REVIEW, REVIEWED),
        *(DISCUSSED, decided(workdays(3, 4), on_review_catalogue=YES), *AFTERWARDS),
    ),
)
FARM_KEPT = replace(KEPT, name="agriculture: evidence preserved", weight=6, sectors=AGRICULTURE)
FARM_URGENT = Story(
    ORDINARY,
    "agriculture: evidence preserved in haste",
    weight=3,
    sectors=AGRICULTURE,
    steps=(
        *(*OPENING, FILED, INQUIRY),
        step("evidence-preserved", workdays(0, 2), **{**URGENT[0].fields, "consent_by_message": YES}),
        *(*URGENT[1:], CONCLUDED, notice(SMALL), *WAIVED, decided(workdays(1, 4)), *AFTERWARDS),
    ),
)
FARM_NO_PENALTY = replace(
    NO_PENALTY,
    name="agriculture: not punished",
    weight=5,
    sectors=AGRICULTURE,
    steps=(
        *NO_PENALTY.steps[: NO_PENALTY.at("decision-made")],
        *WAIVED,
        *NO_PENALTY.steps[NO_PENALTY.at("decision-made") :],
    ),
)
FARM_QUICK = Story(
    ORDINARY,
    "agriculture: one inquiry, reviewed",
    weight=5,
    sectors=AGRICULTURE,
    steps=(
        *OPENING,
        FILED,
        INQUIRY,
        CONCLUDED,
        TO_REVIEW,
        REVIEWED,
        notice(SMALL),
        *WAIVED,
        decided(workdays(1, 3)),
        *AFTERWARDS,
    ),
)
FARM_REVOCATION = Story(
    ORDINARY,
    "agriculture: the licence is another organ's",
    weight=2,
    sectors=AGRICULTURE,
    steps=(
        *(*OPENING, FILED, *INVESTIGATED, notice(SMALL), *WAIVED, decided(workdays(1, 4), revocation_elsewhere=YES)),
        step("result-reported", days(2, 10)),
        *(step("decision-served", workdays(1, 4), after="decision-made", **SERVED.fields), PUBLISHED, *PAID, *CLOSED),
    ),
)

# ── transport ──
ROAD_PLAIN = replace(PLAIN, name="transport: waived", weight=60, sectors=TRANSPORT)
ROAD_DEFENCE = replace(DEFENCE, name="transport: defended", weight=10, sectors=TRANSPORT)
ROAD_MAJOR = Story(
    ORDINARY,
    "transport: on the list, discussed",
    weight=5,
    sectors=TRANSPORT,
    steps=(
        *(*OPENING, MAJOR_FILED, *INVESTIGATED, notice(MIDDLE), *WAIVED, TO_REVIEW, REVIEWED, DISCUSSED),
        *(decided(workdays(0, 2), heavy_listed=YES, on_review_catalogue=YES), *AFTERWARDS),
    ),
)
ROAD_HEARING = Story(
    ORDINARY,
    "transport: heard",
    weight=3,
    sectors=TRANSPORT,
    steps=(
        *(*OPENING, HEARD_FILED, INQUIRY, SITE, CONCLUDED, notice(LARGE, hearing=YES), *HEARD, TO_REVIEW, REVIEWED),
        *(DISCUSSED, decided(workdays(0, 2), on_review_catalogue=YES), *AFTERWARDS),
    ),
)
ROAD_KEPT = replace(KEPT, name="transport: evidence preserved", weight=5, sectors=TRANSPORT)
ROAD_EXTENDED = Story(
    ORDINARY,
    "transport: extended by 30 days",
    weight=2,
    sectors=TRANSPORT,
    steps=(
        *(*OPENING, FILED, INQUIRY, SITE, EVIDENCE, ORDER),
        step("extension-approved", days(60, 80), after="case-filed", days="30 calendar days", approver="head"),
        *(step("investigation-concluded", days(1, 4), **CONCLUDED.fields), notice(SMALL)),
        *(step("rights-waived", workdays(1, 1), explicit=YES, written=YES), decided(workdays(1, 2)), *AFTERWARDS),
    ),
)

STORIES = (
    *(
        MARKET_PLAIN,
        MARKET_DEFENCE,
        MARKET_NO_PENALTY,
        MARKET_MAJOR,
        MARKET_HEARING,
        MARKET_TEST,
        MARKET_EXTENDED,
        MARKET_SUSPENDED,
    ),
    *(MARKET_KEPT, MARKET_URGENT, REPORTED, COMPLAINT, COMPLAINT_REJECTED),
    *(FARM_PLAIN, FARM_DEFENCE, FARM_HEARING, FARM_KEPT, FARM_URGENT, FARM_NO_PENALTY, FARM_QUICK, FARM_REVOCATION),
    *(ROAD_PLAIN, ROAD_DEFENCE, ROAD_MAJOR, ROAD_HEARING, ROAD_KEPT, ROAD_EXTENDED),
)
