"""Clues follow how cases stand: with every case that is judged anew they come, go, move, come back.

In the transaction in which the case was judged; safe to be done twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from yifa.law.run.findings import Finding, written
from yifa.law.run.one_case import engine
from yifa.oversight.clues.choices import GRAVITY, Sort, Stage, Turned
from yifa.oversight.clues.models import Clue, Screening, Turn
from yifa.oversight.standing.judging import Judged
from yifa.oversight.standing.models import Mark
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case

Key = tuple[int, str, str]
_TOLD = ("sort", "due", "done_on", "print")
"""What a clue says; with any of these another, it has moved."""


def take_down(found: Sequence[Judged], today: date) -> None:
    """Bring the clues of cases that were judged anew up to date."""
    cases = [one.standing.case_id for one in found]
    held = {key_of(one): one for one in Clue.objects.filter(case__in=cases)}
    now = {key_of(one): one for judged in found for one in _clues(judged, today)}
    if not held and not now:
        return
    said = last_words(sorted({key[0] for key in (*held, *now)}))
    turns, new = [], []
    for key, clue in now.items():
        before = held.get(key)
        clue.stage = stage_of(clue, said.get(key))
        if before is None:
            new.append(clue)
            turns.append(_turn(clue, Turned.NEW))
        elif (turned := _turned(before, clue)) is not None:
            turns.append(_turn(clue, turned, was_due=before.due))
            _put(before, clue, turned=turned, turned_on=today)
        elif (before.organ_id, before.stage) != (clue.organ_id, clue.stage):
            _put(before, clue)
    gone = [clue for key, clue in held.items() if key not in now and clue.here]
    for clue in gone:
        clue.turned, clue.turned_on = Turned.GONE, today
        turns.append(_turn(clue, Turned.GONE))
    Clue.objects.filter(id__in=[one.id for one in gone]).update(here=False, turned=Turned.GONE, turned_on=today)
    Clue.objects.bulk_create(new, batch_size=1_000)
    Turn.objects.bulk_create(turns, batch_size=1_000)


def key_of(of: Clue | Screening) -> Key:
    """What a clue is told by from run to run: case, duty, and what of the case it is about."""
    return of.case_id, of.duty, of.subject


def last_words(cases: Sequence[int]) -> dict[Key, Screening]:
    """The last word on each clue of some cases."""
    return {key_of(one): one for one in Screening.objects.filter(case__in=cases).order_by("id")}


def stage_of(clue: Clue, said: Screening | None) -> Stage:
    """How far a clue is looked into, going by the last word on it; a word on what it was before does not fit."""
    if said is None:
        return Stage.NEW
    return Stage(said.verdict) if said.told.get("print") == clue.print else Stage.AGAIN


def _clues(judged: Judged, today: date) -> Iterator[Clue]:
    """The clues of a case as it was judged; not those of a case that should not be on record at all."""
    case = judged.standing.case
    marks = {(one.duty, one.subject): one for one in judged.marks if one.finding in Sort.values}
    if not marks or case.state == State.VOID:
        return
    duties = {duty for duty, _ in marks}
    for finding in engine(case.procedure).findings(judged.facts, today, only=duties):
        mark = marks.get(finding.result.key)
        if mark is not None:
            yield _clue(case, mark, finding, today)


def _clue(case: Case, mark: Mark, finding: Finding, today: date) -> Clue:
    return Clue(
        case=case,
        organ_id=case.organ_id,
        procedure=case.procedure,
        duty=mark.duty,
        subject=mark.subject,
        sort=mark.finding,
        severity=finding.severity,
        gravity=GRAVITY.index(finding.severity) if finding.severity in GRAVITY else len(GRAVITY),
        due=mark.due,
        done_on=mark.done_on,
        print=_print(mark, finding),
        found_on=today,
        turned_on=today,
    )


def _print(mark: Mark, finding: Finding) -> str:
    """A digest of what a clue says and rests on, the same however often it is judged."""
    facts: list[Mapping[str, str | None]] = [
        {"act": one.act, "on": written(one.on), "field": one.field, "value": one.value} for one in finding.facts
    ]
    told = {"sort": mark.finding, "due": written(mark.due), "done": written(mark.done_on), "facts": facts}
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _turned(before: Clue, now: Clue) -> Turned | None:
    if not before.here:
        return Turned.BACK
    return Turned.MOVED if any(getattr(before, name) != getattr(now, name) for name in _TOLD) else None


def _put(held: Clue, now: Clue, **more: object) -> None:
    """Let a row say what a clue is now."""
    told = {name: getattr(now, name) for name in (*_TOLD, "organ_id", "stage", "severity", "gravity")}
    Clue.objects.filter(id=held.id).update(here=True, **told, **more)


def _turn(clue: Clue, turned: Turned, was_due: date | None = None) -> Turn:
    return Turn(
        case_id=clue.case_id,
        organ_id=clue.organ_id,
        duty=clue.duty,
        subject=clue.subject,
        turned=turned,
        on=clue.turned_on,
        sort=clue.sort,
        due=clue.due,
        done_on=clue.done_on,
        was_due=was_due,
    )
