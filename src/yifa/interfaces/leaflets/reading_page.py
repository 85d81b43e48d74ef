"""The reading page: one HTML file in which a report is read with every figure marked and every check shown as a sum.

The texts stand in the page as papers, what was found in them as data beside. Words come in Chinese and English: the
same texts read twice, once in each language, so that the page can change its language without a server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from markupsafe import Markup

from yifa.interfaces.leaflets.leaf import compose
from yifa.interfaces.leaflets.paper import OUTLINE_LEVELS, draw
from yifa.interfaces.leaflets.reading_words import COUNTED, LABELS, SAID
from yifa.interfaces.leaflets.said import dictionary
from yifa.interfaces.telling import (
    LIGHTS,
    Light,
    light_of,
    members,
    tell_authority,
    tell_check_kind,
    tell_damage_kind,
    tell_difference,
    tell_document,
    tell_file,
    tell_growth,
    tell_kind,
    tell_level,
    tell_number,
    tell_period,
    tell_row,
    tell_severity,
    tell_sum,
    tell_text_kind,
    tell_verdict,
    worst,
)
from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure
from yifa.reader.comparison import compare
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
    "sight",
    "keys",
    "hand",
    "reading",
)
"""The scripts in the order in which they build on one another."""

STYLES = ("ground", "paper", "desk", "panel", "survey", "reading-media")
TABS_UP_TO = 5
"""So many texts have a tab each; more are chosen from a list."""

T = TypeVar("T")
Words = str | dict[str, str]
"""A text in both languages, or one string where they agree."""


def render(chinese: Reading, english: Reading, *, lang: str = CHINESE) -> str:
    """The page, as the text of one HTML file; both readings are of the same texts, `lang` is shown first."""
    names = [tell_document(document) for document in chinese.documents]
    return compose(
        "reading.html",
        SCRIPTS,
        STYLES,
        speech=language(CHINESE),
        data=collect(chinese, english, lang=lang),
        documents=[
            {
                "name": name,
                "who": tell_authority(document),
                "year": document.facts.year,
                "paper": paper,
            }
            for name, document, paper in zip(names, chinese.documents, papers(chinese), strict=True)
        ],
        tabs=1 < len(names) <= TABS_UP_TO,
        several=len(names) > 1,
        verdicts=[(str(verdict), LIGHTS[verdict], tell_verdict(verdict, language(CHINESE))) for verdict in LIGHTS],
    )


def papers(reading: Reading, *, links: bool = False) -> list[Markup]:
    """The texts as papers; `links`: for a page on which a figure is asked about by its address (`?t=0&f=12`)."""
    lights = _lights(reading)
    return [draw(document, place, lights[place], links=links) for place, document in enumerate(reading.documents)]


def collect(chinese: Reading, english: Reading, *, lang: str = CHINESE) -> dict[str, Any]:
    """What the page knows beside the texts, as plain data; figures are named by their place in their text."""
    lights = _lights(chinese)
    used = {one.measure for document in chinese.documents for one in document.figures if one.measure}
    return {
        "lang": lang,
        "messages": dictionary((*SAID, *LABELS), COUNTED, (), language(CHINESE)),
        "verdicts": {
            str(one): {"light": str(light), "sign": light.sign, "words": _told(tell_verdict, one)}
            for one, light in LIGHTS.items()
        },
        "kinds": {str(one): {"words": _told(tell_kind, one), "counts": one in COUNTING_KINDS} for one in FigureKind},
        "severities": {str(one): _told(tell_severity, one) for one in Severity},
        "checkKinds": {one: _told(tell_check_kind, one) for one in _kinds_of_checks(chinese)},
        "damageKinds": {one: _told(tell_damage_kind, one) for one in _kinds_of_damage(chinese)},
        "measures": {one: told for one in sorted(used) if (told := _measure(one))},
        "documents": [
            _document(document, other, lights[place])
            for place, (document, other) in enumerate(zip(chinese.documents, english.documents, strict=True))
        ],
        "across": list(_across(chinese, english)),
        "comparison": list(_comparison(chinese)),
        "refused": [
            {"file": one.file, "message": _pair(one.message, other.message)}
            for one, other in zip(chinese.refused, english.refused, strict=True)
        ],
    }


def _kinds_of_checks(reading: Reading) -> list[str]:
    checks = [*reading.across, *(check for document in reading.documents for check in document.checks)]
    return sorted({check.kind for check in checks})


def _kinds_of_damage(reading: Reading) -> list[str]:
    return sorted({one.kind for document in reading.documents for one in document.prepared.damage})


def _document(document: Document, other: Document, lights: Mapping[int, Light]) -> dict[str, Any]:
    places = {one.id: place for place, one in enumerate(document.figures)}
    messages = {one.id: one for one in other.checks}
    return {
        "file": tell_file(document),
        "name": tell_document(document),
        "short": " ".join(filter(None, (tell_authority(document), str(document.facts.year or "")))),
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

    yield from row("Kind of text", _told(tell_text_kind, facts))
    yield from row("Authority", facts.authority)
    yield from row("Level", _told(tell_level, facts))
    if facts.period:
        yield from row("Period", _told(lambda period, speech: speech.days(*period), facts.period))
    yield from row("Document number", facts.number)
    yield from row("Addressee", facts.addressee)
    for label, day in (("Signed", facts.signed), ("Published", facts.published)):
        if day:
            yield from row(label, _told(lambda day, speech: speech.day(day), day))
    yield from row("Read from", " · ".join(filter(None, (tell_file(document), extract.format, extract.encoding))))


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
        "period": _told(tell_period, one.period) if one.period else None,
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
        "light": str(light_of(one)),
        "figures": figures,
        "computation": _pair(tell_sum(one), tell_sum(other)),
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


def _comparison(reading: Reading) -> Iterator[dict[str, Any]]:
    """Measures that several of the texts state: what each says, growth in words, and in what they differ."""
    if len(reading.documents) < 2:
        return
    places = [{one.id: place for place, one in enumerate(document.figures)} for document in reading.documents]
    for row in compare(reading.documents).rows:
        yield {
            "words": _told(tell_row, row),
            "measure": row.measure,
            "cells": [
                cell and {"figure": places[text][cell.figure.id], "others": len(cell.others)}
                for text, cell in enumerate(row.cells)
            ],
            "growth": [
                {
                    "earlier": one.earlier,
                    "later": one.later,
                    "words": _told(tell_growth, (one, row.kind)),
                }
                for one in row.growth
            ],
            "differences": [_told(tell_difference, one) for one in row.differences],
        }


def _lights(reading: Reading) -> list[dict[int, Light]]:
    """For each text the worst light of every figure that a check used, by its place among the figures."""
    found: list[dict[int, list[Light]]] = [{} for _ in reading.documents]
    for place, document in enumerate(reading.documents):
        places = {one.id: number for number, one in enumerate(document.figures)}
        for check in document.checks:
            for id_ in check.figures:
                if id_ in places:
                    found[place].setdefault(places[id_], []).append(light_of(check))
    for check in reading.across:
        for text, figure in members(reading, check):
            found[text].setdefault(figure, []).append(light_of(check))
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


def _told(tell: Callable[[T, Language], str], thing: T) -> Words:
    return _pair(tell(thing, language(CHINESE)), tell(thing, language(ENGLISH)))


def _pair(zh: str, en: str) -> Words:
    return zh if zh == en else {"zh": zh, "en": en}
