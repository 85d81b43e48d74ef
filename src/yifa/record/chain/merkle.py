"""Merkle trees as in RFC 6962: leaves and branches are hashed apart, so that none can be passed off as the other.

With n leaves the left branch takes the largest power of two below n. Proofs are as long as the tree is high.
"""

from __future__ import annotations

from collections.abc import Sequence

from yifa.record.chain.digests import digester, digests_of

_LEAF, _BRANCH = b"\x00", b"\x01"


class Tree:
    """A tree over leaves, all levels kept; a level's last node without a partner moves up as it is.

    That gives the same root as the recursive definition of the RFC.
    """

    def __init__(self, leaves: Sequence[bytes], algorithm: str = "sha256") -> None:
        made = digests_of(algorithm)
        level = made([_LEAF + leaf for leaf in leaves])
        self.algorithm = algorithm
        self.levels = [level]
        while len(level) > 1:
            paired = made([_BRANCH + one + other for one, other in zip(level[::2], level[1::2], strict=False)])
            level = [*paired, level[-1]] if len(level) % 2 else paired
            self.levels.append(level)

    @property
    def root(self) -> bytes:
        """The root; of an empty tree the digest of nothing."""
        top = self.levels[-1]
        return top[0] if top else digester(self.algorithm)(b"")

    def path(self, place: int) -> list[bytes]:
        """The nodes beside the way from a leaf up to the root. Raises `IndexError` where there is no such leaf."""
        if not 0 <= place < len(self.levels[0]):
            raise IndexError(f"there is no leaf {place} among {len(self.levels[0])}")
        found = []
        for level in self.levels[:-1]:
            beside = place ^ 1
            if beside < len(level):
                found.append(level[beside])
            place //= 2
        return found


def rises_to(leaf: bytes, place: int, leaves: int, path: Sequence[bytes], algorithm: str = "sha256") -> bytes | None:
    """The root that a leaf at a place among so many rises to by a path; None where the path has not that length."""
    if not 0 <= place < leaves:
        return None
    made, node, rest = digester(algorithm), b"", list(path)
    node = made(_LEAF + leaf)
    while leaves > 1:
        if place % 2 or place + 1 < leaves:
            if not rest:
                return None
            beside = rest.pop(0)
            node = made(_BRANCH + beside + node) if place % 2 else made(_BRANCH + node + beside)
        place, leaves = place // 2, (leaves + 1) // 2
    return None if rest else node
