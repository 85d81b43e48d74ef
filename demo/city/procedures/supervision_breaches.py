"""What goes wrong in supervision itself."""

from __future__ import annotations

from demo.city.procedures.supervision import (
    ASKED,
    CHONGQING,
    DECISION,
    EXAMINED,
    FILED,
    IDLE,
    INSPECTED,
    JILIN,
    LAW_REPORT,
    MARKET,
    MARKET_REVIEW,
    NATIONAL,
    NOTICE,
    OPINION,
    REPORTED,
    SHANDONG,
    SICHUAN,
    SICHUAN_CORRECTION,
    TIANJIN,
    TIANJIN_LONGER,
    YEAR,
)
from demo.city.recipes import blank_day, breach, late, moved, unknown, without, wrong
from demo.city.stories import BLANK, NO, beyond, days

GOT = "supervision-decision-received"

RECIPES = (
    breach(NATIONAL, wrong(FILED, subject="other"), breaks=f"sup-national-scope@{FILED}#1:advisory"),
    breach(NATIONAL, wrong(FILED, body="other"), breaks=f"sup-national-body@{FILED}#1:advisory"),
    breach(
        MARKET,
        late("explained", after="notice-received", count=10, unit="workdays"),
        breaks=f"sup-samr-10wd@{NOTICE}#1",
    ),
    breach(
        MARKET,
        late("correction-reported", after="corrected", count=10, unit="workdays"),
        breaks="sup-samr-report-10wd@corrected#1",
    ),
    breach(
        MARKET_REVIEW,
        late(ASKED, after=GOT, count=5, unit="workdays", by=(2, 20)),
        breaks=f"sup-samr-review-5-10wd@{ASKED}#1:loss",
    ),
    breach(
        MARKET_REVIEW,
        late("review-decided", after=ASKED, count=10, unit="workdays"),
        breaks=f"sup-samr-review-10wd@{ASKED}#1",
    ),
    breach(SHANDONG, late("corrected", after=OPINION, count=30), breaks=f"sup-sd-opinion-30d@{OPINION}#1"),
    breach(
        SHANDONG,
        late("corrected", after=OPINION, count=30),
        breaks=f"sup-sd-opinion-30d@{OPINION}#1:advisory",
        between=("2026-02-02", "2026-04-10"),
    ),
    breach(
        REPORTED,
        late("execution-reported", after=GOT, count=30),
        breaks=f"sup-sd-decision-30d@{DECISION}#1",
        places=("shandong",),
    ),
    breach(
        REPORTED,
        late("execution-reported", after=GOT, count=30),
        breaks=f"sup-sc-decision-30d@{DECISION}#1",
        places=("sichuan",),
    ),
    breach(EXAMINED, wrong("decision-examined", reasons_stated=NO), breaks="sup-sd-defect-list@decision-examined#1"),
    breach(EXAMINED, wrong("decision-examined", sealed=NO), breaks="sup-sd-void-list@decision-examined#1"),
    breach(
        LAW_REPORT,
        late("law-implementation-reported", after="year-ended", count=30),
        breaks="sup-sd-law-1y-report@year-ended#1",
        places=("shandong",),
    ),
    breach(
        LAW_REPORT,
        late("law-implementation-reported", after="year-ended", count=30),
        breaks="sup-tj-law-1y-report@year-ended#1",
        places=("tianjin",),
    ),
    breach(
        JILIN,
        late("correction-reported", after=OPINION, count=30, unit="workdays"),
        breaks=f"sup-jl-30wd-15wd@{OPINION}#1",
    ),
    breach(
        JILIN,
        late(ASKED, after=OPINION, count=15, unit="workdays", by=(2, 6)),
        moved("review-decided", days(2, 6)),
        breaks=f"sup-jl-review-ask-15wd@{ASKED}#1:loss",
    ),
    breach(
        JILIN, late("review-decided", after=ASKED, count=15, unit="workdays"), breaks=f"sup-jl-review-15wd@{ASKED}#1"
    ),
    breach(SICHUAN, late(NOTICE, after=FILED, count=5), breaks="sup-sc-chain"),
    breach(SICHUAN, late("explained", after="notice-received", count=10), breaks=f"sup-sc-explain-10d@{NOTICE}#1"),
    breach(
        SICHUAN_CORRECTION,
        late("correction-reported", after="notice-received", count=30),
        breaks=f"sup-sc-notice-30d@{NOTICE}#1",
    ),
    breach(
        SICHUAN_CORRECTION,
        late(ASKED, after="notice-received", count=15, by=(2, 8)),
        breaks=f"sup-sc-review-ask-15d@{ASKED}#1:loss",
    ),
    breach(SICHUAN_CORRECTION, late("review-decided", after=ASKED, count=15), breaks=f"sup-sc-review-15d@{ASKED}#1"),
    breach(
        TIANJIN,
        late(FILED, after="matter-found", count=3, unit="workdays", by=(1, 15)),
        breaks="sup-tj-3wd-30wd@matter-found#1",
    ),
    breach(
        TIANJIN,
        late(DECISION, after=FILED, count=30, unit="workdays"),
        breaks="sup-tj-handle-30wd",
        between=("2025-07-01", "2025-09-30"),
    ),
    breach(TIANJIN_LONGER, wrong("extension-approved", approver="division-head"), breaks="sup-tj-handle-30wd"),
    breach(
        TIANJIN,
        late(ASKED, after=GOT, count=10, unit="workdays", by=(2, 15)),
        breaks=f"sup-tj-review-10wd@{ASKED}#1:loss",
        between=("2025-07-01", "2025-09-30"),
    ),
    breach(
        TIANJIN,
        late("review-decided", after=ASKED, count=15, unit="workdays"),
        breaks=f"sup-tj-review-decide-15wd@{ASKED}#1",
        between=("2025-07-01", "2025-09-30"),
    ),
    breach(
        IDLE, without("no-acts-explained"), breaks="sup-tj-no-act-1y@year-without-acts#1", see=("supervision-closed",)
    ),
    breach(
        CHONGQING,
        late(ASKED, after=GOT, count=10, unit="workdays", by=(2, 15)),
        breaks=f"sup-cq-review-10-15wd@{ASKED}#1:loss",
    ),
    breach(
        CHONGQING,
        late("review-decided", after=ASKED, count=15, unit="workdays"),
        breaks=f"sup-cq-review-decide-15wd@{ASKED}#1",
    ),
    breach(
        INSPECTED,
        moved(ASKED, beyond(30, by=(2, 30)), after="inspection-conclusion-received"),
        breaks=f"sup-govt-inspection-review-30d@{ASKED}#1:loss",
    ),
    breach(
        INSPECTED, late("review-decided", after=ASKED, count=30), breaks=f"sup-govt-inspection-decide-30d@{ASKED}#1"
    ),
    breach(YEAR, without("evaluation-held"), breaks="sup-evaluation@year#2025:advisory"),
    breach(YEAR, without("supervision-plan-made"), breaks="sup-sd-annual-plan@year#2025", places=("shandong",)),
    breach(YEAR, without("responsibility-reported"), breaks="sup-cq-annual-dec@year#2025", places=("chongqing",)),
    unknown(EXAMINED, wrong("decision-examined", sealed=BLANK)),
    unknown(MARKET, blank_day("explained")),
)
