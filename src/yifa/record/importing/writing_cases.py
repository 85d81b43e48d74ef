"""Writes incoming cases: new ones, and what changed in those that are there; and takes a batch back."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from yifa.record.cases.choices import Role, State
from yifa.record.cases.columns import standing
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.cases.people import officers_by_name, reference
from yifa.record.chain.canonical import canonical
from yifa.record.chain.chained import values_of
from yifa.record.chain.writing import Writing, verb
from yifa.record.importing.incoming import IncomingAct, IncomingCase
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Officer, Organ
from yifa.record.parties.actions import identified, known_parties, new_party, party_in
from yifa.record.parties.models import Party

AT_ONCE = 500
"""So many cases a verb: what is lost when the power goes, and done again the next time."""


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
    """Take cases in, organ by organ as they come.

    `dry_run`: only say what would be done, where organs are `coming` that are not on record yet.

    `batch` names what came together, so that it can be undone; the same cases again change nothing.
    """
    found, done = Imported(), 0
    organs = {one.code: one for one in Organ.objects.all()}
    people: dict[str, dict[str, Officer]] = {}
    for (code, procedure), group in groupby(cases, key=lambda one: (one.organ, one.procedure)):
        organ = organs.get(code)
        for some in _chunks(group, AT_ONCE):
            if organ is None and dry_run and code in coming:
                found.new += len(some)
            elif organ is None:
                found.without_organ += [(one.file, one.sheet, one.row) for one in some]
            else:
                if code not in people:
                    people[code] = _people(organ)
                _Batch(organ, procedure, people[code], batch, actor, found).take(some, dry_run=dry_run)
            done += len(some)
            if progress is not None:
                progress(done)
    return found


def _chunks(cases: Iterable[IncomingCase], size: int) -> Iterator[list[IncomingCase]]:
    held: list[IncomingCase] = []
    for one in cases:
        held.append(one)
        if len(held) == size:
            yield held
            held = []
    if held:
        yield held


def _people(organ: Organ) -> dict[str, Officer]:
    officers = list(Officer.objects.filter(organ=organ))
    names = values_of(officers)
    return officers_by_name(organ.id, {one.id: names[one.name] for one in officers if one.name in names})


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
        rows = Case.objects.filter(organ=self.organ, procedure=self.procedure, number__in=numbers)
        there = {row.number: row for row in rows}
        new = [one for one in cases if one.number not in there]
        changed = [
            one for one in cases if one.number in there and there[one.number].came_from.get("digest") != one.digest
        ]
        self.found.new += len(new)
        self.found.changed += len(changed)
        self.found.unchanged += len(cases) - len(new) - len(changed)
        if dry_run or not (new or changed):
            return
        on = self.actor.recorded.date()
        about = {"batch": self.batch, "procedure": self.procedure}
        who = {"organ": self.organ.code, "by": self.actor.by, "on": on, "recorded": self.actor.recorded}
        with verb("cases-imported", because=self.actor.because, about=about, **who) as writing:  # type: ignore[arg-type]
            self._new(writing, new)
            for one in changed:
                writing.part()
                self._changed(writing, one, there[one.number])

    def _new(self, writing: Writing, new: Sequence[IncomingCase]) -> None:
        """New cases, each told in an entry of its own, but written table by table."""
        today = self.actor.recorded.date()
        cases = [
            Case(
                organ=self.organ,
                procedure=self.procedure,
                number=one.number,
                source="ledger",
                opened=one.opened or today,
                facts=dict(one.facts),
                came_from=self._where(one),
            )
            for one in new
        ]
        writing.spread([[case] for case in cases], 0)
        parties = self._parties(writing, new)
        named = [self._participants(*each) for each in zip(cases, new, parties, strict=True)]
        writing.spread([list(rows.values()) for rows in named], 0)
        acts = [
            [self._act(case, act, {who: reference(row) for who, row in rows.items() if who}, one) for act in one.acts]
            for case, one, rows in zip(cases, new, named, strict=True)
        ]
        writing.spread(acts, 0)
        self.found.acts += sum(map(len, acts))

    def _parties(self, writing: Writing, new: Sequence[IncomingCase]) -> list[dict[tuple[str, str], Party]]:
        """The parties of each case by name and identifier: those that are known, and new ones."""
        codes = {one.party[1]: identified(one.party[1]) for one in new}
        known = known_parties(self.organ, [plain for plain, _ in codes.values()])
        found, groups = [], []
        for one in new:
            outsiders = [(name, "") for name in _people_of(one) if name not in self.officers]
            group, own = [], {}
            for name, code in dict.fromkeys([*outsiders, one.party] if one.party[0] else outsiders):
                plain, by = codes[code] if code in codes else identified(code)
                party = known.get(plain) if plain else None
                if party is None:
                    party = new_party(self.organ, name, plain, by)
                    group.append(party)
                    if plain:
                        known[plain] = party
                own[name, code] = party
            found.append(own)
            groups.append(group)
        writing.spread(groups, 0)
        return found

    def _participants(
        self, case: Case, one: IncomingCase, parties: Mapping[tuple[str, str], Party]
    ) -> dict[str, Participant]:
        """Whom the fields of a case name, by name; its party stands under the empty name."""
        found = {}
        for name in _people_of(one):
            officer = self.officers.get(name)
            party = None if officer is not None else parties[name, ""]
            found[name] = Participant(case=case, role=Role.NAMED, officer=officer, party=party, first=case.opened)
        if one.party[0]:
            found[""] = Participant(case=case, role=Role.PARTY, party=parties[one.party], first=case.opened)
        return found

    def _changed(self, writing: Writing, one: IncomingCase, case: Case) -> None:
        """What stands on record from ledgers and is told no more is withdrawn; what is told anew is added."""
        named = self._named(writing, case, one, self._known(case))
        told = [self._act(case, act, named, one) for act in one.acts]
        waiting: dict[str, list[Act]] = {}
        for act in told:
            waiting.setdefault(_content(act), []).append(act)
        gone = []
        for act in standing(case.acts.order_by("id")):
            if act.came_from and (same := waiting.get(_content(act))):
                same.pop()
            elif act.came_from:
                gone.append(act)
        added = [act for same in waiting.values() for act in same]
        writing.insert(*added)
        writing.insert(*(self._withdrawal(act, f"{one.file}：不再登记") for act in gone))
        writing.change(case, facts=dict(one.facts), came_from=self._where(one))
        self.found.acts += len(added)
        self.found.withdrawn += len(gone)

    def _where(self, one: IncomingCase) -> dict[str, Any]:
        return {"file": one.file, "sheet": one.sheet, "row": one.row, "batch": self.batch, "digest": one.digest}

    def _act(self, case: Case, act: IncomingAct, named: Mapping[str, str], one: IncomingCase) -> Act:
        people = {name: [named[who] for who in whom if who] for name, whom in act.people.items()}
        return Act(
            case=case,
            kind=act.kind,
            on=act.on,
            minute=act.minute,
            number=act.number,
            fields={**act.fields, **{name: whom if len(whom) != 1 else whom[0] for name, whom in people.items()}},
            recorded_at=self.actor.recorded,
            recorded_by=self.actor.by,
            came_from={"file": one.file, "sheet": one.sheet, "row": one.row, "batch": self.batch},
        )

    def _withdrawal(self, act: Act, because: str) -> Act:
        return Act(
            case=act.case,
            kind=act.kind,
            on=act.on,
            minute=act.minute,
            number=act.number,
            fields=act.fields,
            recorded_at=self.actor.recorded,
            recorded_by=self.actor.by,
            reason=because,
            corrects=act,
            withdrawn=True,
            came_from={"batch": self.batch},
        )

    def _named(self, writing: Writing, case: Case, one: IncomingCase, known: Mapping[str, str]) -> dict[str, str]:
        """How fields name each person of a case: as a participant, an officer where the register knows the name."""
        found = dict(known)
        new = [name for name in _people_of(one) if name not in found]
        opened = one.opened or self.actor.recorded.date()
        rows = []
        for name in new:
            officer = self.officers.get(name)
            party = None if officer is not None else party_in(writing, self.organ, name)
            rows.append(Participant(case=case, role=Role.NAMED, officer=officer, party=party, first=opened))
        for name, row in zip(new, writing.insert(*rows), strict=True):
            found[name] = reference(row)
        return found

    def _known(self, case: Case) -> dict[str, str]:
        """The people of a case who are there already, by name."""
        officers = {officer.id: name for name, officer in self.officers.items()}
        rows = list(case.participants.filter(role=Role.NAMED).select_related("party"))
        names = values_of([row.party for row in rows if row.party is not None])
        found = {}
        for row in rows:
            name = officers.get(row.officer_id or 0) if row.party is None else names.get(row.party.name)
            if name is not None:
                found[name] = reference(row)
        return found


def _people_of(one: IncomingCase) -> list[str]:
    """Everybody whom the acts of a case name, once."""
    return list(dict.fromkeys(who for act in one.acts for whom in act.people.values() for who in whom if who))


def _content(act: Act) -> str:
    """What an act says, whoever recorded it from wherever."""
    told = {"kind": act.kind, "on": act.on.isoformat() if act.on else "", "number": act.number, "fields": act.fields}
    return canonical(told | ({} if act.minute is None else {"minute": act.minute}))


def undo(batch: str, *, actor: Actor) -> int:
    """Take back what came with a batch, by correction acts; cases that came with it are void. How many acts.

    A reason is asked for: raises `ValueError` without one.
    """
    if not actor.because:
        raise ValueError(f"batch {batch}: undone without a reason, expected one")
    withdrawn = 0
    cases = Case.objects.filter(came_from__batch=batch).select_related("organ").order_by("organ_id", "id")
    for _, group in groupby(cases, key=lambda one: one.organ_id):
        for some in _chunks_of(list(group)):
            organ = some[0].organ
            on = actor.recorded.date()
            writer = _Batch(organ, "", {}, batch, actor, Imported())
            with verb(
                "import-undone",
                organ=organ.code,
                by=actor.by,
                on=on,
                recorded=actor.recorded,
                because=actor.because,
                about={"batch": batch},
            ) as writing:
                for case in some:
                    writing.part()
                    acts = list(case.acts.order_by("id"))
                    own = [one for one in standing(acts) if one.came_from.get("batch") == batch]
                    writing.insert(*(writer._withdrawal(one, actor.because) for one in own))
                    if len(own) == len(standing(acts)):
                        writing.change(case, state=State.VOID)
                    withdrawn += len(own)
    return withdrawn


def _chunks_of(cases: list[Case]) -> Iterator[list[Case]]:
    for start in range(0, len(cases), AT_ONCE):
        yield cases[start : start + AT_ONCE]
