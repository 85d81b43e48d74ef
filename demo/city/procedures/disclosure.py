"""Requests for government information, publishing of an organ's own motion, and the yearly report
(政府信息公开条例).

An unclear request is sent back once within 7 working days; third parties and co-making organs have 15
working days; the answer comes within 20, prolonged once by 20 with leave of the head of the disclosure
body and word to the applicant.
"""

from __future__ import annotations

from typing import Any

from demo.city.stories import NO, YES, Gap, Step, Story, days, same_day, step, workdays
from demo.city.values import day_of, one_of, yuan

RECEIVED, ANSWERED = "request-received", "answer-made"


def received(**more: Any) -> Step:
    """The request is entered in the register, on the day the regulation names."""
    held = {"clear": YES, "co_made": NO, "on_spot_possible": NO, "third_party_concerned": NO}
    return step(RECEIVED, same_day(), **{**held, **more})


def by_hand(**more: Any) -> tuple[Step, ...]:
    """Handed in at the window."""
    return (step("request-submitted", channel="in-person"), received(**more))


def online(**more: Any) -> tuple[Step, ...]:
    """Through the portal; receipt confirmed within a few days, which is then the day of receipt."""
    return (step("request-submitted", channel="internet"), step("receipt-confirmed", workdays(0, 2)), received(**more))


def by_mail(**more: Any) -> tuple[Step, ...]:
    """By mail that is signed for."""
    return (step("request-submitted", channel="registered-mail"), step("mail-signed", workdays(1, 4)), received(**more))


def by_ordinary_mail(**more: Any) -> tuple[Step, ...]:
    """By ordinary mail, confirmed with the applicant the same day."""
    return (
        step("request-submitted", channel="ordinary-mail"),
        step("ordinary-mail-arrived", workdays(2, 6)),
        step("receipt-confirmed", same_day()),
        received(**more),
    )


def answer(word: Any, gap: Gap, after: str = RECEIVED, **more: Any) -> Step:
    """The answer and what it says."""
    held = {
        "result": word,
        "disclosed": NO,
        "decided_by": "agency",
        "reason": "none",
        "reasons_stated": YES,
        "separable": NO,
        "right_organ_known": NO,
        "right_organ_named": NO,
    }
    return step(ANSWERED, gap, after=after, **{**held, **more})


def reviewed() -> Step:
    """Reviewed for secrets and other exemptions before anything is given out."""
    return step("exemption-reviewed", workdays(2, 4), after=RECEIVED)


def served() -> tuple[Step, ...]:
    """Served and put away."""
    return (step("answer-served", workdays(0, 3)), step("request-closed", workdays(10, 20), after=ANSWERED))


def story(name: str, weight: int, *steps: Step, **more: Any) -> Story:
    """A request or a duty to publish."""
    return Story("disclosure", name, weight=weight, steps=steps, **more)


GIVEN = {"disclosed": YES, "reason": "none"}

