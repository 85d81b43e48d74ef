"""What goes wrong with suits and letters."""

from __future__ import annotations

from demo.city.procedures.litigation import (
    ANSWER,
    AWAY,
    COPY,
    DELAYED,
    DISMISSED,
    DOCKETED,
    EARLIER,
    HEARING,
    INACTION,
    LOST,
    OBSTRUCTED,
    PERFORMED,
    PROLONGED,
    PROLONGED_APPEAL,
    RECONSIDERED_SILENT,
    SIMPLE,
    SUED,
    SUPPLEMENTED,
    UNTOLD,
    WITHDRAWN,
    WON,
)
from demo.city.procedures.litigation_letters import (
    ADVICE,
    ADVICE_BY_DAY,
    ADVICE_ON_DOCUMENT,
    SUGGESTION,
    URGENT_SUGGESTION,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, beyond, days, days_before, step, workdays

HELD = f"{HEARING}#1"
SECOND = "judgment-made:2"

TIME_TO_SUE = (
    breach(WITHDRAWN, moved(SUED, beyond(6, "months", by=(1, 90)), after="decision-served"), breaks="lit-sue-6m:loss"),
    lawful(WITHDRAWN, on_last_day(SUED, after="decision-served", count=6, unit="months")),
    breach(
        OBSTRUCTED,
        moved("suit-extension-asked", beyond(10, by=(2, 20)), after="other-obstacle-ended"),
        breaks="lit-sue-6m/extension-asked@other-obstacle-ended#1:loss",
    ),
    breach(UNTOLD, moved(SUED, beyond(6, "months", by=(2, 40)), after="remedies-learned"), breaks="lit-sue-1y:loss"),
    breach(
        UNTOLD,
        moved("remedies-learned", days(340, 350), after="decision-served"),
        moved(SUED, beyond(1, "years", by=(3, 20)), after="decision-served"),
        breaks="lit-sue-1y:loss",
        between=EARLIER,
    ),
    breach(RECONSIDERED_SILENT, moved(SUED, days(40, 150), after="remedies-learned"), breaks="lit-sue-1y-rec:advisory"),
    breach(
        RECONSIDERED_SILENT,
        moved(SUED, beyond(6, "months", by=(3, 30)), after="remedies-learned"),
        breaks=("lit-sue-1y-rec:loss", "lit-sue-1y-rec/six-months:loss"),
    ),
    breach(
        WITHDRAWN,
        without("decision-served"),
        added(step("act-known", days(1900, 2000), after="act-made", remedies_told=YES), before=SUED),
        breaks="lit-sue-5y-20y:loss",
        between=("2019-09-02", "2020-08-31"),
    ),
    breach(
        PERFORMED,
        moved("performance-refused", beyond(2, "months", by=(1, 40)), after="performance-requested"),
        moved(SUED, days(5, 60), after="performance-refused"),
        breaks="lit-inaction-2m",
    ),
    breach(
        INACTION,
        moved(SUED, beyond(6, "months", by=(1, 60)), after="performance-period-ended"),
        breaks="lit-inaction-sue-6m:loss",
    ),
)

DEFENCE = (
    breach(WITHDRAWN, late(ANSWER, after=COPY, count=15, by=(1, 20)), breaks="lit-answer-15d:auto"),
    lawful(WITHDRAWN, on_last_day(ANSWER, after=COPY, count=15)),
    breach(
        DELAYED,
        wrong("delay-of-evidence-requested", allowed=NO),
        moved(ANSWER, days(28, 40), after=COPY),
        breaks="lit-answer-15d:auto",
    ),
    breach(
        DELAYED,
        moved("delay-of-evidence-requested", beyond(15, by=(1, 10)), after=COPY),
        breaks=("lit-answer-15d/asked:advisory", "lit-answer-15d:advisory"),
        see=("delay-of-evidence-requested.allowed",),
    ),
    breach(
        DELAYED,
        wrong("delay-of-evidence-requested", allowed=NO),
        moved("delay-of-evidence-requested", beyond(15, by=(1, 10)), after=COPY),
        breaks=("lit-answer-15d/asked:auto", "lit-answer-15d:auto"),
    ),
    breach(
        DELAYED, late(ANSWER, after="delay-cause-ended", count=15, by=(1, 20)), breaks="lit-answer-15d/delayed:auto"
    ),
    breach(WITHDRAWN, wrong(ANSWER, basis_attached=NO), breaks=f"lit-answer-15d/contents@{ANSWER}#1:auto"),
    breach(
        SUPPLEMENTED,
        without("supplement-allowed"),
        wrong("defendant-collected-evidence", court_allowed=NO),
        breaks="lit-no-selfcollect@defendant-collected-evidence#1",
    ),
)

IN_COURT = (
    breach(AWAY, wrong(HEARING, staff_present=NO), breaks=f"lit-head-attends@{HELD}"),
    breach(
        AWAY,
        wrong(HEARING, excuse="not-accepted"),
        breaks=(f"lit-head-must-list@{HELD}", f"lit-absence-explained/accepted@{HELD}"),
    ),
    breach(
        AWAY,
        without("absence-explained"),
        wrong(HEARING, explanation_filed=NO, explanation_sealed=NO),
        breaks=(f"lit-head-must-list@{HELD}", f"lit-absence-explained@{HELD}"),
    ),
    breach(AWAY, wrong(HEARING, explanation_sealed=NO, principal_signed=NO), breaks=f"lit-absence-explained@{HELD}"),
    breach(
        AWAY,
        without("attendance-notice-received"),
        wrong(HEARING, excuse="not-accepted"),
        moved("absence-explained", days(30, 60), after=DOCKETED),
        breaks=f"lit-absence-explained/accepted@{HELD}",
    ),
    breach(
        WITHDRAWN,
        without("attendance-notice-received"),
        moved("head-id-filed", days(30, 35), after=DOCKETED),
        moved(HEARING, workdays(3, 9)),
        added(step("attendance-notice-received", days_before(1, 2), after=HEARING)),
        breaks=f"lit-court-notice-3d@{HELD}",
    ),
    breach(WITHDRAWN, without("head-id-filed"), breaks=f"lit-head-id@{HELD}:auto"),
    breach(WITHDRAWN, wrong("head-id-filed", sealed=NO), breaks="lit-head-id/elements@head-id-filed#1:auto"),
    lawful(WITHDRAWN, wrong("head-id-filed", sealed=NO, corrected=YES)),
    breach(WITHDRAWN, wrong(HEARING, head_spoke=NO), breaks=f"lit-head-speaks@{HELD}"),
)

TIME_OF_COURT = (
    breach(
        WON,
        moved("judgment-made", beyond(6, "months", by=(1, 60)), after=DOCKETED),
        breaks=f"lit-first-instance-6m@{DOCKETED}#1",
    ),
    breach(
        PROLONGED,
        moved("judgment-made", days(285, 320), after=DOCKETED),
        breaks="lit-first-instance-6m/extended@extension-approved#1",
    ),
    breach(
        SIMPLE,
        late("settled-or-withdrawn", after=DOCKETED, count=45, by=(1, 40)),
        breaks=f"lit-simple-45d@{DOCKETED}#1",
    ),
    breach(
        WON,
        moved(SECOND, beyond(4, "months", by=(1, 30)), after="appeal-received-by-court"),
        breaks=(
            "lit-appeal-decide-3m@appeal-received-by-court#1",
            "lit-appeal-decide-3m/docketed@appeal-received-by-court#1",
        ),
    ),
    breach(
        WON,
        moved("appeal-docketed", workdays(20, 25), after="appeal-received-by-court"),
        moved(SECOND, beyond(3, "months", by=(1, 6)), after="appeal-received-by-court"),
        breaks="lit-appeal-decide-3m@appeal-received-by-court#1:advisory",
        see=("appeal-docketed",),
    ),
    breach(
        PROLONGED_APPEAL,
        moved(SECOND, days(190, 220), after="appeal-received-by-court"),
        breaks="lit-appeal-decide-3m/extended@extension-approved#1",
    ),
)

JUDGMENT = (
    breach(
        WON,
        moved("appeal-filed", beyond(15, by=(2, 20)), after="judgment-served"),
        breaks="lit-appeal-15d@judgment-served#1:loss",
    ),
    breach(
        DISMISSED,
        moved("appeal-filed", beyond(10, by=(2, 20)), after="ruling-served"),
        breaks="lit-appeal-10d@ruling-served#1:loss",
    ),
    breach(
        WON,
        late("appeal-answer-filed", after="appeal-copy-received", count=15, by=(1, 9)),
        breaks="lit-appeal-answer-15d@appeal-copy-received#1",
    ),
    breach(
        LOST,
        moved("judgment-performed", days(65, 120), after="judgment-effective"),
        breaks="lit-perform-judgment@judgment-effective#1",
        see=("judgment-effective.perform_by",),
    ),
    breach(
        LOST,
        wrong("judgment-effective", perform_by=BLANK),
        without("judgment-performed"),
        breaks="lit-perform-judgment/at-all@judgment-effective#1",
        see=("dossier-archived",),
    ),
)

LETTERS = (
    breach(
        ADVICE,
        late("written-reply", after="judicial-advice-received", count=2, unit="months"),
        breaks="lit-judicial-advice-2m@judicial-advice-received#1",
    ),
    lawful(ADVICE, on_last_day("written-reply", after="judicial-advice-received", count=2, unit="months")),
    breach(
        ADVICE_BY_DAY,
        moved("written-reply", beyond(33, by=(8, 30)), after="judicial-advice-received"),
        breaks="lit-judicial-advice-2m/set@judicial-advice-received#1",
    ),
    breach(
        ADVICE_ON_DOCUMENT,
        late("written-reply", after="judicial-advice-received", count=60),
        breaks="lit-judicial-advice-doc-60d@judicial-advice-received#1",
    ),
    breach(
        SUGGESTION,
        late("written-reply", after="procuratorate-suggestion-received", count=2, unit="months"),
        breaks="lit-procuratorate-2m@procuratorate-suggestion-received#1",
    ),
    breach(
        URGENT_SUGGESTION,
        late("written-reply", after="procuratorate-suggestion-received", count=15),
        breaks="lit-procuratorate-2m/urgent@procuratorate-suggestion-received#1",
    ),
    breach(
        SUGGESTION,
        moved("written-reply", days(30, 50), after="procuratorate-suggestion-received"),
        wrong("written-reply", duty_performed=NO),
        without("duty-performed"),
        breaks="lit-procuratorate-2m/performed@procuratorate-suggestion-received#1",
    ),
)

UNKNOWNS = (
    unknown(WITHDRAWN, blank_day(ANSWER)),
    unknown(AWAY, wrong(HEARING, staff_present=BLANK)),
    unknown(SUGGESTION, blank_day("written-reply")),
    unknown(WITHDRAWN, wrong(HEARING, head_spoke=BLANK)),
)

RECIPES = (*TIME_TO_SUE, *DEFENCE, *IN_COURT, *TIME_OF_COURT, *JUDGMENT, *LETTERS, *UNKNOWNS)
