"""Government rules: planned, drafted, published for comment, reviewed, passed, promulgated, filed four
ways (规章制定程序条例, 立法法).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from demo.city.days import number
from demo.city.places import OF_CITY
from demo.city.stories import NO, YES, Gap, Moment, Step, Story, days, step, workdays
from demo.city.values import one_of, same, whole

MAKER = (OF_CITY,)
"""No bureau and no county may make one."""
EARLIER = ("2024-11-04", "2025-11-28")
OUT, PASSED, COMMENT = "promulgated", "meeting-passed", "draft-published-for-comment"
YEAR_END = Gap(
    "on 31 December",
    lambda at, _calendar, _draws: Moment(np.full(at.day.size, number("2025-12-31")), np.full(at.day.size, 960)),
)
FILINGS = ("state-council", "own-npc", "provincial-npc", "provincial-government")


def made(**more: Any) -> tuple[Step, ...]:
    """From the project to the order."""
    held: dict[str, Any] = {
        "maker": "district-city",
        "subject": one_of("urban-rural", "environment", "heritage"),
        "purpose": one_of("executes-law", "local-matter"),
        "name_kind": one_of("provisions", "measures"),
        "organ_stated": YES,
        "number_stated": YES,
        "name_stated": YES,
        "adopted_stated": YES,
        "effective_stated": YES,
        "head_signed": YES,
        "order_dated": YES,
    }
    return (
        step("project-applied", title_text="停车管理办法"),
        step("drafted", days(20, 60), title_text="停车管理办法", stage="formal", secret=NO),
        step(COMMENT, workdays(1, 5)),
        step("comment-closed", days(30, 40), opinions=whole(0, 60), adopted=0, from_whom="企业、代表"),
        step("draft-signed-and-sent", workdays(2, 9), signer="principal"),
        step("reviewed", workdays(8, 15), body="legal-body"),
        step(
            PASSED, workdays(3, 9), maker="district-city", meeting_form=one_of("executive", "full"), meeting_no="第31次"
        ),
        step("order-signed", workdays(0, 3)),
        step(OUT, workdays(0, 2), **{**held, **more}),
    )


def filed() -> tuple[Step, ...]:
    """Filed with the four bodies within thirty days; in force a month and more after."""
    return (
        *(
            step("filed", days(8, 24), after=OUT, called=f"filed:{place}", filed_to=body)
            for place, body in enumerate(FILINGS)
        ),
        step("takes-effect", days(33, 60), after=OUT, purpose=same(OUT, "purpose"), immediate_reason="none"),
    )


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A rule or what belongs to it."""
    return Story("government-rule", name, weight=weight, sectors=MAKER, steps=steps, **{"between": EARLIER, **more})


MADE = story("made and filed", 20, *made(), *filed())
HEARD = story(
    "with a hearing",
    6,
    *made()[:4],
    step("hearing-announced", workdays(1, 5)),
    step("hearing-held", days(33, 45)),
    *made()[4:],
    *filed(),
)
STOPGAP = story(
    "ahead of a local regulation",
    2,
    *made(purpose="stopgap"),
    *filed()[:-1],
    step("takes-effect", days(33, 60), after=OUT, purpose="stopgap", immediate_reason="none"),
    step("local-regulation-proposed", days(200, 260)),
    between=("2024-11-04", "2025-02-28"),
)
PLAN = story(
    "plan of the year",
    4,
    step("annual-plan-approved", year=2025),
    step(
        "annual-plan-published",
        workdays(2, 9),
        year=2025,
        names_stated=YES,
        drafters_stated=YES,
        finish_times_stated=YES,
    ),
    step("year-ended", YEAR_END, year=2025),
    step("catalogue-sent", days(6, 20), year=2025),
    between=("2025-01-02", "2025-03-28"),
    years=(2025,),
)
CATALOGUE = story(
    "list of the year's rules sent",
    1,
    step("catalogue-sent", year=2025),
    between=("2026-01-05", "2026-01-26"),
    years=(2025,),
    each_organ=True,
)
FIXED = story("registration withheld, filed anew", 3, step("filing-notice-received"), step("refiled", days(3, 13)))
REVIEWED = story(
    "reviewed by the filing body", 3, step("active-review-started"), step("active-review-done", days(20, 50))
)
REVIEWED_LONGER = story(
    "reviewed longer by the filing body",
    1,
    step("active-review-started"),
    step("review-extended", days(40, 52), days="1个月", approver="head"),
    step("active-review-done", days(66, 84), after="active-review-started"),
)
CORRECTED = story(
    "corrected on notice", 3, step("correction-notice-received"), step("correction-reported", days(8, 27))
)

STORIES = (MADE, HEARD, STOPGAP, CATALOGUE, FIXED, REVIEWED, REVIEWED_LONGER, CORRECTED, PLAN)
