"""Duties changed in one point each, to see whether the worked cases of their folder would notice.

A limit is shifted by one unit, a condition or exception dropped, an act taken out of `done`, a pause out of `pauses`,
an extension made longer, more frequent or open to others, the rolling-over turned round, an element, an approver or a
side of a separation left out. A changed duty that no example notices is a survivor: either an example is missing, or
the point does not matter.

    .venv/bin/python -m tests.law.judge.mutation [folder …]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.law.judge.conditions import condition_of
from tests.law.judge.facts import case_of_example
from tests.law.judge.judge import Answer, Judge
from tests.law.judge.lengths import read_time
from tests.law.judge.test_examples import fits
from yifa.law.catalogue import calendar
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.examples import Example
from yifa.law.catalogue.folders import Folder, folder, procedure_ids
from yifa.law.catalogue.kinds.authority import Authority
from yifa.law.catalogue.kinds.cross_case import CrossCase
from yifa.law.catalogue.kinds.document_element import DocumentElement
from yifa.law.catalogue.kinds.order import Order
from yifa.law.catalogue.kinds.publication import Publication
from yifa.law.catalogue.kinds.qualification import Qualification
from yifa.law.catalogue.kinds.required_act import OPEN, RequiredAct
from yifa.law.catalogue.kinds.separation import Separation
from yifa.law.catalogue.kinds.value_limit import ValueLimit
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.term import TermDuty
from yifa.law.conditions.syntax import Binary, Literal, Member, Name


@dataclass(frozen=True)
class Mutant:
    """A duty changed in one point, and which point."""

    point: str
    duty: Duty


@dataclass(frozen=True)
class Score:
    """How many changed duties the examples notice; `survivors` as `duty: point`."""

    folder: str
    mutants: int
    duties: int
    survivors: tuple[str, ...]

    @property
    def duties_with_survivors(self) -> int:
        """How many duties could be changed in some point without an example noticing."""
        return len({line.split(": ")[0] for line in self.survivors})

    @property
    def of_duties(self) -> float:
        """The share of duties that cannot be changed in any point unnoticed."""
        return 1 - self.duties_with_survivors / self.duties if self.duties else 1.0

    @property
    def of_mutants(self) -> float:
        """The share of changed duties that are noticed."""
        return 1 - len(self.survivors) / self.mutants if self.mutants else 1.0


# -- what is changed --------------------------------------------------------------------------------------------------


def mutants(duty: Duty, procedure: Procedure) -> Iterator[Mutant]:
    """Every change of what a duty asks and of when it is asked."""
    for key in ("when", "unless"):
        if getattr(duty, key) is not None:
            yield _changed(duty, f"without `{key}`", **{key: None})
    for place in range(len(duty.contested)):
        yield _changed(duty, f"without `contested` {place + 1}", contested=_but(duty.contested, place))
    match duty:
        case TermDuty():
            yield from _of_term(duty)
            if isinstance(duty, Publication) and duty.until is not None:
                yield _changed(duty, "without `until`", until=None)
        case RequiredAct():
            yield from _of_required_act(duty)
        case Order():
            yield from _of_order(duty)
        case Qualification():
            yield from _of_qualification(duty)
        case Separation():
            yield _changed(duty, "the same on both sides", one=duty.never_among[0])
            for place, text in enumerate(duty.never_among if len(duty.never_among) > 1 else ()):
                yield _changed(duty, f"without «{text}»", never_among=_but(duty.never_among, place))
        case ValueLimit():
            yield from _of_value_limit(duty, procedure)
        case Authority():
            for place, word in enumerate(duty.one_of if len(duty.one_of) > 1 else ()):
                yield _changed(duty, f"without «{word}»", one_of=_but(duty.one_of, place))
            if duty.require is not None:
                yield _changed(duty, "`require` denied", require=f"not ({duty.require})")
        case DocumentElement():
            for place, name in enumerate(duty.elements if len(duty.elements) > 1 else ()):
                yield _changed(duty, f"without «{name}»", elements=_but(duty.elements, place))
        case CrossCase():
            yield _changed(duty, f"at most {duty.at_most + 1}", at_most=duty.at_most + 1)
            if duty.at_most > 0:
                yield _changed(duty, f"at most {duty.at_most - 1}", at_most=duty.at_most - 1)


def mutants_of_scope(duty: Duty, _: Procedure) -> Iterator[Mutant]:
    """Every change of where and in which time a duty holds, and of what it stands in for."""
    edges = [("from_", duty.valid.from_), ("to", duty.valid.to)]
    for key, day in ((key, day) for key, day in edges if day is not None):
        for moved in (day - timedelta(days=1), day + timedelta(days=1)):
            span = duty.valid.model_copy(update={key: moved})
            yield _changed(duty, f"valid {key.strip('_')} {moved}", valid=span)
    if duty.chosen_by is not None:
        yield _changed(duty, "without `chosen-by`", chosen_by=None)
    for place, name in enumerate(duty.overlay):
        yield _changed(duty, f"outside «{name}» too", overlay=_but(duty.overlay, place))
    for place, name in enumerate(duty.replaces):
        yield _changed(duty, f"beside «{name}»", replaces=_but(duty.replaces, place))


def _changed(duty: Duty, point: str, **update: Any) -> Mutant:
    return Mutant(point, duty.model_copy(update=update))


def _but(these: Sequence[Any], place: int) -> tuple[Any, ...]:
    return (*these[:place], *these[place + 1 :])


def _is_working_day(text: str) -> bool:
    """Whether a text is one day that is worked on, which rolls nowhere."""
    try:
        return calendar().day(date.fromisoformat(text)).working is True
    except ValueError:
        return False


def _of_term(duty: TermDuty) -> Iterator[Mutant]:
    way = duty.way
    if way not in (None, "by", "upto"):
        for text in _shifted(str(getattr(duty, way))):
            yield _changed(duty, f"`{way.replace('_', '-')}` {text}", **{way: text})
    if duty.by is not None:
        for shift in (-1, 1):
            day = date.fromisoformat(f"2023-{duty.by}") + timedelta(days=shift)
            yield _changed(duty, f"`by` {day:%m-%d}", by=f"{day:%m-%d}")
        yield _changed(duty, "`before-word` turned round", before_word=not duty.before_word)
    for place, term in enumerate(duty.further):
        for text in _shifted(term.within):
            changed = (*duty.further[:place], term.model_copy(update={"within": text}), *duty.further[place + 1 :])
            yield _changed(duty, f"`further` {text}", further=changed)
    for place, text in enumerate(duty.done if len(duty.done) > 1 else ()):
        yield _changed(duty, f"`done` without «{text}»", done=_but(duty.done, place))
    for place, kind in enumerate(duty.pauses):
        yield _changed(duty, f"without the pause «{kind}»", pauses=_but(duty.pauses, place))
    if duty.upto is not None:
        yield from (_changed(duty, f"upto {text}", upto=text) for text in (f"{duty.upto} - 1", f"{duty.upto} + 1"))
        if not _is_working_day(duty.upto):
            yield _changed(duty, "`rolls` turned round", rolls=not duty.rolls)
    if way == "within" and read_time(str(duty.within)).unit in ("calendar days", "months", "years"):
        yield _changed(duty, "`rolls` turned round", rolls=not duty.rolls)
    if duty.last_day_contested:
        yield _changed(duty, "last day not contested", last_day_contested=False)
    yield from _of_extension(duty)


def _of_extension(duty: TermDuty) -> Iterator[Mutant]:
    line = duty.extension
    if line is None:
        return
    yield _changed(duty, "without the extension", extension=None)
    changes: list[dict[str, Any]] = [{"at_most": text} for text in _shifted(line.at_most)] if line.bounded else []
    if line.times != "any":
        changes += [{"times": times} for times in (line.times - 1, line.times + 1) if times > 0]
    changes += [{"by": _but(line.by, place)} for place in range(len(line.by)) if len(line.by) > 1]
    changes += [{"by": ()}] if line.by else []
    changes += [{"needs_told": None}] if line.needs_told is not None else []
    for change in changes:
        said = ", ".join(f"{key.replace('_', '-')} {value}" for key, value in change.items())
        yield _changed(duty, f"extension {said}", extension=line.model_copy(update=change))


def _of_required_act(duty: RequiredAct) -> Iterator[Mutant]:
    yield _changed(duty, "`require` denied", require=f"not ({duty.require})")
    if duty.until is None:
        yield _changed(duty, "`until` open", until=OPEN)
    else:
        yield _changed(duty, "without `until`", until=None)


def _of_order(duty: Order) -> Iterator[Mutant]:
    if duty.later_than is not None:
        for shift in (" - 1", " + 1"):
            yield _changed(duty, f"`later-than`{shift}", later_than=f"({duty.later_than}){shift}")
    else:
        yield _changed(duty, "earlier and later swapped", earlier=duty.later, later=duty.earlier)


def _of_qualification(duty: Qualification) -> Iterator[Mutant]:
    if duty.at_least is not None:
        for least in (duty.at_least - 1, duty.at_least + 1):
            if least > 0:
                yield _changed(duty, f"at least {least}", at_least=least)
    if duty.certified:
        yield _changed(duty, "not certified", certified=False)
    if duty.require is not None:
        yield _changed(duty, "`require` denied", require=f"not ({duty.require})")


def _of_value_limit(duty: ValueLimit, procedure: Procedure) -> Iterator[Mutant]:
    for place, limit in enumerate(duty.limits):
        if len(duty.limits) > 1:
            yield _changed(duty, f"without limit {place + 1}", limits=_but(duty.limits, place))
        changes: list[dict[str, Any]] = [{"when": None}] if limit.when is not None else []
        for key, text in limit.bounds().items():
            unit = f"{_times(duty.value)} yuan" if _is_money(text, procedure) else "1"
            changes += [{key.replace("-", "_"): f"({text}) {sign} {unit}"} for sign in "+-"]
        for change in changes:
            changed = (*duty.limits[:place], limit.model_copy(update=change), *duty.limits[place + 1 :])
            said = ", ".join(f"{key.replace('_', '-')} {value}" for key, value in change.items())
            yield _changed(duty, f"limit {place + 1}: {said}", limits=changed)
    for name, counted in duty.days.items():
        for place, kind in enumerate(counted.pauses):
            days = {**duty.days, name: counted.model_copy(update={"pauses": _but(counted.pauses, place)})}
            yield _changed(duty, f"`days` without the pause «{kind}»", days=days)


def _times(text: str) -> int:
    """How many times the value itself is compared: `it.amount * 100` a hundred times."""
    node = condition_of(text)
    times = isinstance(node, Binary) and node.sign == "*" and isinstance(node.right, Literal)
    return int(node.right.value) if times else 1  # type: ignore[union-attr]


def _shifted(text: str) -> Iterator[str]:
    length = read_time(text)
    for n in (length.n - 1, length.n + 1):
        if n > 0:
            yield f"{n} {length.unit}"


def _is_money(text: str, procedure: Procedure) -> bool:
    """Whether a bound is an amount of money."""
    waiting: list[Any] = [condition_of(text)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Literal) and part.kind == "money":
            return True
        if isinstance(part, Member) and part.field in procedure.fields:
            if str(procedure.fields[part.field].type) == "money":
                return True
            continue
        if isinstance(part, Name) and part.name in procedure.definitions:
            waiting.append(condition_of(procedure.definitions[part.name].is_))
        elif hasattr(part, "__dataclass_fields__"):
            waiting += [getattr(part, name) for name in part.__dataclass_fields__]
        elif isinstance(part, tuple):
            waiting += part
    return False


# -- who notices ------------------------------------------------------------------------------------------------------


def score(of: Folder, change: Callable[[Duty, Procedure], Iterator[Mutant]] = mutants) -> Score:
    """Which changed duties of a folder its examples notice."""
    examples = [example for group in of.groups for example in group.examples]
    cases = [(example, case_of_example(example, of.procedure)) for example in examples]
    survivors: list[str] = []
    count = judged = 0
    for duty in of.duties:
        if duty.off or duty.id not in of.own:
            continue
        judged += 1
        speaking = [(example, case) for example, case in cases if _speaks_of(example, duty, of)]
        for mutant in change(duty, of.procedure):
            count += 1
            judge = Judge(of.procedure, [mutant.duty if one is duty else one for one in of.duties])
            if not any(_notices(judge.answers(case, list(example.expect)), example) for example, case in speaking):
                survivors.append(f"{duty.id}: {mutant.point}")
    return Score(of.id, count, judged, tuple(survivors))


def _speaks_of(example: Example, duty: Duty, of: Folder) -> bool:
    """Whether an example expects something of a duty, or of one that names it."""
    if duty.id in example.expect:
        return True
    asked = (of.duty(id_) for id_ in example.expect)
    return any(duty.id in text.text.split() for one in asked if one is not None for text in one.texts())


def _notices(said: Mapping[tuple[str, str], Answer], example: Example) -> bool:
    """Whether anything that an example expects comes out otherwise."""
    return any(
        not fits({subject: answer for (duty, subject), answer in said.items() if duty == id_}, expected)
        for id_, expected in example.expect.items()
    )


def main(names: Sequence[str]) -> None:
    """Print the score of each folder and its survivors."""
    for name in names or procedure_ids():
        for change in (mutants, mutants_of_scope):
            found = score(folder(name), change)
            sys.stdout.write(
                f"{name}, {change.__name__}: {found.of_duties:.1%} of {found.duties} duties, "
                f"{found.of_mutants:.1%} of {found.mutants} changes\n"
            )
            sys.stdout.writelines(f"  {line}\n" for line in found.survivors)


if __name__ == "__main__":
    main(sys.argv[1:])
