"""The findings of many cases as one Arrow table: a row for each, with what it rests on, ready for a lake.

    procedure, case, duty, subject    the key: the same from run to run
    outcome, class, severity          words; class is NULL where the outcome is unknown
    due, due_minute                   the last day in time (or the first allowed: `not_before`) and its minute
    due_earliest, …_minute            the other reading, where the calendar is provisional
    law                               articles with their version, as of the trigger day
    readings                          the contested points that hold, by their place in the duty
    facts                             acts and fields read: {act, on, minute, field, value}, by day
    as_of, as_of_minute               the day asked about and its minute

What is the same for all rows stands in the table's metadata: the corpus and the calendar by their digests, and the
moment known at. Titles and cures follow from the duty and the corpus.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np

from yifa.law.catalogue.citations import citation
from yifa.law.conditions import day_of
from yifa.law.conditions.types import MINUTES
from yifa.law.duties import FindingClass, Outcome
from yifa.law.duties.understood import Understood
from yifa.law.run.cells import Cells, Numbers, Places
from yifa.law.run.facts_table import facts_of
from yifa.law.run.many_cases import Judged, JudgedGrain

KEY = ("procedure", "case", "duty", "subject")
RESULT = ("outcome", "class", "due", "due_minute", "due_earliest", "due_earliest_minute")


def schema(case: Any = None) -> Any:
    """The columns of the table; `case` is the type of the key of a case, text if left out."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    word = pa.dictionary(pa.int32(), pa.string())
    texts = [(name, pa.string()) for name in ("field", "value")]
    fact = pa.struct([("act", pa.string()), ("on", pa.date32()), ("minute", pa.int16()), *texts])
    return pa.schema(
        [
            ("procedure", word),
            ("case", case or pa.string()),
            ("duty", word),
            ("subject", pa.string()),
            ("outcome", word),
            ("class", word),
            ("severity", word),
            ("due", pa.date32()),
            ("due_minute", pa.int16()),
            ("due_earliest", pa.date32()),
            ("due_earliest_minute", pa.int16()),
            ("not_before", pa.bool_()),
            ("law", pa.list_(pa.string())),
            ("readings", pa.list_(pa.int16())),
            ("facts", pa.list_(fact)),
            ("as_of", pa.date32()),
            ("as_of_minute", pa.int16()),
        ]
    )


def findings_table(judged: Judged, known_at: datetime | None = None, *, facts: bool = True) -> Any:
    """All findings of a run; `facts` False leaves the facts used out (empty lists), which is much quicker."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    keys = pa.array(judged.batch.keys)
    columns = schema(keys.type)
    tables = [
        pa.table(found, schema=columns)
        for grain in judged.grains
        for place in range(len(grain.duties))
        if (found := _of_duty(judged, grain, place, keys, facts)) is not None
    ]
    whole = pa.concat_tables(tables) if tables else columns.empty_table()
    said = {"schema": "yifa.findings/1", "calendar": judged.calendar, "corpus": judged.corpus}
    if known_at is not None:
        said["known_at"] = known_at.isoformat(timespec="minutes")
    return whole.replace_schema_metadata({f"yifa.{name}": text for name, text in said.items()})


def _of_duty(judged: Judged, grain: JudgedGrain, place: int, keys: Any, facts: bool) -> dict[str, Any] | None:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    one, cases = grain.duties[place], judged.batch.facts.cases
    outcomes = grain.outcomes(place)
    classes = grain.classes(place, outcomes)
    at = np.flatnonzero((classes != int(FindingClass.NONE)) | (outcomes == int(Outcome.UNKNOWN)))
    if not at.size:
        return None
    case = grain.rows.case[at]
    applies = grain.working.value(one.answer.applies).over(grain.rows.size).yes[at]
    latest, earliest = (side.at(at) for side in grain.due(place))
    provisional = latest.sure != earliest.sure
    provisional |= latest.values != earliest.values
    found = {
        "procedure": _same(judged.procedure, at.size),
        "case": keys.take(pa.array(case)),
        "duty": _same(one.duty.id, at.size),
        "subject": _subjects(grain, at),
        "outcome": _words([outcome.word for outcome in Outcome], outcomes[at]),
        "class": _words([None if kind is FindingClass.NONE else kind.word for kind in FindingClass], classes[at]),
        "severity": _same(one.duty.breach, at.size),
        "not_before": pa.array(np.full(at.size, one.answer.due.not_before)),
        "law": _law(one, grain.working.value(one.trigger).over(grain.rows.size).at(at)),
        "readings": _readings(one, grain, at),
        "facts": facts_of(one, grain, at) if facts else pa.array([[]] * at.size, schema().field("facts").type),
        "as_of": _days(cases.as_of[case], None),
        "as_of_minute": pa.array(cases.minute[case].astype(np.int16)),
    }
    minutes = one.answer.due.by_minute
    found |= _due("due", latest, applies, minutes)
    return found | _due("due_earliest", earliest, applies & provisional, minutes)


def _same(text: str, rows: int) -> Any:
    return _words([text], np.zeros(rows, dtype=np.int64))


def _words(words: Sequence[str | None], places: Numbers) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    blank = np.array([word is None for word in words])[places]
    dictionary = pa.array([word or "" for word in words], pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32), mask=blank), dictionary)


def _days(days: Numbers, known: Any) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    return pa.array(days.astype(np.int32), pa.int32(), mask=None if known is None else ~known).cast(pa.date32())


def _due(name: str, due: Cells, shown: Any, by_minute: bool) -> dict[str, Any]:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    known = due.sure & shown
    day, minute = np.divmod(due.values, MINUTES) if by_minute else (due.values, np.zeros_like(due.values))
    timed = known & by_minute
    return {
        name: _days(np.where(known, day, 0), known),
        f"{name}_minute": pa.array(np.where(timed, minute, 0).astype(np.int16), mask=~timed),
    }


def _subjects(grain: JudgedGrain, at: Places) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    it = grain.rows.it
    if it is None:
        return pa.array(["case"]).take(pa.array(np.zeros(at.size, dtype=np.int64)))
    if it.ids is not None:
        return pa.array([grain.rows.subject(row) for row in at.tolist()], pa.string())
    numbers = pa.array(it.number[at]).cast(pa.string())
    return pc.binary_join_element_wise(f"{grain.rows.act}#", numbers, "")


def _law(one: Understood, trigger: Cells) -> Any:
    """The articles with the version of the trigger day, worked out once for each different day."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    laws = [citation(text) for text in one.duty.law]
    days, places = np.unique(np.where(trigger.sure, trigger.values, _NO_DAY), return_inverse=True)
    said = [[law.said(None if day == _NO_DAY else day_of(day)) for law in laws] for day in days.tolist()]
    return pa.array(said, pa.list_(pa.string())).take(pa.array(places))


_NO_DAY = np.iinfo(np.int64).min


def _readings(one: Understood, grain: JudgedGrain, at: Places) -> Any:
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case

    own = one.answer.contested[-len(one.duty.contested) :] if one.duty.contested else ()
    holds = [grain.working.value(expr).over(grain.rows.size).yes[at] for expr in own]
    bits = sum((held.astype(np.int64) << place for place, held in enumerate(holds)), np.zeros(at.size, np.int64))
    kinds, places = np.unique(bits, return_inverse=True)
    listed = [[place for place in range(len(own)) if bit >> place & 1] for bit in kinds.tolist()]
    return pa.array(listed, pa.list_(pa.int16())).take(pa.array(places))
