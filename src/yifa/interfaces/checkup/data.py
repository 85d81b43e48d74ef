"""The findings as data: `yifa.findings/1` in JSON, described in `docs/lookup/findings-json`, and one table in Parquet.

Both are written finding by finding, so that many take no more memory than few. What tells of persons is masked, as
everywhere, unless it was asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from yifa.interfaces.checkup.told import Told
from yifa.interfaces.finding_telling import ToldFinding
from yifa.interfaces.sufficiency_telling import tell_missing_column
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder
from yifa.ledgers.identifiers import mask
from yifa.ledgers.problems import Problem
from yifa.ledgers.sufficiency.sufficient import Step, Sufficiency
from yifa.oversight.supervision.earlier import SCHEMA, rule_digest
from yifa.oversight.supervision.supervised import JudgedLedger
from yifa.wording import CHINESE, ENGLISH, language

FIELD = "field."
AT_ONCE = 1_000
"""So many findings are put together at the same time."""


def write_json(told: Told, path: Path) -> None:
    """Write everything as one object, a finding a line; `told` must be in both languages."""
    head = json.dumps(_head(told), ensure_ascii=False, indent=1)
    with path.open("w", encoding="utf-8") as file:
        file.write(head.removesuffix("\n}") + ',\n "findings": [')
        for place, one in enumerate(_findings(told)):
            file.write(",\n" if place else "\n")
            file.write(json.dumps(one, ensure_ascii=False, separators=(",", ":")))
        file.write("\n]}\n")


def write_parquet(told: Told, path: Path) -> None:
    """Write the findings as one table; its columns are those of many cases, with organ, number, file, sheet, row."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for other outputs
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy, and not there for other outputs

    tables = [
        _masked(one.findings, _hidden(one, personal=told.personal)).drop_columns(["place"]) for one in told.run.ledgers
    ]
    plain = [table.replace_schema_metadata(None) for table in tables]
    table = pa.concat_tables(plain) if plain else pa.table({})
    corpus = {f"yifa.corpus.{name}": digest for name, digest in told.run.corpus.items()}
    said = {
        "yifa.schema": SCHEMA,
        "yifa.calendar": told.run.calendar,
        "yifa.as_of": told.run.as_of.isoformat(),
    } | corpus
    pq.write_table(table.replace_schema_metadata(said), path, compression="zstd")


