"""A number on its way: what has been read at one place, before ranges, lists and qualifiers are settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from yifa.reader.reading import FigureKind


@dataclass
class Token:
    """`bare` says that no unit was read yet; `some` that the unit was a lone 个, which a later unit may make whole."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None
    unit: str | None
    kind: FigureKind
    precision: int
    scale: int
    chinese: bool
    bare: bool
    inner: list[tuple[int, str]] = field(default_factory=list)
    qualifiers: list[tuple[int, str]] = field(default_factory=list)
    shared: bool = False
    classified: bool = False

    @property
    def some(self) -> bool:
        """Whether the unit is 个 and nothing more."""
        return self.unit == "个"
