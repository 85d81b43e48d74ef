"""Commitments: what stands in chained bytes in place of a personal value (个人信息保护法 47: it can be erased).

A commitment is the digest of a salt and the value. Without the salt nobody can find out the value by trying; with both
anybody can tell that this value is what was recorded. Erasing value and salt leaves the chain as it was.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from yifa.record.chain.canonical import Plain, canonical
from yifa.record.chain.digests import ALGORITHMS, UnknownAlgorithm, digest

SALT_BYTES = 32
MARK = "yifa.commitment/1"


@dataclass(frozen=True, slots=True)
class Commitment:
    """The digest (hex) that is chained, and the salt (hex) that is kept with the value and goes with it."""

    digest: str
    salt: str


def commit(value: Plain, salt: str | None = None, algorithm: str = "sha256") -> Commitment:
    """Commit to a value, with a fresh salt of 32 random bytes if none is given."""
    salt = secrets.token_hex(SALT_BYTES) if salt is None else salt
    return Commitment(_digest(value, salt, algorithm), salt)


def opens(committed: str, value: Plain, salt: str, algorithm: str = "sha256") -> bool:
    """Whether this value and salt are what was committed to."""
    return hmac.compare_digest(committed, _digest(value, salt, algorithm))


def opens_text(committed: str, text: str, salt: str) -> bool:
    """The same of a value by its canonical text, whichever digest it was committed with."""
    for algorithm in ALGORITHMS:
        try:
            if _digest_of(text, salt, algorithm) == committed:
                return True
        except UnknownAlgorithm:
            continue
    return False


def _digest(value: Plain, salt: str, algorithm: str) -> str:
    return _digest_of(canonical(value), salt, algorithm)


def _digest_of(text: str, salt: str, algorithm: str) -> str:
    return digest(f"{MARK}\n{salt}\n{text}".encode("utf-8", "surrogatepass"), algorithm).hex()
