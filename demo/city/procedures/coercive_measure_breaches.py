"""What goes wrong with seizures, freezes and restrictions of liberty."""

from __future__ import annotations

from demo.city.procedures.coercive_measure import (
    ABSENT,
    DECIDED,
    DISAGREED,
    ENFORCERS,
    EXTENDED,
    FROZEN,
    FROZEN_AT_ONCE,
    FROZEN_ON,
    HELD,
    HELD_AT_ONCE,
    LIFTED,
    POLICE,
    SOLD,
    TEST_STARTED,
    TESTED,
    TRANSFERRED,
    URGENT,
)
from demo.city.recipes import (
    added,
    blank_day,
    breach,
    late,
    lawful,
    moved,
    on_last_day,
    surely,
    unknown,
    without,
    wrong,
)
from demo.city.stories import BLANK, NO, YES, days, step, workdays
from demo.city.values import officers, together, yuan

SEIZED, FROZE, HELD_ON = "seizure-started", "freeze-started", "liberty-restricted"
ALONE = officers(1)
ONE_WITHOUT = together(officers(1), officers(1, "uncertified"))
ONE_LAPSED = together(officers(1), officers(1, "lapsed"))
OTHERS = tuple(sector for sector in ENFORCERS if sector != "transport")
SINCE_2026 = ("2026-01-05", "2026-04-10")

GROUND = (
    breach(DECIDED, wrong(SEIZED, basis="document"), breaks=f"coe-basis@{SEIZED}#1"),
    breach(DECIDED, wrong(SEIZED, basis="none"), breaks=f"coe-basis@{SEIZED}#1"),
    breach(LIFTED, wrong(SEIZED, actor="entrusted-body"), breaks=f"coe-basis/actor@{SEIZED}#1"),
    breach(HELD, wrong(HELD_ON, basis="local-regulation"), breaks=f"coe-basis/liberty@{HELD_ON}#1"),
    breach(HELD, wrong(HELD_ON, actor="entrusted-body"), breaks=f"coe-basis/liberty-actor@{HELD_ON}#1"),
    breach(FROZEN, wrong(FROZE, basis="administrative-regulation"), breaks=f"coe-freeze-authority@{FROZE}#1"),
    breach(FROZEN, wrong(FROZE, actor="authorised-organisation"), breaks=f"coe-freeze-authority/actor@{FROZE}#1"),
    breach(
        FROZEN,
        wrong(FROZE, amount=yuan(510000, 900000)),
        breaks=f"coe-freeze-authority/amount@{FROZE}#1",
        see=(f"{FROZE}.amount_involved",),
    ),
    breach(FROZEN, wrong(FROZE, already_frozen=YES), breaks=f"coe-freeze-authority/double@{FROZE}#1"),
    breach(DECIDED, wrong(SEIZED, property="living-necessities"), breaks=f"coe-scope@{SEIZED}#1"),
    breach(LIFTED, wrong(SEIZED, property="unrelated"), breaks=f"coe-scope@{SEIZED}#1"),
    breach(DECIDED, wrong(SEIZED, already_sealed=YES), breaks=f"coe-scope/double@{SEIZED}#1"),
)

