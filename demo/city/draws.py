"""Numbers drawn for the invented city: the same for the same words, on every machine and in every version.

A draw is named by words (number of the city, procedure, story, step …), so that a new story moves no other one.
Plain splitmix64 over whole numbers; nothing depends on hash seeds, locales or the state of a generator.
"""

from __future__ import annotations

import hashlib

import numpy as np

_GOLDEN, _ONE, _TWO = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)


class Draws:
    """Draws under a name; `named` gives those of a part."""

    def __init__(self, *words: object) -> None:
        self.words = tuple(str(word) for word in words)
        digest = hashlib.blake2b("\x1f".join(self.words).encode(), digest_size=8).digest()
        self._seed = np.uint64(int.from_bytes(digest, "big"))

    def named(self, *words: object) -> Draws:
        """The draws of a part, which do not depend on what else is drawn."""
        return Draws(*self.words, *words)

    def raw(self, n: int) -> np.ndarray:
        """n whole numbers of 64 bits."""
        with np.errstate(over="ignore"):
            z = self._seed + _GOLDEN * np.arange(1, n + 1, dtype=np.uint64)
            z = (z ^ (z >> _S30)) * _ONE
            z = (z ^ (z >> _S27)) * _TWO
            return z ^ (z >> _S31)

    def share(self, n: int) -> np.ndarray:
        """n numbers from 0 up to, not including, 1."""
        return (self.raw(n) >> _S11).astype(np.float64) * (1.0 / (1 << 53))

    def whole(self, n: int, low: int, high: int) -> np.ndarray:
        """n whole numbers from low to high, both included."""
        return low + (self.raw(n) % np.uint64(high - low + 1)).astype(np.int64)

    def below(self, bounds: np.ndarray) -> np.ndarray:
        """For each bound a whole number from 0 up to, not including, it."""
        return (self.raw(bounds.size) % np.maximum(bounds, 1).astype(np.uint64)).astype(np.int64)

    def weighted(self, n: int, weights: np.ndarray) -> np.ndarray:
        """n places in the list, each as often as its (whole) weight says."""
        edges = np.cumsum(np.asarray(weights, dtype=np.int64))
        return np.searchsorted(edges, self.whole(n, 0, int(edges[-1]) - 1), side="right")

    def order(self, n: int) -> np.ndarray:
        """The numbers 0 … n-1 in a drawn order."""
        return np.argsort(self.raw(n), kind="stable")
