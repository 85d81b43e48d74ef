"""What a source carries: the difference between "it did not happen" and "we are not told".

Carried and no act: it did not happen. Act there, field blank: unknown. Act not carried: its columns are NULL in every
row; field not carried: as if blank in every act. A duty that this leaves open is not assessable from the source, which
is one line of coverage, never a row per case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from yifa.law.catalogue.procedures import YEAR
from yifa.law.conditions.columns import (
    AnyField,
    Attribute,
    Column,
    CountOf,
    CrossCount,
    DayOf,
    EveryField,
    FieldOf,
    Happened,
    MinuteOf,
    Names,
    Occurrence,
    OverlapOf,
    SizeOf,
    SomeOn,
    SureDay,
    SureMinute,
    Told,
    UnqualifiedOf,
)
from yifa.law.facts.case import CERTIFICATE, Case


@dataclass(frozen=True)
class Source:
    """A source by what it carries.

    `acts` None: every act but those in `without`. `fields` None: every field but those in `without`, else only these.
    Fields are written `act.field`, attributes `case.name` or `organ.name`. `counts`: cross-case counts are supplied.
    """

    id: str
    acts: frozenset[str] | None = None
    fields: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    attributes: frozenset[str] | None = None
    counts: bool = False

    def carries_act(self, act: str) -> bool:
        """Whether acts of this kind are told; a year is no act that a source would tell."""
        return act == YEAR or ((self.acts is None or act in self.acts) and act not in self.without)

    def carries_field(self, act: str, field: str) -> bool:
        """Whether this field of this act is told."""
        name = f"{act}.{field}"
        if act == YEAR:
            return True
        return self.carries_act(act) and name not in self.without and (self.fields is None or name in self.fields)

    def carries(self, column: Column) -> bool:
        """Whether everything a column is made of is told."""
        return self.tells_of(column) and all(
            self.carries_act(act) if field is None else self.carries_field(act, field) for act, field in needs(column)
        )

    def tells_of(self, column: Column) -> bool:
        """Whether a column means anything at all: whether the acts it is made of are told.

        A field that is not told is as if blank in every act there is; an act that is not told leaves the column NULL.
        """
        match column:
            case Attribute(of=of, name=name):
                return self.attributes is None or f"{of}.{name}" in self.attributes
            case CrossCount():
                return self.counts
            case Told():
                return True
            case UnqualifiedOf(of=names):  # certificates may stand in a register: seen to where rows are filled
                return self.carries_act(names.act)
        return all(self.carries_act(act) for act, _ in needs(column))

    def told(self, case: Case) -> Case:
        """A case without what the source does not carry."""
        acts = tuple(
            replace(act, fields={name: held for name, held in act.fields.items() if self.carries_field(act.kind, name)})
            for act in case.acts
            if self.carries_act(act.kind)
        )
        return replace(case, acts=acts)


def needs(column: Column) -> Iterator[tuple[str, str | None]]:
    """The acts, and the fields of acts, that a column is made of."""
    match column:
        case Happened(of=of) | DayOf(of=of) | MinuteOf(of=of) | SureDay(of=of) | SureMinute(of=of):
            yield from _occurrence(of)
        case SomeOn(of=of, other=other):
            yield from _occurrence(of)
            yield from _occurrence(other)
        case Told(acts=acts):
            yield from ((act, None) for act in acts)
        case FieldOf(of=of, field=field):
            yield from _occurrence(of)
            yield of.act, field
        case AnyField(act=act, field=field) | EveryField(act=act, field=field):
            yield act, field
        case CountOf(act=act, where=where):
            yield act, None
            yield from ((act, one.field) for one in where)
        case SizeOf(of=names):
            yield from _names(names)
        case UnqualifiedOf(of=names, lapses=lapses):
            yield from _names(names)
            yield from ((act, None) for act in (CERTIFICATE, *lapses))
        case OverlapOf(one=people, other=others):
            yield from _names(people)
            yield from _names(others)


def _occurrence(of: Occurrence) -> Iterator[tuple[str, str | None]]:
    yield of.act, None
    yield from ((of.act, one.field) for one in of.where)


def _names(names: Names) -> Iterator[tuple[str, str | None]]:
    yield names.act, names.field


EVERYTHING = Source("everything", counts=True)
"""A source that carries all there is."""
