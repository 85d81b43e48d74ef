"""Digests: SHA-256, or SM3 (GB/T 32905) where an office must use it. Entries and seals name the one they have."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

ALGORITHMS = ("sha256", "sm3")


class UnknownAlgorithm(ValueError):
    """A digest that is not known, or that this machine cannot make."""


@cache
def template(algorithm: str) -> Any:
    """A digest of nothing, to be copied and fed; much quicker than a new one each time for SM3."""
    if algorithm not in ALGORITHMS:
        raise UnknownAlgorithm(f"found the digest {algorithm!r}, expected one of {', '.join(ALGORITHMS)}")
    try:
        return hashlib.new(algorithm)
    except ValueError as error:
        raise UnknownAlgorithm(f"this Python cannot make {algorithm}: its OpenSSL is older than 1.1.1") from error


def digest(data: bytes, algorithm: str = "sha256") -> bytes:
    """The digest of some bytes."""
    made = template(algorithm).copy()
    made.update(data)
    return bytes(made.digest())


def digester(algorithm: str) -> Callable[[bytes], bytes]:
    """The digest as a function, looked up once; for loops."""
    if algorithm == "sha256":
        sha256 = hashlib.sha256
        return lambda data: sha256(data).digest()
    start = template(algorithm)

    def made(data: bytes) -> bytes:
        one = start.copy()
        one.update(data)
        return bytes(one.digest())

    return made


def hexdigester(algorithm: str) -> Callable[[bytes], str]:
    """The same, as hex."""
    if algorithm == "sha256":
        sha256 = hashlib.sha256
        return lambda data: sha256(data).hexdigest()
    made = digester(algorithm)
    return lambda data: made(data).hex()


def digests_of(algorithm: str) -> Callable[[Iterable[bytes]], list[bytes]]:
    """The digests of many texts at once."""
    if algorithm == "sha256":
        sha256 = hashlib.sha256
        return lambda many: [sha256(data).digest() for data in many]
    made = digester(algorithm)
    return lambda many: [made(data) for data in many]
