"""Verifying: reads chains from their first entry, and compares them with the seals.

A chain alone tells what was changed inside it. A chain that somebody rewrote from an entry on, digests and all, is
whole in itself: only a seal that was kept tells it. What was cut off at the end, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from yifa.record.chain.canonical import canonical
from yifa.record.chain.digests import ALGORITHMS, UnknownAlgorithm, hexdigester, hexdigests_of, template
from yifa.record.chain.entries import beginning, form_of
from yifa.record.chain.faults import Fault, FaultKind
from yifa.record.chain.merkle import Tree
from yifa.record.chain.seals import Head, Seal

Row = tuple[int, str, str]
"""An entry as it is kept: number, canonical text, digest (hex)."""
StoredRow = tuple[int, str | bytes, str]
"""The same, with the text or its bytes."""


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
    reading, left = _Reading(organ), iter(rows)
    while some := list(islice(left, _TOGETHER)):
        if not reading.are_whole(some):
            for given, text, held in some:
                reading.one(given, text, held)
    return VerifiedChain(organ, reading.digests, tuple(reading.faults))


_TOGETHER = 4_000
"""So many entries are looked at together; one by one where anything is wrong among them."""


class _Reading:
    """A chain that is being read: how far, by which digest, and what was found."""

    def __init__(self, organ: str) -> None:
        self.organ = organ
        self.told = canonical(organ)
        self.faults: list[Fault] = []
        self.digests: dict[int, str] = {}
        self.previous, self.number = "", 0
        self._by("sha256")

    def _by(self, algorithm: str) -> None:
        self.algorithm = algorithm
        self.made, self.made_of_all = hexdigester(algorithm), hexdigests_of(algorithm)
        self.start, self.end = _places(self.told, algorithm)

    def are_whole(self, some: Sequence[StoredRow]) -> bool:
        """Whether entries stand here one after the other as they were made; if so they are taken in."""
        numbers, texts, held = zip(*some, strict=True)
        first = self.number + 1
        if numbers != tuple(range(first, first + len(some))) or "\n" in self.previous:
            return False
        all_data = [text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass") for text in texts]
        if self.made_of_all(all_data) != list(held):
            return False
        start, end = (part.decode().replace("%", "%%") for part in (self.start, self.end))
        places = chain.from_iterable(zip(numbers, (self.previous, *held), strict=False))
        beginnings = f"{start}%d{end}%s{_AFTER.decode()}\n" * len(some) % tuple(places)
        if not all(map(bytes.startswith, all_data, beginnings.encode().split(b"\n"))):
            return False
        self.digests.update(zip(numbers, held, strict=True))
        self.number, self.previous = numbers[-1], held[-1]
        return True

    def one(self, given: int, text: str | bytes, held: str) -> None:
        """Take one entry in, whatever it is."""
        self.number += 1
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        here = b"%b%d%b%b%b" % (self.start, self.number, self.end, self.previous.encode(), _AFTER)
        if not (given == self.number and data.startswith(here)):
            said = data.decode("utf-8", "replace")
            if given > self.number:
                self.faults.append(Fault(FaultKind.MISSING, self.organ, self.number, given - 1))
                self.previous, self.number = _previous(said), given
            found = _algorithm(said)
            if found is None:
                self.faults.append(Fault(FaultKind.UNKNOWN_FORM, self.organ, given))
                self.previous, self.number = held, given
                return
            if found != self.algorithm:
                self._by(found)
            if given != self.number or not said.startswith(
                beginning(self.told, self.number, self.previous, self.algorithm)
            ):
                self.faults.append(Fault(FaultKind.MISPLACED, self.organ, given))
                self.number = given
        if self.made(data) != held:
            self.faults.append(Fault(FaultKind.CHANGED, self.organ, given))
        self.digests[self.number] = self.previous = held


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
    Raises `ValueError` where the seals do not come in the order of their numbers.
    """
    before: Seal | None = None
    for place, (seal, held) in enumerate(seals):
        if before is not None and seal.number <= before.number:
            raise ValueError(f"found seal {seal.number} after seal {before.number}, expected the order of the numbers")
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
        head, start = seal.heads[organ], earlier.get(organ, Head(0, "")).number + 1
        verified = chains.get(organ, VerifiedChain(organ))
        if verified.last < head.number:
            whole = False
            if verified.last + 1 >= start:
                yield Fault(FaultKind.CUT_OFF, organ, verified.last + 1, head.number)
            continue
        found = [verified.digests.get(number) for number in range(start, head.number + 1)]
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
