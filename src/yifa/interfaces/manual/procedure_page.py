"""The page of a procedure or register as plain data: what its templates show, in the language spoken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from yifa.interfaces.condition_telling import tell_condition
from yifa.interfaces.duty_telling import (
    tell_class,
    tell_consequence,
    tell_extension,
    tell_kind,
    tell_laws,
    tell_left_out,
    tell_profile,
    tell_rule_class,
    tell_term,
    tell_validity,
)
from yifa.interfaces.manual.words import tell_expected, tell_field_type, tell_grade, tell_mode
from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.entries import entered_only
from yifa.law.catalogue.examples import Example
from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.measures import measure
from yifa.law.catalogue.procedures import YEAR, Deemed, PauseKind
from yifa.law.catalogue.rules import CLASSES
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.catalogue.systems import systems
from yifa.law.clock import NotALength, parse_length
from yifa.law.clock.telling import tell_length, tell_pause
from yifa.law.conditions import Type
from yifa.wording import Language


def collect(folder: Folder, speech: Language) -> dict[str, Any]:
    """Everything the page of a folder shows."""
    page = _Page(folder, speech)
    procedure = folder.procedure
    counted = Counter(line.class_ for line in folder.rules.values())
    return {
        "id": folder.id,
        "title": page.two(procedure.title),
        "about": procedure.about if speech.tag != "zh" else "",
        "mode": tell_mode(procedure.mode, speech),
        "keeper": page.two(procedure.kept_by) if procedure.kept_by else "",
        "also": procedure.also,
        "systems": [page.two(Bilingual(zh=systems()[id_].zh, en=systems()[id_].en)) for id_ in procedure.systems],
        "measures": [page.two(measure(id_).name) for id_ in procedure.measures],
        "must_not": [page.two(one) for one in procedure.must_not],
        "classes": [(tell_rule_class(name, speech), counted[name]) for name in CLASSES if counted[name]],
        "duties": len(folder.duties),
        "examples": sum(len(group.examples) for group in folder.groups),
        "acts": list(page.acts()),
        "fields": list(page.fields()),
        "pauses": [page.pause(name, one) for name, one in procedure.pauses.items()],
        "deemed": [page.deemed(act, one) for act, lines in procedure.deemed.items() for one in lines],
        "turned": list(page.turned()),
        "chapters": list(page.chapters()),
        "borrowed": [page.duty(duty) for duty in folder.duties if duty.id not in folder.own],
        "rules": list(page.rules()),
        "groups": list(page.groups()),
    }


class _Page:
    """One folder, told in one language."""

    def __init__(self, folder: Folder, speech: Language) -> None:
        self.folder = folder
        self.speech = speech
        self.procedure = folder.procedure
        self.known = {duty.id: duty for duty in folder.duties}
        self.shown: dict[str, list[tuple[int, str, str]]] = {}
        number = 0
        for group in folder.groups:
            for example in group.examples:
                number += 1
                for id_, expected in example.expect.items():
                    told = [tell_expected(one, self.known.get(id_), speech) for one in expected]
                    line = (number, example.name, speech.list(list(dict.fromkeys(told))))
                    self.shown.setdefault(id_, []).append(line)

    def two(self, text: Bilingual) -> str:
        """A text in the language spoken."""
        return text.zh if self.speech.tag == "zh" else text.en

    def act(self, name: str) -> str:
        """The name of an act."""
        known = self.procedure.acts.get(name)
        return name if known is None else known.zh if self.speech.tag == "zh" else known.en

    def acts(self) -> Iterator[dict[str, Any]]:
        """The table of acts."""
        for name, act in self.procedure.acts.items():
            yield {
                "id": name,
                "name": self.act(name),
                "papers": act.papers,
                "ends": name in self.procedure.ending_acts,
                "reconstructed": act.reconstructed,
                "fields": [self.field(field) for field in act.fields],
            }

    def field(self, name: str) -> str:
        """The name of a field."""
        known = self.procedure.fields.get(name)
        return name if known is None else known.zh if self.speech.tag == "zh" else known.en

    def fields(self) -> Iterator[dict[str, str]]:
        """The table of fields."""
        for name, field in self.procedure.fields.items():
            yield {"id": name, "name": self.field(name), "type": tell_field_type(field, self.speech)}

    def pause(self, name: str, one: PauseKind) -> dict[str, Any]:
        """A kind of time left out."""
        return {
            "name": tell_pause(name, self.speech),
            "from": self.speech.list([self.act(act) for act in one.from_]),
            "to": self.speech.list([self.act(act) for act in one.to]),
            "law": self.laws(one.law, None),
        }

    def deemed(self, act: str, one: Deemed) -> dict[str, Any]:
        """What the law takes as done."""
        when, on = self.condition(one.when, None), self.condition(one.on, None)
        return {"act": self.act(act), "on": on, "when": when, "law": self.laws(one.law, one.valid.to)}

    def turned(self) -> Iterator[dict[str, Any]]:
        """By which acts a case is done with, and open again."""
        for again, turnings in ((False, self.procedure.ends), (True, self.procedure.reopens)):
            for one in turnings:
                yield {
                    "again": again,
                    "acts": self.speech.list([self.act(act) for act in one.by]),
                    "when": self.condition(one.when, None),
                    "without": self.speech.list([self.act(act) for act in one.without]) if one.without else "",
                    "law": self.laws(one.law, None) or self.speech.say("an order of this system; no article says so"),
                }

    def laws(self, texts: tuple[str, ...], on: date | None) -> str:
        """Articles as people write them."""
        return self.speech.list(tell_laws([citation(text).said(on) for text in texts], self.speech)) if texts else ""

    def chapters(self) -> Iterator[dict[str, Any]]:
        """Its own duties, chapter by chapter."""
        for chapter in self.folder.chapters:
            yield {
                "name": chapter.name,
                "about": self.two(chapter.about) if chapter.about else chapter.name,
                "duties": [self.duty(self.known[id_]) for id_ in chapter.duties],
            }

    def duty(self, duty: Duty) -> dict[str, Any]:
        """A duty as a lawyer reads it."""
        speech = self.speech
        return {
            "id": duty.id,
            "anchor": duty.id.replace("/", "--"),
            "title": self.two(duty.title),
            "kind": tell_kind(duty.kind, speech),
            "term": " · ".join(filter(None, (tell_term(duty, self.procedure, speech), tell_extension(duty, speech)))),
            "left_out": tell_left_out(duty, speech),
            "law": self.laws(duty.law, duty.valid.to),
            "class": tell_class(duty, speech),
            "consequence": tell_consequence(duty, speech) or "",
            "grade": tell_grade(duty.verified, speech),
            "unsure": duty.verified != "text",
            "overlay": [tell_profile(name, speech) for name in duty.overlay],
            "replaces": [(id_, id_.replace("/", "--")) for id_ in duty.replaces if id_ in self.known],
            "validity": tell_validity(duty.valid, speech),
            "when": self.condition(duty.when, duty),
            "unless": self.condition(duty.unless, duty),
            "require": self.condition(getattr(duty, "require", None), duty),
            "contested": [one.zh if speech.tag == "zh" else one.en for one in duty.contested],
            "cure": self.two(duty.cure) if duty.cure else "",
            "examples": self.shown.get(duty.id, []),
        }

    def condition(self, text: str | None, duty: Duty | None) -> str:
        """A condition in words; nothing where there is none."""
        return tell_condition(text, self.folder, duty, self.speech) if text else ""

    def rules(self) -> Iterator[dict[str, Any]]:
        """How each rule is carried."""
        for id_, line in self.folder.rules.items():
            yield {
                "id": id_,
                "class": tell_rule_class(line.class_, self.speech),
                "entered": entered_only(self.folder, id_),
                "by": [(duty, duty.replace("/", "--")) for duty in line.by],
                "why": self.two(line.why) if line.why else "",
            }

    def groups(self) -> Iterator[dict[str, Any]]:
        """The worked cases under their headings."""
        number = 0
        for group in self.folder.groups:
            told = []
            for example in group.examples:
                number += 1
                told.append(self.example(number, example))
            yield {"about": group.about, "examples": told}

    def example(self, number: int, example: Example) -> dict[str, Any]:
        """A worked case: what happened, and what every duty asked about comes to."""
        return {
            "number": number,
            "name": example.name,
            "why": example.why or "",
            "events": [self.event(happening) for happening in example.events],
            "expected": [
                (id_, id_.replace("/", "--"), self.outcome(id_, one), _written(one.due))
                for id_, expected in example.expect.items()
                for one in expected
            ],
        }

    def outcome(self, id_: str, one: Any) -> str:
        """What one subject of a duty comes to."""
        told = tell_expected(one, self.known.get(id_), self.speech)
        if one.subject is None or "#" not in one.subject:
            return told
        act, _, place = one.subject.partition("#")
        subject = self.speech.say("year {year}", year=place) if act == YEAR else f"{self.act(act)} {place}"
        return f"{subject}: {told}"

    def event(self, happening: Mapping[str, Any]) -> tuple[str, str, str]:
        """An act of a worked case: its day, its name, what is recorded of it."""
        rest = {key: value for key, value in happening.items() if key not in ("on", "act", "id")}
        fields = [f"{self.field(key)}: {self.value(key, value)}" for key, value in rest.items()]
        return _written(happening.get("on")) or "—", self.act(str(happening.get("act"))), self.speech.list(fields)

    def value(self, field: str, value: Any) -> str:
        """What stands in a field of a worked case."""
        if isinstance(value, list):
            return "、".join(map(str, value))
        known = self.procedure.fields.get(field)
        title = known.words.get(str(value)) if known else None
        if title is not None:
            return self.two(title)
        if known is not None and known.type is Type.LENGTH:
            try:
                return tell_length(parse_length(str(value)), self.speech)
            except NotALength:  # days alone, as the case format writes them
                return _written(value) or self.speech.say("blank")
        if value in ("yes", "no", True, False):
            return self.speech.say("yes") if value in ("yes", True) else self.speech.say("no")
        return _written(value) or self.speech.say("blank")


def _written(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)
