"""A folder of ledgers supervised from its files on, procedure by procedure, by this process or several.

What is kept of a procedure when it is judged are its findings and the cases they speak of: a province's ledgers need no
more memory than the largest of its procedures. Procedures whose duties count over one another's cases go together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import accumulate, pairwise
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from yifa.law.catalogue import calendar as national_calendar
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.kinds.cross_case import CrossCase
from yifa.law.clock import Calendar
from yifa.law.facts import Register
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in.folder import Gathered, gathered, taken
from yifa.ledgers.taking_in.of_procedure import Assembled, Setting, SheetsOf, assembled
from yifa.ledgers.workers import Workers, give_back
from yifa.oversight.supervision.judging import counts_over, supervise
from yifa.oversight.supervision.publicity import PublicityFile, publicity
from yifa.oversight.supervision.supervised import JudgedLedger, Supervised, forget_engines, reduced

SEALED = 185_000_000
"""Bytes of sealed sheets that are judged at the same time, at most: they take some six times their size meanwhile."""
Progress = Callable[[int, int], None]
Then = Callable[[Supervised], Any]
"""What is made of some judged procedures at once, while all of their cases are at hand."""


def _nothing(done: int, of: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class How:
    """How a folder is supervised.

    `kept`: procedures and cases that are kept whatever is found of them. `then`: what is made of what is judged;
    `outgoing`: whether files for publicity are made. Personal contents are shown (`personal`) in problems and in these.
    """

    as_of: date
    known_at: datetime | None = None
    calendar: Calendar | None = None
    personal: bool = False
    kept: frozenset[tuple[str, str]] = frozenset()
    outgoing: bool = False
    then: Then | None = None


@dataclass(frozen=True)
class WholeFolder:
    """A supervised folder, what was made of its procedures (`then`), and files for publicity where they were asked."""

    run: Supervised
    made: tuple[Any, ...]
    outgoing: tuple[PublicityFile, ...]


@dataclass(frozen=True)
class _Share:
    procedures: tuple[SheetsOf, ...]
    setting: Setting
    how: How


@dataclass(frozen=True)
class _Answer:
    assembled: tuple[Assembled, ...]
    ledgers: tuple[JudgedLedger, ...]
    made: tuple[Any, ...]
    outgoing: tuple[PublicityFile, ...]


def supervise_folder(
    where: Path,
    how: How,
    *,
    mapping: Path | None = None,
    processes: int = 1,
    reading: Progress = _nothing,
    judging: Progress = _nothing,
) -> WholeFolder:
    """Read and judge everything in a folder. `reading` is told bytes, `judging` rows, as far as they are done."""
    with Workers(processes) as workers:
        found = gathered(where, workers, as_of=how.as_of, mapping=mapping, personal=how.personal, progress=reading)
        shares = [_Share(together, found.setting, how) for together in _together(found.procedures)]
        weights = [sum(one.rows for one in share.procedures) for share in shares]
        sizes = [sum(one.size for one in share.procedures) for share in shares]
        found = replace(found, procedures=())
        answers = workers.each(_judged, shares, weights, judging, sizes=sizes, at_most=SEALED)
    return _whole(found, answers, how)


def _together(procedures: Iterable[SheetsOf]) -> list[tuple[SheetsOf, ...]]:
    """The procedures in shares, those that count over one another's cases in one."""
    shares: list[list[SheetsOf]] = []
    for one in procedures:
        mine = _counted_with(one.procedure)
        bound = [share for share in shares if any(_bound(mine, other.procedure) for other in share)]
        together = [other for share in bound for other in share]
        shares = [share for share in shares if share not in bound]
        shares.append([*together, one])
    return [tuple(sorted(share, key=lambda one: one.procedure)) for share in shares]


def _counted_with(procedure: str) -> frozenset[str]:
    """A procedure and those over whose cases its duties count as well."""
    counting = (one for one in folder(procedure).duties if isinstance(one, CrossCase))
    return frozenset((procedure, *(other for one in counting for other in one.count.procedures)))


def _bound(mine: frozenset[str], other: str) -> bool:
    return bool(mine & _counted_with(other))


def _judged(share: _Share) -> _Answer:
    """What comes of some procedures; of their cases only those are kept of which something is told.

    The largest is put together first, while there is nothing else; then one after the other is judged and given up.
    """
    how, setting = share.how, share.setting
    larger = sorted(share.procedures, key=lambda one: -one.rows)
    share = replace(share, procedures=())
    waiting = []
    while larger:
        waiting.append(assembled(larger.pop(0), setting))
        give_back()
    places = _places(waiting)
    counts = counts_over(_taken(waiting, setting), how.as_of, how.known_at)
    parts: list[Assembled] = []
    ledgers: list[JudgedLedger] = []
    made, outgoing = [], []
    while waiting:
        read, mine = waiting.pop(0), places.pop(0)
        some = _taken([read], setting)
        own = {number: counts.get(place, ()) for number, place in enumerate(mine)}
        run = supervise(some, how.as_of, how.known_at, calendar=how.calendar, counts=own)
        if how.then is not None:
            made.append(how.then(run))
        if how.outgoing:
            outgoing += publicity(some, how.as_of, personal=how.personal)
        less = [_sent(reduced(one, _kept(how, one.procedure))) for one in run.ledgers]
        parts.append(replace(read, ledgers=tuple(one.ledger for one in less)))
        ledgers += less
        del read, some, run
        if parent_process() is not None:  # it judges other procedures, and each only once
            forget_engines()
        give_back()
    return _Answer(tuple(parts), tuple(ledgers), tuple(made), tuple(outgoing))


def _sent(one: JudgedLedger) -> JudgedLedger:
    """Without what is alike for all procedures: it is given back where they come together, once."""
    calendar = Calendar(one.calendar.notices, one.calendar.festivals)  # without the tables worked out of it
    return replace(one, calendar=calendar, register=Register())


def _places(read: Sequence[Assembled]) -> list[range]:
    """The places of the ledgers of each procedure among those of all."""
    ends = list(accumulate((len(one.ledgers) for one in read), initial=0))
    return [range(first, after) for first, after in pairwise(ends)]


def _taken(read: Sequence[Assembled], setting: Setting) -> Taken:
    officers = setting.officers
    ledgers = tuple(ledger for one in read for ledger in one.ledgers)
    return Taken(ledgers, setting.organs, officers.register, listed=officers.listed)


def _kept(how: How, procedure: str) -> frozenset[str]:
    return frozenset(case for name, case in how.kept if name == procedure)


def _whole(found: Gathered, answers: Iterable[_Answer], how: How) -> WholeFolder:
    """All of it in the order of the procedures."""
    calendar = how.calendar or national_calendar()
    ready = list(answers)
    read = sorted((one for answer in ready for one in answer.assembled), key=lambda one: one.procedure)
    whole = taken(found, read)
    ledgers = sorted((one for answer in ready for one in answer.ledgers), key=lambda one: one.ledger.procedure)
    judged = tuple(
        replace(one, calendar=calendar, register=whole.register if one.ledger.listed else Register()) for one in ledgers
    )
    run = Supervised(how.as_of, how.known_at, calendar.digest, whole, judged)
    outgoing = sorted((one for answer in ready for one in answer.outgoing), key=lambda one: one.id)
    return WholeFolder(run, tuple(one for answer in ready for one in answer.made), tuple(outgoing))
