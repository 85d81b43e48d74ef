"""What goes wrong before a case is accepted: time to apply, what the organ must tell, correction,
acceptance, competence.
"""

from __future__ import annotations

from demo.city.procedures.reconsideration import (
    CORRECTED,
    HANDED_OVER,
    INACTION,
    LATER_KNOWN,
    ORAL,
    REFUSED,
    SIMPLE,
    UNTOLD,
    UPHELD,
)
from demo.city.recipes import (
    added,
    blank_day,
    breach,
    late,
    lawful,
    moved,
    on_last_day,
    unknown,
    without,
    wrong,
)
from demo.city.stories import BLANK, NO, YES, beyond, days, step, workdays
from demo.city.values import yuan

RECEIVED, ACCEPTED, FILED = "application-received", "application-accepted", "reconsideration-application-filed"
# The steps that an application taken as accepted on the last day of the examination must keep to.
FROM_RECEIPT = (
    moved("copy-sent", workdays(9, 10), after=RECEIVED),
    moved("views-heard", workdays(14, 20), after=RECEIVED),
    moved("decision-approved", days(42, 52), after=RECEIVED),
)

TIME_TO_APPLY = (
    breach(UPHELD, moved(FILED, beyond(60, by=(3, 40)), after="act-served"), breaks="rec-apply-60d:loss"),
    lawful(UPHELD, on_last_day(FILED, after="act-served", count=60), moved(RECEIVED, workdays(0), after=FILED)),
    breach(
        INACTION,
        moved(FILED, beyond(60, by=(3, 40)), after="performance-period-ended"),
        breaks="rec-apply-60d/inaction:loss",
    ),
    breach(
        INACTION,
        without("performance-period-ended"),
        moved(FILED, days(75, 100), after="performance-requested"),
        breaks="rec-inaction-anchor:auto",
    ),
    breach(UNTOLD, moved(FILED, beyond(60, by=(3, 40)), after="remedies-learned"), breaks="rec-apply-1y:loss"),
    breach(
        UNTOLD,
        moved("remedies-learned", days(345, 350), after="act-served"),
        moved(FILED, beyond(1, "years", by=(3, 20)), after="act-served"),
        breaks="rec-apply-1y:loss",
        between=("2024-07-01", "2025-06-30"),
    ),
    breach(
        LATER_KNOWN,
        moved("act-known", days(1830, 2000), after="act-made"),
        breaks="rec-apply-5y-20y:advisory",
        between=("2019-09-01", "2020-06-30"),
    ),
    breach(
        LATER_KNOWN,
        wrong("act-made", real_property=YES),
        moved("act-known", days(7320, 7500), after="act-made"),
        breaks="rec-apply-5y-20y/real-property:advisory",
        between=("2004-09-01", "2005-06-30"),
    ),
)

TELLING = (
    breach(SIMPLE, wrong("act-made", reconsideration_first_told=NO), breaks="rec-must-come-first-told@act-made#1"),
    breach(ORAL, wrong(FILED, recorded=NO), breaks=f"rec-oral-recorded@{FILED}#1"),
    breach(
        HANDED_OVER,
        moved("application-handed-to-respondent", days(3, 15)),
        late("application-forwarded", after="application-handed-to-respondent", count=5, unit="workdays", by=(1, 20)),
        breaks="rec-forward-5wd@application-handed-to-respondent#1",
    ),
    lawful(
        HANDED_OVER,
        on_last_day("application-forwarded", after="application-handed-to-respondent", count=5, unit="workdays"),
    ),
    breach(
        SIMPLE,
        without("decision-approved", "decision-made", "decision-served", "decision-published", "copied-to-superior"),
        added(step("suit-filed", days(5, 12), after=ACCEPTED), before="dossier-archived"),
        added(step("application-withdrawn", days(1, 2), after="suit-filed"), before="dossier-archived"),
        added(step("terminated", workdays(1, 2), basis="41(1)"), before="dossier-archived"),
        moved("dossier-archived", workdays(3, 9), after="terminated"),
        breaks="rec-must-come-first@suit-filed#1:auto",
    ),
)

CORRECTION = (
    breach(
        CORRECTED,
        late("correction-notice", after=RECEIVED, count=5, unit="workdays", by=(1, 3)),
        moved("correction-notice-received", workdays(0), after="correction-notice"),
        moved("corrected", workdays(0, 1), after="correction-notice-received"),
        moved(ACCEPTED, workdays(0, 1), after="corrected"),
        *FROM_RECEIPT,
        breaks=("rec-correction-5wd", "rec-accept-5wd:auto"),
    ),
    lawful(CORRECTED, on_last_day("correction-notice", after=RECEIVED, count=5, unit="workdays")),
    breach(
        CORRECTED,
        added(
            step("correction-notice", workdays(1), after="correction-notice", called="correction-notice:2"),
            before="corrected",
        ),
        moved("corrected", workdays(2, 6), after="correction-notice:2"),
        breaks="rec-correction-5wd/once@correction-notice#2",
    ),
    breach(
        CORRECTED,
        without(
            "corrected",
            ACCEPTED,
            "copy-sent",
            "copy-received-by-respondent",
            "answer-filed",
            "views-heard",
            "decision-approved",
            "decision-made",
            "decision-served",
            "decision-published",
            "copied-to-superior",
        ),
        added(
            step("deemed-abandoned", workdays(12, 16), after="correction-notice-received"), before="dossier-archived"
        ),
        moved("dossier-archived", workdays(1, 9), after="deemed-abandoned"),
        breaks="rec-correction-10wd:auto",
    ),
    lawful(CORRECTED, on_last_day("corrected", after="correction-notice-received", count=10, unit="workdays")),
    breach(
        CORRECTED,
        late(ACCEPTED, after="corrected", count=5, unit="workdays", by=(1, 3)),
        moved("copy-sent", workdays(9, 10), after="corrected"),
        moved("views-heard", workdays(14, 20), after="corrected"),
        moved("decision-approved", days(42, 52), after="corrected"),
        breaks="rec-accept-5wd/after-correction:auto",
    ),
)

ACCEPTANCE = (
    breach(
        UPHELD,
        late(ACCEPTED, after=RECEIVED, count=5, unit="workdays", by=(1, 3)),
        *FROM_RECEIPT,
        breaks="rec-accept-5wd:auto",
    ),
    lawful(UPHELD, on_last_day(ACCEPTED, after=RECEIVED, count=5, unit="workdays")),
    breach(REFUSED, wrong("not-accepted", reasons_stated=NO), breaks="rec-accept-5wd/reasons@not-accepted#1"),
    breach(REFUSED, wrong("not-accepted", right_organ_named=NO), breaks="rec-accept-5wd/right-organ@not-accepted#1"),
    breach(
        UPHELD,
        added(step("fee-charged", after=ACCEPTED, fee=yuan(20, 300, 10)), before="copy-sent"),
        breaks="rec-free@fee-charged#1",
    ),
    breach(
        UPHELD,
        wrong(RECEIVED, handled_by="superior-department"),
        breaks=f"rec-jurisdiction@{RECEIVED}#1",
        see=("decision-served", f"{RECEIVED}.respondent"),
    ),
)

UNKNOWNS = (
    unknown(UPHELD, blank_day(ACCEPTED)),
    unknown(CORRECTED, blank_day("corrected")),
    unknown(SIMPLE, wrong("act-made", reconsideration_first_told=BLANK)),
    unknown(REFUSED, wrong("not-accepted", reasons_stated=BLANK)),
)

RECIPES = (*TIME_TO_APPLY, *TELLING, *CORRECTION, *ACCEPTANCE, *UNKNOWNS)
