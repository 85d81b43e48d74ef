"""Proofs: one entry, the way up to the root, and the seal. What a citizen gets, and can verify without us.

{"form": "yifa.proof/1", "entry": "<canonical text>", "place": 4, "path": ["…", …], "seal": "<canonical text>"}
"""

from __future__ import annotations

from dataclasses import dataclass

from yifa.record.chain.canonical import canonical
from yifa.record.chain.entries import Entry
from yifa.record.chain.merkle import Tree
from yifa.record.chain.seals import Seal

FORM = "yifa.proof/1"


@dataclass(frozen=True, slots=True)
class Proof:
    """That an entry stood under a seal; `place` counts the leaves of the seal from 0."""

    entry: str
    place: int
    path: tuple[str, ...]
    seal: str

    @property
    def text(self) -> str:
        """What the file of the proof holds."""
        path = list(self.path)
        return canonical({"form": FORM, "entry": self.entry, "place": self.place, "path": path, "seal": self.seal})


def proof_of(entry: Entry, place: int, tree: Tree, seal: Seal) -> Proof:
    """The proof of the entry whose digest is the leaf at a place. Raises `ValueError` where it is another."""
    path = tree.path(place)
    proof = Proof(entry.text, place, tuple(node.hex() for node in path), seal.text)
    leaf = Tree([bytes.fromhex(entry.digest)], tree.algorithm).root
    if tree.root.hex() != seal.root or leaf != tree.levels[0][place]:
        raise ValueError(f"chain of {entry.organ}: entry {entry.number} is not leaf {place} of seal {seal.number}")
    return proof
