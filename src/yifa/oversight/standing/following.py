"""Following the chains: what was recorded since is judged anew, and what a new day may have turned over.

An entry tells which rows it wrote, a row to which case it belongs. An act that was recorded before its day turns the
lights, and the state of its case, when that day has come. Safe to be done twice, and by several at once.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, F, OuterRef

from yifa.oversight.standing.judging import Judged, basis, judged
from yifa.oversight.standing.models import Followed, Mark, Standing
from yifa.oversight.standing.searching import note
from yifa.record.cases.columns import facts_of_many
from yifa.record.cases.concluding import turn_on_their_day
from yifa.record.cases.models import Act, Case
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import EntryRow, HeadRow
from yifa.record.jobs.moments import now
from yifa.record.scope import Remembered, everything

AT_ONCE = 200
"""So many entries, and cases, a transaction."""
ALSO_TOLD: list[Callable[[Sequence[Judged], date], None]] = []
"""Rooms above that are told which cases were judged anew, in the same transaction; each puts itself in."""


def follow(today: date, *, most: int | None = None, thorough: bool = False) -> int:
    """Bring the standing of cases up to date; how many were judged. `most`: not many more than so many at once.

    `thorough`: also what was judged by an older corpus or calendar, which takes a look at every open case.
    """
    done = 0
    with everything("see how cases stand"):
        for organ, start, head in _behind():
            place = start
            while place < head and (most is None or done < most):
                place, found = _step(organ, place, head, today, AT_ONCE if most is None else min(AT_ONCE, most - done))
                done += found
        while most is None or done < most:
            turned = [case for (case,) in _TURNED(today)[: None if most is None else most - done]]
            if not turned:
                break
            with transaction.atomic():
                done += judge_anew(turned, today)
        for procedure in Case.objects.values_list("procedure", flat=True).distinct() if thorough else ():
            done += _by_another_basis(procedure, today)
    return done


def _by_another_basis(procedure: str, today: date) -> int:
    old = Standing.objects.filter(case__procedure=procedure).exclude(basis=basis(procedure))
    cases = list(old.values_list("case_id", flat=True))
    for start in range(0, len(cases), AT_ONCE):
        with transaction.atomic():
            judge_anew(cases[start : start + AT_ONCE], today)
    return len(cases)


def waits() -> int:
    """How many entries were not looked at yet."""
    return sum(head - place for _, place, head in _behind())


_BEHIND = Remembered(
    lambda: (
        HeadRow.objects.filter(number__gt=0)
        .filter(~Exists(Followed.objects.filter(organ=OuterRef("organ"), number__gte=OuterRef("number"))))
        .values_list("organ", "number")
    )
)
"""Put so that PostgreSQL hashes what was followed: asked before every page, where there is a chain for each organ."""
_TURNED = Remembered(
    lambda today: (
        Standing.objects.filter(good_until__lt=today).order_by("good_until", "case").values_list("case_id")[:AT_ONCE]
    ),
    date,
)


def _behind() -> list[tuple[str, int, int]]:
    """The chains that have grown: organ, up to where it was followed, up to where it goes; the shortest way first."""
    grown: list[tuple[str, int]] = _BEHIND()
    if not grown:
        return []
    places = dict(Followed.objects.filter(organ__in=[organ for organ, _ in grown]).values_list("organ", "number"))
    return sorted(
        ((organ, places.get(organ, 0), head) for organ, head in grown if head > places.get(organ, 0)),
        key=lambda one: one[2] - one[1],
    )


def _step(organ: str, place: int, head: int, today: date, entries_at_once: int) -> tuple[int, int]:
    with transaction.atomic():
        Followed.objects.bulk_create([Followed(organ=organ)], ignore_conflicts=True)
        row = Followed.objects.select_for_update().get(organ=organ)
        entries = EntryRow.objects.filter(organ=organ, number__gt=row.number, number__lte=head).order_by("number")
        texts = list(entries.values_list("number", "text")[:entries_at_once])
        if not texts:
            return max(row.number, head), 0
        done = judge_anew(_cases_told(text for _, text in texts), today)
        Followed.objects.filter(organ=organ).update(number=texts[-1][0])
    return texts[-1][0], done


def judge_anew(cases: Collection[int], today: date) -> int:
    """Judge cases and keep what came of it, in the transaction that holds; how many."""
    _turn_states(cases, today)
    rows = list(Case.objects.filter(id__in=sorted(set(cases))).select_related("organ"))
    done = [judged(*told, today) for told in facts_of_many(rows)]
    ids = [case.id for case in rows]
    Mark.objects.filter(case__in=ids).delete()
    Standing.objects.filter(case__in=ids).delete()
    Mark.objects.bulk_create([mark for one in done for mark in one.marks], batch_size=1_000)
    Standing.objects.bulk_create([one.standing for one in done])
    note(rows)
    for tell in ALSO_TOLD:
        tell(done, today)
    return len(rows)


def _turn_states(cases: Collection[int], today: date) -> None:
    """Let those be done with, or be handled again, in which the day of an act has come that was recorded before it."""
    come = Act.objects.filter(case__in=cases, on__lte=today, on__gt=F("recorded_at__date"))
    rows = Case.objects.filter(id__in=set(come.values_list("case", flat=True))).select_related("organ")
    if rows:
        turn_on_their_day(rows, today, now())


def _cases_told(texts: Iterable[str]) -> set[int]:
    """The cases to which rows belong that entries tell of."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for text in texts:
        for row in json.loads(text)["what"].get("rows", ()):
            wanted[row["table"]].add(row["row"]["id"])
    found: set[int] = set()
    for table, ids in wanted.items():
        model = _models_of_cases().get(table)
        if model is not None:
            path: str = model.case_path  # type: ignore[attr-defined]
            way = "id" if path == "id" else f"{path}_id"
            found.update(model._default_manager.filter(pk__in=sorted(ids)).values_list(F(way), flat=True))
    return found


@cache
def _models_of_cases() -> Mapping[str, type[Chained]]:
    """The tables of the record that belong to cases."""
    found = (model for model in apps.get_models() if issubclass(model, Chained) and hasattr(model, "case_path"))
    return {model._meta.db_table: model for model in found}
