"""What a procedure is told by the lists an organ keeps on record, beside its acts (权责清单, 裁量基准 …).

`from-lists:` of `procedure.yaml`, by kind of list. An item that comes into force, or goes, is told as an act; or a
field that nobody filled in says whether a list has the item another field names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from yifa.law.catalogue.reading import CorpusModel

ListName = Literal["powers", "permits", "discretion", "leniency", "enterprises", "inspections"]


class Told(CorpusModel):
    """A yes/no field: yes where an item of the list in force on the day has in `column` what the field `by` says."""

    by: str
    column: str


class FromList(CorpusModel):
    """What one kind of list tells.

    `in-force`: the act of an edition that comes into force; `published` of its being published; `added`, `removed`: of
    an item that it brings or takes away, with the `fields` that columns of the list fill. `tells`: by act and field.
    """

    in_force: str | None = Field(default=None, alias="in-force")
    published: str | None = None
    added: str | None = None
    removed: str | None = None
    fields: Mapping[str, str] = Field(default_factory=dict)
    tells: Mapping[str, Mapping[str, Told]] = Field(default_factory=dict)

    @property
    def acts(self) -> tuple[tuple[str, str], ...]:
        """The acts it names, each with the key that names it."""
        named = (
            ("in-force", self.in_force),
            ("published", self.published),
            ("added", self.added),
            ("removed", self.removed),
        )
        return tuple((key, act) for key, act in named if act is not None)
