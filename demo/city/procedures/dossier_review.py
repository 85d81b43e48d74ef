"""The yearly review of dossiers: sampled, scored by people who did not handle them, graded, objected to, put right."""

from __future__ import annotations

from typing import Any

from demo.city.recipes import blank_day, breach, late, moved, same_person, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Step, Story, beyond, days, step, workdays
from demo.city.values import officers, one_of, person, whole

LOCAL = ("guangdong",)
SCORED = "dossier-scored"


def scored(**more: Any) -> Step:
    """One dossier and its score."""
    held: dict[str, Any] = {
        "dossier": "执法案卷0018",
        "dossier_kind": one_of(penalty=6, licence=3, inspection=1),
        "unit": "城市管理局",
        "score": whole(75, 89),
        "grade": "good",
        "facts_unclear": NO,
        "wrong_law": NO,
        "procedure_breach": NO,
        "beyond_power": NO,
        "unqualified": NO,
        "handlers": officers(2),
        "reviewer": person("reviewer"),
        "signed": YES,
    }
    return step(SCORED, workdays(5, 15), **{**held, **more})


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A review."""
    return Story("dossier-review", name, weight=weight, steps=steps, **more)


YEAR = story(
    "review of the year",
    1,
    step("plan-made", year=2025),
    step("sampled", days(20, 60), year=2025),
    scored(),
    step("group-report", workdays(3, 9)),
    step("total-report", days(10, 30), year=2025),
    between=("2025-03-03", "2025-08-29"),
    years=(2025,),
    each_organ=True,
)
GRADED = story(
    "graded under local rules",
    12,
    scored(),
    step("group-report", workdays(3, 9)),
    step("group-report-received", workdays(0, 2)),
    step("objection", workdays(2, 9)),
    step("objection-reviewed", workdays(3, 9)),
    places=LOCAL,
)
PROPOSED = story(
    "put right under local rules",
    6,
    step("proposal-received"),
    step("proposal-objection", days(3, 13)),
    step("proposal-objection-answered", days(3, 12)),
    step("rectified", days(27, 29), after="proposal-received"),
    places=LOCAL,
)

STORIES = (YEAR, GRADED, PROPOSED)

RECIPES = (
    breach(YEAR, without("sampled", "total-report"), breaks="fil-annual@year#2025"),
    breach(GRADED, wrong(SCORED, grade="excellent"), breaks=f"fil-grades-gd@{SCORED}#1"),
    breach(GRADED, wrong(SCORED, score=whole(40, 58), grade="pass"), breaks=f"fil-grades-gd@{SCORED}#1"),
    breach(GRADED, wrong(SCORED, procedure_breach=YES, grade="fail"), breaks=f"fil-auto-fail-gd@{SCORED}#1:auto"),
    breach(
        GRADED,
        late("objection", after="group-report-received", count=10, unit="workdays", by=(2, 20)),
        breaks="fil-objection-10wd-gd/ask@objection#1:loss",
    ),
    breach(
        GRADED,
        late("objection-reviewed", after="objection", count=10, unit="workdays"),
        breaks="fil-objection-10wd-gd/review@objection#1",
    ),
    breach(GRADED, same_person(f"{SCORED}.reviewer", f"{SCORED}.handlers"), breaks=f"fil-recusal-gd@{SCORED}#1"),
    breach(GRADED, wrong(SCORED, signed=NO), breaks=f"fil-recusal-gd/signed@{SCORED}#1"),
    breach(
        PROPOSED,
        late("rectified", after="proposal-received", count=30),
        breaks="fil-rectify-30d-gd/rectified@proposal-received#1",
    ),
    breach(
        PROPOSED,
        moved("proposal-objection", beyond(15, by=(2, 8)), after="proposal-received"),
        moved("proposal-objection-answered", workdays(1, 2)),
        breaks="fil-rectify-30d-gd/objection@proposal-objection#1",
    ),
    breach(
        PROPOSED,
        late("proposal-objection-answered", after="proposal-objection", count=15),
        breaks="fil-rectify-30d-gd/answer@proposal-objection#1",
    ),
    unknown(GRADED, wrong(SCORED, signed=BLANK)),
    unknown(PROPOSED, blank_day("rectified")),
)
