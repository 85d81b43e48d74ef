"""Reads cases in the case format: acts with a day or a moment and their fields, typed as the procedure declares them.

A case carries all acts that the form has and only the fields it shows: an act that is not there did not happen, a field
that is not there is not at issue. Of an act that the form has not (`case-format: no` in procedure.yaml) it says nothing
unless it shows it. Special readings: `days: 15wd` is a length; an act that `counts-as` another where a field of it is
yes becomes both; an act written under another name of the form (`written-as`) is read under its own. What the procedure
does not know is set aside and named, never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yifa.law.catalogue.procedures import Procedure
from yifa.law.clock import Length, NotALength, Unit, parse_length
from yifa.law.conditions import Declared, Type, day_number, day_of
from yifa.law.facts.case import END_OF_DAY, Act, Case, Organ, Plain, Profile, Recorded
from yifa.law.facts.sources import Source

OWN_KEYS = frozenset(("on", "act", "id", "recorded-at"))
STATUTE = "statute"
"""The profile every organ has."""


class NotAnAct(ValueError):
    """An entry that is no act of the case format; `place` is its number, counted from 1."""

    def __init__(self, place: int, message: str) -> None:
        self.place = place
        super().__init__(f"event {place}: {message}")


@dataclass(frozen=True)
class ReadActs:
    """The acts of a case; what was set aside because the procedure does not know it; acts of which it cannot tell."""

    acts: tuple[Act, ...]
    set_aside: tuple[str, ...]
    untold: frozenset[str] = frozenset()

    @property
    def shown(self) -> frozenset[str]:
        """The fields shown, as `act.field`."""
        return frozenset(f"{act.kind}.{field}" for act in self.acts for field in act.fields)

    def source(self, *, without: Iterable[str] = (), counts: bool = False) -> Source:
        """What the case carries: all acts that its form has, the fields shown."""
        missing = self.untold.union(without)
        return Source("case", fields=self.shown, without=missing, attributes=frozenset(), counts=counts)


def read_acts(
    events: Sequence[Mapping[str, Any]], procedure: Procedure, *, named: Collection[str] | None = None
) -> ReadActs:
    """The acts of a case; `named`: the names in the rules asked, of which `written-as` makes use.

    Raises `NotAnAct` for an entry without `act`, a day or a value that cannot be read.
    """
    acts: list[Act] = []
    aside: list[str] = []
    vocabulary = procedure.vocabulary
    meant = _meant(events, procedure, procedure.acts if named is None else named)
    for place, happening in enumerate(events, 1):
        if any(str(key).lower() == "true" for key in happening):
            raise NotAnAct(place, "`on` came as `true`: a program took it for «yes»; write it in quotes")
        kind = happening.get("act")
        if not isinstance(kind, str):
            raise NotAnAct(place, "`act` is missing")
        kind = meant.get(kind, kind)
        if kind not in procedure.acts:
            aside.append(kind)
            continue
        declared = vocabulary[kind]
        fields: dict[str, Recorded] = {}
        for name, given in happening.items():
            if name in OWN_KEYS or given is None:
                continue
            if name not in declared:
                aside.append(f"{kind}.{name}")
                continue
            try:
                fields[name] = typed(given, declared[name])
            except (ValueError, TypeError) as error:
                raise NotAnAct(place, f"`{name}`: {error}") from None
        day, minute = _moment(happening.get("on"), place)
        recorded = happening.get("recorded-at")
        known = None if recorded is None else datetime.fromisoformat(str(recorded))
        id_ = happening.get("id")
        acts.append(Act(kind, day, minute, fields, known, None if id_ is None else str(id_)))
    told = with_counted(acts, procedure)
    untold = {kind for kind, act in procedure.acts.items() if not act.case_format} - {act.kind for act in told}
    return ReadActs(told, tuple(dict.fromkeys(aside)), frozenset(untold))


def _meant(events: Sequence[Mapping[str, Any]], procedure: Procedure, named: Collection[str]) -> dict[str, str]:
    """Which acts stand for others here: names of the form that the procedure has not, or the rules asked have not.

    Where the procedure has an act of that name too, one shown under its own name needs no other.
    """
    shown = {kind for happening in events if isinstance(kind := happening.get("act"), str)}
    found: dict[str, str] = {}
    for own, act in procedure.acts.items():
        for other in shown.intersection(act.written_as):
            if other not in procedure.acts or (own in named and other not in named and own not in shown):
                found.setdefault(other, own)
    return found


def with_counted(acts: Sequence[Act], procedure: Procedure) -> tuple[Act, ...]:
    """The acts, and what some of them count as too."""
    more = [
        Act(other, act.day, act.minute, {}, act.recorded_at)
        for act in acts
        for other, field in procedure.acts[act.kind].counts_as.items()
        if act.fields.get(field) is True
    ]
    return (*acts, *more)


def read_attributes(given: Mapping[Any, Mapping[str, Any]], procedure: Procedure) -> dict[str, dict[str, Plain]]:
    """Facts of the case and of the organ, typed as the procedure declares them; raises `ValueError`."""
    found: dict[str, dict[str, Plain]] = {}
    for of, named in given.items():
        declared = procedure.attributes[of]
        for name, value in named.items():
            held = None if value is None else typed(value, declared[name].declared)
            found.setdefault(of, {})[name] = held if isinstance(held, int | str) else None
    return found


def case_of(
    id_: str,
    procedure: str,
    acts: Sequence[Act],
    profiles: Iterable[str],
    *,
    of_organ: Mapping[str, Plain] | None = None,
    **more: Any,
) -> Case:
    """A case of an organ that has always had these profiles; `of_organ`: its attributes."""
    organ = Organ(id_, tuple(Profile(name) for name in dict.fromkeys(profiles) if name != STATUTE), of_organ or {})
    return Case(id_, procedure, tuple(acts), organ, **more)


def last_day(acts: Sequence[Act]) -> date | datetime | None:
    """The last event of a case, as of which it is judged; None where no act has a day."""
    dated = [(act.day, act.minute if act.minute is not None else END_OF_DAY) for act in acts if act.day is not None]
    if not dated:
        return None
    day, minute = max(dated)
    on = day_of(day)
    return on if minute == END_OF_DAY else datetime(on.year, on.month, on.day, minute // 60, minute % 60)


def typed(given: Any, declared: Declared) -> Recorded:
    """A value as conditions have it; raises `ValueError` saying what was expected."""
    found = _TYPED[declared.type](given)
    if found is None:
        raise ValueError(f"expected {declared.type.article}, found {given!r}")
    return found


def _yes_no(given: Any) -> bool | None:
    """YAML 1.2 reads `yes` and `no` as words, and people write them."""
    return (
        given if isinstance(given, bool) else {"yes": True, "no": False}.get(given) if isinstance(given, str) else None
    )


def _number(given: Any) -> int | None:
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _money(given: Any) -> int | None:
    """Yuan in the case format, fen here."""
    if isinstance(given, float):
        return round(given * 100)
    number = _number(given)
    return None if number is None else number * 100


def _day(given: Any) -> int | None:
    try:
        return day_number(given if isinstance(given, date) else date.fromisoformat(str(given)[:10]))
    except ValueError:
        return None


def _word(given: Any) -> str | None:
    return given if isinstance(given, str) else str(given) if isinstance(given, int) else None


def _names(given: Any) -> tuple[str, ...] | None:
    if isinstance(given, str):
        return (given,)
    return tuple(str(one) for one in given) if isinstance(given, list | tuple) else None


def _length(given: Any) -> Length | None:
    """A bare number is calendar days."""
    if isinstance(given, int) and not isinstance(given, bool):
        return Length(given, Unit.CALENDAR_DAYS)
    try:
        found = parse_length(str(given))
    except NotALength:
        return None
    return Length(found.n, Unit.CALENDAR_DAYS) if found.unit is Unit.STATUTORY_DAYS else found


_TYPED = {
    Type.YES_NO: _yes_no,
    Type.NUMBER: _number,
    Type.MONEY: _money,
    Type.DAY: _day,
    Type.WORD: _word,
    Type.NAMES: _names,
    Type.LENGTH: _length,
}


def _moment(given: Any, place: int) -> tuple[int | None, int | None]:
    if given is None:
        return None, None
    if isinstance(given, datetime):
        return day_number(given.date()), given.hour * 60 + given.minute
    if isinstance(given, date):
        return day_number(given), None
    text = str(given)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise NotAnAct(place, f"`on`: expected a day such as 2024-09-25 or 2024-09-25T17:30, found {text!r}") from None
    timed = "T" in text or ":" in text
    return day_number(moment.date()), moment.hour * 60 + moment.minute if timed else None
