"""Whether a verb is being written just now, for those who must know it without knowing any table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

verb_under_way: ContextVar[str | None] = ContextVar("verb_under_way", default=None)
"""The act that is being written."""


falls_together: ContextVar[bool] = ContextVar("falls_together", default=False)
"""Whether all that is written falls with the first thing that fails, so that nothing in it needs a way back."""


def is_writing() -> bool:
    """Whether a verb is being written just now."""
    return verb_under_way.get() is not None


@contextmanager
def drafting(refused: type[Exception]) -> Iterator[None]:
    """Write to drafts, in a transaction of its own and without an entry of the chain; `refused`: raised in a verb."""
    if is_writing():
        raise refused("a draft was to be changed inside a verb")
    token = verb_under_way.set("drafting")
    try:
        with transaction.atomic():
            yield
    finally:
        verb_under_way.reset(token)
