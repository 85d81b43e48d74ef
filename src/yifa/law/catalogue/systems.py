"""What governments say they run (`corpus/systems.yaml`): procedures, registers and platforms, one name for each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.procedures import Mode
from yifa.law.catalogue.reading import CORPUS, CorpusModel, read_file
from yifa.law.catalogue.statutes import Bilingual


class System(CorpusModel):
    """One of them: its name, where it belongs, and how it is to be kept.

    `kind`: core, a working procedure or system people operate; register, a ledger of records with status; activity,
    counts only. `mode`: run here, collected from a system run elsewhere, or attested once.
    """

    zh: str
    en: str
    pillar: str
    kind: Literal["core", "register", "activity"]
    mode: Mode


class Systems(CorpusModel):
    """`systems.yaml`."""

    pillars: Mapping[str, Bilingual]
    systems: Mapping[str, System] = Field(min_length=1)

    @model_validator(mode="after")
    def _pillars_exist(self) -> Systems:
        for id_, one in self.systems.items():
            if one.pillar not in self.pillars:
                raise ValueError(f"`{id_}`: «{one.pillar}» is not among `pillars`")
        return self


@cache
def systems_file() -> Systems:
    """All of them with their pillars, in order."""
    return read_file(CORPUS / "systems.yaml", Systems)


def systems() -> Mapping[str, System]:
    """All of them by id, in order."""
    return systems_file().systems
