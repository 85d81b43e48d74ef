"""Papers, files and lists, as the API tells them."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.interfaces.api.shapes.fields import Told


class ServiceShape(Told):
    """How a paper was sent to somebody, and whether it has reached him."""

    id: int
    to: int | None
    means: str
    state: str
    begun_on: date
    ended_on: date | None


class DocumentShape(Told):
    """A paper that was issued, in its last edition; `to` of a service names a participant."""

    id: int
    act: str
    act_row: int | None
    paper: str
    title: str
    number: str
    issued_on: date
    sealed_on: date | None
    edition: int
    part: str
    openness: str
    file: int | None
    services: list[ServiceShape]


class DocumentList(Told):
    """The papers of a case."""

    documents: list[DocumentShape]


class FileShape(Told):
    """A file of a case: evidence or a scan. A `sensitive` one is read for a reason, and the chain tells who read it."""

    id: int
    act: int | None
    sort: str
    title: str
    media: str
    size: int
    pages: int | None
    digest: str
    part: str
    sensitive: bool
    taken_on: date


class FileList(Told):
    """The files of a case."""

    files: list[FileShape]


class EditionShape(Told):
    """A list of an organ in the edition that was in force on the day."""

    kind: str
    title: str
    edition: int
    basis: str
    first: date | None
    last: date | None


class EditionList(Told):
    """The lists of an organ that were in force on a day."""

    on: date
    lists: list[EditionShape]


class ListItemShape(Told):
    """One item: what it is known by in every edition, and what the columns say of it."""

    id: int
    key: str
    values: dict[str, Any]


class ListPage(Told):
    """What stood in a list on a day; `next`: what to ask for `after` to get those that follow."""

    kind: str
    edition: int
    items: list[ListItemShape]
    next: int | None
