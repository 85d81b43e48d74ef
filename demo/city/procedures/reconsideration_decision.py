"""What goes wrong with a decision and after it: the time to decide, agreement of a head, performance,
suit, publication.
"""

from __future__ import annotations

from demo.city.procedures.reconsideration import CHANGED, REDONE, REDONE_BY, REVOKED, SIMPLE, UPHELD
from demo.city.procedures.reconsideration_special import EXTENDED, SUSPENDED
from demo.city.recipes import (
    added,
    blank_day,
    breach,
    late,
    lawful,
    moved,
    on_last_day,
    surely,
    unknown,
    without,
    wrong,
)
from demo.city.stories import BLANK, NO, YES, beyond, days, step, workdays
from demo.city.values import yuan

ACCEPTED, DECIDED, SERVED, ARCHIVED = "application-accepted", "decision-made", "decision-served", "dossier-archived"
NEVER_DECIDED = without(
    "views-heard", "decision-approved", DECIDED, SERVED, "decision-published", "copied-to-superior", ARCHIVED
)

TIME_TO_DECIDE = (
    breach(
        UPHELD,
        moved("decision-approved", days(48, 52)),
        late(DECIDED, after=ACCEPTED, count=60, by=(1, 40)),
        breaks="rec-decide-60d",
    ),
    lawful(UPHELD, on_last_day(DECIDED, after=ACCEPTED, count=60)),
    breach(
        EXTENDED,
        wrong("extension-approved", told_in_writing=NO),
        moved("decision-approved", days(66, 76)),
        breaks="rec-decide-60d",
    ),
    breach(EXTENDED, late(DECIDED, after=ACCEPTED, count=90, by=(12, 40)), breaks="rec-decide-60d"),
    breach(
        EXTENDED,
        moved("extension-approved", beyond(60, by=(1, 5)), after=ACCEPTED),
        moved("decision-approved", days(76, 84)),
        breaks="rec-decide-60d",
    ),
    lawful(EXTENDED, on_last_day(DECIDED, after=ACCEPTED, count=90)),
    breach(
        EXTENDED,
        wrong("extension-approved", approver="head"),
        breaks="rec-decide-60d/approver@extension-approved#1:advisory",
    ),
    breach(
        SIMPLE,
        moved("decision-approved", days(18, 22)),
        late(DECIDED, after=ACCEPTED, count=30, by=(1, 25)),
        breaks="rec-decide-30d-simple",
    ),
    lawful(SIMPLE, on_last_day(DECIDED, after=ACCEPTED, count=30)),
)

THE_DECISION = (
    breach(
        UPHELD,
        without("decision-approved"),
        moved(DECIDED, days(38, 48), after=ACCEPTED),
        breaks=f"rec-decide-collective@{DECIDED}#1",
    ),
    breach(
        UPHELD, wrong("decision-approved", approver="review-body-head"), breaks=f"rec-decide-collective@{DECIDED}#1"
    ),
    breach(
        UPHELD,
        without("decision-approved"),
        moved(DECIDED, days(38, 48), after=ACCEPTED),
        added(step("decision-approved", workdays(1, 5), after=DECIDED, approver="head"), before=SERVED),
        breaks=f"rec-decide-collective@{DECIDED}#1",
    ),
    breach(
        CHANGED, wrong(DECIDED, fine=yuan(91000, 200000)), breaks=f"rec-no-worse@{DECIDED}#1", see=("act-made.fine",)
    ),
    lawful(CHANGED, wrong(DECIDED, fine=yuan(91000, 200000), third_party_asked=YES)),
    breach(UPHELD, wrong(DECIDED, sealed=NO), breaks=f"rec-served-effective@{DECIDED}#1"),
)

AFTERWARDS = (
    breach(REVOKED, without("decision-performed"), breaks=f"rec-perform@{SERVED}#1", see=(ARCHIVED,)),
    breach(
        CHANGED,
        moved("decision-performed", beyond(64, by=(5, 20)), after=DECIDED),
        moved(ARCHIVED, workdays(3, 9), after="decision-performed"),
        breaks="rec-perform/by-day@decision-performed#1",
        see=(f"{DECIDED}.perform_by",),
    ),
    breach(
        REVOKED,
        added(step("order-to-perform", workdays(2, 4), after=SERVED), before="decision-performed"),
        breaks="rec-perform/ordered@order-to-perform#1",
    ),
    breach(
        REDONE,
        moved("redo-made", beyond(60, by=(1, 40)), after=SERVED),
        breaks="rec-redo-60d",
        see=(f"{DECIDED}.redo_ordered",),
    ),
    lawful(REDONE, on_last_day("redo-made", after=SERVED, count=60)),
    breach(
        REDONE_BY,
        moved("redo-made", days(45, 60), after=DECIDED),
        moved(ARCHIVED, workdays(3, 9), after="redo-made"),
        breaks="rec-redo-60d/by-day@redo-made#1",
        see=(f"{DECIDED}.redo_by",),
    ),
    breach(
        REDONE,
        late("correction-reported", after="review-opinion-received", count=60, by=(1, 30)),
        breaks="rec-opinion-60d@review-opinion-received#1",
    ),
    breach(
        REDONE,
        without("correction-reported"),
        breaks="rec-opinion-60d@review-opinion-received#1",
        between=("2025-07-01", "2025-11-30"),
    ),
    breach(UPHELD, without("decision-published"), breaks=f"rec-publish@{SERVED}#1", see=(ARCHIVED,)),
    breach(UPHELD, moved("decision-published", workdays(45, 60)), breaks=f"rec-publish@{SERVED}#1", see=(ARCHIVED,)),
    breach(UPHELD, without("copied-to-superior"), breaks=f"rec-publish/copied@{SERVED}#1", see=(ARCHIVED,)),
    breach(
        REVOKED,
        surely("suit-filed"),
        moved("suit-filed", beyond(15, by=(1, 60)), after=SERVED),
        breaks="rec-sue-15d@suit-filed#1:loss",
    ),
    lawful(REVOKED, on_last_day("suit-filed", after=SERVED, count=15)),
    breach(
        UPHELD,
        NEVER_DECIDED,
        added(step("suit-filed", beyond(60, by=(2, 9)), after=ACCEPTED)),
        breaks="rec-decide-60d",
        see=(DECIDED,),
    ),
    breach(
        UPHELD,
        NEVER_DECIDED,
        added(step("suit-filed", beyond(60, by=(28, 60)), after=ACCEPTED)),
        breaks=("rec-decide-60d", "rec-sue-15d/no-decision@suit-filed#1:loss"),
        see=(SERVED,),
    ),
)

UNKNOWNS = (
    unknown(UPHELD, blank_day(DECIDED)),
    unknown(SUSPENDED, blank_day("suspended")),
    unknown(UPHELD, wrong(DECIDED, sealed=BLANK)),
    unknown(CHANGED, wrong(DECIDED, fine=BLANK)),
)

RECIPES = (*TIME_TO_DECIDE, *THE_DECISION, *AFTERWARDS, *UNKNOWNS)
