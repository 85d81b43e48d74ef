"""Decisions that are not performed: demanded, then enforced by the organ itself, by another in the party's
place, or by a court.

Where the organ has no power of its own it waits until both remedies have ended (six months), demands,
waits ten working days and applies to the court within three months.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, beyond, days, same_day, step, workdays
from demo.city.values import day_of, one_of, yuan

ORGANS = ("market", "agriculture", "transport", "urban", "environment", "emergency", "health", "land", "labour")
OWN = ("urban", "transport", "land", "township")
EARLIER = ("2024-10-08", "2025-12-31")
DECIDED, CARRIED_OUT, APPLIED = "enforcement-decided", "enforcement-carried-out", "court-enforcement-applied"


def ordered(own: bool, **more: Any) -> tuple[Step, ...]:
    """The decision that is to be performed, served with the remedies."""
    return (
        step("decision-made", own_enforcement=own),
        step("decision-served", workdays(0, 5), **{"remedies_told": YES, **more}),
    )


def fined(own: bool = NO) -> tuple[Step, ...]:
    """A fine of which the additional fine begins when it is not paid."""
    return (*ordered(own, fine=yuan(5000, 60000)), step("additional-fine-started", days(16, 30), rate_told=YES))


def demanded(gap: Gap, money: bool = YES, **more: Any) -> Step:
    """The demand and what it says."""
    held = {
        "period_days": 10,
        "written": YES,
        "period_stated": YES,
        "way_stated": YES,
        "sum_stated": YES,
        "money_owed": money,
        "rights_told": YES,
    }
    return step("demand-served", gap, **{**held, **more})


def decided(way: str, gap: Gap | None = None, **more: Any) -> tuple[Step, ...]:
    """The decision to enforce, served."""
    held = {
        "immediate": NO,
        "power_basis": "law",
        "way": way,
        "party_stated": YES,
        "reasons_stated": YES,
        "way_and_time_stated": YES,
        "remedies_told": YES,
        "organ_and_date_stated": YES,
    }
    return (
        step(DECIDED, gap or days(13, 30), after="demand-served", **{**held, **more}),
        step("enforcement-decision-served", workdays(0, 3)),
    )


def carried_out(way: str, gap: Gap | None = None) -> Step:
    """Carried out by day on a working day."""
    return step(CARRIED_OUT, gap or workdays(3, 12), urgent=NO, at_night=NO, against_residents=NO, way=way)


def closed(gap: Gap | None = None) -> Step:
    """The case is closed."""
    return step("case-closed", gap or workdays(3, 15))


def story(name: str, weight: int, sectors: tuple[str, ...], *steps: Step, **more: Any) -> Story:
    """An enforcement case."""
    return Story("enforcement", name, weight=weight, sectors=sectors, steps=steps, **more)


AFTER_REMEDIES = beyond(6, "months", by=(3, 18))

PAID = story(
    "paid after the demand", 30, ORGANS, *fined(), demanded(days(5, 60)), step("fine-paid", days(2, 20)), closed()
)
DEFERRED = story(
    "payment deferred, then paid",
    4,
    ORGANS,
    *fined(),
    step("payment-deferred", days(3, 15), deferred_to=day_of("payment-deferred", 90)),
    demanded(days(92, 110)),
    step("fine-paid", days(2, 20)),
    closed(),
)
REMOVED = story(
    "obstacles removed by the organ",
    14,
    OWN,
    *ordered(YES),
    demanded(days(10, 60), NO),
    step("defence-received", days(2, 6), recorded=YES),
    step("defence-reviewed", workdays(0, 2)),
    *decided("removal", days(20, 35)),
    carried_out("removal"),
    closed(),
)
TRANSFERRED = story(
    "deposits transferred",
    8,
    ("labour", "transport"),
    *fined(YES),
    demanded(days(20, 60)),
    *decided("transfer", days(20, 40)),
    carried_out("transfer"),
    step("proceeds-received", workdays(1, 4)),
    step("proceeds-to-treasury", workdays(0, 5)),
    closed(),
)
HIDING = story(
    "decided at once on signs of hiding",
    2,
    ("labour", "transport"),
    *fined(YES),
    demanded(days(40, 60)),
    step("asset-hiding-evidence", workdays(0, 2), filed=YES),
    *decided("transfer", workdays(3, 4), immediate=YES),
    carried_out("transfer"),
    step("proceeds-received", workdays(1, 4)),
    step("proceeds-to-treasury", workdays(0, 5)),
    closed(),
)
AUCTIONED = story(
    "seized goods auctioned",
    4,
    ORGANS,
    step("seizure-started"),
    *ordered(NO, fine=yuan(5000, 60000)),
    demanded(beyond(6, "months", by=(3, 12))),
    step("auction-held", days(15, 30), own_enforcement=NO),
    step("proceeds-received", workdays(0, 4)),
    step("fine-paid", same_day()),
    step("proceeds-to-treasury", workdays(0, 5)),
    closed(),
    between=EARLIER,
)
DEMOLISHED = story(
    "illegal building demolished",
    6,
    ("urban", "land", "township"),
    step("decision-made", own_enforcement=YES),
    step("demolition-order-served", workdays(0, 5), remedies_told=YES),
    step("demolition-announced", days(30, 60), self_removal_by=day_of("demolition-announced", 15)),
    demanded(days(20, 40), NO),
    *decided("demolition"),
    step("demolished", beyond(6, "months", by=(5, 60)), after="demolition-order-served", av_recording=YES),
    closed(),
    between=EARLIER,
)
CHALLENGED = story(
    "demolished after a lost suit",
    2,
    ("urban", "land", "township"),
    step("decision-made", own_enforcement=YES),
    step("demolition-order-served", workdays(0, 5), remedies_told=YES),
    step("demolition-announced", days(30, 60), self_removal_by=day_of("demolition-announced", 15)),
    step("suit-accepted", days(10, 40)),
    step("judgment-effective", days(60, 90)),
    demanded(days(5, 15), NO),
    *decided("demolition"),
    step("demolished", beyond(6, "months", by=(40, 90)), after="demolition-order-served", av_recording=YES),
    closed(),
    between=EARLIER,
)
SUBSTITUTED = story(
    "performed by another",
    6,
    ("environment", "urban", "land"),
    *ordered(YES),
    demanded(days(10, 40), NO),
    step(
        "substitute-decision-served",
        days(12, 25),
        harm=one_of("pollution", "traffic-safety", "natural-resources"),
        party_stated=YES,
        reasons_stated=YES,
        way_and_time_stated=YES,
        object_stated=YES,
        cost_estimated=YES,
        performer_stated=YES,
    ),
    step("substitute-demand-served", workdays(3, 9)),
    step(
        "substitute-performed",
        workdays(4, 9),
        performer=one_of("organ", "third-party"),
        violence_used=NO,
        staff_present=YES,
        papers_signed=YES,
    ),
    step(
        "cost-claimed", workdays(3, 12), claimed=yuan(2000, 9000), actual_cost=yuan(9000, 20000), cost_by_other_law=NO
    ),
    closed(),
)
AT_ONCE = story(
    "cleared at once",
    5,
    ("transport", "urban"),
    step(
        "immediate-substitute-decided",
        place=one_of("road", "river", "public-place"),
        party_cannot_clear=YES,
        party_absent=YES,
    ),
    step("performed", same_day()),
    step("party-told", workdays(0, 1)),
    closed(),
)
AGREED = story(
    "agreed, broken, resumed",
    3,
    ("labour", "transport"),
    *fined(YES),
    demanded(days(20, 60)),
    *decided("transfer", days(20, 40)),
    step("enforcement-agreement", workdays(1, 4)),
    step("additional-fine-reduced", same_day(), remedied=YES),
    step("agreement-broken", days(20, 40)),
    step("enforcement-resumed", workdays(1, 5)),
    carried_out("transfer"),
    step("proceeds-received", workdays(1, 4)),
    step("proceeds-to-treasury", workdays(0, 5)),
    closed(),
)
SUSPENDED = story(
    "suspended and resumed",
    3,
    OWN,
    *ordered(YES),
    demanded(days(10, 60), NO),
    *decided("removal"),
    step("suspension-cause-found", workdays(1, 3), cause="hardship"),
    step("enforcement-suspended", workdays(0, 2), cause="hardship", no_social_harm=NO),
    step("suspension-cause-ended", days(20, 60)),
    step("enforcement-resumed", workdays(0, 3)),
    carried_out("removal"),
    closed(),
)
UNABLE = story(
    "suspended for want of means, paid later",
    1,
    OWN,
    *ordered(YES),
    demanded(days(10, 60), NO),
    *decided("removal"),
    step("suspension-cause-found", workdays(1, 3), cause="inability"),
    step("enforcement-suspended", workdays(0, 2), cause="inability", no_social_harm=YES),
    step("suspension-cause-ended", days(100, 200)),
    step("enforcement-resumed", workdays(0, 3)),
    step("decision-performed", days(5, 30)),
    closed(),
)
REVOKED = story(
    "revoked afterwards, made good",
    2,
    OWN,
    *ordered(YES),
    demanded(days(10, 60), NO),
    *decided("removal"),
    carried_out("removal"),
    step("decision-revoked", days(40, 80)),
    step("restored", workdays(3, 15)),
    closed(),
)
WRONGED = story(
    "wrong execution, compensated",
    1,
    OWN,
    *ordered(YES),
    demanded(days(10, 60), NO),
    *decided("removal"),
    carried_out("removal"),
    step("execution-found-wrong", days(5, 30)),
    step("compensated", workdays(5, 20)),
    closed(),
)
STORIES = (
    PAID,
    DEFERRED,
    REMOVED,
    TRANSFERRED,
    HIDING,
    AUCTIONED,
    DEMOLISHED,
    CHALLENGED,
    SUBSTITUTED,
    AT_ONCE,
    AGREED,
    SUSPENDED,
    UNABLE,
    REVOKED,
    WRONGED,
)
