"""Rows that the chain tells: every version of them stands in an entry, as an image, and can be compared with it.

An image is what the row says in canonical form, by column: days and moments as text, yes and no as words, what is blank
left out, a personal value as its commitment. Rows are written by a verb (`writing`) and by nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import models

from yifa.record.chain.entries import Entry
from yifa.record.chain.models import DIGEST, KeptValue

if TYPE_CHECKING:
    _Text = models.CharField[Any, Any]
else:
    _Text = models.CharField


class PersonalField(_Text):
    """A value of a person's own: the column holds its commitment, the value lies apart and can be erased."""

    description = "commitment to a personal value"
    if TYPE_CHECKING:
        _pyi_private_set_type: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = DIGEST
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """As Django writes it down in a migration."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs


class Chained(models.Model):
    """A row that the chain tells. `version` counts its images from 1."""

    id = models.BigAutoField(primary_key=True)
    version = models.PositiveIntegerField(default=1)
    told_in: Entry | None = None
    """The entry that tells of it, of a row that was just written."""

    class Meta:
        abstract = True

    @property
    def address(self) -> tuple[str, int]:
        """Its table and its number there."""
        return self._meta.db_table, self.id


@cache
def personal_columns(model: type[Chained]) -> tuple[str, ...]:
    """The columns of a table that hold commitments to personal values."""
    return tuple(field.attname for field in model._meta.concrete_fields if isinstance(field, PersonalField))


def values_of(rows: Sequence[Chained]) -> dict[str, Any]:
    """The personal values of rows by their commitments, those that were not erased."""
    commitments = [getattr(row, name) for row in rows for name in personal_columns(type(row))]
    return {kept.commitment: kept.plain for kept in KeptValue.objects.filter(commitment__in=filter(None, commitments))}
