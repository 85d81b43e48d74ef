"""What can be wrong with a folder although each of its files can be read: names that lead nowhere, conditions that make
no sense, units that are not the statute's, overlays that stand in each other's way, circles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from yifa.law.catalogue.citations import citation, length_fault
from yifa.law.catalogue.duty import Duty, Text, Wanted
from yifa.law.catalogue.ending_faults import ending_faults
from yifa.law.catalogue.errors import CorpusFault
from yifa.law.catalogue.measures import measures
from yifa.law.catalogue.paperwork_faults import paperwork_faults
from yifa.law.catalogue.procedures import YEAR, Procedure
from yifa.law.catalogue.reading import Steps, Written
from yifa.law.catalogue.scopes import case_scope, duty_scope
from yifa.law.catalogue.statutes import Span, UnknownStatute
from yifa.law.catalogue.systems import systems
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import NotALength, Unit, parse_length
from yifa.law.conditions import NotACondition, Scope, Type, condition, event, people, value
from yifa.law.conditions.grammar import WORDS

OFFICER = "officer"
"""The field of certificate acts that says whose they are."""
Listed = Sequence[tuple[Written, int, Duty]]


def folder_faults(
    vocabulary: Written, procedure: Procedure, listed: Listed, duties: Collection[Duty]
) -> Iterator[CorpusFault]:
    """Every fault of `procedure.yaml` and of the duties."""
    for path, message in _procedure_faults(procedure, duties):
        yield vocabulary.fault(path, message)
    seen: set[str] = set()
    for written, place, duty in listed:
        if duty.id in seen:
            yield written.fault(("duties", place, "id"), f"«{duty.id}» is the id of two duties")
        seen.add(duty.id)
        for path, message in _duty_faults(procedure, duty, duties):
            yield written.fault(("duties", place, *path), message)
    for place, borrowed in enumerate(procedure.borrows):
        for number, id_ in enumerate(borrowed.duties):
            lent = next((duty for duty in duties if duty.id == id_ and id_ not in seen), None)
            for _, message in _duty_faults(procedure, lent, duties) if lent is not None else ():
                yield vocabulary.fault(("borrows", place, "duties", number), f"«{id_}» cannot be asked here: {message}")
    for written, place, message in _equals(listed):
        yield written.fault(("duties", place, "replaces"), message)


# -- procedure.yaml ---------------------------------------------------------------------------------------------------


def _procedure_faults(procedure: Procedure, duties: Collection[Duty]) -> Iterator[tuple[Steps, str]]:
    for name in (*procedure.acts, *procedure.definitions):
        if name in WORDS or name == YEAR:
            yield (("acts" if name in procedure.acts else "definitions"), name), f"«{name}» is a word of the language"
    yield from _served_faults(procedure)
    for name, act in procedure.acts.items():
        for place, field in enumerate(act.fields):
            if field not in procedure.fields:
                yield ("acts", name, "fields", place), f"«{field}» is not among `fields`"
    yield from _unknown_acts(procedure, ("yearly-after",), procedure.yearly_after)
    yield from _lapse_faults(procedure)
    yield from _pause_faults(procedure)
    for name, one in procedure.acts.items():
        for other, field in one.counts_as.items():
            yield from _unknown_acts(procedure, ("acts", name, "counts-as"), (other,))
            declared = procedure.vocabulary[name].get(field)
            if declared is None or declared.type is not Type.YES_NO:
                yield ("acts", name, "counts-as", other), f"«{field}» is no yes/no field of `{name}`"
    yield from _deemed_faults(procedure, duties)
    yield from paperwork_faults(procedure, duties)
    yield from ending_faults(procedure)


def _lapse_faults(procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    for place, lapse in enumerate(procedure.certificate_lapses):
        yield from _unknown_acts(procedure, ("certificate-lapses", place, "act"), (lapse.act,))
        if lapse.act in procedure.acts and OFFICER not in procedure.acts[lapse.act].fields:
            yield ("certificate-lapses", place, "act"), f"`{lapse.act}` has no field «{OFFICER}» to say whose it is"
        yield from _law_faults(("certificate-lapses", place, "law"), lapse.law)


def _pause_faults(procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    for name, pause in procedure.pauses.items():
        for key, acts in (("from", pause.from_), ("to", pause.to)):
            yield from _unknown_acts(procedure, ("pauses", name, key), acts)
        for field in pause.told:
            if not any(field in procedure.vocabulary.get(act, {}) for act in pause.from_):
                yield ("pauses", name, "told"), f"«{field}» is no field of {', '.join(pause.from_)}"
        yield from _law_faults(("pauses", name, "law"), pause.law)


def _served_faults(procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    for place, id_ in enumerate(procedure.systems):
        if id_ not in systems():
            yield ("systems", place), f"«{id_}» is not in systems.yaml"
    known = {one.id for one in measures()} if procedure.measures else ()
    for place, id_ in enumerate(procedure.measures):
        if id_ not in known:
            yield ("measures", place), f"«{id_}» is no measure"


def _deemed_faults(procedure: Procedure, duties: Collection[Duty]) -> Iterator[tuple[Steps, str]]:
    scope = case_scope(procedure, duties)
    for name, definition in procedure.definitions.items():
        if name not in scope.definitions:
            try:
                value(definition.is_, scope)
            except NotACondition as fault:
                yield ("definitions", name, "is"), _said(fault)
        yield from _law_faults(("definitions", name, "law"), definition.law)
    for name, lines in procedure.deemed.items():
        yield from _unknown_acts(procedure, ("deemed",), (name,))
        for place, line in enumerate(lines):
            path: Steps = ("deemed", name, place)
            yield from _text_faults(scope, Text((*path, "on"), line.on, Wanted.DAY))
            yield from _text_faults(scope, Text((*path, "when"), line.when, Wanted.CONDITION))
            yield from _law_faults((*path, "law"), line.law)


def _unknown_acts(procedure: Procedure, path: Steps, acts: Sequence[str]) -> Iterator[tuple[Steps, str]]:
    for act in acts:
        if act not in procedure.acts:
            yield path, f"«{act}» is not among `acts`"


def _law_faults(path: Steps, law: Sequence[str]) -> Iterator[tuple[Steps, str]]:
    for place, text in enumerate(law):
        try:
            citation(text)
        except UnknownStatute as fault:
            near = f"; did you mean {'、'.join(f'«{name}»' for name in fault.near)}?" if fault.near else ""
            yield (*path, place), f"«{text}» cites no statute of the corpus{near}"


# -- duties -----------------------------------------------------------------------------------------------------------


def _duty_faults(procedure: Procedure, duty: Duty, duties: Collection[Duty]) -> Iterator[tuple[Steps, str]]:
    grain = list(_grain_faults(procedure, duty))
    yield from grain
    yield from _law_faults(("law",), duty.law)
    for place, id_ in enumerate(duty.replaces):
        if id_ not in {one.id for one in duties}:
            yield ("replaces", place), f"«{id_}» is no duty of this folder"
    if duty.replaces and not duty.overlay:
        yield ("replaces",), "`replaces` needs an `overlay`: where does it stand in for the other?"
    if (duty.class_ is None) != (duty.class_reason is None):
        yield ("class",), "`class` and `class-reason` go together"
    if isinstance(duty, TermDuty):
        yield from _term_faults(procedure, duty)
    if grain:
        return
    try:
        scope = duty_scope(procedure, duty, duties)
    except NotACondition as fault:
        yield ("with",), _said(fault)
        return
    faults = [fault for text in duty.texts() for fault in _text_faults(scope, text)]
    yield from faults
    if not faults:
        yield from duty.faults(scope)


def _grain_faults(procedure: Procedure, duty: Duty) -> Iterator[tuple[Steps, str]]:
    if duty.for_ == "case":
        if not duty.FOR_CASE:
            yield ("for",), f"a duty of kind {duty.kind} is `for: each <act>`, the act it is judged at"
        elif getattr(duty, "trigger", None) is None:
            yield ("from",), "is missing: from which day does the term of the case run?"
    elif duty.each is None:
        yield ("for",), f"«{duty.for_}»: expected `case`, `each <act>` or `each year`"
    elif duty.each != YEAR and duty.each not in procedure.acts:
        yield ("for",), f"«{duty.each}» is not among `acts`"


def _term_faults(procedure: Procedure, duty: TermDuty) -> Iterator[tuple[Steps, str]]:
    keys = [(key, getattr(duty, key.replace("-", "_"))) for key in ("within", "ahead", "at-least", "after", "clear")]
    lengths: list[tuple[Steps, str]] = [((key,), text) for key, text in keys if text is not None]
    lengths += [(("further", place, "within"), term.within) for place, term in enumerate(duty.further)]
    if duty.extension and duty.extension.bounded:
        lengths.append((("extension", "at-most"), duty.extension.at_most))
    for path, text in lengths:
        fault = length_fault(text, duty.law, who=duty.who, on=duty.valid.from_, reason=duty.unit_reason)
        if fault:
            yield path, fault
    if duty.by is not None and duty.each != YEAR:
        yield ("by",), "a date of every year needs `for: each year`"
    if duty.clear is not None and duty.length is not None and duty.length.unit is not Unit.WORKING_DAYS:
        yield ("clear",), "clear days are counted in working days"
    for place, kind in enumerate(duty.pauses):
        if kind not in procedure.pauses:
            known = ", ".join(procedure.pauses) or "none"
            yield ("pauses", place), f"«{kind}» is not among the `pauses` of the procedure: {known}"
    yield from _extension_faults(procedure, duty)


def _extension_faults(procedure: Procedure, duty: TermDuty) -> Iterator[tuple[Steps, str]]:
    line = duty.extension
    if line is None:
        return
    if line.act not in procedure.acts:
        yield ("extension", "act"), f"«{line.act}» is not among `acts`"
        return
    fields = procedure.vocabulary[line.act]
    for key, name in (
        ("approver", line.approver),
        ("length-field", line.length_field),
        ("needs-told", line.needs_told),
    ):
        if name is not None and name not in fields:
            yield ("extension", key), f"`{line.act}` has no field «{name}»"
    approvers = fields[line.approver].words if line.approver in fields else ()
    for place, word in enumerate(line.by):
        if approvers and word not in approvers:
            yield (
                ("extension", "by", place),
                f"«{word}» is no value of «{line.approver}»; there are {', '.join(approvers)}",
            )
    if not line.bounded:
        return
    try:
        units = {parse_length(duty.within or "").unit, parse_length(line.at_most).unit}
    except NotALength:
        return
    if Unit.WORKING_DAYS in units and len(units) > 1:
        yield ("extension", "at-most"), "working days cannot be added to another unit"


def _text_faults(scope: Scope, text: Text) -> Iterator[tuple[Steps, str]]:
    try:
        match text.wanted:
            case Wanted.CONDITION:
                condition(text.text, scope)
            case Wanted.EVENT:
                event(text.text, scope)
            case Wanted.DAY:
                value(text.text, scope, expected=Type.DAY)
            case Wanted.PEOPLE:
                people(text.text, scope)
            case Wanted.VALUE:
                value(text.text, scope)
    except NotACondition as fault:
        yield text.path, _said(fault)


def _said(fault: NotACondition) -> str:
    return f"character {fault.at} of «{fault.text}»: {fault.message}"


def _equals(listed: Listed) -> Iterator[tuple[Written, int, str]]:
    """Two duties equally near that stand in for the same one on the same day."""
    for (_, _, one), (written, place, other) in combinations(listed, 2):
        same = set(one.replaces) & set(other.replaces)
        if one.rule == other.rule:
            continue  # parts of one rule, which share its work out by `when` and `unless`
        if same and set(one.overlay) == set(other.overlay) and _overlap(one.valid, other.valid):
            yield written, place, f"«{one.id}» replaces {', '.join(sorted(same))} in the same overlay at the same time"


def _overlap(one: Span, other: Span) -> bool:
    ends_before = one.to is not None and other.from_ is not None and one.to < other.from_
    begins_after = other.to is not None and one.from_ is not None and other.to < one.from_
    return not (ends_before or begins_after)
