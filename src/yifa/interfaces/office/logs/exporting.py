"""The three logs as workbooks, written in the background for an auditor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.http import QueryDict

from yifa.interfaces.office.exports.sheets import Asker, Head, NotForHim, ToExport, Value
from yifa.interfaces.office.logs.asking import AskedOfLog
from yifa.interfaces.office.logs.finding import entries, many_entries
from yifa.interfaces.office.logs.operations import told_entries
from yifa.interfaces.office.logs.readings import readings
from yifa.interfaces.office.logs.readings import told as told_readings
from yifa.interfaces.office.logs.sign_ins import sign_ins, tell_kind
from yifa.interfaces.office.people import people_of
from yifa.record.access.choices import RoleName
from yifa.record.chain.models import EntryRow
from yifa.record.scope import current
from yifa.wording import Language

AT_ONCE = 500
MOST = 200_000
"""So many lines at the most: what a workbook still opens with ease; a longer span is exported in parts."""


def operations(asked: Mapping[str, Any], asker: Asker, speech: Language) -> ToExport:
    """The operation log."""
    of, organs = _asked(asked, asker)
    say = speech.say
    columns = (
        Head(say("Moment"), 20),
        Head(say("Who")),
        Head(say("Organ"), 26),
        Head(say("What"), 24),
        Head(say("About"), 24),
        Head(say("Why"), 30),
        Head(say("Entry"), 10),
        Head(say("Digest"), 66),
    )
    rows = islice(entries(of, organs), MOST)
    many = min(many_entries(of, organs), MOST)
    return ToExport(say("Operation log"), columns, many, _operations(rows, asker, speech))


def _operations(rows: Iterator[EntryRow], asker: Asker, speech: Language) -> Iterator[Sequence[Value]]:
    while some := list(islice(rows, AT_ONCE)):
        for one in told_entries(some, asker.now.date(), speech):
            yield one.at, one.who, one.organ, one.what, one.about, one.because, one.number, one.digest


def entrances(asked: Mapping[str, Any], asker: Asker, speech: Language) -> ToExport:
    """The log of signing in."""
    of, organs = _asked(asked, asker)
    found, _ = sign_ins(of, organs, many=MOST)
    say = speech.say
    columns = (
        Head(say("Moment"), 20),
        Head(say("Account")),
        Head(say("Officer")),
        Head(say("What came of it"), 20),
        Head(say("From where"), 18),
        Head(say("Browser"), 24),
        Head(say("Signed out"), 12),
    )
    lines = ((one.at, one.account, one.name, tell_kind(one.kind, speech), one.where, one.by, one.left) for one in found)
    return ToExport(say("Sign-in log"), columns, len(found), lines)


def read_files(asked: Mapping[str, Any], asker: Asker, speech: Language) -> ToExport:
    """The log of readings of sensitive files."""
    of, organs = _asked(asked, asker)
    rows = readings(of, organs)[:MOST]
    found = told_readings(rows, speech)
    people = people_of({one.who for one in found}, asker.now.date())
    say = speech.say
    columns = (
        Head(say("Moment"), 18),
        Head(say("Officer")),
        Head(say("Organ"), 26),
        Head(say("Case"), 26),
        Head(say("Noted because"), 20),
    )
    lines = (
        (
            one.at,
            people[one.who].name if one.who in people else "",
            people[one.who].organ if one.who in people else "",
            one.matter,
            one.how,
        )
        for one in found
    )
    return ToExport(say("Readings of sensitive files"), columns, len(found), lines)


def _asked(asked: Mapping[str, Any], asker: Asker) -> tuple[AskedOfLog, frozenset[int]]:
    scope = current()
    if RoleName.AUDITOR not in asker.roles or scope is None:
        raise NotForHim
    told = QueryDict(mutable=True)
    told.update({name: str(value) for name, value in asked.items()})
    return AskedOfLog.of(told, asker.now.date()), scope.people
