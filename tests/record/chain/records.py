"""A small record of three organs over four days, sealed each day; what tests change and verify."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from random import Random

from yifa.record.chain import Chain, Entry, Seal, Tree, VerifiedChain, seal_of, verify_chain, verify_seals
from yifa.record.chain.faults import Fault
from yifa.record.chain.soundness import Block, Sealed, Share, Unsound, is_whole

CHINA = timezone(timedelta(hours=8))
ORGANS = ("qp-justice", "qp-market", "qp-青云镇")
PER_DAY = ((3, 5, 0), (1, 0, 0), (4, 2, 7), (0, 1, 1))


@dataclass
class Record:
    """Chains as lists of (number, text, digest), the seals with their digests, and the trees of the seals."""

    chains: dict[str, list[tuple[int, str, str]]]
    seals: list[tuple[Seal, str]]
    trees: list[Tree]

    def faults(self, trusted: dict[int, str] | None = None) -> list[Fault]:
        verified = {organ: verify_chain(organ, rows) for organ, rows in self.chains.items()}
        told = [fault for chain in verified.values() for fault in chain.faults]
        return told + list(verify_seals(self.seals, verified, trusted))

    def is_sound(self, drawn: Random, trusted: dict[int, str] | None = None) -> bool:
        """Whether the quick reading finds it sound: blocks of any size, in two shares that part anywhere."""
        ends = {organ: (rows[-1][0], rows[-1][2]) for organ, rows in self.chains.items() if rows}
        rows = [(organ, *row) for organ, row in as_written(self.chains, drawn)]
        middle, many = drawn.randrange(len(rows) + 1), drawn.randint(1, 9)
        try:
            sealed = Sealed(trusted)
            for seal, held in self.seals:
                sealed.add(seal, held)
            sealed.end()
            outcomes = []
            for part in (rows[:middle], rows[middle:]):
                share = Share(sealed)
                for at in range(0, len(part), many):
                    share.take(as_block(part[at : at + many]))
                outcomes.append(share.outcome())
        except Unsound:
            return False
        return is_whole(outcomes, sealed, ends)

    def verified(self, organ: str) -> VerifiedChain:
        return verify_chain(organ, self.chains[organ])


def record(algorithm: str = "sha256") -> Record:
    """The record as it was kept."""
    drawn = Random(1)
    chains = {organ: Chain(organ) for organ in ORGANS}
    rows: dict[str, list[tuple[int, str, str]]] = {organ: [] for organ in ORGANS}
    seals: list[tuple[Seal, str]] = []
    trees: list[Tree] = []
    for place, many in enumerate(PER_DAY):
        day = date(2026, 3, 2) + timedelta(days=place)
        new: dict[str, list[tuple[int, str]]] = {}
        for organ, number in zip(ORGANS, many, strict=True):
            for hour in range(number):
                at = datetime(day.year, day.month, day.day, 9 + hour, tzinfo=CHINA)
                act = {
                    "act": "case-filed",
                    "case": f"〔2026〕{drawn.randint(1, 99)}号",
                    "fine": drawn.randint(0, 10**6),
                }
                entry, chains[organ] = chains[organ].next(act, at, algorithm)
                rows[organ].append(as_row(entry))
                new.setdefault(organ, []).append((entry.number, entry.digest))
        seal, tree = seal_of(day, new, seals[-1][0] if seals else None, algorithm)
        seals.append((seal, seal.digest))
        trees.append(tree)
    return Record(rows, seals, trees)


def as_written(
    chains: dict[str, list[tuple[int, str, str]]], drawn: Random
) -> Iterator[tuple[str, tuple[int, str, str]]]:
    """The entries of all chains in an order in which they may have been written."""
    left = {organ: iter(rows) for organ, rows in chains.items()}
    turns = [organ for organ, rows in chains.items() for _ in rows]
    drawn.shuffle(turns)
    for organ in turns:
        yield organ, next(left[organ])


def as_block(rows: list[tuple[str, int, str, str]]) -> Block:
    """Entries as they are read, column by column."""
    organs, numbers, texts, digests = zip(*rows, strict=True)
    as_bytes = [[one.encode("utf-8", "surrogatepass") for one in column] for column in (texts, digests)]
    return Block(organs, numbers, *as_bytes)


def as_row(entry: Entry) -> tuple[int, str, str]:
    """An entry as it is kept."""
    return entry.number, entry.text, entry.digest