WHO = (
    breach(DECIDED, wrong(SEIZED, officers=ALONE), breaks=f"coe-officers@{SEIZED}#1", sectors=ENFORCERS),
    breach(DECIDED, wrong(SEIZED, officers=ONE_WITHOUT), breaks=f"coe-officers@{SEIZED}#1", sectors=ENFORCERS),
    breach(LIFTED, wrong(SEIZED, officers=ONE_LAPSED), breaks=f"coe-officers@{SEIZED}#1"),
    breach(
        DECIDED,
        wrong(SEIZED, officers=ALONE),
        breaks=f"coe-officers/psa@{SEIZED}#1",
        sectors=POLICE,
        between=SINCE_2026,
        see=(f"{SEIZED}.in_case_area", f"{SEIZED}.fully_recorded"),
    ),
    lawful(DECIDED, wrong(SEIZED, officers=ALONE, in_case_area=YES), sectors=POLICE, between=SINCE_2026),
    breach(
        DECIDED,
        wrong(SEIZED, officers=officers(1, "uncertified"), in_case_area=YES),
        breaks=f"coe-officers/psa-one@{SEIZED}#1",
        sectors=POLICE,
        between=SINCE_2026,
    ),
    breach(FROZEN, wrong(FROZE, officers=ALONE), breaks=f"coe-officers/freeze@{FROZE}#1"),
    breach(FROZEN, wrong(FROZE, officers=ONE_WITHOUT), breaks=f"coe-officers/freeze@{FROZE}#1"),
    breach(HELD, wrong(HELD_ON, officers=ALONE), breaks=f"coe-officers/liberty@{HELD_ON}#1"),
    breach(DECIDED, wrong(SEIZED, id_shown=NO), breaks=f"coe-officers/ids@{SEIZED}#1"),
    breach(FROZEN, wrong(FROZE, id_shown=NO), breaks=f"coe-officers/freeze-ids@{FROZE}#1"),
    breach(HELD, wrong(HELD_ON, id_shown=NO), breaks=f"coe-officers/liberty-ids@{HELD_ON}#1"),
)

APPROVAL = (
    breach(DECIDED, without("approval-given"), breaks=f"coe-prior-approval@{SEIZED}#1"),
    breach(DECIDED, wrong("approval-given", approver="department-head"), breaks=f"coe-prior-approval@{SEIZED}#1"),
    breach(FROZEN, without("approval-given"), breaks=f"coe-prior-approval/freeze@{FROZE}#1"),
    breach(HELD, without("approval-given"), breaks=f"coe-prior-approval/liberty@{HELD_ON}#1"),
    breach(
        URGENT,
        moved("reported-to-head", days(3, 9), after=SEIZED),
        moved("approval-made-up", workdays(0), after=SEIZED),
        breaks=f"coe-urgent-24h@{SEIZED}#1",
    ),
    breach(URGENT, without("approval-made-up"), breaks=f"coe-urgent-24h/made-up@{SEIZED}#1"),
    breach(URGENT, moved("approval-made-up", days(3, 9), after=SEIZED), breaks=f"coe-urgent-24h/made-up@{SEIZED}#1"),
    breach(FROZEN_AT_ONCE, without("reported-to-head"), breaks=f"coe-urgent-24h/freeze@{FROZE}#1"),
    breach(
        FROZEN_AT_ONCE,
        moved("approval-made-up", days(3, 9), after=FROZE),
        breaks=f"coe-urgent-24h/freeze-made-up@{FROZE}#1",
    ),
    breach(
        DISAGREED,
        moved("seizure-lifted", days(3, 15), after="approval-refused"),
        breaks="coe-urgent-24h/disagreed@approval-refused#1",
    ),
    breach(HELD, without("family-told"), breaks=f"coe-liberty-report/family@{HELD_ON}#1"),
    breach(
        HELD_AT_ONCE, moved("family-told", days(3, 9), after=HELD_ON), breaks=f"coe-liberty-report/family@{HELD_ON}#1"
    ),
    breach(
        HELD_AT_ONCE,
        moved("reported-to-head", days(3, 9), after="returned"),
        moved("approval-made-up", days(0, exact=True), after="returned"),
        breaks=f"coe-liberty-report/reported@{HELD_ON}#1",
    ),
    breach(HELD_AT_ONCE, without("approval-made-up"), breaks=f"coe-liberty-report/made-up@{HELD_ON}#1"),
)

