"""The deadline page: one HTML file in which a clerk types a day and a rule and sees the last day and every reason.

Collected here: the days that notices name, the festival days, the statutes with their counting rules, the policies,
the contested points and the Chinese of every message.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yifa.interfaces.leaflets.leaf import compose
from yifa.interfaces.leaflets.messages import COUNTED, SAID, TERMS, UNITS
from yifa.interfaces.leaflets.said import dictionary
from yifa.law.catalogue import Statute, StatuteVersion, contested_points, policies, statutes
from yifa.law.clock import Calendar, Notice
from yifa.law.clock.calendar import MAY_WORK_WITHIN
from yifa.law.clock.telling import tell_holiday
from yifa.wording import CHINESE, ENGLISH, language

FIRST_YEAR, LAST_YEAR = 2015, 2035
"""The years the page knows festival days for; a term that leaves them is told so."""

SCRIPTS = (
    "days",
    "clock",
    "questions",
    "story",
    "speech",
    "spoken-days",
    "dom",
    "placed",
    "telling",
    "others",
    "address",
    "asking",
    "form",
    "hints",
    "head",
    "wall",
    "reasons",
    "due",
)
"""The scripts in the order in which they build on one another."""

STYLES = ("ground", "due", "answer", "wall", "media")


def render(calendar: Calendar) -> str:
    """The page with the days of this calendar inside, as the text of one HTML file."""
    speech = language(CHINESE)
    return compose(
        "due.html",
        SCRIPTS,
        STYLES,
        speech=speech,
        data=collect(calendar),
        stamp=calendar.digest,
        units=UNITS,
        pause_kinds=[
            (context.removeprefix("pause."), speech.term(context, message))
            for context, message in TERMS
            if context.startswith("pause.")
        ],
    )


def collect(calendar: Calendar) -> dict[str, Any]:
    """What the page knows, as plain data."""
    first = max(calendar.first, date(FIRST_YEAR, 1, 1))
    last = min(calendar.last, date(LAST_YEAR, 12, 31))
    margin = timedelta(days=MAY_WORK_WITHIN)
    festivals = {on: name for on, name in calendar.festivals.items() if first - margin <= on <= last + margin}
    names = {day.name for notice in calendar.notices for day in notice.days} | set(festivals.values())
    return {
        "digest": calendar.digest,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "festivals": [[on.isoformat(), festivals[on]] for on in sorted(festivals)],
        "notices": [_notice(notice) for notice in calendar.notices],
        "holidays": {name: tell_holiday(name, language(ENGLISH)) for name in sorted(names)},
        "statutes": [_statute(one) for one in statutes() if any(version.counting for version in one.versions)],
        "policies": [{"id": one.id, "zh": one.zh, "en": one.en, "restsOn": one.rests_on} for one in policies()],
        "contested": [
            {
                "id": one.id,
                "zh": one.zh,
                "en": one.en,
                "engine": {"zh": one.engine.zh, "en": one.engine.en},
                "laws": one.laws,
            }
            for one in contested_points()
        ],
        "messages": dictionary((*SAID, *(unit for _, unit in UNITS)), COUNTED, TERMS, language(CHINESE)),
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "year": notice.year,
        "title": notice.title,
        "number": notice.number,
        "published": _text(notice.published),
        "amends": notice.amends is not None,
        "place": notice.place,
        "days": [[day.on.isoformat(), day.is_, day.name, int(day.festival)] for day in notice.days],
    }


def _statute(statute: Statute) -> dict[str, Any]:
    return {
        "id": statute.id,
        "zh": statute.title.zh,
        "short": statute.title.short,
        "en": statute.title.en,
        "names": sorted(statute.names() - {statute.id}),
        "versions": [_version(version) for version in statute.versions],
    }


def _version(version: StatuteVersion) -> dict[str, Any]:
    counting = version.counting
    return {
        "id": version.id,
        "from": _text(version.valid.from_),
        "to": _text(version.valid.to),
        "verified": version.verified,
        "note": version.note,
        "counting": counting
        and {
            "startDay": counting.start_day,
            "rolls": counting.rolls_over,
            "rollsRestsOn": counting.rolls_rests_on,
            "note": counting.note,
            "lines": [
                {
                    "who": line.who,
                    "lengths": line.lengths if isinstance(line.lengths, str | tuple) else {"upTo": line.lengths.up_to},
                    "unit": line.unit,
                    "article": line.article,
                    "policy": line.policy,
                }
                for line in counting.days
            ],
        },
    }


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
