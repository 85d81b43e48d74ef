"""What goes wrong with inspections."""

from __future__ import annotations

from demo.city.procedures.inspection import (
    ASSISTED,
    COMPLAINT,
    CORRECTED,
    DESIGNATED,
    FOOD,
    FOOD_AT_ONCE,
    NOT_MARKET,
    PERSON,
    PLANNED,
    PLANNED_UNDATED,
    ROUTINE,
    SHUTDOWN,
    SPECIAL,
    URGENT,
    VISIT,
    ZHEJIANG_TESTED,
    ZHEJIANG_URGENT,
)
from demo.city.recipes import blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, days
from demo.city.values import officers, together, whole

IT = f"{VISIT}#1"
CONCLUDED = "inspection-concluded"
ALONE = {"officers": officers(1), "certified": officers(1)}

BEFORE = (
    breach(SPECIAL, wrong(VISIT, basis="document"), breaks=f"ins-basis@{IT}"),
    breach(SPECIAL, wrong(VISIT, basis="none"), breaks=f"ins-basis@{IT}"),
    breach(COMPLAINT, wrong(VISIT, basis="rule"), breaks=f"ins-basis/penalty-case@{IT}"),
    breach(SPECIAL, wrong(VISIT, item_published=NO), breaks=f"ins-item-published@{IT}"),
    breach(ROUTINE, wrong(VISIT, body="contractor"), breaks=f"ins-authority-body@{IT}", see=(f"{VISIT}.object",)),
    breach(
        SPECIAL, wrong(VISIT, body="testing-institute"), breaks=f"ins-authority-body@{IT}", see=(f"{VISIT}.object",)
    ),
    lawful(PERSON, wrong(VISIT, body="contractor")),
    breach(ROUTINE, without("inspection-approved"), wrong(VISIT, approved=NO), breaks=f"ins-approval@{IT}"),
    breach(
        ROUTINE,
        wrong("inspection-approved", approver="department-head"),
        breaks="ins-approval/by-head@inspection-approved#1",
    ),
    breach(
        URGENT, without("approval-made-up"), breaks=f"ins-approval/made-up@{IT}", see=(CONCLUDED, f"{VISIT}.urgent")
    ),
    breach(
        ROUTINE,
        wrong(VISIT, visits_this_year=whole(5, 9)),
        breaks=f"ins-frequency-cap@{IT}",
        see=(f"{VISIT}.yearly_cap",),
    ),
    lawful(COMPLAINT, wrong(VISIT, visits_this_year=whole(5, 9))),
    lawful(ROUTINE, wrong(VISIT, visits_this_year=3, yearly_cap=3)),
)

DRAW = (
    breach(ROUTINE, without("objects-drawn"), breaks=f"ins-random-selection/objects@{IT}"),
    breach(ROUTINE, without("officers-drawn"), breaks=f"ins-random-selection/officers@{IT}"),
    breach(ROUTINE, without("item-list-published"), breaks=f"ins-random-selection/list@{IT}"),
    breach(ROUTINE, wrong("objects-drawn", log_kept=NO), breaks="ins-trace@objects-drawn#1"),
    breach(ROUTINE, wrong("objects-drawn", from_library=NO), breaks="ins-trace@objects-drawn#1"),
    breach(ROUTINE, wrong("officers-drawn", log_kept=NO), breaks="ins-trace/officers@officers-drawn#1"),
)

INSPECTORS = (
    breach(ROUTINE, wrong(VISIT, **ALONE), breaks=(f"ins-two-officers/other@{IT}", f"ins-two-officers/certified@{IT}")),
    breach(
        COMPLAINT,
        wrong(VISIT, **ALONE),
        breaks=(f"ins-two-officers/penalty-case@{IT}", f"ins-two-officers/certified@{IT}"),
    ),
    lawful(ROUTINE, wrong(VISIT, one_officer_by_law=YES, **ALONE), sectors=NOT_MARKET),
    breach(
        FOOD,
        wrong(VISIT, **ALONE),
        breaks=(f"ins-two-officers/other@{IT}", f"ins-two-officers/certified@{IT}", f"ins-two-officers-food@{IT}"),
    ),
    breach(PERSON, wrong(VISIT, certified=officers(1)), breaks=f"ins-two-officers/certified@{IT}"),
    breach(
        ROUTINE,
        wrong(VISIT, officers=officers(3)),
        breaks=f"ins-authority-body/persons@{IT}",
        see=(f"{VISIT}.certified",),
    ),
    breach(
        ROUTINE,
        wrong(VISIT, officers=together(officers(1), officers(1, "uncertified")), certified=officers(1)),
        breaks=(f"ins-two-officers/other@{IT}", f"ins-two-officers/certified@{IT}", f"ins-authority-body/persons@{IT}"),
    ),
    breach(
        COMPLAINT,
        wrong(VISIT, officers=together(officers(1), officers(1, "lapsed")), certified=officers(1)),
        breaks=(
            f"ins-two-officers/penalty-case@{IT}",
            f"ins-two-officers/certified@{IT}",
            f"ins-authority-body/persons@{IT}",
        ),
    ),
    breach(ROUTINE, wrong(VISIT, id_shown=NO), breaks=f"ins-two-officers/ids@{IT}"),
)

