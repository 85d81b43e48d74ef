"""Merkle trees as in RFC 6962: leaves and branches are hashed apart, so that none can be passed off as the other.

With n leaves the left branch takes the largest power of two below n. Proofs are as long as the tree is high.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


class Stretch:
    """Leaves of a tree from a place on, rolled up as they come: of them only the roots of whole branches are kept.

    `branches`: these by their height above the leaves and their place there. They are at most two of each height,
    however many leaves come.
    """

    def __init__(self, place: int, algorithm: str = "sha256") -> None:
        self.branches: dict[tuple[int, int], bytes] = {}
        self.leaves = 0
        self._first = place
        self._made = digests_of(algorithm)

    def add(self, leaves: Sequence[bytes]) -> None:
        """The next leaves."""
        place, height = self._first + self.leaves, 0
        nodes = self._made(_LEAF + leaf for leaf in leaves)
        self.leaves += len(nodes)
        while nodes:
            if place % 2 and (before := self.branches.pop((height, place - 1), None)) is not None:
                place, nodes = place - 1, [before, *nodes]
            elif place % 2:  # what it goes with is none of these leaves
                self.branches[height, place] = nodes[0]
                place, nodes = place + 1, nodes[1:]
            if len(nodes) % 2:
                last = nodes.pop()
                self.branches[height, place + len(nodes)] = last
            nodes = self._made([_BRANCH + one + other for one, other in zip(nodes[::2], nodes[1::2], strict=True)])
            place, height = place // 2, height + 1


def root_over(branches: Mapping[tuple[int, int], bytes], leaves: int, algorithm: str = "sha256") -> bytes | None:
    """The root of a tree of so many leaves, from whole branches of it; None where they do not make up the tree."""
    made, levels = digester(algorithm), {0: dict[int, bytes]()}
    for (height, place), node in branches.items():
        levels.setdefault(height, {})[place] = node
    level, height, width = levels.pop(0), 0, leaves
    while width > 1:
        height += 1
        above = levels.pop(height, {})
        for place, node in level.items():
            beside = level.get(place ^ 1)
            is_left = not place % 2
            if place >= width or (is_left and place // 2 in above):
                return None
            if is_left and place == width - 1:
                above[place // 2] = node
            elif beside is None:
                return None
            elif is_left:
                above[place // 2] = made(_BRANCH + node + beside)
        level, width = above, (width + 1) // 2
    if not leaves:
        return None if branches else made(b"")
    return level.get(0) if len(level) == 1 and not levels else None


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
