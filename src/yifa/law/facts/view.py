"""A case as it stands for one answer: what had happened and was known by a moment, and who tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from yifa.law.facts.case import Act, Case, Moment
from yifa.law.facts.sources import Source


class View:
    """A case as of a moment, as known at another: the acts that exist for the answer, by kind, in order.

    `source`: who tells of it, None for one that carries everything.
    """

    __slots__ = ("acts", "as_of", "case", "kept", "source")

    def __init__(
        self, case: Case, as_of: Moment, known_at: datetime | None = None, source: Source | None = None
    ) -> None:
        self.case = case
        self.as_of = as_of
        self.source = source
        self.kept: dict[object, object] = {}
        """What was worked out of the acts already, by whoever keeps it."""
        self.acts: dict[str, list[Act]] = {}
        day, minute = as_of.day, as_of.minute
        for act in case.acts:
            if act.day is not None and (act.day > day or (act.day == day and (act.minute or 0) > minute)):
                continue
            if known_at is not None and act.recorded_at is not None and act.recorded_at > known_at:
                continue
            self.acts.setdefault(act.kind, []).append(act)
        for several in self.acts.values():
            if len(several) > 1:
                several.sort(key=_order)

    @classmethod
    def of_acts(cls, acts: Mapping[str, list[Act]], source: Source | None) -> View:
        """The acts of some kinds alone, in order already."""
        view = object.__new__(cls)
        view.acts, view.source, view.kept = dict(acts), source, {}
        return view

    def of(self, kind: str) -> Sequence[Act]:
        """The acts of a kind, in order."""
        return self.acts.get(kind, ())

    def is_at_issue(self, kind: str, field: str) -> bool:
        """Whether a field of acts of a kind is told at all."""
        return self.source is None or self.source.carries_field(kind, field)


def _order(act: Act) -> tuple[object, ...]:
    return act.order
