"""What ledgers say in words of their own, without the names of the parties of their cases (个人信息保护法 47).

Such words are chained for ever. They are taken as they came, but where a party is named there, or told by its number,
it says 当事人, 有关人员, 其证件号码: the case reads on and names nobody. What was sent is told by its digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from yifa.law.catalogue.folders import folder
from yifa.record.cases.models import Case, Participant
from yifa.record.cases.naming_nobody import SHORTEST, in_free_words
from yifa.record.cases.people import naming_fields
from yifa.record.chain.canonical import quoted
from yifa.record.chain.chained import values_of
from yifa.record.importing.incoming import IncomingAct, IncomingCase
from yifa.record.importing.naming import Called, called_in

PARTY, BESIDE, NUMBER = "当事人", "有关人员", "其证件号码"


def parties_of(cases: Sequence[Case]) -> dict[int, list[Called]]:
    """By what the parties of some cases on record are called: name and identifier."""
    if not cases:
        return {}
    rows = Participant.objects.filter(case__in=[one.id for one in cases], party__isnull=False)
    parts = [(row.case_id, row.party) for row in rows.select_related("party").order_by("id") if row.party is not None]
    values = values_of([party for _, party in parts])
    found: dict[int, list[Called]] = {one.id: [] for one in cases}
    for case, party in parts:
        found[case].append((values.get(party.name, ""), values.get(party.identifier, "")))
    return found


def without_names(one: IncomingCase, officers: Mapping[str, int], also: Iterable[Called] = ()) -> IncomingCase:
    """The same case, with what names a party taken out of its words; itself, where nothing does.

    `officers`: who is no party; `also`: parties that the case on record has beside those the ledger names.
    """
    if not (instead := _instead(one, [*called_in(one), *also], officers)):
        return one
    facts = _facts(one, instead)
    inside = {_inside(word): said for word, said in instead.items()}
    acts = [_act(act, one.procedure, inside) for act in one.acts]
    if facts == one.facts and all(now is before for now, before in zip(acts, one.acts, strict=True)):
        return one
    made = replace(one, acts=tuple(acts), facts=facts)
    made.__dict__["digest"] = one.digest  # of what was sent
    return made


def _instead(one: IncomingCase, called: Iterable[Called], officers: Mapping[str, int]) -> dict[str, str]:
    """What is said in place of which words, the longest first."""
    found: dict[str, str] = {}
    for name, code in called:
        if not code and name in officers:
            continue
        of_party = (name and name == one.party[0]) or (code and code == one.party[1])
        if len(name) >= SHORTEST:
            found.setdefault(name, PARTY if of_party else BESIDE)
        for number in (code, "".join(code.split()).upper()):
            if len(number) >= SHORTEST:
                found.setdefault(number, NUMBER)
    return {word: found[word] for word in sorted(found, key=len, reverse=True)}


def _act(act: IncomingAct, procedure: str, instead: Mapping[str, str]) -> IncomingAct:
    """The act, or one like it that names nobody."""
    free = _free_fields(procedure)
    fields = []
    for name, text in act.fields:
        told = text
        if (act.kind, name) in free:
            start = len(quoted(name)) + 1
            told = text[:start] + _in_words(text[start:], instead)
        fields.append((name, told))
    if fields == act.fields:
        return act
    return IncomingAct(act.kind, act.on, act.minute, act.number, fields, act.people, act.parties)


def _facts(one: IncomingCase, instead: Mapping[str, str]) -> Mapping[str, Any]:
    free = _free_facts(one.procedure)
    return {name: _in_words(held, instead) if name in free else held for name, held in one.facts.items()}


def _in_words(text: str, instead: Mapping[str, str]) -> str:
    for word, said in instead.items():
        if word in text:
            text = text.replace(word, said)
    return text


def _inside(word: str) -> str:
    """A word as it stands inside a canonical text."""
    return quoted(word)[1:-1]


@cache
def _free_fields(procedure: str) -> frozenset[tuple[str, str]]:
    """Acts and fields that are told in free words and name nobody by themselves."""
    vocabulary, naming = folder(procedure).procedure.vocabulary, naming_fields(procedure)
    return frozenset(
        (act, name)
        for act, declared in vocabulary.items()
        for name, one in declared.items()
        if (act, name) not in naming and in_free_words(one)
    )


@cache
def _free_facts(procedure: str) -> frozenset[str]:
    """What is told of a case itself in free words."""
    told = folder(procedure).procedure.attributes.get("case", {})
    return frozenset(name for name, one in told.items() if in_free_words(one.declared))
