"""Texts that are chained for ever (reasons, grounds, a few words) name no party: its name must be able to go."""

from __future__ import annotations

from yifa.law.conditions import Declared, Type
from yifa.record.cases.errors import NamesAParty
from yifa.record.cases.models import Case, Participant
from yifa.record.chain.chained import values_of

SHORTEST = 2
"""A name of one sign stands in many a text by chance."""


def in_free_words(declared: Declared) -> bool:
    """Whether somebody says there what he likes."""
    return declared.type is Type.WORD and not declared.words


def refuse_names(case: Case, *texts: str) -> None:
    """Raise `NamesAParty` where a text names a party of the case, or says what identifies it."""
    said = [one for one in texts if one]
    if not said:
        return
    parts = Participant.objects.filter(case=case, party__isnull=False).select_related("party")
    parties = [one.party for one in parts if one.party is not None]
    for word in values_of(parties).values() if parties else ():
        if len(word) >= SHORTEST and any(word in one for one in said):
            raise NamesAParty(
                f"case {case.number}: a text that is kept for ever names a party, expected a word that names nobody"
            )
