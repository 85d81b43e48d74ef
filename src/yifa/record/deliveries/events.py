"""Events: what another system is told of an entry. Rows and cases by number, as far as it may read them.

{"form": "yifa.event/1", "id": "<digest of the entry>", "organ": "qp-market", "number": 17, "recorded": "…",
 "act": "act-recorded", "on": "2026-03-02", "cases": [{"id": 5, "number": "…", "procedure": "licence"}],
 "rows": [{"table": "cases_act", "id": 12, "version": 1}]}

No value of a row stands in it: who may read the row asks for it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from yifa.record.cases.models import Case
from yifa.record.chain.chained import Chained

FORM = "yifa.event/1"


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it is kept: organ, number, text and digest."""

    organ: str
    number: int
    text: str
    digest: str


def events(entries: Sequence[Told]) -> Iterator[tuple[Told, dict[str, Any] | None]]:
    """Each entry with its event, within the scope that holds; None where nothing of it may be read."""
    said = [json.loads(one.text) for one in entries]
    wanted: dict[str, set[int]] = defaultdict(set)
    for one in said:
        for row in one["what"].get("rows", ()):
            wanted[row["table"]].add(row["row"]["id"])
    seen = {table: _seen(table, ids) for table, ids in wanted.items()}
    cases = _cases_of(seen)
    for entry, one in zip(entries, said, strict=True):
        yield entry, _event(entry, one, seen, cases)


def _event(
    entry: Told,
    said: Mapping[str, Any],
    seen: Mapping[str, Mapping[int, int | None]],
    cases: Mapping[int, Mapping[str, Any]],
) -> dict[str, Any] | None:
    what = said["what"]
    told = what.get("rows", ())
    rows = [row for row in told if row["row"]["id"] in seen[row["table"]]]
    if told and not rows:
        return None
    ids = dict.fromkeys(case for row in rows if (case := seen[row["table"]][row["row"]["id"]]) is not None)
    return {
        "form": FORM,
        "id": entry.digest,
        "organ": entry.organ,
        "number": entry.number,
        "recorded": said["recorded"],
        "act": what["act"],
        **({"on": what["on"]} if "on" in what else {}),
        "cases": [cases[id_] for id_ in ids if id_ in cases],
        "rows": [
            {"table": row["table"], "id": row["row"]["id"], "version": row["row"].get("version", 1)} for row in rows
        ],
    }


@cache
def chained_models() -> Mapping[str, type[Chained]]:
    """The tables that the chain tells, by name."""
    found = (model for model in apps.get_models() if issubclass(model, Chained))
    return {model._meta.db_table: model for model in found}


def _seen(table: str, ids: Iterable[int]) -> dict[int, int | None]:
    """The rows of a table that may be read, each with the case it belongs to, where there is one."""
    model = chained_models().get(table)
    if model is None:
        return {}
    path: str | None = getattr(model, "case_path", None)
    case = "id" if path == "id" else f"{path}_id"
    rows = model._default_manager.filter(pk__in=sorted(ids))
    if path is None:
        return dict.fromkeys(rows.values_list("pk", flat=True))
    return dict(rows.values_list("pk", models.F(case)))


def _cases_of(seen: Mapping[str, Mapping[int, int | None]]) -> dict[int, Mapping[str, Any]]:
    ids = {case for rows in seen.values() for case in rows.values() if case is not None}
    rows = Case.objects.filter(pk__in=sorted(ids)).values_list("id", "number", "procedure")
    return {id_: {"id": id_, "number": number, "procedure": procedure} for id_, number, procedure in rows}


def may_be_read(text: str, *, of_cases: bool = False) -> bool:
    """Whether all that an entry tells may be read within the scope that holds; `of_cases`: what is of a case alone."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in json.loads(text)["what"].get("rows", ()):
        wanted[row["table"]].add(row["row"]["id"])
    return all(
        set(_seen(table, ids)) == ids
        for table, ids in wanted.items()
        if not of_cases or hasattr(chained_models().get(table), "case_path")
    )
