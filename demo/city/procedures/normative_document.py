"""Normative documents: evaluated, published for comment, reviewed, decided together, signed, published,
filed; and their use afterwards.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, same_day, step, workdays
from demo.city.values import day_of, one_of

MAKERS = ("government",)
DEPARTMENTS = ("market", "transport", "agriculture", "health", "labour")
COMMENT, DECIDED, PUBLISHED, IN_FORCE, APPLIED = (
    "draft-published-for-comment",
    "collective-decision-made",
    "published",
    "takes-effect",
    "decision-made",
)
TITLES = one_of(
    "关于规范小型餐饮管理的通知", "关于户外广告设置的管理办法", "关于城区停车收费的通知", "关于农村自建房管理的实施细则"
)


def made(maker: str = "government", market: bool = NO, *before_review: Step, secret: bool = NO) -> tuple[Step, ...]:
    """From the plan to the signature."""
    return (
        step("planned", title_text=TITLES),
        step(
            "drafted", days(10, 40), title_text=TITLES, maker=maker, market_related=market, secret=secret, emergency=NO
        ),
        step("evaluated", days(3, 15)),
        step(COMMENT, workdays(1, 5), market_related=market, shortfall_reasoned=NO, shortened=NO, explained=NO),
        step("comment-closed", days(30, 40)),
        *before_review,
        step("legality-review-sent", workdays(1, 4), complete=YES),
        step("legality-reviewed", workdays(6, 12), result=one_of("pass", "pass", "pass-after-change")),
        step(DECIDED, workdays(2, 9)),
        step("signed", workdays(0, 2), maker=maker, signer="principal"),
        step("document-number-given", same_day()),
    )


def published(
    filed_to: str = "superior-government", gap: Gap | None = None, market: bool = NO, **effect: Any
) -> tuple[Step, ...]:
    """Issued, published through the one channel, explained, filed; it takes effect a month and more later."""
    held = {"immediate_reason": "none", "trial": NO, "implements_law": NO, "validity_years": 5}
    return (
        step("document-issued", gap or workdays(1, 3), published=YES),
        step(PUBLISHED, same_day(), market_related=market, unified_channel=YES),
        step("interpreted", workdays(0, 3)),
        step("filed", days(3, 12), after=PUBLISHED, filed_to=filed_to),
        step(IN_FORCE, days(33, 60), after=PUBLISHED, **{**held, **effect}),
    )


def registered() -> tuple[Step, ...]:
    """Registered and numbered by the legal body of the government, handed on."""
    return (
        step("sent-for-registration", workdays(0, 1)),
        step("registration-accepted", workdays(0, 1)),
        step("registered", workdays(0, 1)),
        step("numbered", same_day(), registration_no="登2025-018"),
        step("handed-to-office", workdays(0, 1)),
    )


def story(name: str, weight: int, sectors: tuple[str, ...], *steps: Step, **more: Any) -> Story:
    """A document."""
    return Story("normative-document", name, weight=weight, sectors=sectors, steps=steps, **more)


COMPETITION = step("fair-competition-reviewed", workdays(1, 5), result="pass", end_fixed=NO)
TRANSITION = step("transition-decided", same_day(), transition=one_of("needed", "not-needed"))

OF_GOVERNMENT = story("made by a government", 30, MAKERS, *made(), *published())
OF_DEPARTMENT = story("made by a department", 30, DEPARTMENTS, *made("department"), *published("own-government"))
MARKET = story(
    "on market entities", 20, MAKERS, *made("government", YES, COMPETITION, TRANSITION), *published(market=YES)
)
APPLIED_SINCE = story(
    "applied in a decision",
    10,
    MAKERS,
    *made(),
    *published(),
    step(APPLIED, days(5, 60), basis="登2025-018", act_on=day_of(IN_FORCE, 3)),
)
CLEANED = story(
    "kept in two cleanups",
    5,
    MAKERS,
    step("document-issued", published=YES),
    step("cleanup-published", workdays(0, 3), round="一", conclusion="keep"),
    step(APPLIED, days(30, 90), basis="登2023-007", act_on=day_of("cleanup-published", 20)),
    step(
        "cleanup-published",
        days(500, 700),
        after="cleanup-published",
        called="cleanup-published:2",
        round="二",
        conclusion="keep",
    ),
    between=("2024-03-01", "2024-07-31"),
)
SHANDONG = story(
    "made and registered under local rules",
    8,
    (),
    *made("department"),
    *registered(),
    *published("own-government"),
    places=("shandong",),
)
HUNAN = story("made under local rules", 8, (), *made("department"), *published("own-government"), places=("hunan",))
ASKED = story(
    "review asked for by a citizen",
    6,
    (),
    step("review-requested"),
    step("review-handled", days(8, 26), told_in_writing=YES),
    places=("shandong", "hunan"),
)
ASKED_LONGER = story(
    "review asked for, extended",
    2,
    (),
    step("review-requested"),
    step("extension-approved", days(40, 54), days="30日", approver="head"),
    step("review-handled", days(64, 80), after="review-requested", told_in_writing=YES),
    places=("shandong",),
)
RENEWED = story(
    "an older document evaluated and registered again",
    3,
    (),
    *made("department"),
    *registered(),
    *published("own-government"),
    step("pre-expiry-evaluated", days(1705, 1740), after=IN_FORCE),
    step("re-registered", days(1750, 1770), after=IN_FORCE),
    places=("shandong", "hunan"),
    between=("2020-09-01", "2020-12-31"),
)

STORIES = (OF_GOVERNMENT, OF_DEPARTMENT, MARKET, APPLIED_SINCE, CLEANED, SHANDONG, HUNAN, ASKED, ASKED_LONGER, RENEWED)
