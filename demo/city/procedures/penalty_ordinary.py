"""Penalties by the ordinary procedure: from the clue to the archived dossier, as general organs and four sectors do it.

Written from 行政处罚法 and the procedure rules of market regulation, agriculture, transport and the police.
"""

from __future__ import annotations

from demo.city.stories import NO, YES, Step, Story, days, step, workdays
from demo.city.values import of_case, officers, one_of, person, same, whole, yuan

GENERAL = ("urban", "environment", "emergency", "culture", "health", "labour", "land", "licensing", "township")
ZERO = yuan(0)

OPENING = (
    step("violation-ended", harm_life_health_finance=NO),
    step("violation-discovered", days(1, 40)),
    step("clue-received", named_report=NO),
    step("clue-verified", workdays(1, 4), filing_decided=YES, standard_met=YES),
)
FILED = step(
    "case-filed",
    workdays(0, 1),
    officers=officers(2),
    major=NO,
    complex=NO,
    hearing_held=NO,
    public_interest=NO,
    social_impact=NO,
    serious_dispute=NO,
    offender_unknown=NO,
    form_filled=YES,
    body="执法科",
)
SAME_OFFICERS = same("case-filed", "officers")
INQUIRY = step(
    "inquiry-made",
    workdays(1, 5),
    officers=SAME_OFFICERS,
    id_shown=YES,
    transcript_made=YES,
    rights_told=YES,
    of_party=YES,
    in_case_area=YES,
    fully_recorded=NO,
)
SITE = step(
    "site-inspection-made", workdays(0, 3), share=0.6, officers=SAME_OFFICERS, id_shown=YES, transcript_made=YES
)
EVIDENCE = step("evidence-collected", workdays(0, 2), share=0.4, officers=SAME_OFFICERS, rights_told=YES, of_party=YES)
SAMPLE = step("sample-taken", workdays(0, 1), share=0.1, officers=SAME_OFFICERS)
ORDER = step("order-to-correct", workdays(0, 1), share=0.5)
CONCLUDED = step(
    "investigation-concluded",
    days(2, 12),
    party_stated=YES,
    course_stated=YES,
    facts_stated=YES,
    nature_stated=YES,
    measures_stated=YES,
    discretion_stated=YES,
    minor=NO,
    corrected=NO,
    harmless=NO,
    no_fault_proven=NO,
)
TO_REVIEW = step("review-file-received", workdays(0, 1))
CASE_REVIEWED = step("case-reviewed", workdays(1, 3), reviewer=person("reviewer"))
REVIEWED = step(
    "legality-reviewed",
    workdays(1, 3),
    reviewer=person("reviewer"),
    result="pass",
    body="法制科",
    subject_reviewed=YES,
    procedure_reviewed=YES,
    facts_reviewed=YES,
    law_reviewed=YES,
    competence_reviewed=YES,
    documents_reviewed=YES,
    crime_reviewed=YES,
    opinion_written=YES,
)


def notice(fine: object, *, hearing: bool = False, heavy: bool = False) -> Step:
    """The notice before the decision."""
    return step(
        "pre-decision-notice-served",
        workdays(1, 3),
        hearing_right=hearing,
        proposed_fine=fine,
        in_writing=YES,
        party=of_case("party"),
        proposed_confiscation=ZERO,
        heavy_measure=heavy,
        larger_amount=hearing and not heavy,
        minor_may_be_detained=NO,
    )


WAIVED = (step("rights-waived", workdays(1, 2), explicit=YES, written=YES),)
DEFENDED = (
    step("defence-received", workdays(1, 2), good_reason=NO),
    step("defence-reviewed", workdays(1, 2)),
)
HEARD = (
    step("hearing-requested", workdays(1, 3), good_reason=NO, told_in_writing=YES),
    step("hearing-request-answered"),
    step("chair-appointed", workdays(0, 2), after="hearing-requested"),
    step("file-handed-to-chair", workdays(0, 2)),
    step("hearing-scheduled", workdays(0, 2)),
    step("hearing-noticed"),
    step("hearing-announced"),
    step("hearing-started", workdays(8, 10)),
    step(
        "hearing-held",
        chair=person("chair"),
        public=YES,
        closed_ground=NO,
        minor_case=NO,
        transcript_made=YES,
        transcript_signed=YES,
        charged_to_party=ZERO,
    ),
    step("hearing-ended"),
    step("hearing-report-made", workdays(1, 4)),
)
DISCUSSED = step("collective-discussion-held", workdays(1, 3), topic="penalty")


def decided(gap: object, after: str = "", **more: object) -> Step:
    """The decision, all of it known."""
    written: dict[str, object] = {
        "result": "penalty",
        "penalties": ("罚款",),
        "decider": person("head"),
        "approver": one_of(deputy=5, head=3, principal=2),
        "fine": same("pre-decision-notice-served", "proposed_fine"),
        "party_present": NO,
        "new_facts": NO,
        "party_id": of_case("party_id"),
        "conduct": of_case("conduct"),
        "party_stated": YES,
        "facts_stated": YES,
        "basis_stated": YES,
        "performance_stated": YES,
        "remedies_told": YES,
        "organ_and_date_stated": YES,
        "sealed": YES,
        "benchmark_exists": YES,
        "benchmark_stated": YES,
        "departed": NO,
        "benchmark_level": "province",
        "age_at_act": whole(19, 66),
        "mitigated": NO,
        "correction_ordered": YES,
        "illegal_gains": ZERO,
        "gains_confiscated": ZERO,
        "gains_refunded": ZERO,
        "under_entrustment": NO,
        "power_handed_down": NO,
        "heavy_listed": NO,
        "on_review_catalogue": NO,
        "major_penalty": NO,
        "revocation_elsewhere": NO,
        "own_enforcement": NO,
    }
    return step("decision-made", gap, after=after, **(written | more))


