"""What can be asked of the chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection

from yifa.record.chain.as_stored import stored, strange_organs
from yifa.record.chain.blocks import blocks, reach
from yifa.record.chain.faults import Fault, FaultKind
from yifa.record.chain.files import NotAChainFile, seal_from
from yifa.record.chain.known_statements import known_cursor
from yifa.record.chain.models import EntryRow, KeptValue
from yifa.record.chain.one_moment import one_moment
from yifa.record.chain.seals import Seal
from yifa.record.chain.shares import in_shares
from yifa.record.chain.soundness import Outcome, Sealed, Share, Unsound, is_whole
from yifa.record.chain.verifying import Row, StoredRow, VerifiedChain, verify_chain, verify_seals

_AT_ONCE = 20_000
"""So many entries are read at once."""
_SEALS_AT_ONCE = 100


def organs() -> list[str]:
    """Every organ that has a chain."""
    told = {organ for (organ,) in stored("chain_entry", {"organ": str}, "GROUP BY organ")}
    heads = {organ for organ, number, _ in _heads() if number != 0}
    return sorted(organ for organ in told | heads if organ is not None)


def _heads() -> list[tuple[Any, ...]]:
    """Organ, number and digest of every head."""
    return stored("chain_head", {"organ": str, "number": int, "digest": str})


def rows(organ: str, after: int = 0) -> Iterator[Row]:
    """The entries of a chain in order, after a number."""
    found = EntryRow.objects.filter(organ=organ, number__gt=after).order_by("number")
    return found.values_list("number", "text", "digest").iterator(chunk_size=10_000)


def _as_stored(organ: str) -> Iterator[StoredRow]:
    """The entries of a chain as bytes where the database gives them so; what is of another kind as no entry at all."""
    on_sqlite = connection.vendor == "sqlite"
    held = ", ".join(
        f"CAST({one} AS BLOB)" if on_sqlite else f"convert_to({one}, 'UTF8')" for one in ("text", "digest")
    )
    texts = "typeof(text) = 'text' AND typeof(digest) = 'text'" if on_sqlite else "TRUE"
    asked = f"SELECT number, {held}, {texts} FROM chain_entry WHERE organ = %s AND number > %s"  # noqa: S608 - no value
    asked = f"{asked} {_IS_NUMBER if on_sqlite else ''} ORDER BY number LIMIT %s"
    after = -(2**63)  # whatever number somebody gave it
    while True:
        with known_cursor(binary=True) as cursor:
            cursor.execute(asked, [organ, after, _AT_ONCE])
            found = cursor.fetchall()
        yield from (_as_it_should_be(*row) for row in found)
        if len(found) < _AT_ONCE:
            break
        after = found[-1][0]
    if on_sqlite:
        for _ in stored("chain_entry", {"id": int}, "WHERE organ = %s AND typeof(number) <> 'integer'", [organ]):
            yield 2**63 - 1, b"", ""


_IS_NUMBER = "AND typeof(number) = 'integer'"


def _as_it_should_be(number: int, text: bytes | None, held: bytes | None, are_texts: bool) -> StoredRow:
    """An entry, or nothing in its place where another kind of value stands there."""
    if text is None or held is None or not are_texts:
        return number, b"", ""
    return number, text, held.decode("utf-8", "replace")


def seals() -> tuple[list[tuple[Seal, str]], list[Fault]]:
    """All seals with the digests they are kept under, and the faults of those that are no seals any more."""
    found, faults = [], []
    for place, (number, day, text, held) in enumerate(_seals(), 1):
        where = place if number is None else number
        try:
            seal = seal_from(text or "", f"seal {where}")
        except NotAChainFile:
            faults.append(Fault(FaultKind.UNKNOWN_FORM, "", where))
            continue
        if (seal.number, seal.day.isoformat()) != (number, day) or held is None:
            faults.append(Fault(FaultKind.SEAL_CHANGED, "", where))
        found.append((seal, held or ""))
    return found, faults


def _seals() -> Iterator[tuple[Any, ...]]:
    """Number, day, text and digest of every seal, in the order of their numbers."""
    ids = [id_ for (id_,) in stored("chain_seal", {"id": int}, "ORDER BY number, id")]
    kinds = {"id": int, "number": int, "day": str, "text": str, "digest": str}
    for at in range(0, len(ids), _SEALS_AT_ONCE):
        some = ids[at : at + _SEALS_AT_ONCE]
        rows = {id_: row for id_, *row in stored("chain_seal", kinds, f"WHERE id IN ({', '.join(map(str, some))})")}
        yield from (tuple(rows[id_]) for id_ in some)


def seals_by_digest() -> dict[str, int]:
    """The numbers of all seals by the digests they are kept under."""
    rows = stored("chain_seal", {"number": int, "digest": str})
    return {held: number for number, held in rows if None not in (number, held)}


def faults(trusted: Mapping[int, str] | None = None) -> list[Fault]:
    """Verify the whole record, as it is at one moment. Empty where all is as it was.

    `trusted`: digests of seals kept elsewhere, by number. What is sound is soon told to be so; else all is read again,
    entry by entry, to tell what is wrong where.
    """
    with one_moment():
        return [] if _is_sound(trusted) else _found_closely(trusted)


def _is_sound(trusted: Mapping[int, str] | None) -> bool:
    rows = _heads()
    if any(None in row for row in rows):
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
    for number, day, text, held in _seals():
        try:
            seal = seal_from(text or "", f"seal {number}")
        except NotAChainFile:
            raise Unsound from None
        if (seal.number, seal.day.isoformat()) != (number, day) or held is None:
            raise Unsound
        found.add(seal, held)
    found.end()
    return found


def _found_closely(trusted: Mapping[int, str] | None) -> list[Fault]:
    """What is wrong where."""
    found: list[Fault] = []
    chains: dict[str, VerifiedChain] = {}
    found += [Fault(FaultKind.UNKNOWN_FORM, one, 0) for one in strange_organs()]
    heads = {organ: (number, held) for organ, number, held in _heads()}
    if None in heads:
        found.append(Fault(FaultKind.UNKNOWN_FORM, "?", 0))
    for organ in organs():
        chain = chains[organ] = verify_chain(organ, _as_stored(organ))
        found += chain.faults
        number, held = heads.get(organ, (None, None))
        if (number, held) != (chain.last, chain.digests.get(chain.last, "")):
            is_further = number is not None and number > chain.last
            kind = FaultKind.CUT_OFF if is_further else FaultKind.CHANGED
            found.append(Fault(kind, organ, chain.last + 1 if kind is FaultKind.CUT_OFF else chain.last))
    sealed, broken = seals()
    return [*found, *broken, *verify_seals(sealed, chains, trusted)]


def value(commitment: str) -> Any:
    """The personal value behind a commitment, or None where it was erased."""
    kept = KeptValue.objects.filter(commitment=commitment).first()
    return None if kept is None else kept.plain
