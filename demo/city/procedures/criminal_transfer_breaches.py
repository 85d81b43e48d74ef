"""What goes wrong with transfers to the police."""

from __future__ import annotations

from demo.city.procedures.criminal_transfer import (
    FILED,
    FINED_BEFORE,
    FORWARDED,
    OFFICIAL,
    RECONSIDERED,
    REFUSED,
    RETURNED,
    SENT,
)
from demo.city.recipes import blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, days
from demo.city.values import officers

REPORT, NOTICE, NOT_FILED = (
    "transfer-report-to-principal",
    "police-filing-notice-received",
    "non-filing-notice-received",
)

TRANSFER = (
    breach(
        REFUSED,
        without("special-team-formed", REPORT, "transfer-refused"),
        breaks=("ljt-must-transfer@case-closed#1", "ljt-must-transfer/penalty-only@decision-made#1"),
        see=(SENT, "transfer-refused"),
    ),
    breach(
        FILED,
        without(
            "special-team-formed",
            REPORT,
            "transfer-approved",
            SENT,
            "police-receipt-signed",
            "police-filed",
            NOTICE,
            "items-handed-over",
        ),
        wrong("case-closed", transferred=NO),
        breaks="ljt-must-transfer@case-closed#1",
        see=(SENT,),
    ),
    breach(FILED, wrong("special-team-formed", officers=officers(1)), breaks="ljt-team-2@special-team-formed#1"),
    breach(FILED, without("special-team-formed"), breaks=f"ljt-team-2/formed@{REPORT}#1"),
    breach(FILED, wrong(REPORT, written=NO), breaks=f"ljt-team-2/report@{REPORT}#1"),
    breach(FILED, wrong("transfer-approved", approver="deputy"), breaks="ljt-principal-approves@transfer-approved#1"),
    breach(
        REFUSED,
        wrong("transfer-refused", approver="handler"),
        breaks="ljt-principal-approves/refused@transfer-refused#1",
    ),
    breach(FILED, late("transfer-approved", after=REPORT, count=3, by=(1, 20)), breaks=f"ljt-approve-3d@{REPORT}#1"),
    lawful(FILED, on_last_day("transfer-approved", after=REPORT, count=3)),
    breach(FILED, moved(SENT, days(3, 15), after="transfer-approved"), breaks="ljt-transfer-24h@transfer-approved#1"),
    breach(REFUSED, wrong("transfer-refused", reasons_recorded=NO), breaks="ljt-refusal-recorded@transfer-refused#1"),
    breach(FILED, wrong(SENT, items_listed=NO), breaks=f"ljt-file@{SENT}#1"),
    breach(FILED, wrong(SENT, report_attached=NO), breaks=f"ljt-file@{SENT}#1"),
    breach(FILED, wrong(SENT, test_reports_attached=NO), breaks=f"ljt-file/tests@{SENT}#1"),
)

POLICE = (
    breach(
        FORWARDED,
        moved("police-forwarded", days(13, 20), after="police-receipt-signed"),
        breaks=("ljt-police-24h@police-receipt-signed#1", f"ljt-police-3d@{SENT}#1"),
    ),
    breach(FORWARDED, wrong("police-forwarded", agency_told=NO), breaks="ljt-police-24h/told@police-forwarded#1"),
    breach(
        FILED,
        late("police-filed", after="police-receipt-signed", count=3, by=(1, 20)),
        breaks=f"ljt-police-3d@{SENT}#1",
    ),
    lawful(FILED, on_last_day("police-filed", after="police-receipt-signed", count=3)),
    breach(
        RECONSIDERED,
        late("police-reconsideration-asked", after=NOT_FILED, count=3, by=(1, 20)),
        breaks="ljt-reconsider-3d@police-not-filed#1:loss",
    ),
    breach(
        RECONSIDERED,
        late("police-reconsideration-decided", after="police-reconsideration-papers-received", count=3, by=(1, 20)),
        breaks="ljt-police-reconsider-3d@police-reconsideration-asked#1",
    ),
    breach(
        RECONSIDERED,
        late("procuratorate-asked", after="police-reconsideration-result-received", count=3, by=(1, 20)),
        breaks="ljt-procurator-3d@police-reconsideration-result-received#1",
    ),
    breach(FILED, late("items-handed-over", after=NOTICE, count=3, by=(1, 20)), breaks=f"ljt-handover-3d@{NOTICE}#1"),
    lawful(FILED, on_last_day("items-handed-over", after=NOTICE, count=3)),
    breach(
        RETURNED,
        without("returned-to-administrative-handling", "decision-made"),
        wrong("case-closed", penalty_due=NO),
        breaks=("ljt-not-filed-handle@police-not-filed#1", "ljt-reconsider-3d@police-not-filed#1:loss"),
    ),
    breach(
        RETURNED,
        without("decision-made"),
        breaks="ljt-not-filed-handle/penalty@police-not-filed#1",
        see=("case-closed.penalty_due",),
    ),
    breach(
        FINED_BEFORE,
        wrong("prior-penalty-stopped", penalty_kind="production-stopped"),
        breaks="ljt-prior-penalty@prior-penalty-stopped#1",
    ),
    breach(
        OFFICIAL,
        without("official-clue-transferred"),
        breaks="ljt-official-clue@official-crime-suspected#1",
        see=("case-closed",),
    ),
)

UNKNOWNS = (
    unknown(FILED, blank_day("items-handed-over")),
    unknown(FILED, blank_day("transfer-approved")),
    unknown(FILED, wrong(SENT, items_listed=BLANK)),
    unknown(REFUSED, wrong("transfer-refused", approver=BLANK)),
)

RECIPES = (*TRANSFER, *POLICE, *UNKNOWNS)
