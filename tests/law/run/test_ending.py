"""When a case is done with, by its acts: worked cases of several procedures, on both sides of what ends them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from yifa.law.conditions import day_number
from yifa.law.facts import EVERYTHING, Act, Case, Source
from yifa.law.run.ending import Ended, endings

Told = tuple[str, str | None, Mapping[str, Any]]
NO_CLOSING = Source("ledger", acts=None, without=frozenset({"case-closed", "decision-performed"}))
FILED: Told = ("case-filed", "2025-01-06", {})
FINED: Told = ("decision-made", "2025-03-03", {"result": "penalty", "fine": 500000})
SPARED: Told = ("decision-made", "2025-03-03", {"result": "no-penalty"})
PAID: Told = ("fine-paid", "2025-03-12", {})

WORKED: list[tuple[str, list[Told], Source, tuple[str | None, str] | None]] = [
    ("penalty-ordinary", [FILED, FINED, PAID], EVERYTHING, None),
    (
        "penalty-ordinary",
        [FILED, FINED, PAID, ("case-closed", "2025-04-01", {})],
        EVERYTHING,
        ("2025-04-01", "case-closed"),
    ),
    ("penalty-ordinary", [FILED, FINED, PAID], NO_CLOSING, ("2025-03-12", "fine-paid")),
    ("penalty-ordinary", [FILED, FINED, ("payment-deferred", "2025-03-05", {}), PAID], NO_CLOSING, None),
    ("penalty-ordinary", [FILED, SPARED], EVERYTHING, None),
    ("penalty-ordinary", [FILED, SPARED], NO_CLOSING, ("2025-03-03", "decision-made")),
    ("penalty-ordinary", [("case-not-filed", None, {})], EVERYTHING, (None, "case-not-filed")),
    ("licence", [("decision-made", "2025-03-03", {"result": "granted"})], EVERYTHING, None),
    ("licence", [("decision-made", "2025-03-03", {"result": "refused"})], EVERYTHING, ("2025-03-03", "decision-made")),
    (
        "licence",
        [("certificate-delivered", "2025-03-05", {}), ("renewal-applied", "2028-02-01", {})],
        EVERYTHING,
        None,
    ),
    (
        "licence",
        [
            ("certificate-delivered", "2025-03-05", {}),
            ("renewal-applied", "2028-02-01", {}),
            ("renewal-granted", "2028-02-01", {}),
        ],
        EVERYTHING,
        ("2028-02-01", "renewal-granted"),
    ),
    (
        "licence",
        [
            ("certificate-delivered", "2025-03-05", {}),
            ("renewal-applied", None, {}),
            ("renewal-granted", "2028-02-01", {}),
        ],
        EVERYTHING,
        None,
    ),
    ("disclosure", [("request-received", "2025-03-03", {}), ("answer-made", "2025-03-20", {})], EVERYTHING, None),
    (
        "disclosure",
        [
            ("request-received", "2025-03-03", {}),
            ("answer-made", "2025-03-20", {}),
            ("answer-served", "2025-03-24", {}),
        ],
        EVERYTHING,
        ("2025-03-24", "answer-served"),
    ),
    ("disclosure", [("request-received", "2025-03-03", {}), ("published", "2025-03-24", {})], EVERYTHING, None),
    (
        "reconsideration",
        [("application-withdrawn", "2025-03-03", {})],
        EVERYTHING,
        ("2025-03-03", "application-withdrawn"),
    ),
    (
        "reconsideration",
        [("application-accepted", "2025-03-03", {}), ("application-withdrawn", "2025-03-10", {})],
        EVERYTHING,
        None,
    ),
    (
        "inspection",
        [("inspection-concluded", "2025-03-03", {}), ("order-to-correct", "2025-03-04", {})],
        EVERYTHING,
        None,
    ),
    (
        "inspection",
        [("order-to-correct", "2025-03-03", {}), ("inspection-concluded", "2025-03-03", {})],
        EVERYTHING,
        None,
    ),
    (
        "inspection",
        [
            ("inspection-concluded", "2025-03-03", {}),
            ("order-to-correct", "2025-03-04", {}),
            ("recheck-done", "2025-03-20", {}),
        ],
        EVERYTHING,
        ("2025-03-20", "recheck-done"),
    ),
    ("hotline-12345", [("ticket-handled", "2025-03-03", {})], EVERYTHING, None),
    ("hotline-12345", [("ticket-closed", "2025-03-03", {})], EVERYTHING, ("2025-03-03", "ticket-closed")),
]


def told(procedure: str, acts: list[Told]) -> Case:
    done = (
        Act(kind, None if on is None else day_number(date.fromisoformat(on)), None, held) for kind, on, held in acts
    )
    return Case("c", procedure, tuple(done))


@pytest.mark.parametrize(
    ("procedure", "acts", "source", "by"), WORKED, ids=[str(place) for place in range(len(WORKED))]
)
def test_a_case_is_done_with_by_what_its_procedure_says(
    procedure: str, acts: list[Told], source: Source, by: tuple[str | None, str] | None
) -> None:
    wanted = by and Ended(None if by[0] is None else date.fromisoformat(by[0]), by[1])

    assert endings(procedure).ended(told(procedure, acts), source) == wanted


def test_what_has_not_happened_yet_ends_nothing() -> None:
    case = told("penalty-ordinary", [FILED, ("case-closed", "2025-04-01", {})])
    found = [endings("penalty-ordinary").ended(case, as_of=date(2025, month, 1)) for month in (3, 4)]

    assert found == [None, Ended(date(2025, 4, 1), "case-closed")]
