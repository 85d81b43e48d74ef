"""A case at a glance: the stages of its course, how far it is, and what each came to.

Which stages a procedure has is said in `courses`; what is told of them are acts and fields by their own names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from yifa.interfaces.case_telling import tell_name, tell_value
from yifa.law.run.told import ToldAct
from yifa.wording import Language


class Reached(StrEnum):
    """How far a stage is."""

    DONE = "done"
    UNDER_WAY = "under-way"
    AHEAD = "ahead"
    PASSED = "passed"
    """a later stage is reached, and nothing was recorded in this one"""


@dataclass(frozen=True)
class Planned:
    """A stage as it is planned: acts that end it, acts on the way there, and fields that are told of it.

    `fields` are written `act.field`; `counted`: of these acts it is told how many there are.
    """

    name: str
    ends: tuple[str, ...]
    begins: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A stage as it is shown. `on`: the day on which it ended, `lines`: what is told of it."""

    name: str
    reached: Reached
    word: str
    on: str
    lines: tuple[tuple[str, str], ...]


def following(course: Sequence[Planned], acts: Sequence[ToldAct]) -> tuple[str, ...]:
    """The acts that come next by the course alone: those of the stage under way that are not done, or of the next."""
    found = [_reached(one, acts) for one in course]
    last = max((place for place, one in enumerate(found) if one is not Reached.AHEAD), default=-1)
    done = {one.kind for one in acts}
    here = last if last >= 0 and found[last] is Reached.UNDER_WAY else last + 1
    if here >= len(course):
        return ()
    planned = course[here]
    return tuple(dict.fromkeys(kind for kind in (*planned.begins, *planned.ends) if kind not in done))


def stages(course: Sequence[Planned], acts: Sequence[ToldAct], speech: Language) -> list[Stage]:
    """The stages of a course, told by the acts of a case."""
    found = [_reached(one, acts) for one in course]
    last = max((place for place, one in enumerate(found) if one is not Reached.AHEAD), default=0)
    return [
        _stage(planned, Reached.PASSED if one is Reached.AHEAD and place < last else one, acts, speech)
        for place, (planned, one) in enumerate(zip(course, found, strict=True))
    ]


def _reached(planned: Planned, acts: Sequence[ToldAct]) -> Reached:
    if any(one.kind in planned.ends for one in acts):
        return Reached.DONE
    begun = any(one.kind in planned.begins or one.kind in planned.counted for one in acts)
    return Reached.UNDER_WAY if begun else Reached.AHEAD


def _stage(planned: Planned, reached: Reached, acts: Sequence[ToldAct], speech: Language) -> Stage:
    ended = [one for one in acts if one.kind in planned.ends]
    told = ended or [one for one in acts if one.kind in planned.begins or one.kind in planned.counted]
    return Stage(
        name=planned.name,
        reached=reached,
        word={
            Reached.DONE: speech.say("done"),
            Reached.UNDER_WAY: speech.say("under way"),
            Reached.AHEAD: speech.say("not yet"),
            Reached.PASSED: speech.say("nothing recorded"),
        }[reached],
        on=_day(told[-1].on) if told else "",
        lines=(*_counted(planned.counted, acts, speech), *fields_told(planned.fields, acts, speech)),
    )


def _counted(kinds: Iterable[str], acts: Sequence[ToldAct], speech: Language) -> list[tuple[str, str]]:
    many = Counter(one.kind for one in acts)
    names = {one.kind: tell_name(one, speech) for one in acts}
    return [(names[kind], str(many[kind])) for kind in kinds if many[kind]]


def _day(on: date | datetime | None) -> str:
    """A day in figures, as tables have it; a row of stages has no room for more."""
    return "" if on is None else (on.date() if isinstance(on, datetime) else on).isoformat()


def fields_told(wanted: Iterable[str], acts: Sequence[ToldAct], speech: Language) -> list[tuple[str, str]]:
    """Fields of acts, written `act.field`, with what the last act of each says; those nobody told are left out.

    Where several are called the same (审核结论), each goes by its act.
    """
    found = []
    for name in wanted:
        kind, _, field = name.partition(".")
        told = [(act, one) for act in acts if act.kind == kind for one in act.fields if one.name == field]
        if told:
            found.append(told[-1])
    names = Counter(tell_name(one, speech) for _, one in found)
    return [
        (tell_name(one if names[tell_name(one, speech)] == 1 else act, speech), tell_value(one, speech))
        for act, one in found
    ]
