"""The verbs of announcements: put one up, take one down, both `NotAnnounced` where that cannot be; and put one away."""

from __future__ import annotations

from datetime import date, timedelta

from yifa.record.announcements.errors import NotAnnounced, Reason
from yifa.record.announcements.models import LONGEST, Announcement, Dismissed
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer, Organ


def put_up(
    organ: Organ, text: str, *, actor: Actor, on: date, first: date, last: date, grave: bool = False
) -> Announcement:
    """Tell an organ, and those it supervises, something from a day to a day."""
    told = " ".join(text.split())
    if not 0 < len(told) <= LONGEST:
        raise NotAnnounced(Reason.TEXT, f"announcement: found {len(told)} signs, expected 1 to {LONGEST}")
    if last < max(first, on):
        raise NotAnnounced(Reason.DAYS, f"announcement: from {first} to {last}, expected one that is seen some day")
    with verb_of("announcement-put-up", organ, actor, on) as writing:
        [made] = writing.insert(Announcement(organ=organ, text=told, grave=grave, first=first, last=last))
    return made


def take_down(announcement: Announcement, *, actor: Actor, on: date) -> Announcement:
    """Take an announcement down: it is not seen any more after the day before, or was never seen."""
    if announcement.last is not None and announcement.last < on:
        raise NotAnnounced(Reason.OVER, f"announcement {announcement.id}: was over on {announcement.last}")
    last = on - timedelta(days=1)
    with verb_of("announcement-taken-down", announcement.organ, actor, on) as writing:
        return writing.change(announcement, last=last, first=min(announcement.first, last))


def dismiss(announcement: Announcement, officer: Officer) -> None:
    """Put an announcement out of the way of an officer; a grave one stays. No verb: it concerns nobody else."""
    if not announcement.grave:
        Dismissed.objects.bulk_create([Dismissed(announcement=announcement, officer=officer)], ignore_conflicts=True)
