"""Blank ledgers to be filled in from now on: a workbook for each matter that an office keeps, and one for registers."""

from __future__ import annotations

import re
from pathlib import Path

from yifa.interfaces.workbooks.ledger_template import write_ledger_template
from yifa.interfaces.workbooks.register_template import write_register_template
from yifa.law.catalogue.folders import ledger_ids
from yifa.law.catalogue.ledgers import Ledger
from yifa.law.duties import DutySet, duty_set
from yifa.ledgers.templates.guide import decidable
from yifa.wording import Language

REGISTERS = "registers"
"""How the workbook of organs, officers and lists is named among the ids of ledgers."""
SUFFIX = ".xlsx"


def blank_ledgers() -> tuple[str, ...]:
    """What there is a blank workbook of."""
    return (*ledger_ids(), REGISTERS)


def kept(name: str) -> tuple[DutySet, Ledger]:
    """The duties and the ledger of a matter; raises `UnknownProcedure`, or `KeyError` where no ledger is kept of it."""
    whole = duty_set(name)
    if whole.folder.ledger is None:
        raise KeyError(name)
    return whole, whole.folder.ledger


def blank_name(name: str, speech: Language) -> str:
    """How the file is called."""
    if name == REGISTERS:
        return speech.say("Registers and lists") + SUFFIX
    title = kept(name)[0].folder.procedure.title
    shown = title.zh if speech.tag == "zh" else title.en
    return speech.say("Ledger of {procedure}", procedure=re.sub(r"[:/\\\\?*\"<>|]+", "", shown)) + SUFFIX


def write_blank(name: str, path: Path, speech: Language) -> int | None:
    """Write it; how many duties can be checked with all of its columns, None for registers."""
    if name == REGISTERS:
        write_register_template(path, speech)
        return None
    whole, ledger = kept(name)
    write_ledger_template(path, whole, ledger, speech)
    return len(decidable(whole, ledger))
