"""What the record tells for the figures of a year: of the organs a government supervises, for who reports for it.

Who reports counts and reads no file. Rows behind a figure are a number, an organ, an act and a day; a case of which
only some may know is counted, and its number is not told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from yifa.law.run.counting import Tables
from yifa.oversight.reporting.gathering import Gathered, gather
from yifa.record.as_ledgers.taking_out import snapshot, taken_out
from yifa.record.cases.models import Case
from yifa.record.organs.choices import RelationKind
from yifa.record.organs.models import Organ, Relation
from yifa.record.organs.queries import on_day, supervised_by
from yifa.record.scope import Scope, everything, within
from yifa.wording import Language


def gathered_from_record(organ: int, day: date, speech: Language) -> Gathered:
    """The record as of a day, of the organs for which an organ reports."""
    with everything("find out for whom an organ reports"):
        organs = reported_by(organ, day)
    with within(Scope.of(organs)):
        found = gather(taken_out(snapshot(), day), as_of=day)
        closed = Case.objects.exclude(circle="").values_list("organ__code", "number")
        hidden = [f"{code}/{number}" for code, number in closed]
    if not hidden:
        return found
    words = speech.say("(not told)")
    return replace(found, tables=tuple(without_numbers(one, hidden, words) for one in found.tables))


def reported_by(organ: int, day: date) -> frozenset[int]:
    """The organs whose cases an organ counts: itself, and whom the government it belongs to supervises."""
    above = on_day(Relation.objects.filter(organ=organ, kind=RelationKind.BELONGS_TO), day)
    governments = list(Organ.objects.filter(id__in=above.values_list("to_id", flat=True)))
    found: set[int] = {organ}
    for one in governments or Organ.objects.filter(id=organ):
        found |= supervised_by(one, day).fully
    return frozenset(found)


def without_numbers(tables: Tables, hidden: Iterable[str], words: str) -> Tables:
    """The tables, the numbers of some cases replaced."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and only needed here
    import pyarrow.compute as pc  # noqa: PLC0415 - as above

    cases: Any = tables.cases
    place = cases.column_names.index("number")
    told = pc.if_else(pc.is_in(cases["case"], value_set=pa.array(hidden, pa.string())), words, cases["number"])
    return replace(tables, cases=cases.set_column(place, cases.schema.field("number"), told))
