"""What goes wrong in ordinary penalty cases at the decision, its service and payment, and at closing."""

from __future__ import annotations

from demo.city.procedures.penalty_breaches_1_opening import BEFORE_2026, SINCE_2026
from demo.city.procedures.penalty_further import (
    DEFERRED,
    FARM_EXTENDED_TWICE,
    GAINS,
    GOODS,
    LAW_CHANGED,
    MARKET_EXTENDED_TWICE,
    ON_SITE,
    ON_WATER,
    POLICE_ON_SITE,
    POLICE_ON_WATER,
)
from demo.city.procedures.penalty_ordinary import BY_NOTICE, DEFENCE, MAJOR, NO_PENALTY, PLAIN
from demo.city.procedures.penalty_police import POLICE_PLAIN
from demo.city.procedures.penalty_sectors import (
    AGRICULTURE,
    FARM_PLAIN,
    FARM_REVOCATION,
    MARKET,
    MARKET_EXTENDED,
    MARKET_NO_PENALTY,
    MARKET_PLAIN,
    MARKET_TEST,
    ROAD_EXTENDED,
    ROAD_PLAIN,
    TRANSPORT,
)
from demo.city.recipes import Recipe, added, breach, late, lawful, moved, on_last_day, without, wrong
from demo.city.stories import BLANK, NO, YES, Story, days, step
from demo.city.values import part_of, yuan

DECISION, SERVED = "decision-made", "decision-served"


def decided_late(story: Story, count: int, duty: str, *, after: str = "case-filed", **more: object) -> Recipe:
    """The decision comes after the last day."""
    return breach(story, late(DECISION, after=after, count=count), breaks=duty, **more)


TIME = (
    decided_late(PLAIN, 90, "pen-decide-90d"),
    decided_late(DEFENCE, 90, "pen-decide-90d"),
    decided_late(MAJOR, 90, "pen-decide-90d"),
    lawful(PLAIN, on_last_day(DECISION, after="case-filed", count=90)),
    decided_late(MARKET_PLAIN, 90, "pen-samr-decide-90d", sectors=MARKET),
    lawful(MARKET_PLAIN, on_last_day(DECISION, after="case-filed", count=90), sectors=MARKET),
    decided_late(MARKET_EXTENDED, 120, "pen-samr-decide-90d"),
    decided_late(MARKET_TEST, 132, "pen-samr-decide-90d", see=("test-commissioned", "test-report-received")),
    breach(
        MARKET_EXTENDED,
        wrong("extension-approved", approver="department-head"),
        late(DECISION, after="case-filed", count=90, by=(1, 20)),
        breaks="pen-samr-decide-90d",
    ),
    decided_late(MARKET_EXTENDED_TWICE, 180, "pen-samr-decide-90d/extended-again"),
    decided_late(FARM_PLAIN, 90, "pen-agri-decide-90d"),
    decided_late(FARM_EXTENDED_TWICE, 180, "pen-agri-decide-90d/extended-again"),
    decided_late(ROAD_PLAIN, 90, "pen-trans-decide-90d"),
    decided_late(ROAD_EXTENDED, 120, "pen-trans-decide-90d"),
    decided_late(POLICE_PLAIN, 30, "pen-psa-decide-2012", after="case-accepted", between=BEFORE_2026),
    decided_late(POLICE_PLAIN, 30, "pen-psa-decide-2025", between=SINCE_2026),
    lawful(POLICE_PLAIN, on_last_day(DECISION, after="case-filed", count=30), between=SINCE_2026),
)

