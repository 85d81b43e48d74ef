"""What can be wrong with the approvals, services, dossiers and lists a procedure declares: names that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.reading import Steps
from yifa.law.catalogue.statutes import UnknownStatute
from yifa.law.conditions import Type


def paperwork_faults(procedure: Procedure, duties: Collection[Duty]) -> Iterator[tuple[Steps, str]]:
    """Every fault of `approvals`, `services`, `dossiers` and `from-lists`, with the way to it."""
    for act, approval in procedure.approvals.items():
        yield from _act(procedure, ("approvals", act), act)
        yield from _approver(procedure, act)
        yield from _laws(("approvals", act, "law"), approval.law)
    ids = {duty.id for duty in duties}
    for act, serving in procedure.services.items():
        yield from _act(procedure, ("services", act), act)
        for key, other in serving.acts:
            yield from _act(procedure, ("services", act, key), other)
        if serving.means is not None and serving.means not in procedure.vocabulary.get(serving.served, {}):
            yield ("services", act, "means"), f"`{serving.served}` has no field «{serving.means}»"
        for place, id_ in enumerate(serving.notice):
            if id_ not in ids:
                yield ("services", act, "notice", place), f"«{id_}» is no duty of this folder"
        yield from _laws(("services", act, "law"), serving.law)
    for number, order in enumerate(procedure.dossiers):
        for part in ("main", "secondary"):
            for place, one in enumerate(getattr(order, part)):
                for at, other in enumerate(one.of):
                    yield from _act(procedure, ("dossiers", number, part, place, "of", at), other)
        yield from _laws(("dossiers", number, "law"), order.law)
    yield from _list_faults(procedure)


def _list_faults(procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    for kind, told in procedure.from_lists.items():
        for key, act in told.acts:
            yield from _act(procedure, ("from-lists", kind, key), act)
        for field in told.fields:
            known = [procedure.vocabulary.get(act or "", {}) for act in (told.added, told.removed)]
            if not any(field in one for one in known):
                yield ("from-lists", kind, "fields", field), f"«{field}» is a field of neither `added` nor `removed`"
        for act, fields in told.tells.items():
            yield from _act(procedure, ("from-lists", kind, "tells", act), act)
            vocabulary = procedure.vocabulary.get(act, {})
            for field, one in fields.items() if act in procedure.acts else ():
                if field not in vocabulary or vocabulary[field].type is not Type.YES_NO:
                    yield ("from-lists", kind, "tells", act, field), f"«{field}» is no yes/no field of `{act}`"
                if one.by not in vocabulary:
                    yield ("from-lists", kind, "tells", act, field, "by"), f"`{act}` has no field «{one.by}»"


def _act(procedure: Procedure, path: Steps, name: str) -> Iterator[tuple[Steps, str]]:
    if name not in procedure.acts:
        yield path, f"«{name}» is not among `acts`"


def _approver(procedure: Procedure, act: str) -> Iterator[tuple[Steps, str]]:
    """The field that says who approved, and its words."""
    approval = procedure.approvals[act]
    if approval.field is None or act not in procedure.acts:
        return
    declared = procedure.vocabulary[act].get(approval.field)
    if declared is None or declared.type is not Type.WORD:
        yield ("approvals", act, "field"), f"«{approval.field}» is no word of `{act}`"
        return
    for rank, word in approval.words.items():
        if declared.words and word not in declared.words:
            known = ", ".join(declared.words)
            yield ("approvals", act, "words", rank), f"«{word}» is no value of «{approval.field}»; there are {known}"


def _laws(path: Steps, laws: tuple[str, ...]) -> Iterator[tuple[Steps, str]]:
    for place, text in enumerate(laws):
        try:
            citation(text)
        except UnknownStatute:
            yield (*path, place), f"«{text}» cites no statute of the corpus"
