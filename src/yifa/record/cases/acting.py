"""Acts made ready to be written: told in the words of the procedure, held against the gates, not recorded yet.

For the verbs of this room and of those above it; whoever writes a row of an act has it from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Declared
from yifa.record.cases.choices import TAKES_ACTS
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.errors import NeedsReason, NoSuchAct, Unlawful, WrongState
from yifa.record.cases.gates import breaks
from yifa.record.cases.models import Act, Case
from yifa.record.cases.naming_nobody import in_free_words, refuse_names
from yifa.record.cases.people import REFERENCE, naming_fields
from yifa.record.cases.secrecy import refuse_secret_values, refuse_secrets
from yifa.record.cases.values import kept
from yifa.record.organs.actions import Actor


@dataclass(frozen=True, slots=True)
class Happening:
    """An act as somebody tells it: what, when, and the fields the procedure asks for."""

    kind: str
    on: date | None = None
    minute: int | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    number: str = ""
    came_from: Mapping[str, Any] = field(default_factory=dict)


def prepared(case: Case, happening: Happening, *, actor: Actor) -> Act:
    """An act that is prepared here. Raises `Unlawful` where it would break a duty."""
    open_only(case)
    act = act_of_case(case, happening, actor, procedure_of(case))
    if found := breaks(case, act):
        raise Unlawful(happening.kind, found)
    act.reason = actor.because
    return act


def happened(case: Case, happening: Happening, *, actor: Actor) -> Act:
    """An act that has happened, lawful or not. Raises `NeedsReason` where it broke a duty and `actor` gives none."""
    open_only(case)
    act = act_of_case(case, happening, actor, procedure_of(case))
    if not actor.because and (found := breaks(case, act)):
        raise NeedsReason(happening.kind, found)
    act.reason = actor.because
    return act


def act_of_case(
    case: Case, happening: Happening, actor: Actor, procedure: Procedure, said: Mapping[str, Any] | None = None
) -> Act:
    """The act, with its fields as they are kept; `said`: those of the act that this one corrects. Raises `NoSuchAct`.

    A text that names somebody is refused, but not one that stands on record already: what is wrong must be able to be
    put right, also where he whom it names became a party only later.
    """
    if happening.kind not in procedure.acts:
        known = ", ".join(sorted(procedure.acts))
        raise NoSuchAct(f"{procedure.id}: has no act {happening.kind!r}, expected one of {known}")
    declared = procedure.vocabulary[happening.kind]
    fields = {}
    for name, given in happening.fields.items():
        if name not in declared:
            known = ", ".join(sorted(declared)) or "none"
            raise NoSuchAct(f"{happening.kind}: has no field {name!r}, expected one of {known}")
        try:
            fields[name] = kept(given, declared[name])
        except ValueError as error:
            raise NoSuchAct(f"{happening.kind}.{name}: {error}") from None
        if (happening.kind, name) in naming_fields(procedure.id):
            _no_name(f"{happening.kind}.{name}", fields[name])
    refuse_secrets(happening.number, actor.because)
    refuse_secret_values(fields)
    if case.pk is not None:
        new = {name: held for name, held in fields.items() if said is None or said.get(name) != held}
        refuse_names(case, actor.because, *_told_freely(new, declared))
    if happening.minute is not None and happening.on is None:
        raise NoSuchAct(f"{happening.kind}: has a time and no day, expected both")
    return Act(
        case=case,
        kind=happening.kind,
        on=happening.on,
        minute=happening.minute,
        number=happening.number,
        fields=fields,
        recorded_at=actor.recorded,
        recorded_by=actor.by,
        came_from=dict(happening.came_from),
    )


def _told_freely(fields: Mapping[str, Any], declared: Mapping[str, Declared]) -> Iterator[str]:
    """What somebody wrote in words of his own."""
    for name, held in fields.items():
        if in_free_words(declared[name]) and not REFERENCE.fullmatch(held):
            yield held


def _no_name(where: str, held: str | list[str]) -> None:
    """A field that names people holds references to them."""
    if not all(REFERENCE.fullmatch(one) for one in ([held] if isinstance(held, str) else held)):
        raise NoSuchAct(f"{where}: names somebody, expected an officer or a party of the record, as in officer12")


def open_only(case: Case) -> None:
    """Raise `WrongState` unless the case takes acts."""
    if case.state not in TAKES_ACTS:
        raise WrongState(f"case {case.number}: is {case.state}, expected an open one")
