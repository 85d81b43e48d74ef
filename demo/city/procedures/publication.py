"""What organs put on the publicity platform: beforehand, at the scene, and their decisions within seven or
twenty working days.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Step, Story, days, same_day, step, workdays
from demo.city.values import day_of, one_of

ORGANS = ("agriculture", "transport", "urban", "environment", "emergency", "culture", "health", "labour", "land")
MARKET = ("market",)
ITEMS = ("subject", "staff", "duties", "powers", "basis", "procedure", "remedies", "random-check-list")
SHOWN = "decision-published"


def decided(kind: Any, **more: Any) -> Step:
    """A decision that is to be shown."""
    held = {
        "kind": kind,
        "procedure": "ordinary",
        "warning_only": NO,
        "party_same_province": YES,
        "confidential": NO,
        "social_impact": YES,
        "short_term": NO,
        "longer_restriction": NO,
    }
    return step("decision-made", **{**held, **more})


def shown(low: int = 1, high: int = 6) -> tuple[Step, ...]:
    """Shown in time, the file put away."""
    return (step(SHOWN, workdays(low, high)), step("dossier-archived", workdays(25, 40), after="decision-made"))


def story(name: str, weight: int, sectors: tuple[str, ...], *steps: Step, **more: Any) -> Story:
    """Something to be shown."""
    return Story("publication", name, weight=weight, sectors=sectors, steps=steps, **more)


SITE = story(
    "at the scene, all posted before",
    20,
    (*ORGANS, "market"),
    *(
        step("information-posted", days(1, 9) if place else same_day(), called=f"information-posted:{place}", item=item)
        for place, item in enumerate(ITEMS)
    ),
    step("site-enforcement", days(5, 40), id_shown=YES, papers_issued=YES, rights_told=YES),
)
PENALTY = story("penalty shown", 25, ORGANS, decided("penalty"), *shown())
LICENCE = story("licence shown", 20, (*ORGANS, "market"), decided("licence", social_impact=NO), *shown())
OTHERS = story(
    "another decision shown",
    20,
    ORGANS,
    decided(one_of("inspection", "coercion", "levy", "other"), social_impact=NO),
    *shown(3, 18),
)
SECRET = story(
    "a trade secret, not shown",
    4,
    ORGANS,
    decided("licence", confidential=YES, social_impact=NO),
    step("dossier-archived", workdays(25, 40)),
)
MARKET_PENALTY = story("penalty of market regulation shown", 12, MARKET, decided("penalty"), *shown())
SHORT = story(
    "small fine of market regulation, shown three months",
    8,
    MARKET,
    decided("penalty", short_term=YES),
    *shown(),
    step("publication-ended", days(60, 85), after=SHOWN),
)
RESTRICTED = story(
    "shown until a restriction ends",
    2,
    MARKET,
    decided("penalty", longer_restriction=YES, restriction_until=day_of("decision-made", 120)),
    *shown(),
    step("publication-ended", days(90, 108), after="decision-made"),
)
OTHER_PROVINCE = story(
    "party of another province",
    4,
    MARKET,
    decided("penalty", party_same_province=NO),
    step("information-pushed", workdays(0, 3)),
    step(SHOWN, workdays(0, 2)),
    step("dossier-archived", workdays(25, 40)),
)
PUSHED = story(
    "pushed by another province", 3, MARKET, step("pushed-information-received"), step(SHOWN, workdays(2, 9))
)
WITHDRAWN = story(
    "penalty revoked, taken down",
    4,
    ORGANS,
    decided("penalty"),
    step(SHOWN, workdays(1, 6)),
    step("revocation-served", days(60, 150)),
    step("decision-withdrawn", workdays(0, 3), reasons_published=YES),
    step("dossier-archived", workdays(5, 20)),
)
WITHDRAWN_OTHER = story(
    "licence revoked, taken down",
    2,
    ORGANS,
    decided("licence", social_impact=NO),
    step(SHOWN, workdays(1, 6)),
    step("revocation-served", days(60, 150)),
    step("decision-withdrawn", workdays(1, 9), reasons_published=YES),
    step("dossier-archived", workdays(5, 20)),
)
CORRECTED = story(
    "inaccurate and corrected",
    3,
    ORGANS,
    decided("penalty"),
    step(SHOWN, workdays(1, 6)),
    step("inaccuracy-found", days(5, 15)),
    step("corrected", workdays(0, 3)),
    step("dossier-archived", workdays(25, 40)),
)
FIGURES = story(
    "figures of the year",
    1,
    (),
    step("statistics-reported", year=2025),
    step("statistics-published", days(3, 14), year=2025),
    between=("2026-01-05", "2026-01-13"),
    years=(2025,),
    each_organ=True,
)

STORIES = (
    SITE,
    PENALTY,
    LICENCE,
    OTHERS,
    SECRET,
    MARKET_PENALTY,
    SHORT,
    RESTRICTED,
    OTHER_PROVINCE,
    PUSHED,
    WITHDRAWN,
    WITHDRAWN_OTHER,
    CORRECTED,
    FIGURES,
)
