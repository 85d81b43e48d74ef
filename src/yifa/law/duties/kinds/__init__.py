"""What each kind of duty means: one file each, of the same name as its schema in `yifa.law.catalogue.kinds`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from yifa.law.catalogue.kinds import kinds
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking

Meaning = Callable[[Any, Asking], Answer]


@cache
def meanings() -> dict[str, Meaning]:
    """The meaning of every kind by its name in the corpus."""
    return {kind: import_module(f"{__name__}.{kind.replace('-', '_')}").meaning for kind in kinds()}
