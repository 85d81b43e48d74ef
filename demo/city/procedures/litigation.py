"""Suits against organs, and the letters of courts and procuratorates (行政诉讼法).

Sued within six months, the organ answers with evidence within fifteen days; a head appears in court or
explains; the court decides within six months, an appeal within three; a judgment is performed by its
day, letters are answered in two months.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, same_day, step, workdays
from demo.city.values import day_of, officers, one_of, person

EARLIER = ("2024-09-02", "2025-12-31")
SUED, DOCKETED, COPY, ANSWER, HEARING = (
    "suit-filed",
    "case-docketed",
    "complaint-copy-received",
    "answer-and-evidence-filed",
    "court-hearing-held",
)
HEAD_THERE = {
    "head": person("head"),
    "head_present": YES,
    "staff_present": YES,
    "lawyer_present": YES,
    "head_spoke": YES,
    "co_defendants_agreed": NO,
    "explanation_filed": NO,
    "explanation_sealed": NO,
    "principal_signed": NO,
}
HEAD_AWAY = {
    "head": None,
    "head_present": NO,
    "staff_present": YES,
    "lawyer_present": YES,
    "head_spoke": NO,
    "co_defendants_agreed": NO,
    "explanation_filed": YES,
    "explanation_sealed": YES,
    "principal_signed": NO,
    "excuse": one_of("irreplaceable-duty", "accident", "other"),
}


def act(remedies: bool = YES, **more: Any) -> tuple[Step, ...]:
    """The act sued over, served."""
    return (
        step("act-made", **{"real_property": NO, **more}),
        step("decision-served", workdays(0, 5), remedies_told=remedies, other_suit_period=NO),
    )


def sued(gap: Gap | None = None, procedure: str = "ordinary") -> tuple[Step, ...]:
    """Sued, docketed, the complaint comes in, people are named."""
    return (
        step(SUED, gap or days(10, 150)),
        step(DOCKETED, workdays(2, 6), procedure=procedure),
        step(COPY, workdays(2, 5)),
        step("case-team-named", workdays(0, 2), officers=officers(2)),
    )


def answered() -> Step:
    """The answer, with evidence and legal basis."""
    return step(ANSWER, days(5, 14), after=COPY, evidence_attached=YES, basis_attached=YES)


def called(gap: Gap | None = None) -> tuple[Step, ...]:
    """The court calls the head, whose identity is filed."""
    return (
        step("attendance-notice-received", gap or days(30, 60), after=DOCKETED),
        step("head-id-filed", workdays(1, 3), name_and_post=YES, sealed=YES, corrected=NO),
    )


def heard(gap: Gap | None = None, **more: Any) -> Step:
    """The hearing at first instance; the head is there."""
    return step(HEARING, gap or workdays(6, 12), instance="first-instance", **{**HEAD_THERE, **more})


def judged(
    gap: Gap, result: Any, called_as: str = "", instance: str = "first-instance", after: str = ""
) -> tuple[Step, ...]:
    """A judgment, served."""
    more = {"called": f"judgment-made:{called_as}"} if called_as else {}
    then = {"called": f"judgment-served:{called_as}"} if called_as else {}
    return (
        step("judgment-made", gap, after=after, result=result, instance=instance, **more),
        step("judgment-served", workdays(2, 8), result=result, instance=instance, **then),
    )


def appealed() -> tuple[Step, ...]:
    """An appeal in time, answered, and decided within three months."""
    return (
        step("appeal-filed", days(4, 14), after="judgment-served"),
        step("appeal-received-by-court", workdays(1, 5)),
        step("appeal-docketed", workdays(1, 5)),
        step("appeal-copy-received", workdays(1, 4)),
        step("appeal-answer-filed", days(4, 13)),
    )


def ended(performed: bool = NO) -> tuple[Step, ...]:
    """Effective with the second judgment; archived."""
    performance = (
        step(
            "judgment-effective",
            same_day(),
            result="revoked",
            performance_ordered=YES,
            perform_by=day_of("judgment-effective", 60),
        ),
        step("judgment-performed", days(10, 50)),
    )
    upheld = (step("judgment-effective", same_day(), result="claim-rejected", performance_ordered=NO),)
    return (*(performance if performed else upheld), step("dossier-archived", workdays(5, 20)))


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A suit or a letter."""
    sued = any(one.act == COPY for one in steps)
    return Story("litigation", name, weight=weight, steps=steps, numbered=COPY if sued else "", **more)


