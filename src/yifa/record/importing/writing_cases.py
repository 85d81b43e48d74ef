"""Writes incoming cases: new ones, and what changed in those that are there; and takes a batch back."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any, TypeVar

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import Type
from yifa.record.cases.choices import State
from yifa.record.cases.columns import standing
from yifa.record.cases.models import Act, Case
from yifa.record.chain.actions import Personal
from yifa.record.chain.canonical import canonical
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Writing, verb
from yifa.record.importing.incoming import IncomingAct, IncomingCase
from yifa.record.importing.naming import Called, named, officers_of
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer, Organ

AT_ONCE = 500
"""So many cases a verb: what is lost when the power goes, and done again the next time."""
Anything = TypeVar("Anything")


@dataclass
class Imported:
    """What came of a batch, in cases; `without_organ`: rows whose organ nobody knows, by file, sheet and row."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    acts: int = 0
    withdrawn: int = 0
    without_organ: list[tuple[str, str, int]] = field(default_factory=list)


def import_cases(
    cases: Iterable[IncomingCase],
    batch: str,
    *,
    actor: Actor,
    dry_run: bool = False,
    coming: Container[str] = (),
    progress: Callable[[int], None] | None = None,
) -> Imported:
    """Take cases in, organ by organ and procedure by procedure as they come.

    `batch` names what came together, so that it can be undone; the same cases again change nothing. `dry_run`: only
    say what would be done, where organs are `coming` that are not on record yet.
    """
    found, done = Imported(), 0
    organs = {one.code: one for one in Organ.objects.all()}
    officers: dict[str, dict[str, Officer]] = {}
    for (code, procedure), group in groupby(cases, key=lambda one: (one.organ, one.procedure)):
        organ = organs.get(code)
        for some in _chunks(group):
            if organ is None and dry_run and code in coming:
                found.new += len(some)
            elif organ is None:
                found.without_organ += [(one.file, one.sheet, one.row) for one in some]
            else:
                if code not in officers:
                    officers[code] = officers_of(organ)
                _Batch(organ, procedure, officers[code], batch, actor, found).take(some, dry_run=dry_run)
            done += len(some)
            if progress is not None:
                progress(done)
    return found


def undo(batch: str, *, actor: Actor) -> int:
    """Take back what came with a batch, by correction acts; cases that came with it are void. How many acts.

    A reason is asked for: raises `ValueError` without one.
    """
    if not actor.because:
        raise ValueError(f"batch {batch}: undone without a reason, expected one")
    withdrawn = 0
    cases = Case.objects.filter(came_from__batch=batch).select_related("organ").order_by("organ_id", "id")
    for _, group in groupby(cases, key=lambda one: one.organ_id):
        for some in _chunks(group):
            who = {"by": actor.by, "on": actor.recorded.date(), "recorded": actor.recorded}
            about = {"batch": batch}
            with verb("import-undone", organ=some[0].organ.code, because=actor.because, about=about, **who) as writing:  # type: ignore[arg-type]
                for case in some:
                    writing.part()
                    stands = standing(case.acts.order_by("id"))
                    own = [one for one in stands if one.came_from.get("batch") == batch]
                    writing.insert(*(_withdrawal(one, batch, actor.because, actor) for one in own))
                    if len(own) == len(stands):
                        writing.change(case, state=State.VOID)
                    withdrawn += len(own)
    return withdrawn


def _chunks(rows: Iterable[Anything]) -> Iterator[list[Anything]]:
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some


