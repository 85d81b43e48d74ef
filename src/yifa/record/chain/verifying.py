"""Verifying: reads chains from their first entry, entry by entry, and tells what is wrong where.

A chain alone tells what was changed inside it. A chain that somebody rewrote from an entry on, digests and all, is
whole in itself: only a seal that was kept tells it. What was cut off at the end, too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from yifa.record.chain.canonical import canonical
from yifa.record.chain.digests import ALGORITHMS, UnknownAlgorithm, hexdigester, template
from yifa.record.chain.entries import beginning, form_of
from yifa.record.chain.faults import Fault, FaultKind
from yifa.record.chain.merkle import Tree
from yifa.record.chain.seals import Head, Seal

Row = tuple[int, str, str]
"""An entry as it is kept: number, canonical text, digest (hex)."""
StoredRow = tuple[int, str | bytes, str]
"""The same, with the text or its bytes."""


class Digests(Mapping[int, str]):
    """Digests (hex) of entries by number, put in one after the other: 32 bytes each, for there may be millions."""

    def __init__(self) -> None:
        self._runs: list[tuple[int, bytearray]] = []
        """From which number on digests follow one another."""
        self._others: dict[int, str] = {}
        """What is no digest, or was put in out of order."""
        self._next = 0

    def put(self, number: int, held: str) -> None:
        """Put in a digest."""
        if number < self._next or len(held) != _HEX or set(held) - _SIGNS:
            self._others[number] = held
            return
        if number > self._next or not self._runs:
            self._runs.append((number, bytearray()))
        self._runs[-1][1].extend(bytes.fromhex(held))
        self._next = number + 1

    def __getitem__(self, number: int) -> str:
        if (other := self._others.get(number)) is not None:
            return other
        at = bisect_right(self._runs, number, key=lambda run: run[0]) - 1
        if at >= 0:
            first, digests = self._runs[at]
            start = (number - first) * _HEX // 2
            if start < len(digests):
                return digests[start : start + _HEX // 2].hex()
        raise KeyError(number)

    def __iter__(self) -> Iterator[int]:
        for first, digests in self._runs:
            found = range(first, first + len(digests) * 2 // _HEX)
            yield from (number for number in found if number not in self._others)
        yield from self._others

    def __len__(self) -> int:
        whole = sum(len(digests) * 2 // _HEX for _, digests in self._runs) + len(self._others)
        return whole - sum(self._stands_in_run(number) for number in self._others)

    def _stands_in_run(self, number: int) -> bool:
        return any(first <= number < first + len(digests) * 2 // _HEX for first, digests in self._runs)


@dataclass(frozen=True)
class VerifiedChain:
    """What came of one chain: the digests of its entries by number, and the faults in order."""

    organ: str
    digests: Mapping[int, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @cached_property
    def last(self) -> int:
        """The number of the last entry; 0 where there is none."""
        return max(self.digests, default=0)


def verify_chain(organ: str, rows: Iterable[StoredRow]) -> VerifiedChain:
    """Read one chain; `rows` in order of their numbers. After a fault it goes on from what stands there."""
    told, faults, digests = canonical(organ), [], Digests()
    previous, number, algorithm = "", 0, "sha256"
    made, start, end = hexdigester(algorithm), *_places(told, algorithm)
    for given, text, held in rows:
        number += 1
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        is_here = given == number and data.startswith(b"%b%d%b%b%b" % (start, number, end, previous.encode(), _AFTER))
        if not is_here:
            said = data.decode("utf-8", "replace")
            if given > number:
                faults.append(Fault(FaultKind.MISSING, organ, number, given - 1))
                previous, number = _previous(said), given
            found = _algorithm(said)
            if found is None:
                faults.append(Fault(FaultKind.UNKNOWN_FORM, organ, given))
                previous, number = held, given
                continue
            if found != algorithm:
                algorithm = found
                made, start, end = hexdigester(algorithm), *_places(told, algorithm)
            if given != number or not said.startswith(beginning(told, number, previous, algorithm)):
                faults.append(Fault(FaultKind.MISPLACED, organ, given))
                number = given
        if made(data) != held:
            faults.append(Fault(FaultKind.CHANGED, organ, given))
        digests.put(number, held)
        previous = held
    return VerifiedChain(organ, digests, tuple(faults))


_AFTER = b'","recorded":"'


def _places(organ: str, algorithm: str) -> tuple[bytes, bytes]:
    """How the text of an entry begins before its number, and between that and the digest of the one before."""
    before, after = beginning(organ, 0, "", algorithm).removesuffix(_AFTER.decode()).split('"number":0', 1)
    return f'{before}"number":'.encode(), after.encode()


def _previous(text: str) -> str:
    """What an entry says is the digest of the one before, where that one is gone."""
    return text.partition('"previous":"')[2].partition('"')[0]


def _algorithm(text: str) -> str | None:
    for algorithm in ALGORITHMS:
        if text.startswith(f"{form_of(algorithm)},"):
            try:
                template(algorithm)
            except UnknownAlgorithm:
                return None
            return algorithm
    return None


def verify_seals(
    seals: Sequence[tuple[Seal, str]], chains: Mapping[str, VerifiedChain], trusted: Mapping[int, str] | None = None
) -> Iterator[Fault]:
    """Compare chains with seals, each given with the digest it is kept under.

    `trusted`: digests of seals that somebody keeps elsewhere, by number: those that nobody here can have changed.
    """
    before: Seal | None = None
    for place, (seal, held) in enumerate(seals):
        follows = seal.number == place + 1 and seal.previous == (before.digest if before else "")
        if not follows or seal.digest != held or (trusted or {}).get(seal.number, held) != held:
            yield Fault(FaultKind.SEAL_CHANGED, "", seal.number)
        yield from _against(seal, before, chains)
        before = seal
    gone = sorted(number for number in trusted or {} if not any(seal.number == number for seal, _ in seals))
    yield from (Fault(FaultKind.SEAL_CHANGED, "", number) for number in gone)


def _against(seal: Seal, before: Seal | None, chains: Mapping[str, VerifiedChain]) -> Iterator[Fault]:
    """The chains as far as one seal closes them."""
    leaves: list[bytes] = []
    whole = True
    earlier = before.heads if before else {}
    for organ in sorted(earlier.keys() - seal.heads.keys()):
        whole = False
        yield Fault(FaultKind.SEAL_CHANGED, organ, seal.number)
    for organ in sorted(seal.heads):
        head, last = seal.heads[organ], earlier.get(organ, Head(0, ""))
        if head.number < last.number or (head.number == last.number and head != last):
            whole = False
            yield Fault(FaultKind.SEAL_CHANGED, organ, seal.number)
            continue
        start = last.number + 1
        chain = chains.get(organ, VerifiedChain(organ))
        if chain.last < head.number:
            whole = False
            if chain.last + 1 >= start:
                yield Fault(FaultKind.CUT_OFF, organ, chain.last + 1, head.number)
            continue
        found = [chain.digests.get(number) for number in range(start, head.number + 1)]
        if None in found:  # told as misplaced by the chain itself
            whole = False
        elif head.number >= start and found[-1] != head.digest:
            whole = False
            yield Fault(FaultKind.NOT_AS_SEALED, organ, start, head.number)
        leaves.extend(_as_leaves(found))
    if whole and (len(leaves) != seal.leaves or Tree(leaves, seal.algorithm).root.hex() != seal.root):
        yield Fault(FaultKind.ROOT_DIFFERS, "", seal.number)


def _as_leaves(digests: Sequence[str | None]) -> list[bytes]:
    """Digests as the leaves of a tree, without those that are none."""
    told = [one for one in digests if one is not None and len(one) == _HEX]
    try:
        held = bytes.fromhex("".join(told))
    except ValueError:
        return [bytes.fromhex(one) for one in told if not set(one) - _SIGNS]
    size = _HEX // 2
    return [held[at : at + size] for at in range(0, len(held), size)] if len(held) == len(told) * size else []


_HEX, _SIGNS = 64, frozenset("0123456789abcdef")