LAW = (
    breach(LAW_CHANGED, wrong(DECISION, law_applied="old"), breaks="pen-lighter-new-law/new@decision-made#1"),
    breach(
        LAW_CHANGED,
        wrong("new-law-in-force", lighter=NO),
        wrong(DECISION, law_applied="new"),
        breaks="pen-lighter-new-law/old@decision-made#1",
    ),
    breach(PLAIN, wrong(DECISION, age_at_act=12), party="citizen", breaks="pen-under-14/no-penalty@decision-made#1"),
    breach(PLAIN, wrong(DECISION, age_at_act=16), party="citizen", breaks="pen-under-14/lighter@decision-made#1"),
    lawful(PLAIN, wrong(DECISION, age_at_act=15, mitigated=YES), party="citizen"),
    breach(
        PLAIN,
        wrong("investigation-concluded", minor=YES, corrected=YES, harmless=YES),
        breaks="pen-no-penalty-minor/minor@decision-made#1",
    ),
    breach(
        PLAIN,
        wrong("investigation-concluded", no_fault_proven=YES),
        breaks="pen-no-penalty-minor/no-fault@decision-made#1",
    ),
    breach(NO_PENALTY, wrong(DECISION, educated=NO), breaks="pen-no-penalty-minor/educated@decision-made#1"),
    breach(
        PLAIN,
        without("order-to-correct"),
        wrong(DECISION, correction_ordered=NO),
        breaks="pen-order-correction/correct@decision-made#1",
    ),
    breach(GAINS, wrong(DECISION, gains_confiscated=yuan(0)), breaks="pen-order-correction/gains@decision-made#1"),
    lawful(
        GAINS,
        wrong(
            DECISION,
            gains_confiscated=part_of("pre-decision-notice-served", "proposed_fine", 1, 4),
            gains_refunded=part_of("pre-decision-notice-served", "proposed_fine", 1, 4, 1),
        ),
    ),
)

FORM = (
    *(
        breach(PLAIN, wrong(DECISION, **{name: NO}), breaks="pen-decision-elements@decision-made#1")
        for name in (
            "party_stated",
            "facts_stated",
            "basis_stated",
            "performance_stated",
            "remedies_told",
            "organ_and_date_stated",
        )
    ),
    breach(
        PLAIN,
        wrong(DECISION, remedies_told=BLANK, sealed=BLANK),
        wrong(SERVED, remedies_told=NO),
        breaks=(
            "pen-decision-elements/served-paper@decision-served#1",
            "pen-decision-elements@decision-made#1:unknown",
            "pen-decision-seal@decision-made#1:unknown",
        ),
    ),
    breach(PLAIN, wrong(DECISION, sealed=NO), breaks="pen-decision-seal@decision-made#1"),
    breach(PLAIN, wrong(DECISION, benchmark_stated=NO), breaks="pen-discretion-stated/stated@decision-made#1"),
    breach(
        PLAIN,
        wrong(DECISION, departed=YES, benchmark_level="own", approver="deputy"),
        breaks="pen-discretion-stated/departure@decision-made#1",
    ),
    breach(
        PLAIN,
        wrong(DECISION, departed=YES, benchmark_level="province", maker_approval=NO),
        breaks="pen-discretion-stated/departure@decision-made#1",
    ),
    lawful(PLAIN, wrong(DECISION, departed=YES, benchmark_level="own", approver="principal")),
    breach(
        PLAIN,
        wrong(DECISION),
        breaks="pen-one-act-one-fine@decision-made#1",
        pairs=True,
        see=("decision-made.party_id", "decision-made.conduct", "decision-made.fine"),
    ),
)

