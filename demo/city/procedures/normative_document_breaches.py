"""What goes wrong with normative documents."""

from __future__ import annotations

from demo.city.procedures.normative_document import (
    APPLIED,
    APPLIED_SINCE,
    ASKED,
    ASKED_LONGER,
    CLEANED,
    COMMENT,
    DECIDED,
    HUNAN,
    IN_FORCE,
    MARKET,
    OF_DEPARTMENT,
    OF_GOVERNMENT,
    PUBLISHED,
    RENEWED,
    SHANDONG,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, days, step, workdays
from demo.city.values import day_of

OUT, MET, USED = f"{PUBLISHED}#1", f"{DECIDED}#1", f"{APPLIED}#1"
COMMENTED = (COMMENT, "comment-closed")
SD, HN = ("shandong",), ("hunan",)
LONG_AGO = ("2019-06-03", "2020-03-31")
BEFORE_2024 = ("2023-03-01", "2023-10-31")

MAKING = (
    breach(MARKET, moved("comment-closed", days(7, 20), after=COMMENT), breaks=f"ndo-public-comment-30d@{COMMENT}#1"),
    breach(
        MARKET,
        wrong(COMMENT, shortfall_reasoned=YES, explained=YES),
        moved("comment-closed", days(7, 20), after=COMMENT),
        breaks=f"ndo-public-comment-30d@{COMMENT}#1:advisory",
    ),
    breach(MARKET, without("fair-competition-reviewed"), breaks=f"ndo-fair-competition-2024@{OUT}"),
    breach(MARKET, wrong("fair-competition-reviewed", result="fail"), breaks=f"ndo-fair-competition-2024@{OUT}"),
    breach(MARKET, without("fair-competition-reviewed"), breaks=f"ndo-fair-competition@{OUT}", between=BEFORE_2024),
    breach(MARKET, without("transition-decided"), breaks=f"ndo-transition-period@{OUT}"),
    breach(OF_GOVERNMENT, wrong("legality-reviewed", result="fail"), breaks=f"ndo-legality-review@{MET}:advisory"),
    breach(
        OF_GOVERNMENT,
        without("legality-reviewed"),
        breaks=(
            f"ndo-legality-review@{MET}:advisory",
            f"ndo-procedure-5/reviewed@{MET}:advisory",
            f"ndo-collective/reviewed@{OUT}",
        ),
    ),
    breach(
        OF_DEPARTMENT, without(DECIDED), breaks=(f"ndo-collective@{OUT}", f"ndo-procedure-5/decided@{OUT}:advisory")
    ),
    breach(
        OF_DEPARTMENT,
        without(*COMMENTED),
        breaks=(f"ndo-collective/heard@{OUT}", f"ndo-procedure-5/comment@{MET}:advisory"),
    ),
    breach(OF_GOVERNMENT, without("evaluated"), breaks=f"ndo-procedure-5/evaluated@{MET}:advisory"),
    breach(
        OF_GOVERNMENT,
        moved("legality-review-sent", workdays(1, 4), after=COMMENT),
        moved("legality-reviewed", workdays(6, 9), after="legality-review-sent"),
        moved(DECIDED, days(56, 60), after=COMMENT),
        breaks="ndo-procedure-5/comment-before-review@legality-reviewed#1:advisory",
    ),
    breach(
        OF_GOVERNMENT,
        without("filed"),
        added(step("filed", workdays(0, 1), after="signed", filed_to="superior-government"), before="document-issued"),
        moved("document-issued", workdays(3, 5), after="signed"),
        breaks=("ndo-procedure-5/published@filed#1:advisory", f"ndo-file-15d@{OUT}"),
    ),
)

PUBLICATION = (
    breach(OF_GOVERNMENT, late("filed", after=PUBLISHED, count=15), breaks=f"ndo-file-15d@{OUT}"),
    lawful(OF_GOVERNMENT, on_last_day("filed", after=PUBLISHED, count=15)),
    breach(OF_GOVERNMENT, without("filed"), breaks=f"ndo-file-15d@{OUT}"),
    breach(OF_DEPARTMENT, wrong("filed", filed_to="npc-standing-committee"), breaks=f"ndo-file-15d/addressee@{OUT}"),
    breach(
        SHANDONG,
        without(DECIDED),
        breaks=(f"ndo-collective-sd@{OUT}", f"ndo-collective@{OUT}", f"ndo-procedure-5/decided@{OUT}:advisory"),
    ),
    breach(SHANDONG, without("signed"), breaks=f"ndo-collective-sd/signature@{OUT}"),
    breach(SHANDONG, wrong("signed", signer="other-head"), breaks="ndo-collective-sd/signer@signed#1"),
    breach(
        SHANDONG,
        wrong("drafted", maker="internal-body"),
        wrong("signed", maker="internal-body"),
        breaks=f"ndo-who-may-not@{OUT}",
    ),
    breach(
        SHANDONG,
        without("registered"),
        breaks=(f"ndo-three-unities/registered@{OUT}", "ndo-sd-register-5d/registered@registration-accepted#1"),
    ),
    breach(
        SHANDONG,
        without("numbered"),
        breaks=(f"ndo-three-unities/numbered@{OUT}", "ndo-sd-register-5d/numbered@registration-accepted#1"),
    ),
    breach(SHANDONG, wrong(PUBLISHED, unified_channel=NO), breaks=f"ndo-three-unities/published@{OUT}"),
    breach(SHANDONG, late("sent-for-registration", after="document-number-given", count=5), breaks="ndo-sd-submit-5d"),
    breach(
        SHANDONG,
        late("registered", after="registration-accepted", count=5),
        moved("numbered", workdays(0, 1), after="registration-accepted"),
        moved("handed-to-office", workdays(0, 1), after="registered"),
        breaks="ndo-sd-register-5d/registered@registration-accepted#1",
    ),
    breach(
        SHANDONG,
        late("numbered", after="registration-accepted", count=5),
        moved("handed-to-office", workdays(0, 1), after="numbered"),
        breaks="ndo-sd-register-5d/numbered@registration-accepted#1",
    ),
    breach(SHANDONG, late("handed-to-office", after="numbered", count=5), breaks="ndo-sd-to-office-5d"),
    breach(
        SHANDONG,
        wrong("drafted", maker="government"),
        wrong("signed", maker="government"),
        wrong("filed", filed_to="superior-government"),
        late("filed", after=PUBLISHED, count=30),
        breaks=f"ndo-file-30d-sd@{OUT}",
    ),
    breach(SHANDONG, moved(IN_FORCE, days(2, 20), after=PUBLISHED), breaks="ndo-effect-30d-sd"),
    breach(HUNAN, moved(IN_FORCE, days(2, 20), after=PUBLISHED), breaks="ndo-effect-30d-hn"),
)

VALIDITY = (
    breach(
        SHANDONG,
        breaks=("ndo-validity-sd:auto", "ndo-pre-expiry-evaluation/done"),
        between=LONG_AGO,
        see=("re-registered", "pre-expiry-evaluated"),
    ),
    breach(
        SHANDONG,
        wrong(IN_FORCE, trial=YES, validity_years=2),
        breaks=("ndo-validity-sd/trial:auto", "ndo-pre-expiry-evaluation/done"),
        between=("2022-06-01", "2023-03-31"),
        see=("re-registered", "pre-expiry-evaluated"),
    ),
    breach(SHANDONG, wrong(IN_FORCE, validity_years=8), breaks=f"ndo-validity-sd/stated@{IN_FORCE}#1"),
    breach(
        HUNAN,
        breaks=("ndo-validity-hn:auto", "ndo-pre-expiry-evaluation-hn/done"),
        between=LONG_AGO,
        see=("re-registered", "pre-expiry-evaluated"),
    ),
    breach(
        HUNAN,
        wrong(IN_FORCE, implements_law=YES),
        breaks=("ndo-validity-hn/implementing:auto", "ndo-pre-expiry-evaluation-hn/done"),
        between=("2015-03-02", "2015-09-30"),
        see=("re-registered", "pre-expiry-evaluated"),
    ),
    breach(
        HUNAN,
        wrong(IN_FORCE, trial=YES),
        breaks=("ndo-validity-hn/trial:auto", "ndo-pre-expiry-evaluation-hn/done"),
        between=("2022-06-01", "2023-03-31"),
        see=("re-registered", "pre-expiry-evaluated"),
    ),
    breach(
        RENEWED,
        moved("re-registered", days(1800, 1815), after=IN_FORCE),
        breaks="ndo-validity-hn/renew-30d@re-registered#1",
        places=HN,
    ),
    breach(
        RENEWED,
        added(step("amended", days(1775, 1800), after=IN_FORCE), before="pre-expiry-evaluated"),
        without("re-registered"),
        breaks=("ndo-validity-hn:auto", "ndo-validity-hn/amend-60d@amended#1"),
        places=HN,
    ),
    breach(RENEWED, between=("2014-03-03", "2014-09-30"), breaks="ndo-validity-sd/renewed:auto", places=SD),
    breach(
        RENEWED,
        moved("pre-expiry-evaluated", days(900, 1200), after=IN_FORCE),
        breaks="ndo-pre-expiry-evaluation/six-months@pre-expiry-evaluated#1",
        places=SD,
    ),
    breach(
        RENEWED,
        moved("pre-expiry-evaluated", days(900, 1200), after=IN_FORCE),
        breaks="ndo-pre-expiry-evaluation-hn/six-months@pre-expiry-evaluated#1",
        places=HN,
    ),
)

USE = (
    breach(
        APPLIED_SINCE,
        wrong("document-issued", published=NO),
        without(PUBLISHED, "interpreted", "filed"),
        moved(IN_FORCE, days(30, 40), after="document-issued"),
        breaks=f"ndo-published-to-apply@{USED}",
    ),
    breach(
        APPLIED_SINCE,
        added(step("abolished", days(5, 30), after=IN_FORCE), before=APPLIED),
        wrong(APPLIED, act_on=day_of(APPLIED, -2)),
        moved(APPLIED, days(10, 40), after="abolished"),
        breaks=f"ndo-lapsed-not-basis@{USED}",
    ),
    breach(
        CLEANED,
        wrong("cleanup-published", conclusion="not-listed"),
        without("cleanup-published:2"),
        breaks=f"ndo-lapsed-not-basis/list@{USED}",
    ),
    breach(
        CLEANED,
        moved("cleanup-published:2", days(760, 800), after="cleanup-published"),
        breaks="ndo-cleanup-2y@cleanup-published#1",
        between=("2023-10-09", "2024-03-29"),
    ),
    breach(
        SHANDONG,
        added(step(APPLIED, days(1950, 2100), after=IN_FORCE, basis="登2019-003", act_on=day_of(APPLIED, -20))),
        breaks=("ndo-validity-sd:auto", "ndo-pre-expiry-evaluation/done", f"ndo-lapsed-not-basis/sd@{USED}"),
        between=LONG_AGO,
        see=("re-registered", "pre-expiry-evaluated"),
    ),
    breach(
        HUNAN,
        added(step(APPLIED, days(1950, 2100), after=IN_FORCE, basis="登2019-003", act_on=day_of(APPLIED, -20))),
        breaks=("ndo-validity-hn:auto", "ndo-pre-expiry-evaluation-hn/done", f"ndo-lapsed-not-basis/hn@{USED}"),
        between=LONG_AGO,
        see=("re-registered", "pre-expiry-evaluated"),
    ),
    breach(
        ASKED,
        late("review-handled", after="review-requested", count=60),
        breaks="ndo-citizen-review-60d@review-requested#1",
        places=SD,
    ),
    breach(
        ASKED_LONGER,
        wrong("extension-approved", approver="department-head"),
        moved("review-handled", days(78, 84)),
        breaks="ndo-citizen-review-60d@review-requested#1",
    ),
    breach(
        ASKED,
        late("review-handled", after="review-requested", count=30),
        breaks="ndo-citizen-review-30d-hn@review-requested#1",
        places=HN,
    ),
    breach(
        ASKED,
        wrong("review-handled", told_in_writing=NO),
        breaks="ndo-citizen-review-30d-hn/told@review-handled#1",
        places=HN,
    ),
)

UNKNOWNS = (
    unknown(OF_GOVERNMENT, blank_day("filed")),
    unknown(OF_GOVERNMENT, wrong("legality-reviewed", result=BLANK)),
)

RECIPES = (*MAKING, *PUBLICATION, *VALIDITY, *USE, *UNKNOWNS)
