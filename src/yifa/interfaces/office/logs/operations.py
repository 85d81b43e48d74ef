"""The operation log: entries of the chains, newest first, told in words.

Chains hold no personal value, only what stands in its place; in reasons that somebody typed, numbers of persons and
phones are hidden. Who acted is told by name, for he answers for it; whom it was about by a masked one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from yifa.interfaces.office.logs.verb_words import tell_verb
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.parties.masked import masked_parties
from yifa.interfaces.office.people import Person, people_of
from yifa.interfaces.office.role_words import tell_role
from yifa.ledgers.identifiers.masking import mask_text
from yifa.record.access.choices import RoleName
from yifa.record.cases.concluding import BY_ITS_DAY
from yifa.record.chain.models import EntryRow
from yifa.record.organs.models import Organ
from yifa.record.scope import current
from yifa.wording import Language

PAGE = 50
LOOKED_AT = 50
"""So many rows of an entry are looked at for whom it was about."""
PARTIES_TOLD = 3
"""So many parties are named in a line."""
_PARTY = re.compile(r"\bparty([1-9][0-9]*)\b")
_PARTY_ROWS = {"parties_party": "id", "parties_fact": "party_id", "cases_participant": "party_id"}
"""The tables whose rows are about a party, and which column says which."""
_OFFICER = re.compile(r"officer(\d+)(?: token(\d+))?$")


@dataclass(frozen=True)
class Entry:
    """A line of the operation log. `about`: an officer the act was about, or the number of a case."""

    id: int
    at: str
    who: str
    organ: str
    what: str
    about: str
    because: str
    number: int
    digest: str


def told_entries(rows: Sequence[EntryRow], today: date, speech: Language) -> list[Entry]:
    """Entries in words, in a handful of queries however many they are."""
    read = [(row, json.loads(row.text)) for row in rows]
    officers = {number for _, one in read for number in _officers_in(one["what"])}
    people = people_of(officers, today)
    parties = _parties(read, speech)
    codes = dict(Organ.objects.filter(code__in={row.organ for row in rows}).values_list("code", "id"))
    names = organ_names(codes.values(), today)
    named = _Named(people, parties)
    return [_told(row, one, named, names.get(codes.get(row.organ, 0), row.organ), speech) for row, one in read]


def _parties(read: Iterable[tuple[EntryRow, dict[str, Any]]], speech: Language) -> dict[int, str]:
    """The parties some entries speak of, by masked names."""
    scope = current()
    told = (number for _, one in read for number in _parties_in(one["what"]))
    return masked_parties(told, scope.people if scope is not None else (), speech)


@dataclass(frozen=True)
class _Named:
    """Officers and parties of whom some entries speak, by their numbers."""

    people: dict[int, Person]
    parties: dict[int, str]


def _told(row: EntryRow, one: dict[str, Any], named: _Named, organ: str, speech: Language) -> Entry:
    what = one["what"]
    moment = timezone.localtime(datetime.fromisoformat(one["recorded"]))
    return Entry(
        row.id,
        f"{moment:%Y-%m-%d %H:%M:%S}",
        tell_who(str(what.get("by", "")), named.people, speech),
        organ,
        tell_verb(str(what.get("act", "")), speech),
        _about(what, named, speech),
        _PARTY.sub(lambda found: named.parties[int(found.group(1))], mask_text(str(what.get("because", "")))),
        row.number,
        row.digest,
    )


def tell_who(by: str, people: dict[int, Person], speech: Language) -> str:
    """Who did it: an officer by name, a system in his place by its token too."""
    if by == BY_ITS_DAY:
        return speech.say("by itself, as its day came")
    found = _OFFICER.match(by)
    if found is None:
        return by
    person = people.get(int(found.group(1)))
    name = person.name if person is not None else by
    return name if found.group(2) is None else speech.say("{name} (token {n})", name=name, n=found.group(2))


def _officers_in(what: dict[str, Any]) -> list[int]:
    said = (str(what.get("by", "")), str(what.get("officer", "")), *(f"officer{n}" for n in _of_rows(what)))
    return [int(found.group(1)) for one in said if (found := _OFFICER.match(one))]


def _of_rows(what: dict[str, Any]) -> list[int]:
    """Officers that rows of access and of the register are about."""
    tables = ("access_role", "access_grant", "tokens_token", "organs_post", "organs_leave")
    rows = [one.get("row", {}) for one in what.get("rows", ()) if one.get("table") in tables]
    return [row["officer_id"] for row in rows if isinstance(row.get("officer_id"), int)]


def _parties_in(what: dict[str, Any]) -> Iterator[int]:
    """The parties an entry speaks of: those it is about first, then those its reason names."""
    for one in what.get("rows", ())[:LOOKED_AT]:
        number = one.get("row", {}).get(_PARTY_ROWS.get(one.get("table", ""), ""))
        if isinstance(number, int):
            yield number
    yield from (int(number) for number in _PARTY.findall(str(what.get("because", ""))))


def _about(what: dict[str, Any], named: _Named, speech: Language) -> str:
    """Whom or what it was about: an officer, a party, a case by its number, a paper by its own."""
    people = named.people
    said = _OFFICER.match(str(what.get("officer", "")))
    about = [int(said.group(1))] if said else _of_rows(what)
    found = [people[one].name for one in about if one in people]
    of_parties = dict.fromkeys(_parties_in({"rows": what.get("rows", ())}))
    found += [named.parties[one] for one in list(of_parties)[:PARTIES_TOLD]]
    for one in what.get("rows", ())[:LOOKED_AT]:
        row = one.get("row", {})
        if one.get("table") == "cases_case" and isinstance(row.get("number"), str):
            found.append(row["number"])
        elif one.get("table") == "access_role":
            found.append(_role(str(row.get("role", "")), speech))
    for name in ("case_number", "number"):
        if isinstance(what.get(name), str):
            found.append(what[name])
    return "、".join(dict.fromkeys(found)) or _case(what, speech)


def _role(role: str, speech: Language) -> str:
    return tell_role(RoleName(role), speech) if role in RoleName.values else role


def _case(what: dict[str, Any], speech: Language) -> str:
    """The case it was about, by its place in the record, where the entry does not tell its number."""
    rows = [one.get("row", {}) for one in what.get("rows", ())]
    cases = sorted({row["case_id"] for row in rows if isinstance(row.get("case_id"), int)})
    return speech.list([speech.say("case {n} of the record", n=one) for one in cases[:5]])
