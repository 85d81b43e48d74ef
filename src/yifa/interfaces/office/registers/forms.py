"""Forms of verbs of the registers: a few fields declared as data, read back with what is wrong, words kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.registers.keeping import organ_called
from yifa.interfaces.office.registers.telling import REFUSALS, tell_refusal
from yifa.record.organs.actions import Actor
from yifa.wording import Language


@dataclass(frozen=True)
class Field:
    """A field. `kind`: text, long, day, choice, several, yes, organ (told by its name or code).

    `offered`: names to choose from while typing; nobody is kept from typing another.
    """

    name: str
    label: str
    kind: str = "text"
    value: Any = ""
    choices: tuple[tuple[str, str], ...] = ()
    needed: bool = True
    help: str = ""
    longest: int = 200
    offered: tuple[str, ...] = ()
    ahead: bool = False
    """Whether a day may lie ahead."""
    error: str = ""


@dataclass(frozen=True)
class Form:
    """A form as it stands: `values` are what the fields tell, where nothing is wrong."""

    fields: tuple[Field, ...]
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """What is wrong, by field."""
        return [(one.name, f"{one.label}：{one.error}") for one in self.fields if one.error]


@dataclass(frozen=True)
class Verb:
    """What is done with a register on a page: how it is called, its fields, and how it is done.

    `do` takes the values and who does it; what it raises is told. `lead`: what it brings with it.
    """

    title: str
    fields: tuple[Field, ...]
    do: Callable[[Mapping[str, Any], Actor], object]
    lead: str = ""
    button: str = ""
    warns: tuple[str, ...] = ()


def day_field(speech: Language, today: date, *, label: str = "", ahead: bool = True) -> Field:
    """The day from which something holds."""
    return Field("on", label or speech.say("From which day"), "day", today.isoformat(), ahead=ahead)


def reason_field(speech: Language, *, needed: bool = True, help: str = "") -> Field:  # noqa: A002 - as in HTML
    """Why something is done."""
    return Field("because", speech.say("Reason or document it rests on"), "long", needed=needed, longest=500, help=help)


def read_form(fields: Sequence[Field], given: QueryDict, today: date, speech: Language) -> Form:
    """A form as it was filled in."""
    values: dict[str, Any] = {}
    found = []
    on = _day(given.get("on", "")) or today
    for one in fields:
        raw: Any = given.getlist(one.name) if one.kind == "several" else given.get(one.name, "").strip()
        value, error = _read(one, raw, today, on, speech)
        if not error and one.needed and value in ("", None, []):
            error = speech.say("This must be filled in.")
        values[one.name] = value
        found.append(replace(one, value=raw, error=error))
    return Form(tuple(found), values)


def _read(one: Field, raw: Any, today: date, on: date, speech: Language) -> tuple[Any, str]:
    say = speech.say
    match one.kind:
        case "day":
            day = _day(raw)
            if raw and day is None:
                return None, say("The day cannot be read; expected one such as 2026-03-02.")
            if day is not None and day > today and not one.ahead:
                return None, say("The day lies ahead; what has not happened yet is not recorded.")
            return day, ""
        case "choice":
            known = {value for value, _ in one.choices}
            return raw, "" if not raw or raw in known else say("expected one of the list")
        case "several":
            known = {value for value, _ in one.choices}
            return raw, "" if set(raw) <= known else say("expected one of the list")
        case "organ":
            organ = organ_called(raw, on) if raw else None
            return organ, "" if organ or not raw else say("No organ, or more than one, is called so on that day.")
        case "yes":
            return raw == "yes", say("Tick this to go on.") if one.needed and raw != "yes" else ""
    return raw, say("At most {n} characters.", n=one.longest) if len(raw) > one.longest else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def verb_page(request: Asked, verb: Verb, *, of: str, back: str, done: str = "") -> HttpResponse:
    """The page of a verb: its form; and once it is filled in, what it does, and back. `of`: with whom it is done."""
    speech, desk = request.speech, request.desk
    form = Form(verb.fields)
    problem = ""
    if request.method == "POST":
        form = read_form(verb.fields, request.POST, desk.today, speech)
        if not form.errors:
            try:
                answer = verb.do(form.values, desk.actor(str(form.values.get("because") or "")))
            except REFUSALS as error:
                problem = tell_refusal(error, speech)
            else:
                if isinstance(answer, HttpResponse):
                    return answer
                messages.success(request, speech.say("Recorded: {what}.", what=verb.title))
                return redirect(done or back)
    told = {"verb": verb, "form": form, "problem": problem, "of": of, "back": back}
    return render(request, "registers/verb.html", told, status=409 if problem or form.errors else 200)
