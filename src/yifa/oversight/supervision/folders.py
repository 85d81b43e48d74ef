"""A folder of ledgers supervised from its files on, procedure by procedure, by this process or several.

What is kept of a procedure when it is judged are its findings and the cases they speak of: a province's ledgers need no
more memory than the largest of its procedures. Procedures whose duties count over one another's cases go together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
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
from yifa.ledgers.workers import Workers
from yifa.oversight.supervision.judging import supervise
from yifa.oversight.supervision.publicity import PublicityFile, publicity
from yifa.oversight.supervision.supervised import JudgedLedger, Supervised, reduced

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
    made: Any
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
        found = replace(found, procedures=())
        answers = workers.each(_judged, shares, weights, judging)
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
    """What comes of some procedures; of their cases only those are kept of which something is told."""
    how, setting = share.how, share.setting
    read = [assembled(one, setting) for one in share.procedures]
    organs, officers = setting.organs, setting.officers
    ledgers = tuple(ledger for one in read for ledger in one.ledgers)
    some = Taken(ledgers, organs, officers.register, listed=officers.listed)
    run = supervise(some, how.as_of, how.known_at, calendar=how.calendar)
    made = None if how.then is None else how.then(run)
    outgoing = publicity(some, how.as_of, personal=how.personal) if how.outgoing else []
    less = tuple(replace(reduced(one, _kept(how, one.procedure)), register=Register()) for one in run.ledgers)
    kept = iter(less)
    parts = tuple(replace(one, ledgers=tuple(next(kept).ledger for _ in one.ledgers)) for one in read)
    return _Answer(parts, less, made, tuple(outgoing))


def _kept(how: How, procedure: str) -> frozenset[str]:
    return frozenset(case for name, case in how.kept if name == procedure)


def _whole(found: Gathered, answers: Iterable[_Answer], how: How) -> WholeFolder:
    """All of it in the order of the procedures."""
    calendar = how.calendar or national_calendar()
    ready = list(answers)
    read = sorted((one for answer in ready for one in answer.assembled), key=lambda one: one.procedure)
    whole = taken(found, read)
    ledgers = sorted((one for answer in ready for one in answer.ledgers), key=lambda one: one.ledger.procedure)
    judged = tuple(replace(one, register=whole.register if one.ledger.listed else Register()) for one in ledgers)
    run = Supervised(how.as_of, how.known_at, calendar.digest, whole, judged)
    outgoing = sorted((one for answer in ready for one in answer.outgoing), key=lambda one: one.id)
    return WholeFolder(run, tuple(answer.made for answer in ready), tuple(outgoing))
