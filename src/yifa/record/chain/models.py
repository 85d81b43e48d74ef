"""What is kept of the chain: entries, the head of every chain, seals, values that may be erased, and what must be sent.

Entries and seals only grow (`append_only`). An entry is its text; whatever else the record keeps of an act can be told
from it, and is compared with it when the record is verified. Heads are kept beside for speed: they are what the last
entry says, and their row is what writers to one chain wait for.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import models

from yifa.record.chain.canonical import Plain, canonical
from yifa.record.chain.commitments import Commitment

DIGEST = 64
"""A digest in hex."""


def sought_by(text: str) -> str:
    """By what a value is found, from its canonical text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class EntryRow(models.Model):
    """One entry of an organ's chain."""

    id = models.BigAutoField(primary_key=True)
    organ = models.CharField(max_length=64)
    number = models.BigIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=DIGEST)

    class Meta:
        db_table = "chain_entry"
        constraints = (models.UniqueConstraint(fields=("organ", "number"), name="chain_entry_place"),)

    def __str__(self) -> str:
        return f"{self.organ} {self.number}"


class HeadRow(models.Model):
    """The end of an organ's chain."""

    organ = models.CharField(max_length=64, primary_key=True)
    number = models.BigIntegerField()
    digest = models.CharField(max_length=DIGEST)

    class Meta:
        db_table = "chain_head"

    def __str__(self) -> str:
        return f"{self.organ} {self.number}"


class SealRow(models.Model):
    """A seal of a day; `text` is what the seal file holds."""

    id = models.BigAutoField(primary_key=True)
    number = models.BigIntegerField(unique=True)
    day = models.DateField()
    text = models.TextField()
    digest = models.CharField(max_length=DIGEST)

    class Meta:
        db_table = "chain_seal"

    def __str__(self) -> str:
        return f"{self.number} {self.day.isoformat()}"


class KeptValue(models.Model):
    """A personal value and its salt, by the commitment that is chained in its place. Erased, it is gone for good."""

    id = models.BigAutoField(primary_key=True)
    commitment = models.CharField(max_length=DIGEST)
    salt = models.CharField(max_length=DIGEST)
    value = models.TextField()
    """The canonical text of the value."""
    sought_by = models.CharField(max_length=16)
    """The beginning of a digest of the value, by which it is found; it goes with it."""

    class Meta:
        db_table = "chain_value"
        constraints = (models.UniqueConstraint(fields=("commitment",), name="chain_value_commitment"),)
        indexes = (models.Index(fields=("sought_by",), name="chain_value_sought_by"),)

    @classmethod
    def of(cls, value: Plain, made: Commitment) -> KeptValue:
        """The row for a value that was committed to."""
        return cls(**kept_row(value, made))

    @property
    def plain(self) -> Any:
        """The value itself."""
        return json.loads(self.value)

    def __str__(self) -> str:
        return self.commitment


def kept_row(value: Plain, made: Commitment) -> dict[str, Any]:
    """The columns of a value that was committed to."""
    text = canonical(value)
    return {"commitment": made.digest, "salt": made.salt, "value": text, "sought_by": sought_by(text)}
