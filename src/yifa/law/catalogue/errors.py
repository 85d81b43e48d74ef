"""What can be wrong with a corpus file.

CorpusFaults (a file, or several, cannot be used)
└── holds CorpusFault: one place, what was found, what was expected
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class CorpusFault:
    """One thing wrong at one place; `where` is the way down to it, such as `days[3].is`."""

    file: str
    line: int | None
    where: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file} line {self.line}" if self.line else self.file
        return f"{place}: {self.where + ': ' if self.where else ''}{self.message}"


class CorpusFaults(ValueError):
    """All the faults found, so that they can be mended in one go."""

    def __init__(self, faults: Sequence[CorpusFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, faults)))
