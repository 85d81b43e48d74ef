"""Petitions (信访工作条例): routed in fifteen days, the petitioner told in fifteen, closed in sixty; review and
re-examination thirty each.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, same_day, step, workdays
from demo.city.values import officers, one_of, whole

OFFICE = ("government",)
ORGANS = ("market", "agriculture", "transport", "urban", "environment", "health", "labour", "land", "township")
RECEIVED, PASSED_ON, TOLD, ACCEPTED, OPINION = (
    "petition-received",
    "transferred-petition-received",
    "petitioner-told",
    "petition-accepted",
    "opinion-issued",
)
OUTSIDER = "outsider"


def received(body: str, **more: Any) -> Step:
    """The petition comes in and is registered."""
    held: dict[str, Any] = {
        "body": body,
        "form": one_of(letter=3, online=6, telephone=3, visit=4),
        "first_time": one_of(YES, YES, NO),
        "contact_clear": YES,
        "matter": "ordinary",
        "major_urgent": NO,
        "petitioner": officers(1, OUTSIDER),
        "accused": officers(1, "head"),
    }
    return step(RECEIVED, **{**held, **more})


def routed(**more: Any) -> tuple[Step, ...]:
    """The petition department routes it; the organ gets it and tells the petitioner."""
    return (
        step("petition-routed", days(1, 9)),
        step(PASSED_ON, workdays(0, 2), **{"own_field": YES, "matter": "ordinary", **more}),
        step(TOLD, days(1, 9), written=YES),
    )


def accepted(kind: str = "31(6)") -> Step:
    """Accepted and classed."""
    return step(ACCEPTED, workdays(0, 2), kind=kind, same_facts=NO, other_period=NO)


def checked() -> Step:
    """The facts are checked."""
    return step("facts-checked", workdays(3, 12), officers=officers(2))


def answered(gap: Gap | None = None) -> tuple[Step, ...]:
    """A handling opinion with all it must state, served."""
    return (
        step(
            OPINION,
            gap or days(25, 50),
            after=ACCEPTED,
            officers=officers(2),
            request_stated=YES,
            facts_stated=YES,
            opinion_stated=YES,
            basis_stated=YES,
        ),
        step("opinion-served", workdays(0, 5)),
    )


def reviewed() -> tuple[Step, ...]:
    """Review and re-examination, each in thirty days."""
    return (
        step("review-request-received", days(5, 25)),
        step("review-opinion-issued", days(10, 20), written=YES),
        step("review-opinion-served", workdays(0, 4)),
        step("recheck-request-received", days(5, 20), after="review-opinion-issued"),
        step("recheck-opinion-issued", days(10, 20)),
    )


def story(name: str, weight: int, sectors: tuple[str, ...], *steps: Step, **more: Any) -> Story:
    """A petition."""
    return Story("petition", name, weight=weight, sectors=sectors, steps=steps, **more)


SETTLED = story(
    "routed and settled",
    30,
    OFFICE,
    received("信访部门"),
    *routed(),
    accepted(),
    checked(),
    step("settled", days(8, 20)),
)
MEDIATED = story(
    "routed and mediated",
    15,
    OFFICE,
    received("信访部门"),
    *routed(),
    accepted(),
    checked(),
    step("mediated", days(8, 20)),
)
WITHDRAWN = story(
    "withdrawn", 10, OFFICE, received("信访部门"), *routed(), accepted(), step("petition-withdrawn", days(5, 20))
)
LED = story(
    "led into a statutory procedure",
    15,
    OFFICE,
    received("信访部门"),
    *routed(),
    accepted("31(4)"),
    step("routed-to-statutory-procedure", workdays(2, 9)),
)
DIRECT = story(
    "received by an organ itself",
    20,
    ORGANS,
    received("organ"),
    step(TOLD, days(1, 9), written=YES),
    accepted(),
    checked(),
    step("settled", days(8, 20)),
)
REVIEWED = story(
    "opinion, review, re-examination",
    10,
    ORGANS,
    received("organ"),
    step(TOLD, days(1, 9), written=YES),
    accepted(),
    checked(),
    *answered(),
    *reviewed(),
)
HEARD = story(
    "with a hearing in the re-examination",
    3,
    ORGANS,
    received("organ"),
    step(TOLD, days(1, 9), written=YES),
    accepted(),
    checked(),
    *answered(),
    *reviewed()[:-1],
    step("hearing-noticed", workdays(2, 5)),
    step("hearing-held", days(15, 25)),
    step("hearing-ended", same_day()),
    step("recheck-opinion-issued", days(3, 12)),
)
EXTENDED = story(
    "extended",
    4,
    ORGANS,
    received("organ"),
    step(TOLD, days(1, 9), written=YES),
    accepted(),
    checked(),
    step("extension-approved", days(40, 52), after=ACCEPTED, days="30日", approver="head", told_to_petitioner=YES),
    *answered(days(70, 78)),
    *reviewed(),
)
OBJECTED = story(
    "sent back",
    4,
    OFFICE,
    received("信访部门"),
    step("petition-routed", days(1, 9)),
    step(PASSED_ON, workdays(0, 2), own_field=NO, matter="ordinary"),
    step("petition-objected", workdays(1, 4), reasons_stated=YES),
    step("objection-agreed", workdays(1, 3)),
    step("material-returned", workdays(0, 2)),
    step("petition-routed", workdays(0, 2), called="petition-routed:2"),
)
URGENT = story(
    "urgent and reported",
    3,
    OFFICE,
    received("信访部门", major_urgent=YES),
    step("urgent-reported", same_day(), to="party-and-government"),
    *routed(),
    accepted(),
    checked(),
    step("settled", days(5, 20)),
)
GROUP = story(
    "visit of a group",
    4,
    OFFICE,
    received("信访部门", form="group-visit", representatives=whole(2, 5)),
    *routed(),
    accepted(),
    checked(),
    step("mediated", days(8, 20)),
)
ACCUSATION = story(
    "accusation passed on",
    3,
    OFFICE,
    received("信访部门"),
    *routed(),
    step("material-passed-on", workdays(0, 1), receiver=officers(1)),
    accepted(),
    checked(),
    step("settled", days(8, 20)),
)
INTERESTED = story(
    "an interest declared",
    2,
    ORGANS,
    received("organ"),
    step(TOLD, days(1, 9), written=YES),
    accepted(),
    step("interest-declared", workdays(1, 2), persons=officers(1, "reviewer")),
    checked(),
    *answered(),
    *reviewed(),
)
YEARLY = story(
    "yearly report",
    1,
    OFFICE,
    step("annual-report-submitted", year=2024, to_own=YES, to_superior=YES),
    between=("2025-01-06", "2025-06-30"),
    years=(2024,),
    each_organ=True,
)

STORIES = (
    SETTLED,
    MEDIATED,
    WITHDRAWN,
    LED,
    DIRECT,
    REVIEWED,
    HEARD,
    EXTENDED,
    OBJECTED,
    URGENT,
    GROUP,
    ACCUSATION,
    INTERESTED,
    YEARLY,
)
