"""Organs and their officers, as the API tells them. Names of officers are masked."""

from __future__ import annotations

from datetime import date

from yifa.interfaces.api.shapes.fields import Told


class RelationShape(Told):
    """How an organ stands to another on the day."""

    kind: str
    to: str
    items: list[str]


class OrganShape(Told):
    """An organ on a day."""

    id: int
    code: str
    name: str
    short: str
    kind: str
    level: str
    area: str
    first: date
    last: date | None
    profiles: list[str]
    relations: list[RelationShape]


class OrganPage(Told):
    """Some organs; `next`: what to ask for `after` to get those that follow."""

    organs: list[OrganShape]
    next: int | None


class CertificateShape(Told):
    """A certificate, its number masked; `in_force` on the day asked about."""

    id: int
    number: str
    scope_of_work: str
    first: date
    last: date | None
    in_force: bool


class OfficerShape(Told):
    """An officer: the number of his row, by which acts name him, and his name masked."""

    id: int
    name: str
    certificates: list[CertificateShape]


class OfficerPage(Told):
    """Some officers; `next`: what to ask for `after` to get those that follow."""

    officers: list[OfficerShape]
    next: int | None
