"""A report as its pages find it: its tray, the last version of its text, its book, what a check comes to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.http import Http404

from yifa.interfaces.office.books.told import read_book
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.shelves import REPORTS, shared, tray_of
from yifa.interfaces.office.reports.versions import Version, Versions
from yifa.interfaces.reporting.opened_report import (
    BOOK,
    DRAFT,
    OpenedReport,
)
from yifa.interfaces.trays.tray import Tray
from yifa.oversight.reporting.checking import Checked
from yifa.oversight.reporting.laid_out import Issue
from yifa.oversight.reporting.tokens import UnknownToken
from yifa.wording import Language, language

REPORT = "report"
"""The folder of a report in its tray."""


@dataclass(frozen=True)
class OpenReport:
    """A report that is worked at: its tray, its last version, and the report itself."""

    tray: Tray
    version: Version
    report: OpenedReport

    @property
    def versions(self) -> Versions:
        """All versions of its text."""
        return Versions(self.tray.folder / REPORT)

    @property
    def title(self) -> str:
        """What it is called in lists."""
        return str(self.tray.told["title"])

    def checked(self, speech: Language, issue: Issue | None = None) -> Checked | str:
        """What a check comes to; the token that the book has no figure for, where there is one."""
        try:
            return _checked(self.tray.folder, self.version.number, self.report.seal, issue or Issue(), speech.tag)
        except UnknownToken as error:
            return str(error)


def folder_of(tray: Tray) -> Path:
    """The folder of a report."""
    return tray.folder / REPORT


def open_report(request: Asked, tray: str) -> OpenReport:
    """A report by its id; raises `Http404`, also while it is being drafted."""
    found = tray_of(shared(request.desk, REPORTS), tray)
    try:
        return opened(found)
    except LookupError:
        raise Http404 from None


def opened(tray: Tray) -> OpenReport:
    """The report of a tray; raises `LookupError` where nothing was drafted yet."""
    folder = folder_of(tray)
    version = Versions(folder).last()
    return OpenReport(tray, version, _report(folder, version))


def _report(folder: Path, version: Version) -> OpenedReport:
    return OpenedReport.of(folder / DRAFT, version.text, folder / BOOK, read_book(folder / BOOK))


@lru_cache(maxsize=16)
def _checked(folder: Path, number: int, seal: str, issue: Issue, tag: str) -> Checked:
    """A version of a text, checked; it stays as it is, and so does what is found."""
    version = Versions(folder / REPORT).get(number)
    if version is None:
        raise LookupError(number)
    return _report(folder / REPORT, version).checked(language(tag), issue)
