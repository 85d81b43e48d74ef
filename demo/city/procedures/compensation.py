"""State compensation: claimed in two years, decided in two months, served in ten days, paid (国家赔偿法)."""

from __future__ import annotations

from typing import Any

from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Gap, Step, Story, beyond, days, step, workdays
from demo.city.values import yuan

KNOWN, CLAIMED, DECIDED, SERVED = (
    "infringement-known",
    "compensation-claim-received",
    "compensation-decided",
    "compensation-decision-served",
)


def claimed(gap: Gap | None = None, **more: Any) -> tuple[Step, ...]:
    """The claim comes in."""
    return (step(KNOWN), step(CLAIMED, gap or days(20, 200), **{"joined": NO, **more}))


def decided(result: str) -> tuple[Step, ...]:
    """Talked over, decided, served."""
    return (
        step("negotiated", days(8, 25)),
        step(
            DECIDED,
            days(8, 25),
            result=result,
            amount=yuan(1000, 80000),
            views_heard=YES,
            written=YES,
            reasons_stated=YES,
        ),
        step(SERVED, days(1, 7)),
    )


def paid() -> tuple[Step, ...]:
    """Asked for, forwarded, paid."""
    return (
        step("payment-requested", days(3, 30)),
        step("payment-forwarded-to-finance", days(1, 4)),
        step("finance-application-received", workdays(0, 2)),
        step("compensation-paid", days(3, 13), amount=yuan(1000, 80000)),
        step("dossier-archived", workdays(3, 9)),
    )


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A claim."""
    return Story("compensation", name, weight=weight, steps=steps, numbered=CLAIMED, **more)


GRANTED = story("granted and paid", 20, *claimed(), *decided("granted"), *paid())
REFUSED = story(
    "refused and sued over",
    8,
    *claimed(),
    *decided("refused"),
    step("suit-filed", days(20, 65)),
    step("dossier-archived", workdays(3, 9)),
)
WITHDRAWN = story(
    "withdrawn", 5, *claimed(), step("claim-withdrawn", days(10, 40)), step("dossier-archived", workdays(3, 9))
)
DETAINED = story(
    "hindered by detention",
    2,
    step(KNOWN),
    step("detention-started", days(100, 200)),
    step("detention-ended", days(100, 200)),
    step(CLAIMED, days(20, 60), joined=NO),
    *decided("granted"),
    *paid(),
    between=("2025-01-06", "2025-06-30"),
)

STORIES = (GRANTED, REFUSED, WITHDRAWN, DETAINED)

RECIPES = (
    breach(
        GRANTED,
        moved(CLAIMED, beyond(2, "years", by=(3, 60)), after=KNOWN),
        breaks="cmp-apply-2y:loss",
        between=("2023-01-09", "2023-09-29"),
    ),
    breach(GRANTED, late(DECIDED, after=CLAIMED, count=2, unit="months"), breaks="cmp-decide-2m"),
    lawful(GRANTED, on_last_day(DECIDED, after=CLAIMED, count=2, unit="months")),
    breach(
        GRANTED,
        without("negotiated"),
        moved(DECIDED, days(20, 45), after=CLAIMED),
        wrong(DECIDED, views_heard=NO),
        breaks=f"cmp-decide-2m/heard@{DECIDED}#1",
    ),
    breach(GRANTED, late(SERVED, after=DECIDED, count=10), breaks=f"cmp-serve-10d@{DECIDED}#1"),
    breach(REFUSED, wrong(DECIDED, reasons_stated=NO), breaks=f"cmp-serve-10d/reasons@{DECIDED}#1"),
    breach(
        REFUSED,
        moved("suit-filed", beyond(3, "months", by=(2, 60)), after=DECIDED),
        breaks=f"cmp-sue-3m@{DECIDED}#1:loss",
    ),
    breach(
        WITHDRAWN,
        without("claim-withdrawn", "dossier-archived"),
        added(step("suit-filed", beyond(5, "months", by=(12, 40)), after=CLAIMED)),
        breaks=("cmp-decide-2m", "cmp-sue-3m/silence:loss"),
    ),
    breach(
        GRANTED,
        late("payment-forwarded-to-finance", after="payment-requested", count=7),
        breaks="cmp-pay-7-15d@payment-requested#1",
    ),
    breach(
        GRANTED,
        late("compensation-paid", after="finance-application-received", count=15),
        breaks="cmp-finance-pay-15d@payment-forwarded-to-finance#1",
    ),
    unknown(GRANTED, blank_day(DECIDED)),
    unknown(REFUSED, wrong(DECIDED, reasons_stated=BLANK)),
)
