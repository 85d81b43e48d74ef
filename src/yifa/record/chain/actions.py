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
from yifa.record.chain.commitments import commit
from yifa.record.chain.entries import Chain, Entry
from yifa.record.chain.files import seal_from
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
    organ: str, whats: Sequence[Mapping[str, Any] | str], recorded: datetime, algorithm: str = "sha256"
) -> list[Entry]:
    """Join entries to the chain of an organ, one for each of `whats`, in order; `Personal` values anywhere in them.

    What is canonical text already holds none.

    Other writers to the same chain wait until the transaction ends. Raises `NotCanonical`, and `OutsideTransaction`.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(f"chain of {organ}: an entry is recorded in the transaction of a verb")
    if not whats:
        return []
    kept: list[KeptValue] = []
    with connection.cursor() as cursor:
        chain = _locked(organ, cursor)
        entries = []
        for what in whats:
            told = what if isinstance(what, str) else _committed(what, kept, algorithm)
            entry, chain = chain.next(told, recorded, algorithm)
            entries.append(entry)
        rows = [{"organ": organ, "number": one.number, "text": one.text, "digest": one.digest} for one in entries]
        write_plain(EntryRow, rows, told=False)
        if kept:
            KeptValue.objects.bulk_create(kept)
        sql = "UPDATE chain_head SET number = %s, digest = %s WHERE organ = %s"
        cursor.execute(sql, [str(chain.number), chain.digest, organ])
    return entries


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
def seal(day: date, algorithm: str = "sha256") -> Seal:
    """Seal what was recorded since the seal before; every chain up to its head of now."""
    last = SealRow.objects.order_by("-number").first()
    before = seal_from(last.text, f"seal {last.number}") if last else None
    heads = {head.organ: head.number for head in HeadRow.objects.filter(number__gt=0)}
    starts = before.heads if before else {}
    new = {organ: _since(organ, starts.get(organ, Head(0, "")).number, upto) for organ, upto in heads.items()}
    made, _ = seal_of(day, new, before, algorithm)
    SealRow.objects.create(number=made.number, day=day, text=made.text, digest=made.digest)
    return made


def _since(organ: str, after: int, upto: int) -> Iterator[tuple[int, str]]:
    rows = EntryRow.objects.filter(organ=organ, number__gt=after, number__lte=upto).order_by("number")
    return rows.values_list("number", "digest").iterator(chunk_size=10_000)
