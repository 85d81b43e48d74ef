"""A case at a glance: the stages of its course, how far it is, and what each came to.

Which stages a procedure has is said in `courses`; what is told of them are acts and fields by their own names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yifa.interfaces.case_telling import tell_day, tell_name, tell_value
from yifa.law.run.told import ToldAct
from yifa.wording import Language


class Reached(StrEnum):
    """How far a stage is."""

    DONE = "done"
    UNDER_WAY = "under-way"
    AHEAD = "ahead"


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


def stages(course: Sequence[Planned], acts: Sequence[ToldAct], speech: Language) -> list[Stage]:
    """The stages of a course, told by the acts of a case."""
    return [_stage(one, acts, speech) for one in course]


def _stage(planned: Planned, acts: Sequence[ToldAct], speech: Language) -> Stage:
    ended = [one for one in acts if one.kind in planned.ends]
    begun = [one for one in acts if one.kind in planned.begins or one.kind in planned.counted]
    reached = Reached.DONE if ended else Reached.UNDER_WAY if begun else Reached.AHEAD
    told = ended or begun
    return Stage(
        name=planned.name,
        reached=reached,
        word={
            Reached.DONE: speech.say("done"),
            Reached.UNDER_WAY: speech.say("under way"),
            Reached.AHEAD: speech.say("not yet"),
        }[reached],
        on=tell_day(told[-1].on, speech) if told else "",
        lines=(*_counted(planned.counted, acts, speech), *_fields(planned.fields, acts, speech)),
    )


def _counted(kinds: Iterable[str], acts: Sequence[ToldAct], speech: Language) -> list[tuple[str, str]]:
    many = Counter(one.kind for one in acts)
    names = {one.kind: tell_name(one, speech) for one in acts}
    return [(names[kind], str(many[kind])) for kind in kinds if many[kind]]


def _fields(wanted: Iterable[str], acts: Sequence[ToldAct], speech: Language) -> list[tuple[str, str]]:
    found = []
    for name in wanted:
        kind, _, field = name.partition(".")
        values = [told for one in acts if one.kind == kind for told in one.fields if told.name == field]
        if values:
            found.append((tell_name(values[-1], speech), tell_value(values[-1], speech)))
    return found
