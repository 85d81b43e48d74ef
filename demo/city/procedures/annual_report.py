"""The yearly report on law-based government, the work behind it, inspection and audit."""

from __future__ import annotations

from typing import Any

import numpy as np

from demo.city.days import number
from demo.city.recipes import blank_day, breach, late, moved, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Gap, Moment, Step, Story, days, step, workdays
from demo.city.values import day_of

SUBMITTED, PUBLISHED, ENDED = "annual-report-submitted", "annual-report-published", "year-ended"
JANUARY = ("2026-01-05", "2026-01-16")
YEAR = {"years": (2025,)}
YEAR_END = Gap(
    "on 31 December",
    lambda at, _calendar, _draws: Moment(np.full(at.day.size, number("2025-12-31")), np.full(at.day.size, 960)),
)


def reported(level: str = "county") -> tuple[Step, ...]:
    """Drafted, reviewed, submitted in February, published in March."""
    return (
        step("drafted", year=2025),
        step("reviewed", days(6, 12), year=2025),
        step(
            SUBMITTED,
            days(8, 20),
            year=2025,
            unit="本机关",
            document_no="法建〔2026〕2号",
            index_no="000014349/2026-00018",
            level=level,
            measures_stated=YES,
            shortcomings_stated=YES,
            principals_stated=YES,
            next_year_stated=YES,
            confidential=NO,
        ),
        step(PUBLISHED, days(3, 14), year=2025),
    )


def year_of(body: str) -> tuple[Step, ...]:
    """Plans, lectures, reports of a body over a year."""
    return (
        step("implementation-plan-made"),
        step("annual-plan-made", days(10, 30), year=2025),
        step("report-heard", days(5, 20), year=2025),
        step("npc-reported", days(5, 20), year=2025),
        step("law-lecture-held", days(30, 60), body=body, year=2025),
        step("law-lecture-held", days(60, 90), called="law-lecture-held:2", body=body, year=2025),
        step("performance-reported", days(20, 60), year=2025),
        step(ENDED, YEAR_END, year=2025, level="county", body=body),
        *reported()[1:],
    )


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A report, a year, an inspection or an audit."""
    return Story("annual-report", name, weight=weight, steps=steps, **more)


REPORT = story("report of the year", 1, *reported(), between=JANUARY, each_organ=True, **YEAR)
PROVINCE = story("report of a higher level", 1, *reported("province"), between=JANUARY, sectors=("government",), **YEAR)
WORK = story("work of a department over the year", 8, *year_of("department"), between=("2025-01-06", "2025-03-14"))
WORK_OF_GOVERNMENT = story(
    "work of a government over the year",
    3,
    *year_of("government"),
    between=("2025-01-06", "2025-03-14"),
    sectors=("government",),
)
WORK_OF_PARTY = story(
    "work of a Party committee over the year",
    2,
    *year_of("party-committee"),
    between=("2025-01-06", "2025-03-14"),
    sectors=("government",),
)
INSPECTED = story(
    "inspected, put right",
    5,
    step("inspection-plan-made", plan_approved=YES),
    step("inspection-held", days(20, 60)),
    step("inspection-feedback-sent", workdays(3, 9), period_set=YES, rectify_by=day_of("inspection-feedback-sent", 60)),
    step("rectification-reported", days(20, 50)),
    step("inspection-closed", workdays(3, 9)),
)
AUDITED = story(
    "audited, put right",
    6,
    step("audit-report-received"),
    step("audit-opinion-submitted", days(2, 8)),
    step("audit-findings-received", days(15, 30), rectify_by=day_of("audit-findings-received", 60)),
    step("audit-rectification-reported", days(20, 50)),
    step("audit-rectification-published", workdays(2, 9)),
    step("audit-closed", workdays(3, 9)),
)

STORIES = (REPORT, PROVINCE, WORK, WORK_OF_GOVERNMENT, WORK_OF_PARTY, INSPECTED, AUDITED)

RECIPES = (
    breach(
        REPORT,
        moved(SUBMITTED, days(61, 75), after="drafted"),
        moved(PUBLISHED, days(1, 4), after=SUBMITTED),
        breaks="ann-report-0301@year#2025",
        between=("2026-01-05", "2026-01-09"),
    ),
    breach(REPORT, moved(PUBLISHED, days(95, 140), after="drafted"), breaks="ann-publish-0401@year#2025"),
    breach(REPORT, without(PUBLISHED), breaks="ann-publish-0401@year#2025"),
    breach(
        PROVINCE,
        moved(SUBMITTED, days(92, 110), after="drafted"),
        moved(PUBLISHED, days(1, 4), after=SUBMITTED),
        breaks=("ann-report-0401-central@year#2025", "ann-publish-0401@year#2025"),
    ),
    breach(REPORT, wrong(SUBMITTED, shortcomings_stated=NO), breaks=f"ann-elements@{SUBMITTED}#1"),
    breach(WORK, without("law-lecture-held:2"), breaks=f"ann-lectures-2/department@{ENDED}#1"),
    breach(WORK_OF_GOVERNMENT, without("law-lecture-held:2"), breaks=f"ann-lectures-2/government@{ENDED}#1"),
    breach(WORK_OF_PARTY, without("law-lecture-held:2"), breaks=f"ann-lectures-2/party@{ENDED}#1"),
    breach(WORK_OF_PARTY, without("report-heard"), breaks=f"ann-party-hearing@{ENDED}#1"),
    breach(WORK, without("annual-plan-made"), breaks=f"ann-plan@{ENDED}#1"),
    breach(WORK, without("implementation-plan-made"), breaks=f"ann-plan/implementation@{ENDED}#1"),
    breach(WORK_OF_GOVERNMENT, without("npc-reported"), breaks=f"ann-npc-report-2008@{ENDED}#1"),
    breach(WORK, without("performance-reported"), breaks=f"ann-first-responsible@{ENDED}#1:advisory"),
    breach(
        INSPECTED,
        wrong("inspection-plan-made", plan_approved=NO),
        breaks="ann-inspection-plan/approved@inspection-held#1",
    ),
    breach(
        INSPECTED,
        wrong("inspection-feedback-sent", period_set=NO),
        breaks="ann-inspection-plan/period@inspection-feedback-sent#1",
    ),
    breach(
        INSPECTED,
        without("rectification-reported"),
        breaks="ann-inspection-plan/reported@inspection-feedback-sent#1",
        see=("inspection-closed",),
    ),
    breach(
        AUDITED,
        late("audit-opinion-submitted", after="audit-report-received", count=10, unit="workdays"),
        breaks=(
            "ann-audit-reply-10d@audit-report-received#1",
            "ann-audit-reply-10d/working-days@audit-report-received#1",
        ),
    ),
    breach(
        AUDITED,
        moved("audit-opinion-submitted", workdays(9, 10), after="audit-report-received"),
        breaks="ann-audit-reply-10d@audit-report-received#1:advisory",
        between=("2025-10-13", "2025-12-05"),
    ),
    breach(
        AUDITED,
        moved("audit-rectification-reported", days(65, 90), after="audit-findings-received"),
        breaks="ann-audit-rectify/in-time@audit-findings-received#1",
    ),
    breach(
        AUDITED,
        without("audit-rectification-published"),
        breaks="ann-audit-rectify/published@audit-findings-received#1",
        see=("audit-closed",),
    ),
    unknown(AUDITED, blank_day("audit-opinion-submitted")),
    unknown(REPORT, wrong(SUBMITTED, shortcomings_stated=BLANK)),
)
