"""The verbs of parties: note one, note what holds of it, erase what names it. All raise `NotAParty`."""

from __future__ import annotations

from datetime import date

from stdnum.cn import ric, uscc

from yifa.record.chain.actions import Personal, erase
from yifa.record.chain.canonical import canonical
from yifa.record.chain.entries import Entry
from yifa.record.chain.models import KeptValue
from yifa.record.chain.writing import Writing, verb
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Organ
from yifa.record.parties.choices import IdentifierKind, PartyFactKind, PartyKind
from yifa.record.parties.errors import NotAParty
from yifa.record.parties.models import Party, PartyFact


def identified(identifier: str) -> tuple[str, IdentifierKind]:
    """An identifier without blanks and in capitals, and what it is."""
    plain = "".join(identifier.split()).upper()
    if not plain:
        return "", IdentifierKind.NONE
    if uscc.is_valid(plain):
        return plain, IdentifierKind.CREDIT_CODE
    return plain, IdentifierKind.IDENTITY_NUMBER if ric.is_valid(plain) else IdentifierKind.OTHER


def party_in(
    writing: Writing,
    organ: Organ,
    name: str,
    identifier: str = "",
    kind: PartyKind | None = None,
    *,
    checked: bool = True,
) -> Party:
    """The party of an organ by its identifier, or a new one, within the verb that needs it.

    `checked`: an identifier whose check digit is wrong is refused; what is imported is taken as it came.
    """
    plain, by = identified(identifier)
    if checked and by is IdentifierKind.OTHER:
        raise NotAParty(
            f"identifier of a party: {_masked(plain)} has no right check digit, expected a credit code or ID number"
        )
    found = _known(organ, plain)
    if found is not None:
        return found
    usual = PartyKind.ORGANISATION if by is IdentifierKind.CREDIT_CODE else PartyKind.PERSON
    made = Party(
        organ=organ,
        kind=kind or usual,
        name=Personal(name) if name else "",
        identifier=Personal(plain) if plain else "",
        identified_by=by,
    )
    [party] = writing.insert(made)
    return party


def note_party(
    organ: Organ, name: str, identifier: str = "", *, actor: Actor, on: date, kind: PartyKind | None = None
) -> Party:
    """Note a party by itself."""
    with verb("party-noted", organ=organ.code, by=actor.by, on=on, recorded=actor.recorded) as writing:
        return party_in(writing, organ, name, identifier, kind)


def note_fact(
    party: Party, kind: PartyFactKind, value: str, *, actor: Actor, on: date, last: date | None = None, source: str = ""
) -> PartyFact:
    """Note a credit grade or an entry in a list, from a day to a day."""
    if last is not None and last < on:
        raise NotAParty(f"{kind}: would end on {last}, expected a day not before {on}")
    with verb("party-fact-noted", organ=party.organ.code, by=actor.by, on=on, recorded=actor.recorded) as writing:
        [row] = writing.insert(PartyFact(party=party, kind=kind, value=value, source=source, first=on, last=last))
    return row


def erase_party(party: Party, *, actor: Actor) -> Entry:
    """Erase what names a party: no copy is left, and the record verifies as before. A reason is asked for."""
    if not actor.because:
        raise NotAParty("a party was to be erased without a reason, expected one")
    commitments = [one for one in (party.name, party.identifier) if one]
    return erase(party.organ.code, commitments, actor.because, actor.by, actor.recorded)


def _known(organ: Organ, identifier: str) -> Party | None:
    if not identifier:
        return None
    kept = KeptValue.objects.filter(value=canonical(identifier)).values("commitment")
    return Party.objects.filter(organ=organ, identifier__in=kept).first()


def _masked(text: str) -> str:
    return f"{text[:2]}{'*' * max(len(text) - 4, 0)}{text[-2:]}"