@dataclass
class _Batch:
    """Cases of one organ and procedure, written as one verb."""

    organ: Organ
    procedure: str
    officers: Mapping[str, Officer]
    batch: str
    actor: Actor
    found: Imported

    def take(self, cases: Sequence[IncomingCase], *, dry_run: bool) -> None:
        """Sort out what is new, changed and unchanged, and write it."""
        numbers = [one.number for one in cases]
        rows = list(Case.objects.filter(organ=self.organ, procedure=self.procedure, number__in=numbers))
        told = values_of(rows)
        there = {row.number: row for row in rows}
        new = [one for one in cases if one.number not in there]
        changed = [
            (there[one.number], one)
            for one in cases
            if one.number in there and told.get(there[one.number].told_as) != one.digest
        ]
        self.found.new += len(new)
        self.found.changed += len(changed)
        self.found.unchanged += len(cases) - len(new) - len(changed)
        if dry_run or not (new or changed):
            return
        who = {"by": self.actor.by, "on": self.actor.recorded.date(), "recorded": self.actor.recorded}
        about = {"batch": self.batch, "procedure": self.procedure}
        with verb("cases-imported", organ=self.organ.code, because=self.actor.because, about=about, **who) as writing:  # type: ignore[arg-type]
            self._write(writing, new, changed)

    def _write(
        self, writing: Writing, new: Sequence[IncomingCase], changed: Sequence[tuple[Case, IncomingCase]]
    ) -> None:
        """Each case is told in an entry of its own, but what is new is written table by table."""
        made = [self._case(one) for one in new]
        writing.spread([[case] for case in made], 0)
        both = [*zip(made, new, strict=True), *changed]
        called = named(writing, self.organ, self.officers, both, len(made))
        acts = [
            [self._act(case, one, act, names) for act in one.acts]
            for (case, one), names in zip(both, called, strict=True)
        ]
        gone: list[list[Act]] = [[] for _ in made]
        for place, (case, one) in enumerate(changed, len(made)):
            acts[place], withdrawn = self._difference(case, one, acts[place])
            gone.append(withdrawn)
            writing.change_in(
                place, case, facts=dict(one.facts), told_as=Personal(one.digest), came_from=self._where(one)
            )
        writing.spread(acts, 0)
        writing.spread(gone, 0)
        self.found.acts += sum(map(len, acts))
        self.found.withdrawn += sum(map(len, gone))

    def _case(self, one: IncomingCase) -> Case:
        return Case(
            organ=self.organ,
            procedure=self.procedure,
            number=one.number,
            source="ledger",
            opened=one.opened or self.actor.recorded.date(),
            facts=dict(one.facts),
            told_as=Personal(one.digest),
            came_from=self._where(one),
        )

    def _difference(self, case: Case, one: IncomingCase, told: Sequence[Act]) -> tuple[list[Act], list[Act]]:
        """What is told anew, and the withdrawal of what stands from ledgers and is told no more."""
        waiting: dict[str, list[Act]] = {}
        for act in told:
            waiting.setdefault(_content(act), []).append(act)
        gone = []
        for act in standing(case.acts.order_by("id")):
            if act.came_from and (same := waiting.get(_content(act))):
                same.pop()
            elif act.came_from:
                gone.append(_withdrawal(act, self.batch, f"{one.file}：不再登记", self.actor))
        return [act for same in waiting.values() for act in same], gone

    def _where(self, one: IncomingCase) -> dict[str, Any]:
        return {"file": one.file, "sheet": one.sheet, "row": one.row, "batch": self.batch}

    def _act(self, case: Case, one: IncomingCase, act: IncomingAct, names: Mapping[Called, str]) -> Act:
        declared = folder(self.procedure).procedure.vocabulary[act.kind]
        people: dict[str, Any] = {
            name: [names[who, ""] for who in whom if who] for name, whom in act.people.items() if any(whom)
        }
        people |= {name: who[0] for name, who in people.items() if declared[name].type is not Type.NAMES}
        parties = {
            name: names[one.party if code == one.party[1] and one.party[0] else ("", code)]
            for name, code in act.parties.items()
        }
        return Act(
            case=case,
            kind=act.kind,
            on=act.on,
            minute=act.minute,
            number=act.number,
            fields={**act.fields, **people, **parties},
            recorded_at=self.actor.recorded,
            recorded_by=self.actor.by,
            came_from=self._where(one),
        )


def _withdrawal(act: Act, batch: str, because: str, actor: Actor) -> Act:
    return Act(
        case=act.case,
        kind=act.kind,
        on=act.on,
        minute=act.minute,
        number=act.number,
        fields=act.fields,
        recorded_at=actor.recorded,
        recorded_by=actor.by,
        reason=because,
        corrects=act,
        withdrawn=True,
        came_from={"batch": batch},
    )


def _content(act: Act) -> str:
    """What an act says, whoever recorded it from wherever."""
    told = {"kind": act.kind, "on": act.on.isoformat() if act.on else "", "number": act.number, "fields": act.fields}
    return canonical(told | ({} if act.minute is None else {"minute": act.minute}))