DISCLOSED = story("disclosed", 25, *by_hand(), reviewed(), answer("disclosed", workdays(6, 18), **GIVEN), *served())
ONLINE = story(
    "asked online, disclosed",
    25,
    *online(),
    reviewed(),
    answer(one_of("disclosed", "already-public"), workdays(6, 18), **GIVEN),
    *served(),
)
MAILED = story(
    "asked by mail, disclosed", 6, *by_mail(), reviewed(), answer("disclosed", workdays(6, 18), **GIVEN), *served()
)
ORDINARY_MAIL = story(
    "asked by ordinary mail",
    3,
    *by_ordinary_mail(),
    reviewed(),
    answer("partly", workdays(6, 18), disclosed=YES, separable=YES, reason="internal"),
    *served(),
)
REFUSED = story(
    "refused with reasons",
    10,
    *online(),
    answer("refused", workdays(6, 18), reason=one_of("internal", "process", "enforcement-file", "law-forbids")),
    *served(),
)
NOT_THERE = story(
    "searched for and not there",
    9,
    *online(),
    step("search-made", workdays(2, 5)),
    answer("not-exist", workdays(6, 18)),
    *served(),
)
ELSEWHERE = story(
    "another organ is responsible",
    8,
    *online(),
    answer("not-responsible", workdays(2, 9), right_organ_known=YES, right_organ_named=YES),
    *served(),
)
PETITION = story(
    "a petition in the form of a request", 3, *online(), answer("petition-like", workdays(2, 14)), *served()
)
ON_SPOT = story(
    "answered on the spot", 3, *by_hand(on_spot_possible=YES), answer("already-public", same_day(), **GIVEN), *served()
)
WITHDRAWN = story(
    "withdrawn", 3, *online(), step("request-withdrawn", workdays(2, 9)), step("request-closed", workdays(2, 9))
)
CORRECTED = story(
    "request corrected",
    8,
    *online(clear=NO),
    step(
        "correction-notice",
        workdays(1, 7),
        items_stated=YES,
        period_stated=YES,
        correct_by=day_of("correction-notice", 15),
    ),
    step("corrected-request-received", days(3, 11), good_reason=NO),
    step("exemption-reviewed", workdays(2, 4)),
    answer("disclosed", workdays(6, 18), "corrected-request-received", **GIVEN),
    *served(),
)
THIRD_PARTY = story(
    "third party consulted",
    5,
    *online(third_party_concerned=YES),
    step("third-party-consulted", workdays(1, 4), written=YES),
    step("third-party-letter-received", workdays(1, 4)),
    step("third-party-replied", workdays(4, 13), reply="agrees"),
    step("exemption-reviewed", workdays(0, 1)),
    answer("disclosed", workdays(2, 8), "third-party-replied", **GIVEN),
    *served(),
)
OVERRIDDEN = story(
    "disclosed against a third party's objection",
    2,
    *online(third_party_concerned=YES),
    step("third-party-consulted", workdays(1, 4), written=YES),
    step("third-party-letter-received", workdays(1, 4)),
    step("third-party-replied", workdays(4, 13), reply="objects"),
    step("exemption-reviewed", workdays(0, 1)),
    answer("disclosed", workdays(2, 8), "third-party-replied", **GIVEN),
    step("third-party-told", workdays(0, 2), written=YES, content_stated=YES, reasons_stated=YES),
    step("answer-served", workdays(0, 3)),
    step("request-closed", workdays(10, 20), after=ANSWERED),
)
CO_MADE = story(
    "made together with another organ",
    3,
    *online(co_made=YES),
    step("co-maker-consulted", workdays(1, 4)),
    step("co-maker-letter-received", workdays(1, 3)),
    step("co-maker-replied", workdays(4, 13), reply="agrees"),
    step("exemption-reviewed", workdays(0, 1)),
    answer("disclosed", workdays(2, 8), "co-maker-replied", **GIVEN),
    *served(),
)
CONSULTED = story(
    "another organ consulted",
    3,
    *online(),
    step("organ-consulted", workdays(1, 4)),
    step("organ-replied", workdays(5, 15)),
    step("exemption-reviewed", workdays(0, 1)),
    answer("disclosed", workdays(2, 8), "organ-replied", **GIVEN),
    *served(),
)
EXTENDED = story(
    "answer extended",
    8,
    *online(),
    reviewed(),
    step(
        "extension-approved",
        workdays(14, 19),
        after=RECEIVED,
        days="20个工作日",
        approver="disclosure-body-head",
        told_to_applicant=YES,
    ),
    answer("disclosed", workdays(22, 38), **GIVEN),
    *served(),
)
EXCESSIVE = story(
    "refused as excessive",
    2,
    *online(),
    step("reasons-asked", workdays(2, 5)),
    step("reasons-received", workdays(2, 5), reasonable=NO),
    answer("excessive-refused", workdays(13, 18)),
    *served(),
)
PUT_OFF = story(
    "answer put off for its bulk",
    2,
    *online(),
    step("reasons-asked", workdays(2, 5)),
    step("reasons-received", workdays(2, 5), reasonable=YES),
    step("delayed-period-fixed", workdays(1, 3), told_to_applicant=YES, delayed_to=day_of("delayed-period-fixed", 60)),
    step("exemption-reviewed", workdays(3, 6)),
    answer("disclosed", days(25, 45), "delayed-period-fixed", **GIVEN),
    step("fee-charged", same_day(), fee=yuan(100, 900, 10), excessive=YES),
    *served(),
)

FORMED = story(
    "information published of its own motion",
    30,
    step("information-formed", proactive=YES, listed=YES, exempt=NO, other_period=NO),
    step("exemption-reviewed", workdays(1, 4)),
    step("published", workdays(1, 14)),
    step("register-checked", days(60, 90)),
)
CHANGED = story(
    "published information changed",
    6,
    step("information-changed", proactive=YES, exempt=NO, other_period=NO),
    step("updated", workdays(1, 18)),
    step("register-checked", days(60, 90)),
)
GUIDE = story(
    "guide brought up to date",
    3,
    step("guide-content-changed"),
    step("guide-updated", workdays(3, 30)),
    step("register-checked", days(60, 90)),
)
REPORT = story(
    "yearly report of a department",
    6,
    step("year-ended", year=2025, body="department"),
    step("disclosure-annual-report-submitted", days(6, 16), year=2025),
    step(
        "disclosure-annual-report-published",
        days(2, 8),
        year=2025,
        body="department",
        proactive_stated=YES,
        requests_stated=YES,
        disputes_stated=YES,
        problems_stated=YES,
        other_stated=YES,
        unified_format=YES,
    ),
    between=("2025-12-31", "2025-12-31"),
    years=(2025,),
    each_organ=True,
)
REPORT_OF_GOVERNMENT = story(
    "yearly report of a government",
    2,
    step("year-ended", year=2025, body="government"),
    step(
        "disclosure-annual-report-published",
        days(50, 80),
        year=2025,
        body="government",
        proactive_stated=YES,
        requests_stated=YES,
        disputes_stated=YES,
        problems_stated=YES,
        other_stated=YES,
        unified_format=YES,
    ),
    between=("2025-12-31", "2025-12-31"),
    years=(2025,),
    sectors=("government",),
)

STORIES = (
    DISCLOSED,
    ONLINE,
    MAILED,
    ORDINARY_MAIL,
    REFUSED,
    NOT_THERE,
    ELSEWHERE,
    PETITION,
    ON_SPOT,
    WITHDRAWN,
    CORRECTED,
    THIRD_PARTY,
    OVERRIDDEN,
    CO_MADE,
    CONSULTED,
    EXTENDED,
    EXCESSIVE,
    PUT_OFF,
    FORMED,
    CHANGED,
    GUIDE,
    REPORT,
    REPORT_OF_GOVERNMENT,
)
