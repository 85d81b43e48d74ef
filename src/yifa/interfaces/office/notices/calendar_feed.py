"""The days of somebody as a calendar (RFC 5545): of each, the number of the matter, the duty and where it is seen.

Days are whole days, which no time zone moves; nobody is named.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, timedelta

from django.urls import reverse

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.marks import duty_of
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.queries import due_between, overdue
from yifa.record.cases.models import Participant
from yifa.wording import Language

AHEAD = timedelta(days=400)
MOST = 1000
LINE = 73
"""So many bytes a line has before it is folded."""


def calendar_of(desk: Desk, speech: Language, site: str) -> str:
    """The calendar of who has a desk: what is due in matters of his own, and what is overdue. `site`: its address."""
    return "".join(f"{folded}\r\n" for line in _lines(desk, speech, site) for folded in _folded(line))


def _lines(desk: Desk, speech: Language, site: str) -> Iterator[str]:
    yield from (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Yifa//Yifa//{speech.tag.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    )
    called = _escaped(speech.say("Terms (Yifa)"))
    yield from (f"NAME:{called}", f"X-WR-CALNAME:{called}")
    yield "REFRESH-INTERVAL;VALUE=DURATION:PT6H"
    stamp = desk.now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    own = Participant.objects.filter(officer=desk.officer, last=None).values("case")
    for rows in (overdue(desk.today), due_between(desk.today, desk.today + AHEAD)):
        for mark in rows.filter(case__in=own)[:MOST]:
            yield from _event(mark, desk, stamp, speech, site)
    yield "END:VCALENDAR"


def _event(mark: Mark, desk: Desk, stamp: str, speech: Language, site: str) -> Iterator[str]:
    if mark.due is None:
        return
    title = duty_of(mark.case, mark.duty).title
    words = f"{mark.case.number} {title.zh if speech.tag == 'zh' else title.en}"
    if mark.earliest is not None:
        words = speech.say("{words} (day provisional)", words=words)
    if mark.due < desk.today:
        words = speech.say("overdue: {words}", words=words)
    key = f"{mark.case_id}/{mark.duty}/{mark.subject}"
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(key.encode()).hexdigest()[:32]}@yifa"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{mark.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{mark.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(words)}"
    yield f"URL:{site}{reverse('case', kwargs={'case': mark.case_id})}"
    yield from ("CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", " ")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, no sign cut in two; each but the first begins with a blank."""
    piece, first = "", True
    for sign in line:
        if len((piece + sign).encode()) > LINE:
            yield piece if first else f" {piece}"
            piece, first = "", False
        piece += sign
    yield piece if first else f" {piece}"
