"""What the conditions of a procedure may name, duty by duty."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Declared, NotACondition, Scope, Type, Value, event, value
from yifa.law.conditions.columns import Answered, Occurrence, Pick, Told
from yifa.law.conditions.tree import NULL, Choose, Expr, Read, both

if TYPE_CHECKING:
    from yifa.law.catalogue.kinds.value_limit import DaysCounted


def case_scope(procedure: Procedure, duties: Iterable[Duty]) -> Scope:
    """What deemed acts and definitions may name: the case, and the duties that are for the case."""
    names = [duty.id for duty in duties if duty.each is None]
    return _with_definitions(procedure, Scope(procedure.vocabulary, attributes=_attributes(procedure), duties=names))


def _case_scope_again(procedure: Procedure, duties: Collection[Duty]) -> Scope:
    """The scope of the case, made once for all the duties of a folder."""
    if not _LAST or _LAST[0][0] is not procedure or _LAST[0][1] is not duties:
        _LAST[:] = [(procedure, duties, case_scope(procedure, duties))]
    return _LAST[0][2]


_LAST: list[tuple[Procedure, Collection[Duty], Scope]] = []


def duty_scope(procedure: Procedure, duty: Duty, duties: Collection[Duty]) -> Scope:
    """What a duty may name; raises `NotACondition` for a fault under `with` (definitions were read before)."""
    same_subject = [one.id for one in duties if one.id != duty.id and one.each in (None, duty.each)]
    base = _case_scope_again(procedure, duties)
    scope = Scope(base.acts, duty.each, {}, base.definitions, base.attributes, same_subject)
    bound: dict[str, Occurrence] = {}
    for name, text in duty.with_.items():
        bound[name] = event(text, Scope(scope.acts, scope.it, dict(bound), {}, scope.attributes))
    plain = Scope(scope.acts, scope.it, bound, scope.definitions, scope.attributes, scope.duties)
    counted = {
        name: _days_counted(days_question(duty, name), one, procedure, plain)
        for name, one in getattr(duty, "days", {}).items()
    }
    return Scope(scope.acts, scope.it, bound, {**scope.definitions, **counted}, scope.attributes, scope.duties)


def _days_counted(question: str, counted: DaysCounted, procedure: Procedure, scope: Scope) -> Value:
    """A number of days: there where both days are, known where all is told that could have stopped them.

    A fault in the days is reported where they stand.
    """
    days: Expr = Read(Answered(question, "days"))
    pauses = [procedure.pauses[kind] for kind in counted.pauses if kind in procedure.pauses]
    acts = tuple(dict.fromkeys(act for pause in pauses for act in (*pause.from_, *pause.to)))
    if acts:
        days = Choose(Read(Told(acts)), days, NULL)
    try:
        sides = [value(text, scope) for text in (counted.from_, counted.to)]
    except NotACondition:
        return Value(Type.NUMBER, days)
    return Value(Type.NUMBER, days, both(*(side.exists for side in sides)))


def days_question(duty: Duty, name: str) -> str:
    """The id of the question that counts the days a duty has given a name."""
    return f"{duty.id}:{name}"


def usual_pick(duty: Duty, key: str) -> Pick:
    """Which occurrence is meant where the text does not say: for the case the first; for `it` its neighbour.

    What must lie ahead of `it` is looked for before it, all else after it.
    """
    if duty.each is None:
        return Pick.FIRST
    ahead = key == "done" and getattr(duty, "ahead", None) is not None
    return Pick.BEFORE if ahead or key == "earlier" else Pick.AFTER


def _attributes(procedure: Procedure) -> dict[str, dict[str, Declared]]:
    return {of: {name: one.declared for name, one in facts.items()} for of, facts in procedure.attributes.items()}


def _with_definitions(procedure: Procedure, scope: Scope) -> Scope:
    """Definitions may name each other; those that can be read are read, the others stay out (and are faults)."""
    known: dict[str, Value] = {}
    waiting = dict(procedure.definitions)
    while waiting:
        read_now = {}
        for name, definition in waiting.items():
            try:
                read_now[name] = value(
                    definition.is_, Scope(scope.acts, None, {}, known, scope.attributes, scope.duties, hints=False)
                )
            except NotACondition:
                continue
        if not read_now:
            break
        known |= read_now
        waiting = {name: one for name, one in waiting.items() if name not in read_now}
    return Scope(scope.acts, None, {}, known, scope.attributes, scope.duties)
