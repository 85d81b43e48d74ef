"""What changed since the working day before: clues that moved or went, words on clues, sheets, acts others recorded.

Of all cases one may read, or of those in which one takes part; what one did oneself is left out, and new clues stand in
a column of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.clues.words import tell_turned, tell_verdict
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.marks import duty_of
from yifa.interfaces.office.matters import Matter, matters
from yifa.law.catalogue import calendar
from yifa.oversight.clues.choices import Turned, Verdict
from yifa.oversight.clues.models import Explanation, Screening, Turn
from yifa.record.cases.columns import procedure_of
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.despatch.choices import SheetState
from yifa.record.despatch.models import Sheet, Step
from yifa.wording import Language

LOOKED_AT = 60
"""So many of each kind are looked at, the newest."""
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


def changes(desk: Desk, since: date, speech: Language, *, mine: bool) -> list[Change]:
    """What changed since a day, the newest first."""
    own = Participant.objects.filter(officer=desk.officer, last=None).values("case")
    found = sorted(_found(desk, since, own if mine else None), key=lambda one: one[0], reverse=True)
    about = matters((case for _, case, _ in found), desk.today, speech)
    return [_told(row, about[case.id], speech) for _, case, row in found]


Found = tuple[tuple[date, int, int], Case, Any]
"""When (and of one day what is looked at first, and the later), which case, and the row, or the acts of a case."""


def _found(desk: Desk, since: date, own: QuerySet[Any] | None) -> Iterator[Found]:
    for said in _of(Screening.objects.filter(on__gte=since).exclude(screened_by=desk.officer), own):
        yield (said.on, 5, said.id), said.case, said
    for told in _of(Explanation.objects.filter(on__gte=since).exclude(explained_by=desk.officer), own):
        yield (told.on, 4, told.id), told.case, told
    steps = Step.objects.filter(decided_on__gte=since, sheet__drawn_by=desk.officer).exclude(decided_by=desk.officer)
    for step in steps.select_related("sheet__case__organ").order_by("-id")[:LOOKED_AT]:
        yield (step.decided_on or since, 3, step.id), step.sheet.case, step
    for turn in _of(Turn.objects.filter(on__gte=since).exclude(turned=Turned.NEW), own):
        yield (turn.on, 2, turn.id), turn.case, turn
    moment = timezone.make_aware(datetime.combine(since, time()))
    by_others = Act.objects.filter(recorded_at__gte=moment).exclude(recorded_by=f"officer{desk.officer.id}")
    for (_, day), acts in _by_case(_of(by_others, own)).items():
        yield (day, 1, acts[0].id), acts[0].case, acts


def _by_case(acts: Iterable[Act]) -> dict[tuple[int, date], list[Act]]:
    """What was recorded in a case on a day stands together."""
    found: dict[tuple[int, date], list[Act]] = {}
    for act in acts:
        found.setdefault((act.case_id, timezone.localdate(act.recorded_at)), []).append(act)
    return found


def _of(rows: QuerySet[Any], own: QuerySet[Any] | None) -> QuerySet[Any]:
    chosen = rows if own is None else rows.filter(case__in=own)
    return chosen.select_related("case__organ").order_by("-id")[:LOOKED_AT]


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
    put_right = any(one.corrects_id is not None for one in row)
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
