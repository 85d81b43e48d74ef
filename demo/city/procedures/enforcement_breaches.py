"""What goes wrong in enforcement: power, demand, decision, days and nights, demolition, substitutes, the court."""

from __future__ import annotations

import numpy as np

from demo.city.days import Calendar, number
from demo.city.draws import Draws
from demo.city.procedures.enforcement import (
    AGREED,
    APPLIED,
    AT_ONCE,
    AUCTIONED,
    CARRIED_OUT,
    CHALLENGED,
    DECIDED,
    DEMOLISHED,
    PAID,
    REMOVED,
    REVOKED,
    SUBSTITUTED,
    SUSPENDED,
    TRANSFERRED,
    UNABLE,
    WRONGED,
)
from demo.city.procedures.enforcement_court import (
    COURT,
    HEARD_BY_COURT,
    INSTALMENTS,
    JUDGMENT,
    NOT_ACCEPTED,
    REFUSED,
    URGENT_AT_COURT,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Gap, Moment, beyond, days, step, workdays
from demo.city.values import day_of, part_of, yuan

IT, OUT = f"{DECIDED}#1", f"{CARRIED_OUT}#1"
FESTIVALS = tuple(number(day) for day in ("2025-10-01", "2026-01-01", "2026-02-17", "2026-05-01", "2026-06-19"))
FESTIVE_WEEKENDS = tuple(number(day) for day in ("2025-05-31", "2026-04-05", "2026-05-02"))


def _on_festival(at: Moment, _calendar: Calendar, _draws: Draws) -> Moment:
    days_on = np.array(FESTIVALS)
    return Moment(days_on[np.minimum(np.searchsorted(days_on, at.day), days_on.size - 1)], np.full(at.day.size, 600))


def _on_weekend(at: Moment, calendar: Calendar, _draws: Draws) -> Moment:
    """The next Saturday or Sunday that is off and no festival."""
    day = at.day + 2
    for _ in range(40):
        closed = ~calendar.is_working(day).astype(bool) & ((day + 3) % 7 >= 5) & ~np.isin(day, FESTIVE_WEEKENDS)
        day = np.where(closed, day, day + 1)
    return Moment(day, np.full(at.day.size, 600))


ON_FESTIVAL, ON_WEEKEND = Gap("on a festival day", _on_festival), Gap("on a weekend", _on_weekend)
IN_TIME_FOR_ONE = ("2025-07-01", "2026-02-27")

BEFORE = (
    breach(REMOVED, wrong(DECIDED, power_basis="regulation"), breaks=f"enf-power@{IT}"),
    breach(REMOVED, wrong(DECIDED, power_basis="none"), breaks=f"enf-power@{IT}"),
    breach(REMOVED, without("demand-served"), breaks=f"enf-demand-first@{IT}"),
    breach(REMOVED, wrong("demand-served", period_days=60), breaks=f"enf-demand-first/period@{IT}", see=(DECIDED,)),
    breach(REMOVED, wrong("demand-served", rights_told=NO), breaks="enf-demand-first/elements@demand-served#1"),
    breach(REMOVED, wrong("demand-served", written=NO), breaks="enf-demand-first/elements@demand-served#1"),
    breach(PAID, wrong("demand-served", sum_stated=NO), breaks="enf-demand-first/sum@demand-served#1"),
    breach(REMOVED, without("defence-reviewed"), breaks=f"enf-demand-defence@{IT}"),
    breach(REMOVED, wrong("defence-received", recorded=NO), breaks="enf-demand-defence/recorded@defence-received#1"),
    breach(REMOVED, wrong(DECIDED, remedies_told=NO), breaks=f"enf-decision-elements@{IT}"),
)

MONEY = (
    breach(
        PAID, wrong("additional-fine-started", rate_told=NO), breaks="enf-additional-told@additional-fine-started#1"
    ),
    breach(
        COURT,
        wrong("additional-fine-claimed", amount=part_of("decision-served", "fine", 3, 2)),
        breaks="enf-additional-cap@additional-fine-claimed#1",
    ),
    lawful(COURT, wrong("additional-fine-claimed", amount=part_of("decision-served", "fine"))),
    breach(
        TRANSFERRED,
        moved("demand-served", days(2, 4)),
        moved(DECIDED, days(13, 17), after="demand-served"),
        breaks="enf-after-30d",
    ),
    breach(AUCTIONED, without("seizure-started"), breaks="enf-auction-seized@auction-held#1"),
    breach(
        AUCTIONED,
        without("demand-served"),
        moved("auction-held", beyond(6, "months", by=(5, 30)), after="decision-served"),
        breaks="enf-auction-seized/demand@auction-held#1",
    ),
    breach(AUCTIONED, moved("demand-served", days(40, 60)), breaks="enf-auction-seized/remedies@auction-held#1"),
    breach(
        AUCTIONED,
        added(step("reconsideration-accepted", days(30, 50), after="decision-served"), before="demand-served"),
        moved("demand-served", beyond(6, "months", by=(3, 12)), after="decision-served"),
        breaks="enf-auction-seized/unused@auction-held#1",
    ),
    breach(
        TRANSFERRED,
        without("proceeds-to-treasury"),
        breaks="enf-proceeds-treasury@proceeds-received#1",
        see=("case-closed",),
    ),
)

CARRYING_OUT = (
    breach(
        REMOVED,
        moved(CARRIED_OUT, ON_FESTIVAL, after="enforcement-decision-served"),
        breaks=f"enf-no-night-holiday@{OUT}",
        between=IN_TIME_FOR_ONE,
    ),
    breach(
        REMOVED,
        moved(CARRIED_OUT, ON_WEEKEND, after="enforcement-decision-served"),
        breaks=f"enf-no-night-holiday/rest-day@{OUT}:advisory",
    ),
    breach(REMOVED, wrong(CARRIED_OUT, at_night=YES), breaks=f"enf-no-night-holiday/night@{OUT}"),
    lawful(REMOVED, wrong(CARRIED_OUT, at_night=YES, urgent=YES)),
    breach(
        REMOVED,
        wrong(DECIDED, way="utility-cut"),
        wrong(CARRIED_OUT, against_residents=YES, way="utility-cut"),
        breaks=f"enf-no-utility-cut@{OUT}",
    ),
    breach(
        AGREED,
        without("enforcement-resumed", CARRIED_OUT, "proceeds-received", "proceeds-to-treasury"),
        breaks="enf-agreement/resumed@agreement-broken#1",
        see=("case-closed",),
    ),
    breach(
        AGREED,
        wrong("additional-fine-reduced", remedied=NO),
        breaks="enf-agreement/reduction@additional-fine-reduced#1",
    ),
    breach(
        AGREED,
        without("enforcement-agreement", "agreement-broken", "enforcement-resumed"),
        breaks="enf-agreement/reduced-by-agreement@additional-fine-reduced#1",
    ),
    breach(
        SUSPENDED,
        without("enforcement-suspended", "suspension-cause-ended", "enforcement-resumed"),
        breaks="enf-suspend@suspension-cause-found#1",
        see=(CARRIED_OUT,),
    ),
    breach(
        SUSPENDED,
        without("suspension-cause-ended", "enforcement-resumed"),
        breaks=f"enf-suspend/nothing-done@{OUT}",
        see=("enforcement-resumed",),
    ),
    breach(
        SUSPENDED,
        without("enforcement-resumed", CARRIED_OUT),
        added(step("enforcement-ended", days(20, 40), after="suspension-cause-ended"), before="case-closed"),
        breaks="enf-suspend/resumed@suspension-cause-ended#1",
    ),
    breach(
        UNABLE,
        without("suspension-cause-ended", "enforcement-resumed", "decision-performed", "case-closed"),
        breaks="enf-suspended-3y@enforcement-suspended#1:auto",
        between=("2022-03-01", "2022-12-30"),
        see=(f"{'enforcement-suspended'}.no_social_harm", "enforcement-resumed"),
    ),
    breach(DEMOLISHED, without("demolition-announced"), breaks="enf-demolition/announced@demolished#1"),
    breach(
        DEMOLISHED,
        wrong("demolition-announced", self_removal_by=day_of("demolition-announced", 300)),
        breaks="enf-demolition/time-limit@demolished#1",
    ),
    breach(
        DEMOLISHED,
        moved("demolished", days(120, 160), after="demolition-order-served"),
        breaks="enf-demolition@demolished#1",
    ),
    breach(
        CHALLENGED,
        without("judgment-effective"),
        moved("demand-served", days(70, 100)),
        breaks="enf-demolition/pending@demolished#1",
    ),
    breach(DEMOLISHED, wrong("demolished", av_recording=NO), breaks="coe-av-required/demolition@demolished#1"),
    breach(REVOKED, without("restored"), breaks="enf-restoration@decision-revoked#1", see=("case-closed",)),
    breach(
        WRONGED, without("compensated"), breaks="enf-restoration/wrong@execution-found-wrong#1", see=("case-closed",)
    ),
)

SUBSTITUTE = (
    breach(
        SUBSTITUTED,
        wrong("substitute-decision-served", harm="other"),
        breaks="enf-substitute-precondition@substitute-decision-served#1",
    ),
    breach(
        SUBSTITUTED,
        without("demand-served"),
        without("substitute-demand-served"),
        breaks=(
            "enf-substitute-precondition/demand@substitute-performed#1",
            "enf-substitute-demand-3wd@substitute-performed#1",
        ),
    ),
    breach(
        SUBSTITUTED,
        wrong("substitute-performed", performer="interested-party"),
        breaks="enf-substitute-precondition/performer@substitute-performed#1",
    ),
    breach(
        SUBSTITUTED,
        wrong("substitute-performed", violence_used=YES),
        breaks="enf-substitute-precondition/no-violence@substitute-performed#1",
    ),
    breach(
        SUBSTITUTED,
        wrong("cost-claimed", claimed=yuan(21000, 40000)),
        breaks="enf-substitute-precondition/cost@cost-claimed#1",
        see=("cost-claimed.actual_cost",),
    ),
    breach(SUBSTITUTED, without("substitute-decision-served"), breaks="enf-substitute-decision@substitute-performed#1"),
    breach(
        SUBSTITUTED,
        wrong("substitute-decision-served", cost_estimated=NO),
        breaks="enf-substitute-decision/elements@substitute-decision-served#1",
    ),
    breach(
        SUBSTITUTED,
        moved("substitute-performed", workdays(1, 2), after="substitute-demand-served"),
        breaks="enf-substitute-demand-3wd@substitute-performed#1",
    ),
    breach(SUBSTITUTED, without("substitute-demand-served"), breaks="enf-substitute-demand-3wd@substitute-performed#1"),
    breach(
        SUBSTITUTED,
        moved("substitute-performed", workdays(3), after="substitute-demand-served"),
        breaks="enf-substitute-demand-3wd@substitute-performed#1:advisory",
    ),
    breach(
        SUBSTITUTED,
        wrong("substitute-performed", staff_present=NO),
        breaks="enf-substitute-supervised@substitute-performed#1",
    ),
    breach(
        AT_ONCE,
        wrong("immediate-substitute-decided", place="other"),
        breaks="enf-substitute-immediate/ground@immediate-substitute-decided#1",
    ),
    breach(
        AT_ONCE,
        wrong("immediate-substitute-decided", party_cannot_clear=NO),
        breaks="enf-substitute-immediate/ground@immediate-substitute-decided#1",
    ),
    breach(
        AT_ONCE,
        late("party-told", after="performed", count=1, by=(2, 15)),
        breaks="enf-substitute-immediate@immediate-substitute-decided#1",
    ),
)

AT_COURT = (
    breach(COURT, moved(APPLIED, workdays(4, 9), after="demand-served"), breaks=f"enf-court-demand-10wd@{APPLIED}#1"),
    lawful(COURT, moved(APPLIED, workdays(11), after="demand-served")),
    breach(
        COURT,
        without("demand-served"),
        moved(APPLIED, beyond(6, "months", by=(10, 40)), after="decision-served"),
        breaks=f"enf-court-demand-10wd/demand@{APPLIED}#1",
    ),
    breach(
        COURT,
        moved("demand-served", beyond(9, "months", by=(10, 60)), after="decision-served"),
        breaks="enf-court-3m:loss",
    ),
    lawful(
        COURT,
        moved("demand-served", beyond(9, "months", by=(10, 60)), after="decision-served"),
        wrong(APPLIED, justified=YES),
        between=("2024-10-08", "2025-06-30"),
    ),
    breach(PAID, without("fine-paid", "case-closed"), breaks="enf-court-3m:loss", between=("2025-01-06", "2025-08-29")),
    breach(COURT, wrong(APPLIED, object_attached=NO), breaks=f"enf-court-file@{APPLIED}#1"),
    breach(COURT, wrong(APPLIED, signed_by_head=NO), breaks=f"enf-court-file@{APPLIED}#1"),
    breach(
        COURT,
        late("court-accepted", after=APPLIED, count=5, unit="workdays", by=(1, 20)),
        breaks=f"enf-court-accept-5wd@{APPLIED}#1",
    ),
    breach(
        NOT_ACCEPTED,
        late("court-reconsideration-applied", after="court-not-accepted", count=15, by=(1, 20)),
        breaks="enf-court-reconsider-15d@court-not-accepted#1:loss",
    ),
    breach(
        REFUSED,
        late("court-reconsideration-applied", after="court-ruled", count=15, by=(1, 20)),
        breaks="enf-court-reconsider-15d/ruling@court-ruled#1:loss",
    ),
    breach(
        COURT,
        late("court-ruled", after="court-accepted", count=7, unit="workdays", by=(1, 30)),
        breaks="enf-court-rule-7wd@court-accepted#1",
    ),
    breach(
        HEARD_BY_COURT,
        late("court-ruled", after="court-accepted", count=30, by=(1, 30)),
        breaks="enf-court-rule-7wd/views@court-accepted#1",
    ),
    breach(
        URGENT_AT_COURT,
        late("court-executed", after="court-ruled", count=5, unit="workdays", by=(1, 30)),
        breaks="enf-court-urgent-5wd@court-ruled#1",
    ),
    breach(
        JUDGMENT,
        moved("judgment-enforcement-applied", days(800, 900), after="judgment-served"),
        breaks="enf-judgment-2y@judgment-served#1:loss",
        between=("2023-07-03", "2023-12-29"),
    ),
    breach(
        INSTALMENTS,
        moved("judgment-enforcement-applied", days(740, 900), after="instalment-due"),
        breaks="enf-judgment-2y/instalment@instalment-due#1:loss",
        between=("2023-07-03", "2023-10-31"),
    ),
)

UNKNOWNS = (
    unknown(COURT, blank_day("court-accepted")),
    unknown(REMOVED, blank_day("demand-served")),
    unknown(REMOVED, wrong(CARRIED_OUT, at_night=BLANK)),
    unknown(DEMOLISHED, wrong("demolished", av_recording=BLANK)),
)

RECIPES = (*BEFORE, *MONEY, *CARRYING_OUT, *SUBSTITUTE, *AT_COURT, *UNKNOWNS)
