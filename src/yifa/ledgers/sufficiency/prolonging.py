"""Acts that prolong, suspend or end a term otherwise: where no column keeps them, nobody knows what became of it."""

from __future__ import annotations

from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.term import TermDuty


def prolonging(folder: Folder) -> frozenset[str]:
    """The acts between which time is left out, that extend a term, or that end it in the place of what is usual.

    What the main sheet of the procedure's own ledger has a column for belongs to the usual course of a case (a decision
    served, say): nobody is asked to declare that it did not happen.
    """
    pauses = (act for one in folder.procedure.pauses.values() for act in (*one.from_, *one.to))
    terms = [duty for duty in folder.duties if isinstance(duty, TermDuty)]
    extended = (duty.extension.act for duty in terms if duty.extension is not None)
    otherwise = {act for duty in terms for act in duty.done[1:]} - {duty.done[0] for duty in terms}
    usual = {column.act for column in folder.ledger.main.columns} if folder.ledger is not None else set()
    return (frozenset((*pauses, *extended, *otherwise)) & folder.procedure.acts.keys()) - usual
