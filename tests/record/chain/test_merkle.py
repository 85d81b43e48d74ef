"""The tree against the recursive definition of RFC 6962, and every proof of it."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.record.chain import ALGORITHMS, Tree, rises_to
from yifa.record.chain.merkle import Stretch, root_over


def by_definition(leaves: list[bytes], algorithm: str) -> bytes:
    if not leaves:
        return hashlib.new(algorithm, b"").digest()
    if len(leaves) == 1:
        return hashlib.new(algorithm, b"\x00" + leaves[0]).digest()
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    both = by_definition(leaves[:left], algorithm) + by_definition(leaves[left:], algorithm)
    return hashlib.new(algorithm, b"\x01" + both).digest()


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("many", [*range(20), 31, 32, 33, 100])
def test_root_and_every_proof_are_those_of_the_definition(many: int, algorithm: str) -> None:
    leaves = [f"leaf {number}".encode() for number in range(many)]
    tree = Tree(leaves, algorithm)
    root = by_definition(leaves, algorithm)
    assert tree.root == root
    assert [rises_to(leaf, place, many, tree.path(place), algorithm) for place, leaf in enumerate(leaves)] == [
        root
    ] * many


@given(st.integers(0, 70), st.data())
def test_stretches_rolled_up_apart_give_the_root_of_the_whole_and_with_anything_missing_none(
    many: int, data: st.DataObject
) -> None:
    leaves = [f"leaf {number}".encode() for number in range(many)]
    borders = sorted(data.draw(st.lists(st.integers(0, many), max_size=6)))
    branches: dict[tuple[int, int], bytes] = {}
    for start, end in pairwise([0, *borders, many]):
        stretch = Stretch(start)
        while stretch.leaves < end - start:
            at = start + stretch.leaves
            stretch.add(leaves[at : at + data.draw(st.integers(1, end - at))])
        branches |= stretch.branches
    assert root_over(branches, many) == by_definition(leaves, "sha256")
    if branches:
        gone = data.draw(st.sampled_from(sorted(branches)))
        assert root_over({at: node for at, node in branches.items() if at != gone}, many) is None
        assert root_over({**branches, (gone[0] + 1, gone[1] // 2): b"x" * 32}, many) != Tree(leaves).root
        assert root_over({**branches, (0, many): b"x" * 32}, many) is None


@given(st.integers(1, 40), st.data())
def test_no_other_leaf_place_size_or_path_rises_to_the_root(many: int, data: st.DataObject) -> None:
    leaves = [str(number).encode() for number in range(many)]
    tree = Tree(leaves)
    place = data.draw(st.integers(0, many - 1))
    path = tree.path(place)
    other = data.draw(st.integers(0, many - 1).filter(lambda at: at != place)) if many > 1 else many
    assert rises_to(b"other", place, many, path) != tree.root
    assert rises_to(leaves[place], other, many, path) != tree.root
    assert rises_to(leaves[place], place, many, [*path, b"\x00" * 32]) is None
    if path:
        at = data.draw(st.integers(0, len(path) - 1))
        changed = [*path[:at], bytes([path[at][0] ^ 1]) + path[at][1:], *path[at + 1 :]]
        assert rises_to(leaves[place], place, many, changed) != tree.root
        assert rises_to(leaves[place], place, many, path[:-1]) is None


def test_a_branch_cannot_be_passed_off_as_a_leaf() -> None:
    four = Tree([b"a", b"b", b"c", b"d"])
    assert Tree([left + right for left, right in [four.levels[0][:2], four.levels[0][2:]]]).root != four.root


def test_there_is_no_proof_for_a_leaf_that_is_not_there() -> None:
    with pytest.raises(IndexError, match="there is no leaf 2 among 2"):
        Tree([b"a", b"b"]).path(2)
