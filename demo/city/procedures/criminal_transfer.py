"""Suspected crimes handed to the police: a team, a written report, the chief decides in three days, the
file goes in 24 hours.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Step, Story, days, hours, same_day, step, workdays
from demo.city.values import officers, one_of

ORGANS = ("market", "agriculture", "environment", "labour", "land", "emergency", "culture", "health")
SENT = "transferred-to-police"


def suspected() -> tuple[Step, ...]:
    """A crime is suspected; a team reports to the chief in writing."""
    return (
        step("crime-suspected", recorded=YES, intellectual_property=one_of(NO, NO, YES)),
        step("special-team-formed", workdays(0, 2), officers=officers(2)),
        step("transfer-report-to-principal", workdays(2, 9), written=YES),
    )


def sent(**more: Any) -> tuple[Step, ...]:
    """Approved by the chief and sent with all papers; the police sign."""
    papers = {
        "letter_attached": YES,
        "report_attached": YES,
        "items_listed": YES,
        "other_material_attached": YES,
        "tests_made": YES,
        "test_reports_attached": YES,
    }
    return (
        step("transfer-approved", workdays(0, 1), approver=one_of("principal", "principal", "presiding")),
        step(SENT, hours(0.5, 5), **{**papers, **more}),
        step("police-receipt-signed", same_day(), outside_jurisdiction=NO),
    )


def closed(*, penalty: bool = NO, transferred: bool = YES) -> Step:
    """The case is closed."""
    return step("case-closed", workdays(3, 15), transferred=transferred, penalty_due=penalty)


def penalised() -> Step:
    """The agency decides itself."""
    return step("decision-made", days(10, 40), penalty_kind=one_of("fine", "warning", "licence-suspended"))


def story(name: str, weight: int, *steps: Step) -> Story:
    """A transfer."""
    return Story("criminal-transfer", name, weight=weight, sectors=ORGANS, steps=steps)


NOT_FILED_NOTICE = (step("police-not-filed", workdays(0, 1)), step("non-filing-notice-received", workdays(0, 1)))

FILED = story(
    "filed by the police",
    40,
    *suspected(),
    *sent(),
    step("police-filed", workdays(0, 1)),
    step("police-filing-notice-received", workdays(0, 1), other_period=NO),
    step("items-handed-over", workdays(0, 1)),
    closed(),
)
FINED_BEFORE = story(
    "penalised before, then filed",
    6,
    step("decision-made", penalty_kind=one_of("warning", "production-stopped", "fine")),
    *suspected(),
    *sent(),
    step("prior-penalty-stopped", workdays(0, 2), penalty_kind="fine"),
    step("police-filed", workdays(0, 1), after="police-receipt-signed"),
    step("police-filing-notice-received", workdays(0, 1), other_period=NO),
    step("items-handed-over", workdays(0, 1)),
    closed(),
)
RETURNED = story(
    "not filed, handled by the agency",
    18,
    *suspected(),
    *sent(),
    *NOT_FILED_NOTICE,
    step("returned-to-administrative-handling", workdays(0, 1)),
    penalised(),
    closed(penalty=YES),
)
RECONSIDERED = story(
    "not filed, reconsidered, supervised",
    6,
    *suspected(),
    *sent(),
    *NOT_FILED_NOTICE,
    step("police-reconsideration-asked", workdays(0, 1)),
    step("police-reconsideration-papers-received", same_day()),
    step("police-reconsideration-decided", workdays(0, 1), result="upheld"),
    step("police-reconsideration-result-received", workdays(0, 1), result="upheld", disagrees=YES),
    step("procuratorate-asked", workdays(0, 1)),
    step("returned-to-administrative-handling", days(15, 40)),
    penalised(),
    closed(penalty=YES),
)
REFUSED = story(
    "the chief does not approve",
    10,
    *suspected(),
    step("transfer-refused", workdays(0, 1), approver="principal", reasons_recorded=YES),
    penalised(),
    closed(penalty=YES, transferred=NO),
)
FORWARDED = story(
    "forwarded to other police",
    4,
    *suspected(),
    *sent()[:-1],
    step("police-receipt-signed", same_day(), outside_jurisdiction=YES),
    step("police-forwarded", hours(1, 5), agency_told=YES),
    step("police-filed", workdays(3, 9)),
    step("police-filing-notice-received", workdays(0, 1), other_period=NO),
    step("items-handed-over", workdays(0, 1)),
    closed(),
)
OFFICIAL = story(
    "duty crime of an official",
    4,
    step("official-crime-suspected"),
    step("official-clue-transferred", workdays(1, 9)),
    closed(transferred=NO),
)

STORIES = (FILED, FINED_BEFORE, RETURNED, RECONSIDERED, REFUSED, FORWARDED, OFFICIAL)
