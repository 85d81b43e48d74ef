"""Legality review of major decisions of every kind: sent, reviewed with all it must cover, passed, then decided."""

from __future__ import annotations

from typing import Any

from demo.city.recipes import blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, Gap, Step, Story, days, step, workdays
from demo.city.values import one_of, person

ORGANS = (
    "market",
    "agriculture",
    "transport",
    "urban",
    "environment",
    "emergency",
    "culture",
    "health",
    "labour",
    "land",
)
REVIEWED, DECIDED = "legality-reviewed", "decision-made"
COVERED = {
    "subject_reviewed": YES,
    "procedure_reviewed": YES,
    "facts_reviewed": YES,
    "law_reviewed": YES,
    "competence_reviewed": YES,
    "documents_reviewed": YES,
    "crime_reviewed": YES,
    "opinion_written": YES,
}


def sent(**more: Any) -> tuple[Step, ...]:
    """Filed by one section, sent to another."""
    held = {"body": "执法大队", "major": NO, "complex": NO, "hearing_held": NO, "public_interest": NO}
    return (
        step("case-filed", **{**held, **more}),
        step(
            "review-sent", days(20, 60), decision_kind=one_of(licence=1, penalty=4, coercion=2), list_item="目录第三项"
        ),
        step("review-file-received", workdays(0, 1)),
    )


def reviewed(gap: Gap | None = None, result: str = "pass", called: str = "") -> Step:
    """Reviewed in all it must cover."""
    more = {"called": called} if called else {}
    return step(
        REVIEWED, gap or workdays(1, 4), reviewer=person("reviewer"), body="法规股", result=result, **COVERED, **more
    )


def decided() -> tuple[Step, ...]:
    """Decided after the review."""
    return (step(DECIDED, workdays(1, 6), on_review_catalogue=YES), step("review-closed", workdays(0, 3)))


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A decision under review."""
    return Story("legality-review", name, weight=weight, **{"sectors": ORGANS, **more}, steps=steps)


PASSED = story("passed and decided", 40, *sent(), reviewed(), *decided())
MAJOR = story(
    "major penalty, passed and decided", 15, *sent(major=YES, complex=one_of(YES, NO)), reviewed(), *decided()
)
AGAIN = story(
    "sent back, reviewed again",
    10,
    *sent(),
    reviewed(result="fail"),
    step("resubmitted", workdays(2, 6)),
    reviewed(called=f"{REVIEWED}:2"),
    *decided(),
)
LOCAL = story(
    "passed in five days under local rules", 8, *sent(), reviewed(), *decided(), places=("neimenggu",), sectors=()
)
LOCAL_LONGER = story(
    "extended under local rules",
    3,
    *sent(),
    step("review-extended", workdays(2, 4), days="5个工作日", approver="head"),
    reviewed(workdays(3, 5)),
    *decided(),
    places=("neimenggu",),
    sectors=(),
)

STORIES = (PASSED, MAJOR, AGAIN, LOCAL, LOCAL_LONGER)

RECIPES = (
    breach(PASSED, without(REVIEWED), breaks=f"lrv-required@{DECIDED}#1"),
    breach(
        PASSED,
        moved(REVIEWED, workdays(14, 20), after="review-file-received"),
        moved(DECIDED, workdays(3, 9), after="review-file-received"),
        breaks=f"lrv-required@{DECIDED}#1",
    ),
    breach(MAJOR, without(REVIEWED), breaks=f"pen-legality-review@{DECIDED}#1", see=("case-filed.major",)),
    breach(PASSED, wrong(REVIEWED, crime_reviewed=NO), breaks=f"lrv-content@{REVIEWED}#1"),
    breach(
        AGAIN,
        without("resubmitted", f"{REVIEWED}:2"),
        breaks=(f"lrv-required@{DECIDED}#1", f"lrv-problem-resubmit@{REVIEWED}#1"),
    ),
    breach(
        AGAIN,
        without("resubmitted", f"{REVIEWED}:2"),
        breaks=(f"lrv-required@{DECIDED}#1", f"lrv-problem-resubmit/neimenggu@{REVIEWED}#1"),
        places=("neimenggu",),
        sectors=(),
    ),
    breach(LOCAL, wrong(REVIEWED, body="执法大队"), breaks=f"lrv-separation@{REVIEWED}#1", see=("case-filed.body",)),
    breach(
        LOCAL,
        late(REVIEWED, after="review-file-received", count=5, unit="workdays"),
        breaks="lrv-5wd-nm@review-file-received#1",
    ),
    breach(
        LOCAL_LONGER,
        late(REVIEWED, after="review-file-received", count=10, unit="workdays"),
        breaks="lrv-5wd-nm@review-file-received#1",
    ),
    lawful(LOCAL, on_last_day(REVIEWED, after="review-file-received", count=5, unit="workdays")),
    unknown(PASSED, wrong(REVIEWED, crime_reviewed=BLANK)),
    unknown(LOCAL, blank_day(REVIEWED)),
)
