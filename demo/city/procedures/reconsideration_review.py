"""What goes wrong under review: procedure, copy and answer, hearing the parties, evidence, suspension, the
document behind it.
"""

from __future__ import annotations

from demo.city.procedures.reconsideration import CHOSEN, CONVERTED, SIMPLE, UPHELD, WITHDRAWN
from demo.city.procedures.reconsideration_special import (
    BASIS,
    BASIS_FORWARDED,
    DOCUMENT,
    FORWARDED_DOCUMENT,
    HARD,
    LASTING,
    STAYED,
    SUSPENDED,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, beyond, days, step, workdays
from demo.city.values import Same, officers, yuan

RECEIVED, ACCEPTED, COPIED = "application-received", "application-accepted", "copy-received-by-respondent"

PROCEDURE = (
    breach(
        SIMPLE,
        wrong(ACCEPTED, simple_ground="other", amount_involved=yuan(5000, 90000)),
        breaks=f"rec-simple-scope@{ACCEPTED}#1",
    ),
    lawful(SIMPLE, wrong(ACCEPTED, simple_ground="other", amount_involved=yuan(3000, 3000, 1))),
    breach(
        CHOSEN,
        wrong("procedure-chosen", simple_ground="other", amount_involved=yuan(3100, 90000)),
        breaks="rec-simple-scope/chosen@procedure-chosen#1",
    ),
    breach(
        CONVERTED,
        wrong("converted-to-ordinary", approver="superior-organ"),
        breaks="rec-simple-scope/conversion@converted-to-ordinary#1",
    ),
    breach(
        CONVERTED,
        wrong("converted-to-ordinary", approver="head"),
        breaks="rec-simple-scope/conversion@converted-to-ordinary#1:advisory",
    ),
)

COPY_AND_ANSWER = (
    breach(UPHELD, late("copy-sent", after=ACCEPTED, count=7, unit="workdays", by=(1, 12)), breaks="rec-copy-7wd"),
    lawful(UPHELD, on_last_day("copy-sent", after=ACCEPTED, count=7, unit="workdays")),
    breach(SIMPLE, late("copy-sent", after=ACCEPTED, count=3, unit="workdays", by=(1, 4)), breaks="rec-copy-3wd"),
    lawful(SIMPLE, on_last_day("copy-sent", after=ACCEPTED, count=3, unit="workdays")),
    breach(
        UPHELD, late("answer-filed", after=COPIED, count=10, unit="workdays", by=(1, 9)), breaks="rec-answer-10wd:auto"
    ),
    breach(
        WITHDRAWN, without("answer-filed"), moved("application-withdrawn", days(35, 45)), breaks="rec-answer-10wd:auto"
    ),
    lawful(UPHELD, on_last_day("answer-filed", after=COPIED, count=10, unit="workdays")),
    breach(UPHELD, wrong("answer-filed", evidence_attached=NO), breaks="rec-answer-10wd/evidence@answer-filed#1:auto"),
    lawful(
        UPHELD,
        wrong("answer-filed", evidence_attached=NO),
        added(step("third-party-evidence-filed", after="answer-filed"), before="views-heard"),
    ),
    breach(
        SIMPLE, late("answer-filed", after=COPIED, count=5, unit="workdays", by=(1, 3)), breaks="rec-answer-5wd:auto"
    ),
    lawful(SIMPLE, on_last_day("answer-filed", after=COPIED, count=5, unit="workdays")),
)

HEARING = (
    breach(UPHELD, without("views-heard"), breaks="rec-listen@decision-made#1"),
    lawful(
        UPHELD,
        without("views-heard"),
        added(step("views-not-heard", workdays(12, 20), after=ACCEPTED), before="decision-approved"),
    ),
    breach(UPHELD, wrong("views-heard", recorded=NO), breaks="rec-listen/recorded@views-heard#1"),
    breach(
        UPHELD,
        wrong(ACCEPTED, complex=YES),
        added(step("committee-consulted", workdays(15, 22), after=ACCEPTED), before="decision-approved"),
        breaks="rec-hearing-major@decision-made#1",
        see=("hearing-held",),
    ),
    breach(
        HARD,
        wrong("hearing-held", hearing_officers=officers(1, "reviewer")),
        breaks="rec-hearing-major/officers@hearing-held#1",
    ),
    breach(
        HARD,
        wrong(
            "hearing-held",
            chair=Same("evidence-collected", "officers", first=True),
            hearing_officers=Same("evidence-collected", "officers"),
        ),
        breaks="rec-hearing-major/chair@hearing-held#1",
    ),
    breach(
        UPHELD,
        wrong(ACCEPTED, hearing_category=YES),
        breaks="rec-hearing-categories@decision-made#1:advisory",
        see=("hearing-held",),
    ),
    breach(
        HARD,
        moved("hearing-held", workdays(1, 3), after="hearing-noticed"),
        breaks="rec-hearing-notice-5wd@hearing-held#1",
    ),
    breach(
        HARD,
        moved("hearing-held", workdays(5), after="hearing-noticed"),
        breaks="rec-hearing-notice-5wd@hearing-held#1:advisory",
    ),
    lawful(HARD, moved("hearing-held", workdays(6), after="hearing-noticed")),
    breach(
        HARD,
        wrong("hearing-held", head_present=NO, explanation_filed=NO, staff_present=YES),
        breaks="rec-hearing-head@hearing-held#1",
    ),
    lawful(HARD, wrong("hearing-held", head_present=NO, explanation_filed=YES, staff_present=YES)),
    breach(HARD, without("committee-consulted"), breaks="rec-committee@decision-made#1"),
    breach(
        UPHELD, wrong(ACCEPTED, technical=YES), breaks="rec-committee@decision-made#1", see=("committee-consulted",)
    ),
)

EVIDENCE = (
    breach(HARD, wrong("evidence-collected", officers=officers(1)), breaks="rec-two-staff@evidence-collected#1"),
    breach(HARD, wrong("evidence-collected", ids_shown=NO), breaks="rec-two-staff/ids@evidence-collected#1"),
    breach(
        UPHELD,
        added(
            step("respondent-collected-evidence", workdays(5, 9), after=ACCEPTED, consented=NO), before="views-heard"
        ),
        breaks="rec-no-selfcollect@respondent-collected-evidence#1",
    ),
    lawful(
        UPHELD,
        added(
            step("respondent-collected-evidence", workdays(5, 9), after=ACCEPTED, consented=YES), before="views-heard"
        ),
    ),
)

STANDING_STILL = (
    breach(SUSPENDED, wrong("suspended", cause="unlisted"), breaks="rec-suspend@suspended#1"),
    breach(SUSPENDED, wrong("suspended", told_in_writing=NO), breaks="rec-suspend/told@suspended#1"),
    breach(SUSPENDED, wrong("resumed", told_in_writing=NO), breaks="rec-suspend/resumed@resumed#1"),
    breach(LASTING, moved("terminated", days(25, 50), after="suspended"), breaks="rec-terminate-60d@terminated#1"),
    breach(LASTING, wrong("suspended", cause="39(1)(3)"), breaks="rec-terminate-60d/cause@terminated#1"),
    breach(WITHDRAWN, wrong("terminated", basis="unlisted"), breaks="rec-terminate-60d/listed@terminated#1"),
    breach(
        STAYED,
        without("stay-lifted"),
        moved("act-enforced", days(5, 15), after="stay-decided"),
        breaks="rec-no-stay@act-enforced#1",
        see=("act-enforced", "stay-lifted"),
    ),
    breach(STAYED, wrong("stay-decided", ground="unlisted"), breaks="rec-no-stay/ground@stay-decided#1"),
)

DOCUMENTS = (
    breach(
        DOCUMENT,
        moved("document-handled", beyond(30, by=(1, 12)), after=ACCEPTED),
        moved("decision-approved", days(62, 66), after=ACCEPTED),
        breaks="rec-doc-review-30d:advisory",
    ),
    breach(
        FORWARDED_DOCUMENT,
        late("document-forwarded", after=ACCEPTED, count=7, unit="workdays", by=(1, 12)),
        breaks="rec-doc-forward-7wd:advisory",
    ),
    breach(
        BASIS,
        moved("document-handled", beyond(30, by=(1, 3)), after="basis-found-unlawful"),
        moved("decision-approved", days(52, 55), after=ACCEPTED),
        moved("decision-made", workdays(0), after="decision-approved"),
        moved("basis-found-unlawful", days(5, 9), after=ACCEPTED),
        breaks="rec-basis-review-30d@basis-found-unlawful#1:advisory",
    ),
    breach(
        BASIS_FORWARDED,
        late("document-forwarded", after="basis-found-unlawful", count=7, unit="workdays", by=(1, 15)),
        breaks="rec-basis-forward-7wd@basis-found-unlawful#1:advisory",
    ),
    breach(
        DOCUMENT,
        late("document-maker-asked", after="suspended", count=3, unit="workdays", by=(1, 3)),
        moved("document-maker-notified", workdays(0), after="document-maker-asked"),
        moved("document-opinion-received", workdays(1, 3), after="document-maker-notified"),
        breaks="rec-doc-notice-3wd@suspended#1",
    ),
    breach(
        DOCUMENT,
        moved("suspended", workdays(1), after=ACCEPTED),
        moved("document-maker-asked", workdays(0), after="suspended"),
        moved("document-maker-notified", workdays(0), after="document-maker-asked"),
        late("document-opinion-received", after="document-maker-notified", count=10, unit="workdays", by=(1, 4)),
        moved("document-handled", days(27, 28), after=ACCEPTED),
        breaks="rec-doc-answer-10wd",
    ),
    breach(
        FORWARDED_DOCUMENT,
        moved("document-opinion-received", beyond(60, by=(1, 30)), after="document-forward-received"),
        breaks="rec-doc-reply-60d",
    ),
)

UNKNOWNS = (
    unknown(UPHELD, blank_day("copy-sent")),
    unknown(UPHELD, blank_day("answer-filed")),
    unknown(HARD, blank_day("hearing-noticed")),
    unknown(UPHELD, wrong("views-heard", recorded=BLANK)),
    unknown(SUSPENDED, blank_day("resumed")),
)

RECIPES = (*PROCEDURE, *COPY_AND_ANSWER, *HEARING, *EVIDENCE, *STANDING_STILL, *DOCUMENTS, *UNKNOWNS)
