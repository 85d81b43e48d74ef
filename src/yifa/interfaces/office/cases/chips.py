"""What the list is filtered by, said in chips: each takes its filter away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yifa.interfaces.office.cases.filters import ALL, FOLLOWED, MINE, Filters
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.matters import procedure_name
from yifa.interfaces.office.state_words import tell_state
from yifa.law.catalogue.folders import procedure_ids
from yifa.record.cases.choices import State
from yifa.record.chain.queries import value
from yifa.record.organs.models import Officer
from yifa.record.parties.choices import PartyKind
from yifa.record.parties.models import Party
from yifa.wording import Language


def chips(filters: Filters, desk: Desk, organs: Mapping[str, str], speech: Language) -> list[tuple[str, str]]:
    """Each filter in words, and the address of the list without it. `organs`: their names by their numbers."""
    return list(_chips(filters, desk, organs, speech))


def _chips(filters: Filters, desk: Desk, organs: Mapping[str, str], speech: Language) -> Iterator[tuple[str, str]]:
    say = speech.say
    if filters.q:
        yield say("sought: {words}", words=filters.q), filters.address(q="")
    if filters.state:
        others = {ALL: say("in any state"), FOLLOWED: say("being handled or done with")}
        yield others.get(filters.state) or tell_state(State(filters.state), speech), filters.address(state="")
    if filters.procedure:
        known = filters.procedure in procedure_ids()
        name = procedure_name(filters.procedure, speech) if known else filters.procedure
        yield name, filters.address(procedure="")
    if filters.organ:
        yield organs.get(filters.organ) or say("an organ not to be read here"), filters.address(organ="", whose="")
    if filters.whose:
        yield _whose(filters.whose, speech), filters.address(whose="")
    if filters.party:
        yield say("party: {name}", name=_party(int(filters.party), speech)), filters.address(party="")
    if filters.due:
        yield say("something is due on {day}", day=filters.due), filters.address(due="")
    if filters.first:
        yield say("opened from {day} on", day=filters.first), filters.address(first="")
    if filters.last:
        yield say("opened up to {day}", day=filters.last), filters.address(last="")
    if filters.lowest:
        yield say("at least {sum} yuan", sum=filters.lowest), filters.address(lowest="")
    if filters.highest:
        yield say("at most {sum} yuan", sum=filters.highest), filters.address(highest="")


def _whose(whose: str, speech: Language) -> str:
    if whose == MINE:
        return speech.say("mine")
    officer = Officer.objects.filter(id=int(whose)).first()
    name = "" if officer is None else value(officer.name) or officer.number
    return speech.say("handled by {name}", name=name) if name else speech.say("handled by somebody not to be read here")


def _party(number: int, speech: Language) -> str:
    party = Party.objects.filter(id=number).first()
    name = "" if party is None else value(party.name) or ""
    if party is None or not name:
        return speech.say("not to be read here")
    return masked(name) if party.kind == PartyKind.PERSON else name


def masked(name: str) -> str:
    """A person's name as it stands where others look over one's shoulder: the first sign alone."""
    return f"{name[:1]}{'*' * max(len(name) - 1, 1)}"
