"""The ways in which what stops or prolongs a term may have been, and the answers of the clock in all of them.

What the record leaves in doubt is taken as being so and as not being so. What comes out alike every way is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from yifa.law import clock
from yifa.law.clock import Calendar, Due, Extension, ExtensionRule, LastDays, Pause, Term
from yifa.law.conditions import day_of
from yifa.law.conditions.columns import NEVER
from yifa.law.conditions.types import EPOCH
from yifa.law.duties.questions import ExtensionFacts, PauseFacts, Within
from yifa.law.facts import View
from yifa.law.facts.pauses import NO_END, Extensions, Pauses, extensions, pauses

DOUBTS = 6
"""So many things in doubt are taken each by itself; what is more than that is taken together."""


class World(NamedTuple):
    """One way it may have been; `stands`: a pause of which no day is known."""

    pauses: tuple[Pause, ...]
    extensions: tuple[Extension, ...]
    stands: bool = False


class Ends(NamedTuple):
    """When a term ends, over all ways it may have been (see `Within`); days counted from 1970-01-01."""

    earliest: int
    latest: int
    opens: int
    lasts: int
    until: int | None

    @property
    def certain(self) -> bool:
        """Whether every way leads to the same end."""
        return self.opens == self.earliest and self.lasts == self.latest


def term_of(question: Within) -> Term:
    """The term as the clock takes it."""
    extension = question.extension
    kinds = [pause.kind for pause in question.pauses]
    kinds += [NO_END] if extension is not None and extension.at_most is None else []
    return Term(
        question.length,
        rolls=question.rolls,
        stops_for=frozenset(kinds),
        pauses_must_be_told=any(pause.telling for pause in question.pauses),
        extension=None if extension is None else _rule(extension),
        first_day_strict=question.first_day_strict,
    )


def _rule(extension: ExtensionFacts) -> ExtensionRule:
    return ExtensionRule(extension.at_most, extension.by, extension.times, extension.needs_told is not None)


def pauses_of(kinds: Sequence[PauseFacts], view: View) -> Pauses:
    """The pauses of several kinds together."""
    found = [_pauses(kind, view) for kind in kinds if not view.acts.keys().isdisjoint(kind.opens)]
    if len(found) < 2:
        return found[0] if found else Pauses()
    return Pauses(
        tuple(one for kind in found for one in kind.sure), tuple(one for kind in found for one in kind.doubtful)
    )


def _pauses(kind: PauseFacts, view: View) -> Pauses:
    """The pauses of one kind, which several terms of a case ask for."""
    found = view.kept.get(kind.kind)
    if isinstance(found, Pauses):
        return found
    found = pauses(view, kind.kind, kind.opens, kind.closes, kind.telling)
    view.kept[kind.kind] = found
    return found


def extensions_of(rule: ExtensionFacts | None, view: View, start: date) -> Extensions:
    """The extensions of a term that began on a day."""
    if rule is None or not view.of(rule.act):
        return Extensions()
    return extensions(
        view,
        rule.act,
        start=start,
        by=rule.by,
        approver=rule.approver,
        length_field=rule.length_field,
        told=rule.needs_told,
        at_most=rule.at_most,
        unit=rule.unit,
    )


def worlds(question: Within, view: View, start: date) -> Iterator[World]:
    """Every way in which pauses and extensions may count; the first is that in which nothing doubtful does."""
    stops, more = pauses_of(question.pauses, view), extensions_of(question.extension, view, start)
    if not (stops.doubtful or more.doubtful):
        yield World(stops.sure, more.sure)
        return
    doubts: list[tuple[Pause | Extension | None, ...]] = [(one,) for one in (*stops.doubtful, *more.doubtful)]
    if len(doubts) > DOUBTS:
        doubts = [*doubts[: DOUBTS - 1], tuple(one for group in doubts[DOUBTS - 1 :] for one in group)]
    for taken in product((False, True), repeat=len(doubts)):
        there = [one for group, holds in zip(doubts, taken, strict=True) if holds for one in group]
        yield World(
            (*stops.sure, *(one for one in there if isinstance(one, Pause))),
            (*more.sure, *(one for one in there if isinstance(one, Extension))),
            None in there,
        )


def due_of(question: Within, view: View, day: int, calendar: Calendar) -> Due:
    """The clock's whole answer with every pause and extension judged, what is in doubt left aside: for stories."""
    start = day_of(day)
    world = next(worlds(question, view, start))
    return clock.due(term_of(question), start, calendar, pauses=world.pauses, extensions=world.extensions)


def ends_of(question: Within, term: Term, view: View, day: int, calendar: Calendar) -> Ends:
    """When a term ends; raises `OutOfCalendar`."""
    start = day_of(day)
    found = [_ends(term, start, world, calendar) for world in worlds(question, view, start)]
    if len(found) == 1:
        return found[0]
    return Ends(
        min(one.earliest for one in found),
        max(one.latest for one in found),
        max(one.earliest for one in found),
        min(one.latest for one in found),
        max((one.until for one in found if one.until is not None), default=None),
    )


def _ends(term: Term, start: date, world: World, calendar: Calendar) -> Ends:
    """When it ends, if it was so."""
    if world.stands:
        return Ends(NEVER, NEVER, NEVER, NEVER, None)
    return ends(clock.last_days(term, start, calendar, pauses=world.pauses, extensions=world.extensions))


def ends(days: LastDays) -> Ends:
    """The one answer of the clock, counted from 1970-01-01."""
    late = NEVER if days.latest >= NEVER else days.latest - EPOCH
    early = NEVER if days.earliest >= NEVER else days.earliest - EPOCH
    until = None if days.advisory_until >= NEVER else days.advisory_until - EPOCH
    return Ends(early, late, early, late, until)
