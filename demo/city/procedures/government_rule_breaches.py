"""What goes wrong in making and filing rules."""

from __future__ import annotations

from demo.city.procedures.government_rule import (
    CATALOGUE,
    COMMENT,
    CORRECTED,
    FIXED,
    HEARD,
    MADE,
    OUT,
    PASSED,
    PLAN,
    REVIEWED,
    REVIEWED_LONGER,
    STOPGAP,
)
from demo.city.recipes import blank_day, breach, late, moved, unknown, without, wrong
from demo.city.stories import BLANK, NO, days

IT, MET = f"{OUT}#1", f"{PASSED}#1"
BEFORE_2023 = ("2022-01-04", "2022-08-31")
FILED = ("filed:0", "filed:1", "filed:2", "filed:3")
MISSING = {
    "filed:0": "state-council",
    "filed:1": "own-npc",
    "filed:2": "provincial-npc",
    "filed:3": "provincial-government",
}

RECIPES = (
    breach(MADE, wrong(OUT, subject="other"), breaks=f"leg-scope/fields@{IT}"),
    breach(MADE, wrong(OUT, purpose="other"), breaks=f"leg-scope/purpose@{IT}"),
    breach(MADE, wrong(OUT, subject="other"), breaks=f"leg-scope-2015/fields@{IT}", between=BEFORE_2023),
    breach(MADE, wrong(OUT, purpose="other"), breaks=f"leg-scope-2015/purpose@{IT}", between=BEFORE_2023),
    breach(
        STOPGAP,
        without("local-regulation-proposed"),
        breaks="leg-stopgap-2y:loss",
        between=("2023-03-20", "2023-10-31"),
    ),
    breach(
        STOPGAP,
        without("local-regulation-proposed"),
        breaks="leg-stopgap-2y/2015:loss",
        between=("2021-06-01", "2022-03-31"),
    ),
    breach(
        PLAN, without("annual-plan-published"), breaks="leg-plan/published@annual-plan-approved#1", see=("year-ended",)
    ),
    breach(PLAN, without("annual-plan-approved"), breaks="leg-plan/approved@annual-plan-published#1"),
    breach(
        PLAN, wrong("annual-plan-published", drafters_stated=NO), breaks="leg-plan/elements@annual-plan-published#1"
    ),
    breach(MADE, moved("comment-closed", days(7, 22), after=COMMENT), breaks=f"leg-comment-30d@{COMMENT}#1:advisory"),
    breach(MADE, without(COMMENT, "comment-closed"), breaks=f"leg-comment-30d/none@{MET}"),
    breach(
        HEARD,
        moved("hearing-held", days(5, 20), after="hearing-announced"),
        breaks="leg-hearing-30d@hearing-held#1:advisory",
    ),
    breach(HEARD, without("hearing-announced"), breaks="leg-hearing-30d/none@hearing-held#1"),
    breach(MADE, without("reviewed"), breaks=f"leg-review@{MET}"),
    breach(MADE, wrong("reviewed", body="drafter"), breaks="leg-review/body@reviewed#1"),
    breach(MADE, wrong("draft-signed-and-sent", signer="deputy"), breaks="leg-review/signed@draft-signed-and-sent#1"),
    breach(MADE, without(PASSED), breaks=f"leg-meeting@{IT}"),
    breach(MADE, wrong(PASSED, meeting_form="other"), breaks=f"leg-meeting/form@{MET}"),
    breach(MADE, wrong(OUT, head_signed=NO), breaks=f"leg-order-elements@{IT}"),
    breach(MADE, wrong(OUT, name_kind="tiaoli"), breaks=f"leg-no-tiaoli@{IT}"),
    breach(MADE, moved("takes-effect", days(5, 20), after=OUT), breaks="leg-effect-30d"),
    breach(
        MADE,
        *(late(one, after=OUT, count=30, by=(2, 20)) for one in FILED),
        breaks=(f"leg-file-30d@{IT}", *(f"leg-file-30d/{body}@{IT}" for body in MISSING.values())),
    ),
    breach(
        MADE,
        *(late(one, after=OUT, count=30, by=(2, 20)) for one in FILED),
        breaks=f"leg-file-30d/before@{IT}",
        between=BEFORE_2023,
    ),
    *(breach(MADE, without(step), breaks=f"leg-file-30d/{body}@{IT}") for step, body in MISSING.items()),
    breach(
        FIXED,
        late("refiled", after="filing-notice-received", count=15),
        breaks="leg-file-fix-15d@filing-notice-received#1",
    ),
    breach(
        REVIEWED,
        late("active-review-done", after="active-review-started", count=2, unit="months"),
        breaks="leg-review-2m@active-review-started#1",
    ),
    breach(
        REVIEWED_LONGER,
        late("active-review-done", after="active-review-started", count=3, unit="months", by=(12, 40)),
        breaks="leg-review-2m@active-review-started#1",
    ),
    breach(
        CORRECTED,
        late("correction-reported", after="correction-notice-received", count=30),
        breaks="leg-correct-30d@correction-notice-received#1",
    ),
    breach(CATALOGUE, breaks="leg-catalogue-0131@year#2025", between=("2026-02-05", "2026-03-31")),
    unknown(FIXED, blank_day("refiled")),
    unknown(MADE, wrong(OUT, head_signed=BLANK)),
)
