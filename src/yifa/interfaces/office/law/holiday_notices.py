"""A new holiday notice held against the calendar: which days it changes, and which due days of open cases would move.

Nothing is installed by it: the notice is read, compared and forgotten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.declaring import ANYBODY, READERS, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.law.days import tell_day_kind
from yifa.interfaces.office.law.notice_faults import tell_fault
from yifa.interfaces.office.marks import duty_of
from yifa.interfaces.office.matters import Matter, matters
from yifa.law.catalogue import CorpusFaults, calendar
from yifa.law.catalogue.calendars import NoticeFile, in_order
from yifa.law.catalogue.reading import read_text
from yifa.law.clock import Calendar
from yifa.law.clock.shift import ChangedDay, Shift, what_moves
from yifa.law.clock.telling import tell_length
from yifa.law.run.one_case import Engine, engine
from yifa.oversight.standing.models import Mark
from yifa.record.cases.choices import TAKES_ACTS
from yifa.record.cases.columns import facts_of
from yifa.record.cases.models import Case
from yifa.wording import Language

LARGEST = 100_000
"""Signs of a notice; those of a year have some two thousand."""
CASES = 300
"""So many open cases, those due first, are judged by the new calendar."""


@dataclass(frozen=True)
class Moved:
    """A due day that would be another."""

    matter: Matter
    duty: str
    was: str
    is_: str


@page("law/calendars/notice/", name="notice_diff", roles=ANYBODY, methods=("GET", "POST"))
def notice_diff(request: Asked) -> HttpResponse:
    """Paste a notice, or hand in its file, and see what it would move."""
    desk, speech = request.desk, request.speech
    told: dict[str, object] = {"text": "", "faults": [], "shift": None, "moved": [], "looked_at": 0, "more": False}
    if request.method == "POST":
        text = _text(request, told)
        if text.strip():
            told |= _compared(text, desk, speech)
        elif not told["faults"]:
            told["faults"] = [speech.say("Nothing was handed in: paste the text of a notice, or choose its file.")]
    return render(request, "law/notice.html", told, status=422 if told["faults"] else 200)


def _text(request: Asked, told: dict[str, object]) -> str:
    file = request.FILES.get("file")
    text = request.POST.get("text", "")[:LARGEST]
    if file is not None:
        try:
            text = file.read(LARGEST).decode("utf-8-sig")
        except UnicodeDecodeError:
            told["faults"] = [request.speech.say("The file is no text in UTF-8.")]
            return ""
    told["text"] = text
    return text


_ANCHOR = re.compile(r"(?m)(?:^|[\s\[{,:-])[&*][^\s,\]}]")
"""Anchors and what repeats them, which no notice needs."""


def _compared(text: str, desk: Desk, speech: Language) -> dict[str, object]:
    before = calendar()
    if _ANCHOR.search(text):
        return {"faults": [speech.say("A notice has no anchors (& and *).")]}
    try:
        notice = read_text(text, NoticeFile, name=speech.say("notice")).notice()
        kept = [one for one in before.notices if one.id != notice.id]
        after = Calendar(in_order((*kept, notice)), before.festivals)
    except CorpusFaults as faults:
        return {"faults": [tell_fault(one, speech) for one in faults.faults]}
    shift = what_moves(before, after)
    moved, looked_at, more = _moved(shift, after, desk, speech) if desk.roles & READERS else ([], 0, False)
    return {
        "notice": notice,
        "known": next((one for one in before.notices if one.id == notice.id), None),
        "shift": shift,
        "days": [_day(one, speech) for one in shift.days],
        "terms": [(tell_length(one.length, speech), one) for one in shift.terms if one.settled or one.moved],
        "moved": moved,
        "looked_at": looked_at,
        "more": more,
        "reads": bool(desk.roles & READERS),
    }


def _day(one: ChangedDay, speech: Language) -> tuple[str, str, str, str]:
    return speech.day(one.on), tell_day_kind(one.was, speech), tell_day_kind(one.is_, speech), one.name or ""


def _moved(shift: Shift, after: Calendar, desk: Desk, speech: Language) -> tuple[list[Moved], int, bool]:
    """The due days of open cases that would move; a day before the first one changed stays as it is."""
    first = min((one.on for one in shift.days), default=None)
    if first is None:
        return [], 0, False
    waits = Mark.objects.filter(outcome="pending", due__gte=first, case__state__in=TAKES_ACTS).order_by("due", "id")
    ids = list(dict.fromkeys(waits.values_list("case_id", flat=True)[: CASES * 4]))
    cases = list(Case.objects.filter(id__in=ids[:CASES]).select_related("organ"))
    engines = {one: Engine(engine(one).whole, after) for one in {case.procedure for case in cases}}
    found: list[tuple[Case, str, date, date]] = []
    for case in cases:
        facts = facts_of(case, named=True)
        now = {one.key: one for one in engine(case.procedure).judge(facts, desk.today)}
        for one in engines[case.procedure].judge(facts, desk.today):
            was = now.get(one.key)
            if was is not None and was.due != one.due and was.due is not None and one.due is not None:
                found.append((case, one.duty, _as_day(was.due), _as_day(one.due)))
    about = matters((one[0] for one in found), desk.today, speech)
    zh = speech.tag == "zh"
    told = []
    for case, id_, was_on, is_on in sorted(found, key=lambda one: (one[2], one[0].id)):
        title = duty_of(case, id_).title
        told.append(Moved(about[case.id], title.zh if zh else title.en, speech.day(was_on), speech.day(is_on)))
    return told, len(cases), len(ids) > CASES


def _as_day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)
