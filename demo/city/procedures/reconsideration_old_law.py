"""Older cases, taken in and decided in 2023 under the law of 2017 and its regulation of 2007: accepted on
receipt, answered in ten calendar days, decided in sixty, no simple procedure, the parties told of a
suspension.
"""

from __future__ import annotations

from dataclasses import replace

from demo.city.procedures.reconsideration_course import (
    KEEPERS,
    accepted,
    answered,
    applied,
    closed,
    decided,
    made,
    result,
    served,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import NO, YES, Step, Story, beyond, days, step, workdays
from demo.city.values import day_of, officers, one_of, yuan

YEAR = ("2023-01-09", "2023-04-28")
RECEIVED, ACCEPTED, FILED = "application-received", "application-accepted", "reconsideration-application-filed"
DECIDED, SERVED, ARCHIVED = "decision-made", "decision-served", "dossier-archived"


def story(name: str, weight: int, *steps: Step) -> Story:
    """A case of 2023."""
    return Story(
        "reconsideration",
        f"2023: {name}",
        weight=weight,
        sectors=KEEPERS,
        between=YEAR,
        numbered="application-received",
        steps=steps,
    )


def opened(attached: bool = NO, **more: object) -> tuple[Step, ...]:
    """From the act to the answer; accepted on the day of receipt."""
    return (
        made(**more),
        served(),
        *applied(attached=attached),
        accepted(workdays(0), attached_document=attached),
        *answered(workdays(1, 6), days(2, 7)),
    )


UPHELD = story("upheld", 4, *opened(), *decided(days(35, 48), **result("upheld")), *closed())
CHANGED = story(
    "changed",
    1,
    *opened(fine=yuan(5000, 90000)),
    *decided(days(35, 48), **result("changed", fine=yuan(1000, 4900))),
    *closed(step("decision-performed", workdays(5, 15), after=SERVED)),
)
REDONE = story(
    "ordered to act anew",
    1,
    *opened(),
    *decided(days(35, 48), **result("revoked", redo_ordered=YES)),
    *closed(step("redo-made", days(15, 50), after=SERVED), last="redo-made"),
)
REDONE_BY = story(
    "ordered to act anew by a day",
    1,
    *opened(),
    *decided(days(35, 48), **result("revoked", redo_ordered=YES, redo_by=day_of(DECIDED, 40))),
    *closed(step("redo-made", days(5, 20), after=SERVED), last="redo-made"),
)
SUSPENDED = story(
    "suspended and resumed",
    1,
    *opened(),
    step("evidence-collected", workdays(2, 6), officers=officers(2), ids_shown=YES),
    step(
        "suspended",
        days(22, 30),
        after=ACCEPTED,
        cause=one_of("41(1)(5)", "41(1)(7)"),
        told_in_writing=YES,
        told_to_parties=YES,
    ),
    step("resumed", days(20, 60), told_in_writing=YES, told_to_parties=YES),
    step("decision-approved", days(2, 10), approver="head"),
    step(DECIDED, workdays(0, 1), **result("upheld")),
    step(SERVED, workdays(0, 4), remedies_told=YES),
    *closed(),
)
EXTENDED = story(
    "extended",
    1,
    *opened(),
    step(
        "extension-approved",
        days(45, 54),
        after=ACCEPTED,
        days="30日",
        approver="head",
        told_in_writing=YES,
        told_to_applicant=YES,
    ),
    *decided(days(64, 76), **result("upheld")),
    *closed(),
)
DOCUMENT = story(
    "a document reviewed with it",
    1,
    *opened(YES),
    step("document-handled", days(12, 25), after=ACCEPTED),
    *decided(days(35, 48), **result("upheld")),
    *closed(),
)
FORWARDED = story(
    "a document forwarded",
    1,
    made(),
    served(),
    *applied(attached=YES),
    accepted(workdays(0), attached_document=YES, competent=NO),
    *answered(workdays(1, 6), days(2, 7)),
    step("suspended", workdays(2, 4), after=ACCEPTED, cause="41(1)(8)", told_in_writing=YES, told_to_parties=YES),
    step("document-forwarded", workdays(0, 2)),
    step("document-forward-received", workdays(1, 3)),
    step("document-opinion-received", days(15, 50)),
    step("resumed", workdays(0, 2), told_in_writing=YES, told_to_parties=YES),
    *(
        replace(one, after="resumed") if one.act == "decision-approved" else one
        for one in decided(days(10, 30), **result("upheld"))
    ),
    *closed(),
)
STAYED = story(
    "stayed",
    1,
    *opened(),
    step("stay-decided", days(4, 15), after=ACCEPTED, ground=one_of("21(1)", "21(2)", "21(3)")),
    *decided(days(35, 48), **result("upheld")),
    *closed(),
)
WITHDRAWN = story(
    "withdrawn and terminated",
    1,
    *opened(),
    step("application-withdrawn", days(20, 40), after=ACCEPTED),
    step("terminated", workdays(1, 4), basis="42(1)(1)"),
    step(ARCHIVED, workdays(5, 20)),
)
LASTING = story(
    "terminated after a lasting suspension",
    1,
    *opened(),
    step(
        "suspended",
        days(20, 40),
        after=ACCEPTED,
        cause=one_of("41(1)(1)", "41(1)(3)"),
        told_in_writing=YES,
        told_to_parties=YES,
    ),
    step("terminated", days(64, 80), basis="42(2)"),
    step(ARCHIVED, workdays(5, 20)),
)
INACTION = story(
    "failure to act",
    1,
    step("performance-requested", urgent=NO),
    step("performance-period-ended", days(20, 30, exact=True)),
    *applied(days(5, 50)),
    accepted(workdays(0)),
    *answered(workdays(1, 6), days(2, 7)),
    *decided(days(35, 48), **result("ordered-to-perform")),
    *closed(step("decision-performed", workdays(5, 15), after=SERVED)),
)
SUED = story(
    "upheld and sued over",
    1,
    *opened(),
    *decided(days(35, 48), **result("upheld")),
    step("suit-filed", days(2, 12)),
    *closed(),
)

STORIES = (
    UPHELD,
    CHANGED,
    REDONE,
    REDONE_BY,
    SUSPENDED,
    EXTENDED,
    DOCUMENT,
    FORWARDED,
    STAYED,
    WITHDRAWN,
    LASTING,
    INACTION,
    SUED,
)

NEVER_DECIDED = without("decision-approved", DECIDED, SERVED, "decision-published", "copied-to-superior", ARCHIVED)
NEARLY = ("2023-01-09", "2023-03-31")

BREACHES = (
    breach(UPHELD, moved(FILED, beyond(60, by=(3, 40)), after="act-served"), breaks="rol-apply-60d:loss"),
    breach(
        INACTION,
        moved(FILED, beyond(60, by=(3, 40)), after="performance-period-ended"),
        breaks="rol-apply-60d/inaction:loss",
    ),
    breach(
        UPHELD,
        moved(ACCEPTED, workdays(8, 9), after=RECEIVED),
        moved("copy-sent", workdays(5, 6), after=RECEIVED),
        moved("decision-approved", days(35, 48), after=RECEIVED),
        breaks="rol-accept-on-receipt:auto",
    ),
    breach(
        UPHELD,
        added(step("fee-charged", after=ACCEPTED, fee=yuan(20, 300, 10)), before="copy-sent"),
        breaks="rol-free@fee-charged#1",
    ),
    breach(
        UPHELD,
        wrong(RECEIVED, handled_by="own-organ"),
        breaks=f"rol-jurisdiction@{RECEIVED}#1",
        see=(f"{RECEIVED}.respondent",),
    ),
    lawful(UPHELD, wrong(RECEIVED, handled_by="superior-department")),
    breach(
        UPHELD,
        wrong(ACCEPTED, procedure="simple"),
        wrong(DECIDED, procedure="simple"),
        breaks=f"rol-no-simple@{ACCEPTED}#1",
    ),
    breach(UPHELD, late("copy-sent", after=ACCEPTED, count=7, unit="workdays", by=(1, 12)), breaks="rol-copy-7wd"),
    breach(
        UPHELD,
        late("answer-filed", after="copy-received-by-respondent", count=10, by=(1, 12)),
        breaks="rol-answer-10cal:auto",
    ),
    lawful(UPHELD, on_last_day("answer-filed", after="copy-received-by-respondent", count=10)),
    breach(UPHELD, wrong("answer-filed", evidence_attached=NO), breaks="rol-answer-10cal/evidence@answer-filed#1:auto"),
    breach(SUSPENDED, wrong("evidence-collected", officers=officers(1)), breaks="rol-two-staff@evidence-collected#1"),
    breach(SUSPENDED, wrong("evidence-collected", ids_shown=NO), breaks="rol-two-staff/ids@evidence-collected#1"),
    breach(
        UPHELD,
        added(
            step("respondent-collected-evidence", workdays(5, 9), after=ACCEPTED, consented=NO),
            before="decision-approved",
        ),
        breaks="rol-no-selfcollect@respondent-collected-evidence#1",
    ),
    breach(SUSPENDED, wrong("suspended", cause="unlisted"), breaks="rol-suspend@suspended#1"),
    breach(SUSPENDED, wrong("suspended", told_to_parties=NO), breaks="rol-suspend/told@suspended#1"),
    breach(SUSPENDED, wrong("resumed", told_to_parties=NO), breaks="rol-suspend/resumed@resumed#1"),
    breach(LASTING, moved("terminated", days(25, 50), after="suspended"), breaks="rol-terminate-60d@terminated#1"),
    breach(LASTING, wrong("suspended", cause="41(1)(4)"), breaks="rol-terminate-60d/cause@terminated#1"),
    breach(WITHDRAWN, wrong("terminated", basis="unlisted"), breaks="rol-terminate-60d/listed@terminated#1"),
    breach(STAYED, wrong("stay-decided", ground="unlisted"), breaks="rol-no-stay@stay-decided#1"),
    breach(
        DOCUMENT,
        moved("document-handled", beyond(30, by=(1, 4)), after=ACCEPTED),
        moved("decision-approved", days(42, 48), after=ACCEPTED),
        breaks="rol-doc-review-30d:advisory",
    ),
    breach(
        FORWARDED,
        late("document-forwarded", after=ACCEPTED, count=7, unit="workdays", by=(1, 12)),
        breaks="rol-doc-forward-7wd:advisory",
    ),
    breach(
        FORWARDED,
        moved("document-opinion-received", beyond(60, by=(1, 20)), after="document-forward-received"),
        breaks="rol-doc-reply-60d",
    ),
    breach(UPHELD, late(DECIDED, after=ACCEPTED, count=60, by=(1, 40)), breaks="rol-decide-60d"),
    breach(
        EXTENDED,
        wrong("extension-approved", told_to_applicant=NO),
        moved("decision-approved", days(66, 76)),
        breaks="rol-decide-60d",
    ),
    breach(
        UPHELD,
        without("decision-approved"),
        moved(DECIDED, days(38, 48), after=ACCEPTED),
        breaks=f"rol-decide-collective@{DECIDED}#1",
    ),
    breach(
        CHANGED, wrong(DECIDED, fine=yuan(91000, 200000)), breaks=f"rol-no-worse@{DECIDED}#1", see=("act-made.fine",)
    ),
    breach(UPHELD, wrong(DECIDED, sealed=NO), breaks=f"rol-served-effective@{DECIDED}#1"),
    breach(CHANGED, without("decision-performed"), breaks=f"rol-perform@{SERVED}#1", see=(ARCHIVED,)),
    breach(
        CHANGED,
        added(step("order-to-perform", workdays(2, 4), after=SERVED), before="decision-performed"),
        breaks="rol-perform/ordered@order-to-perform#1",
    ),
    breach(
        REDONE,
        moved("redo-made", beyond(60, by=(1, 30)), after=SERVED),
        breaks="rec-redo-60d/old-law",
        see=(f"{DECIDED}.redo_ordered",),
    ),
    breach(
        REDONE_BY,
        moved("redo-made", days(45, 60), after=DECIDED),
        breaks="rec-redo-60d/by-day-old-law@redo-made#1",
        see=(f"{DECIDED}.redo_by",),
    ),
    breach(
        SUED, moved("suit-filed", beyond(15, by=(1, 40)), after=SERVED), breaks="rec-sue-15d/old-law@suit-filed#1:loss"
    ),
    breach(
        UPHELD,
        NEVER_DECIDED,
        added(step("suit-filed", beyond(60, by=(22, 50)), after=ACCEPTED)),
        breaks=("rol-decide-60d", "rec-sue-15d/no-decision-old-law@suit-filed#1:loss"),
        see=(SERVED,),
        between=NEARLY,
    ),
    unknown(UPHELD, blank_day("copy-sent")),
    unknown(SUSPENDED, blank_day("resumed")),
)

RECIPES = BREACHES
