"""Whether a verb is being written just now, for those who must know it without knowing any table."""

from __future__ import annotations

from contextvars import ContextVar

verb_under_way: ContextVar[str | None] = ContextVar("verb_under_way", default=None)
"""The act that is being written."""


def is_writing() -> bool:
    """Whether a verb is being written just now."""
    return verb_under_way.get() is not None
