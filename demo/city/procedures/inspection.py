"""Inspections: drawn at random from the library, approved, made by two certified officers, told and published.

Since 2025 an enterprise is visited only on published items, with approval, and no more often than the published cap.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, hours, same_day, step, workdays
from demo.city.values import officers, one_of, whole

INSPECTORS = (
    "market",
    "agriculture",
    "transport",
    "urban",
    "environment",
    "emergency",
    "culture",
    "health",
    "labour",
    "land",
)
NOT_MARKET = INSPECTORS[1:]
VISIT = "inspection-started"


def drawn() -> tuple[Step, ...]:
    """The items are public, objects and officers are drawn and the draw is logged."""
    return (
        step("item-list-published"),
        step("objects-drawn", days(5, 60), log_kept=YES, from_library=YES),
        step("officers-drawn", same_day(), log_kept=YES, from_library=YES),
    )


def approved() -> Step:
    """A head approves the visit."""
    return step("inspection-approved", workdays(0, 2), approver=one_of(head=2, deputy=4, principal=1))


def visit(gap: Gap | None = None, **more: Any) -> Step:
    """At the door."""
    held: dict[str, Any] = {
        "basis": one_of(law=5, administrative_regulation=3, local_regulation=1, rule=1),
        "in_penalty_case": NO,
        "object": "enterprise",
        "joint": NO,
        "item_published": YES,
        "body": "organ",
        "officers": officers(2),
        "certified": officers(2),
        "one_officer_by_law": NO,
        "id_shown": YES,
        "approved": YES,
        "urgent": NO,
        "occasion": "routine",
        "industry": "other",
        "licensee": one_of(YES, NO),
        "visits_this_year": 1,
        "yearly_cap": whole(2, 4),
        "power": "own-area",
    }
    return step(VISIT, gap or workdays(1, 5), **{**held, **more})


def recorded() -> Step:
    """Situation and result in the record, signed."""
    return step(
        "inspection-record-made",
        same_day(),
        after=VISIT,
        situation_recorded=YES,
        result_recorded=YES,
        officers_signed=YES,
    )


def concluded(gap: Gap | None = None, **more: Any) -> tuple[Step, ...]:
    """Told, concluded, published, archived."""
    held: dict[str, Any] = {
        "object": "enterprise",
        "industry": "other",
        "occasion": "routine",
        "result": one_of("未发现问题", "责令改正", "移送线索"),
        "approval_form": YES,
        "record_form": YES,
    }
    return (
        step("result-told", same_day(), after="inspection-record-made"),
        step("inspection-concluded", gap or workdays(0, 3), **{**held, **more}),
        step("result-published", workdays(2, 15), after="inspection-concluded"),
        step("dossier-archived", workdays(18, 30), after="inspection-concluded"),
    )


def story(name: str, weight: int, sectors: tuple[str, ...], *steps: Step, **more: Any) -> Story:
    """An inspection of some organs."""
    return Story("inspection", name, weight=weight, sectors=sectors, steps=steps, **more)


ROUTINE = story(
    "routine, drawn at random",
    45,
    INSPECTORS,
    *drawn(),
    approved(),
    visit(),
    recorded(),
    *concluded(),
    party="organisation",
)
JOINT = story(
    "joint inspection of several departments",
    8,
    INSPECTORS,
    *drawn(),
    approved(),
    visit(joint=YES),
    recorded(),
    *concluded(),
    party="organisation",
)
SPECIAL = story(
    "special campaign",
    12,
    INSPECTORS,
    step("inspection-approved", approver="head"),
    visit(occasion="special"),
    recorded(),
    *concluded(occasion="special"),
    party="organisation",
)
COMPLAINT = story(
    "on a complaint, inside a penalty case",
    8,
    INSPECTORS,
    step("inspection-approved", approver="deputy"),
    visit(
        workdays(0, 1),
        occasion="complaint",
        in_penalty_case=YES,
        basis=one_of(law=3, administrative_regulation=1),
        visits_this_year=whole(1, 6),
        yearly_cap=whole(2, 4),
    ),
    recorded(),
    *concluded(occasion="complaint", result="移送线索"),
    party="organisation",
)
URGENT = story(
    "urgent visit, approval made up",
    4,
    INSPECTORS,
    visit(occasion="complaint", urgent=YES, approved=NO),
    step("reported-to-head", hours(1, 3)),
    recorded(),
    step("approval-made-up", workdays(0, 1), after=VISIT),
    *concluded(workdays(2, 4), occasion="complaint"),
    party="organisation",
)
PERSON = story(
    "a trader who is no enterprise",
    8,
    INSPECTORS,
    *drawn(),
    approved(),
    visit(object="other", approved=YES, licensee=YES),
    recorded(),
    *concluded(object="other"),
    party="citizen",
)
FOOD = story(
    "food, result formed later",
    10,
    ("market",),
    *drawn(),
    approved(),
    visit(industry="food"),
    recorded(),
    step("result-told", same_day(), after="inspection-record-made"),
    step(
        "inspection-concluded",
        workdays(0, 3),
        object="enterprise",
        industry="food",
        occasion="routine",
        result="未发现问题",
        approval_form=YES,
        record_form=YES,
    ),
    step("result-formed", workdays(0, 4), industry="food"),
    step("result-published", workdays(3, 17)),
    step("dossier-archived", workdays(2, 9)),
    party="organisation",
)
FOOD_AT_ONCE = story(
    "food, result formed with the visit",
    8,
    ("market",),
    *drawn(),
    approved(),
    visit(industry="food"),
    recorded(),
    *concluded(industry="food"),
    party="organisation",
)
TESTED = story(
    "with a test of samples",
    5,
    INSPECTORS,
    *drawn(),
    approved(),
    visit(),
    recorded(),
    step("test-commissioned", workdays(1, 2)),
    step("test-report-received", days(8, 20)),
    step("result-told", workdays(0, 2)),
    step(
        "inspection-concluded",
        workdays(0, 2),
        object="enterprise",
        industry="other",
        occasion="routine",
        result="未发现问题",
        approval_form=YES,
        record_form=YES,
    ),
    step("result-published", workdays(2, 15), after="inspection-concluded"),
    step("dossier-archived", workdays(18, 30), after="inspection-concluded"),
    party="organisation",
)
CORRECTED = story(
    "correction ordered and rechecked",
    10,
    INSPECTORS,
    *drawn(),
    approved(),
    visit(),
    recorded(),
    step("order-to-correct", same_day(), after=VISIT),
    *concluded(result="责令改正"),
    step("recheck-done", days(8, 14), after="inspection-concluded"),
    party="organisation",
)
ASSISTED = story(
    "in another area with the help of its organ",
    1,
    INSPECTORS,
    step("assistance-agreed"),
    step("inspection-approved", workdays(1, 3), approver="head"),
    visit(occasion="clue", power="assistance"),
    recorded(),
    *concluded(occasion="clue"),
    party="organisation",
)
DESIGNATED = story(
    "in another area as designated",
    1,
    INSPECTORS,
    step("jurisdiction-dispute-arose"),
    step("jurisdiction-referred", workdays(1, 3)),
    step("jurisdiction-designated", workdays(2, 6)),
    step("inspection-approved", workdays(1, 3), approver="head"),
    visit(occasion="clue", power="designated"),
    recorded(),
    *concluded(occasion="clue"),
    party="organisation",
)
SHUTDOWN = story(
    "general stop after an accident",
    1,
    ("emergency", "government"),
    step("shutdown-approved"),
    step("general-shutdown-ordered", workdays(0, 1), ground=one_of("life-safety", "major-accident")),
)

ZHEJIANG_URGENT = story(
    "urgent visit under local rules, made up within two working days",
    8,
    INSPECTORS,
    visit(occasion="complaint", urgent=YES, approved=NO),
    step("reported-to-head", hours(1, 3)),
    recorded(),
    step("approval-made-up", workdays(0, 2), after=VISIT),
    *concluded(workdays(2, 4), occasion="complaint"),
    party="organisation",
    places=("zhejiang",),
)
ZHEJIANG_TESTED = story(
    "test of samples under local rules",
    8,
    INSPECTORS,
    *TESTED.steps[:-4],
    step("result-told", workdays(0, 3)),
    *TESTED.steps[-3:],
    party="organisation",
    places=("zhejiang",),
)
PLANNED = story(
    "yearly plan published",
    4,
    INSPECTORS,
    step("year-opened", year=2026),
    step("plan-published", days(10, 70), year=2026),
    party="organisation",
    places=("beijing", "shanghai"),
    between=("2026-01-05", "2026-01-09"),
    years=(2026,),
)
PLANNED_UNDATED = story(
    "yearly plan published, no year written",
    2,
    INSPECTORS,
    step("plan-published"),
    party="organisation",
    places=("beijing", "shanghai"),
    between=("2026-01-05", "2026-03-20"),
)

STORIES = (
    ROUTINE,
    JOINT,
    SPECIAL,
    COMPLAINT,
    URGENT,
    PERSON,
    FOOD,
    FOOD_AT_ONCE,
    TESTED,
    CORRECTED,
    ASSISTED,
    DESIGNATED,
    SHUTDOWN,
    ZHEJIANG_URGENT,
    ZHEJIANG_TESTED,
    PLANNED,
    PLANNED_UNDATED,
)
