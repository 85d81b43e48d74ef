"""Writes incoming cases: new ones, and what changed in those that are there."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice
from typing import Any, TypeVar

from yifa.law.catalogue.folders import folder
from yifa.law.conditions import Type
from yifa.record.cases.columns import standing
from yifa.record.cases.models import Act, Case
from yifa.record.chain.actions import Personal
from yifa.record.chain.canonical import canonical, quoted
from yifa.record.chain.chained import values_of
from yifa.record.chain.models import KeptValue
from yifa.record.chain.plain_rows import PlainRow, Ready
from yifa.record.chain.writing import Writing
from yifa.record.importing.former import with_former
from yifa.record.importing.incoming import IncomingAct, IncomingCase
from yifa.record.importing.ledgers import Ledgers
from yifa.record.importing.naming import Called, Naming, all_officers
from yifa.record.importing.states import state_told, state_told_again
from yifa.record.importing.without_names import parties_of, without_names
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ

AT_ONCE = 500
"""So many cases a verb: what is lost when the power goes, and done again the next time."""
Anything = TypeVar("Anything")


@dataclass
class Imported:
    """What came of a batch, in cases.

    `without_organ`: rows whose organ nobody knows; `secret`: rows that bear a mark of a state secret, and of which
    nothing is kept; `named`: rows that named a party in free words, which say 当事人 now; `forgotten`: rows of cases
    whose party was forgotten, of which nothing is taken, since they name it. By file, sheet and row.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    acts: int = 0
    withdrawn: int = 0
    without_organ: list[tuple[str, str, int]] = field(default_factory=list)
    secret: list[tuple[str, str, int]] = field(default_factory=list)
    named: list[tuple[str, str, int]] = field(default_factory=list)
    forgotten: list[tuple[str, str, int]] = field(default_factory=list)


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Let Python look for circles rarely: millions of rows are made and none of them stands in one."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 100, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@_rarely_collecting()
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
    everybody, ledgers = all_officers(), Ledgers(actor.by)
    officers: dict[str, Mapping[str, int]] = {}
    for (code, procedure), group in groupby(cases, key=lambda one: (one.organ, one.procedure)):
        organ = organs.get(code)
        for some in in_chunks(group):
            if organ is None and dry_run and code in coming:
                found.new += len(some)
            elif organ is None:
                found.without_organ += [(one.file, one.sheet, one.row) for one in some]
            else:
                if code not in officers:
                    officers[code] = everybody.of(organ)
                _Batch(organ, procedure, officers[code], batch, actor, found, ledgers).take(some, dry_run=dry_run)
            done += len(some)
            if progress is not None:
                progress(done)
    return found


def acts_as_they_were(cases: Sequence[Case]) -> list[list[Act]]:
    """The acts of some cases, in order, read at once."""
    found: dict[int, list[Act]] = {case.id: [] for case in cases}
    for act in Act.objects.filter(case__in=list(found)).order_by("id"):
        found[act.case_id].append(act)
    return list(found.values())


