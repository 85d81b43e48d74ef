"""One item of a list put in, changed or taken out by hand: a draft that is as the edition in force but for it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.shortcuts import redirect

from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.registers.forms import Field, Verb, reason_field
from yifa.law.conditions import Type
from yifa.ledgers.registers.columns import RegisterColumn
from yifa.record.lists.actions import amend
from yifa.record.lists.choices import EditionState, ListKind
from yifa.record.lists.errors import WrongItem
from yifa.record.lists.models import Edition, OrganList
from yifa.record.lists.queries import values_by_key
from yifa.record.lists.reading import key_of
from yifa.record.lists.sheets import SHEETS
from yifa.record.organs.actions import Actor
from yifa.wording import Language


def amending(request: Asked, row: OrganList, key: str) -> Verb | None:
    """Change an item, or put a new one in where `key` is blank; None where no edition is in force or a draft waits."""
    speech = request.speech
    say, kind = speech.say, ListKind(row.kind)
    current = Edition.objects.filter(list=row, state=EditionState.IN_FORCE).first()
    if current is None or Edition.objects.filter(list=row, state=EditionState.DRAFT).exists():
        return None
    held = values_by_key(current)
    before = held.get(key, {})
    if key and not before:
        return None
    columns = SHEETS[kind].columns

    def do(values: Mapping[str, Any], actor: Actor) -> object:
        told = {column.id: _read(column, values[column.id]) for column in columns if values[column.id] not in ("", [])}
        told = {name: value for name, value in told.items() if value is not None}
        gone = bool(key) and bool(values.get("gone"))
        new_key = key_of(kind, told)
        if not gone and new_key != key and new_key in held:
            raise WrongItem(f"{row.title}: has an item {new_key} already")
        out = [key] if key and (gone or new_key != key) else []
        edition = amend(row, [] if gone else [told], out, actor=actor, on=request.desk.today)
        return redirect("edition", edition=edition.id)

    fields = [_field(column, before.get(column.id), speech, needed=column.needed) for column in columns]
    if key:
        fields.append(Field("gone", say("Take this item out"), "yes", needed=False))
    fields.append(reason_field(speech))
    title = say("Change an item") if key else say("Put an item in")
    lead = say("It becomes a draft that is as the edition in force but for this item.")
    return Verb(title, tuple(fields), do, lead=lead, button=say("Draw up as a draft"))


def _field(column: RegisterColumn, value: Any, speech: Language, *, needed: bool) -> Field:
    zh = speech.tag == "zh"
    words = tuple((word, names[0] if zh else word) for word, names in column.words.items())
    kind = "choice" if words and column.type is Type.WORD else "day" if column.type is Type.DAY else "text"
    shown: Any = "" if value is None else value
    if column.type is Type.MONEY and value is not None:
        shown = f"{value / 100:.2f}".removesuffix(".00")
    if column.type is Type.NAMES and value:
        shown = "、".join(value)
    help_ = speech.say("An amount in yuan, digits only.") if column.type is Type.MONEY else ""
    name = column.zh if zh else column.en
    return Field(column.id, name, kind, shown, words, needed=needed, help=help_, longest=2000, ahead=True)


def _read(column: RegisterColumn, value: Any) -> Any:
    """A value as an edition keeps it."""
    match column.type:
        case Type.DAY:
            return None if value is None else value.isoformat()
        case Type.MONEY:
            try:
                return int(Decimal(str(value).replace(",", "")) * 100)
            except InvalidOperation:
                raise WrongItem(f"{column.zh}: {value!r} is no amount") from None
        case Type.NAMES:
            return [one.strip() for one in str(value).split("、") if one.strip()]
    return value
