"""The list of powers and duties: kept up to date, public, and no power used beside it (the outline that
asks it ran to 2025).
"""

from __future__ import annotations

from typing import Any

from demo.city.recipes import breach, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Step, Story, days, step, workdays

YEAR = ("2025-01-06", "2025-09-30")
ITEM = {"item": "QP-CF-0018"}


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A change of the list, or a power used."""
    return Story("duty-list", name, weight=weight, steps=steps, **{"between": YEAR, **more})


CHANGED = story(
    "law changed, list adjusted",
    15,
    step("law-changed", **ITEM),
    step("change-proposed", days(5, 20), **ITEM),
    step("legality-reviewed", workdays(2, 6), **ITEM),
    step("list-adjusted", days(5, 15), **ITEM),
    step("list-published", workdays(1, 9)),
    step("list-assessed", days(40, 60)),
)
MOVED = story(
    "function moved, list adjusted",
    8,
    step("function-changed", **ITEM),
    step("list-adjusted", days(10, 30), **ITEM),
    step("list-published", workdays(1, 9)),
    step("list-assessed", days(40, 60)),
)
USED = story(
    "power used as listed",
    25,
    step(
        "item-listed",
        **ITEM,
        department="市场监督管理局",
        power_type="penalty",
        basis="食品安全法",
        duty_items="受理、审查、决定、送达",
        accountability="见追责情形依据",
        level="county",
        version="2024",
    ),
    step("power-exercised", days(20, 150), **ITEM, legal_basis=YES),
    between=("2025-01-06", "2025-06-30"),
)

STORIES = (CHANGED, MOVED, USED)

RECIPES = (
    breach(CHANGED, without("list-published"), breaks="dut-list-public@list-adjusted#1", see=("list-assessed",)),
    breach(
        CHANGED,
        without("change-proposed", "legality-reviewed", "list-adjusted", "list-published"),
        breaks="dut-dynamic/law@law-changed#1",
        see=("list-assessed",),
    ),
    breach(
        MOVED,
        without("list-adjusted", "list-published"),
        breaks="dut-dynamic/function@function-changed#1",
        see=("list-assessed",),
    ),
    breach(USED, without("item-listed"), breaks="dut-no-power-outside/listed@power-exercised#1"),
    breach(USED, wrong("power-exercised", legal_basis=NO), breaks="dut-no-power-outside/basis@power-exercised#1"),
    unknown(USED, wrong("power-exercised", legal_basis=BLANK)),
)
