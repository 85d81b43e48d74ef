"""Takes a snapshot of the record and makes of it what reading a folder of ledgers gives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import polars as pl

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import day_number
from yifa.law.facts import Register, Source
from yifa.ledgers.taken import Office, Organs, Taken, TakenLedger
from yifa.record.as_ledgers.feeding import with_what_lists_tell
from yifa.record.as_ledgers.tables import LEDGERS
from yifa.record.cases import many_columns as of_cases
from yifa.record.importing.ledgers import source_of
from yifa.record.organs import columns as of_organs
from yifa.record.parties import columns as of_parties
from yifa.record.snapshot.reading import read

TABLES = (*of_organs.TABLES, *of_parties.TABLES, *of_cases.TABLES, LEDGERS)
"""All that duties and figures read of the record."""
Frames = Mapping[str, pl.DataFrame]
_CAME_FROM = pl.Struct({"file": pl.String, "sheet": pl.String, "row": pl.Int32, "ledger": pl.Int64})
_SPANS = pl.List(pl.Struct({"name": pl.String, "first": pl.Int32, "last": pl.Int32}))


def snapshot() -> dict[str, pl.DataFrame]:
    """All tables that duties and figures read, of one moment, as far as the scope goes."""
    return read(TABLES)


def taken_out(frames: Frames, as_of: date, known_at: datetime | None = None) -> Taken:
    """A snapshot as if the ledgers of its cases had just been read; `known_at`: as the record was known at a moment."""
    whole = _Snapshot(frames, as_of, known_at)
    ledgers = tuple(one for name in sorted(set(whole.cases["procedure"])) for one in whole.ledgers(name))
    told = {organ for one in ledgers for organ in one.cases["organ"].to_pylist()}
    silent = tuple(sorted(code for code in whole.organs.offices if code not in told))
    return Taken(ledgers, whole.organs, whole.register, silent=silent, listed=whole.listed)


@dataclass(frozen=True)
class _Snapshot:
    """The tables, and what follows from them for all procedures."""

    frames: Frames
    as_of: date
    known_at: datetime | None

    @cached_property
    def organs(self) -> Organs:
        return of_organs.organs_of(self.frames, self.as_of)

    @cached_property
    def register(self) -> Register:
        spans = of_organs.certified_spans(self.frames)
        return Register({f"officer{id_}": held for id_, held in spans.items()}, complete=bool(spans))

    @cached_property
    def listed(self) -> frozenset[str]:
        """The organs that keep certificates on record."""
        organs = self.frames["certificates"].select(id=pl.col("organ")).unique()
        return frozenset(self.frames["organs"].join(organs, on="id", how="semi")["code"])

    @cached_property
    def same(self) -> dict[str, str]:
        """Parties that are the same as another, by how fields name them."""
        rows = self.frames["parties"].filter(pl.col("id") != pl.col("same"))
        return {f"party{id_}": f"party{same}" for id_, same in rows.select("id", "same").iter_rows()}

    @cached_property
    def acts(self) -> pl.DataFrame:
        acts = self.frames["acts"]
        if self.known_at is not None:
            acts = acts.filter(pl.col("recorded_at") + pl.duration(hours=8) <= self.known_at)
        return of_cases.standing(acts)

    @cached_property
    def cases(self) -> pl.DataFrame:
        """The cases with their organs, and where they came from."""
        organs = self.frames["organs"].select(organ_id="id", organ="code")
        found = self.frames["cases"].join(organs, on="organ_id", how="inner", maintain_order="left")
        came = found["came_from"].str.json_decode(_CAME_FROM).struct.unnest()
        ledgers = self.frames["ledgers"].select(ledger="id", carries="carries", reach="reach")
        found = found.drop("came_from").hstack(came).join(ledgers, on="ledger", how="left", maintain_order="left")
        return found.with_columns(
            case=pl.format("{}/{}", "organ", "number"),
            listed=pl.col("organ").is_in(list(self.listed)),
            carries=pl.col("carries").fill_null(""),
            profiles=pl.col("organ").replace_strict(self._profiles(), return_dtype=_SPANS, default=[]),
        )

    def _profiles(self) -> dict[str, list[dict[str, object]]]:
        return {code: _profiles_of(office) for code, office in self.organs.offices.items()}

    def ledgers(self, name: str) -> Iterator[TakenLedger]:
        """The ledgers of a procedure: its cases by what is carried of them, and whether certificates are kept."""
        procedure = folder(name).procedure
        cases = self.cases.filter(pl.col("procedure") == name)
        acts = self.acts.join(cases.select(case_id="id", case="case"), on="case_id", how="inner", maintain_order="left")
        acts = with_what_lists_tell(of_cases.fields_of(acts, procedure, self.same), cases, procedure)
        declared = {key: one.declared for key, one in procedure.attributes.get("case", {}).items()}
        cases = of_cases.facts_of_cases(cases, declared)
        for (carries, listed), own in cases.group_by("carries", "listed", maintain_order=True):
            yield self._ledger(
                name, str(carries), bool(listed), own, acts.join(own.select("case"), on="case", how="semi")
            )

    def _ledger(self, name: str, carries: str, listed: bool, cases: pl.DataFrame, acts: pl.DataFrame) -> TakenLedger:
        files = tuple(sorted(set(cases["file"].drop_nulls())))
        called = "" if not files else files[0] if len(files) == 1 else f"{files[0]} (+{len(files) - 1})"
        source = source_of(f"{called} · {name}" if called else name, json.loads(carries) if carries else {})
        told = _carried_fields(source, name)
        table = acts.select(
            "case",
            act="kind",
            day=pl.col("on").cast(pl.Int32).cast(pl.Int64),
            minute="minute",
            recorded_at=pl.col("recorded_at") + pl.duration(hours=8),
            id=pl.when(pl.col("number") != "").then("number"),
        ).hstack(acts.select(f"field.{field}" for field in procedure_fields(name) if field in told))
        rows = cases.select(
            "case",
            "number",
            "organ",
            pl.lit(source.id).alias("source"),
            "profiles",
            "file",
            "sheet",
            "row",
            *(column for column in cases.columns if column.startswith("case.")),
        )
        reach = cases.drop_nulls("reach").group_by("organ").agg(pl.col("reach").max())
        return TakenLedger(
            name,
            source,
            table.to_arrow(),
            rows.to_arrow(),
            reach=dict(reach.iter_rows()),
            file=called,
            files=files,
            listed=listed,
        )


def procedure_fields(name: str) -> list[str]:
    """The fields of the acts of a procedure."""
    return list(folder(name).procedure.fields)


def _carried_fields(source: Source, name: str) -> set[str]:
    """The fields that are told of some act."""
    vocabulary = folder(name).procedure.vocabulary
    return {field for act, fields in vocabulary.items() for field in fields if source.carries_field(act, field)}


def _profiles_of(office: Office) -> list[dict[str, object]]:
    return [
        {
            "name": one.name,
            "first": None if one.first is None else day_number(one.first),
            "last": None if one.last is None else day_number(one.last),
        }
        for one in office.profiles
    ]
