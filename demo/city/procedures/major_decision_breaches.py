"""What goes wrong with major decisions."""

from __future__ import annotations

from demo.city.procedures.major_decision import (
    ADJUSTED,
    CATALOGUE,
    COMMENT,
    DECIDED,
    DISPUTED,
    DRAFT,
    EVALUATED,
    HEARD,
    LOCAL,
    LOCAL_HEARING,
    MEETING,
    PLAIN,
    PROFESSIONAL,
    STOPPED,
)
from demo.city.recipes import blank_day, breach, moved, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, beyond, days, workdays
from demo.city.values import same, whole

MET, DONE, PUBLISHED, HELD = f"{MEETING}#1", f"{DECIDED}#1", "published#1", "hearing-held#1"
BEFORE_2024 = ("2023-03-01", "2023-09-29")
COMMENTED = (COMMENT, "comment-closed")

START = (
    breach(CATALOGUE, without("catalogue-agreed"), breaks="mad-catalogue/agreed@catalogue-published#1"),
    breach(
        CATALOGUE,
        without("catalogue-published"),
        breaks="mad-catalogue/published@catalogue-agreed#1",
        see=("year-ended",),
    ),
    breach(PLAIN, without("proposal-studied"), breaks="mad-start/studied@started#1"),
    breach(PLAIN, without("started"), breaks=f"mad-start/decided@{DRAFT}#1"),
    breach(PLAIN, without("handler-named"), breaks=f"mad-start/handler@{DRAFT}#1"),
    breach(PLAIN, without("departments-consulted"), breaks=f"mad-consult-depts/consulted@{MET}"),
    breach(DISPUTED, wrong("submitted", disagreement_reported=NO), breaks="mad-consult-depts/disagreement@submitted#1"),
    breach(PLAIN, without(*COMMENTED), breaks=f"mad-public-participation@{MET}"),
    breach(PLAIN, moved("comment-closed", days(7, 20), after=COMMENT), breaks=f"mad-public-comment-30d@{COMMENT}#1"),
    breach(
        PLAIN,
        wrong(COMMENT, shortened=YES, explained=YES),
        moved("comment-closed", days(7, 20), after=COMMENT),
        breaks=f"mad-public-comment-30d@{COMMENT}#1:advisory",
    ),
)

HEARING = (
    breach(HEARD, without("hearing-selection-published"), breaks=f"mad-hearing-list/method@{HELD}"),
    breach(HEARD, without("hearing-list-published"), breaks=f"mad-hearing-list/list@{HELD}"),
    breach(HEARD, wrong("hearing-held", transcript_signed=NO), breaks=f"mad-hearing-list/record@{HELD}"),
    breach(
        HEARD,
        moved("hearing-held", days(2, 4, exact=True), after="hearing-materials-served"),
        breaks=f"mad-hearing-materials-7d@{HELD}",
    ),
    breach(LOCAL_HEARING, without("hearing-announced"), breaks=f"mad-hearing-announce-15d-sd@{HELD}"),
    breach(LOCAL_HEARING, wrong("hearing-held", stakeholders=whole(2, 8)), breaks=f"mad-hearing-stake-half-sd@{HELD}"),
)

ARGUMENT = (
    breach(PROFESSIONAL, without("experts-engaged", "expert-argument"), breaks=f"mad-expert@{MET}"),
    breach(
        PROFESSIONAL,
        wrong("expert-argument", expert_has_interest=YES),
        breaks="mad-expert/no-interest@expert-argument#1",
    ),
    breach(PROFESSIONAL, wrong("expert-argument", opinion_signed=NO), breaks="mad-expert/signed@expert-argument#1"),
    breach(
        LOCAL_HEARING,
        moved("expert-argument", workdays(2, 4), after="experts-engaged"),
        breaks="mad-expert-7wd-sd@experts-engaged#1",
    ),
    breach(PROFESSIONAL, without("risk-assessed"), breaks=f"mad-risk@{MET}"),
    breach(PROFESSIONAL, wrong("risk-assessed", plan_attached=NO), breaks="mad-risk/report@risk-assessed#1"),
    breach(PROFESSIONAL, wrong("risk-assessed", controllable=NO), breaks=f"mad-risk/controllable@{DONE}"),
    breach(PROFESSIONAL, without("fair-competition-reviewed"), breaks="mad-fair-competition-2024@published#1"),
    breach(
        PROFESSIONAL, wrong("fair-competition-reviewed", result="fail"), breaks="mad-fair-competition-2024@published#1"
    ),
    breach(
        PROFESSIONAL,
        wrong("submitted", fair_competition_attached=NO),
        breaks="mad-fair-competition-2024/attached@submitted#1",
    ),
    breach(
        PROFESSIONAL,
        without("fair-competition-reviewed"),
        breaks="mad-fair-competition/reviewed@submitted#1",
        between=BEFORE_2024,
    ),
    breach(
        PROFESSIONAL,
        wrong("submitted", fair_competition_attached=NO),
        breaks="mad-fair-competition/attached@submitted#1",
        between=BEFORE_2024,
    ),
)

