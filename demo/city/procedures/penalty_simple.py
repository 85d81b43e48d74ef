"""Penalties decided on the spot: what happens in minutes at the scene, and the papers afterwards."""

from __future__ import annotations

from dataclasses import replace

from demo.city.procedures.penalty_ordinary import GENERAL
from demo.city.stories import NO, YES, Step, Story, days, hours, step, workdays
from demo.city.values import of_case, officers, one_of, same, yuan

SIMPLE = "penalty-simple"
NOTICE = step(
    "oral-notice-given", penalty_told=YES, facts_told=YES, basis_told=YES, rights_told=YES, defence_offered=NO
)


def decision(**more: object) -> Step:
    """The decision on the spot, all of it known."""
    written: dict[str, object] = {
        "officers": officers(2),
        "party": of_case("party"),
        "party_id": of_case("party_id"),
        "conduct": of_case("conduct"),
        "penalty": one_of("fine", "warning-and-fine"),
        "fine": yuan(20, 200, 10),
        "limit_by_other_law": NO,
        "matter": "ordinary",
        "undisputed": YES,
        "av_recording": YES,
        "id_shown": YES,
        "form_preprinted": YES,
        "form_numbered": YES,
        "handed_over": YES,
        "refused_to_sign": NO,
        "refusal_noted": NO,
        "act_stated": YES,
        "basis_stated": YES,
        "amount_stated": YES,
        "time_place_stated": YES,
        "remedies_told": YES,
        "organ_stated": YES,
        "signed": YES,
        "sealed": YES,
        "reconsideration_first_told": YES,
        "on_water": NO,
        "under_way": NO,
        "traffic": NO,
    }
    return step("on-spot-decision", **(written | more))


REPORTED = (
    step("reported-back", workdays(0, 1)),
    step("papers-handed-in", workdays(0, 1), after="on-spot-decision"),
    step("dossier-archived", workdays(2, 15)),
)
POLICE_REPORTED = (step("reported-back", hours(1, 20)), *REPORTED[1:])
COLLECTED = step(
    "on-spot-collection",
    fine=same("on-spot-decision", "fine"),
    undisputed=YES,
    remote=NO,
    payment_difficult=NO,
    asked_by_party=NO,
    hard_to_enforce_later=NO,
    no_fixed_home=NO,
    official_receipt=YES,
    under_way=NO,
)
HANDED_IN = (step("cash-handed-in", workdays(0, 1), after="on-spot-collection"), step("cash-banked", workdays(0, 1)))

