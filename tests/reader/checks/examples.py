"""Worked examples as data: passages of invented places, and what one kind of check says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True)
class Example:
    """One passage; `facts` are those of its document, `says` the checks of its kind."""

    kind: str
    name: str
    text: str
    says: tuple[str, ...]
    facts: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def examples(kind: str) -> list[Example]:
    """The examples of one kind of check."""
    entries = YAML(typ="safe").load(FOLDER / f"{kind.replace('-', '_')}.yaml")
    return [
        Example(kind, one["name"], one["text"], tuple(sorted(one["says"])), _facts(one.get("facts", {})))
        for one in entries
    ]


def kinds() -> list[str]:
    """Every kind that has examples."""
    return sorted(path.stem.replace("_", "-") for path in FOLDER.glob("*.yaml"))


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    facts = dict(given)
    if isinstance(facts.get("period"), list):
        facts["period"] = tuple(facts["period"])
    if facts.get("kind") == "annual-report" and "period" not in facts and facts.get("year"):
        facts["period"] = (date(facts["year"], 1, 1), date(facts["year"], 12, 31))
    return facts