DECISION = (
    breach(
        PLAIN,
        without("legality-reviewed"),
        breaks=(f"mad-legality-review@{MET}", "mad-legality-review/submitted@submitted#1"),
    ),
    breach(
        PLAIN,
        wrong("legality-reviewed", result="fail"),
        breaks=(f"mad-legality-review@{MET}", "mad-legality-review/submitted@submitted#1"),
    ),
    breach(
        PLAIN,
        moved("legality-reviewed", workdays(0, 1)),
        moved("submitted", workdays(0)),
        moved(MEETING, workdays(2, 5), after="legality-review-sent"),
        breaks=f"mad-legality-review-7wd@{MET}",
    ),
    breach(PLAIN, without(MEETING), breaks=f"mad-collective/meeting@{DONE}"),
    breach(PLAIN, without(MEETING, DECIDED), breaks="mad-collective/before-issue@published#1"),
    breach(PLAIN, wrong(MEETING, meeting_form="other"), breaks=f"mad-collective/form@{MET}"),
    breach(PLAIN, wrong(MEETING, leader_spoke_last=NO), breaks=f"mad-collective/last@{MET}"),
    breach(
        PLAIN,
        wrong(MEETING, departs_from_majority=YES),
        breaks=f"mad-collective/reasons@{MET}",
        see=(f"{MEETING}.reasons_said",),
    ),
    breach(PLAIN, wrong(MEETING, dissent_recorded=NO), breaks=f"mad-collective/record@{MET}"),
    breach(PLAIN, without("party-committee-reported"), breaks="mad-party-report@published#1"),
    breach(
        PLAIN,
        wrong(DRAFT, non_public=YES),
        without("party-committee-reported", "published", "interpreted"),
        breaks=f"mad-party-report/not-public@{DONE}",
    ),
    breach(PLAIN, without("published", "interpreted"), breaks=f"mad-publish@{DONE}", see=("execution-reported",)),
    breach(PLAIN, wrong("published", in_gazette=NO), breaks="mad-publish/channels@published#1"),
    breach(PLAIN, without("interpreted"), breaks="mad-publish/interpreted@published#1", see=("execution-reported",)),
    breach(LOCAL, moved("published", beyond(20, by=(2, 30)), after=DECIDED), breaks=f"mad-publish-20d-hn@{DONE}"),
    breach(
        PLAIN,
        moved("published", beyond(20, by=(2, 20)), after=DECIDED),
        breaks=f"mad-publish-20d-sd@{DONE}",
        places=("shandong",),
        between=("2020-01-06", "2020-05-29"),
    ),
)

AFTERWARDS = (
    breach(EVALUATED, without("archived"), breaks=f"mad-archive@{DONE}", see=("post-evaluated",)),
    breach(EVALUATED, without("execution-reported"), breaks=f"mad-execution-report@{DONE}", see=("post-evaluated",)),
    breach(
        EVALUATED,
        without("problem-reported"),
        breaks="mad-execution-report/problem@problem-found#1",
        see=("post-evaluated",),
    ),
    breach(
        EVALUATED,
        wrong("post-evaluated", evaluators=same("expert-argument", "experts")),
        breaks="mad-post-evaluation@post-evaluated#1",
    ),
    breach(ADJUSTED, without(f"{MEETING}:2"), breaks="mad-no-arbitrary-change/adjusted@adjusted#1"),
    breach(STOPPED, without(f"{MEETING}:2"), breaks="mad-no-arbitrary-change/stopped@stopped#1"),
    breach(
        STOPPED,
        wrong("execution-suspended", approver="deputy"),
        breaks="mad-no-arbitrary-change/suspended@execution-suspended#1",
    ),
)

UNKNOWNS = (
    unknown(PLAIN, blank_day("comment-closed")),
    unknown(PLAIN, wrong(MEETING, leader_spoke_last=BLANK)),
    unknown(PLAIN, wrong("legality-reviewed", result=BLANK)),
)

RECIPES = (*START, *HEARING, *ARGUMENT, *DECISION, *AFTERWARDS, *UNKNOWNS)
