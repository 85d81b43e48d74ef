"""What verifying can find, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What is wrong."""

    CHANGED = "changed"
    """The bytes of an entry do not give its digest: text or digest was changed."""
    MISPLACED = "misplaced"
    """The text of an entry does not say this place in this chain: moved or put in."""
    MISSING = "missing"
    """Entries are gone from the midst of a chain."""
    NOT_AS_SEALED = "not-as-sealed"
    """The chain is whole, but not the one that was sealed: rewritten from here on."""
    CUT_OFF = "cut-off"
    """Entries that were sealed are gone from the end of a chain."""
    SEAL_CHANGED = "seal-changed"
    """A seal does not follow the one before, or does not say what its digest says."""
    ROOT_DIFFERS = "root-differs"
    """The entries of a seal, all in place, do not give its root."""
    UNKNOWN_FORM = "unknown-form"
    """Not an entry or a seal in a form known here."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: in the chain of an organ at an entry, or at a seal (`organ` empty)."""

    kind: FaultKind
    organ: str
    number: int
    upto: int | None = None
    """Where the fault can only be told to lie among several entries: the last of them."""


class RowFaultKind(StrEnum):
    """What is wrong with a row."""

    CHANGED = "row-changed"
    """It does not say what the chain tells of its last version."""
    MISSING = "row-missing"
    """The chain tells of it, and it is not there."""
    UNTOLD = "row-untold"
    """It is there, and the chain does not tell of it."""
    VALUE_CHANGED = "value-changed"
    """A value kept apart is not the one that was committed to."""
    VALUE_GONE = "value-gone"
    """A value of it is gone, and no act of the chain erased it."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """One row that is not what the chain tells."""

    kind: RowFaultKind
    table: str
    id: int
