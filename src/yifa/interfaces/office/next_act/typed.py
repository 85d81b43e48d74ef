"""What is typed into the form of an act, as forms hand it over: kept as a draft, or told back of an act on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from yifa.law.conditions import Type
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import ActDraft, Case
from yifa.record.cases.people import naming_fields

NOT_TYPED = ("csrfmiddlewaretoken", "as", "how", "because", "seen")
"""What a form carries beside what somebody typed."""
FEN = 100


def typed_of(given: QueryDict) -> dict[str, list[str]]:
    """What was typed into a form: every field with something in it."""
    found = {name: [text for text in texts if text.strip()] for name, texts in given.lists() if name not in NOT_TYPED}
    return {name: texts for name, texts in found.items() if texts}


def is_worth_keeping(typed: Mapping[str, Sequence[str]]) -> bool:
    """Whether more was typed than what the form proposes by itself."""
    return any(name != "on" and not name.endswith("-unit") and not name.startswith("step-") for name in typed)


def given_of(draft: ActDraft | None, today: date | None = None) -> QueryDict | None:
    """A draft as a form hands it over; of `today`, where it says no day and one is asked for."""
    if draft is None:
        return None
    given = _given(draft.typed)
    if today is not None and "on" not in given:
        given["on"] = today.isoformat()
    return given


def given_again(
    case: Case,
    kind: str,
    fields: Mapping[str, Any],
    on: date | None = None,
    minute: int | None = None,
    number: str = "",
) -> QueryDict:
    """Kept fields of an act as a form hands them over."""
    declared, told = procedure_of(case).vocabulary[kind], dict[str, list[str]]()
    for name, held in fields.items():
        match declared[name].type:
            case Type.MONEY:
                told[name] = [f"{Decimal(held) / FEN:f}"]
            case Type.NAMES:
                told[name] = list(held) if (kind, name) in naming_fields(case.procedure) else ["、".join(held)]
            case Type.LENGTH:
                number_of, _, unit = str(held).partition(" ")
                told[name], told[f"{name}-unit"] = [number_of], [unit]
            case _:
                told[name] = [str(held)]
    if on is not None:
        told["on"] = [on.isoformat()]
    if minute is not None:
        told["time"] = [f"{minute // 60:02}:{minute % 60:02}"]
    if number:
        told["number"] = [number]
    return _given(told)


def _given(told: Mapping[str, Sequence[str]]) -> QueryDict:
    given = QueryDict(mutable=True)
    for name, texts in told.items():
        given.setlist(name, list(texts))
    return given
