"""The log of readings: who read which sensitive file on which day, and why that is noted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from yifa.interfaces.office.logs.asking import AskedOfLog
from yifa.interfaces.office.logs.finding import officers_called
from yifa.record.access.choices import ReadHow
from yifa.record.access.models import Reading
from yifa.wording import Language


@dataclass(frozen=True)
class ReadLine:
    """A line of the log."""

    id: int
    at: str
    who: int
    matter: str
    how: str


def readings(asked: AskedOfLog, organs: Iterable[int]) -> QuerySet[Reading]:
    """What was read by officers of these organs, newest first."""
    chosen = {int(asked.organ[:18])} & set(organs) if asked.organ else set(organs)
    rows = Reading.objects.filter(organ__in=chosen, at__gte=asked.begins).order_by("-id")
    if asked.ends is not None:
        rows = rows.filter(at__lt=asked.ends)
    if asked.verb in ReadHow.values:
        rows = rows.filter(how=asked.verb)
    if asked.who:
        rows = rows.filter(officer__in=officers_called(asked.who))
    return rows


def tell_how(how: ReadHow, speech: Language) -> str:
    """Why it is noted."""
    say = speech.say
    return {
        ReadHow.CIRCLE: say("only some may know of it"),
        ReadHow.GRANT: say("opened for a task"),
        ReadHow.OTHER_ORGAN: say("of another organ"),
        ReadHow.FILE: say("a file was handed out"),
    }[how]


def told(rows: Iterable[Reading], speech: Language) -> list[ReadLine]:
    """Lines in words."""
    return [
        ReadLine(
            one.id,
            f"{timezone.localtime(one.at):%Y-%m-%d %H:%M}",
            one.officer,
            one.matter,
            tell_how(ReadHow(one.how), speech),
        )
        for one in rows
    ]
