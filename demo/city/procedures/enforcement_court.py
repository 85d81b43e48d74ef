"""Enforcement through the court: three months from the end of both remedies, ten working days after a demand."""

from __future__ import annotations

from typing import Any

from demo.city.procedures.enforcement import AFTER_REMEDIES, APPLIED, EARLIER, ORGANS, closed, demanded, fined, story
from demo.city.stories import NO, YES, Step, days, step, workdays
from demo.city.values import day_of, part_of


def at_court(**more: Any) -> tuple[Step, ...]:
    """The application with its file, more than ten working days after the demand."""
    held = {
        "justified": NO,
        "signed_by_head": YES,
        "sealed": YES,
        "dated": YES,
        "decision_attached": YES,
        "views_attached": YES,
        "object_attached": YES,
    }
    return (step(APPLIED, workdays(11, 20), after="demand-served", **{**held, **more}),)


COURT = story(
    "court applied to, granted",
    18,
    ORGANS,
    *fined(),
    demanded(AFTER_REMEDIES),
    *at_court(),
    step("court-accepted", workdays(1, 4)),
    step("court-ruled", workdays(2, 6), result="granted", urgent=NO),
    step("additional-fine-claimed", after="court-ruled", amount=part_of("decision-served", "fine", 1, 2)),
    step("court-executed", days(20, 60)),
    closed(),
    between=EARLIER,
)
HEARD_BY_COURT = story(
    "court hears views first",
    3,
    ORGANS,
    *fined(),
    demanded(AFTER_REMEDIES),
    *at_court(),
    step("court-accepted", workdays(1, 4)),
    step("court-views-heard", workdays(3, 8)),
    step("court-ruled", workdays(3, 8), result="granted", urgent=NO),
    step("court-executed", days(20, 60)),
    closed(),
    between=EARLIER,
)
URGENT_AT_COURT = story(
    "urgent at court",
    2,
    ("environment", "emergency"),
    *fined(),
    demanded(AFTER_REMEDIES),
    *at_court(),
    step("court-accepted", workdays(1, 3)),
    step("court-ruled", workdays(1, 3), result="granted", urgent=YES),
    step("court-executed", workdays(1, 4)),
    closed(),
    between=EARLIER,
)
NOT_ACCEPTED = story(
    "not accepted by the court, objected to",
    2,
    ORGANS,
    *fined(),
    demanded(AFTER_REMEDIES),
    *at_court(),
    step("court-not-accepted", workdays(1, 4)),
    step("court-reconsideration-applied", days(3, 13)),
    closed(),
    between=EARLIER,
)
REFUSED = story(
    "refused by the court, objected to",
    2,
    ORGANS,
    *fined(),
    demanded(AFTER_REMEDIES),
    *at_court(),
    step("court-accepted", workdays(1, 4)),
    step("court-ruled", workdays(2, 6), result="refused", urgent=NO),
    step("court-reconsideration-applied", days(3, 13)),
    closed(),
    between=EARLIER,
)
JUDGMENT = story(
    "a judgment enforced",
    2,
    ORGANS,
    step("judgment-served", performance_ends=day_of("judgment-served", 30)),
    step("judgment-enforcement-applied", days(60, 300), justified=NO),
    closed(),
)
INSTALMENTS = story(
    "a judgment in instalments",
    1,
    ORGANS,
    step("judgment-served", performance_ends=day_of("judgment-served", 30)),
    step("instalment-due", days(30, 30)),
    step("judgment-enforcement-applied", days(60, 200), justified=NO),
    closed(),
)

STORIES = (COURT, HEARD_BY_COURT, URGENT_AT_COURT, NOT_ACCEPTED, REFUSED, JUDGMENT, INSTALMENTS)
