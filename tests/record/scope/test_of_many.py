"""A query of many numbers finds each row once, however many are asked for, and nothing outside the scope."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from tests.record.register import BEGAN, CLERK
from yifa.record.cases.models import Case
from yifa.record.organs.actions import appoint, set_up
from yifa.record.organs.choices import Kind, Level
from yifa.record.organs.models import Officer
from yifa.record.scope import OfMany, Scope, everything, of_many, within

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("many", [0, 1, 3, 8, 9])
def test_each_row_is_found_once_in_its_scope(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_many, "SIZES", (1, 3, 4))
    numbered = OfMany(
        lambda ids, organ: Officer.objects.filter(id__in=ids, organ=organ).order_by("id").values_list("id"), int, int
    )
    with everything("a test"):
        own, other = (
            set_up(code, code, actor=CLERK, on=BEGAN, kind=Kind.DEPARTMENT, level=Level.COUNTY)
            for code in ("qp-first", "qp-second")
        )
        here = [appoint(own, str(number), f"某{number}", actor=CLERK, on=BEGAN).id for number in range(many)]
        there = appoint(other, "1", "某人", actor=CLERK, on=BEGAN).id

    with within(Scope.of([own.id])):
        assert [id_ for (id_,) in numbered([*here, there, 0], own.id)] == here
        assert numbered([there], other.id) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps statistics")
def test_sqlite_finds_rows_by_their_numbers_and_not_by_the_organs_of_the_scope() -> None:
    asked = OfMany(lambda ids: Case.objects.filter(id__in=ids).values_list("id"), int)
    sent: list[tuple[str, Any]] = []

    def kept(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with within(Scope.of(range(1, 27))), connection.execute_wrapper(kept):
        asked(range(1, 121))
    with everything("a test"), connection.cursor() as cursor:
        [(sql, params)] = sent
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        told = [row[-1] for row in cursor.fetchall()]

    assert told == ["SEARCH cases_case USING INTEGER PRIMARY KEY (rowid=?)"]
