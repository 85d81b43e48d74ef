"""Supervision of enforcement: notices, opinions, decisions and what is reported back, under local and
market rules; reviews; the year.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from demo.city.days import Calendar, number
from demo.city.draws import Draws
from demo.city.stories import YES, Gap, Moment, Step, Story, days, step, workdays
from demo.city.values import day_of, one_of

OTHERS = ("agriculture", "transport", "urban", "environment", "health", "labour")
"""Organs outside market regulation, which has rules of its own."""
LAST_YEAR = ("2025-07-01", "2025-11-28")
FILED, NOTICE, DECISION, OPINION, ASKED = (
    "supervision-case-filed",
    "notice-sent",
    "supervision-decision-issued",
    "supervision-opinion-received",
    "review-asked",
)


def _in_december(at: Moment, calendar: Calendar, draws: Draws) -> Moment:
    day = calendar.onward(number("2025-12-01") + draws.whole(at.day.size, 0, 26))
    return Moment(day, np.full(at.day.size, 600))


IN_DECEMBER = Gap("in December", _in_december)


def filed() -> Step:
    """A case of supervision is filed."""
    return step(
        FILED,
        workdays(0, 2),
        body=one_of("government", "justice-department"),
        subject=one_of("own-department", "lower-government"),
    )


def notice(demands: str) -> tuple[Step, ...]:
    """A notice goes out and arrives."""
    return (
        step(
            NOTICE,
            days(1, 3),
            demands=demands,
            number="执监通〔2025〕3号",
            unit="城市管理局",
            problem="未出示执法证件",
            due_by=day_of(NOTICE, 20),
        ),
        step("notice-received", workdays(0, 2)),
    )


def decision() -> tuple[Step, ...]:
    """A decision goes out and arrives."""
    return (step(DECISION, workdays(5, 15)), step("supervision-decision-received", workdays(0, 2)))


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A matter of supervision."""
    return Story("supervision", name, weight=weight, steps=steps, **{"between": LAST_YEAR, **more})


NATIONAL = story(
    "notice and explanation",
    15,
    step("matter-found", found_by=one_of("complaint", "inspection")),
    filed(),
    *notice("explanation"),
    step("explained", workdays(2, 6)),
    step("supervision-closed", workdays(2, 9)),
    sectors=("justice",),
    between=("2026-02-09", "2026-05-29"),
)
MARKET = story(
    "notice of market regulation, explained",
    8,
    filed(),
    *notice("explanation"),
    step("explained", workdays(2, 9)),
    step("corrected", workdays(2, 6)),
    step("correction-reported", workdays(2, 9)),
    step("supervision-closed", workdays(2, 9)),
    sectors=("market",),
)
MARKET_REVIEW = story(
    "decision of market regulation, reviewed",
    4,
    filed(),
    *decision(),
    step(ASKED, workdays(1, 4)),
    step("review-decided", workdays(3, 9)),
    step("supervision-closed", workdays(2, 9)),
    sectors=("market",),
)
SHANDONG = story(
    "opinion under local rules",
    6,
    step(OPINION),
    step("corrected", days(8, 26)),
    step("correction-reported", workdays(0, 3)),
    places=("shandong",),
    sectors=OTHERS,
)
REPORTED = story(
    "decision carried out under local rules",
    6,
    *decision(),
    step("execution-reported", days(8, 26)),
    places=("shandong", "sichuan"),
    sectors=OTHERS,
)
EXAMINED = story(
    "decision examined under local rules",
    5,
    step(
        "decision-examined",
        reasons_stated=YES,
        free_of_errors=YES,
        dated=YES,
        has_legal_basis=YES,
        sealed=YES,
        executable=YES,
    ),
    places=("shandong",),
    sectors=OTHERS,
)
LAW_REPORT = story(
    "a year of a law, reported under local rules",
    3,
    step("year-ended"),
    step("law-implementation-reported", days(8, 26)),
    places=("shandong", "tianjin"),
    sectors=OTHERS,
)
JILIN = story(
    "opinion and review under local rules",
    5,
    step(OPINION),
    step(ASKED, workdays(3, 14)),
    step("review-decided", workdays(4, 14)),
    step("correction-reported", workdays(25, 29), after=OPINION),
    places=("jilin",),
    sectors=OTHERS,
)
SICHUAN = story(
    "explanation under local rules",
    5,
    filed(),
    *notice("explanation"),
    step("explained", days(3, 8)),
    step("supervision-closed", workdays(2, 9)),
    places=("sichuan",),
    sectors=OTHERS,
)
SICHUAN_CORRECTION = story(
    "correction and review under local rules",
    5,
    filed(),
    *notice("correction"),
    step(ASKED, days(3, 13)),
    step("review-decided", days(3, 13)),
    step("correction-reported", days(25, 29), after="notice-received"),
    places=("sichuan",),
    sectors=OTHERS,
)
TIANJIN = story(
    "found, filed, decided, reviewed under local rules",
    5,
    step("matter-found", found_by=one_of("inspection", "dossier-review")),
    step(FILED, workdays(1, 3), body="government", subject="own-department"),
    step(DECISION, workdays(10, 28)),
    step("supervision-decision-received", workdays(0, 2)),
    step(ASKED, workdays(2, 9)),
    step("review-decided", workdays(4, 14)),
    places=("tianjin",),
    sectors=OTHERS,
)
TIANJIN_LONGER = story(
    "extended under local rules",
    2,
    step(FILED, body="government", subject="own-department"),
    step("extension-approved", workdays(20, 28), days="10个工作日", approver="legal-body-head"),
    step(DECISION, workdays(32, 39), after=FILED),
    places=("tianjin",),
    sectors=OTHERS,
)
IDLE = story(
    "a year without acts, explained",
    2,
    step("year-without-acts"),
    step("no-acts-explained", workdays(3, 9)),
    step("supervision-closed", workdays(2, 9)),
    places=("tianjin",),
    sectors=OTHERS,
)
CHONGQING = story(
    "decision and review under local rules, other",
    5,
    *decision(),
    step(ASKED, workdays(2, 9)),
    step("review-decided", workdays(4, 14)),
    places=("chongqing",),
    sectors=OTHERS,
)
INSPECTED = story(
    "conclusion of an inspection, reviewed",
    4,
    step("inspection-conclusion-received"),
    step(ASKED, days(5, 28)),
    step("review-decided", days(8, 28)),
    sectors=OTHERS,
)
YEAR = story(
    "plan, evaluation and report of the year",
    1,
    step("supervision-plan-made", year=2025),
    step("evaluation-held", days(150, 220), year=2025),
    step("responsibility-reported", IN_DECEMBER, year=2025),
    between=("2025-01-06", "2025-02-20"),
    years=(2025,),
    each_organ=True,
)

STORIES = (
    NATIONAL,
    MARKET,
    MARKET_REVIEW,
    SHANDONG,
    REPORTED,
    EXAMINED,
    LAW_REPORT,
    JILIN,
    SICHUAN,
    SICHUAN_CORRECTION,
    TIANJIN,
    TIANJIN_LONGER,
    IDLE,
    CHONGQING,
    INSPECTED,
    YEAR,
)
