"""A reading as `yifa.reading/1`: what `yifa read --json` writes, and what the schema beside this file describes.

Values are exact decimals written as strings, without exponent and without trailing noughts; dates are ISO 8601; offsets
count characters of `text`. Keys may be added within version 1, none is taken away.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from yifa.reader.checks.arithmetic import decimal
from yifa.reader.reading import SCHEMA, Check, Damage, Document, Facts, Figure, Mark, Reading, Refusal, Section

SCHEMA_FILE = "reading.schema.json"


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain dicts, lists, strings and numbers, in the order of the schema."""
    return {
        "schema": SCHEMA,
        "documents": [_document(document) for document in reading.documents],
        "across": [_check(one) for one in reading.across],
        "refused": [_refusal(one) for one in reading.refused],
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `yifa.reading/1`."""
    text = files("yifa.reader").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _document(document: Document) -> dict[str, Any]:
    extract = document.prepared.extract
    return {
        "file": extract.file,
        "format": extract.format,
        "encoding": extract.encoding,
        "text": extract.text,
        "marks": [_mark(one) for one in extract.marks],
        "facts": _facts(document.facts),
        "sections": [_section(one) for one in document.prepared.sections],
        "damage": [_damage(one) for one in document.prepared.damage],
        "figures": [_figure(one) for one in document.figures],
        "checks": [_check(one) for one in document.checks],
    }


def _facts(facts: Facts) -> dict[str, Any]:
    return {
        "kind": facts.kind,
        "title": facts.title,
        "authority": facts.authority,
        "level": facts.level,
        "place": facts.place,
        "year": facts.year,
        "period": None if facts.period is None else [day.isoformat() for day in facts.period],
        "number": facts.number,
        "signed": _day(facts.signed),
        "published": _day(facts.published),
        "addressee": facts.addressee,
        "spans": {name: list(span) for name, span in sorted(facts.spans.items())},
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": decimal(figure.value),
        "value_to": _value(figure.value_to),
        "unit": figure.unit,
        "kind": figure.kind.value,
        "written": figure.written,
        "precision": figure.precision,
        "scale": figure.scale,
        "qualifiers": list(figure.qualifiers),
        "subject": figure.subject,
        "predicate": figure.predicate,
        "scope": figure.scope,
        "period": figure.period,
        "measure": figure.measure,
        "measure_score": round(figure.measure_score, 3),
        "section": figure.section,
        "line": figure.line,
        "place": figure.place,
        "sentence": figure.sentence,
        "parent": figure.parent,
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        "id": check.id,
        "kind": check.kind,
        "verdict": check.verdict.value,
        "figures": list(check.figures),
        "computation": check.computation,
        "message": check.message,
        "start": check.start,
        "end": check.end,
    }


def _section(one: Section) -> dict[str, Any]:
    return {
        "path": one.path,
        "level": one.level,
        "title": one.title,
        "start": one.start,
        "body": one.body,
        "end": one.end,
    }


def _damage(one: Damage) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "severity": one.severity.value,
        "start": one.start,
        "end": one.end,
        "message": one.message,
    }


def _mark(one: Mark) -> dict[str, Any]:
    return {"start": one.start, "place": one.place}


def _refusal(one: Refusal) -> dict[str, Any]:
    return {"file": one.file, "reason": one.reason, "message": one.message}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _value(value: Decimal | None) -> str | None:
    return None if value is None else decimal(value)
