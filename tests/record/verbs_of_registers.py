"""The verbs that take registers in, from workbooks and from folders of ledgers; and the issuing of a report."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from tests.record.importing.books import Rows, book
from tests.record.register import CLERK, TODAY
from tests.record.there import organ
from yifa.law.conditions import day_number
from yifa.ledgers.registers.columns import RegisterSheet
from yifa.ledgers.taken import Lists, Office, Organs, Relation, RelationKind, Taken
from yifa.record.importing.register_sheets import OFFICERS, ORGANS, PARTIES
from yifa.record.importing.taking_officers import take_officers
from yifa.record.importing.taking_organs import take_organs
from yifa.record.importing.taking_parties import take_parties
from yifa.record.importing.writing_organs import import_organs
from yifa.record.reports import actions as reports
from yifa.record.reports.models import IssuedReport

ORGAN_ROWS: Rows = (
    {"id": "qp-market", "name": "青屏县市场监督管理和知识产权局", "sector": ["samr", "agri"]},
    {"id": "qp-team", "name": "青屏县市场监管执法大队", "to": "qp-market", "level": "county", "kind": "branch"},
)
OFFICER_ROWS: Rows = (
    {"name": "江海", "organ": "qp-market", "staff": "1", "title": "二级调研员"},
    {"name": "章若水", "organ": "qp-market", "staff": "9", "number": "QP-9", "issued": "2025-01-01"},
)
PARTY_ROWS: Rows = (
    {"organ": "qp-market", "name": "柳三春茶行", "person": "11010519491231002X", "grade": "A"},
    {"organ": "qp-market", "name": "望春食品厂", "grade": "B"},
)
NEW = Taken(organs=Organs({"Q9": Office("Q9", "青屏县商务局", ("青屏县商务",), level="county")}, ()))
RELATED = Taken(organs=Organs({}, (Relation("qp-market", RelationKind.ENTRUSTED_BY, "qp-tax"),)))
CERTIFIED = pa.table(
    {
        "name": ["冯知秋"],
        "organ": ["qp-market"],
        "number": ["0412"],
        "issued": [day_number(TODAY)],
        "expires": [None],
        "suspended": [day_number(TODAY)],
        "restored": [None],
        "withdrawn": [None],
        "kind": ["行政执法"],
    }
)


def workbook(sheet: RegisterSheet, rows: Rows) -> Path:
    path = Path(os.environ["YIFA_HOME"]) / f"{sheet.zh}.xlsx"
    return path if path.exists() else book(path, (sheet, rows))


def issue_report() -> IssuedReport:
    return reports.issue(
        organ(),
        year=2025,
        title="年度报告",
        number="青市监报〔2026〕1号",
        dated=TODAY,
        seal="ab" * 32,
        text=1,
        actor=CLERK,
    )


VERBS: dict[str, Callable[[], object]] = {
    "take_organs": lambda: take_organs(workbook(ORGANS, ORGAN_ROWS), actor=CLERK, on=TODAY),
    "take_officers": lambda: take_officers(
        workbook(OFFICERS, OFFICER_ROWS), actor=CLERK, on=TODAY, kept=frozenset((organ().id,))
    ),
    "take_parties": lambda: take_parties(
        workbook(PARTIES, PARTY_ROWS), actor=CLERK, on=TODAY, kept=frozenset((organ().id,))
    ),
    "import_organ": lambda: import_organs(NEW, actor=CLERK, on=TODAY),
    "import_relation": lambda: import_organs(RELATED, actor=CLERK, on=TODAY),
    "import_officers": lambda: import_organs(Taken(lists=Lists(officers=CERTIFIED)), actor=CLERK, on=TODAY),
    "issue_report": issue_report,
}
"""`import_organs` is a verb for each thing it finds, and so is tried with one of each."""
