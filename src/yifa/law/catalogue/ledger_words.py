"""What is written in the cells of ledgers whatever the column: yes and no, that there is none, that nobody knows, what
stands between names and after numbers (`corpus/cell-words.yaml`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import Field, model_validator

from yifa.law.catalogue.ledgers import LedgerUnit
from yifa.law.catalogue.reading import CORPUS, CorpusModel, read_file


class CellWords(CorpusModel):
    """`cell-words.yaml`; the words are texts, and none of them says two things."""

    yes: tuple[str, ...] = Field(min_length=1)
    no: tuple[str, ...] = Field(min_length=1)
    none: tuple[str, ...] = Field(min_length=1)
    unknown: tuple[str, ...] = Field(min_length=1)
    not_rows: tuple[str, ...] = Field(alias="not-rows", min_length=1)
    between_names: tuple[str, ...] = Field(alias="between-names", min_length=1)
    units: Mapping[LedgerUnit, tuple[str, ...]]

    @model_validator(mode="after")
    def _one_meaning(self) -> CellWords:
        seen: dict[str, str] = {}
        for name in ("yes", "no", "none", "unknown"):
            for word in getattr(self, name):
                if seen.setdefault(word, name) != name:
                    raise ValueError(f"«{word}» stands under `{seen[word]}` and `{name}`")
        return self


@cache
def cell_words() -> CellWords:
    """All of them; raises `CorpusFaults`."""
    return read_file(CORPUS / "cell-words.yaml", CellWords)
