"""Whether an issued report still is what the chain of its organ says: its entry, and its files by their seal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yifa.interfaces.office.handed_in.shelves import REPORTS, shelf
from yifa.interfaces.office.reports.work import BEFORE, ISSUED
from yifa.interfaces.trays.tray import Tray
from yifa.oversight.reporting.canonical import NotSealed, digest
from yifa.oversight.reporting.issuing import KEPT, MANIFEST, changed, open_manifest
from yifa.record.chain.entries import Entry
from yifa.record.chain.proving import entry_of
from yifa.record.organs.models import Organ
from yifa.record.reports.models import IssuedReport
from yifa.record.reports.queries import issued_as


@dataclass(frozen=True)
class Standing:
    """What the chain says of a report; `changed`: files that are not as they were issued."""

    entry: Entry | None
    changed: tuple[str, ...]


@dataclass(frozen=True)
class ReportFault:
    """A report on record of which the files are gone, or are not what was issued."""

    organ: str
    number: str
    missing: bool
    files: tuple[str, ...] = ()


def standing_of(tray: Tray) -> Standing | None:
    """Of the report of a tray, as it was issued last; None where it was not, or where there is no record."""
    issued, organ = tray.told.get("issued"), tray.owner.removeprefix("organ")
    if not issued or not organ.isdigit():
        return None
    row = issued_as(int(organ), issued["seal"])
    entry = None if row is None else entry_of(row.organ.code, *row.address)
    return Standing(entry, _changed(tray.results / ISSUED, issued["seal"]))


def report_faults() -> Iterator[ReportFault]:
    """Every report on record of which no folder holds the files under its seal."""
    for organ in Organ.objects.filter(issued_reports__isnull=False).distinct().order_by("id"):
        folders = list(_folders(organ.id))
        for row in IssuedReport.objects.filter(organ=organ).order_by("id"):
            held = next((folder for folder, seal in folders if seal == row.seal), None)
            files = () if held is None else _changed(held, row.seal)
            if held is None or files:
                yield ReportFault(organ.code, row.number, held is None, files)


def told_faults() -> list[dict[str, Any]]:
    """The same, as what verifying came to is kept (`VERIFIES` in `project/settings`)."""
    return [
        {
            "kind": "report-missing" if one.missing else "report-changed",
            "organ": one.organ,
            "number": one.number,
            "files": list(one.files),
        }
        for one in report_faults()
    ]


def _folders(organ: int) -> Iterator[tuple[Path, str]]:
    """The folders of what an organ issued, each with the seal of its manifest."""
    for tray in shelf(f"organ{organ}", REPORTS):
        for folder in (tray.results / ISSUED, *sorted((tray.results / BEFORE).glob("*"))):
            if (folder / MANIFEST).is_file():
                yield folder, digest((folder / MANIFEST).read_bytes())


def _changed(folder: Path, seal: str) -> tuple[str, ...]:
    """The files of an issued report that are not there, or are not as they were issued."""
    try:
        data = (folder / MANIFEST).read_bytes()
        if digest(data) != seal:
            return (MANIFEST,)
        manifest = open_manifest(data)
    except (OSError, NotSealed):
        return (MANIFEST,)
    here = {name: path.read_bytes() for name in manifest.files if (path := folder / name).is_file()}
    kept = {name: path.read_bytes() for name in manifest.kept if (path := folder / KEPT / name).is_file()}
    return tuple(changed(manifest, here, kept))