SECOND = judged(days(40, 70), "claim-rejected", "2", "second-instance", "appeal-received-by-court")
WON = story(
    "won in two instances",
    25,
    *act(),
    *sued(),
    answered(),
    *called(),
    heard(),
    *judged(days(15, 50), "claim-rejected"),
    *appealed(),
    *SECOND,
    *ended(),
    between=EARLIER,
)
LOST = story(
    "lost and performed",
    8,
    *act(),
    *sued(),
    answered(),
    *called(),
    heard(),
    *judged(days(15, 50), "revoked"),
    *appealed(),
    *judged(days(40, 70), "revoked", "2", "second-instance", "appeal-received-by-court"),
    *ended(YES),
    between=EARLIER,
)
WITHDRAWN = story(
    "settled and withdrawn",
    25,
    *act(),
    *sued(),
    answered(),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
    step("dossier-archived", workdays(5, 20)),
)
AWAY = story(
    "head away, explained",
    10,
    *act(),
    *sued(),
    answered(),
    step("attendance-notice-received", days(30, 60), after=DOCKETED),
    step("absence-explained", workdays(1, 4)),
    step(HEARING, workdays(5, 9), instance="first-instance", **HEAD_AWAY),
    step("settled-or-withdrawn", days(5, 40)),
    step("dossier-archived", workdays(5, 20)),
)
SIMPLE = story(
    "simple procedure",
    8,
    *act(),
    *sued(procedure="simple"),
    step(ANSWER, days(4, 10), after=COPY, evidence_attached=YES, basis_attached=YES),
    step("head-id-filed", workdays(0, 1), name_and_post=YES, sealed=YES, corrected=NO),
    heard(workdays(3, 6)),
    step("settled-or-withdrawn", days(26, 38), after=DOCKETED),
    step("dossier-archived", workdays(5, 20)),
)
UNTOLD = story(
    "remedies told late",
    2,
    *act(NO),
    step("remedies-learned", days(30, 90)),
    *sued(days(10, 120)),
    answered(),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
)
RECONSIDERED = story(
    "after reconsideration",
    12,
    *act(),
    step("reconsideration-accepted", days(10, 50)),
    step("reconsideration-decision-served", days(50, 62), remedies_told=YES),
    *sued(days(2, 12)),
    answered(),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
)
RECONSIDERED_SILENT = story(
    "after a reconsideration decision silent on the suit",
    1,
    *act(),
    step("reconsideration-accepted", days(10, 50)),
    step("reconsideration-decision-served", days(50, 62), remedies_told=NO),
    step("remedies-learned", days(40, 90)),
    *sued(days(2, 12)),
    answered(),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
    between=EARLIER,
)
OBSTRUCTED = story(
    "hindered, more time to sue granted",
    1,
    *act(),
    step("other-obstacle-ended", days(150, 190)),
    step("suit-extension-asked", days(2, 8)),
    step("suit-extension-granted", workdays(3, 9)),
    *sued(days(3, 12)),
    answered(),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
    between=EARLIER,
)
DELAYED = story(
    "more time for evidence",
    2,
    *act(),
    *sued(),
    step("delay-of-evidence-requested", days(3, 12), after=COPY, allowed=YES),
    step("delay-cause-ended", days(10, 30)),
    step(ANSWER, days(3, 13), evidence_attached=YES, basis_attached=YES),
    *called(days(60, 75)),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
)
INACTION = story(
    "failure to act",
    4,
    step("performance-requested", urgent=NO, other_period=YES),
    step("performance-period-ended", days(20, 90, exact=True)),
    *sued(days(10, 150)),
    answered(),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
)
PERFORMED = story(
    "asked to act, refused in time",
    2,
    step("performance-requested", urgent=NO, other_period=NO),
    step("performance-refused", days(20, 50)),
    *sued(days(10, 150)),
    answered(),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
)
SUPPLEMENTED = story(
    "more evidence with leave",
    2,
    *act(),
    *sued(),
    answered(),
    step("supplement-allowed", workdays(2, 6)),
    step("defendant-collected-evidence", workdays(1, 5), court_allowed=YES),
    *called(),
    heard(),
    step("settled-or-withdrawn", days(5, 40)),
)
PROLONGED = story(
    "first instance prolonged",
    2,
    *act(),
    *sued(),
    answered(),
    *called(),
    heard(),
    step(
        "extension-approved", days(150, 170), after=DOCKETED, approver="high-court", extended_to=day_of(DOCKETED, 270)
    ),
    *judged(days(20, 60), "claim-rejected"),
    *appealed(),
    *SECOND,
    *ended(),
    between=EARLIER,
)
STOPPED = story(
    "suspended for an appraisal",
    2,
    *act(),
    *sued(),
    answered(),
    *called(),
    heard(),
    step("test-commissioned", workdays(2, 9)),
    step("test-report-received", days(30, 90)),
    *judged(days(20, 50), "claim-rejected"),
    *appealed(),
    *SECOND,
    *ended(),
    between=EARLIER,
)
PROLONGED_APPEAL = story(
    "appeal prolonged",
    1,
    *act(),
    *sued(),
    answered(),
    *called(),
    heard(),
    *judged(days(15, 50), "claim-rejected"),
    *appealed(),
    step(
        "extension-approved",
        days(50, 70),
        after="appeal-received-by-court",
        approver="high-court",
        extended_to=day_of("appeal-received-by-court", 180),
    ),
    *judged(days(40, 80), "claim-rejected", "2", "second-instance"),
    *ended(),
    between=EARLIER,
)
DISMISSED = story(
    "dismissed, appealed",
    4,
    *act(),
    *sued(),
    answered(),
    step("ruling-served", days(40, 90), after=DOCKETED, ruling="suit-dismissed", instance="first-instance"),
    step("appeal-filed", days(2, 8)),
    step("appeal-received-by-court", workdays(1, 4)),
    step("appeal-docketed", workdays(1, 4)),
    step("ruling-served", days(20, 60), called="ruling-served:2", ruling="other", instance="second-instance"),
    step("settled-or-withdrawn", same_day()),
    between=EARLIER,
)
STORIES = (
    WON,
    LOST,
    WITHDRAWN,
    AWAY,
    SIMPLE,
    UNTOLD,
    RECONSIDERED,
    RECONSIDERED_SILENT,
    OBSTRUCTED,
    DELAYED,
    INACTION,
    PERFORMED,
    SUPPLEMENTED,
    PROLONGED,
    STOPPED,
    PROLONGED_APPEAL,
    DISMISSED,
)
