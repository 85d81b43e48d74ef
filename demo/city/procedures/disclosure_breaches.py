"""What goes wrong with requests for information, with publishing, and with the yearly report."""

from __future__ import annotations

from demo.city.procedures.disclosure import (
    CHANGED,
    CO_MADE,
    CORRECTED,
    DISCLOSED,
    ELSEWHERE,
    EXCESSIVE,
    EXTENDED,
    FORMED,
    GUIDE,
    MAILED,
    NOT_THERE,
    ON_SPOT,
    ONLINE,
    ORDINARY_MAIL,
    OVERRIDDEN,
    PUT_OFF,
    REFUSED,
    REPORT,
    REPORT_OF_GOVERNMENT,
    THIRD_PARTY,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, beyond, days, step, workdays
from demo.city.values import yuan

RECEIVED, ANSWERED, NOTICE = "request-received", "answer-made", "correction-notice"
ANSWER = f"{ANSWERED}#1"
PUBLISHED = "disclosure-annual-report-published"

RECEIPT = (
    breach(
        MAILED,
        moved(RECEIVED, workdays(2, 6), after="mail-signed"),
        moved(ANSWERED, workdays(10, 16), after="mail-signed"),
        moved("exemption-reviewed", workdays(3, 7), after="mail-signed"),
        breaks=f"ogi-receipt-date@{RECEIVED}#1:auto",
    ),
    breach(
        DISCLOSED,
        moved(RECEIVED, workdays(2, 5), after="request-submitted"),
        moved(ANSWERED, workdays(10, 16), after="request-submitted"),
        breaks=f"ogi-receipt-date@{RECEIVED}#1:auto",
        see=("request-submitted.channel",),
    ),
    breach(
        ORDINARY_MAIL,
        late("receipt-confirmed", after="ordinary-mail-arrived", count=1, by=(2, 9)),
        breaks="ogi-receipt-date/confirmed@ordinary-mail-arrived#1",
    ),
    breach(ON_SPOT, moved(ANSWERED, workdays(3, 12), after=RECEIVED), breaks="ogi-answer-20wd/on-spot"),
)

CORRECTION = (
    breach(CORRECTED, late(NOTICE, after=RECEIVED, count=7, unit="workdays", by=(1, 15)), breaks="ogi-correction-7wd"),
    lawful(CORRECTED, on_last_day(NOTICE, after=RECEIVED, count=7, unit="workdays")),
    breach(
        CORRECTED,
        added(
            step(NOTICE, workdays(1, 2), after=NOTICE, called=f"{NOTICE}:2", items_stated=YES, period_stated=YES),
            before="corrected-request-received",
        ),
        moved("corrected-request-received", days(5, 11), after=NOTICE),
        breaks=f"ogi-correction-7wd/once@{NOTICE}#2",
    ),
    breach(CORRECTED, wrong(NOTICE, items_stated=NO), breaks=f"ogi-correction-7wd/contents@{NOTICE}#1"),
    breach(
        CORRECTED,
        without("corrected-request-received", "exemption-reviewed", ANSWERED, "answer-served"),
        added(step("deemed-abandoned", days(24, 35), after=NOTICE), before="request-closed"),
        moved("request-closed", workdays(2, 9), after="deemed-abandoned"),
        breaks="ogi-correction-7wd/abandoned:auto",
        see=(f"{NOTICE}.correct_by",),
    ),
)

TIME = (
    breach(ONLINE, late(ANSWERED, after=RECEIVED, count=20, unit="workdays", by=(1, 40)), breaks="ogi-answer-20wd"),
    lawful(ONLINE, on_last_day(ANSWERED, after=RECEIVED, count=20, unit="workdays")),
    breach(
        CORRECTED,
        late(ANSWERED, after="corrected-request-received", count=20, unit="workdays", by=(1, 40)),
        breaks="ogi-answer-20wd",
    ),
    breach(
        REFUSED,
        without(ANSWERED, "answer-served", "request-closed"),
        breaks="ogi-answer-20wd",
        between=("2025-07-01", "2026-06-30"),
    ),
    breach(EXTENDED, wrong("extension-approved", told_to_applicant=NO), breaks="ogi-answer-20wd"),
    breach(EXTENDED, wrong("extension-approved", approver="handler"), breaks="ogi-answer-20wd"),
    breach(
        EXTENDED,
        moved("extension-approved", workdays(21, 22), after=RECEIVED),
        moved(ANSWERED, workdays(24, 36), after=RECEIVED),
        breaks="ogi-answer-20wd",
    ),
    breach(EXTENDED, late(ANSWERED, after=RECEIVED, count=40, unit="workdays", by=(1, 30)), breaks="ogi-answer-20wd"),
    lawful(EXTENDED, on_last_day(ANSWERED, after=RECEIVED, count=40, unit="workdays")),
    breach(
        THIRD_PARTY,
        without("third-party-letter-received", "third-party-replied"),
        moved("exemption-reviewed", workdays(30, 33), after=RECEIVED),
        late(ANSWERED, after=RECEIVED, count=35, unit="workdays", by=(1, 30)),
        breaks=("ogi-answer-20wd/silent", "ogi-third-party-15wd@third-party-consulted#1:auto"),
    ),
    breach(
        THIRD_PARTY,
        without("third-party-replied"),
        added(
            step("consultation-period-ended", workdays(15), after="third-party-letter-received", reply="none"),
            before="exemption-reviewed",
        ),
        moved(ANSWERED, workdays(3, 9), after="consultation-period-ended"),
        breaks="ogi-third-party-15wd@third-party-consulted#1:auto",
    ),
    breach(
        CO_MADE,
        without("co-maker-replied"),
        added(
            step("consultation-period-ended", workdays(15), after="co-maker-letter-received", reply="none"),
            before="exemption-reviewed",
        ),
        moved(ANSWERED, workdays(3, 9), after="consultation-period-ended"),
        breaks="ogi-co-maker-15wd@co-maker-consulted#1:auto",
    ),
    breach(
        PUT_OFF,
        moved(ANSWERED, beyond(62, by=(1, 20)), after="delayed-period-fixed"),
        breaks="ogi-answer-20wd/delayed",
        see=("delayed-period-fixed.delayed_to",),
    ),
)

ANSWERS = (
    breach(
        THIRD_PARTY,
        wrong("third-party-consulted", written=NO),
        breaks="ogi-third-party-written@third-party-consulted#1",
    ),
    breach(
        ONLINE,
        wrong(RECEIVED, third_party_concerned=YES),
        wrong(ANSWERED, result="disclosed"),
        breaks=f"ogi-third-party-written/asked@{ANSWER}",
        see=("third-party-consulted",),
    ),
    breach(
        OVERRIDDEN,
        without("third-party-told"),
        breaks=f"ogi-third-party-written/override@{ANSWER}",
        see=("request-closed",),
    ),
    breach(
        OVERRIDDEN,
        wrong("third-party-told", reasons_stated=NO),
        breaks="ogi-third-party-written/told@third-party-told#1",
    ),
    breach(REFUSED, wrong(ANSWERED, result="other"), breaks=f"ogi-answer-kinds@{ANSWER}"),
    breach(REFUSED, wrong(ANSWERED, reasons_stated=NO), breaks=f"ogi-answer-kinds/reasons@{ANSWER}"),
    breach(
        CO_MADE,
        without("co-maker-replied"),
        added(
            step("consultation-period-ended", workdays(15), after="co-maker-letter-received", reply="none"),
            before="exemption-reviewed",
        ),
        moved(ANSWERED, workdays(3, 9), after="consultation-period-ended"),
        wrong(ANSWERED, result="refused", disclosed=NO, reason="no-consent"),
        breaks=(f"ogi-answer-kinds/deemed-consent@{ANSWER}", "ogi-co-maker-15wd@co-maker-consulted#1:auto"),
    ),
    breach(REFUSED, wrong(ANSWERED, separable=YES), breaks=f"ogi-answer-kinds/split@{ANSWER}"),
    breach(ELSEWHERE, wrong(ANSWERED, right_organ_named=NO), breaks=f"ogi-answer-kinds/organ-named@{ANSWER}"),
    breach(NOT_THERE, without("search-made"), breaks=f"ogi-answer-kinds/searched@{ANSWER}"),
    breach(EXCESSIVE, wrong("reasons-received", reasonable=YES), breaks=f"ogi-excessive@{ANSWER}"),
    breach(EXCESSIVE, without("reasons-asked"), breaks=f"ogi-excessive@{ANSWER}"),
    breach(PUT_OFF, without("reasons-asked"), breaks="ogi-excessive/asked@delayed-period-fixed#1"),
    breach(
        PUT_OFF,
        wrong("delayed-period-fixed", told_to_applicant=NO),
        moved("exemption-reviewed", workdays(0), after="delayed-period-fixed"),
        moved(ANSWERED, workdays(16, 18), after=RECEIVED),
        breaks="ogi-excessive/told@delayed-period-fixed#1",
    ),
    breach(
        ONLINE,
        added(step("fee-charged", after=ANSWERED, fee=yuan(10, 90, 10), excessive=NO), before="request-closed"),
        breaks="ogi-free@fee-charged#1",
    ),
    breach(DISCLOSED, without("exemption-reviewed"), breaks=f"ogi-review-before/answer@{ANSWER}"),
)

OWN_MOTION = (
    breach(
        FORMED,
        late("published", after="information-formed", count=20, unit="workdays", by=(1, 20)),
        moved("register-checked", days(20, 50), after="published"),
        breaks="ogi-proactive-20wd@information-formed#1",
    ),
    lawful(FORMED, on_last_day("published", after="information-formed", count=20, unit="workdays")),
    breach(
        FORMED,
        without("exemption-reviewed", "published"),
        breaks=("ogi-proactive-20wd@information-formed#1", "ogi-proactive-list@information-formed#1"),
        see=("register-checked",),
    ),
    breach(
        CHANGED,
        late("updated", after="information-changed", count=20, unit="workdays", by=(1, 40)),
        breaks="ogi-proactive-20wd/changed@information-changed#1",
    ),
    breach(
        GUIDE, without("guide-updated"), breaks="ogi-guide-updated@guide-content-changed#1", see=("register-checked",)
    ),
    breach(FORMED, without("exemption-reviewed"), breaks="ogi-review-before@published#1"),
)

YEARLY = (
    breach(REPORT, moved(PUBLISHED, days(36, 90), after="year-ended"), breaks="ogi-report-0131@year#2025"),
    breach(REPORT, without(PUBLISHED), breaks="ogi-report-0131@year#2025"),
    breach(
        REPORT,
        moved("disclosure-annual-report-submitted", days(36, 60), after="year-ended"),
        moved(PUBLISHED, days(10, 20), after="year-ended"),
        breaks="ogi-report-0131/submitted@year#2025",
    ),
    breach(
        REPORT_OF_GOVERNMENT, moved(PUBLISHED, days(96, 150), after="year-ended"), breaks="ogi-report-0331@year#2025"
    ),
    breach(REPORT, wrong(PUBLISHED, disputes_stated=NO), breaks=f"ogi-report-elements@{PUBLISHED}#1"),
)

UNKNOWNS = (
    unknown(ONLINE, blank_day(ANSWERED)),
    unknown(THIRD_PARTY, blank_day("third-party-replied")),
    unknown(REFUSED, wrong(ANSWERED, reasons_stated=BLANK, reason=BLANK)),
    unknown(FORMED, blank_day("published")),
)

RECIPES = (*RECEIPT, *CORRECTION, *TIME, *ANSWERS, *OWN_MOTION, *YEARLY, *UNKNOWNS)
