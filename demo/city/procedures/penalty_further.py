"""Penalties by the ordinary procedure: rarer histories, which most breaches of rarer duties are made from."""

from __future__ import annotations

from demo.city.procedures.penalty_ordinary import (
    AFTERWARDS,
    CLOSED,
    CONCLUDED,
    FILED,
    GENERAL,
    INQUIRY,
    INVESTIGATED,
    MIDDLE,
    OPENING,
    ORDINARY,
    PAID,
    PUBLISHED,
    SERVED,
    SITE,
    SMALL,
    WAIVED,
    decided,
    notice,
)
from demo.city.procedures.penalty_police import POLICE, POLICE_PLAIN
from demo.city.procedures.penalty_sectors import AGRICULTURE, MARKET, REVIEW
from demo.city.stories import NO, YES, Step, Story, days, step, workdays
from demo.city.values import day_of, part_of, person, same

# ── who may punish ──
ENTRUSTED = Story(
    ORDINARY,
    "entrusted to a body",
    weight=2,
    sectors=("urban", "culture", "labour"),
    steps=(
        step(
            "body-entrusted",
            letter_made=YES,
            matters_stated=YES,
            powers_stated=YES,
            period_stated=YES,
            by_entrusted_body=NO,
        ),
        step("entrustment-published", workdays(1, 5)),
        step("violation-ended", days(3, 40), harm_life_health_finance=NO),
        *(*OPENING[1:], FILED, *INVESTIGATED, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 4), under_entrustment=YES, in_principals_name=YES), *AFTERWARDS),
    ),
)
DISPUTED = Story(
    ORDINARY,
    "market: who has the case, agreed",
    weight=1,
    sectors=MARKET,
    steps=(
        *(*OPENING, step("jurisdiction-dispute-arose"), step("jurisdiction-agreed", workdays(1, 5), to_this_organ=YES)),
        *(FILED, INQUIRY, CONCLUDED, *REVIEW, notice(SMALL), *WAIVED, decided(workdays(1, 3)), *AFTERWARDS),
    ),
    between=("2025-07-01", "2026-03-31"),
)
DESIGNATED = Story(
    ORDINARY,
    "market: who has the case, designated",
    weight=1,
    sectors=MARKET,
    steps=(
        step("jurisdiction-dispute-arose"),
        step("jurisdiction-referred", workdays(2, 6)),
        step("jurisdiction-referral-received", workdays(0, 2)),
        step("jurisdiction-designated", workdays(1, 6), to_this_organ=YES),
    ),
)
OTHER_FILED = Story(
    ORDINARY,
    "another organ filed later",
    weight=1,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, step("other-organ-filed", workdays(2, 5)), INQUIRY, SITE, CONCLUDED, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 4)), *AFTERWARDS),
    ),
)

# ── investigation ──
RECUSAL = (
    step("recusal-applied", workdays(0, 2)),
    step("recusal-decided", workdays(0, 2), officer=person("officer"), of_whom="officer", approver="head", recused=NO),
)
CHALLENGED = Story(
    ORDINARY,
    "recusal asked for and refused",
    weight=1,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, *RECUSAL, INQUIRY, SITE, CONCLUDED, notice(SMALL), *WAIVED, decided(workdays(1, 4))),
        *AFTERWARDS,
    ),
)
MARKET_CHALLENGED = Story(
    ORDINARY,
    "market: recusal asked for and refused",
    weight=1,
    sectors=MARKET,
    steps=(
        *(
            *OPENING,
            FILED,
            *RECUSAL,
            INQUIRY,
            SITE,
            CONCLUDED,
            *REVIEW,
            notice(SMALL),
            *WAIVED,
            decided(workdays(1, 3)),
        ),
        *AFTERWARDS,
    ),
)
ASSISTED = Story(
    ORDINARY,
    "market: another organ asked for assistance",
    weight=2,
    sectors=MARKET,
    steps=(
        *(
            *OPENING,
            FILED,
            INQUIRY,
            step("assistance-requested", workdays(0, 2)),
            step("assistance-answered", workdays(2, 12)),
        ),
        *(CONCLUDED, *REVIEW, notice(SMALL), *WAIVED, decided(workdays(1, 3)), *AFTERWARDS),
    ),
)
EXTENDED_TWICE = (
    step("extension-approved", days(60, 80), after="case-filed", days="30 calendar days", approver="head"),
    step("collective-discussion-held", days(95, 110), after="case-filed", topic="extension"),
)
MARKET_EXTENDED_TWICE = Story(
    ORDINARY,
    "market: extended once more by the heads together",
    weight=1,
    sectors=MARKET,
    between=("2025-07-01", "2025-12-31"),
    steps=(
        *(*OPENING, FILED, INQUIRY, SITE, *EXTENDED_TWICE),
        step("extension-approved", called="extension-approved:2", days="60 calendar days", approver="collective"),
        *(step("investigation-concluded", days(2, 20), **CONCLUDED.fields), *REVIEW, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 3)), *AFTERWARDS),
    ),
)
FARM_EXTENDED_TWICE = Story(
    ORDINARY,
    "agriculture: extended once more by the superior organ",
    weight=1,
    sectors=AGRICULTURE,
    between=("2025-07-01", "2025-12-31"),
    steps=(
        *(*OPENING, FILED, INQUIRY, SITE, EXTENDED_TWICE[0]),
        step(
            "extension-approved",
            days(95, 110),
            after="case-filed",
            called="extension-approved:2",
            days="60 calendar days",
            approver="superior-organ",
        ),
        *(step("investigation-concluded", days(2, 20), **CONCLUDED.fields), notice(SMALL), *WAIVED),
        *(decided(workdays(1, 3)), *AFTERWARDS),
    ),
)

