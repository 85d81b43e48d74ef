"""What can be wrong with what a procedure says of the end of its cases: names that lead nowhere, conditions that make
no sense or ask for more than acts.
"""

from __future__ import annotations

from collections.abc import Iterator

from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.endings import Turning
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.reading import Steps
from yifa.law.catalogue.scopes import case_scope
from yifa.law.catalogue.statutes import UnknownStatute
from yifa.law.conditions import NotACondition, Scope, condition
from yifa.law.conditions.columns import Answered, CrossCount, Derived, DutyPart
from yifa.law.conditions.tree import columns_of

_NOT_OF_ACTS = (Answered, CrossCount, Derived, DutyPart)


def turning_scope(procedure: Procedure, act: str) -> Scope:
    """What `when` of an act may name: its fields, other acts of the case, attributes and definitions."""
    base = case_scope(procedure, ())
    return Scope(base.acts, act, {}, base.definitions, base.attributes)


def ending_faults(procedure: Procedure) -> Iterator[tuple[Steps, str]]:
    """Every fault of `ends` and `reopens`, with the way to it."""
    for key, turnings in (("ends", procedure.ends), ("reopens", procedure.reopens)):
        for place, one in enumerate(turnings):
            path: Steps = (key, place)
            unknown = {act for act in (*one.by, *one.without) if act not in procedure.acts}
            for act in sorted(unknown):
                yield path, f"«{act}» is not among `acts`"
            if one.when is not None and not unknown:
                yield from _condition_faults(procedure, one, (*path, "when"))
            if bool(one.law) is one.ours:
                yield path, "needs `law`, the article that makes it so, or `ours: yes` where none is known; not both"
            for text in one.law:
                try:
                    citation(text)
                except UnknownStatute:
                    yield (*path, "law"), f"«{text}» cites no statute of the corpus"


def _condition_faults(procedure: Procedure, one: Turning, path: Steps) -> Iterator[tuple[Steps, str]]:
    for act in one.by:
        try:
            expr = condition(one.when or "", turning_scope(procedure, act))
        except NotACondition as error:
            yield path, f"`{act}`: {error}"
            continue
        if any(isinstance(column, _NOT_OF_ACTS) for column in columns_of(expr)):
            yield path, "what ends a case speaks of acts and their fields only"
