"""What goes wrong with petitions; and the old cases, under the regulation of 2005."""

from __future__ import annotations

from demo.city.procedures.petition import (
    ACCEPTED,
    ACCUSATION,
    DIRECT,
    EXTENDED,
    GROUP,
    HEARD,
    INTERESTED,
    OBJECTED,
    OPINION,
    PASSED_ON,
    RECEIVED,
    REVIEWED,
    SETTLED,
    TOLD,
    URGENT,
    YEARLY,
)
from demo.city.recipes import added, blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, YES, beyond, days, step
from demo.city.values import same, whole

OLD = ("2021-01-04", "2021-06-30")
REVIEW, RECHECK = (
    ("review-request-received", "review-opinion-issued", "review-opinion-served"),
    ("recheck-request-received", "recheck-opinion-issued"),
)

COMING_IN = (
    breach(SETTLED, late("petition-routed", after=RECEIVED, count=15), breaks=f"pet-register-15d@{RECEIVED}#1"),
    lawful(SETTLED, on_last_day("petition-routed", after=RECEIVED, count=15)),
    breach(DIRECT, late(TOLD, after=RECEIVED, count=15), breaks=f"pet-tell-15d@{RECEIVED}#1"),
    lawful(DIRECT, on_last_day(TOLD, after=RECEIVED, count=15)),
    breach(DIRECT, wrong(TOLD, written=NO), breaks=f"pet-tell-15d/written@{TOLD}#1"),
    breach(SETTLED, late(TOLD, after=PASSED_ON, count=15), breaks=f"pet-transferred-tell-15d@{PASSED_ON}#1"),
    breach(
        OBJECTED,
        late("petition-objected", after=PASSED_ON, count=5, unit="workdays", by=(1, 15)),
        breaks=f"pet-objection-5wd@{PASSED_ON}#1",
    ),
    breach(
        OBJECTED, wrong("petition-objected", reasons_stated=NO), breaks="pet-objection-5wd/reasons@petition-objected#1"
    ),
    breach(OBJECTED, without("objection-agreed"), breaks="pet-objection-5wd/agreed@material-returned#1"),
    breach(URGENT, without("urgent-reported"), breaks=f"pet-urgent@{RECEIVED}#1", see=("petition-routed",)),
    breach(
        GROUP,
        wrong(RECEIVED, representatives=whole(6, 20)),
        breaks=f"pet-reps-5@{RECEIVED}#1",
        see=(f"{RECEIVED}.form",),
    ),
    breach(
        ACCUSATION,
        wrong("material-passed-on", receiver=same(RECEIVED, "accused")),
        breaks="pet-no-leak@material-passed-on#1",
    ),
    breach(YEARLY, breaks="pet-annual@year#2024", between=("2026-01-05", "2026-03-31")),
    breach(
        YEARLY,
        wrong("annual-report-submitted", to_superior=NO),
        breaks="pet-annual/addressees@annual-report-submitted#1",
    ),
)

HANDLING = (
    breach(
        REVIEWED,
        wrong(ACCEPTED, kind="31(4)"),
        breaks=(f"pet-route-statutory/routed@{ACCEPTED}#1", f"pet-route-statutory/no-opinion@{OPINION}#1"),
        see=("routed-to-statutory-procedure",),
    ),
    breach(REVIEWED, late(OPINION, after=ACCEPTED, count=60), breaks="pet-close-60d"),
    lawful(REVIEWED, on_last_day(OPINION, after=ACCEPTED, count=60)),
    breach(EXTENDED, wrong("extension-approved", told_to_petitioner=NO), breaks="pet-close-60d"),
    breach(EXTENDED, late(OPINION, after=ACCEPTED, count=90, by=(12, 40)), breaks="pet-close-60d"),
    breach(SETTLED, without("settled"), breaks="pet-close-60d", between=("2025-07-01", "2026-03-31")),
    breach(REVIEWED, wrong(OPINION, basis_stated=NO), breaks=f"pet-opinion-elements@{OPINION}#1"),
    breach(
        INTERESTED,
        wrong("facts-checked", officers=same("interest-declared", "persons")),
        breaks="pet-recusal/facts@facts-checked#1",
    ),
    breach(
        INTERESTED,
        wrong(OPINION, officers=same("interest-declared", "persons")),
        breaks=f"pet-recusal/opinion@{OPINION}#1",
    ),
)

