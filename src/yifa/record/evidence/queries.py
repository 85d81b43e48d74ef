"""What can be asked of evidence: what a case has, what may be read, and whether every file is as it was taken in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from yifa.record.cases.models import Case
from yifa.record.evidence.models import Item, Reading, Recording
from yifa.record.evidence.store import FileStore


class FileFaultKind(StrEnum):
    """What is wrong with a file."""

    MISSING = "file-missing"
    CHANGED = "file-changed"
    LEFT_OVER = "file-left-over"
    """A file that no row tells of: something broke off before it was recorded."""


@dataclass(frozen=True, slots=True)
class FileFault:
    """One file that is not as it was taken in, and the rows that tell of it."""

    kind: FileFaultKind
    digest: str
    items: tuple[int, ...] = ()


def store() -> FileStore:
    """The folder of files of this installation."""
    return FileStore(Path(settings.YIFA_FILES))


def items_of(case: Case) -> QuerySet[Item]:
    """The files of a case that are not destroyed, as they came."""
    return (
        Item.objects.filter(case=case, destroyed_on__isnull=True)
        .select_related("act", "taken_by")
        .order_by("taken_on", "id")
    )


def keeps(case: Case, digest: str) -> bool:
    """Whether a case has a file of this digest that is not destroyed."""
    return Item.objects.filter(case=case, digest=digest, destroyed_on__isnull=True).exists()


def recordings_of(case: Case) -> QuerySet[Recording]:
    """The recordings of a case that are kept elsewhere."""
    return Recording.objects.filter(case=case).select_related("act", "taken_by").order_by("begins", "id")


def readings_of(item: Item) -> QuerySet[Reading]:
    """Who read a sensitive file."""
    return Reading.objects.filter(item=item).select_related("officer").order_by("id")


def file_faults() -> Iterator[FileFault]:
    """Compare every file with what the rows tell of it; in the scope of everything."""
    files = store()
    told: dict[tuple[str, int], list[int]] = {}
    for digest, size, id_ in (
        Item.objects.filter(destroyed_on__isnull=True).order_by("digest", "id").values_list("digest", "size", "id")
    ):
        told.setdefault((digest, size), []).append(id_)
    for (digest, size), items in told.items():
        state = files.state(digest, size)
        if state != "whole":
            kind = FileFaultKind.MISSING if state == "missing" else FileFaultKind.CHANGED
            yield FileFault(kind, digest, tuple(items))
    known = {digest for digest, _ in told}
    for digest in files.digests():
        if digest not in known:
            yield FileFault(FileFaultKind.LEFT_OVER, digest)
