"""Penalties by the ordinary procedure where local rules apply: review, report of the hearing, seal, filing."""

from __future__ import annotations

from dataclasses import replace

from demo.city.procedures.penalty_ordinary import CASE_REVIEWED, HEARING, MAJOR, PLAIN
from demo.city.recipes import Recipe, added, breach, late, lawful, moved, same_person, wrong
from demo.city.stories import NO, Step, Story, days, step, workdays

LOCAL = ("urban", "culture", "health", "labour")


def placed(story: Story, place: str, *more: Step, weight: int = 2) -> Story:
    """A history where the local rules of a place apply; what they ask for more comes before the publication."""
    steps = list(story.steps)
    steps[story.at("decision-published") : story.at("decision-published")] = more
    return replace(
        story, name=f"{place}: {story.name}", weight=weight, sectors=LOCAL, places=(place,), steps=tuple(steps)
    )


REVIEWED = placed(MAJOR, "neimenggu")
HEARD = moved("hearing-report-made", days(1, 5)).change(placed(HEARING, "shandong"))
SEALED = placed(PLAIN, "shandong")
FILED = {
    "sichuan": placed(MAJOR, "sichuan", step("major-decision-filed", days(1, 8), after="decision-made")),
    "tianjin": placed(MAJOR, "tianjin", step("major-decision-filed", days(1, 7), after="decision-made")),
}
STORIES = (REVIEWED, HEARD, SEALED, *FILED.values())

RECIPES: tuple[Recipe, ...] = (
    breach(
        REVIEWED,
        wrong("legality-reviewed", body="执法科"),
        breaks="lrv-separation@legality-reviewed#1",
        see=("case-filed.body",),
    ),
    breach(
        REVIEWED,
        same_person("legality-reviewed.reviewer", "case-filed.officers"),
        breaks="lrv-separation/reviewer@legality-reviewed#1",
    ),
    breach(
        REVIEWED,
        added(CASE_REVIEWED, before="legality-reviewed"),
        moved("legality-reviewed", workdays(1, 2), after="case-reviewed"),
        same_person("case-reviewed.reviewer", "case-filed.officers"),
        breaks="lrv-separation/case-reviewer@case-reviewed#1",
    ),
    breach(
        REVIEWED,
        late("legality-reviewed", after="review-file-received", count=5, unit="workdays", by=(1, 6)),
        breaks="lrv-5wd-nm@review-file-received#1",
    ),
    breach(
        REVIEWED,
        wrong("legality-reviewed", result="fail"),
        breaks=("lrv-problem-resubmit/neimenggu@legality-reviewed#1", "pen-legality-review@decision-made#1"),
    ),
    breach(HEARD, late("hearing-report-made", after="hearing-ended", count=10, by=(1, 6)), breaks="hrg-sd-report-10d"),
    lawful(HEARD, late("hearing-report-made", after="hearing-ended", count=5, by=(1, 2))),
    breach(SEALED, wrong("decision-made", sealed=NO), breaks="pen-decision-seal/shandong@decision-made#1"),
    breach(
        FILED["sichuan"],
        late("major-decision-filed", after="decision-made", count=15),
        breaks="pen-major-penalty-filing-sc@decision-made#1",
    ),
    breach(
        FILED["tianjin"],
        late("major-decision-filed", after="decision-made", count=10),
        breaks="pen-major-penalty-filing-tj@decision-made#1",
    ),
)
