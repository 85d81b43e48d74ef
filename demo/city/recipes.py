"""Breaches as recipes: what is changed in a lawful history, and which duties that breaks.

    breach(PLAIN, late("decision-made", after="case-filed", count=90), breaks="pen-decide-90d")
    breach(HEARD, without("hearing-held", "hearing-ended"), breaks="hrg-held-if-requested@decision-made#1")
    breach(PLAIN, same_person("case-reviewed.reviewer", "case-filed.officers"), sectors=("market",), breaks=…)
    unknown(PLAIN, blank_day("decision-made"))                                     # what the record leaves open
    lawful(PLAIN, on_last_day("decision-made", after="case-filed", count=90))      # no breach, by a hair

A duty is written `duty`, `duty@subject` or `duty@subject:class`; left out they are the case and a violation.
Where one breach by its nature breaks another duty too, `breaks` names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from demo.city.stories import Gap, Step, Story, beyond, on_last
from demo.city.values import Same

Change = Callable[[Story], Story]


@dataclass(frozen=True)
class Planted:
    """A duty that a recipe breaks, of which subject, and what a finding of it is called."""

    duty: str
    subject: str = "case"
    kind: str = "violation"


@dataclass(frozen=True)
class Recipe:
    """A history that is not as it should be: `kind` breach, unknown, or lawful (in order by a hair)."""

    kind: str
    story: Story
    breaks: tuple[Planted, ...]
    touches: tuple[str, ...]
    """The acts and `act.field`s without which nobody could see it."""

    @property
    def name(self) -> str:
        """What it is called in the answer sheet."""
        return self.story.name


@dataclass(frozen=True)
class Changed:
    """A change, how it is called, and the acts and `act.field`s it is about."""

    says: str
    change: Change
    touches: tuple[str, ...]


def _named(text: str) -> Planted:
    duty, _, rest = text.partition("@")
    subject, _, kind = rest.partition(":")
    if not rest:
        duty, _, kind = duty.partition(":")
    return Planted(duty, subject or "case", kind or "violation")


def _recipe(
    kind: str, story: Story, changes: Sequence[Changed], breaks: str | Sequence[str], options: dict[str, Any]
) -> Recipe:
    named = tuple(_named(one) for one in ((breaks,) if isinstance(breaks, str) else breaks))
    changed = story
    for one in changes:
        changed = one.change(changed)
    name = f"{story.name}: {', '.join(one.says for one in changes)}"
    see = tuple(options.pop("see", ()))
    changed = replace(
        changed,
        name=name,
        weight=0,
        each_organ=False,
        **{key: held for key, held in options.items() if held is not None},
    )
    return Recipe(kind, changed, named, tuple(dict.fromkeys([t for one in changes for t in one.touches] + list(see))))


def breach(story: Story, *changes: Changed, breaks: str | Sequence[str], **options: Any) -> Recipe:
    """A breach. Options: what a story has (`sectors`, `between` …), and `see`: further acts and fields it takes."""
    return _recipe("breach", story, changes, breaks, options)


def unknown(story: Story, *changes: Changed, **options: Any) -> Recipe:
    """A history of which the record leaves something open: no finding but unknown ones is right."""
    return _recipe("unknown", story, changes, options.pop("breaks", ()), options)


def lawful(story: Story, *changes: Changed, **options: Any) -> Recipe:
    """A history in order, by a hair."""
    return _recipe("lawful", story, changes, (), options)


def _replaced(story: Story, label: str, **changes: Any) -> Story:
    place = story.at(label)
    steps = list(story.steps)
    steps[place] = replace(steps[place], **changes)
    return story.with_steps(tuple(steps))


def _act(story: Story, label: str) -> str:
    return story.steps[story.at(label)].act


def moved(label: str, gap: Gap, *, after: str | tuple[str, ...] = "", sure: bool = True) -> Changed:
    """A step at another time: so long after another step. `sure`: it happens in every case."""

    def change(story: Story) -> Story:
        held = story.steps[story.at(label)]
        return _replaced(story, label, gap=gap, after=after or held.after, share=1.0 if sure else held.share)

    names = (label, *((after,) if isinstance(after, str) and after else ()))
    return Changed(f"{label} {gap.says}", change, tuple(_plain(one) for one in names))


def postponed(label: str, gap: Gap, *, after: str) -> Changed:
    """A step that comes only after one that follows it in the history; nothing else is counted from it any more."""

    def change(story: Story) -> Story:
        held = story.steps[story.at(label)]
        rest = without(label).change(story)
        return rest.with_steps((*rest.steps, replace(held, gap=gap, after=after, share=1.0)))

    return Changed(f"{label} {gap.says} after {after}", change, (_plain(label), _plain(after)))


def late(
    label: str, *, after: str, count: int, unit: str = "days", by: tuple[int, int] = (1, 30), rolls: bool = True
) -> Changed:
    """A step later than its last lawful day."""
    return moved(label, beyond(count, unit, by=by, rolls=rolls), after=after)


def on_last_day(label: str, *, after: str, count: int, unit: str = "days", rolls: bool = True) -> Changed:
    """A step on its very last lawful day."""
    return moved(label, on_last(count, unit, rolls=rolls), after=after)


def without(*labels: str) -> Changed:
    """Steps that are missing; what was counted from them is counted from what they were counted from."""

    def change(story: Story) -> Story:
        for label in labels:
            place = story.at(label)
            gone = story.steps[place]
            rest = [_reanchored(one, label, gone.after) for one in (*story.steps[:place], *story.steps[place + 1 :])]
            story = story.with_steps(tuple(rest))
        return story

    return Changed(f"no {', '.join(labels)}", change, tuple(_plain(one) for one in labels))


def _reanchored(one: Step, label: str, after: str | tuple[str, ...]) -> Step:
    if one.when == label:
        one = replace(one, when="")
    if one.after == label:
        return replace(one, after=after)
    if isinstance(one.after, tuple) and label in one.after:
        return replace(one, after=tuple(name for name in one.after if name != label))
    return one


def wrong(label: str, **fields: Any) -> Changed:
    """Other things written in a step (BLANK: nothing written)."""

    def change(story: Story) -> Story:
        held = story.steps[story.at(label)]
        return _replaced(story, label, fields={**held.fields, **fields}, share=1.0)

    says = ", ".join(f"{name} {_said(value)}" for name, value in fields.items())
    return Changed(f"{label}: {says}", change, tuple(f"{_plain(label)}.{name}" for name in fields))


def same_person(one: str, other: str) -> Changed:
    """A person is among others: `same_person("case-reviewed.reviewer", "case-filed.officers")`."""
    label, _, name = one.rpartition(".")
    source, _, held = other.rpartition(".")
    changed = wrong(label, **{name: Same(source, held, first=True)})
    return Changed(f"{one} = {other}", changed.change, (f"{_plain(label)}.{name}", f"{_plain(source)}.{held}"))


def added(new: Step, *, before: str = "") -> Changed:
    """One step more, before another or at the end."""

    def change(story: Story) -> Story:
        place = story.at(before) if before else len(story.steps)
        return story.with_steps((*story.steps[:place], new, *story.steps[place:]))

    return Changed(f"also {new.label}", change, (new.act,))


def surely(*labels: str) -> Changed:
    """Steps that happen in every case; says nothing of its own."""

    def change(story: Story) -> Story:
        for label in labels:
            story = _replaced(story, label, share=1.0)
        return story

    return Changed(f"with {', '.join(labels)}", change, tuple(_plain(one) for one in labels))


def blank_day(label: str) -> Changed:
    """A step of which nobody wrote the day."""
    return Changed(
        f"{label} on a day unknown", lambda story: _replaced(story, label, dayless=True, share=1.0), (_plain(label),)
    )


def _plain(label: str) -> str:
    """The act a label stands for: what comes before a `:` (a step called `inquiry-made:2` is an inquiry)."""
    return label.partition(":")[0]


def _said(value: object) -> str:
    return "blank" if value is None else "yes" if value is True else "no" if value is False else str(value)
