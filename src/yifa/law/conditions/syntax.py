"""A condition as it is written: what the parser makes of the text, before anything is looked up.

Every node knows the place (`at`, counted from 1) at which it begins, so that a fault of meaning can point into the
text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    """A whole number, `yes`, `no`, an amount (`200 yuan`), a day (2024-01-01) or a word in quotes."""

    at: int
    kind: str  # "number", "yes/no", "money", "day", "word"
    value: int | bool | str


@dataclass(frozen=True, slots=True)
class Matching:
    """`field = value` or `field in [a, b]` in the brackets after an act."""

    at: int
    field: str
    values: tuple[Literal | Name, ...]
    as_it: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """`decision-made`, `first …`, `last … before it`, `next … after it`; with what must match in brackets."""

    at: int
    act: str
    pick: str | None = None  # "first", "last", "before", "after"
    where: tuple[Matching, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A word alone: an act, a name given under `with`, a definition, or (beside a word) one of its values."""

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """`it.fine`, `case-filed.major`, `organ.level`: a field of something."""

    at: int
    of: Name | Event
    field: str
    field_at: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the words that ask something of one thing: `known`, `happened`, `count`, `any`, `every`, `due`, …"""

    at: int
    word: str
    of: Node


@dataclass(frozen=True, slots=True)
class Extreme:
    """`earliest [a, b]` or `latest [a, b]`."""

    at: int
    word: str
    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """Two values with a sign between: comparison, `before`, arithmetic, `otherwise`."""

    at: int  # of the sign
    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class In:
    """`value in [a, b]`, or `not in`."""

    at: int
    of: Node
    values: tuple[Literal | Name, ...]
    denied: bool


@dataclass(frozen=True, slots=True)
class Logic:
    """`and` or `or` between conditions."""

    at: int
    word: str
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Denied:
    """`not …`."""

    at: int
    of: Node


Node = Literal | Event | Name | Member | Asked | Extreme | Binary | In | Logic | Denied


def start_of(node: Node) -> int:
    """Where a node begins in the text."""
    return start_of(node.left) if isinstance(node, Binary) else start_of(node.of) if isinstance(node, In) else node.at
