"""Major decisions of a government (重大行政决策程序暂行条例): started, drafted, published for comment, argued,
assessed, reviewed, discussed.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, same_day, step, workdays
from demo.city.values import officers, whole

KEEPERS = ("government",)
EARLIER = ("2024-09-02", "2025-12-31")
DRAFT, COMMENT, MEETING, DECIDED = "draft-made", "draft-published-for-comment", "executive-meeting", "decided"


def begun(**more: Any) -> tuple[Step, ...]:
    """Proposed, studied, started, a unit named, researched, drafted."""
    held = {
        "touches_units": YES,
        "non_public": NO,
        "professional": NO,
        "risk_possible": NO,
        "assessed_elsewhere": NO,
        "market_activity": NO,
    }
    return (
        step("proposal-received", matter="ordinary", item="1"),
        step("proposal-studied", days(5, 20)),
        step("started", workdays(1, 5), matter="ordinary", item="1"),
        step("handler-named", workdays(0, 2), handler="发展和改革局"),
        step("researched", days(10, 30)),
        step(DRAFT, days(5, 20), **{**held, **more}),
        step("departments-consulted", workdays(2, 8), disagreement=NO),
    )


def commented() -> tuple[Step, ...]:
    """Thirty days and more for comment."""
    return (
        step(COMMENT, workdays(1, 4), shortened=NO, explained=NO),
        step("comment-closed", days(30, 40), opinions=whole(0, 40), adopted=0),
    )


def decided(gap: Gap | None = None, **more: Any) -> tuple[Step, ...]:
    """Reviewed, submitted, discussed with the head last, reported to the Party committee, decided, published."""
    held = {
        "meeting_form": "executive",
        "leader_spoke_last": YES,
        "departs_from_majority": NO,
        "reasons_said": NO,
        "discussion_recorded": YES,
        "dissent_recorded": YES,
    }
    return (
        step("legality-review-sent", gap or workdays(1, 4), complete=YES, shortfall_reasoned=NO),
        step("legality-reviewed", workdays(4, 7), result="pass", exploratory=NO, legal_risk_stated=NO),
        step("submitted", workdays(1, 2), disagreement_reported=NO, fair_competition_attached=YES),
        step(MEETING, workdays(9, 14), after="legality-review-sent", **{**held, **more}),
        step("party-committee-reported", workdays(0, 3)),
        step(DECIDED, workdays(0, 2), result="adopted"),
        step("published", workdays(1, 5), in_gazette=YES, on_website=YES, in_newspaper=YES, public_concern=YES),
        step("interpreted", workdays(1, 4)),
        step("archived", days(5, 20), electronic_copy=YES, paper_copy=YES),
        step("execution-reported", days(30, 60)),
    )


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A decision of a government."""
    return Story("major-decision", name, weight=weight, sectors=KEEPERS, steps=steps, **{"between": EARLIER, **more})


EXPERTS = step("experts-engaged", workdays(2, 4), experts=officers(3, "outsider"))
ARGUED = step(
    "expert-argument",
    workdays(8, 14),
    experts=officers(3, "outsider"),
    expert_has_interest=NO,
    opinion_signed=YES,
    shortfall_reasoned=NO,
)
ASSESSED = step(
    "risk-assessed",
    workdays(3, 9),
    assessors=officers(2, "reviewer"),
    risk_points_listed=YES,
    plan_attached=YES,
    controllable=YES,
)
COMPETITION = step("fair-competition-reviewed", workdays(2, 6), result="pass", end_fixed=NO)

PLAIN = story("discussed and published", 25, *begun(), *commented(), *decided())
PROFESSIONAL = story(
    "argued by experts, risks assessed",
    25,
    *begun(professional=YES, risk_possible=YES, market_activity=YES),
    *commented(),
    EXPERTS,
    ARGUED,
    ASSESSED,
    COMPETITION,
    *decided(),
)
EVALUATED = story(
    "evaluated afterwards",
    8,
    *begun(professional=YES),
    *commented(),
    EXPERTS,
    ARGUED,
    *decided(),
    step("problem-found", days(5, 20)),
    step("problem-reported", workdays(1, 3)),
    step("post-evaluated", days(20, 40), evaluators=officers(2, "officer")),
)
HEARD = story(
    "with a hearing",
    10,
    *begun(),
    *commented(),
    step("hearing-announced", workdays(1, 3)),
    step("hearing-selection-published", same_day()),
    step("hearing-list-published", days(5, 9)),
    step("hearing-materials-served", days(2, 4)),
    step(
        "hearing-held",
        days(9, 14),
        participants=20,
        stakeholders=whole(10, 15),
        shortfall_reasoned=NO,
        participants_selected=YES,
        held_in_public=YES,
        transcript_signed=YES,
    ),
    *decided(),
)
DISPUTED = story(
    "departments disagree",
    4,
    *begun()[:-1],
    step("departments-consulted", workdays(2, 8), disagreement=YES),
    *commented(),
    *(
        step(one.act, one.gap, after=one.after, **{**one.fields, "disagreement_reported": YES})
        if one.act == "submitted"
        else one
        for one in decided()
    ),
)
ADJUSTED = story(
    "adjusted after another meeting",
    3,
    *begun(),
    *commented(),
    *decided(),
    step(MEETING, days(20, 40), called=f"{MEETING}:2", **dict(decided()[3].fields)),
    step("adjusted", workdays(1, 4), major=YES),
)
STOPPED = story(
    "suspended, then stopped by a meeting",
    2,
    *begun(),
    *commented(),
    *decided(),
    step("execution-suspended", days(10, 20), approver="gov-principal"),
    step(MEETING, days(5, 20), called=f"{MEETING}:2", **dict(decided()[3].fields)),
    step("stopped", workdays(1, 4)),
)
CATALOGUE = story(
    "catalogue of the year",
    5,
    step("catalogue-agreed", year=2025),
    step("catalogue-published", workdays(2, 9), year=2025, item="1", handler="发展和改革局", status="planned"),
    step("year-ended", days(150, 200), year=2025),
    between=("2025-02-05", "2025-06-30"),
)
LOCAL = story("published in time under local rules", 6, *begun(), *commented(), *decided(), places=("hunan",))
LOCAL_HEARING = story(
    "hearing and experts under local rules",
    6,
    *begun(professional=YES),
    *commented(),
    EXPERTS,
    ARGUED,
    *HEARD.steps[9:],
    places=("shandong",),
)

STORIES = (PLAIN, PROFESSIONAL, EVALUATED, HEARD, DISPUTED, ADJUSTED, STOPPED, CATALOGUE, LOCAL, LOCAL_HEARING)