BY_PUBLIC_NOTICE = added(
    step("public-notice-started", after=DECISION, told_in_writing=YES, grounds_recorded=YES), before="fine-paid"
)
SERVICE = (
    breach(
        PLAIN,
        late(SERVED, after=DECISION, count=7, unit="workdays", by=(1, 25)),
        breaks="pen-serve-7wd@decision-made#1",
    ),
    breach(
        MARKET_PLAIN,
        late(SERVED, after=DECISION, count=7, unit="workdays"),
        sectors=MARKET,
        breaks="pen-serve-7wd@decision-made#1",
    ),
    lawful(PLAIN, on_last_day(SERVED, after=DECISION, count=7, unit="workdays")),
    lawful(PLAIN, wrong(DECISION, party_present=YES), late(SERVED, after=DECISION, count=7, unit="workdays")),
    breach(
        POLICE_PLAIN,
        late(SERVED, after=DECISION, count=2),
        between=BEFORE_2026,
        breaks="pen-psa-serve-2d@decision-made#1",
    ),
    breach(
        POLICE_PLAIN,
        late(SERVED, after=DECISION, count=2),
        between=SINCE_2026,
        breaks="pen-psa-serve-2d/2025@decision-made#1",
    ),
    breach(
        PLAIN,
        wrong(SERVED, service="electronic", consent_confirmed=NO),
        breaks="pen-eservice-consent@decision-served#1",
    ),
    lawful(PLAIN, wrong(SERVED, service="electronic", consent_confirmed=YES)),
    breach(
        BY_NOTICE,
        without(SERVED),
        moved("fine-paid", days(35, 42), after="public-notice-started"),
        breaks="pen-public-notice-service:auto",
    ),
    *(
        breach(
            BY_NOTICE,
            without(SERVED),
            moved("fine-paid", days(64, 72), after="public-notice-started"),
            sectors=sectors,
            breaks=f"{duty}:auto",
        )
        for sectors, duty in (
            (AGRICULTURE, "pen-agri-public-notice-60d"),
            (TRANSPORT, "pen-trans-public-notice-60d"),
        )
    ),
    breach(
        POLICE_PLAIN,
        without(SERVED),
        BY_PUBLIC_NOTICE,
        moved("fine-paid", days(64, 72), after="public-notice-started"),
        breaks="pen-psa-public-notice-60d:auto",
    ),
)


TOO_EARLY = added(
    step(
        "additional-fine-started",
        days(35, 55),
        after="public-notice-started",
        daily_amount=part_of(DECISION, "fine", 1, 100),
    ),
    before="fine-paid",
)
"""After the thirty days of the statute, before the sixty of the sector's rule: too early in one reading only."""
STEPS_TOO_EARLY = (
    *(
        breach(
            BY_NOTICE,
            without(SERVED),
            moved("fine-paid", days(64, 72), after="public-notice-started"),
            TOO_EARLY,
            sectors=sectors,
            breaks=(f"{duty}:auto", f"{duty}/step@public-notice-started#1:advisory"),
        )
        for sectors, duty in ((AGRICULTURE, "pen-agri-public-notice-60d"), (TRANSPORT, "pen-trans-public-notice-60d"))
    ),
    breach(
        POLICE_PLAIN,
        without(SERVED),
        BY_PUBLIC_NOTICE,
        moved("fine-paid", days(64, 72), after="public-notice-started"),
        TOO_EARLY,
        breaks=(
            "pen-psa-public-notice-60d:auto",
            "pen-psa-public-notice-60d/step@public-notice-started#1:advisory",
        ),
    ),
)
UNPAID = moved("fine-paid", days(70, 90), after=SERVED)
"""Nothing is paid for a long time; what the organ does about it is added."""