SCENE = (
    breach(DECIDED, without("party-called"), breaks=f"coe-steps/called@{SEIZED}#1"),
    breach(DECIDED, without("rights-told"), breaks=f"coe-steps/told@{SEIZED}#1"),
    breach(DECIDED, moved("rights-told", days(2, 6), after=SEIZED), breaks=f"coe-steps/told@{SEIZED}#1"),
    breach(HELD, without("rights-told"), breaks=f"coe-steps/told-liberty@{HELD_ON}#1"),
    breach(DECIDED, without("defence-heard"), breaks=f"coe-steps/heard@{SEIZED}#1", see=(f"{SEIZED}.defence_offered",)),
    breach(ABSENT, wrong(SEIZED, witness_present=NO), breaks=f"coe-steps/witness@{SEIZED}#1"),
    breach(DECIDED, without("site-record-made"), breaks=f"coe-steps/record@{SEIZED}#1"),
    breach(DECIDED, moved("site-record-made", days(2, 6), after=SEIZED), breaks=f"coe-steps/record@{SEIZED}#1"),
    breach(FROZEN, without("site-record-made"), breaks=f"coe-steps/record-freeze@{FROZE}#1"),
    breach(DECIDED, wrong("site-record-made", party_signed=NO), breaks="coe-steps/record-signed@site-record-made#1"),
    breach(DECIDED, wrong("site-record-made", officers_signed=NO), breaks="coe-steps/record-signed@site-record-made#1"),
    breach(FROZEN, without("freeze-notice-delivered"), breaks=f"coe-steps/freeze-notice@{FROZE}#1"),
    breach(DECIDED, wrong(SEIZED, list_delivered=NO), breaks=f"coe-decision-delivered@{SEIZED}#1"),
    breach(DECIDED, wrong(SEIZED, decision_delivered=NO), breaks=f"coe-decision-delivered@{SEIZED}#1"),
    breach(DECIDED, wrong(SEIZED, remedies_told=NO), breaks=f"coe-decision-delivered/elements@{SEIZED}#1"),
    breach(
        DECIDED, wrong(SEIZED, av_recording=NO, fully_recorded=NO), breaks=f"coe-av-required@{SEIZED}#1", sectors=OTHERS
    ),
    breach(
        DECIDED,
        wrong(SEIZED, av_recording=NO, fully_recorded=NO),
        breaks=f"coe-av-required/trans@{SEIZED}#1",
        sectors=("transport",),
    ),
)

TERM = (
    breach(
        DECIDED,
        late("seizure-resolved", after=SEIZED, count=30, by=(1, 40), rolls=False),
        breaks=f"coe-seizure-30d@{SEIZED}#1",
    ),
    breach(
        LIFTED,
        moved("lifting-ground-found", days(12, 18), after=SEIZED),
        late("seizure-lifted", after=SEIZED, count=30, by=(1, 9), rolls=False),
        breaks=f"coe-seizure-30d@{SEIZED}#1",
    ),
    lawful(DECIDED, moved("seizure-resolved", days(30, exact=True), after=SEIZED)),
    breach(
        DECIDED,
        without("seizure-resolved", "case-closed"),
        breaks=f"coe-seizure-30d@{SEIZED}#1",
        between=("2025-07-01", "2026-05-29"),
    ),
    breach(
        EXTENDED,
        late("seizure-resolved", after=SEIZED, count=60, by=(1, 30), rolls=False),
        breaks=f"coe-seizure-30d@{SEIZED}#1",
    ),
    lawful(EXTENDED, moved("seizure-resolved", days(60, exact=True), after=SEIZED)),
    breach(
        EXTENDED,
        moved("seizure-extended", days(33, 36), after=SEIZED),
        moved("seizure-resolved", days(46, 55), after=SEIZED),
        breaks=f"coe-seizure-30d@{SEIZED}#1",
    ),
    breach(EXTENDED, wrong("seizure-extended", approver="department-head"), breaks=f"coe-seizure-30d@{SEIZED}#1"),
    breach(
        EXTENDED,
        wrong("seizure-extended", told_in_writing=NO),
        breaks=(f"coe-seizure-30d@{SEIZED}#1", "coe-extension-notice@seizure-extended#1"),
    ),
    breach(
        EXTENDED,
        wrong("seizure-extended", extension_reasons_stated=NO),
        breaks="coe-extension-notice@seizure-extended#1",
    ),
    breach(
        FROZEN_ON,
        wrong("freeze-extended", extension_reasons_stated=NO),
        breaks="coe-extension-notice/freeze@freeze-extended#1",
    ),
    breach(
        TESTED,
        wrong("test-commissioned", period_fixed=NO),
        moved("seizure-resolved", days(38, 60), after=SEIZED),
        breaks=(f"coe-seizure-30d/untimed-test@{SEIZED}#1", "coe-test-period-told@test-commissioned#1"),
    ),
    breach(
        TESTED,
        wrong("test-commissioned", told_in_writing=NO),
        moved("seizure-resolved", days(45, 60), after=SEIZED),
        breaks=(f"coe-seizure-30d@{SEIZED}#1", "coe-test-period-told@test-commissioned#1"),
    ),
    breach(
        TESTED,
        wrong("test-commissioned", told_in_writing=NO),
        moved("test-report-received", days(4, 7), after="test-commissioned"),
        moved("seizure-resolved", days(14, 20), after=SEIZED),
        breaks="coe-test-period-told@test-commissioned#1",
    ),
    breach(
        TEST_STARTED,
        wrong("test-started", told_in_writing=NO),
        moved("test-ended", days(4, 7), after="test-started"),
        moved("seizure-resolved", days(14, 20), after=SEIZED),
        breaks="coe-test-period-told/started@test-started#1",
    ),
    breach(
        TESTED,
        surely("cost-charged"),
        wrong("cost-charged", cost_kind="test", charged=yuan(200, 3000)),
        breaks="coe-test-period-told/cost@cost-charged#1",
    ),
    breach(
        TESTED,
        surely("cost-charged"),
        wrong("cost-charged", cost_kind="storage", charged=yuan(50, 900, 10)),
        breaks="coe-custody/cost@cost-charged#1",
    ),
    breach(DECIDED, wrong("custody-checked", intact=NO), breaks="coe-custody@custody-checked#1"),
    breach(DECIDED, wrong("custody-checked", used=YES), breaks="coe-custody@custody-checked#1"),
    breach(
        FROZEN, late("freeze-ended", after=FROZE, count=30, by=(1, 40), rolls=False), breaks=f"coe-freeze-30d@{FROZE}#1"
    ),
    lawful(FROZEN, moved("freeze-ended", days(30, exact=True), after=FROZE)),
    breach(
        FROZEN,
        late("freeze-decision-delivered", after=FROZE, count=3, unit="workdays", by=(1, 9)),
        breaks=f"coe-freeze-decision-3wd@{FROZE}#1",
    ),
    lawful(FROZEN, on_last_day("freeze-decision-delivered", after=FROZE, count=3, unit="workdays")),
)

