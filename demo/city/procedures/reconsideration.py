"""Lawful histories of reconsideration since 2024 (行政复议法 2023): upheld, changed, simple, heard, suspended,
settled …

The review body asks within 5 working days for what is missing, copies the application within 7 (simple
procedure: 3), gets the answer within 10 (5), hears the parties, and decides within 60 days of
acceptance (30).
"""

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
from demo.city.values import day_of, one_of, yuan

UPHELD = Story(
    "reconsideration",
    "upheld",
    weight=40,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        *decided(**result(one_of("upheld", "claim-rejected", "declared-unlawful"))),
        *closed(),
    ),
)

CORRECTED = Story(
    "reconsideration",
    "application corrected",
    weight=8,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(complete=NO),
        step("correction-notice", workdays(1, 5)),
        step("correction-notice-received", workdays(0, 3)),
        step("corrected", workdays(2, 9)),
        accepted(workdays(1, 5)),
        *answered(),
        heard(),
        *decided(**result("upheld")),
        *closed(),
    ),
)

ORAL = Story(
    "reconsideration",
    "oral application",
    weight=3,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(oral=YES),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("upheld")),
        *closed(),
    ),
)

SIMPLE = Story(
    "reconsideration",
    "simple procedure",
    weight=16,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(act_kind="on-spot-penalty", reconsideration_first_told=YES, fine=yuan(50, 200, 10)),
        step("act-served", remedies_told=YES),
        *applied(days(3, 40)),
        accepted(procedure="simple", simple_ground="on-spot", amount_involved=yuan(50, 200, 10)),
        step("copy-sent", workdays(0, 2), after="application-accepted"),
        step("copy-received-by-respondent", workdays(0, 2)),
        step("answer-filed", workdays(1, 4), evidence_attached=YES),
        *decided(days(11, 15), **result("upheld", procedure="simple")),
        *closed(),
    ),
)

CONVERTED = Story(
    "reconsideration",
    "converted to the ordinary procedure",
    weight=2,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(procedure="simple", simple_ground="warning", amount_involved=yuan(100, 2900)),
        step("copy-sent", workdays(0, 2), after="application-accepted"),
        step("copy-received-by-respondent", workdays(0, 1)),
        step("answer-filed", workdays(1, 4), evidence_attached=YES),
        step("converted-to-ordinary", days(12, 20), after="application-accepted", approver="review-body-head"),
        step("views-heard", workdays(2, 6), recorded=YES),
        *decided(**result("upheld", procedure="simple")),
        *closed(),
    ),
)

CHOSEN = Story(
    "reconsideration",
    "simple procedure chosen after acceptance",
    weight=2,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(act_kind="disclosure-refused", reconsideration_first_told=YES),
        served(),
        *applied(),
        accepted(procedure="simple", simple_ground="disclosure"),
        step("procedure-chosen", procedure="simple", simple_ground="disclosure", amount_involved=yuan(0, 0, 1)),
        step("copy-sent", workdays(0, 2), after="application-accepted"),
        step("copy-received-by-respondent", workdays(0, 1)),
        step("answer-filed", workdays(1, 4), evidence_attached=YES),
        *decided(days(11, 15), **result("upheld", procedure="simple")),
        *closed(),
    ),
)

CHANGED = Story(
    "reconsideration",
    "changed and performed",
    weight=6,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(fine=yuan(5000, 90000)),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("changed", fine=yuan(1000, 4900), perform_by=day_of("decision-made", 60))),
        *closed(step("decision-performed", workdays(5, 15), after="decision-served")),
    ),
)

REVOKED = Story(
    "reconsideration",
    "revoked, performed and sued over",
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
        *decided(**result(one_of("revoked", "declared-void"))),
        *closed(
            step("decision-performed", workdays(5, 15), after="decision-served"),
            step("suit-filed", days(2, 12), after="decision-served", share=0.2),
        ),
    ),
)

