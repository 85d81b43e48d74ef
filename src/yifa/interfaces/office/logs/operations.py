"""The operation log: entries of the chains, newest first, told in words.

Chains hold no personal value, only what stands in its place; in reasons that somebody typed, numbers of persons and
phones are hidden. Who acted is told by name, for he answers for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from yifa.interfaces.office.logs.asking import AskedOfLog
from yifa.interfaces.office.logs.between import first_since
from yifa.interfaces.office.logs.verb_words import tell_verb
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.people import Person, people_of
from yifa.interfaces.office.role_words import tell_role
from yifa.ledgers.identifiers.masking import mask_text
from yifa.record.access.choices import RoleName
from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import EntryRow, KeptValue, sought_by
from yifa.record.organs.models import Officer, Organ
from yifa.wording import Language

PAGE = 50
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


def entries(asked: AskedOfLog, organs: Iterable[int]) -> QuerySet[EntryRow]:
    """The entries that are asked for, of the chains of these organs, newest first."""
    chosen = {int(asked.organ)} & set(organs) if asked.organ else set(organs)
    codes = list(Organ.objects.filter(id__in=chosen).values_list("code", flat=True))
    rows = EntryRow.objects.filter(organ__in=codes, id__gte=first_since(asked.begins)).order_by("-id")
    if asked.ends is not None:
        rows = rows.filter(id__lt=first_since(asked.ends))
    if asked.verb:
        rows = rows.filter(text__contains=f'"act":{canonical(asked.verb)}')
    if asked.who:
        rows = rows.filter(_by(asked.who))
    return rows


def _by(said: str) -> Q:
    """By whom: officers of this number, name or account."""
    found = Q(text__contains='"by":"nobody"')
    for id_ in officers_called(said):
        found |= Q(text__contains=f'"by":"officer{id_}"') | Q(text__contains=f'"by":"officer{id_} ')
    return found


def officers_called(said: str) -> list[int]:
    """The officers one may look at who have this number, whole name or account."""
    named = KeptValue.objects.filter(sought_by=sought_by(canonical(said))).values("commitment")
    asked = Q(number=said) | Q(name__in=named) | Q(account__username=said.lower())
    return list(Officer.objects.filter(asked).values_list("id", flat=True)[:50])


def told_entries(rows: Sequence[EntryRow], today: date, speech: Language) -> list[Entry]:
    """Entries in words, in a handful of queries however many they are."""
    read = [(row, json.loads(row.text)) for row in rows]
    officers = {number for _, one in read for number in _officers_in(one["what"])}
    people = people_of(officers, today)
    codes = dict(Organ.objects.filter(code__in={row.organ for row in rows}).values_list("code", "id"))
    names = organ_names(codes.values(), today)
    return [_told(row, one, people, names.get(codes.get(row.organ, 0), row.organ), speech) for row, one in read]


def _told(row: EntryRow, one: dict[str, Any], people: dict[int, Person], organ: str, speech: Language) -> Entry:
    what = one["what"]
    moment = timezone.localtime(datetime.fromisoformat(one["recorded"]))
    return Entry(
        row.id,
        f"{moment:%Y-%m-%d %H:%M:%S}",
        tell_who(str(what.get("by", "")), people, speech),
        organ,
        tell_verb(str(what.get("act", "")), speech),
        _about(what, people, speech),
        mask_text(str(what.get("because", ""))),
        row.number,
        row.digest,
    )


def tell_who(by: str, people: dict[int, Person], speech: Language) -> str:
    """Who did it: an officer by name, a system in his place by its token too."""
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


def _about(what: dict[str, Any], people: dict[int, Person], speech: Language) -> str:
    """Whom or what it was about: an officer, a case by its number, a paper by its own."""
    said = _OFFICER.match(str(what.get("officer", "")))
    about = [int(said.group(1))] if said else _of_rows(what)
    found = [people[one].name for one in about if one in people]
    for one in what.get("rows", ())[:50]:
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
