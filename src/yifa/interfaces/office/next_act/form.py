"""The form of an act, out of the corpus: a field for each fact it may carry, and the way back from what was typed.

Money is typed in yuan and kept in fen; people are chosen and kept as references; what is left blank is not told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import QueryDict

from yifa.law.catalogue.procedures import FieldOfActs
from yifa.law.conditions import Type
from yifa.record.cases.acting import Happening
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Case
from yifa.record.cases.people import naming_fields, reference
from yifa.record.chain.chained import values_of
from yifa.record.organs.models import Officer
from yifa.wording import Language

UNITS = ("working days", "days", "calendar days", "months", "hours")


@dataclass(frozen=True)
class Field:
    """A field as the form shows it. `kind`: yes-no, word, person, people, money, number, day, length, text, texts."""

    name: str
    label: str
    kind: str
    value: Any = ""
    choices: tuple[tuple[str, str], ...] = ()
    error: str = ""


@dataclass(frozen=True)
class Form:
    """A form as it was filled in: what it tells, where it can be read, and what is wrong with it."""

    kind: str
    on: str
    time: str
    number: str
    fields: tuple[Field, ...]
    happening: Happening | None
    errors: tuple[tuple[str, str], ...]


def form_of(
    case: Case,
    kind: str,
    given: QueryDict | None,
    today: date,
    speech: Language,
    *,
    also: Mapping[str, str] | None = None,
    dated: bool = True,
) -> Form:
    """The form of an act, empty or as it was filled in.

    `also`: further people that may be chosen, by how fields name them. `dated`: it asks for the day; what is only
    proposed has none.
    """
    procedure = procedure_of(case)
    people = _people(case, also or {})
    filled = given is not None and (dated or bool(given))
    values: Mapping[str, Any] = given or {}
    told: dict[str, Any] = {}
    fields, errors = [], []
    for name in procedure.acts[kind].fields:
        if name not in procedure.fields:
            continue
        field = _field(procedure.fields[name], kind, name, case, people, speech)
        raw = given.getlist(name) if given is not None else []
        value, problem = _read(field, raw, given, speech)
        shown = _shown(field, raw, given)
        fields.append(Field(field.name, field.label, field.kind, shown, field.choices, problem))
        if problem:
            errors.append((name, f"{field.label}：{problem}" if speech.tag == "zh" else f"{field.label}: {problem}"))
        elif value is not None:
            told[name] = value
    on = str(values.get("on", today.isoformat() if not filled else "")).strip()
    time = str(values.get("time", "")).strip()
    number = str(values.get("number", "")).strip()
    day, minute = _day(on), _minute(time)
    if on and day is None:
        errors.insert(0, ("on", speech.say("The day cannot be read; expected one such as 2026-03-02.")))
    if day is not None and day > today:
        errors.insert(0, ("on", speech.say("The day lies ahead; what has not happened yet is not recorded.")))
    if filled and dated and not on:
        errors.insert(0, ("on", speech.say("The day is missing.")))
    if time and minute is None:
        errors.append(("time", speech.say("The time cannot be read; expected one such as 14:30.")))
    happening = None if errors or not filled else Happening(kind, day, minute, told, number)
    return Form(kind, on, time, number, tuple(fields), happening, tuple(errors))


def _field(
    declared: FieldOfActs, kind: str, name: str, case: Case, people: Sequence[tuple[str, str]], speech: Language
) -> Field:
    zh = speech.tag == "zh"
    label = declared.zh if zh else declared.en
    names = naming_fields(case.procedure).get((kind, name))
    words = tuple((word, (told.zh if zh else told.en) if told else word) for word, told in declared.words.items())
    if names == "person" and declared.type in (Type.WORD, Type.NAMES):
        return Field(name, label, "people" if declared.type is Type.NAMES else "person", choices=tuple(people))
    if names == "party":
        return Field(name, label, "person", choices=_parties(case))
    kinds = {
        Type.YES_NO: "yes-no",
        Type.MONEY: "money",
        Type.NUMBER: "number",
        Type.DAY: "day",
        Type.LENGTH: "length",
        Type.NAMES: "texts",
        Type.WORD: "word" if words else "text",
    }
    return Field(name, label, kinds[declared.type], choices=words)


def _people(case: Case, also: Mapping[str, str]) -> list[tuple[str, str]]:
    """The officers of the organ, those who take part in the case first; then further ones that are named."""
    own = set(case.participants.filter(last=None, officer__isnull=False).values_list("officer_id", flat=True))
    rows = sorted(Officer.objects.filter(organ=case.organ_id), key=lambda one: (one.id not in own, one.number))
    told = values_of(rows)
    found = {reference(one): f"{told.get(one.name, one.number)}（{one.number}）" for one in rows}
    return [*found.items(), *((one, name) for one, name in also.items() if one not in found)]


def _parties(case: Case) -> tuple[tuple[str, str], ...]:
    parts = list(case.participants.filter(party__isnull=False).select_related("party"))
    parties = [one.party for one in parts if one.party is not None]
    told = values_of(parties)
    return tuple((reference(one), told.get(one.name, "") or reference(one)) for one in parties)


def _read(field: Field, raw: Sequence[str], given: QueryDict | None, speech: Language) -> tuple[Any, str]:
    """The value of a field as verbs take it, and what is wrong with it; None where it was left blank."""
    texts = [one.strip() for one in raw if one.strip()]
    if not texts or given is None:
        return None, ""
    text, known = texts[0], {value for value, _ in field.choices}
    say = speech.say
    match field.kind:
        case "yes-no":
            return (text == "yes", "") if text in ("yes", "no") else (None, say("expected yes or no"))
        case "money":
            fen = _fen(text)
            return (fen, "") if fen is not None else (None, say("expected an amount in yuan such as 5000 or 5000.50"))
        case "number":
            return (int(text), "") if text.isascii() and text.isdigit() else (None, say("expected a whole number"))
        case "day":
            return (text, "") if _day(text) else (None, say("expected a day such as 2026-03-02"))
        case "length":
            unit = given.get(f"{field.name}-unit", UNITS[0])
            good = text.isascii() and text.isdigit() and unit in UNITS
            return (f"{int(text)} {unit}", "") if good else (None, say("expected a whole number"))
        case "people":
            return (texts, "") if known.issuperset(texts) else (None, say("expected people of the list"))
        case "word" | "person":
            return (text, "") if text in known else (None, say("expected one of the list"))
        case "texts":
            return [part.strip() for part in text.replace(",", "、").split("、") if part.strip()], ""
    return text, ""


def _shown(field: Field, raw: Sequence[str], given: QueryDict | None) -> Any:
    """What the form shows again of what was typed."""
    if field.kind == "people":
        return tuple(raw)
    if field.kind == "length":
        return (raw[0] if raw else "", given.get(f"{field.name}-unit", UNITS[0]) if given is not None else UNITS[0])
    return raw[0] if raw else ""


def _fen(text: str) -> int | None:
    try:
        fen = Decimal(text.replace(",", "").replace("，", "")) * 100
    except InvalidOperation:
        return None
    return int(fen) if fen == fen.to_integral_value() and 0 <= fen < 10**15 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _minute(text: str) -> int | None:
    hours, _, minutes = text.partition(":")
    if not (hours.isdigit() and minutes[:2].isdigit()):
        return None
    found = int(hours) * 60 + int(minutes[:2])
    return found if int(hours) < 24 and int(minutes[:2]) < 60 else None
