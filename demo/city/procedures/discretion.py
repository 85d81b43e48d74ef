"""Benchmarks for discretion: made in the right steps, within the superior's, published, filed, kept
current; departing only with approval.
"""

from __future__ import annotations

from typing import Any

from demo.city.recipes import breach, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Step, Story, days, step, workdays
from demo.city.values import one_of, yuan

ORGANS = (
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


def made(**more: Any) -> tuple[Step, ...]:
    """Evaluated, commented on, reviewed, discussed, made, published, filed."""
    held = {
        "violation": "擅自占用道路",
        "tier": "一般",
        "version": "2025",
        "form": "document",
        "act_stated": YES,
        "basis_stated": YES,
        "steps_stated": YES,
        "conditions_stated": YES,
        "standards_stated": YES,
        "lower": yuan(1000, 2000),
        "upper": yuan(3000, 5000),
        "superior_lower": yuan(500, 900),
        "superior_upper": yuan(5000, 9000),
    }
    return (
        step("benchmark-evaluated"),
        step("comments-sought", days(5, 15)),
        step("legality-reviewed", days(30, 45)),
        step("collective-discussion-held", workdays(2, 9), topic="benchmark", benchmark_level="own", recorded=YES),
        step("benchmark-made", workdays(0, 3), **{**held, **more}),
        step("benchmark-published", workdays(1, 9)),
        step("benchmark-filed", workdays(2, 9)),
    )


def decided(**more: Any) -> Step:
    """A penalty by the benchmark."""
    held = {
        "departed": NO,
        "benchmark_level": "own",
        "maker_approval": NO,
        "benchmark_stated": YES,
        "result": "penalty",
        "benchmark_exists": YES,
        "approver": "head",
    }
    return step("decision-made", days(20, 60), **{**held, **more})


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A benchmark."""
    return Story("discretion", name, weight=weight, sectors=ORGANS, steps=steps, **more)


USED = story(
    "made, published and used",
    25,
    *made(),
    decided(),
    step("benchmark-reviewed", days(30, 60)),
    between=("2025-03-03", "2025-12-31"),
)
CHANGED = story(
    "law changed, adjusted",
    8,
    *made(),
    step("law-changed", days(20, 60)),
    step("benchmark-adjusted", days(10, 40)),
    step("benchmark-reviewed", days(20, 40)),
    between=("2025-03-03", "2025-12-31"),
)
SITUATION = story(
    "facts changed, adjusted",
    5,
    *made(),
    step("situation-changed", days(20, 60)),
    step("benchmark-adjusted", days(10, 40)),
    step("benchmark-reviewed", days(20, 40)),
    between=("2025-03-03", "2025-12-31"),
)
DEPARTED = story(
    "departed from the own benchmark",
    4,
    *made(),
    step("departure-approved", days(20, 60), approver="principal"),
    step(
        "decision-made",
        workdays(1, 5),
        departed=YES,
        benchmark_level="own",
        benchmark_stated=YES,
        result="penalty",
        benchmark_exists=YES,
        approver="principal",
    ),
)
DEPARTED_SUPERIOR = story(
    "departed from the superior's benchmark",
    3,
    step("maker-approved"),
    step(
        "decision-made",
        workdays(1, 5),
        departed=YES,
        benchmark_level=one_of("city", "province"),
        maker_approval=YES,
        benchmark_stated=YES,
        result="penalty",
        benchmark_exists=YES,
        approver="head",
    ),
)
ASSESSED = story("assessed by quality", 4, step("indicator-set", measured=one_of("quality", "cases", "other")))

STORIES = (USED, CHANGED, SITUATION, DEPARTED, DEPARTED_SUPERIOR, ASSESSED)

RECIPES = (
    breach(
        USED,
        without("benchmark-published", "benchmark-filed"),
        breaks="dis-published@benchmark-made#1",
        see=("decision-made",),
    ),
    breach(
        USED,
        wrong("benchmark-made", upper=yuan(9500, 20000)),
        breaks="dis-level/upper@benchmark-made#1",
        see=("benchmark-made.superior_upper",),
    ),
    breach(
        USED,
        wrong("benchmark-made", lower=yuan(100, 400)),
        breaks="dis-level/lower@benchmark-made#1",
        see=("benchmark-made.superior_lower",),
    ),
    breach(USED, without("comments-sought"), breaks="dis-procedure/steps@benchmark-made#1"),
    breach(
        USED,
        without("benchmark-filed"),
        breaks="dis-procedure/filed@benchmark-published#1",
        see=("benchmark-reviewed",),
    ),
    breach(USED, wrong("benchmark-made", steps_stated=NO), breaks="dis-content@benchmark-made#1"),
    breach(
        DEPARTED,
        without("departure-approved"),
        breaks="dis-depart-own@decision-made#1",
        see=("decision-made.departed",),
    ),
    breach(
        DEPARTED_SUPERIOR,
        without("maker-approved"),
        wrong("decision-made", maker_approval=NO),
        breaks=("dis-depart-superior@decision-made#1", "pen-discretion-stated/departure@decision-made#1"),
    ),
    breach(USED, wrong("decision-made", benchmark_stated=NO), breaks="pen-discretion-stated/stated@decision-made#1"),
    breach(CHANGED, without("benchmark-adjusted"), breaks="dis-update/law@law-changed#1", see=("benchmark-reviewed",)),
    breach(
        SITUATION,
        without("benchmark-adjusted"),
        breaks="dis-update/situation@situation-changed#1",
        see=("benchmark-reviewed",),
    ),
    breach(ASSESSED, wrong("indicator-set", measured="fine-amount"), breaks="dis-no-fine-ranking@indicator-set#1"),
    unknown(USED, wrong("benchmark-made", steps_stated=BLANK)),
    unknown(ASSESSED, wrong("indicator-set", measured=BLANK)),
)
