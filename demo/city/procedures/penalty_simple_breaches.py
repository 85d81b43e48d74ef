"""What goes wrong in penalties decided on the spot."""

from __future__ import annotations

from demo.city.procedures.penalty_breaches_1_opening import NOT_TWO
from demo.city.procedures.penalty_simple import (
    COLLECTED_ON_SPOT,
    DEFENDED,
    FARM,
    FARM_ON_WATER,
    FIRM,
    ON_WATER,
    PLAIN,
    POLICE,
    POLICE_ALONE,
    POLICE_COLLECTED,
    POLICE_ON_WATER,
    POLICE_TRAFFIC,
    POLICE_UNDER_WAY,
)
from demo.city.recipes import Recipe, breach, late, lawful, moved, on_last_day, postponed, without, wrong
from demo.city.stories import NO, YES, hours, workdays
from demo.city.values import officers, yuan

BEFORE_2026, SINCE_2026 = ("2025-07-01", "2025-12-24"), ("2026-01-05", "2026-06-12")
DECISION, COLLECTION = "on-spot-decision", "on-spot-collection"
MARKET, TRANSPORT = ("market",), ("transport",)
OF = f"@{DECISION}#1"


LIMITS = (
    breach(PLAIN, wrong(DECISION, fine=yuan(210, 900, 10)), breaks=f"smp-value-limit{OF}"),
    breach(FIRM, wrong(DECISION, fine=yuan(3100, 9000, 100)), breaks=f"smp-value-limit{OF}"),
    lawful(PLAIN, wrong(DECISION, fine=yuan(200))),
    lawful(FIRM, wrong(DECISION, fine=yuan(3000))),
    lawful(PLAIN, wrong(DECISION, fine=yuan(500, 900), limit_by_other_law=YES)),
    breach(PLAIN, wrong(DECISION, penalty="confiscation"), breaks=f"smp-value-limit/kind{OF}"),
    breach(PLAIN, wrong(DECISION, penalty="criticism"), breaks=f"smp-value-limit/kind{OF}"),
    breach(POLICE, wrong(DECISION, fine=yuan(250, 450, 50)), between=BEFORE_2026, breaks=f"smp-psa-limit-2012{OF}"),
    breach(POLICE, wrong(DECISION, fine=yuan(550, 900, 50)), between=SINCE_2026, breaks=f"smp-psa-limit-2025{OF}"),
    lawful(POLICE, wrong(DECISION, fine=yuan(500)), between=SINCE_2026),
    breach(POLICE, wrong(DECISION, penalty="confiscation"), between=BEFORE_2026, breaks=f"smp-psa-limit-2012/kind{OF}"),
    breach(POLICE, wrong(DECISION, penalty="confiscation"), between=SINCE_2026, breaks=f"smp-psa-limit-2025/kind{OF}"),
    breach(POLICE, wrong(DECISION, matter="gambling"), between=BEFORE_2026, breaks=f"smp-psa-limit-2012/excluded{OF}"),
    breach(POLICE, wrong(DECISION, matter="gambling"), between=SINCE_2026, breaks=f"smp-psa-limit-2025/excluded{OF}"),
    breach(
        PLAIN,
        wrong(DECISION),
        pairs=True,
        see=(f"{DECISION}.party_id", f"{DECISION}.conduct", f"{DECISION}.fine"),
        breaks=f"pen-one-act-one-fine/on-spot{OF}",
    ),
    *(
        breach(PLAIN, wrong(DECISION, officers=who), breaks=f"pen-two-qualified-officers/on-spot{OF}")
        for who in NOT_TWO
    ),
    breach(
        POLICE,
        wrong(DECISION, officers=officers(1)),
        between=BEFORE_2026,
        breaks=f"pen-two-qualified-officers/on-spot-psa-2012{OF}:advisory",
    ),
    breach(
        POLICE,
        wrong(DECISION, officers=NOT_TWO[1]),
        between=BEFORE_2026,
        breaks=f"pen-two-qualified-officers/on-spot-psa-2012{OF}",
    ),
    breach(
        POLICE,
        wrong(DECISION, officers=NOT_TWO[1]),
        between=SINCE_2026,
        breaks=f"pen-two-qualified-officers/on-spot-psa-2025{OF}",
    ),
    breach(
        POLICE_ALONE,
        wrong(DECISION, av_recording=NO),
        breaks=(f"smp-psa-one-officer-av{OF}", f"pen-two-qualified-officers/on-spot-psa-2025{OF}"),
    ),
    breach(
        POLICE_ALONE,
        wrong(DECISION, officers=officers(1, "uncertified")),
        breaks=f"smp-psa-one-officer-av/certified{OF}",
    ),
)

