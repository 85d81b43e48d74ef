"""What can be asked of announcements."""

from __future__ import annotations

from datetime import date

from yifa.record.announcements.models import Announcement, Dismissed
from yifa.record.organs.models import Officer
from yifa.record.organs.queries import on_day, supervised_by
from yifa.record.scope import Remembered

_SEEN = Remembered(
    lambda officer, day: (
        on_day(Announcement.objects.all(), day)
        .select_related("organ")
        .exclude(id__in=Dismissed.objects.filter(officer_id=officer).values("announcement"), grave=False)
        .order_by("-grave", "-id")
    ),
    int,
    date,
)


def seen_by(officer: Officer, day: date) -> list[Announcement]:
    """What an officer is told on a day, the grave first, without what he has put out of his way."""
    found = _SEEN(officer.id, day)
    reached = {one.organ_id: supervised_by(one.organ, day).fully for one in found}
    return [one for one in found if officer.organ_id in reached[one.organ_id]]