RESULT = (
    breach(
        PERSON,
        without("inspection-record-made"),
        breaks=f"ins-record-licensee@{IT}",
        see=(f"{VISIT}.licensee", CONCLUDED),
    ),
    breach(
        PERSON,
        wrong("inspection-record-made", officers_signed=NO),
        breaks="ins-record-licensee/elements@inspection-record-made#1",
    ),
    breach(ROUTINE, wrong(CONCLUDED, record_form=NO), breaks=f"ins-forms@{CONCLUDED}#1"),
    breach(ROUTINE, wrong(CONCLUDED, approval_form=NO), breaks=f"ins-forms@{CONCLUDED}#1"),
    breach(
        CORRECTED, without("result-published"), breaks=f"ins-result-public@{CONCLUDED}#1", see=("dossier-archived",)
    ),
    breach(
        FOOD,
        late("result-published", after="result-formed", count=20, unit="workdays", by=(1, 40)),
        breaks="ins-food-result-20wd@result-formed#1",
    ),
    lawful(FOOD, on_last_day("result-published", after="result-formed", count=20, unit="workdays")),
    breach(
        FOOD_AT_ONCE,
        late("result-published", after=CONCLUDED, count=20, unit="workdays", by=(1, 40)),
        breaks=f"ins-food-result-20wd/concluded@{CONCLUDED}#1",
    ),
)

ELSEWHERE = (
    breach(
        SHUTDOWN,
        wrong("general-shutdown-ordered", ground="campaign"),
        breaks="ins-no-general-shutdown@general-shutdown-ordered#1",
    ),
    breach(
        SHUTDOWN, without("shutdown-approved"), breaks="ins-no-general-shutdown/approved@general-shutdown-ordered#1"
    ),
    breach(SPECIAL, wrong(VISIT, power="none"), breaks=f"ins-cross-area@{IT}"),
    breach(ASSISTED, without("assistance-agreed"), breaks=f"ins-cross-area/assistance@{IT}"),
    breach(DESIGNATED, without("jurisdiction-designated"), breaks=f"ins-cross-area/designated@{IT}"),
    breach(
        DESIGNATED,
        without("jurisdiction-referred"),
        breaks="ins-cross-area/dispute@jurisdiction-dispute-arose#1",
        see=(CONCLUDED,),
    ),
)

LATE_MADE_UP = (
    moved("approval-made-up", days(14, 20), after=VISIT),
    moved("inspection-concluded", days(21, 24), after=VISIT),
)
LOCAL = (
    breach(ZHEJIANG_URGENT, *LATE_MADE_UP, breaks=f"ins-zj-urgent-2wd@{IT}"),
    breach(
        ZHEJIANG_URGENT,
        *LATE_MADE_UP,
        without("reported-to-head"),
        breaks=(f"ins-zj-urgent-2wd@{IT}", f"ins-zj-urgent-2wd/reported@{IT}"),
    ),
    breach(
        ZHEJIANG_TESTED,
        late("result-told", after="test-report-received", count=3, unit="workdays", by=(1, 20)),
        breaks="ins-zj-result-told@test-report-received#1",
    ),
    breach(
        ROUTINE, without("result-told"), breaks=f"ins-zj-result-told/on-the-spot@{CONCLUDED}#1", places=("zhejiang",)
    ),
    breach(
        PLANNED,
        moved("plan-published", days(95, 140), after="year-opened"),
        breaks="ins-annual-plan@year#2026",
        places=("beijing",),
    ),
    breach(
        PLANNED,
        moved("plan-published", days(95, 140), after="year-opened"),
        breaks="ins-annual-plan-sh@year#2026",
        places=("shanghai",),
    ),
    breach(
        PLANNED_UNDATED,
        breaks="ins-annual-plan/undated-2026@plan-published#1",
        places=("beijing",),
        between=("2026-04-02", "2026-06-30"),
    ),
    breach(
        PLANNED_UNDATED,
        breaks="ins-annual-plan/undated-2025@plan-published#1",
        places=("beijing",),
        between=("2025-04-02", "2025-06-30"),
    ),
    breach(
        PLANNED_UNDATED,
        breaks="ins-annual-plan-sh/undated-2025@plan-published#1",
        places=("shanghai",),
        between=("2025-04-02", "2025-06-30"),
    ),
    breach(
        PLANNED_UNDATED,
        breaks="ins-annual-plan-sh/undated-2026@plan-published#1",
        places=("shanghai",),
        between=("2026-04-02", "2026-06-30"),
    ),
)

UNKNOWNS = (
    unknown(FOOD, blank_day("result-published")),
    unknown(ROUTINE, blank_day("objects-drawn")),
    unknown(ROUTINE, wrong(VISIT, id_shown=BLANK)),
    unknown(ROUTINE, wrong(VISIT, basis=BLANK)),
)

RECIPES = (*BEFORE, *DRAW, *INSPECTORS, *RESULT, *ELSEWHERE, *LOCAL, *UNKNOWNS)