STEPS = (
    breach(PLAIN, without("oral-notice-given"), breaks=f"smp-notice{OF}"),
    breach(POLICE, without("oral-notice-given"), breaks=f"smp-notice{OF}"),
    breach(PLAIN, postponed("oral-notice-given", workdays(1, 1), after=DECISION), breaks=f"smp-notice{OF}"),
    *(
        breach(PLAIN, wrong("oral-notice-given", **{name: NO}), breaks="smp-notice/content@oral-notice-given#1")
        for name in ("penalty_told", "facts_told", "basis_told", "rights_told")
    ),
    breach(DEFENDED, without("defence-heard"), breaks=f"smp-notice/heard{OF}"),
    breach(
        DEFENDED, wrong("defence-heard", recorded=NO), sectors=MARKET, breaks="smp-notice/recorded-samr@defence-heard#1"
    ),
    breach(PLAIN, without("id-shown"), wrong(DECISION, id_shown=NO), breaks=f"smp-steps/id-shown{OF}"),
    *(
        breach(PLAIN, wrong(DECISION, **{name: NO}), breaks=f"smp-steps/form{OF}")
        for name in ("form_preprinted", "form_numbered", "handed_over")
    ),
    breach(PLAIN, wrong(DECISION, refused_to_sign=YES), breaks=f"smp-steps/refusal{OF}"),
    lawful(PLAIN, wrong(DECISION, refused_to_sign=YES, refusal_noted=YES)),
    *(
        breach(PLAIN, wrong(DECISION, **{name: NO}), breaks=f"smp-elements{OF}")
        for name in ("act_stated", "basis_stated", "time_place_stated", "remedies_told", "organ_stated", "signed")
    ),
    breach(PLAIN, wrong(DECISION, amount_stated=NO), breaks=f"smp-elements/amount{OF}"),
    breach(PLAIN, wrong(DECISION, sealed=NO), sectors=MARKET, breaks=f"smp-elements/seal-samr{OF}"),
    breach(FARM, wrong(DECISION, sealed=NO), breaks=f"smp-elements/seal-agri{OF}"),
    lawful(PLAIN, wrong(DECISION, sealed=NO), sectors=TRANSPORT),
    breach(PLAIN, wrong(DECISION, reconsideration_first_told=NO), breaks=f"smp-reconsideration-first{OF}"),
)

