"""How certificates stand on a day: in force, suspended, cancelled, run out; and how long still."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yifa.interfaces.office.organs.told import tell_days
from yifa.interfaces.office.registers.words import tell_event
from yifa.interfaces.ui.lights import Sign
from yifa.record.organs.choices import CertificateEventKind
from yifa.record.organs.models import Certificate, CertificateEvent
from yifa.wording import Language

WARNED_DAYS = 60
"""So many days before a certificate runs out it is warned of: renewing one takes an examination."""


@dataclass(frozen=True)
class ToldCertificate:
    """A certificate. `sign` stands on its term; `events` are what became of it, the last first."""

    row: Certificate
    sign: Sign
    state: str
    days: str
    events: tuple[tuple[str, str], ...]
    in_force: bool


def told_certificates(officers: Iterable[int], day: date, speech: Language) -> dict[int, list[ToldCertificate]]:
    """The certificates of officers as of a day, by officer; those in force first."""
    rows = list(Certificate.objects.filter(officer__in=list(officers)).order_by("-first", "-id"))
    events: dict[int, list[CertificateEvent]] = defaultdict(list)
    for event in CertificateEvent.objects.filter(certificate__in=[one.id for one in rows]).order_by("on", "id"):
        events[event.certificate_id].append(event)
    found: dict[int, list[ToldCertificate]] = defaultdict(list)
    for row in rows:
        found[row.officer_id].append(_told(row, events[row.id], day, speech))
    for several in found.values():
        several.sort(key=lambda one: not one.in_force)
    return found


def _told(row: Certificate, events: list[CertificateEvent], day: date, speech: Language) -> ToldCertificate:
    say = speech.say
    known = [one for one in events if one.on <= day and one.kind != CertificateEventKind.CHECKED]
    last = known[-1].kind if known else CertificateEventKind.RESTORED
    sign, state, in_force = Sign.GREEN, say("in force"), True
    if row.first > day:
        sign, state, in_force = Sign.NONE, say("not yet in force"), False
    elif last == CertificateEventKind.CANCELLED:
        sign, state, in_force = Sign.NONE, say("cancelled"), False
    elif row.last is not None and row.last < day:
        days = (day - row.last).days
        sign, state, in_force = Sign.RED, speech.count("ran out {n} day ago", "ran out {n} days ago", days), False
    elif last == CertificateEventKind.SUSPENDED:
        sign, state, in_force = Sign.RED, say("suspended"), False
    elif row.last is not None:
        days = (row.last - day).days
        sign = Sign.AMBER if days <= WARNED_DAYS else Sign.GREEN
        state = speech.count("{n} day left", "{n} days left", days)
        if sign is Sign.GREEN:
            state = say("in force to {day}", day=row.last.isoformat())
    told = tuple((one.on.isoformat(), tell_event(one.kind, speech)) for one in reversed(events))
    return ToldCertificate(row, sign, state, tell_days(row, speech), told, in_force)
