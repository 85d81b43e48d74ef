"""What each of the ten kinds of duty asks, one function each.

The answer is one word: `clean`, `broken`, `contested` (broken in one reading), `waiting` (nothing is missing yet),
`not asked` (no bound of a value-limit holds), or UNKNOWN.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tests.law.judge.comparing import in_order
from tests.law.judge.conditions import Happening, Reader, event_of
from tests.law.judge.days import days_run
from tests.law.judge.facts import NOT_YET, Act, Moment
from tests.law.judge.logic import ABSENT, UNKNOWN, all_of, any_of
from tests.law.judge.standstill import standstills
from tests.law.judge.terms import Ruling, judge_term, one_answer
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.kinds.authority import Authority
from yifa.law.catalogue.kinds.cross_case import CrossCase
from yifa.law.catalogue.kinds.document_element import DocumentElement
from yifa.law.catalogue.kinds.order import Order
from yifa.law.catalogue.kinds.publication import Publication
from yifa.law.catalogue.kinds.qualification import Qualification
from yifa.law.catalogue.kinds.required_act import OPEN, RequiredAct
from yifa.law.catalogue.kinds.separation import Separation
from yifa.law.catalogue.kinds.time_limit import TimeLimit
from yifa.law.catalogue.kinds.value_limit import DaysCounted, Limit, ValueLimit


def rule(duty: Duty, reader: Reader) -> Ruling:
    """How a duty stands, its conditions of application aside."""
    match duty:
        case TimeLimit():
            return judge_term(duty, reader)
        case Publication():
            return _publication(duty, reader)
        case RequiredAct():
            return Ruling(_required_act(duty, reader))
        case Order():
            return _order(duty, reader)
        case Qualification():
            return Ruling(_qualification(duty, reader))
        case Separation():
            return Ruling(_separation(duty, reader))
        case ValueLimit():
            return Ruling(_value_limit(duty, reader))
        case Authority():
            return Ruling(_authority(duty, reader))
        case DocumentElement():
            return Ruling(_document_element(duty, reader))
        case CrossCase():
            return Ruling(_cross_case(duty, reader))
    raise AssertionError(f"{duty.id}: a kind the judge does not know")


def _stands(in_order_: Any) -> Any:
    """In order or broken, as the one question of a kind is answered."""
    return UNKNOWN if in_order_ is UNKNOWN else "clean" if in_order_ else "broken"


# -- until something happens ------------------------------------------------------------------------------------------


def _required_act(duty: RequiredAct, reader: Reader) -> Any:
    """What is required; nothing is missing before `until`."""
    there = reader.holds(duty.require)
    if duty.until is None or there is True:
        return _stands(there)
    come = False if duty.until == OPEN else _has_come(duty.until, duty, reader)
    if come is False:
        return "waiting"
    return _stands(there) if come is True else UNKNOWN


def _has_come(until: str, duty: Duty, reader: Reader) -> Any:
    """Whether the event has happened at which a duty is judged."""
    return any_of(one.there for one in reader.candidates(until, "first" if duty.each is None else "after"))


def _publication(duty: Publication, reader: Reader) -> Ruling:
    """Like a time-limit where there is a term; else done by the time of `until`."""
    if duty.way is not None:
        return judge_term(duty, reader)
    usual = "first" if duty.each is None else "after"
    done = [one for text in duty.done for one in reader.candidates(text, usual)]
    if duty.until is None:
        return Ruling("clean" if any_of(one.there for one in done) is True else "waiting")
    judged_at = reader.one(event_of(duty.until), usual)
    if judged_at is ABSENT:
        return Ruling("clean" if any_of(one.there for one in done) is True else "waiting")
    if judged_at is UNKNOWN:
        return Ruling(UNKNOWN)
    in_time = any_of(all_of([one.there, in_order(one.on, "before", judged_at.on)]) for one in done)
    return Ruling(_stands(in_time) if judged_at.there is True or in_time is True else UNKNOWN)


def _order(duty: Order, reader: Reader) -> Ruling:
    """One before another: something earlier, something later, or later than a day (the next is the first allowed)."""
    assert reader.it is not None
    if duty.later_than is not None:
        day = reader.worth(duty.later_than)
        if day is ABSENT:
            return Ruling("not asked")
        here = reader.it.on
        first = day if day is UNKNOWN else day.later(1)
        return Ruling(UNKNOWN if UNKNOWN in (day, here) else _stands(here.day > day.day), first, first)
    if duty.earlier is not None:
        return Ruling(_stands(any_of(one.there for one in reader.some_before(duty.earlier))))
    there = any_of(one.there for one in reader.candidates(str(duty.later), "after"))
    if there is False and any_of(one.there for one in reader.candidates(str(duty.later), "first")) is False:
        return Ruling("waiting")
    return Ruling(_stands(there))


# -- people -----------------------------------------------------------------------------------------------------------


def _qualification(duty: Qualification, reader: Reader) -> Any:
    """Enough people, each of them certified that day, and whatever else is required of them."""
    asked: list[Any] = []
    if duty.people is not None:
        names = reader.people(duty.people)
        blank = any(name is UNKNOWN for name in names)
        known = {name for name in names if name is not UNKNOWN}
        if duty.at_least is not None:
            enough = len(known) >= duty.at_least
            asked.append(True if enough else UNKNOWN if blank else False)
        if duty.certified:
            assert reader.it is not None
            asked += [_certified(name, reader.it.on, reader) for name in sorted(known)]
            asked += [UNKNOWN] * blank
    if duty.require is not None:
        asked.append(reader.holds(duty.require))
    return _stands(all_of(asked))


def _certified(name: str, on: Any, reader: Reader) -> Any:
    """Whether an officer holds a certificate on a day: who has no certificate act on record does.

    A certificate holds from the day it is issued; what the law here says ends it does so from the next day on.
    """
    case = reader.court.case
    kinds = ["certificate-issued"]
    for line in reader.court.procedure.certificate_lapses:
        now = on is UNKNOWN or line.valid.holds(on.day)
        kinds += [line.act] if now and set(line.overlay) <= case.profile else []
    if not all(map(case.carries_act, kinds)):
        return UNKNOWN
    acts = [act for kind in kinds for act in case.of_kind(kind) if case.value(act, "officer") == name]
    if not acts:
        return True
    if on is UNKNOWN or any(act.on is None for act in acts):
        return UNKNOWN
    issued = [(act.on.day, True) for act in acts if act.on is not None and act.kind == "certificate-issued"]
    missed = [(act.on.day, False) for act in acts if act.on is not None and act.kind != "certificate-issued"]
    in_turn = sorted([*missed, *issued])
    before = [holds for day, holds in in_turn if day < on.day or (holds and day == on.day)]
    return before[-1] if before else not in_turn[0][1]  # issued only later, or held until a check was missed


def _separation(duty: Separation, reader: Reader) -> Any:
    """Nobody among the one is among the others."""
    ones = reader.people(duty.one)
    others = [name for text in duty.never_among for name in reader.people(text)]
    met = {name for name in ones if name is not UNKNOWN} & {name for name in others if name is not UNKNOWN}
    if met:
        return "broken"
    if not ones or not others:
        return "clean"
    return UNKNOWN if any(name is UNKNOWN for name in (*ones, *others)) else "clean"


def _authority(duty: Authority, reader: Reader) -> Any:
    """Done by one of those who may, and on the ground required."""
    asked: list[Any] = []
    if duty.who is not None:
        who = reader.worth(duty.who)
        asked.append(who if who is UNKNOWN or who is ABSENT else who in duty.one_of)
    if duty.require is not None:
        asked.append(reader.holds(duty.require))
    return _stands(all_of(asked))


# -- papers, values, other cases --------------------------------------------------------------------------------------


def _document_element(duty: DocumentElement, reader: Reader) -> Any:
    """Every element is there."""
    assert reader.it is not None
    assert reader.it.act is not None
    return _stands(all_of(reader.court.case.value(reader.it.act, name) for name in duty.elements))


def _value_limit(duty: ValueLimit, reader: Reader) -> Any:
    """Within the bounds of the first limit that holds."""
    counted = {name: _days(one, reader) for name, one in duty.days.items()}
    reader = replace(reader, counted=counted)
    return one_answer(set(_limits(duty, reader)))


def _limits(duty: ValueLimit, reader: Reader) -> Iterator[Any]:
    for limit in duty.limits:
        holds = True if limit.when is None else reader.holds(limit.when)
        if holds is not False:
            yield _within_bounds(reader.worth(duty.value), limit, reader)
        if holds is True:
            return
    yield "not asked"


def _within_bounds(value: Any, limit: Limit, reader: Reader) -> Any:
    """Whether a value lies within its bounds; the bound itself is lawful. Beside what is absent there is no bound."""
    lies: Mapping[str, Callable[[Any, Any], bool]] = {
        "at-most": lambda one, bound: one <= bound,
        "at-least": lambda one, bound: one >= bound,
    }
    bounds = {key: reader.worth(text) for key, text in limit.bounds().items()}
    if value is ABSENT or ABSENT in bounds.values():
        return "not asked"
    if value is UNKNOWN:
        return UNKNOWN
    return _stands(
        all_of(
            bound if bound is UNKNOWN else lies[key](_number(value), _number(bound)) for key, bound in bounds.items()
        )
    )


def _number(value: Any) -> Any:
    return value.day.toordinal() if isinstance(value, Moment) else value


def _days(counted: DaysCounted, reader: Reader) -> Any:
    """How many days ran between two days, standstills left out."""
    start, end = reader.worth(counted.from_), reader.worth(counted.to)
    if ABSENT in (start, end) or NOT_YET in (start, end):
        return ABSENT
    stops = standstills(reader, counted.pauses)
    if UNKNOWN in (start, end) or stops is UNKNOWN:
        return UNKNOWN
    return days_run(start.day, end.day, stops)


def _cross_case(duty: CrossCase, reader: Reader) -> Any:
    """The count that was handed in is not above what is allowed."""
    count = reader.court.case.counts.get(duty.id)
    return UNKNOWN if count is None else _stands(count <= duty.at_most)


def year_of(year: int) -> Happening:
    """A year of the register, as an occurrence: it stands at its last day."""
    on = Moment(date(year, 12, 31))
    return Happening(on, True, Act("year", on, {"year": year}))
