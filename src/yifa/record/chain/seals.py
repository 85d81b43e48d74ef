"""Seals: what closes a day. Whoever keeps one, on paper or in another office, can tell any later change up to it.

    {"form": "yifa.seal/1", "hash": "sha256", "number": 3, "day": "2026-03-01", "previous": "<digest of seal 2>",
     "leaves": 57, "root": "…", "heads": {"<organ>": {"number": 17, "digest": "…"}, …}}

The leaves are the digests of all entries since the seal before, organ after organ in order of their ids, each by
number. `heads` names every organ that ever recorded anything, also those that recorded nothing that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from yifa.record.chain.canonical import canonical
from yifa.record.chain.digests import digest
from yifa.record.chain.merkle import Tree

FORM = "yifa.seal/1"


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of an organ's chain: its number and digest (hex)."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal: what it says, and the digest (hex) of its canonical text."""

    number: int
    day: date
    previous: str
    leaves: int
    root: str
    heads: Mapping[str, Head]
    algorithm: str = "sha256"

    @property
    def text(self) -> str:
        """The canonical text, which is what a seal file holds."""
        return canonical(
            {
                "form": FORM,
                "hash": self.algorithm,
                "number": self.number,
                "day": self.day.isoformat(),
                "previous": self.previous,
                "leaves": self.leaves,
                "root": self.root,
                "heads": {organ: {"number": one.number, "digest": one.digest} for organ, one in self.heads.items()},
            }
        )

    @property
    def digest(self) -> str:
        """What is written down, read out or published of it: the digest of its text."""
        return digest(self.text.encode(), self.algorithm).hex()


def seal_of(
    day: date, new: Mapping[str, Iterable[tuple[int, str]]], before: Seal | None = None, algorithm: str = "sha256"
) -> tuple[Seal, Tree]:
    """Seal what is new since the seal before: by organ, the numbers and digests (hex) of entries in order.

    Raises `ValueError` where an organ's new entries do not follow its head of the seal before.
    """
    heads = dict(before.heads) if before else {}
    leaves: list[bytes] = []
    for organ in sorted(new):
        for number, hex_digest in new[organ]:
            expected = heads[organ].number + 1 if organ in heads else 1
            if number != expected:
                raise ValueError(f"chain of {organ}: found entry {number} to be sealed, expected {expected}")
            heads[organ] = Head(number, hex_digest)
            leaves.append(bytes.fromhex(hex_digest))
    tree = Tree(leaves, algorithm)
    number = before.number + 1 if before else 1
    previous = before.digest if before else ""
    return Seal(number, day, previous, len(leaves), tree.root.hex(), heads, algorithm), tree
