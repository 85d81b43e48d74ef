"""Truth with a third value, as the law needs it: yes, no, and what the record does not say.

UNKNOWN: there is something, but nobody wrote down what. ABSENT: there is nothing it could belong to, because the act
did not happen. Truth values are True, False and UNKNOWN; what is asked of something absent is no.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any


class Gap(Enum):
    """Why there is no value."""

    UNKNOWN = "unknown"
    ABSENT = "absent"

    def __bool__(self) -> bool:
        raise TypeError("a gap is neither true nor false: ask with `is`")


UNKNOWN = Gap.UNKNOWN
ABSENT = Gap.ABSENT


def truth(value: Any) -> Any:
    """A yes/no value as an answer: what is absent is no."""
    return False if value is ABSENT else value


def all_of(truths: Iterable[Any]) -> Any:
    """And: one no is enough for no."""
    heard = [truth(one) for one in truths]
    if any(one is False for one in heard):
        return False
    return UNKNOWN if any(one is UNKNOWN for one in heard) else True


def any_of(truths: Iterable[Any]) -> Any:
    """Or: one yes is enough for yes."""
    heard = [truth(one) for one in truths]
    if any(one is True for one in heard):
        return True
    return UNKNOWN if any(one is UNKNOWN for one in heard) else False


def deny(value: Any) -> Any:
    """Not."""
    answer = truth(value)
    return UNKNOWN if answer is UNKNOWN else not answer
