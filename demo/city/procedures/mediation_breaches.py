"""What goes wrong in mediation."""

from __future__ import annotations

from demo.city.procedures.mediation import (
    ACCEPTED,
    AGREED,
    ANNOUNCED,
    BY_ORGAN_DELIVERED,
    BY_ORGAN_LOCAL,
    CONFIRMED,
    ESCALATING,
    EXTENDED_AT_COURT,
    FAILED,
    FORMED,
    NO_FEE,
    NOT_ACCEPTED,
    ORAL,
    REQUESTED,
    TOLD,
    WITHIN_A_MONTH,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, beyond, days, step, workdays
from demo.city.values import whole, yuan

CONFIRMATION = ("confirmation-applied", "confirmation-accepted", "confirmed")

PEOPLE = (
    breach(CONFIRMED, wrong(AGREED, forced=YES), breaks=f"mdt-voluntary/forced@{AGREED}#1"),
    breach(
        CONFIRMED,
        added(step("mediation-refused", workdays(1, 2), after="session-held", by="other-party"), before=AGREED),
        wrong(AGREED, forced=YES),
        moved(AGREED, workdays(1, 3), after="mediation-refused"),
        breaks=f"mdt-voluntary/agreement@{AGREED}#1",
    ),
    breach(
        FAILED,
        added(
            step("mediation-refused", workdays(1, 2), after="session-held", by="other-party"), before="mediation-failed"
        ),
        added(
            step("session-held", workdays(1, 4), after="mediation-refused", called="session-held:2"),
            before="mediation-failed",
        ),
        breaks="mdt-voluntary/session@session-held#2",
    ),
    breach(NO_FEE, wrong("fee-charged", fee=yuan(20, 300, 10)), breaks="mdt-free@fee-charged#1"),
    breach(
        CONFIRMED,
        wrong(AGREED, committee_sealed=NO),
        without(*CONFIRMATION),
        breaks=f"mdt-agreement-effective/written@{AGREED}#1",
    ),
    breach(ORAL, wrong(AGREED, content_recorded=NO), breaks=f"mdt-agreement-effective/oral@{AGREED}#1"),
    breach(FAILED, wrong("mediation-failed", routes_told=NO), breaks="mdt-terminate-tell@mediation-failed#1"),
    breach(
        ESCALATING,
        without("authorities-reported"),
        breaks="mdt-escalation/reported@escalation-found#1",
        see=("archived",),
    ),
    breach(CONFIRMED, wrong("archived", record_filed=NO), breaks="mdt-archive@archived#1"),
    breach(CONFIRMED, wrong("archived", agreement_filed=NO), breaks="mdt-archive/agreement@archived#1"),
    breach(CONFIRMED, without("performance-followed-up"), breaks=f"mdt-follow-up@{AGREED}#1", see=("archived",)),
    breach(FORMED, wrong("committee-formed", members=2), breaks="mdt-committee-size@committee-formed#1"),
    breach(FORMED, wrong("committee-formed", members=whole(10, 15)), breaks="mdt-committee-size@committee-formed#1"),
    breach(FORMED, wrong("committee-formed", women=0), breaks="mdt-committee-size/women@committee-formed#1"),
    breach(
        WITHIN_A_MONTH, moved("mediation-failed", beyond(1, "months", by=(2, 30)), after=ACCEPTED), breaks="mdt-nb-1m"
    ),
)

COURT = (
    breach(
        CONFIRMED,
        without(*CONFIRMATION),
        breaks="mdt-confirm-30d:loss",
        see=("confirmation-applied",),
        between=("2025-07-01", "2026-05-15"),
    ),
    breach(
        CONFIRMED, moved("confirmation-applied", beyond(30, by=(2, 30)), after=AGREED), breaks="mdt-confirm-30d:loss"
    ),
    lawful(CONFIRMED, on_last_day("confirmation-applied", after=AGREED, count=30)),
    breach(
        CONFIRMED,
        wrong("confirmation-applied", jointly=NO),
        breaks="mdt-confirm-30d/jointly@confirmation-applied#1:loss",
    ),
    breach(
        CONFIRMED,
        late("confirmation-accepted", after="confirmation-applied", count=3, by=(1, 15)),
        breaks="mdt-court-3d",
    ),
    breach(CONFIRMED, late("confirmed", after="confirmation-accepted", count=30), breaks="mdt-court-30d"),
    breach(ANNOUNCED, late("confirmed", after="public-notice-ended", count=30), breaks="mdt-court-30d"),
    breach(
        EXTENDED_AT_COURT,
        wrong("confirmation-extended", approver="other"),
        moved("confirmed", days(42, 50)),
        breaks="mdt-court-30d",
    ),
    breach(
        CONFIRMED,
        late("confirmed", after="confirmation-accepted", count=15, by=(12, 30)),
        breaks="mdt-court-15d",
        between=("2012-06-01", "2012-07-13"),
    ),
)

BY_ORGANS = (
    breach(BY_ORGAN_DELIVERED, moved(AGREED, beyond(30, by=(2, 30)), after=REQUESTED), breaks="adm-mdt-zj-30d"),
    breach(
        BY_ORGAN_LOCAL,
        moved(AGREED, beyond(30, by=(2, 30)), after=ACCEPTED),
        breaks="adm-mdt-hn-30d",
        places=("hunan",),
    ),
    breach(
        BY_ORGAN_LOCAL, without("other-party-asked"), breaks=f"adm-mdt-consent/asked@{ACCEPTED}#1", places=("shandong",)
    ),
    breach(
        BY_ORGAN_LOCAL, without("consent-given"), breaks=f"adm-mdt-consent/agreed@{ACCEPTED}#1", places=("shandong",)
    ),
    breach(
        BY_ORGAN_LOCAL, without("consent-given"), breaks=f"adm-mdt-consent-hn/agreed@{ACCEPTED}#1", places=("hunan",)
    ),
    breach(
        BY_ORGAN_LOCAL,
        added(step("mediation-refused", workdays(1, 2), after="session-held", by="other-party"), before=AGREED),
        added(step("session-held", workdays(1, 3), after="mediation-refused", called="session-held:2"), before=AGREED),
        breaks="adm-mdt-consent/refused@session-held#2",
        places=("shandong",),
    ),
    breach(BY_ORGAN_DELIVERED, without("other-party-asked"), breaks="adm-mdt-consent-zj/asked@session-held#1"),
    breach(
        TOLD,
        added(
            step("session-held", workdays(1, 3), after="parties-told-no-mediation", called="session-held:2"),
            before="archived",
        ),
        breaks="adm-mdt-consent-zj/refused@session-held#2",
    ),
    breach(
        TOLD,
        without("parties-told-no-mediation"),
        breaks="adm-mdt-consent-zj/told@mediation-refused#1",
        see=("archived",),
    ),
    breach(
        NOT_ACCEPTED,
        wrong("mediation-not-accepted", reasons_told=NO),
        breaks="adm-mdt-consent-hn/reasons@mediation-not-accepted#1",
    ),
    breach(BY_ORGAN_LOCAL, wrong(AGREED, organ_sealed=NO), breaks=f"adm-mdt-document@{AGREED}#1", places=("shandong",)),
)

UNKNOWNS = (
    unknown(CONFIRMED, blank_day("confirmed")),
    unknown(FAILED, wrong("mediation-failed", routes_told=BLANK)),
)

RECIPES = (*PEOPLE, *COURT, *BY_ORGANS, *UNKNOWNS)