PLAIN = Story(
    SIMPLE,
    "on the spot",
    weight=60,
    party="citizen",
    sectors=(*GENERAL, "market", "transport"),
    steps=(step("id-shown"), step("violation-recorded"), NOTICE, decision(), *REPORTED),
)
FIRM = Story(
    SIMPLE,
    "a firm, on the spot",
    weight=20,
    party="organisation",
    sectors=(*GENERAL, "market", "transport"),
    steps=(step("id-shown"), NOTICE, decision(fine=yuan(500, 3000, 100)), *REPORTED),
)
WARNED = Story(
    SIMPLE,
    "warned on the spot",
    weight=15,
    party="citizen",
    sectors=(*GENERAL, "market", "transport"),
    steps=(step("id-shown"), NOTICE, decision(penalty="warning", fine=yuan(0)), *REPORTED),
)
DEFENDED = Story(
    SIMPLE,
    "defended on the spot",
    weight=10,
    party="citizen",
    sectors=(*GENERAL, "market", "transport"),
    steps=(
        step("id-shown"),
        step("oral-notice-given", **{**NOTICE.fields, "defence_offered": YES}),
        step("defence-heard", recorded=YES),
        *(decision(), *REPORTED),
    ),
)
COLLECTED_ON_SPOT = Story(
    SIMPLE,
    "collected on the spot",
    weight=12,
    party="citizen",
    sectors=(*GENERAL, "market", "transport"),
    steps=(
        *(step("id-shown"), NOTICE, decision(fine=yuan(20, 100, 10)), COLLECTED, *HANDED_IN),
        *(step("reported-back", workdays(0, 1), after="on-spot-decision"), *REPORTED[1:]),
    ),
)
ON_WATER = Story(
    SIMPLE,
    "collected on water",
    weight=2,
    party="citizen",
    sectors=("transport", "market"),
    steps=(
        *(step("id-shown"), NOTICE, decision(fine=yuan(20, 100, 10), under_way=YES)),
        step("on-spot-collection", **{**COLLECTED.fields, "under_way": YES}),
        step("landed", days(1, 2)),
        *(step("cash-handed-in", workdays(0, 1)), step("cash-banked", workdays(0, 1))),
        *(step("reported-back", workdays(0, 1), after="on-spot-decision"), *REPORTED[1:]),
    ),
)
CONVERTED = Story(
    SIMPLE,
    "changed to the ordinary procedure",
    weight=2,
    party="citizen",
    sectors=GENERAL,
    steps=(step("id-shown"), NOTICE, step("converted-to-ordinary", workdays(0, 1))),
)
FARM = Story(
    SIMPLE,
    "agriculture: on the spot",
    weight=60,
    party="citizen",
    sectors=("agriculture",),
    steps=(step("id-shown"), NOTICE, decision(), *REPORTED),
)
FARM_ON_WATER = Story(
    SIMPLE,
    "agriculture: on water",
    weight=10,
    party="citizen",
    sectors=("agriculture",),
    steps=(
        *(step("id-shown"), NOTICE, decision(on_water=YES), step("landed", days(2, 4))),
        *(step("reported-back", workdays(0, 1)), step("papers-handed-in", workdays(0, 1), after="landed")),
        step("dossier-archived", workdays(2, 15)),
    ),
)
POLICE = Story(
    SIMPLE,
    "police: on the spot",
    weight=60,
    party="citizen",
    sectors=("police",),
    steps=(step("id-shown"), NOTICE, decision(), *POLICE_REPORTED),
)
POLICE_ALONE = Story(
    SIMPLE,
    "police: one officer, undisputed and recorded",
    weight=20,
    party="citizen",
    sectors=("police",),
    between=("2026-01-04", "2026-06-30"),
    steps=(step("id-shown"), NOTICE, decision(officers=officers(1), fine=yuan(200, 500, 50)), *POLICE_REPORTED),
)
POLICE_TRAFFIC = Story(
    SIMPLE,
    "police: traffic",
    weight=30,
    party="citizen",
    sectors=("police",),
    steps=(step("id-shown"), NOTICE, decision(traffic=YES), step("reported-back", days(0, 1)), *REPORTED[1:]),
)
POLICE_UNDER_WAY = Story(
    SIMPLE,
    "police: on a train",
    weight=3,
    party="citizen",
    sectors=("police",),
    steps=(
        *(step("id-shown"), NOTICE, decision(under_way=YES), step("returned", hours(20, 60))),
        *(
            step("reported-back", hours(1, 20)),
            step("papers-handed-in", workdays(0, 1)),
            step("dossier-archived", workdays(2, 9)),
        ),
    ),
)
POLICE_COLLECTED = Story(
    SIMPLE,
    "police: collected on the spot",
    weight=6,
    party="citizen",
    sectors=("police",),
    steps=(
        *(step("id-shown"), NOTICE, decision(fine=yuan(20, 50, 10)), COLLECTED),
        *(step("cash-handed-in", days(0, 0), after="on-spot-collection"), step("cash-banked")),
        *(step("reported-back", hours(1, 20), after="on-spot-decision"), *REPORTED[1:]),
    ),
)
POLICE_ON_WATER = replace(
    POLICE_COLLECTED,
    name="police: collected on water",
    weight=2,
    steps=(
        *(step("id-shown"), NOTICE, decision(fine=yuan(20, 50, 10), under_way=YES)),
        step("on-spot-collection", **{**COLLECTED.fields, "under_way": YES}),
        *(step("landed", days(1, 2)), step("cash-handed-in"), step("cash-banked")),
        *(step("returned", hours(1, 4), after="landed"), step("reported-back", hours(1, 20)), *REPORTED[1:]),
    ),
)

STORIES = (
    *(PLAIN, FIRM, WARNED, DEFENDED, COLLECTED_ON_SPOT, ON_WATER, CONVERTED, FARM, FARM_ON_WATER),
    *(POLICE, POLICE_ALONE, POLICE_TRAFFIC, POLICE_UNDER_WAY, POLICE_COLLECTED, POLICE_ON_WATER),
)
