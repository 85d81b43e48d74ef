"""What is done to the chain: entries are joined to it, days are sealed, personal values are erased.

No verb of its own stands here for officials: the verbs of the other rooms call these inside their one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from yifa.record.chain.canonical import Plain
from yifa.record.chain.chosen import chosen
from yifa.record.chain.commitments import commit
from yifa.record.chain.digests import digest
from yifa.record.chain.entries import Chain, Entry, entry_text, what_text
from yifa.record.chain.files import seal_from
from yifa.record.chain.known_statements import held, known_cursor
from yifa.record.chain.models import EntryRow, HeadRow, KeptValue, SealRow
from yifa.record.chain.plain_rows import write_plain
from yifa.record.chain.seals import Head, Seal, seal_of

COMMITTED = "commitment"
"""In chained bytes a personal value is `{"commitment": "<digest>"}`."""


@dataclass(frozen=True, slots=True)
class Personal:
    """A value of a person's own: chained as a commitment, kept apart, and erasable."""

    value: Plain


class OutsideTransaction(RuntimeError):
    """Something was to be recorded outside the transaction of a verb."""


def append(
    organ: str, whats: Sequence[Mapping[str, Any] | str], recorded: datetime, algorithm: str = ""
) -> list[Entry]:
    """Join entries to the chain of an organ, one for each of `whats`, in order; `Personal` values anywhere in them.

    What is canonical text already holds none. `algorithm`: the digest, if not the one that is chosen.

    Other writers to the same chain wait until the transaction ends. Raises `NotCanonical`, and `OutsideTransaction`.
    """
    django = held()
    if not django.in_atomic_block:
        raise OutsideTransaction(f"chain of {organ}: an entry is recorded in the transaction of a verb")
    if not whats:
        return []
    algorithm = algorithm or chosen()
    kept: list[KeptValue] = []
    texts = [what if isinstance(what, str) else what_text(_committed(what, kept, algorithm)) for what in whats]
    if kept:
        KeptValue.objects.bulk_create(kept)
    with known_cursor() as cursor:
        if len(texts) == 1 and algorithm == "sha256" and django.vendor == "postgresql":
            return [_joined(organ, texts[0], recorded, cursor)]
        chain = _locked(organ, cursor)
        entries = []
        for what in texts:
            entry, chain = chain.next(what, recorded, algorithm)
            entries.append(entry)
        if len(entries) == 1:
            sql = "INSERT INTO chain_entry (organ, number, text, digest) VALUES (%s, %s, %s, %s)"
            cursor.execute(sql, [organ, chain.number, entries[0].text, chain.digest])
        else:
            rows = [{"organ": organ, "number": one.number, "text": one.text, "digest": one.digest} for one in entries]
            write_plain(EntryRow, rows, told=False)
        sql = "UPDATE chain_head SET number = %s, digest = %s WHERE organ = %s"
        cursor.execute(sql, [chain.number, chain.digest, organ])
    return entries


_JOIN = """
WITH head AS MATERIALIZED (
  SELECT number, digest FROM chain_head WHERE organ = %s FOR UPDATE
), told AS MATERIALIZED (
  SELECT number + 1 AS number, digest AS previous,
         %s::text || (number + 1)::text || %s::text || digest || %s::text AS text FROM head
), entry AS (
  INSERT INTO chain_entry (organ, number, text, digest)
  SELECT %s, number, text, encode(sha256(convert_to(text, 'UTF8')), 'hex') FROM told
  RETURNING number, digest
), moved AS (
  UPDATE chain_head SET number = entry.number, digest = entry.digest FROM entry WHERE chain_head.organ = %s
)
SELECT told.number, told.previous, entry.digest FROM told, entry
"""


def _joined(organ: str, what: str, recorded: datetime, cursor: Any) -> Entry:
    """Join one entry on PostgreSQL, in one statement, for every way to the server costs as much as the rest of it.

    Nobody else writes to the chain until the transaction ends. What the server puts together is what we would.
    """
    pattern = entry_text(organ, 0, "", what, recorded, "sha256")
    before, rest = pattern.split('"number":0,', 1)
    between, after = rest.split('"previous":""', 1)
    parts = f'{before}"number":', f',{between}"previous":"', f'"{after}'
    asked = [organ, *parts, organ, organ]
    cursor.execute(_JOIN, asked)
    if (found := cursor.fetchone()) is None:
        _locked(organ, cursor)
        cursor.execute(_JOIN, asked)
        found = cursor.fetchone()
    number, previous, held = found
    text = entry_text(organ, number, previous, what, recorded, "sha256")
    if digest(text.encode()).hex() != held:
        raise RuntimeError(f"chain of {organ}, entry {number}: the database made another digest of it than we do")
    return Entry(organ, number, text, held)


def _locked(organ: str, cursor: Any) -> Chain:
    """The end of a chain; nobody else writes to it until the transaction ends."""
    held = " FOR UPDATE" if connection.features.has_select_for_update else ""
    asked = f"SELECT number, digest FROM chain_head WHERE organ = %s{held}"  # noqa: S608 - no value in it
    cursor.execute(asked, [organ])
    if (head := cursor.fetchone()) is None:
        cursor.execute(
            "INSERT INTO chain_head (organ, number, digest) VALUES (%s, 0, '') ON CONFLICT (organ) DO NOTHING", [organ]
        )
        cursor.execute(asked, [organ])
        head = cursor.fetchone()
    return Chain(organ, *head)


def _committed(value: Any, kept: list[KeptValue], algorithm: str) -> Any:
    """The same with commitments in place of personal values, which are added to `kept`."""
    if isinstance(value, Personal):
        made = commit(value.value, algorithm=algorithm)
        kept.append(KeptValue.of(value.value, made))
        return {COMMITTED: made.digest}
    if isinstance(value, Mapping):
        return {key: _committed(held, kept, algorithm) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_committed(held, kept, algorithm) for held in value]
    return value


@transaction.atomic
def erase(organ: str, commitments: Sequence[str], because: str, by: str, recorded: datetime) -> Entry:
    """Erase personal values for good, which is itself an entry; the chain verifies as before (个人信息保护法 47)."""
    KeptValue.objects.filter(commitment__in=commitments).delete()
    what = {"act": "values-erased", "commitments": sorted(commitments), "because": because, "by": by}
    [entry] = append(organ, [what], recorded)
    return entry


@transaction.atomic
def seal(day: date, algorithm: str = "") -> Seal:
    """Seal what was recorded since the seal before; every chain up to its head of now. `algorithm` as in `append`."""
    last = SealRow.objects.order_by("-number").first()
    before = seal_from(last.text, f"seal {last.number}") if last else None
    heads = {head.organ: head.number for head in HeadRow.objects.filter(number__gt=0)}
    starts = before.heads if before else {}
    new = {organ: _since(organ, starts.get(organ, Head(0, "")).number, upto) for organ, upto in heads.items()}
    made, _ = seal_of(day, new, before, algorithm or chosen())
    SealRow.objects.create(number=made.number, day=day, text=made.text, digest=made.digest)
    return made


def _since(organ: str, after: int, upto: int) -> Iterator[tuple[int, str]]:
    rows = EntryRow.objects.filter(organ=organ, number__gt=after, number__lte=upto).order_by("number")
    return rows.values_list("number", "digest").iterator(chunk_size=10_000)
