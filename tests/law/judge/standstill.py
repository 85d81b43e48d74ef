"""What stops a term and what prolongs it in one case, and what of that is in doubt.

A pause runs from an act to an act; an extension is approved by an act. Where the record leaves open whether one counts,
the term is lived through both ways, and the answer is certain only if it comes out the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

from tests.law.judge.conditions import Happening, Reader
from tests.law.judge.days import Prolonging, Standstill, shorter_of
from tests.law.judge.lengths import Time, read_time
from tests.law.judge.logic import UNKNOWN, all_of, any_of
from yifa.law.catalogue.procedures import PauseKind
from yifa.law.catalogue.term import ExtensionLine
from yifa.law.conditions.syntax import Event


@dataclass(frozen=True)
class World:
    """One way in which what is in doubt may have been; `stopped_for_good`: a pause of which no day is known."""

    stops: tuple[Standstill, ...] = ()
    prolonged: tuple[Prolonging, ...] = ()
    stopped_for_good: bool = False


@dataclass(frozen=True)
class _Interval:
    begins: Any
    ends: Any  # a moment, UNKNOWN, or None where it is open
    told: Any = True


def worlds(
    reader: Reader, kinds: Sequence[str], line: ExtensionLine | None, within: Time, start: date
) -> Iterator[World]:
    """Every way in which the pauses and extensions of the case may count."""
    sure: list[Standstill] = []
    doubtful: list[Standstill | None] = []
    for interval in (one for kind in kinds for one in _intervals(reader, reader.court.procedure.pauses[kind])):
        if interval.told is False:
            continue
        if interval.begins is UNKNOWN:
            doubtful.append(None)
            continue
        open_or_unknown = interval.ends is None or interval.ends is UNKNOWN
        stop = Standstill(interval.begins.day, None if open_or_unknown else interval.ends.day)
        certain_stop = interval.told is True and interval.ends is not UNKNOWN
        (sure if certain_stop else doubtful).append(stop)
    granted = list(_extensions(reader, line, within, start)) if line is not None else []
    certain = tuple(one for one, counts in granted if counts is True and isinstance(one, Prolonging))
    open_ones = [one for one, counts in granted if counts is UNKNOWN and isinstance(one, Prolonging)]
    doubtful += [one for one, counts in granted if not isinstance(one, Prolonging)]
    for stands in product((False, True), repeat=len(doubtful)):
        taken = [stop for stop, there in zip(doubtful, stands, strict=True) if there]
        for grants in product((False, True), repeat=len(open_ones)):
            more = tuple(one for one, there in zip(open_ones, grants, strict=True) if there)
            stops = (*sure, *(stop for stop in taken if stop is not None))
            yield World(stops, certain + more, any(stop is None for stop in taken))


# -- pauses -----------------------------------------------------------------------------------------------------------


def standstills(reader: Reader, kinds: Sequence[str]) -> list[Standstill] | Any:
    """The pauses of these kinds, or UNKNOWN where any of them is in doubt."""
    procedure, case = reader.court.procedure, reader.court.case
    found = [one for kind in kinds for one in _intervals(reader, procedure.pauses[kind])]
    acts = {act for kind in kinds for act in (*procedure.pauses[kind].from_, *procedure.pauses[kind].to)}
    if any(not case.carries_act(act) for act in acts):
        return UNKNOWN
    if any(UNKNOWN in (one.begins, one.ends, one.told) for one in found):
        return UNKNOWN
    return [
        Standstill(one.begins.day, None if one.ends is None else one.ends.day) for one in found if one.told is not False
    ]


def _intervals(reader: Reader, pause: PauseKind) -> Iterator[_Interval]:
    """Begin and end of every pause: an end closes the earliest open start of each kind, and these are one pause."""
    ends = next((ends for ends in (_recorded(reader, act) for act in pause.to) if ends), [])
    starts = [_recorded(reader, act) for act in pause.from_]
    in_doubt = any(one.on is UNKNOWN for one in (*ends, *(one for kind in starts for one in kind)))
    open_ones = [[one for one in kind if one.on is not UNKNOWN] for kind in starts]
    for one in (one for kind in starts for one in kind if one.on is UNKNOWN):
        yield _Interval(UNKNOWN, UNKNOWN, _told(reader, pause.told, [one]))
    for end in (one.on for one in ends if one.on is not UNKNOWN):
        closed = [kind.pop(0) for kind in open_ones if kind and not end.surely_before(kind[0].on)]
        if closed:
            yield _Interval(_begin(closed), UNKNOWN if in_doubt else end, _told(reader, pause.told, closed))
    while any(open_ones):
        together = [kind.pop(0) for kind in open_ones if kind]
        yield _Interval(_begin(together), UNKNOWN if in_doubt else None, _told(reader, pause.told, together))


def _begin(starts: Sequence[Happening]) -> Any:
    return min((one.on for one in starts), key=lambda on: (on.day, *on.minute_last()))


def _recorded(reader: Reader, act: str) -> list[Happening]:
    """The acts of a kind that are there for sure, real or taken as done by the law, in order of time."""
    found = [one for one in reader.happenings(Event(0, act)) if one.there is True]
    return sorted(
        found, key=lambda one: (one.on is UNKNOWN, one.on is not UNKNOWN and (one.on.day, *one.on.minute_last()))
    )


def _told(reader: Reader, names: Sequence[str], starts: Sequence[Happening]) -> Any:
    """Whether the party was told of a pause by one of the acts that began it (P8: untold time is not left out)."""
    asked = [(one, [name for name in names if _has_a_place(reader, name, one)]) for one in starts]
    said = [
        all_of(_in_order(reader, name, one, lambda told: told is True) for name in fields)
        for one, fields in asked
        if fields
    ]
    return any_of(said) if said else True


def _has_a_place(reader: Reader, name: str | None, one: Happening) -> bool:
    """Whether an act may carry a field, and the source has a place for it."""
    if name is None or one.act is None or name not in reader.court.procedure.acts[one.act.kind].fields:
        return False
    return reader.court.case.carries_field(one.act.kind, name)


def _in_order(reader: Reader, name: str | None, one: Happening, fits: Callable[[Any], bool]) -> Any:
    """Whether a field of an act fits; in order where the source has no place for it, as it is not at issue then."""
    if name is None or one.act is None or not _has_a_place(reader, name, one):
        return True
    found = reader.court.case.value(one.act, name)
    return UNKNOWN if found is UNKNOWN else fits(found)


# -- extensions -------------------------------------------------------------------------------------------------------


def _extensions(
    reader: Reader, line: ExtensionLine, within: Time, start: date
) -> Iterator[tuple[Prolonging | Standstill | None, Any]]:
    """Every extension, and whether it counts: by whom it was approved, whether told, cut to the most allowed (P12).

    One approved before the term began prolonged another term that the same act may prolong. Where no bound is set and
    no length is written, the term may never end from that day on, or (without a day) at all.
    """
    for one in _recorded(reader, line.act):
        counts = [
            _in_order(reader, line.approver if line.by else None, one, lambda who: who in line.by),
            _in_order(reader, line.needs_told, one, lambda told: told is True),
        ]
        if False in counts or (one.on is not UNKNOWN and one.on.day < start):
            continue
        written: Any = UNKNOWN if one.act is None else reader.court.case.value(one.act, line.length_field)
        if not line.bounded and not _adds_up(written, within):
            yield (None if one.on is UNKNOWN else Standstill(one.on.day - timedelta(days=1), None)), UNKNOWN
            continue
        by = _cut(written, line, within, start)
        if one.on is UNKNOWN:
            yield Prolonging(start, by), UNKNOWN
        else:
            yield Prolonging(one.on.day, by), UNKNOWN if UNKNOWN in counts else True


def _adds_up(written: Any, within: Time) -> bool:
    """Whether a length is told that can be added to the term: no text says what working days beside months come to."""
    if written is UNKNOWN:
        return False
    both = {written.unit, within.unit}
    return both <= {"working days", "calendar days"} or "working days" not in both or len(both) == 1


def _cut(written: Any, line: ExtensionLine, within: Time, start: date) -> Time:
    """Not more than the most allowed, which it is where nothing is written; a bare number of days is of its unit."""
    usual = read_time(line.at_most) if line.bounded else within
    if written is UNKNOWN:
        return usual
    if {written.unit, usual.unit} == {"working days", "calendar days"}:
        written = Time(written.n, usual.unit)
    return shorter_of(written, usual, start) if line.bounded else written
