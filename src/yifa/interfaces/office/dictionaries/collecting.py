"""What the corpus declares, gathered for pages: lists and sets, forms of acts, and what a sector or place adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from yifa.interfaces.duty_telling import tell_laws, tell_profile, tell_validity
from yifa.law.catalogue.code_tables import OpenSet, code_tables
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.conditions import Type
from yifa.wording import Language


@dataclass(frozen=True)
class WordList:
    """A list of words: `closed`, where no office adds to it; `entries` are ids and words."""

    id: str
    title: str
    closed: bool
    kept_in: tuple[str, ...]
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FormField:
    """A field of a form, with the words one chooses from."""

    name: str
    title: str
    type: str
    words: tuple[str, ...]
    personal: bool


@dataclass(frozen=True)
class Form:
    """The form of an act: its fields and the papers it leaves."""

    id: str
    title: str
    fields: tuple[FormField, ...]
    papers: tuple[str, ...]


@dataclass(frozen=True)
class Added:
    """A duty that holds only where an organ has a sector or lies in a place, and what it stands in for there."""

    id: str
    procedure: str
    title: str
    law: str
    validity: str
    also: tuple[str, ...]
    replaces: tuple[str, ...]


def _in(text: Bilingual, speech: Language) -> str:
    return text.zh if speech.tag == "zh" else text.en


@lru_cache(maxsize=2)
def word_lists(speech: Language) -> tuple[WordList, ...]:
    """The lists and sets of the corpus."""
    held = code_tables()
    every: Mapping[str, OpenSet] = {**held.tables, **held.sets}
    return tuple(
        WordList(
            id_,
            _in(one.title, speech),
            bool(getattr(one, "closed", False)),
            tuple(_in(folder(kept).procedure.title, speech) for kept in one.kept_in),
            tuple((key, _in(words, speech)) for key, words in one.entries.items()),
        )
        for id_, one in every.items()
    )


@lru_cache(maxsize=80)
def forms(procedure: str, speech: Language) -> tuple[Form, ...]:
    """The forms of the acts of a procedure."""
    of = folder(procedure).procedure
    zh = speech.tag == "zh"
    return tuple(
        Form(
            id_,
            act.zh if zh else act.en,
            tuple(
                FormField(
                    name,
                    one.zh if zh else one.en,
                    tell_type(one.type, speech),
                    tuple(_in(words, speech) if words else key for key, words in one.words.items()),
                    one.names is not None,
                )
                for name in act.fields
                if (one := of.fields.get(name)) is not None
            ),
            act.papers,
        )
        for id_, act in of.acts.items()
    )


def tell_type(type_: Type, speech: Language) -> str:
    """What is put into a field."""
    say = speech.say
    return {
        Type.YES_NO: say("yes or no"),
        Type.NUMBER: say("whole number"),
        Type.MONEY: say("amount"),
        Type.DAY: say("day"),
        Type.WORD: say("one of these words"),
        Type.NAMES: say("names"),
        Type.LENGTH: say("length of time"),
    }[type_]


@lru_cache(maxsize=2)
def overlays(speech: Language) -> tuple[tuple[str, str, int], ...]:
    """Sectors and places with rules of their own: id, name, how many duties."""
    counted = Counter(name for one in procedure_ids() for duty in folder(one).duties for name in duty.overlay)
    return tuple(sorted((name, tell_profile(name, speech), many) for name, many in counted.items()))


@lru_cache(maxsize=80)
def added(profile: str, speech: Language) -> tuple[Added, ...]:
    """The duties that a sector or place adds; none, where there is no such."""
    found = []
    for id_ in procedure_ids():
        of = folder(id_)
        titles = {duty.id: _in(duty.title, speech) for duty in of.duties}
        for duty in of.duties:
            if profile in duty.overlay and duty.id in of.own:
                others = tuple(tell_profile(one, speech) for one in duty.overlay if one != profile)
                law = speech.list(tell_laws(duty.law, speech))
                replaced = tuple(titles.get(one, one) for one in duty.replaces)
                about, valid = _in(of.procedure.title, speech), tell_validity(duty.valid, speech)
                found.append(Added(duty.id, about, titles[duty.id], law, valid, others, replaced))
    return tuple(found)
