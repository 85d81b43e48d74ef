"""Acts in words."""

from __future__ import annotations

from yifa.law.catalogue.procedures import Procedure
from yifa.wording import Language


def act_name(procedure: Procedure, kind: str, speech: Language) -> str:
    """What an act is called."""
    act = procedure.acts[kind]
    return act.zh if speech.tag == "zh" else act.en