END = (
    breach(
        LIFTED,
        without("seizure-lifted", "property-returned"),
        moved("case-closed", days(8, 20), after="lifting-ground-found"),
        breaks=("coe-lift@lifting-ground-found#1", f"coe-seizure-30d@{SEIZED}#1"),
        between=("2025-07-01", "2026-05-15"),
    ),
    breach(
        LIFTED,
        late("property-returned", after="seizure-lifted", count=1, by=(2, 20)),
        breaks="coe-lift/returned@seizure-lifted#1",
    ),
    lawful(LIFTED, on_last_day("property-returned", after="seizure-lifted", count=1)),
    breach(LIFTED, without("property-returned"), breaks="coe-lift/returned@seizure-lifted#1"),
    breach(
        SOLD,
        late("proceeds-returned", after="seizure-lifted", count=1, by=(2, 20)),
        breaks="coe-lift/proceeds@seizure-lifted#1",
    ),
    breach(
        TRANSFERRED,
        without("transferred-with-case"),
        added(step("seizure-resolved", workdays(1, 3), after="crime-transferred"), before="case-closed"),
        breaks="coe-transfer-with-case@crime-transferred#1",
    ),
    breach(
        TRANSFERRED,
        wrong("transferred-with-case", told_in_writing=NO),
        breaks="coe-transfer-with-case/told@transferred-with-case#1",
    ),
)

UNKNOWNS = (
    unknown(DECIDED, blank_day("seizure-resolved")),
    unknown(FROZEN, blank_day("freeze-decision-delivered")),
    unknown(LIFTED, blank_day("property-returned")),
    unknown(DECIDED, wrong(SEIZED, av_recording=BLANK, fully_recorded=BLANK)),
    unknown(TESTED, blank_day("test-report-received"), moved("seizure-resolved", days(40, 50), after=SEIZED)),
)

RECIPES = (*GROUND, *WHO, *APPROVAL, *SCENE, *TERM, *END, *UNKNOWNS)
