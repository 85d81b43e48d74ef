"""One case and many are read alike: acts as they stand after corrections, and what lists tell beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.record import verbs
from tests.record.register import CLERK, TODAY, register
from tests.record.there import WITH_REASON, case
from yifa.law.catalogue.folders import folder
from yifa.law.conditions import Type
from yifa.record.as_ledgers.taking_out import snapshot, taken_out
from yifa.record.cases.actions import record, withdraw
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Act, Case

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]


def one_by_one() -> dict[str, list[Any]]:
    """The acts of each case as its gates read them."""
    found = {}
    for one in Case.objects.select_related("organ"):
        acts = facts_of(one).acts
        found[f"{one.organ.code}/{one.number}"] = sorted(
            str((act.kind, act.day, act.minute, sorted((name, str(value)) for name, value in act.fields.items())))
            for act in acts
        )
    return {key: acts for key, acts in found.items() if acts}


def all_at_once() -> dict[str, list[Any]]:
    """The same out of a snapshot."""
    found: dict[str, list[Any]] = {}
    for ledger in taken_out(snapshot(), date(2026, 8, 31)).ledgers:
        fields = folder(ledger.procedure).procedure.fields
        for row in ledger.acts.to_pylist():
            held = {
                name: tuple(value) if fields[name].type is Type.NAMES else value
                for name in fields
                if (value := row.get(f"field.{name}")) is not None
            }
            told = (row["act"], row["day"], row["minute"], sorted((name, str(value)) for name, value in held.items()))
            found.setdefault(row["case"], []).append(str(told))
    return {key: sorted(acts) for key, acts in found.items()}


def test_one_case_and_many_are_read_alike() -> None:
    verbs.prepare(register())
    record(case("2"), verbs.ACCEPTED, actor=CLERK)
    withdraw(Act.objects.filter(case__number="2", kind="application-accepted").get(), actor=WITH_REASON)
    record(case("4"), verbs.Happening("clue-received", TODAY), actor=CLERK)
    told = one_by_one()
    assert len(told) >= 3
    assert all_at_once() == told
