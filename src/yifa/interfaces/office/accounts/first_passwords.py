"""Passwords that are set for somebody and shown once: easy to read out, hard to guess, changed when first used."""

from __future__ import annotations

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = "23456789"
"""Signs that nobody takes for one another when they are read from paper."""


def first_password() -> str:
    """A password of nineteen signs of four kinds, in groups that can be dictated (some 70 bits).

    >>> len(first_password()), first_password() == first_password()
    (19, False)
    """
    kinds = (_CAPITALS, _LETTERS, _DIGITS, _LETTERS)
    return "-".join("".join(secrets.choice(signs) for _ in range(4)) for signs in kinds)
