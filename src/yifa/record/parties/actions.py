"""The verbs of parties: note one, note what holds of it, erase what names it. All raise `NotAParty`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from stdnum.cn import ric, uscc

from yifa.record.chain.actions import Personal, erase
from yifa.record.chain.canonical import canonical
from yifa.record.chain.entries import Entry
from yifa.record.chain.models import KeptValue, sought_by
from yifa.record.chain.queries import value
from yifa.record.chain.writing import Writing
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ
from yifa.record.parties.choices import IdentifierKind, PartyFactKind, PartyKind
from yifa.record.parties.errors import NotAParty, WrongIdentifier
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
        raise WrongIdentifier(
            f"identifier of a party: {_masked(plain)} has no right check digit, expected a credit code or ID number"
        )
    found = _known(organ, plain)
    if found is not None:
        return found
    [party] = writing.insert(new_party(organ, name, plain, by, kind))
    return party


def note_party(
    organ: Organ, name: str, identifier: str = "", *, actor: Actor, on: date, kind: PartyKind | None = None
) -> Party:
    """Note a party by itself."""
    with verb_of("party-noted", organ, actor, on) as writing:
        return party_in(writing, organ, name, identifier, kind)


def note_fact(
    party: Party, kind: PartyFactKind, value: str, *, actor: Actor, on: date, last: date | None = None, source: str = ""
) -> PartyFact:
    """Note a credit grade or an entry in a list, from a day to a day."""
    if last is not None and last < on:
        raise NotAParty(f"{kind}: would end on {last}, expected a day not before {on}", first=on)
    with verb_of("party-fact-noted", party.organ, actor, on) as writing:
        [row] = writing.insert(PartyFact(party=party, kind=kind, value=value, source=source, first=on, last=last))
    return row


def end_fact(fact: PartyFact, *, actor: Actor, last: date) -> PartyFact:
    """Let a credit grade or an entry in a list hold no longer than to a day."""
    if last < fact.first:
        raise NotAParty(f"{fact.kind}: began on {fact.first}, expected no earlier day; found {last}", first=fact.first)
    with verb_of("party-fact-ended", fact.party.organ, actor, last) as writing:
        return writing.change(fact, last=last)


def rename_party(party: Party, name: str, *, actor: Actor, on: date) -> Party:
    """Give a party the name it has now; where it is erased, so is the former one."""
    if not name or value(party.name) == name:
        raise NotAParty("a party was to be renamed to nothing else, expected another name")
    with verb_of("party-renamed", party.organ, actor, on) as writing:
        return renamed(writing, party, name)


def renamed(writing: Writing, party: Party, name: str) -> Party:
    """Give a party another name within the verb that needs it; the former one is kept no longer."""
    former = party.name
    writing.change(party, name=Personal(name))
    KeptValue.objects.filter(commitment=former).delete()
    return party


def erase_party(party: Party, *, actor: Actor, also: Sequence[str] = ()) -> Entry:
    """Erase what names a party: no copy is left, and the record verifies as before. A reason is asked for.

    `also`: further commitments to values that tell of it.
    """
    if not actor.because:
        raise NotAParty("a party was to be erased without a reason, expected one")
    commitments = [one for one in (party.name, party.identifier, *also) if one]
    return erase(party.organ.code, commitments, actor.because, actor.by, actor.recorded)


def _known(organ: Organ, identifier: str) -> Party | None:
    return known_parties(organ, [identifier]).get(identifier) if identifier else None


def known_parties(organ: Organ, identifiers: Iterable[str]) -> dict[str, Party]:
    """The parties of an organ by their identifiers, those that it has."""
    texts = {canonical(one): one for one in identifiers if one}
    kept = KeptValue.objects.filter(sought_by__in=[sought_by(text) for text in texts])
    by_commitment = {one.commitment: texts[one.value] for one in kept if one.value in texts}
    rows = Party.objects.filter(organ=organ, identifier__in=list(by_commitment)).order_by("-id")
    return {by_commitment[row.identifier]: row for row in rows}


def usual_kind(by: str) -> PartyKind:
    """What a party is that is identified so, where nobody says it."""
    return PartyKind.ORGANISATION if by == IdentifierKind.CREDIT_CODE else PartyKind.PERSON


def new_party(organ: Organ, name: str, identifier: str, by: IdentifierKind, kind: PartyKind | None = None) -> Party:
    """A party that is to be written: its identifier without blanks, and what it is."""
    return Party(
        organ=organ,
        kind=kind or usual_kind(by),
        name=Personal(name) if name else "",
        identifier=Personal(identifier) if identifier else "",
        identified_by=by,
    )


def _masked(text: str) -> str:
    return f"{text[:2]}{'*' * max(len(text) - 4, 0)}{text[-2:]}"
