"""Random cases of any procedure, lawful and unlawful, made from its own words.

The days cluster around those on which terms end: whatever is done lies on a last day, the day before or after it, or on
a day on which something else happened. Blank days and fields, acts without a time on one day, pauses that never end,
late records and acts after the day asked about all occur. Cases have the form of worked examples.

Choices are made through a `Chooser`: hypothesis can shrink a case, and a seed can make thousands of them quickly.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from tests.law.judge.conditions import condition_of
from tests.law.judge.days import OutOfTables, end_of_term, latest_before
from tests.law.judge.facts import Moment
from tests.law.judge.lengths import Time, read_time
from tests.law.judge.needs import Needs
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.examples import Example
from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.kinds.cross_case import CrossCase
from yifa.law.catalogue.procedures import YEAR, FieldOfActs
from yifa.law.catalogue.term import TermDuty
from yifa.law.conditions.syntax import Event, Literal, Name, Node

Chosen = TypeVar("Chosen")
ONE = timedelta(days=1)
FIRST_DAYS = (date(2021, 7, 15), date(2023, 12, 31), date(2024, 1, 1), date(2022, 9, 29), date(2025, 1, 20))
"""Days on which laws change, and days before long holidays."""
NAMES = ("宋", "林", "何", "邵")
EARLIEST, LATEST = date(2019, 3, 1), date(2027, 6, 30)


class Chooser(Protocol):
    """Whoever makes the choices."""

    def one_of(self, these: Sequence[Chosen]) -> Chosen: ...

    def number(self, least: int, most: int) -> int: ...

    def perhaps(self, percent: int) -> bool: ...


class Drawn:
    """Choices drawn by hypothesis, which can make a case smaller while it still fails."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def one_of(self, these: Sequence[Chosen]) -> Chosen:
        return self.draw(st.sampled_from(these))

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def perhaps(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) >= 100 - percent