AFTERWARDS = (
    breach(PLAIN, without("reported-back"), sectors=("urban", "culture", "health"), breaks=f"smp-report-back{OF}"),
    breach(
        PLAIN,
        late("papers-handed-in", after=DECISION, count=7, unit="workdays", by=(1, 12)),
        sectors=MARKET,
        breaks=f"smp-samr-handin-7wd{OF}",
    ),
    lawful(PLAIN, on_last_day("papers-handed-in", after=DECISION, count=7, unit="workdays"), sectors=MARKET),
    breach(
        FARM,
        late("papers-handed-in", after=DECISION, count=2, unit="workdays", by=(1, 9)),
        breaks=f"smp-agri-handin-2wd{OF}",
    ),
    breach(
        FARM_ON_WATER,
        late("papers-handed-in", after="landed", count=2, unit="workdays", by=(1, 9)),
        breaks=f"smp-agri-handin-2wd/landed{OF}",
    ),
    breach(
        PLAIN,
        late("reported-back", after=DECISION, count=5, by=(1, 9)),
        sectors=TRANSPORT,
        breaks=f"smp-trans-filing-5d{OF}",
    ),
    breach(POLICE, moved("reported-back", hours(26, 90), after=DECISION), breaks=f"smp-psa-filing-24h{OF}"),
    breach(
        POLICE_TRAFFIC,
        late("reported-back", after=DECISION, count=2, by=(1, 9)),
        breaks=f"smp-psa-filing-24h/traffic{OF}",
    ),
    breach(
        POLICE_UNDER_WAY,
        moved("reported-back", hours(26, 90), after="returned"),
        breaks=f"smp-psa-filing-24h/returned{OF}",
    ),
    breach(
        PLAIN,
        late("reported-back", after=DECISION, count=5, by=(1, 9)),
        sectors=("urban", "culture"),
        places=("shandong",),
        breaks=f"smp-sd-filing-5d{OF}",
    ),
    breach(
        PLAIN,
        late("reported-back", after=DECISION, count=3, unit="workdays", by=(1, 9)),
        sectors=("urban", "culture"),
        places=("zhejiang",),
        breaks=f"smp-zj-filing-3wd{OF}",
    ),
    breach(
        PLAIN,
        moved("reported-back", workdays(8, 14), after=DECISION),
        sectors=MARKET,
        places=("zhejiang",),
        breaks=f"smp-zj-filing-3wd/samr-7wd{OF}",
    ),
    breach(
        PLAIN,
        moved("reported-back", workdays(4, 7), after=DECISION),
        sectors=MARKET,
        places=("zhejiang",),
        breaks=f"smp-zj-filing-3wd/samr-3wd{OF}:advisory",
    ),
)

COLLECTING = (
    breach(
        COLLECTED_ON_SPOT,
        wrong(DECISION, fine=yuan(110, 200, 10)),
        breaks=f"pen-onsite-collection/on-spot@{COLLECTION}#1",
        see=(f"{COLLECTION}.fine",),
    ),
    lawful(COLLECTED_ON_SPOT, wrong(DECISION, fine=yuan(110, 200, 10)), wrong(COLLECTION, hard_to_enforce_later=YES)),
    breach(
        POLICE_COLLECTED,
        wrong(DECISION, fine=yuan(60, 150, 10)),
        between=BEFORE_2026,
        breaks=f"pen-psa-onsite-collection-2012/on-spot@{COLLECTION}#1",
        see=(f"{COLLECTION}.fine",),
    ),
    breach(
        POLICE_COLLECTED,
        wrong(DECISION, fine=yuan(250, 450, 50)),
        between=SINCE_2026,
        breaks=f"pen-psa-onsite-collection-2025/on-spot@{COLLECTION}#1",
        see=(f"{COLLECTION}.fine",),
    ),
    lawful(POLICE_COLLECTED, wrong(DECISION, fine=yuan(100, 200, 10)), between=SINCE_2026),
    breach(COLLECTED_ON_SPOT, wrong(COLLECTION, official_receipt=NO), breaks=f"pen-onsite-receipt@{COLLECTION}#1"),
    breach(
        COLLECTED_ON_SPOT,
        late("cash-handed-in", after=COLLECTION, count=2, unit="workdays", by=(1, 9)),
        breaks=f"pen-onsite-handin@{COLLECTION}#1",
    ),
    breach(
        ON_WATER,
        late("cash-handed-in", after="landed", count=2, unit="workdays", by=(1, 9)),
        breaks=f"pen-onsite-handin/landed@{COLLECTION}#1",
    ),
    breach(
        COLLECTED_ON_SPOT,
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
            (POLICE_COLLECTED, "cash-handed-in", COLLECTION, "pen-psa-onsite-handin-2d", "/2025", COLLECTION),
            (POLICE_ON_WATER, "cash-handed-in", "landed", "pen-psa-onsite-handin-2d/arrived", "-2025", COLLECTION),
            (POLICE_COLLECTED, "cash-banked", "cash-handed-in", "pen-psa-onsite-bank-2d", "/2025", "cash-handed-in"),
        )
    ),
)

RECIPES: tuple[Recipe, ...] = (*LIMITS, *STEPS, *AFTERWARDS, *COLLECTING)
