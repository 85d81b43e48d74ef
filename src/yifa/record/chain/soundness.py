"""Whether the record is sound: its entries as they were written, many at once, against what heads and seals say.

The quick proof that nothing is wrong: every text begins as its place demands and gives its digest, which the next one
names; heads and seals name the entries that are there, and these give the roots. What is wrong where is not told here:
`verifying` tells it, entry by entry. Shares of the record can be read side by side, each from any entry on. What one
takes for granted of what stands before it, the share before must have found.
"""

from __future__ import annotations

from array import array
from binascii import hexlify
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from yifa.record.chain.canonical import canonical
from yifa.record.chain.digests import ALGORITHMS, UnknownAlgorithm, digest, digests_of
from yifa.record.chain.entries import form_of
from yifa.record.chain.merkle import Stretch, root_over
from yifa.record.chain.seals import Head, Seal

_NOTHING = Head(0, "")
_HEX = 64
_FORMS = {f"{form_of(algorithm)},".encode(): algorithm for algorithm in ALGORITHMS}
"""How an entry begins, and by what it is digested then."""


class Unsound(Exception):
    """Something is not as it is in a sound record, or stands in another order than that in which it was written."""


class Block(NamedTuple):
    """Entries in the order in which they were written, column by column; as many in each."""

    organs: Sequence[str]
    numbers: Sequence[int]
    texts: Sequence[bytes]
    digests: Sequence[bytes]


