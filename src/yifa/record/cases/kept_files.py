"""Whether a case has a file: asked by rooms that name one by its digest and do not keep files themselves."""

from __future__ import annotations

from collections.abc import Callable

from yifa.record.cases.models import Case

KEEPERS: list[Callable[[Case, str], bool]] = []
"""Rooms that keep files of cases; each puts itself in."""


def has_file(case: Case, digest: str) -> bool:
    """Whether a case has a file of this digest that may be read within the scope that holds."""
    return any(keeps(case, digest) for keeps in KEEPERS)
