"""What changed since the working day before: clues that moved or went, words on clues, sheets, acts others recorded.

Of all cases one may read, or of those in which one takes part; what one did oneself is left out, and new clues stand in
a column of their own.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.clues.words import tell_turned, tell_verdict
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.last_entries import last_texts
from yifa.interfaces.office.marks import duty_of
from yifa.interfaces.office.matters import Matter, matters
from yifa.law.catalogue import calendar
from yifa.oversight.clues.choices import Turned, Verdict
from yifa.oversight.clues.models import Explanation, Screening, Turn
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.despatch.choices import SheetState
from yifa.record.despatch.models import Sheet, Step
from yifa.record.organs.models import Organ
from yifa.record.scope import OfMany
from yifa.wording import Language

LOOKED_AT = 60
"""So many turns of clues are looked at, the newest."""
ENTRIES, MOST = 400, 240
"""So many entries of the chains are read at the most, the last ones; so many rows of a kind are taken from them."""
SATURDAY = 6
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """Something that changed: what, in which matter, where it can be seen."""

    words: str
    about: str
    matter: Matter
    address: str


def working_day_before(today: date) -> date:
    """The working day before a day; where no notice tells yet, by the day of the week."""
    of, day = calendar(), today - _DAY
    while not (day.isoweekday() < SATURDAY if of.day(day).working is None else of.day(day).working):
        day -= _DAY
    return day


def changes(desk: Desk, since: date, speech: Language, *, mine: bool, most: int) -> tuple[list[Change], int]:
    """What changed since a day, the newest first, so many at the most; and how much it is altogether."""
    rows = list(_found(desk, since))
    own = _own(desk, {case for _, case, _ in rows}) if mine else None
    found = [one for one in rows if own is None or one[1] in own or isinstance(one[2], Step)]
    found.sort(key=lambda one: one[0], reverse=True)
    shown = found[:most]
    about = matters(_CASES({case for _, case, _ in shown}), desk.today, speech)
    return [_told(row, about[case], speech) for _, case, row in shown if case in about], len(found)


def _own(desk: Desk, cases: Collection[int]) -> set[int]:
    """Those of some cases in which who sits at the desk takes part."""
    return {case for (case,) in _TAKES_PART(cases, desk.officer.id)}


Found = tuple[tuple[date, int, int], int, Any]
"""When (and of one day what is looked at first, and the later), in which case, and the row, or the acts of a case."""


class Recorded(NamedTuple):
    """An act as far as it is told here."""

    id: int
    case: int
    kind: str
    corrects: int | None
    recorded_at: datetime
    recorded_by: str


def _found(desk: Desk, since: date) -> Iterator[Found]:
    rows, me = _recorded(desk, since), desk.officer.id
    for said in _SCREENINGS(rows[_table(Screening)]):
        if said.on >= since and said.screened_by_id != me:
            yield (said.on, 5, said.id), said.case_id, said
    for told in _EXPLANATIONS(rows[_table(Explanation)]):
        if told.on >= since and told.explained_by_id != me:
            yield (told.on, 4, told.id), told.case_id, told
    for step in _STEPS(rows[_table(Step)], me):
        if step.decided_on is not None and step.decided_on >= since and step.decided_by_id != me:
            yield (step.decided_on, 3, step.id), step.sheet.case_id, step
    turns = Turn.objects.filter(on__gte=since).exclude(turned=Turned.NEW)
    for turn in turns.order_by("-id")[:LOOKED_AT]:
        yield (turn.on, 2, turn.id), turn.case_id, turn
    acts_found = map(Recorded._make, _ACTS(rows[_table(Act)]))
    by_others = [one for one in acts_found if one.recorded_by != f"officer{me}"]
    for (_, day), acts in _by_case(sorted(by_others, key=lambda one: -one.id)).items():
        if day >= since:
            yield (day, 1, acts[0].id), acts[0].case, acts


_ACTS = OfMany(
    lambda ids: Act.objects.filter(id__in=ids).values_list(
        "id", "case_id", "kind", "corrects_id", "recorded_at", "recorded_by"
    ),
    int,
)
_CASES = OfMany(lambda ids: Case.objects.filter(id__in=ids).select_related("organ"), int)
_SCREENINGS = OfMany(lambda ids: Screening.objects.filter(id__in=ids), int)
_EXPLANATIONS = OfMany(lambda ids: Explanation.objects.filter(id__in=ids), int)
_STEPS = OfMany(
    lambda ids, drawer: Step.objects.filter(id__in=ids, sheet__drawn_by=drawer).select_related("sheet"),
    int,
    int,
)
_TAKES_PART = OfMany(
    lambda cases, officer: Participant.objects.filter(case__in=cases, officer=officer, last=None).values_list(
        "case_id"
    ),
    int,
    int,
)


def _recorded(desk: Desk, since: date) -> dict[str, list[int]]:
    """The rows that were written since a day, the last first, by their tables: as the last entries of the chains tell.

    Of acts and words on clues nothing says in an index when they were recorded; the chains say it by their order.
    """
    found: dict[str, list[int]] = {name: [] for name in map(_table, (Act, Screening, Explanation, Step))}
    codes = Organ.objects.filter(id__in=desk.scope.organs).values_list("code", flat=True)
    for text in last_texts(list(codes), ENTRIES):
        entry = json.loads(text)
        if datetime.fromisoformat(entry["recorded"]) < _begin(since):
            break
        for row in entry["what"].get("rows", ()):
            several = found.get(row["table"])
            if several is not None and len(several) < MOST:
                several.append(row["row"]["id"])
    return found


def _table(model: type[Model]) -> str:
    return model._meta.db_table


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _by_case(acts: Iterable[Recorded]) -> dict[tuple[int, date], list[Recorded]]:
    """What was recorded in a case on a day stands together."""
    found: dict[tuple[int, date], list[Recorded]] = {}
    for act in acts:
        found.setdefault((act.case, timezone.localdate(act.recorded_at)), []).append(act)
    return found


def _told(row: Any, matter: Matter, speech: Language) -> Change:
    say, case = speech.say, matter.case
    match row:
        case Turn():
            words = say("clue: {turned}", turned=tell_turned(Turned(row.turned), speech))
            return Change(words, _duty(case, row.duty, speech), matter, _clue(row))
        case Screening():
            words = say("clue screened: {verdict}", verdict=tell_verdict(Verdict(row.verdict), speech))
            return Change(words, _duty(case, row.duty, speech), matter, _clue(row))
        case Explanation():
            return Change(say("clue explained by the organ"), _duty(case, row.duty, speech), matter, _clue(row))
        case Step():
            name = act_name(procedure_of(case), row.sheet.act, speech)
            to = reverse("approval", kwargs={"sheet": row.sheet_id})
            return Change(_step(row.sheet, row, speech), name, matter, to)
    put_right = any(one.corrects is not None for one in row)
    names = dict.fromkeys(act_name(procedure_of(case), one.kind, speech) for one in reversed(row))
    words = say("acts recorded, one put right") if put_right else say("acts recorded")
    return Change(words, speech.list(list(names)), matter, reverse("case", kwargs={"case": case.id}))


def _step(sheet: Sheet, step: Step, speech: Language) -> str:
    say = speech.say
    if sheet.state == SheetState.SIGNED:
        return say("sheet signed")
    if sheet.state == SheetState.REFUSED:
        return say("sheet refused")
    return say("sheet sent back") if step.state == "returned" else say("sheet agreed to by one more")


def _duty(case: Case, duty: str, speech: Language) -> str:
    title = duty_of(case, duty).title
    return title.zh if speech.tag == "zh" else title.en


def _clue(row: Turn | Screening | Explanation) -> str:
    key = urlencode({"duty": row.duty, "subject": row.subject})
    return f"{reverse('clue', kwargs={'case': row.case_id})}?{key}"
