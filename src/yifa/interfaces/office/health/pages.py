"""The page that tells how the installation is."""

from __future__ import annotations

import platform
import sqlite3
from datetime import timedelta

import django
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa import __version__
from yifa.interfaces.api.health import health as how_it_is
from yifa.interfaces.office.declaring import page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.health.mail_line import mail_line
from yifa.interfaces.ui.lights import Sign
from yifa.law.catalogue import calendar
from yifa.oversight.notices.going_out import going_out
from yifa.record.access.choices import ADMINISTRATORS
from yifa.record.jobs.keeping import keeping
from yifa.wording import Language

HORIZON = timedelta(days=60)
"""So long before the known calendar ends somebody should put the next notice in."""


@page("health/", name="health", roles=ADMINISTRATORS)
def health(request: Asked) -> HttpResponse:
    """Database, disk, worker, seals, backups, verification, e-mail, calendar and versions, each with a light."""
    speech, desk, shape = request.speech, request.desk, how_it_is()
    say, look = speech.say, set(shape.look_into)
    never = say("never")

    def moment(at: object) -> str:
        return speech.moment(timezone.localtime(at)) if at else never  # type: ignore[arg-type]

    entries = speech.count("{n} entry of the record", "{n} entries of the record", shape.entries)
    known = calendar().last_known
    ends_soon = known is None or known - desk.today < HORIZON
    kept = keeping()
    lines = [
        (
            _sign("database" in look),
            say("Database"),
            f"{_engine()} · {entries}",
        ),
        (_sign("disk" in look), say("Room on the disk"), _bytes(shape.disk_free_bytes, speech)),
        (_sign("worker" in look), say("Workers in the background"), str(shape.workers)),
        (_sign("jobs" in look), say("Jobs that wait"), str(shape.jobs_waiting)),
        (
            _sign("seal" in look),
            say("Last seal"),
            f"{speech.day(shape.last_seal)} · {(shape.last_seal_digest or '')[:16]}…" if shape.last_seal else never,
        ),
        (
            _sign("backup" in look),
            say("Last backup"),
            say("{moment}; {n} are kept", moment=moment(shape.last_backup), n=kept.backups_kept),
        ),
        (
            Sign.RED if "verification" in look else Sign.GREEN if shape.last_verified else Sign.UNKNOWN,
            say("Last verified"),
            moment(shape.last_verified),
        ),
        (
            _sign("deliveries" in look),
            say("Events for other systems"),
            say("{n} on their way, {dead} dead", n=shape.deliveries_waiting, dead=shape.deliveries_dead),
        ),
        (
            Sign.AMBER if ends_soon else Sign.GREEN,
            say("Holidays are known until"),
            speech.day(known) if known else never,
        ),
    ]
    lines.insert(-1, mail_line(going_out(settings.MAIL, desk.now), speech))
    versions = [
        ("Yifa", __version__),
        ("Python", platform.python_version()),
        ("Django", django.get_version()),
        (_engine().split(" ")[0], _engine().partition(" ")[2]),
        (say("Operating system"), f"{platform.system()} {platform.machine()}"),
    ]
    status = shape.status
    if status == "well" and any(sign is Sign.AMBER for sign, _, _ in lines):
        status = "look-into"
    overall = {"well": Sign.GREEN, "look-into": Sign.AMBER, "ill": Sign.RED}[status]
    told = {
        "overall": overall,
        "sign_words": {
            Sign.GREEN: say("well"),
            Sign.AMBER: say("needs a look"),
            Sign.RED: say("wrong"),
            Sign.UNKNOWN: say("not verified yet"),
            Sign.NONE: say("not asked for"),
        },
        "overall_told": _overall(status, speech),
        "lines": lines,
        "versions": versions,
        "at": speech.moment(desk.now),
    }
    return render(request, "health/health.html", told)


def _sign(wrong: bool) -> Sign:
    return Sign.AMBER if wrong else Sign.GREEN


def _overall(status: str, speech: Language) -> str:
    say = speech.say
    return {
        "well": say("everything is as it should be"),
        "look-into": say("somebody should look into it"),
        "ill": say("the record does not verify; do nothing before it is understood"),
    }[status]


def _engine() -> str:
    if connection.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split(' ')[0]}"


def _bytes(number: int, speech: Language) -> str:
    return speech.say("{n} GB free", n=f"{number / 1e9:.1f}")