REDONE = Story(
    "reconsideration",
    "revoked and ordered to act anew",
    weight=3,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("revoked", redo_ordered=YES)),
        *closed(step("redo-made", days(15, 50), after="decision-served"), last="redo-made"),
        step("review-opinion-issued", workdays(1, 5), after="decision-served"),
        step("review-opinion-received", workdays(0, 3)),
        step("correction-reported", days(10, 50)),
    ),
)

REDONE_BY = Story(
    "reconsideration",
    "ordered to act anew by a day",
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
        *decided(**result("revoked", redo_ordered=YES, redo_by=day_of("decision-made", 40))),
        *closed(step("redo-made", days(5, 20), after="decision-served")),
    ),
)

WITHDRAWN = Story(
    "reconsideration",
    "withdrawn and terminated",
    weight=9,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        step("application-withdrawn", days(20, 40), after="application-accepted"),
        step("terminated", workdays(1, 4), basis="41(1)"),
        step("dossier-archived", workdays(5, 20)),
    ),
)

REFUSED = Story(
    "reconsideration",
    "not accepted",
    weight=9,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(handled_by="superior-department"),
        step("not-accepted", workdays(1, 5), reasons_stated=YES, outside_jurisdiction=YES, right_organ_named=YES),
        step("dossier-archived", workdays(5, 20)),
    ),
)

MEDIATED = Story(
    "reconsideration",
    "settled by mediation",
    weight=8,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        *applied(),
        accepted(),
        *answered(),
        step("mediated", days(25, 55), after="application-accepted"),
        step("dossier-archived", workdays(5, 20)),
    ),
)

INACTION = Story(
    "reconsideration",
    "failure to act",
    weight=4,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        step("performance-requested", urgent=NO),
        step("performance-period-ended", days(20, 30, exact=True)),
        *applied(days(5, 50)),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("ordered-to-perform")),
        *closed(step("decision-performed", workdays(5, 15), after="decision-served")),
    ),
)

HANDED_OVER = Story(
    "reconsideration",
    "handed in at the penalising organ",
    weight=3,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(act_kind="on-spot-penalty", reconsideration_first_told=YES, fine=yuan(50, 200, 10)),
        step("act-served", remedies_told=YES),
        step("application-handed-to-respondent", days(3, 40)),
        step("application-forwarded", workdays(1, 5)),
        step(
            "application-received",
            workdays(0, 2),
            complete=YES,
            attached_document=NO,
            respondent="department",
            handled_by="same-level-government",
        ),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("upheld")),
        *closed(),
    ),
)

UNTOLD = Story(
    "reconsideration",
    "remedies told late",
    weight=2,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(NO),
        step("remedies-learned", days(90, 200)),
        *applied(days(5, 50)),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("upheld")),
        *closed(),
    ),
)

HINDERED = Story(
    "reconsideration",
    "hindered from applying",
    weight=1,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        served(),
        step("obstacle-began", days(20, 30)),
        step("obstacle-ended", days(40, 60)),
        *applied(days(5, 20)),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("upheld")),
        *closed(),
    ),
)

LATER_KNOWN = Story(
    "reconsideration",
    "an old act learned of now",
    weight=0,
    sectors=KEEPERS,
    numbered="application-received",
    steps=(
        made(),
        step("act-known", days(1300, 1500)),
        *applied(days(5, 50)),
        accepted(),
        *answered(),
        heard(),
        *decided(**result("upheld")),
        *closed(),
    ),
)

STORIES = (
    UPHELD,
    CORRECTED,
    ORAL,
    SIMPLE,
    CONVERTED,
    CHOSEN,
    CHANGED,
    REVOKED,
    REDONE,
    REDONE_BY,
    WITHDRAWN,
    REFUSED,
    MEDIATED,
    INACTION,
    HANDED_OVER,
    UNTOLD,
    HINDERED,
)
