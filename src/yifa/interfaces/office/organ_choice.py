"""An organ among those somebody administers: chosen from a list, or written where there are too many to be listed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from yifa.interfaces.office.registers.keeping import organ_called

LISTED = 200
"""Up to so many organs can be chosen from; a list of a whole city's would weigh more than the page."""


def to_choose(organs: Mapping[int, str], listed: int = LISTED) -> list[tuple[str, int]]:
    """Organs by their names, to be chosen from; none where there are too many, so that one is written."""
    return sorted((name, id_) for id_, name in organs.items()) if len(organs) <= listed else []


def meant(said: str, among: Collection[int], day: date) -> int | None:
    """Which of some organs is meant by its number here, its name or its code; None where none or several are."""
    said = said.strip()
    if said.isascii() and said.isdigit() and len(said) < 19 and int(said) in among:
        return int(said)
    called = organ_called(said, day) if said else None
    return called.id if called is not None and called.id in among else None
