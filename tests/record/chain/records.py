"""A small record of three organs over four days, sealed each day; what tests change and verify."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from random import Random

from yifa.record.chain import Chain, Entry, Seal, Tree, VerifiedChain, seal_of, verify_chain, verify_seals
from yifa.record.chain.faults import Fault

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


def as_row(entry: Entry) -> tuple[int, str, str]:
    """An entry as it is kept."""
    return entry.number, entry.text, entry.digest
