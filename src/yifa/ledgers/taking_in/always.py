"""What is true of every act of a kind in a ledger although no column tells it: lists of penalties hold penalties."""

from __future__ import annotations

from typing import Any

import polars as pl

from yifa.law.catalogue.ledgers import Ledger
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.law.facts.case_format import typed
from yifa.ledgers.taking_in.values_of_acts import BETWEEN, DTYPES, FIELD


def with_always(act: str, frame: pl.DataFrame, ledger: Ledger, procedure: Procedure) -> pl.DataFrame:
    """The tellings of one kind with what is always true of it, where no cell tells it."""
    for name, given in ledger.always.items():
        kind, _, field = name.partition(".")
        declared = procedure.vocabulary.get(act, {}).get(field)
        if kind != act or declared is None:
            continue
        held: Any = typed(_plain(given, declared.type), declared)
        if isinstance(held, tuple):
            held = BETWEEN.join(held)
        known = pl.lit(str(held) if declared.type is Type.LENGTH else held, dtype=DTYPES[declared.type])
        column = FIELD + field
        filled = pl.coalesce(column, known) if column in frame.columns else known
        frame = frame.with_columns(pl.when("made").then(filled).alias(column))
    return frame


def _plain(given: str, type_: Type) -> Any:
    """A text of ledger.yaml as the case format has it."""
    if type_ in (Type.NUMBER, Type.MONEY):
        return int(given) if given.lstrip("-").isdigit() else float(given)
    return given