# ── decision ──
LAW_CHANGED = Story(
    ORDINARY,
    "a lighter rule came into force",
    weight=1,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, INQUIRY, SITE, step("new-law-in-force", lighter=YES), CONCLUDED, notice(SMALL), *WAIVED),
        *(decided(workdays(1, 4), law_applied="new", act_on=day_of("violation-ended")), *AFTERWARDS),
    ),
)
GAINS = Story(
    ORDINARY,
    "gains confiscated",
    weight=4,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, *INVESTIGATED, notice(SMALL), *WAIVED),
        decided(
            workdays(1, 4),
            penalties=("罚款", "没收违法所得"),
            illegal_gains=part_of("pre-decision-notice-served", "proposed_fine", 1, 2),
            gains_confiscated=part_of("pre-decision-notice-served", "proposed_fine", 1, 2),
        ),
        *AFTERWARDS,
    ),
)
GOODS = Story(
    ORDINARY,
    "goods confiscated and auctioned",
    weight=2,
    sectors=GENERAL,
    steps=(
        *(*OPENING, FILED, *INVESTIGATED, notice(SMALL), *WAIVED, decided(workdays(1, 4))),
        step("goods-confiscated"),
        *(step("decision-served", workdays(1, 4), after="decision-made", **SERVED.fields), PUBLISHED, *PAID),
        step("goods-disposed", days(3, 15), disposal="auction"),
        step("proceeds-to-treasury", workdays(1, 5)),
        *CLOSED,
    ),
)
DEFERRED = Story(
    ORDINARY,
    "payment deferred",
    weight=2,
    sectors=GENERAL,
    steps=(
        *(
            *OPENING,
            FILED,
            INQUIRY,
            SITE,
            CONCLUDED,
            notice(MIDDLE),
            *WAIVED,
            decided(workdays(1, 4)),
            SERVED,
            PUBLISHED,
        ),
        step("payment-deferred", days(2, 9), after="decision-served", deferred_to=day_of("decision-served", 45)),
        step("fine-paid", days(20, 50), after="decision-served", channel="bank"),
        *(PAID[1], *CLOSED),
    ),
    party="organisation",
)

# ── collected on site ──
COLLECTED = step(
    "on-spot-collection",
    fine=same("decision-made", "fine"),
    remote=YES,
    payment_difficult=YES,
    asked_by_party=YES,
    hard_to_enforce_later=NO,
    undisputed=YES,
    no_fixed_home=NO,
    official_receipt=YES,
    under_way=NO,
)


def on_site(steps: tuple[Step, ...], *handed_in: Step, under_way: bool = False) -> tuple[Step, ...]:
    """A history in which the fine is collected where the party is, as payment at a bank is truly difficult."""
    until = next(place for place, one in enumerate(steps) if one.act == "fine-paid")
    rest = tuple(one for one in steps[until + 1 :])
    written = {**COLLECTED.fields, "under_way": under_way}
    return (*steps[:until], step("on-spot-collection", after="decision-served", **written), *handed_in, *rest)


ON_SITE = Story(
    ORDINARY,
    "collected on site",
    weight=2,
    sectors=GENERAL,
    party="citizen",
    steps=on_site(
        (*OPENING, FILED, INQUIRY, SITE, CONCLUDED, notice(SMALL), *WAIVED, decided(workdays(1, 4)), *AFTERWARDS),
        step("cash-handed-in", workdays(0, 1)),
        step("cash-banked", workdays(0, 1)),
    ),
)
ON_WATER = Story(
    ORDINARY,
    "collected on water",
    weight=1,
    sectors=GENERAL,
    party="citizen",
    steps=on_site(
        (*OPENING, FILED, INQUIRY, SITE, CONCLUDED, notice(SMALL), *WAIVED, decided(workdays(1, 4)), *AFTERWARDS),
        step("landed", days(1, 3)),
        step("cash-handed-in", workdays(0, 1)),
        step("cash-banked", workdays(0, 1)),
        under_way=YES,
    ),
)
POLICE_ON_SITE = Story(
    ORDINARY,
    "police: collected on site",
    weight=2,
    sectors=POLICE,
    party="citizen",
    steps=on_site(
        POLICE_PLAIN.steps,
        step("cash-handed-in"),
        step("cash-banked"),
    ),
)
POLICE_ON_WATER = Story(
    ORDINARY,
    "police: collected on water",
    weight=1,
    sectors=POLICE,
    party="citizen",
    steps=on_site(
        POLICE_PLAIN.steps,
        step("landed", days(1, 3)),
        step("cash-handed-in"),
        step("cash-banked"),
        under_way=YES,
    ),
)

STORIES = (
    *(ENTRUSTED, DISPUTED, DESIGNATED, OTHER_FILED, CHALLENGED, MARKET_CHALLENGED, ASSISTED),
    *(MARKET_EXTENDED_TWICE, FARM_EXTENDED_TWICE, LAW_CHANGED, GAINS, GOODS, DEFERRED),
    *(ON_SITE, ON_WATER, POLICE_ON_SITE, POLICE_ON_WATER),
)