def in_chunks(rows: Iterable[Anything]) -> Iterator[list[Anything]]:
    """So many at once as a verb writes."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some


@dataclass
class _Batch:
    """Some cases of one organ and procedure: one verb."""

    organ: Organ
    procedure: str
    officers: Mapping[str, int]
    batch: str
    actor: Actor
    found: Imported
    ledgers: Ledgers

    def take(self, cases: Sequence[IncomingCase], *, dry_run: bool) -> None:
        """Sort out what is new, changed and unchanged, and write it."""
        self.found.secret += [(one.file, one.sheet, one.row) for one in cases if one.secret]
        cases = [one for one in cases if not one.secret]
        numbers = [one.number for one in cases]
        rows = list(Case.objects.filter(organ=self.organ, procedure=self.procedure, number__in=numbers))
        told = values_of(rows)
        there = {row.number: row for row in rows}
        erased = {row.number for row in rows if row.told_as and row.told_as not in told}
        self.found.forgotten += [(one.file, one.sheet, one.row) for one in cases if one.number in erased]
        cases = [one for one in cases if one.number not in erased]
        new = [self._unnamed(one) for one in cases if one.number not in there]
        again = [
            (there[one.number], one)
            for one in cases
            if one.number in there and told.get(there[one.number].told_as) != one.digest
        ]
        parties = parties_of([case for case, _ in again])
        changed = [(case, self._unnamed(one, parties[case.id])) for case, one in again]
        self.found.new += len(new)
        self.found.changed += len(changed)
        self.found.unchanged += len(cases) - len(new) - len(changed)
        if dry_run or not (new or changed or self.ledgers.news(self.organ, self.procedure, cases)):
            return
        about = {"batch": self.batch, "procedure": self.procedure}
        with verb_of("cases-imported", self.organ, self.actor, self.actor.recorded.date(), about) as writing:
            self._write(writing, cases, new, changed)

    def _unnamed(self, one: IncomingCase, also: Sequence[Called] = ()) -> IncomingCase:
        """The case without the names of parties in what it says in free words."""
        made = without_names(one, self.officers, also)
        if made is not one:
            self.found.named.append((one.file, one.sheet, one.row))
        return made

    def _write(
        self,
        writing: Writing,
        cases: Sequence[IncomingCase],
        new: Sequence[IncomingCase],
        changed: Sequence[tuple[Case, IncomingCase]],
    ) -> None:
        """Each case is told in an entry of its own, but what is new is written table by table."""
        self.ledgers.write(writing, self.organ, self.procedure, cases, len(new) + len(changed))
        made = [self._case(one) for one in new]
        writing.spread(Case, [[case] for case in made])
        named = Naming(self.organ, self.officers, writing).named(list(zip(made, new, strict=True)), changed)
        both = [
            *((row["id"], one) for row, one in zip(made, new, strict=True)),
            *((row.id, one) for row, one in changed),
        ]
        acts, came = [], Ready(canonical({"batch": self.batch}))
        for (case, one), names in zip(both, named, strict=True):
            acts.append([self._act(case, one, act, names, came) for act in one.acts])
        gone: list[list[PlainRow]] = [[] for _ in made]
        former = [case.told_as for case, _ in changed if case.told_as]
        for place, (case, one) in enumerate(changed, len(made)):
            stands = standing(case.acts.order_by("id"))
            acts[place], withdrawn = self._difference(stands, one, acts[place])
            gone.append(withdrawn)
            beside = [act for act in stands if not act.came_from]
            writing.change_in(
                place,
                case,
                facts=dict(one.facts),
                told_as=Personal(one.digest),
                came_from=with_former(case, self._where(one), one.facts),
                state=state_told_again(case, one, beside, self.actor.recorded.date()),
            )
        writing.spread(Act, acts)
        writing.spread(Act, gone)
        KeptValue.objects.filter(commitment__in=former).delete()  # of names too, and nothing needs it any more
        self.found.acts += sum(map(len, acts))
        self.found.withdrawn += sum(map(len, gone))

    def _case(self, one: IncomingCase) -> PlainRow:
        return {
            "organ_id": self.organ.id,
            "procedure": self.procedure,
            "number": one.number,
            "source": "ledger",
            "opened": one.opened or self.actor.recorded.date(),
            "state": state_told(one, self.actor.recorded.date()).value,
            "facts": dict(one.facts),
            "told_as": Personal(one.digest),
            "came_from": self._where(one),
        }

    def _difference(
        self, stands: Sequence[Act], one: IncomingCase, told: Sequence[PlainRow]
    ) -> tuple[list[PlainRow], list[PlainRow]]:
        """What is told anew, and the withdrawal of what stands from ledgers and is told no more."""
        waiting: dict[str, list[PlainRow]] = {}
        for row in told:
            said = row["kind"], row["on"], row["minute"], row["number"], json.loads(row["fields"])
            waiting.setdefault(_content(*said), []).append(row)
        gone = []
        for act in stands:
            content = _content(act.kind, act.on, act.minute, act.number, act.fields)
            if act.came_from and (same := waiting.get(content)):
                same.pop()
            elif act.came_from:
                came = {"batch": self.batch}
                gone.append(correction(act, act, f"{one.file}：不再登记", self.actor, came, withdrawn=True))
        return [row for same in waiting.values() for row in same], gone

    def _where(self, one: IncomingCase) -> dict[str, Any]:
        ledger = self.ledgers.number(self.organ, one)
        found = {"file": one.file, "sheet": one.sheet, "row": one.row, "batch": self.batch}
        return found if ledger is None else found | {"ledger": ledger}

    def _act(
        self, case: int, one: IncomingCase, act: IncomingAct, names: Mapping[Called, str], came: Ready
    ) -> PlainRow:
        more: list[tuple[str, str]] = []
        if act.people or act.parties:
            declared = folder(self.procedure).procedure.vocabulary[act.kind]
            for name, whom in act.people.items():
                people = [names[who, ""] for who in whom if who]
                if people or not whom:  # nobody, where the ledger says so
                    told: Any = people if declared[name].type is Type.NAMES else people[0]
                    more.append((name, f"{quoted(name)}:{canonical(told)}"))
            for name, code in act.parties.items():
                told = names[one.party if code == one.party[1] and one.party[0] else ("", code)]
                more.append((name, f"{quoted(name)}:{quoted(told)}"))
        return {
            "case_id": case,
            "kind": act.kind,
            "on": act.on,
            "minute": act.minute,
            "number": act.number,
            "fields": Ready(act.text(more)),
            "recorded_at": self.actor.recorded,
            "recorded_by": self.actor.by,
            "came_from": came,
        }


def correction(
    says: Act, of: Act, because: str, actor: Actor, came_from: Mapping[str, Any], *, withdrawn: bool = False
) -> PlainRow:
    """An act that corrects `of` and says what another one said; `withdrawn`: that nothing of the kind happened."""
    return {
        "case_id": of.case_id,
        "kind": says.kind,
        "on": says.on,
        "minute": says.minute,
        "number": says.number,
        "fields": says.fields,
        "recorded_at": actor.recorded,
        "recorded_by": actor.by,
        "reason": because,
        "corrects_id": of.id,
        "withdrawn": withdrawn,
        "came_from": dict(came_from),
    }


def _content(kind: str, on: date | None, minute: int | None, number: str, fields: Mapping[str, Any]) -> str:
    """What an act says, whoever recorded it from wherever."""
    told: dict[str, Any] = {"kind": kind, "on": on.isoformat() if on else "", "number": number, "fields": fields}
    return canonical(told | ({} if minute is None else {"minute": minute}))
