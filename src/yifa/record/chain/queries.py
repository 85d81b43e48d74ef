"""What can be asked of the chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection

from yifa.record.chain.blocks import blocks, reach
from yifa.record.chain.faults import Fault, FaultKind
from yifa.record.chain.files import NotAChainFile, seal_from
from yifa.record.chain.known_statements import known_cursor
from yifa.record.chain.models import EntryRow, HeadRow, KeptValue, SealRow
from yifa.record.chain.one_moment import one_moment
from yifa.record.chain.seals import Seal
from yifa.record.chain.shares import in_shares
from yifa.record.chain.soundness import Outcome, Sealed, Share, Unsound, is_whole
from yifa.record.chain.verifying import Row, StoredRow, VerifiedChain, verify_chain, verify_seals

_AT_ONCE = 20_000
"""So many entries are read at once."""


def organs() -> list[str]:
    """Every organ that has a chain."""
    told = set(map(str, EntryRow.objects.values_list("organ", flat=True).distinct()))
    return sorted(told | set(HeadRow.objects.filter(number__gt=0).values_list("organ", flat=True)))


def rows(organ: str, after: int = 0) -> Iterator[Row]:
    """The entries of a chain in order, after a number."""
    found = EntryRow.objects.filter(organ=organ, number__gt=after).order_by("number")
    return found.values_list("number", "text", "digest").iterator(chunk_size=10_000)


def _as_stored(organ: str) -> Iterator[StoredRow]:
    """The entries of a chain as bytes where the database gives them so: what verifying reads, many times over."""
    text = "CAST(text AS BLOB)" if connection.vendor == "sqlite" else "convert_to(text, 'UTF8')"
    asked = f"SELECT number, {text}, digest FROM chain_entry WHERE organ = %s AND number > %s"  # noqa: S608 - no value
    after = -(2**63)  # whatever number somebody gave it
    while True:
        with known_cursor(binary=True) as cursor:
            cursor.execute(f"{asked} ORDER BY number LIMIT %s", [organ, after, _AT_ONCE])
            found = cursor.fetchall()
        yield from (_as_it_should_be(*row) for row in found)
        if len(found) < _AT_ONCE:
            return
        after = found[-1][0]


def _as_it_should_be(number: Any, text: bytes | None, held: Any) -> StoredRow:
    """An entry, also where SQLite was made to hold another kind of value, which then shows."""
    return number if type(number) is int else 2**63 - 1, text or b"", held if type(held) is str else str(held)


def seals() -> tuple[list[tuple[Seal, str]], list[Fault]]:
    """All seals with the digests they are kept under, and the faults of those that are no seals any more."""
    found, faults = [], []
    rows = SealRow.objects.order_by("number").values_list("number", "day", "text", "digest")
    for number, day, text, digest in rows:
        try:
            seal = seal_from(text, f"seal {number}")
        except NotAChainFile:
            faults.append(Fault(FaultKind.UNKNOWN_FORM, "", number))
            continue
        if (seal.number, seal.day) != (number, day):
            faults.append(Fault(FaultKind.SEAL_CHANGED, "", number))
        found.append((seal, digest))
    return found, faults


def faults(trusted: Mapping[int, str] | None = None) -> list[Fault]:
    """Verify the whole record, as it is at one moment. Empty where all is as it was.

    `trusted`: digests of seals kept elsewhere, by number. What is sound is soon told to be so; else all is read again,
    entry by entry, to tell what is wrong where.
    """
    with one_moment():
        return [] if _is_sound(trusted) else _found_closely(trusted)


def _is_sound(trusted: Mapping[int, str] | None) -> bool:
    rows = list(HeadRow.objects.values_list("organ", "number", "digest"))
    if any((type(number), type(held)) != (int, str) for _, number, held in rows):  # SQLite can be made to hold others
        return False
    heads = {organ: (number, held) for organ, number, held in rows if number > 0}
    try:
        sealed = _sealed(trusted)

        def read(after: int, upto: int) -> Outcome:
            share = Share(sealed)
            for block in blocks(after, upto):
                share.take(block)
            return share.outcome()

        between = reach()
        found = in_shares(read, *between, sum(number for number, _ in heads.values())) if between else []
        return is_whole(found, sealed, heads)
    except Unsound:
        return False


def _sealed(trusted: Mapping[int, str] | None) -> Sealed:
    """What all seals say. Raises `Unsound`."""
    found = Sealed(trusted)
    rows = SealRow.objects.order_by("number").values_list("number", "day", "text", "digest")
    for number, day, text, held in rows.iterator(chunk_size=100):
        try:
            seal = seal_from(text, f"seal {number}")
        except NotAChainFile:
            raise Unsound from None
        if (seal.number, seal.day) != (number, day):
            raise Unsound
        found.add(seal, held)
    found.end()
    return found


def _found_closely(trusted: Mapping[int, str] | None) -> list[Fault]:
    """What is wrong where."""
    found: list[Fault] = []
    chains: dict[str, VerifiedChain] = {}
    heads = {head.organ: head for head in HeadRow.objects.all()}
    for organ in organs():
        chain = chains[organ] = verify_chain(organ, _as_stored(organ))
        found += chain.faults
        head = heads.get(organ)
        if head is None or (head.number, head.digest) != (chain.last, chain.digests.get(chain.last, "")):
            is_further = head is not None and isinstance(head.number, int) and head.number > chain.last
            kind = FaultKind.CUT_OFF if is_further else FaultKind.CHANGED
            found.append(Fault(kind, organ, chain.last + 1 if kind is FaultKind.CUT_OFF else chain.last))
    sealed, broken = seals()
    return [*found, *broken, *verify_seals(sealed, chains, trusted)]


def value(commitment: str) -> Any:
    """The personal value behind a commitment, or None where it was erased."""
    kept = KeptValue.objects.filter(commitment=commitment).first()
    return None if kept is None else kept.plain