def _masked(found: Any, hidden: frozenset[str]) -> Any:
    """Findings, the facts that tell of persons masked."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for other outputs

    if not hidden:
        return found
    facts = [_facts(one, hidden) for one in found["facts"].to_pylist()]
    place = found.column_names.index("facts")
    return found.set_column(place, "facts", pa.array(facts, found.schema.field("facts").type))


def _hidden(ledger: JudgedLedger, *, personal: bool) -> frozenset[str]:
    """The fields whose values are masked."""
    if personal:
        return frozenset()
    return frozenset(name.removeprefix(FIELD) for name in ledger.ledger.personal if name.startswith(FIELD))


def _facts(facts: list[dict[str, Any]], hidden: frozenset[str]) -> list[dict[str, Any]]:
    return [one | {"value": mask(one["value"])} if one["field"] in hidden and one["value"] else one for one in facts]


# -- the parts of the JSON --------------------------------------------------------------------------------------------


def _head(told: Told) -> dict[str, Any]:
    run = told.run
    known_at = None if run.known_at is None else run.known_at.isoformat(timespec="minutes")
    folders = {one.procedure: one.whole.folder for one in run.ledgers}
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "as_of": run.as_of.isoformat(),
        "known_at": known_at,
        "calendar": run.calendar,
        "corpus": dict(run.corpus),
        "cases": run.size,
        "ledgers": [_ledger(one, enough) for one, enough in zip(run.ledgers, told.sufficiency, strict=True)],
        "sheets": [asdict(one) for one in run.taken.sheets],
        "organs": [
            {"id": id_, "name": told.organs.get(id_, id_), "cases": cases}
            for id_, cases in told.organs_with_cases.items()
        ],
        "silent": [{"id": id_, "name": told.organs.get(id_, id_)} for id_ in run.taken.silent],
        "procedures": {
            id_: {"zh": folder.procedure.title.zh, "en": folder.procedure.title.en} for id_, folder in folders.items()
        },
        "duties": {
            id_: {duty.id: _duty(duty, folder) for duty in folder.duties if not duty.off}
            for id_, folder in folders.items()
        },
        "coverage": [
            {"procedure": one.procedure, "file": one.ledger.file, "duty": line.duty, "rows": line.rows}
            for one in run.ledgers
            for line in one.coverage
        ],
        "problems": [_problem(one) for one in run.taken.problems],
    }
    if told.changed is not None:
        head["changes"] = [one.as_data() for one in told.changed]
    return head


def _ledger(one: JudgedLedger, enough: Sufficiency) -> dict[str, Any]:
    folder = one.whole.folder
    return {
        "file": one.ledger.file,
        "files": list(one.ledger.files),
        "procedure": one.procedure,
        "cases": one.size,
        "acts": one.acts,
        "reach": {organ: day.isoformat() for organ, day in sorted(one.ledger.reach.items())},
        "sufficiency": {
            "duties": enough.all,
            "decidable": len(enough.decidable),
            "not_decidable": {
                duty: [_missing(miss, folder) for miss in sorted(missing, key=tuple)]
                for duty, missing in sorted(enough.lacking.items())
            },
            "steps": [_step(step, folder) for step in enough.steps],
        },
    }


def _step(step: Step, folder: Folder) -> dict[str, Any]:
    return {"add": [_missing(one, folder) for one in step.add], "duties": list(step.duties)}


def _missing(missing: Any, folder: Folder) -> dict[str, str]:
    zh, en = (tell_missing_column(missing, folder, language(tag)) for tag in (CHINESE, ENGLISH))
    return {"zh": zh, "en": en}


def _duty(duty: Duty, folder: Folder) -> dict[str, Any]:
    return {
        "title": {"zh": duty.title.zh, "en": duty.title.en},
        "kind": duty.kind,
        "severity": duty.breach,
        "law": list(duty.law),
        "cure": None if duty.cure is None else {"zh": duty.cure.zh, "en": duty.cure.en},
        "digest": rule_digest(duty, folder.procedure),
    }


def _problem(one: Problem) -> dict[str, Any]:
    place = one.place
    return {
        "kind": one.kind,
        "severity": one.severity.value,
        "row_was": one.fate.value,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "heading": one.heading,
        "value": one.value,
        "organ": one.organ,
    }


def _findings(told: Told) -> Iterator[dict[str, Any]]:
    """Every finding, in the order in which they are told."""
    pairs = list(zip(told.of(CHINESE), told.of(ENGLISH), strict=True))
    where = dict(_places(told))
    for first in range(0, len(pairs), AT_ONCE):
        some = pairs[first : first + AT_ONCE]
        places = [where[zh.procedure_id, zh.case, zh.duty_id, zh.subject_id] for zh, _ in some]
        for row, (zh, en) in zip(_rows(told, places), some, strict=True):
            yield _finding(row, zh, en)


def _places(told: Told) -> Iterator[tuple[tuple[str, str, str, str], tuple[int, int]]]:
    """By what a finding is known the place of its ledger, and its row there."""
    for place, ledger in enumerate(told.run.ledgers):
        keys = (ledger.findings[name].to_pylist() for name in ("procedure", "case", "duty", "subject"))
        for row, key in enumerate(zip(*keys, strict=True)):
            yield key, (place, row)


def _rows(told: Told, places: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    """The rows of some findings, in their order."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    of_ledger: dict[int, list[int]] = {}
    for ledger, row in places:
        of_ledger.setdefault(ledger, []).append(row)
    for ledger, rows in of_ledger.items():
        one = told.run.ledgers[ledger]
        some = _masked(one.findings.take(rows), _hidden(one, personal=told.personal))
        found |= zip([(ledger, row) for row in rows], some.to_pylist(), strict=True)
    return [found[place] for place in places]


def _finding(row: Mapping[str, Any], zh: ToldFinding, en: ToldFinding) -> dict[str, Any]:
    return {
        "procedure": zh.procedure_id,
        "organ": row["organ"],
        "organ_name": zh.organ,
        "case": zh.case,
        "number": zh.number,
        "duty": zh.duty_id,
        "subject": zh.subject_id,
        "outcome": row["outcome"],
        "class": row["class"],
        "severity": row["severity"],
        "light": zh.light.value,
        "law": row["law"],
        "due": _moment(row["due"], row["due_minute"]),
        "due_earliest": _moment(row["due_earliest"], row["due_earliest_minute"]),
        "not_before": row["not_before"],
        "distance": _both(zh.far, en.far),
        "reasons": {"zh": list(zh.reasons), "en": list(en.reasons)},
        "facts": [
            {"act": one["act"], "on": _moment(one["on"], one["minute"]), "field": one["field"], "value": one["value"]}
            for one in row["facts"]
        ],
        "declared": _both(zh.declared, en.declared),
        "missing": _both(zh.missing, en.missing),
        "readings": [{"zh": one, "en": other} for one, other in zip(zh.readings, en.readings, strict=True)],
        "file": row["file"],
        "sheet": row["sheet"],
        "row": row["row"],
    }


def _both(zh: str, en: str) -> dict[str, str] | None:
    return {"zh": zh, "en": en} if zh else None


def _moment(on: date | None, minute: int | None) -> str | None:
    if on is None:
        return None
    if minute is None:
        return on.isoformat()
    return (datetime(on.year, on.month, on.day) + timedelta(minutes=minute)).isoformat(timespec="minutes")