PAYMENT = (
    breach(PLAIN, wrong("fine-paid", channel="organ-cash"), breaks="pen-fine-separation@fine-paid#1"),
    breach(PLAIN, late("fine-paid", after=SERVED, count=15, by=(1, 60)), breaks="pen-fine-paid-15d:auto"),
    lawful(PLAIN, on_last_day("fine-paid", after=SERVED, count=15)),
    breach(
        PLAIN,
        UNPAID,
        added(
            step("additional-fine-started", days(20, 30), after=SERVED, daily_amount=part_of(DECISION, "fine", 4, 100)),
            before="fine-paid",
        ),
        breaks=("pen-fine-paid-15d:auto", "pen-additional-fine-rate@additional-fine-started#1"),
        see=("decision-served.fine",),
    ),
    breach(
        PLAIN,
        UNPAID,
        added(
            step("additional-fine-claimed", days(50, 60), after=SERVED, amount=part_of(DECISION, "fine", 3, 2)),
            before="fine-paid",
        ),
        breaks=(
            "pen-fine-paid-15d:auto",
            "pen-additional-fine-cap@additional-fine-claimed#1",
            "pen-additional-fine-tolled@additional-fine-claimed#1",
        ),
        see=("decision-served.fine",),
    ),
    breach(
        PLAIN,
        UNPAID,
        added(
            step("additional-fine-claimed", days(20, 24), after=SERVED, amount=part_of(DECISION, "fine", 9, 10)),
            before="fine-paid",
        ),
        breaks=("pen-fine-paid-15d:auto", "pen-additional-fine-tolled@additional-fine-claimed#1"),
        see=("decision-served.fine",),
    ),
    breach(DEFERRED, moved("fine-paid", days(150, 170), after=SERVED), breaks="pen-deferral-resets-court:loss"),
    breach(
        ON_SITE, wrong("on-spot-collection", payment_difficult=NO), breaks="pen-onsite-collection@on-spot-collection#1"
    ),
    breach(
        POLICE_ON_SITE,
        wrong("on-spot-collection", remote=NO, undisputed=NO),
        between=BEFORE_2026,
        breaks="pen-psa-onsite-collection-2012@on-spot-collection#1",
    ),
    breach(
        POLICE_ON_SITE,
        wrong("on-spot-collection", remote=NO, undisputed=NO),
        between=SINCE_2026,
        breaks="pen-psa-onsite-collection-2025@on-spot-collection#1",
    ),
    breach(ON_SITE, wrong("on-spot-collection", official_receipt=NO), breaks="pen-onsite-receipt@on-spot-collection#1"),
    breach(
        ON_SITE,
        late("cash-handed-in", after="on-spot-collection", count=2, unit="workdays", by=(1, 9)),
        breaks="pen-onsite-handin@on-spot-collection#1",
    ),
    breach(
        ON_WATER,
        late("cash-handed-in", after="landed", count=2, unit="workdays", by=(1, 9)),
        breaks="pen-onsite-handin/landed@on-spot-collection#1",
    ),
    breach(
        ON_SITE,
        late("cash-banked", after="cash-handed-in", count=2, unit="workdays", by=(1, 9)),
        breaks="pen-onsite-bank@cash-handed-in#1",
    ),
    *(
        breach(
            story,
            late(act, after=after, count=2, by=(1, 9)),
            between=between,
            breaks=f"{duty}{'' if between == BEFORE_2026 else newer}@{subject}#1",
        )
        for between in (BEFORE_2026, SINCE_2026)
        for story, act, after, duty, newer, subject in (
            (
                POLICE_ON_SITE,
                "cash-handed-in",
                "on-spot-collection",
                "pen-psa-onsite-handin-2d",
                "/2025",
                "on-spot-collection",
            ),
            (
                POLICE_ON_WATER,
                "cash-handed-in",
                "landed",
                "pen-psa-onsite-handin-2d/arrived",
                "-2025",
                "on-spot-collection",
            ),
            (POLICE_ON_SITE, "cash-banked", "cash-handed-in", "pen-psa-onsite-bank-2d", "/2025", "cash-handed-in"),
        )
    ),
    breach(
        GOODS,
        without("proceeds-to-treasury", "goods-disposed"),
        breaks="pen-confiscated-disposal/disposed@goods-confiscated#1",
    ),
    breach(GOODS, wrong("goods-disposed", disposal="kept"), breaks="pen-confiscated-disposal/way@goods-disposed#1"),
    breach(GOODS, without("proceeds-to-treasury"), breaks="pen-confiscated-disposal/treasury@goods-disposed#1"),
)

CLOSING = (
    breach(
        MARKET_PLAIN,
        late("case-closed", after="decision-performed", count=15, unit="workdays"),
        sectors=MARKET,
        breaks="pen-samr-close-15wd",
    ),
    breach(
        MARKET_PLAIN,
        without("decision-performed"),
        late("case-closed", after="fine-paid", count=15, unit="workdays"),
        sectors=MARKET,
        breaks="pen-samr-close-15wd/paid",
    ),
    breach(
        MARKET_NO_PENALTY,
        late("case-closed", after=DECISION, count=15, unit="workdays"),
        breaks="pen-samr-close-15wd",
    ),
    breach(
        FARM_REVOCATION,
        late("result-reported", after=DECISION, count=15),
        breaks="pen-agri-licence-report@decision-made#1",
    ),
    breach(FARM_REVOCATION, without("result-reported"), breaks="pen-agri-licence-report@decision-made#1"),
)

RECIPES: tuple[Recipe, ...] = (*TIME, *LAW, *FORM, *SERVICE, *STEPS_TOO_EARLY, *PAYMENT, *CLOSING)
