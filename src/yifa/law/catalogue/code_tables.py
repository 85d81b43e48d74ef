"""Lists that offices work by, and sets that every office fills for itself (`corpus/code-tables.yaml`).

A table is whole or may be added to; a set ships with what practice names and no more. Ids never change.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from yifa.law.catalogue.reading import CORPUS, CorpusModel, read_file
from yifa.law.catalogue.statutes import Bilingual


class OpenSet(CorpusModel):
    """A set an office fills: its name, the folders whose records use it, and the entries practice names."""

    title: Bilingual
    kept_in: tuple[str, ...] = Field(alias="kept-in", min_length=1)
    entries: Mapping[str, Bilingual] = Field(default_factory=dict)


class CodeTable(OpenSet):
    """A list of codes; `closed` where no office may add to it."""

    closed: bool
    entries: Mapping[str, Bilingual] = Field(min_length=2)


class CodeTables(CorpusModel):
    """`code-tables.yaml`."""

    tables: Mapping[str, CodeTable]
    sets: Mapping[str, OpenSet]


@cache
def code_tables() -> CodeTables:
    """All of them; raises `CorpusFaults`."""
    return read_file(CORPUS / "code-tables.yaml", CodeTables)