class Seeded:
    """Choices that a seed repeats."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def one_of(self, these: Sequence[Chosen]) -> Chosen:
        return self.random.choice(these)

    def number(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def perhaps(self, percent: int) -> bool:
        return self.random.randrange(100) < percent


@dataclass(frozen=True)
class Kinds:
    """Which unusual things may occur in a case."""

    blanks: bool = True
    not_carried: bool = True
    late_records: bool = True
    times: bool = True
    provisional: bool = True


EVERYTHING = Kinds()
SURE = Kinds(blanks=False, not_carried=False)
"""Cases in which everything is known."""


@st.composite
def histories(draw: st.DrawFn, folder: Folder, kinds: Kinds = EVERYTHING, duty: str | None = None) -> Example:
    """A random case of a procedure, told around one duty where it is named."""
    return tell(folder, Drawn(draw), kinds, duty=duty)


def many(folder: Folder, count: int, *, seed: int = 1, kinds: Kinds = EVERYTHING) -> list[Example]:
    """So many random cases, always the same for a seed."""
    return [tell(folder, Seeded(seed * 1_000_003 + place), kinds, name=f"{seed}/{place}") for place in range(count)]


def tell(
    folder: Folder,
    choose: Chooser,
    kinds: Kinds = EVERYTHING,
    *,
    name: str = "a random case",
    duty: str | None = None,
) -> Example:
    """One case, told around one duty of the procedure and what that duty looks at."""
    return _Teller(folder, choose, kinds, duty).told(name)


class _Teller:
    """Tells a case around one duty: the acts it looks at, mostly in the order of the procedure and on telling days."""

    def __init__(self, folder: Folder, choose: Chooser, kinds: Kinds, duty: str | None) -> None:
        self.folder, self.procedure, self.choose, self.kinds = folder, folder.procedure, choose, kinds
        asked = [one for one in folder.duties if not one.off and duty in (None, one.id)]
        self.duty = choose.one_of(asked)
        self.view = view_of(folder, self.duty)
        self.lengths = self.view.lengths or (Time(10, "working days"),)
        self.pool: list[date] = []
        self._remember(self._first_day())

    def _first_day(self) -> date:
        """A day on which the duty is in force, mostly: often its first or last day, or one before a long holiday."""
        choose, valid = self.choose, self.duty.valid
        last = LATEST if self.kinds.provisional else date(2024, 12, 1)
        least = max(valid.from_ or EARLIEST, EARLIEST) if choose.perhaps(85) else EARLIEST
        most = min(valid.to or last, last) if choose.perhaps(85) else last
        if most < least:
            return min(least, last)
        if choose.perhaps(25):
            return min(choose.one_of((least, most, max(least - ONE, EARLIEST), most + ONE)), last)
        near = [day for day in FIRST_DAYS if least <= day <= most]
        return (
            choose.one_of(near) if near and choose.perhaps(40) else least + ONE * choose.number(0, (most - least).days)
        )

    def told(self, name: str) -> Example:
        choose = self.choose
        events: list[dict[str, Any]] = []
        day = self.pool[len(self.pool) // 2]
        for act in self._acts():
            events.append(self._event(act, day))
            on = events[-1].get("on", day)
            day = on.date() if isinstance(on, datetime) else on
        if choose.perhaps(30):
            events.reverse()
        known_at = None
        if self.kinds.late_records and choose.perhaps(10):
            known_at = choose.one_of(self.pool)
            for event in events:
                if choose.perhaps(40):
                    event["recorded-at"] = f"{choose.one_of(self.pool)}T{choose.number(0, 23):02}:00"
        dated = any("on" in event for event in events)
        return Example.model_validate(
            {
                "name": name,
                "profile": self._profile(),
                "events": [{key: _written(value) for key, value in event.items()} for event in events],
                "as-of": None if dated and choose.perhaps(40) else choose.one_of(self.pool),
                "known-at": known_at,
                "carries": self._carries(),
                "attributes": self._attributes(),
                "counts": {
                    duty.id: choose.number(0, 2)
                    for duty in self.folder.duties
                    if isinstance(duty, CrossCase) and choose.perhaps(70)
                },
                "years": [choose.one_of(self.pool).year] if self._has_years() else [],
                "expect": {self.duty.id: "unknown"},
            }
        )

    # -- what happened ------------------------------------------------------------------------------------------------

    def _acts(self) -> list[str]:
        """The acts the duty looks at, some of them twice, some missing, and a few others, as the procedure runs."""
        choose, view = self.choose, self.view
        acts = [act for act in view.near if act in view.trigger or choose.perhaps(62)]
        acts += [act for act in view.near if choose.perhaps(12)]
        acts += [choose.one_of(view.far) for _ in range(choose.number(0, 2)) if view.far]
        in_turn = [act for act in self.procedure.acts for _ in range(acts.count(act))]
        return in_turn or [choose.one_of(list(self.procedure.acts))]

    def _event(self, act: str, after: date) -> dict[str, Any]:
        choose, kinds = self.choose, self.kinds
        event: dict[str, Any] = {"act": act}
        if not (kinds.blanks and choose.perhaps(4)):
            later = [day for day in self.pool if day >= after]
            day = choose.one_of(later if later and choose.perhaps(70) else self.pool)
            self._remember(day)
            event["on"] = day
            if kinds.times and choose.perhaps(12 if not self._by_the_minute() else 70):
                event["on"] = datetime(day.year, day.month, day.day, choose.one_of((9, 17)), choose.one_of((0, 30, 31)))
        for field in self.procedure.acts[act].fields:
            if choose.perhaps(75 if kinds.blanks or kinds.not_carried else 100):
                event[field] = self._value(field)
        return event

    def _value(self, name: str) -> Any:
        return self._of_type(self.procedure.fields[name])

    def _of_type(self, field: FieldOfActs) -> Any:
        choose = self.choose
        match str(field.type):
            case "yes/no":
                return choose.perhaps(60)
            case "whole number":
                return choose.one_of((*self.view.numbers, choose.one_of(self.pool).year))
            case "money":
                return choose.one_of((0, 1000, 3000, *(number // 100 for number in self.view.amounts)))
            case "day":
                return choose.one_of(self.pool)
            case "names":
                return [one for one in NAMES if choose.perhaps(45)] or [NAMES[0]]
            case "length":
                return self._length()
        words = tuple(field.words) or (*NAMES, *self.view.words)
        spoken = [word for word in words if word in self.view.words]
        return choose.one_of(spoken if spoken and choose.perhaps(70) else words)

    def _attributes(self) -> dict[str, dict[str, Any]]:
        """Some of what belongs to no act."""
        return {
            of: {name: self._of_type(one) for name, one in declared.items() if self.choose.perhaps(70)}
            for of, declared in self.procedure.attributes.items()
        }

    def _length(self) -> Any:
        """How long an extension is: as long as allowed, one more or less, with its unit or without."""
        lines = [duty.extension for duty in self.folder.duties if isinstance(duty, TermDuty) and duty.extension]
        own = self.duty.extension if isinstance(self.duty, TermDuty) else None
        if not lines:
            return 10
        line = own or self.choose.one_of(lines)
        most = read_time(line.at_most) if line.bounded else Time(10, "working days")
        n = max(1, most.n + self.choose.number(-1, 1))
        return f"{n}wd" if most.in_working_days and self.choose.perhaps(50) else n

    # -- days ---------------------------------------------------------------------------------------------------------

    def _remember(self, day: date) -> None:
        """A day, its neighbours, and the days on which a term that begins there ends, with theirs."""
        length = self.choose.one_of(self.lengths)
        far = [day, day]
        if length.by_the_minute:
            far.append(day + ONE * (length.n // 24 + 1))
        else:
            with suppress(OutOfTables):
                end = end_of_term(Moment(day), length)
                back = latest_before(Moment(day), length)
                far += [one.day for one in (end.late, end.late, back.late) if one is not None]
        near = [one + ONE * shift for one in far for shift in (-1, 0, 1)]
        self.pool += [one for one in near if EARLIEST <= one <= LATEST] or [LATEST]

    def _by_the_minute(self) -> bool:
        return any(length.by_the_minute for length in self.lengths)

    # -- where, and what is carried -----------------------------------------------------------------------------------

    def _profile(self) -> list[str]:
        places = sorted({place for duty in self.folder.duties for place in duty.overlay})
        own = [place for place in self.duty.overlay if self.choose.perhaps(92)]
        others = [place for place in places if place not in own and self.choose.perhaps(8)]
        return ["statute", *own, *others]

    def _carries(self) -> dict[str, Any]:
        choose = self.choose
        if not self.kinds.not_carried:
            return {"fields": "all"}
        without = []
        if choose.perhaps(15):
            acts = [*self.view.near, *self.view.far]
            without = [
                choose.one_of(self.view.near if choose.perhaps(70) else acts) for _ in range(choose.number(1, 2))
            ]
            fields = [f"{act}.{name}" for act in acts for name in self.procedure.acts[act].fields]
            without += [choose.one_of(fields)] if fields and choose.perhaps(50) else []
        return {"fields": "shown" if choose.perhaps(50) else "all", "without": without}

    def _has_years(self) -> bool:
        return any(duty.each == YEAR for duty in self.folder.duties)


# -- what a procedure offers ------------------------------------------------------------------------------------------


def _written(value: Any) -> Any:
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value


@dataclass(frozen=True)
class View:
    """The acts from which a duty is asked, all that it reads, and the others; its lengths, words and numbers."""

    trigger: frozenset[str]
    near: tuple[str, ...]
    far: tuple[str, ...]
    lengths: tuple[Time, ...]
    words: frozenset[str]
    numbers: tuple[int, ...]
    amounts: tuple[int, ...]


_VIEWS: dict[tuple[str, str, str], View] = {}


def view_of(folder: Folder, duty: Duty) -> View:
    """What a duty of a folder looks at."""
    key = (folder.id, folder.digest, duty.id)
    if key not in _VIEWS:
        _VIEWS[key] = _view_of(folder, duty)
    return _VIEWS[key]


def _view_of(folder: Folder, duty: Duty) -> View:
    procedure = folder.procedure
    seen = {need.split(".")[0] for need in Needs(procedure, folder.duties).of(duty)}
    trigger = {duty.each} & set(procedure.acts) if duty.each is not None else set()
    if isinstance(duty, TermDuty):
        for kind in duty.pauses:
            seen |= {*procedure.pauses[kind].from_, *procedure.pauses[kind].to}
        seen |= {duty.extension.act} if duty.extension is not None else set()
        trigger |= (
            set(_spoken(condition_of(duty.trigger), "word")) & set(procedure.acts)
            if duty.trigger is not None
            else set()
        )
    texts = [text.text for text in duty.texts()]
    texts += [one.is_ for name, one in procedure.definitions.items() if any(name in text for text in texts)]
    nodes = [condition_of(text) for text in texts]
    return View(
        frozenset(trigger),
        tuple(act for act in procedure.acts if act in seen | trigger) or tuple(procedure.acts)[:3],
        tuple(act for act in procedure.acts if act not in seen | trigger),
        _lengths(duty),
        frozenset(word for node in nodes for word in _spoken(node, "word")),
        tuple(number + more for node in nodes for number in _spoken(node, "number") for more in (-1, 0, 1)),
        tuple(amount + more for node in nodes for amount in _spoken(node, "money") for more in (-100, 0, 100)),
    )


def _lengths(duty: Duty) -> tuple[Time, ...]:
    """Every length that a duty speaks of."""
    if not isinstance(duty, TermDuty):
        return ()
    texts = [duty.within, duty.ahead, duty.at_least, duty.after, duty.clear, *(term.within for term in duty.further)]
    if duty.extension is not None and duty.extension.bounded:
        texts.append(duty.extension.at_most)
    return tuple(read_time(text) for text in texts if text is not None)


def _spoken(node: Node, kind: str) -> list[Any]:
    """Every number or amount of a condition, or every name and word in quotes."""
    found: list[Any] = []
    waiting: list[Any] = [node]
    while waiting:
        part = waiting.pop()
        match part:
            case Literal(kind=own, value=value) if own == kind:
                found.append(value)
            case Name(name=word) | Event(act=word) if kind == "word":
                found.append(word)
        if isinstance(part, tuple):
            waiting += part
        elif hasattr(part, "__dataclass_fields__"):
            waiting += [getattr(part, name) for name in part.__dataclass_fields__]
    return found
