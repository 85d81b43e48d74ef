"""How a batch of ledgers is called: when it was sent in, for which organ, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from yifa.interfaces.office.people import told_people
from yifa.record.organs.models import Officer

_SENT_IN = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) ([^/]+)/(.+)")
"""Batches that were sent in here: the moment, the code of the organ and the number of the officer."""


def named(moment: str, organ: str, officer: str) -> str:
    """The name of a batch on record.

    >>> named("2026-03-03 10:15:00", "qp-market", "0412")
    '2026-03-03 10:15:00 qp-market/0412'
    """
    return f"{moment} {organ}/{officer}"


def batches_called(batches: Iterable[str], today: date) -> dict[str, str]:
    """What people call these batches; one that was not sent in here keeps its name."""
    every = set(batches)
    found = {one: match for one in every if (match := _SENT_IN.fullmatch(one))}
    numbers = {match.group(3) for match in found.values()}
    officers = list(Officer.objects.filter(number__in=numbers).select_related("organ")) if numbers else []
    people = told_people(officers, today)
    known = {(one.organ.code, one.number): one for one in officers}
    called = {one: one for one in every}
    for batch, match in found.items():
        officer = known.get((match.group(2), match.group(3)))
        if officer is not None:
            called[batch] = f"{match.group(1)} {people[officer.id].organ} {people[officer.id].name}"
    return called
