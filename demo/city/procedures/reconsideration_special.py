"""Histories of reconsideration that take more: hearings, extensions, suspensions, documents, stays."""

from __future__ import annotations

from demo.city.procedures.reconsideration_course import (
    KEEPERS,
    accepted,
    answered,
    applied,
    closed,
    decided,
    heard,
    made,
    result,
    served,
)
from demo.city.stories import NO, YES, Story, days, step, workdays
from demo.city.values import officers, one_of, person, yuan

HARD = Story(
    "reconsideration",
    "complex case with hearing and committee",
    weight=5,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(fine=yuan(60000, 400000)),
        served(),
        *applied(),
        accepted(complex=YES, major=one_of(YES, NO), technical=one_of(YES, NO), hearing_category=YES),
        *answered(),
        step("evidence-collected", workdays(8, 14), after="application-accepted", officers=officers(2), ids_shown=YES),
        step("hearing-noticed", workdays(6, 8), after="application-accepted"),
        step(
            "hearing-held",
            workdays(6, 9),
            chair=person("chair"),
            hearing_officers=officers(2, "reviewer"),
            head_present=YES,
            explanation_filed=NO,
            staff_present=YES,
        ),
        step("committee-consulted", workdays(1, 2)),
        *decided(**result("upheld")),
        *closed(),
    ),
)

EXTENDED = Story(
    "reconsideration",
    "extended",
    weight=5,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        step(
            "extension-approved",
            days(45, 54),
            after="application-accepted",
            days="30日",
            approver="review-body-head",
            told_in_writing=YES,
            told_to_applicant=YES,
        ),
        *decided(days(64, 76), **result("upheld")),
        *closed(),
    ),
)

SUSPENDED = Story(
    "reconsideration",
    "suspended and resumed",
    weight=4,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        step(
            "suspended",
            days(25, 38),
            after="application-accepted",
            cause=one_of("39(1)(5)", "39(1)(6)", "39(1)(8)"),
            told_in_writing=YES,
            told_to_parties=YES,
        ),
        step("resumed", days(20, 90), told_in_writing=YES, told_to_parties=YES),
        step("decision-approved", days(1, 4), approver="head"),
        step("decision-made", workdays(0, 1), **result("upheld")),
        step("decision-served", workdays(0, 4), remedies_told=YES),
        *closed(),
    ),
)

APPRAISED = Story(
    "reconsideration",
    "with an appraisal and a site inspection",
    weight=3,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(real_property=YES),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        step("test-commissioned", days(22, 32), after="application-accepted"),
        step("test-report-received", days(20, 40)),
        step("site-inspection-started", workdays(1, 2)),
        step("site-inspection-ended", workdays(2, 4)),
        step("decision-approved", days(2, 10), approver="head"),
        step("decision-made", workdays(0, 1), **result("upheld")),
        step("decision-served", workdays(0, 4), remedies_told=YES),
        *closed(),
    ),
)

DOCUMENT = Story(
    "reconsideration",
    "a document reviewed with it",
    weight=2,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(attached=YES),
        accepted(attached_document=YES),
        *answered(),
        heard(),
        step(
            "suspended",
            workdays(3, 5),
            after="application-accepted",
            cause="39(1)(9)",
            told_in_writing=YES,
            told_to_parties=YES,
        ),
        step("document-maker-asked", workdays(0, 2)),
        step("document-maker-notified", workdays(0, 1)),
        step("document-opinion-received", workdays(3, 6)),
        step("document-handled", days(20, 25), after="application-accepted"),
        step("resumed", workdays(0, 2), told_in_writing=YES, told_to_parties=YES),
        *decided(days(50, 58), **result("upheld")),
        *closed(),
    ),
)

FORWARDED_DOCUMENT = Story(
    "reconsideration",
    "a document forwarded to its organ",
    weight=2,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(attached=YES),
        accepted(attached_document=YES, competent=NO),
        *answered(),
        heard(),
        step(
            "suspended",
            workdays(2, 4),
            after="application-accepted",
            cause="39(1)(9)",
            told_in_writing=YES,
            told_to_parties=YES,
        ),
        step("document-forwarded", workdays(0, 2)),
        step("document-forward-received", workdays(1, 4)),
        step("document-opinion-received", days(20, 50)),
        step("resumed", workdays(0, 2), told_in_writing=YES, told_to_parties=YES),
        step("decision-approved", days(10, 30), approver="gov-head"),
        step("decision-made", workdays(0, 1), **result("upheld")),
        step("decision-served", workdays(0, 4), remedies_told=YES),
        *closed(),
    ),
)

BASIS = Story(
    "reconsideration",
    "the basis found unlawful",
    weight=2,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        step("basis-found-unlawful", days(8, 16), after="application-accepted", competent=YES),
        step("document-handled", days(8, 18)),
        *decided(days(40, 47), **result("revoked")),
        *closed(step("decision-performed", workdays(5, 15), after="decision-served")),
    ),
)

BASIS_FORWARDED = Story(
    "reconsideration",
    "the basis forwarded",
    weight=1,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        step("basis-found-unlawful", days(12, 20), after="application-accepted", competent=NO),
        step("suspended", cause="39(1)(7)", told_in_writing=YES, told_to_parties=YES),
        step("document-forwarded", workdays(1, 6)),
        step("document-forward-received", workdays(0, 2)),
        step("document-opinion-received", days(20, 50)),
        step("resumed", workdays(0, 2), told_in_writing=YES, told_to_parties=YES),
        step("decision-approved", days(10, 25), approver="gov-head"),
        step("decision-made", workdays(0, 1), **result("declared-unlawful")),
        step("decision-served", workdays(0, 4), remedies_told=YES),
        *closed(),
    ),
)

STAYED = Story(
    "reconsideration",
    "stayed",
    weight=2,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        step("stay-decided", days(4, 15), after="application-accepted", ground=one_of("42(1)", "42(2)", "42(3)")),
        step("stay-lifted", days(10, 20)),
        step("act-enforced", days(2, 4)),
        *decided(days(42, 48), **result("upheld")),
        *closed(),
    ),
)

LASTING = Story(
    "reconsideration",
    "terminated after a lasting suspension",
    weight=1,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        step(
            "suspended",
            days(20, 40),
            after="application-accepted",
            cause=one_of("39(1)(1)", "39(1)(4)"),
            told_in_writing=YES,
            told_to_parties=YES,
        ),
        step("terminated", days(64, 90), basis="41(5)"),
        step("dossier-archived", workdays(5, 20)),
    ),
)

STORIES = (HARD, EXTENDED, SUSPENDED, APPRAISED, DOCUMENT, FORWARDED_DOCUMENT, BASIS, BASIS_FORWARDED, STAYED, LASTING)
