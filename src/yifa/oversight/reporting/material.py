"""One paragraph that a contributor wrote for the report, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Material:
    """A paragraph under one of the headings of the paper; `person` wrote it, `reviewer` checked it, on `day`."""

    kind: str
    contributor: str
    text: str
    file: str = ""
    sha256: str = ""
    person: str = ""
    reviewer: str = ""
    day: str = ""
