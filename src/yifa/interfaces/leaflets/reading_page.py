"""The reading page: one HTML file in which a report is read with every figure marked and every check shown as a sum.

The texts stand in the page as papers, what was found in them as data beside. Words come in Chinese and English: the
same texts read twice, once in each language, so that the page can change its language without a server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yifa.interfaces.leaflets.leaf import compose
from yifa.interfaces.leaflets.paper import OUTLINE_LEVELS, draw
from yifa.interfaces.leaflets.reading_words import COUNTED, SAID
from yifa.interfaces.leaflets.said import dictionary
from yifa.interfaces.telling import (
    LIGHTS,
    Light,
    members,
    tell_document,
    tell_kind,
    tell_level,
    tell_number,
    tell_period,
    tell_severity,
    tell_text_kind,
    tell_verdict,
    worst,
)
from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure
from yifa.reader.reading import COUNTING_KINDS, Check, Damage, Document, Figure, FigureKind, Reading, Severity
from yifa.wording import CHINESE, ENGLISH, Language, language

SCRIPTS = (
    "speech",
    "dom",
    "placed",
    "readings",
    "sieve",
    "card",
    "registers",
    "outline",
    "survey",
    "notes",
    "keys",
    "reading",
)
"""The scripts in the order in which they build on one another."""

STYLES = ("ground", "paper", "desk", "reading-media")
TABS_UP_TO = 5
"""So many texts have a tab each; more are chosen from a list."""

Words = str | dict[str, str]
"""A text in both languages, or one string where they agree."""


def render(chinese: Reading, english: Reading, *, lang: str = CHINESE) -> str:
    """The page, as the text of one HTML file; both readings are of the same texts, `lang` is shown first."""
    lights = _lights(chinese)
    names = [tell_document(document) for document in chinese.documents]
    return compose(
        "reading.html",
        SCRIPTS,
        STYLES,
        speech=language(CHINESE),
        data=collect(chinese, english, lang=lang),
        documents=[
            {"name": name, "paper": draw(document, place, lights[place])}
            for place, (name, document) in enumerate(zip(names, chinese.documents, strict=True))
        ],
        tabs=1 < len(names) <= TABS_UP_TO,
        several=len(names) > 1,
        verdicts=[(str(verdict), LIGHTS[verdict], tell_verdict(verdict, language(CHINESE))) for verdict in LIGHTS],
    )


def collect(chinese: Reading, english: Reading, *, lang: str = CHINESE) -> dict[str, Any]:
    """What the page knows beside the texts, as plain data; figures are named by their place in their text."""
    lights = _lights(chinese)
    used = {one.measure for document in chinese.documents for one in document.figures if one.measure}
    return {
        "lang": lang,
        "messages": dictionary(SAID, COUNTED, (), language(CHINESE)),
        "holidays": {},
        "verdicts": {
            str(one): {"light": str(light), "sign": light.sign, "words": _told(lambda s, v=one: tell_verdict(v, s))}
            for one, light in LIGHTS.items()
        },
        "kinds": {
            str(one): {"words": _told(lambda s, k=one: tell_kind(k, s)), "counts": one in COUNTING_KINDS}
            for one in FigureKind
        },
        "severities": {str(one): _told(lambda s, v=one: tell_severity(v, s)) for one in Severity},
        "checkKinds": {},
        "damageKinds": {},
        "measures": {one: told for one in sorted(used) if (told := _measure(one))},
        "documents": [
            _document(document, other, lights[place])
            for place, (document, other) in enumerate(zip(chinese.documents, english.documents, strict=True))
        ],
        "across": list(_across(chinese, english)),
        "refused": [
            {"file": one.file, "message": _pair(one.message, other.message)}
            for one, other in zip(chinese.refused, english.refused, strict=True)
        ],
    }


def _document(document: Document, other: Document, lights: Mapping[int, Light]) -> dict[str, Any]:
    places = {one.id: place for place, one in enumerate(document.figures)}
    messages = {one.id: one for one in other.checks}
    return {
        "file": document.file,
        "name": tell_document(document),
        "title": document.facts.title,
        "facts": list(_facts(document)),
        "sections": [
            {"path": one.path, "level": one.level, "title": one.title, "start": one.start, "end": one.end}
            for one in document.prepared.sections
            if one.level in OUTLINE_LEVELS
        ],
        "figures": [_figure(one, places, lights.get(place)) for place, one in enumerate(document.figures)],
        "checks": [
            _check(one, messages.get(one.id, one), [places[id_] for id_ in one.figures if id_ in places])
            for one in document.checks
        ],
        "damage": [
            _damage(one, twin, document)
            for one, twin in zip(document.prepared.damage, other.prepared.damage, strict=True)
        ],
    }


def _facts(document: Document) -> Iterator[dict[str, Any]]:
    """What kind of text, whose, of when: label and value, in the order in which a reader asks."""
    facts, extract = document.facts, document.prepared.extract

    def row(label: str, value: Words | None) -> Iterator[dict[str, Any]]:
        if value:
            yield {"label": label, "value": value}

    yield from row("Kind of text", _told(lambda speech: tell_text_kind(facts, speech)))
    yield from row("Authority", facts.authority)
    yield from row("Level", _told(lambda speech: tell_level(facts, speech)))
    if facts.period:
        first, last = facts.period
        yield from row("Period", _told(lambda speech: speech.days(first, last)))
    yield from row("Document number", facts.number)
    yield from row("Addressee", facts.addressee)
    for label, day in (("Signed", facts.signed), ("Published", facts.published)):
        if day:
            yield from row(label, _told(lambda speech, day=day: speech.day(day)))
    yield from row("Read from", " · ".join(filter(None, (extract.file, extract.format, extract.encoding))))


def _figure(one: Figure, places: Mapping[str, int], light: Light | None) -> dict[str, Any]:
    data = {
        "id": one.id,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "number": tell_number(one.value, one.value_to),
        "unit": one.unit,
        "kind": str(one.kind),
        "qualifiers": list(one.qualifiers),
        "subject": one.subject,
        "predicate": one.predicate,
        "scope": one.scope,
        "period": _told(lambda speech: tell_period(one.period, speech)) if one.period else None,
        "measure": one.measure,
        "section": one.section,
        "line": one.line,
        "place": one.place,
        "parent": places.get(one.parent) if one.parent else None,
        "light": light and str(light),
    }
    return {key: value for key, value in data.items() if value not in (None, [], "")}


def _check(one: Check, other: Check, figures: list[int]) -> dict[str, Any]:
    data = {
        "id": one.id,
        "kind": one.kind,
        "verdict": str(one.verdict),
        "figures": figures,
        "computation": _pair(one.computation, other.computation),
        "message": _pair(one.message, other.message),
        "start": one.start,
        "end": one.end,
    }
    return {key: value for key, value in data.items() if value not in (None, "")}


def _damage(one: Damage, other: Damage, document: Document) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "severity": str(one.severity),
        "start": one.start,
        "end": one.end,
        "line": document.prepared.extract.line(one.start),
        "message": _pair(one.message, other.message),
    }


def _across(chinese: Reading, english: Reading) -> Iterator[dict[str, Any]]:
    messages = {one.id: one for one in english.across}
    for one in chinese.across:
        yield _check(one, messages.get(one.id, one), []) | {"members": members(chinese, one)}


def _lights(reading: Reading) -> list[dict[int, Light]]:
    """For each text the worst light of every figure that a check used, by its place among the figures."""
    found: list[dict[int, list[Light]]] = [{} for _ in reading.documents]
    for place, document in enumerate(reading.documents):
        places = {one.id: number for number, one in enumerate(document.figures)}
        for check in document.checks:
            for id_ in check.figures:
                if id_ in places:
                    found[place].setdefault(places[id_], []).append(LIGHTS[check.verdict])
    for check in reading.across:
        for text, figure in members(reading, check):
            found[text].setdefault(figure, []).append(LIGHTS[check.verdict])
    return [{figure: worst(lights) for figure, lights in one.items()} for one in found]


def _measure(id_: str) -> dict[str, Any] | None:
    try:
        one = measure(id_)
    except UnknownMeasure:
        return None
    return {
        "words": {"zh": one.name.zh, "en": one.name.en},
        "meaning": {"zh": one.meaning.zh, "en": one.meaning.en},
        "unit": one.unit,
        "sums": [list(_sum(one, tag)) for tag in (CHINESE, ENGLISH)],
        "law": list(one.law),
        "form": one.source.form,
    }


def _sum(one: Measure, tag: str) -> Iterator[str]:
    """How a rate is computed from other measures, in words."""

    def names(ids: tuple[str, ...]) -> str:
        told = (measure(id_).name for id_ in ids)
        return " + ".join(name.zh if tag == CHINESE else name.en for name in told)

    for formula in one.formulas:
        yield f"{names(formula.numerator)} ÷ {names(formula.denominator)}"


def _told(tell: Callable[[Language], str]) -> Words:
    return _pair(tell(language(CHINESE)), tell(language(ENGLISH)))


def _pair(zh: str, en: str) -> Words:
    return zh if zh == en else {"zh": zh, "en": en}
