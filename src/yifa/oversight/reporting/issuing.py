"""What is kept of a report that was issued: its files by digest, what they were made from, what was answered for.

The manifest is sealed. With the draft, its sources, the book and the releases that lie beside it, the same files can be
made again on any machine, and what was changed afterwards is found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from yifa.oversight.reporting.canonical import digest, opened, sealed
from yifa.oversight.reporting.checking import Checked
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import Issue, Reading
from yifa.oversight.reporting.releasing import Release

SCHEMA = "yifa.report-issue/1"
MANIFEST = "manifest.json"
KEPT = "kept"
"""The folder of what the report was made from, beside its files."""


@dataclass(frozen=True)
class Manifest:
    """What a manifest says. `texts` is the digest of each cut's text; `files` and `kept` are digests by name."""

    title: str
    year: int
    issue: Issue
    book: str
    texts: Mapping[str, str]
    files: Mapping[str, str]
    kept: Mapping[str, str]
    releases: tuple[Release, ...]
    withheld: tuple[Mapping[str, Any], ...]
    fonts: Mapping[str, str]


def make_manifest(
    checked: Checked,
    *,
    year: int,
    issue: Issue,
    book: str,
    files: Mapping[str, bytes],
    kept: Mapping[str, bytes],
    releases: Sequence[Release],
    fonts: Mapping[str, str],
) -> Manifest:
    """The manifest of what is written."""
    sent = checked.laid_out[Cut.SUBMITTED]
    public = checked.laid_out.get(Cut.PUBLIC, sent)
    return Manifest(
        sent.title,
        year,
        issue,
        book,
        {which.value: digest(Reading(of).text.encode()) for which, of in checked.laid_out.items()},
        {name: digest(data) for name, data in sorted(files.items())},
        {name: digest(data) for name, data in sorted(kept.items())},
        tuple(releases),
        tuple(asdict(one) for one in public.withheld),
        dict(fonts),
    )


def manifest_bytes(of: Manifest) -> bytes:
    """The manifest, sealed."""
    return sealed(
        {
            "schema": SCHEMA,
            "title": of.title,
            "year": of.year,
            "issue": {
                "number": of.issue.number,
                "dated": _iso(of.issue.dated),
                "printed": _iso(of.issue.printed),
            },
            "book": of.book,
            "texts": dict(of.texts),
            "files": dict(of.files),
            "kept": dict(of.kept),
            "releases": [asdict(one) for one in of.releases],
            "withheld": [dict(one) for one in of.withheld],
            "fonts": dict(of.fonts),
        }
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def open_manifest(data: bytes) -> Manifest:
    """A manifest, read; raises `NotSealed` where it was changed."""
    read = opened(data)
    issue = read["issue"]
    days = {key: None if issue[key] is None else date.fromisoformat(issue[key]) for key in ("dated", "printed")}
    return Manifest(
        read["title"],
        read["year"],
        Issue(issue["number"], days["dated"], days["printed"]),
        read["book"],
        read["texts"],
        read["files"],
        read["kept"],
        tuple(Release(**one) for one in read["releases"]),
        tuple(read["withheld"]),
        read["fonts"],
    )


def changed(of: Manifest, files: Mapping[str, bytes], kept: Mapping[str, bytes]) -> list[str]:
    """The names of files that are not there or are not as they were issued."""
    found = []
    for expected, have, folder in ((of.files, files, ""), (of.kept, kept, f"{KEPT}/")):
        found += [f"{folder}{name}" for name, wanted in expected.items() if digest(have.get(name, b"")) != wanted]
    return sorted(found)
