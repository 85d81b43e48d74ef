"""Who answers for what a check found, so that a report goes out all the same: by name, with post, reason and day.

The file lies beside the draft, is sealed, and only grows. A point is released by its key, which changes with the words:
who changes a number that somebody answered for must answer for it anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from yifa.oversight.reporting.canonical import opened, sealed
from yifa.oversight.reporting.checking import Checked, Point

SCHEMA = "yifa.report-releases/1"


@dataclass(frozen=True)
class Release:
    """One point that somebody answers for; `words` are those it is about."""

    key: str
    words: str
    by: str
    post: str
    reason: str
    day: str


class CannotRelease(ValueError):
    """A point that nobody can answer for, or that the check did not find; `key` names it."""

    def __init__(self, key: str, found: Point | None) -> None:
        self.key = key
        self.found = found
        super().__init__(key)


def release(
    checked: Checked, keys: Sequence[str], *, by: str, post: str, reason: str, day: date
) -> tuple[Release, ...]:
    """Releases of points of a check; raises `CannotRelease`."""
    points = {one.key: one for one in checked.points}
    found = []
    for key in dict.fromkeys(keys):
        point = points.get(key)
        if point is None or not point.releasable:
            raise CannotRelease(key, point)
        found.append(Release(key, f"{point.before}【{point.words}】", by, post, reason, day.isoformat()))
    return tuple(found)


def left(checked: Checked, releases: Sequence[Release]) -> tuple[Point, ...]:
    """The points nobody answers for."""
    answered = {one.key for one in releases}
    return tuple(one for one in checked.points if one.key not in answered or not one.releasable)


def used(checked: Checked, releases: Sequence[Release]) -> tuple[Release, ...]:
    """The releases of points that the check found; of a point released twice the last."""
    keys = {one.key for one in checked.points if one.releasable}
    return tuple({one.key: one for one in releases if one.key in keys}.values())


def releases_bytes(releases: Sequence[Release]) -> bytes:
    """The releases, sealed."""
    return sealed({"schema": SCHEMA, "releases": [asdict(one) for one in releases]})


def open_releases(data: bytes) -> tuple[Release, ...]:
    """Releases, read; raises `NotSealed` where they were changed."""
    read: Sequence[Mapping[str, str]] = opened(data)["releases"]
    return tuple(Release(**one) for one in read)
