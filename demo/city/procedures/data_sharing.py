"""Sharing of government data (政务数据共享条例): catalogue in ten working days, unconditional requests in one,
conditional in ten.
"""

from __future__ import annotations

from typing import Any

from demo.city.recipes import blank_day, breach, late, lawful, moved, on_last_day, unknown, wrong
from demo.city.stories import NO, YES, Step, Story, same_day, step, workdays

SINCE = ("2025-08-18", "2026-06-30")
ASKED, REPLIED = "sharing-request-received", "sharing-replied"


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A catalogue or a request."""
    return Story("data-sharing", name, weight=weight, steps=steps, **{"between": SINCE, **more})


LAW = story(
    "law changed, catalogue brought up to date",
    12,
    step("law-changed"),
    step("catalogue-updated", workdays(2, 9)),
    step("catalogue-received", workdays(0, 1)),
    step("catalogue-published", workdays(0, 2)),
)
FUNCTION = story(
    "function moved, catalogue brought up to date later",
    5,
    step("function-changed"),
    step("catalogue-extended", workdays(4, 8), days="5个工作日", approver="data-office"),
    step("catalogue-updated", workdays(11, 14), after="function-changed"),
    step("catalogue-received", workdays(0, 1)),
    step("catalogue-published", workdays(0, 2)),
)
AT_ONCE = story(
    "shared without conditions",
    20,
    step(ASKED, kind="unconditional"),
    step(REPLIED, workdays(0, 1), agreed=YES),
    step("data-shared", workdays(1, 15)),
)
CONDITIONAL = story(
    "shared on conditions",
    20,
    step(ASKED, kind="conditional"),
    step(REPLIED, workdays(2, 9), agreed=YES),
    step("data-shared", workdays(3, 18)),
)
REFUSED = story("not shared", 6, step(ASKED, kind="conditional"), step(REPLIED, workdays(2, 9), agreed=NO))
LONGER = story(
    "answered later with consent",
    5,
    step(ASKED, kind="conditional"),
    step("extension-approved", workdays(4, 8), days="10个工作日", approver="data-office", told_to_applicant=YES),
    step(REPLIED, workdays(12, 19), after=ASKED, agreed=YES),
    step("data-shared", workdays(3, 18)),
)
CORRECTED = story("data corrected", 8, step("correction-requested"), step("correction-reported", workdays(2, 9)))

STORIES = (LAW, FUNCTION, AT_ONCE, CONDITIONAL, REFUSED, LONGER, CORRECTED)

RECIPES = (
    breach(
        LAW,
        late("catalogue-updated", after="law-changed", count=10, unit="workdays"),
        breaks="dut-data-catalogue-10wd/law@law-changed#1",
    ),
    breach(
        FUNCTION,
        late("catalogue-updated", after="function-changed", count=15, unit="workdays"),
        breaks="dut-data-catalogue-10wd/function@function-changed#1",
    ),
    breach(
        FUNCTION,
        wrong("catalogue-extended", approver="head"),
        breaks="dut-data-catalogue-10wd/function@function-changed#1",
    ),
    breach(
        LAW,
        late("catalogue-published", after="catalogue-received", count=2, unit="workdays"),
        breaks="dut-data-catalogue-2wd@catalogue-updated#1",
    ),
    breach(AT_ONCE, late(REPLIED, after=ASKED, count=1, unit="workdays"), breaks=f"dut-data-reply@{ASKED}#1"),
    breach(
        LONGER,
        wrong(ASKED, kind="unconditional"),
        moved("extension-approved", same_day(), after=ASKED),
        moved(REPLIED, workdays(4, 9), after=ASKED),
        breaks=f"dut-data-reply@{ASKED}#1:advisory",
    ),
    breach(
        LONGER,
        wrong(ASKED, kind="unconditional"),
        moved("extension-approved", same_day(), after=ASKED),
        moved(REPLIED, workdays(14, 19), after=ASKED),
        breaks=(f"dut-data-reply@{ASKED}#1", f"dut-data-reply/extended@{ASKED}#1"),
    ),
    breach(CONDITIONAL, late(REPLIED, after=ASKED, count=10, unit="workdays"), breaks=f"dut-data-reply-10wd@{ASKED}#1"),
    lawful(CONDITIONAL, on_last_day(REPLIED, after=ASKED, count=10, unit="workdays")),
    breach(LONGER, wrong("extension-approved", told_to_applicant=NO), breaks=f"dut-data-reply-10wd@{ASKED}#1"),
    breach(
        CONDITIONAL,
        late("data-shared", after=REPLIED, count=20, unit="workdays"),
        breaks=f"dut-data-share-20wd@{REPLIED}#1",
    ),
    breach(
        CORRECTED,
        late("correction-reported", after="correction-requested", count=10, unit="workdays"),
        breaks="dut-data-correct-10wd@correction-requested#1",
    ),
    unknown(CONDITIONAL, blank_day(REPLIED)),
    unknown(CORRECTED, blank_day("correction-reported")),
)