class Ends:
    """Up to which entries of one chain the seals reach, laid out closely: some 50 bytes for each."""

    def __init__(self) -> None:
        self.numbers, self.seals, self.places = array("q"), array("q"), array("q")
        self.digests = bytearray()

    def add(self, head: Head, seal: int, place: int) -> None:
        """A seal, by its place among them, reaches up to a head; `place`: that of its first leaf from this chain."""
        self.numbers.append(head.number)
        self.seals.append(seal)
        self.places.append(place)
        self.digests += _raw(head.digest)

    def digest(self, at: int) -> bytes:
        """The digest of the last entry."""
        return bytes(self.digests[at * _HEX // 2 : (at + 1) * _HEX // 2])

    def place(self, at: int, number: int) -> int:
        """The place of an entry among the leaves of a seal."""
        return self.places[at] + number - (self.numbers[at - 1] if at else 0) - 1


class Root(NamedTuple):
    """What a seal says of its tree."""

    leaves: int
    root: bytes
    algorithm: str


class Sealed:
    """What all seals say, looked at one after the other. `trusted`: digests of seals kept elsewhere, by number."""

    def __init__(self, trusted: Mapping[int, str] | None = None) -> None:
        self.ends: dict[str, Ends] = defaultdict(Ends)
        self.roots: list[Root] = []
        self._trusted = trusted or {}
        self._heads: Mapping[str, Head] = {}
        self._last = ""

    def add(self, seal: Seal, held: str) -> None:
        """The next seal, with the digest it is kept under. Raises `Unsound` where it does not follow."""
        number = len(self.roots) + 1
        follows = (seal.number, seal.previous) == (number, self._last) and self._heads.keys() <= seal.heads.keys()
        if not follows or seal.digest != held or self._trusted.get(number, held) != held:
            raise Unsound
        leaves = 0
        for organ in sorted(seal.heads):
            head, before = seal.heads[organ], self._heads.get(organ, _NOTHING)
            if head.number > before.number:
                self.ends[organ].add(head, number - 1, leaves)
                leaves += head.number - before.number
            elif head != before:
                raise Unsound
        root = Root(leaves, _raw(seal.root), seal.algorithm)
        if leaves != seal.leaves or (not leaves and root.root != digest(b"", seal.algorithm)):
            raise Unsound
        self.roots.append(root)
        self._heads, self._last = seal.heads, held

    def end(self) -> None:
        """That was the last. Raises `Unsound` where a seal that is kept elsewhere is not among them."""
        if any(not 0 < number <= len(self.roots) for number in self._trusted):
            raise Unsound


@dataclass
class Gathered:
    """What was read so far of the tree of a seal: how many leaves, and the roots of whole branches."""

    leaves: int = 0
    branches: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def add(self, leaves: int, branches: Mapping[tuple[int, int], bytes]) -> None:
        """More of it."""
        self.leaves += leaves
        self.branches.update(branches)

    def is_whole(self, root: Root) -> bool:
        """Whether these are all leaves. Raises `Unsound` where they give another root."""
        if self.leaves < root.leaves:
            return False
        if root_over(self.branches, root.leaves, root.algorithm) != root.root:
            raise Unsound
        return True


@dataclass
class Reach:
    """From where to where a share has read a chain."""

    first: int
    before: bytes
    """What the first entry says is the digest of the one before it."""
    last: int
    digest: bytes


@dataclass
class Outcome:
    """What a share found: chains, seals of which it has all leaves, and what it has of others."""

    chains: dict[str, Reach]
    closed: int
    open: dict[int, Gathered]


class Share:
    """Reads a share of the record, block by block. Memory: what seals say, and a little for each chain."""

    def __init__(self, sealed: Sealed) -> None:
        self._sealed = sealed
        self._chains: dict[str, _Chain] = {}
        self._open: dict[int, Gathered] = {}
        self._closed = 0

    def take(self, block: Block) -> None:
        """The next block. Raises `Unsound`."""
        organs, numbers, texts, digests = block
        if organs.count(organs[0]) == len(organs):
            self._read(organs[0], numbers, texts, digests)
            return
        of: dict[str, list[int]] = defaultdict(list)
        for place, organ in enumerate(organs):
            of[organ].append(place)
        for organ, at in of.items():
            self._read(organ, [numbers[one] for one in at], [texts[one] for one in at], [digests[one] for one in at])

    def outcome(self) -> Outcome:
        """What came of it. Raises `Unsound`."""
        for chain in self._chains.values():
            self._gather(chain)
        return Outcome({organ: chain.reach for organ, chain in self._chains.items()}, self._closed, self._open)

    def _read(self, organ: str, numbers: Sequence[int], texts: Sequence[bytes], digests: Sequence[bytes]) -> None:
        """Entries of one chain."""
        chain = self._chains.get(organ)
        if chain is None:
            chain = self._chains[organ] = _Chain(organ, numbers[0], texts[0], self._sealed.ends.get(organ))
        reach = chain.reach
        first = reach.last + 1
        made = chain.made(texts)
        told = list(map(hexlify, made))
        places = map(chain.place.__mod__, zip(numbers, [reach.digest, *told[:-1]], strict=True))
        is_sound = (
            told == digests
            and list(numbers) == list(range(first, first + len(numbers)))
            and all(map(bytes.startswith, texts, places))
        )
        if not is_sound:
            if all(text.startswith(chain.form) for text in texts):
                raise Unsound
            self._read_by_form(organ, chain, numbers, texts, digests)
            return
        reach.last += len(numbers)
        reach.digest = told[-1]
        if chain.ends is not None:
            self._seal(chain, chain.ends, first, made)

    def _read_by_form(
        self, organ: str, chain: _Chain, numbers: Sequence[int], texts: Sequence[bytes], digests: Sequence[bytes]
    ) -> None:
        """Entries that are not all digested as the chain was until now: those that go together, one after the other."""
        start = 0
        for form, some in groupby(texts, _form_of):
            end = start + len(list(some))
            chain.take_form(form)
            self._read(organ, numbers[start:end], texts[start:end], digests[start:end])
            start = end

    def _seal(self, chain: _Chain, ends: Ends, first: int, made: Sequence[bytes]) -> None:
        """Digests of a chain from a number on, as leaves of the seals that close them."""
        start = 0
        while start < len(made) and chain.at < len(ends.numbers):
            upto, seal = ends.numbers[chain.at], ends.seals[chain.at]
            end = min(len(made), upto + 1 - first)
            if chain.stretch is None:
                chain.stretch = Stretch(ends.place(chain.at, first + start), self._sealed.roots[seal].algorithm)
            chain.stretch.add(made[start:end])
            if first + end - 1 == upto:
                if made[end - 1] != ends.digest(chain.at):
                    raise Unsound
                self._gather(chain)
                chain.at += 1
            start = end

    def _gather(self, chain: _Chain) -> None:
        """Put what was read of a chain to what was read of its seal."""
        stretch, chain.stretch = chain.stretch, None
        if stretch is None or chain.ends is None:
            return
        seal = chain.ends.seals[chain.at]
        found = self._open.setdefault(seal, Gathered())
        found.add(stretch.leaves, stretch.branches)
        if found.is_whole(self._sealed.roots[seal]):
            del self._open[seal]
            self._closed += 1


class _Chain:
    """A chain as far as a share has read it, which begins at an entry."""

    def __init__(self, organ: str, first: int, text: bytes, ends: Ends | None) -> None:
        try:
            self.organ = canonical(organ).encode()
        except ValueError:
            raise Unsound from None
        self.take_form(_form_of(text))
        before = text.partition(b'"previous":"')[2].partition(b'"')[0]
        self.reach = Reach(first, before, first - 1, before)
        self.ends, self.at = ends, 0 if ends is None else bisect_left(ends.numbers, first)
        self.stretch: Stretch | None = None

    def take_form(self, form: bytes) -> None:
        """From here on entries begin so. Raises `Unsound` where none that is known does."""
        try:
            self.form, self.made = form, digests_of(_FORMS[form])
        except (KeyError, UnknownAlgorithm):
            raise Unsound from None
        self.place = _pattern(form, self.organ)


def is_whole(outcomes: Iterable[Outcome], sealed: Sealed, heads: Mapping[str, tuple[int, str]]) -> bool:
    """Whether shares, in the order of what they read, make up a sound record; `heads`: the end of every chain."""
    reached: dict[str, tuple[int, bytes]] = {}
    gathered: dict[int, Gathered] = defaultdict(Gathered)
    closed = 0
    for outcome in outcomes:
        for organ, reach in outcome.chains.items():
            if reached.get(organ, (0, b"")) != (reach.first - 1, reach.before):
                return False
            reached[organ] = reach.last, reach.digest
        closed += outcome.closed
        for seal, some in outcome.open.items():
            gathered[seal].add(some.leaves, some.branches)
    try:
        closed += sum(some.is_whole(sealed.roots[seal]) for seal, some in gathered.items())
    except Unsound:
        return False
    told = {organ: (number, held.encode()) for organ, (number, held) in heads.items()}
    return reached == told and closed == sum(root.leaves > 0 for root in sealed.roots)


def _pattern(form: bytes, organ: bytes) -> bytes:
    """How texts of a chain begin, with a place for the number and one for the digest before."""
    before, after = form.replace(b"%", b"%%"), organ.replace(b"%", b"%%")
    return b'%b"number":%%d,"organ":%b,"previous":"%%b","recorded":"' % (before, after)


def _form_of(text: bytes) -> bytes:
    return next((form for form in _FORMS if text.startswith(form)), b"")


def _raw(held: str) -> bytes:
    """A digest from its hex. Raises `Unsound` where it is none."""
    try:
        found = bytes.fromhex(held)
    except ValueError:
        raise Unsound from None
    if found.hex() != held or len(found) * 2 != _HEX:
        raise Unsound
    return found
