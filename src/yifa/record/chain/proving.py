"""Proving: the entry that tells a row, and the proof that an entry stands under its seal.

An entry is found by what it says; a seal by its heads, which only grow, so that few of them are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from yifa.record.chain.entries import Entry
from yifa.record.chain.files import seal_from
from yifa.record.chain.merkle import Tree
from yifa.record.chain.models import EntryRow, SealRow
from yifa.record.chain.proofs import Proof, proof_of
from yifa.record.chain.seals import Head, Seal

_NOTHING = Head(0, "")


def entry_of(organ: str, table: str, id_: int, version: int = 1) -> Entry | None:
    """The entry that tells a version of a row; None where none does.

    It is looked for in the chain of an organ, and then in all others: who took a case over had not recorded its acts.
    """
    rows = EntryRow.objects.filter(text__contains=f'"id":{id_},').filter(text__contains=f'"{table}"').order_by("id")
    for found in (rows.filter(organ=organ), rows.exclude(organ=organ)):
        for held, number, text, digest in found.values_list("organ", "number", "text", "digest"):
            for told in json.loads(text)["what"].get("rows", ()):
                if told["table"] == table and (told["row"]["id"], told["row"]["version"]) == (id_, version):
                    return Entry(held, number, text, digest)
    return None


def entry_at(organ: str, number: int) -> Entry | None:
    """The entry at a place of a chain; None where there is none."""
    row = EntryRow.objects.filter(organ=organ, number=number).first()
    return None if row is None else Entry(organ, number, row.text, row.digest)


def proof(entry: Entry) -> Proof | None:
    """The proof of an entry under the first seal that holds it; None where it is not sealed yet.

    Raises `ValueError` where the entries are not those that were sealed.
    """
    found = _seal_over(entry)
    if found is None:
        return None
    seal, before = found
    leaves: list[bytes] = []
    place = -1
    for organ in sorted(seal.heads):
        start, end = before.get(organ, _NOTHING).number, seal.heads[organ].number
        if organ == entry.organ:
            place = len(leaves) + entry.number - start - 1
        if end > start:
            leaves += _digests(organ, start, end)
    return proof_of(entry, place, Tree(leaves, seal.algorithm), seal)


def _digests(organ: str, after: int, upto: int) -> Iterator[bytes]:
    rows = EntryRow.objects.filter(organ=organ, number__gt=after, number__lte=upto).order_by("number")
    return map(bytes.fromhex, rows.values_list("digest", flat=True).iterator(chunk_size=10_000))


def _seal_over(entry: Entry) -> tuple[Seal, dict[str, Head]] | None:
    """The first seal that holds an entry, and the heads of the seal before."""
    last = SealRow.objects.order_by("-number").values_list("number", flat=True).first() or 0
    low, high = 1, last + 1
    while low < high:
        middle = (low + high) // 2
        if _seal(middle).heads.get(entry.organ, _NOTHING).number >= entry.number:
            high = middle
        else:
            low = middle + 1
    if low > last:
        return None
    return _seal(low), dict(_seal(low - 1).heads) if low > 1 else {}


def _seal(number: int) -> Seal:
    text = SealRow.objects.values_list("text", flat=True).get(number=number)
    return seal_from(text, f"seal {number}")
