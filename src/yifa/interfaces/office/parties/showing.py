"""How parties are shown to whom: names of persons masked for who does not work for the organ, numbers always."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.registers.keeping import PARTY_KEEPERS
from yifa.interfaces.office.registers.words import tell_party_kind
from yifa.ledgers.identifiers import mask
from yifa.record.access.choices import RoleName
from yifa.record.parties.choices import IdentifierKind, PartyKind
from yifa.record.parties.models import Party
from yifa.wording import Language

WHOLE_NAMES = PARTY_KEEPERS | {RoleName.REVIEWER, RoleName.LEADER}
"""Who reads names of persons in full, of the parties of his own organ."""


def name_for(party: Party, values: Mapping[str, Any], desk: Desk, speech: Language) -> str:
    """What a party is called, for who reads; said to be erased where it was."""
    whole = any((role, party.organ_id) in desk.held for role in WHOLE_NAMES)
    return str(values[party.name]) if whole and values.get(party.name) else masked_name(party, values, speech)


def masked_name(party: Party, values: Mapping[str, Any], speech: Language) -> str:
    """What a party is called for who does not work for its organ: a person masked, an organisation as it is."""
    name = values.get(party.name)
    if not name:
        return speech.say("(erased)") if party.name else speech.say("(name not known)")
    return str(name) if party.kind == PartyKind.ORGANISATION else mask(str(name), "name")


def identifier_for(party: Party, values: Mapping[str, Any], speech: Language, *, whole: bool = False) -> str:
    """What identifies a party: a credit code as it is, a number of a person masked unless asked for in whole."""
    held = values.get(party.identifier)
    if not held:
        return speech.say("(erased)") if party.identifier else ""
    if whole or (party.identified_by == IdentifierKind.CREDIT_CODE and party.kind == PartyKind.ORGANISATION):
        return str(held)
    return mask(str(held), "person-id")


def kind_for(party: Party, speech: Language) -> str:
    """What a party is; not said where nothing identifies it and nobody said so."""
    if party.kind_not_said:
        return speech.say("(not said what it is)")
    return tell_party_kind(party.kind, speech)


def keeps(desk: Desk, party: Party) -> bool:
    """Whether who reads notes what holds of a party, and may see what identifies it."""
    return any((role, party.organ_id) in desk.held for role in PARTY_KEEPERS)