AFTERWARDS = (
    breach(
        REVIEWED,
        without(*REVIEW, *RECHECK),
        breaks="pet-review-ask-30d:loss",
        see=("review-request-received",),
        between=("2025-07-01", "2026-03-31"),
    ),
    breach(
        REVIEWED,
        moved("review-request-received", beyond(30, by=(3, 20)), after="opinion-served"),
        breaks="pet-review-ask-30d:loss",
    ),
    breach(
        REVIEWED,
        without(*RECHECK),
        breaks="pet-recheck-ask-30d:loss",
        see=("recheck-request-received",),
        between=("2025-07-01", "2026-01-31"),
    ),
    breach(REVIEWED, late("review-opinion-issued", after="review-request-received", count=30), breaks="pet-review-30d"),
    breach(
        REVIEWED, wrong("review-opinion-issued", written=NO), breaks="pet-review-30d/written@review-opinion-issued#1"
    ),
    breach(
        REVIEWED, late("recheck-opinion-issued", after="recheck-request-received", count=30), breaks="pet-recheck-30d"
    ),
    breach(HEARD, moved("recheck-opinion-issued", days(40, 60), after="hearing-ended"), breaks="pet-recheck-30d"),
    breach(
        REVIEWED,
        added(
            step(
                ACCEPTED,
                days(10, 30),
                after="recheck-opinion-issued",
                called=f"{ACCEPTED}:2",
                kind="31(6)",
                same_facts=YES,
                other_period=NO,
            )
        ),
        added(step("settled", days(5, 20), after=f"{ACCEPTED}:2")),
        breaks=f"pet-finished@{ACCEPTED}#2",
    ),
)

BEFORE_2022 = (
    breach(
        SETTLED,
        late("petition-routed", after=RECEIVED, count=15),
        breaks=f"pet-old-register-15d@{RECEIVED}#1",
        between=OLD,
    ),
    breach(DIRECT, late(TOLD, after=RECEIVED, count=15), breaks=f"pet-old-tell-15d@{RECEIVED}#1", between=OLD),
    breach(DIRECT, wrong(TOLD, written=NO), breaks=f"pet-old-tell-15d/written@{TOLD}#1", between=OLD),
    breach(SETTLED, late(TOLD, after=PASSED_ON, count=15), breaks=f"pet-old-decide-15d@{PASSED_ON}#1", between=OLD),
    breach(
        ACCUSATION,
        wrong("material-passed-on", receiver=same(RECEIVED, "accused")),
        breaks="pet-old-no-leak@material-passed-on#1",
        between=OLD,
    ),
    breach(REVIEWED, late(OPINION, after=ACCEPTED, count=60), breaks="pet-old-close-60d", between=OLD),
    breach(
        REVIEWED,
        without(*REVIEW, *RECHECK),
        breaks="pet-old-review-ask-30d:loss",
        between=OLD,
        see=("review-request-received",),
    ),
    breach(
        REVIEWED,
        without(*RECHECK),
        breaks="pet-old-recheck-ask-30d:loss",
        between=OLD,
        see=("recheck-request-received",),
    ),
    breach(
        REVIEWED,
        late("review-opinion-issued", after="review-request-received", count=30),
        breaks="pet-old-review-30d",
        between=OLD,
    ),
    breach(
        REVIEWED,
        wrong("review-opinion-issued", written=NO),
        breaks="pet-old-review-30d/written@review-opinion-issued#1",
        between=OLD,
    ),
    breach(
        REVIEWED,
        late("recheck-opinion-issued", after="recheck-request-received", count=30),
        breaks="pet-old-recheck-30d",
        between=OLD,
    ),
    breach(
        REVIEWED,
        added(
            step(
                ACCEPTED,
                days(10, 30),
                after="recheck-opinion-issued",
                called=f"{ACCEPTED}:2",
                kind="31(6)",
                same_facts=YES,
                other_period=NO,
            )
        ),
        added(step("settled", days(5, 20), after=f"{ACCEPTED}:2")),
        breaks=f"pet-old-finished@{ACCEPTED}#2",
        between=OLD,
    ),
)

UNKNOWNS = (
    unknown(DIRECT, blank_day(TOLD)),
    unknown(REVIEWED, blank_day(OPINION)),
    unknown(DIRECT, wrong(TOLD, written=BLANK)),
)

RECIPES = (*COMING_IN, *HANDLING, *AFTERWARDS, *BEFORE_2022, *UNKNOWNS)