SERVED = step(
    "decision-served",
    workdays(1, 4),
    fine=same("decision-made", "fine"),
    remedies_told=YES,
    service=one_of(direct=7, mailed=2, left=1),
)
PUBLISHED = step("decision-published", workdays(1, 4), after="decision-made")
PAID = (
    step("fine-paid", days(1, 9), after="decision-served", channel=one_of(bank=3, electronic=2)),
    step("decision-performed"),
)
CLOSED = (step("case-closed", workdays(1, 9)), step("dossier-archived", workdays(1, 20)))
INVESTIGATED = (INQUIRY, SITE, EVIDENCE, SAMPLE, ORDER, CONCLUDED)
AFTERWARDS = (SERVED, PUBLISHED, *PAID, *CLOSED)
SMALL, MIDDLE, LARGE = yuan(500, 8000), yuan(12_000, 90_000, 1000), yuan(120_000, 400_000, 10_000)
ORDINARY = "penalty-ordinary"

PLAIN = Story(
    ORDINARY,
    "waived",
    weight=40,
    sectors=GENERAL,
    steps=(*OPENING, FILED, *INVESTIGATED, notice(SMALL), *WAIVED, decided(workdays(1, 4)), *AFTERWARDS),
)
DEFENCE = Story(
    ORDINARY,
    "defended",
    weight=12,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, *INVESTIGATED, notice(SMALL), *DEFENDED),
        *(decided(workdays(7, 10), "pre-decision-notice-served"), *AFTERWARDS),
    ),
)
MAJOR = Story(
    ORDINARY,
    "major, reviewed and discussed",
    weight=6,
    party="organisation",
    sectors=GENERAL,
    steps=(
        *(*OPENING, step("case-filed", workdays(0, 1), **{**FILED.fields, "major": YES}), *INVESTIGATED),
        *(notice(MIDDLE), *WAIVED),
        *(TO_REVIEW, REVIEWED, DISCUSSED, decided(workdays(0, 2), on_review_catalogue=YES), *AFTERWARDS),
    ),
)
HEARING = Story(
    ORDINARY,
    "heard",
    weight=3,
    sectors=GENERAL,
    steps=(
        *(*OPENING, step("case-filed", workdays(0, 1), **{**FILED.fields, "hearing_held": YES}), *INVESTIGATED),
        *(notice(LARGE, hearing=YES), *HEARD, TO_REVIEW, REVIEWED, DISCUSSED),
        *(decided(workdays(0, 2), on_review_catalogue=YES), *AFTERWARDS),
    ),
)
NO_PENALTY = Story(
    ORDINARY,
    "minor and corrected, not punished",
    weight=6,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, *INVESTIGATED[:-1]),
        step(
            "investigation-concluded",
            days(2, 12),
            **{**CONCLUDED.fields, "minor": YES, "corrected": YES, "harmless": YES},
        ),
        notice(ZERO),
        decided(workdays(6, 9), result="no-penalty", penalties=None, fine=ZERO, educated=YES),
        *(SERVED, PUBLISHED, *CLOSED),
    ),
)
BY_NOTICE = Story(
    ORDINARY,
    "served by public notice after all",
    weight=2,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, *INVESTIGATED, notice(SMALL), *WAIVED, decided(workdays(1, 4))),
        step("public-notice-started", workdays(1, 3), told_in_writing=YES, grounds_recorded=YES),
        step("decision-served", days(3, 20), **{**SERVED.fields, "service": "direct"}),
        *(PUBLISHED, *PAID, *CLOSED),
    ),
)
NOT_FILED = Story(
    ORDINARY,
    "not filed",
    weight=8,
    sectors=(*GENERAL, "market", "agriculture"),
    steps=(
        step("clue-received", named_report=NO),
        step("clue-verified", workdays(1, 4), filing_decided=YES, standard_met=NO),
        step("case-not-filed", workdays(0, 1), form_filled=YES),
    ),
)
PRESERVED = (
    step(
        "evidence-preserved",
        workdays(0, 2),
        officers=SAME_OFFICERS,
        approver=one_of(deputy=3, head=1),
        approved_beforehand=YES,
        urgent=NO,
        list_made_on_spot=YES,
        list_signed=YES,
        notice_handed_over=YES,
    ),
    step("preservation-disposed", workdays(2, 6)),
)
KEPT = Story(
    ORDINARY,
    "evidence preserved",
    weight=4,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, INQUIRY, *PRESERVED, CONCLUDED, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 4)), *AFTERWARDS),
    ),
)
TOWNSHIP = Story(
    ORDINARY,
    "under a power handed down",
    weight=40,
    sectors=("township",),
    between=("2025-11-01", "2026-06-30"),
    steps=(
        step("transfer-decision-published"),
        step("violation-ended", days(5, 40), harm_life_health_finance=NO),
        *(*OPENING[1:], FILED, *INVESTIGATED, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 4), power_handed_down=YES), *AFTERWARDS),
    ),
)
MONITORED = Story(
    ORDINARY,
    "by a monitoring record",
    weight=5,
    sectors=("urban", "environment"),
    steps=(
        *(*OPENING, FILED),
        step(
            "monitoring-record-used",
            workdays(0, 2),
            use_has_basis=YES,
            device_reviewed=YES,
            place_published=YES,
            record_reviewed=YES,
            party_told=YES,
        ),
        *(*INVESTIGATED, notice(SMALL), *WAIVED, decided(workdays(1, 4)), *AFTERWARDS),
    ),
)

STORIES = (PLAIN, DEFENCE, MAJOR, HEARING, NO_PENALTY, BY_NOTICE, NOT_FILED, KEPT, TOWNSHIP, MONITORED)
