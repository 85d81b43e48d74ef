"""Handing results out: files to save, pages that stand apart, how far the work is, and forgetting a tray."""

from __future__ import annotations

import io
import mimetypes
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, cast

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from yifa.interfaces.office.desks import Asked
from yifa.interfaces.trays.tray import Tray

APART = "sandbox allow-scripts allow-modals; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
"""The policy of a result that is a page of its own: it runs without the site, and its own policy is stricter."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HTTP_DONE = 286
"""The answer after which htmx asks no more."""


class Made(NamedTuple):
    """A result: its name in the folder, how large it is, whether it is looked at in the browser."""

    name: str
    kilobytes: int
    shown: bool


def made_of(tray: Tray) -> list[Made]:
    """The results of a tray."""
    return [
        Made(
            path.relative_to(tray.results).as_posix(),
            max(1, path.stat().st_size // 1000),
            path.suffix in (".html", ".pdf"),
        )
        for path in tray.made()
    ]


def send(tray: Tray, name: str) -> HttpResponse:
    """A result; raises `Http404` for a name that is none."""
    path = tray.file(name)
    if path is None:
        raise Http404
    return send_file(path)


def send_file(path: Path) -> HttpResponse:
    """A file: pages and PDF are shown, all else is saved."""
    shown = path.suffix in (".html", ".pdf")
    response = FileResponse(
        path.open("rb"),
        as_attachment=not shown,
        filename=path.name,
        content_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
    )
    if path.suffix == ".html":
        response.headers["Content-Type"] = "text/html; charset=utf-8"
        response.headers["Content-Security-Policy"] = APART
    return cast("HttpResponse", response)  # both are answers


def send_folder(folder: Path, name: str) -> HttpResponse:
    """A folder as an archive; raises `Http404` where it is not there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    if not paths:
        raise Http404
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path, path.relative_to(folder).as_posix())
    held.seek(0)
    made = FileResponse(held, as_attachment=True, filename=name, content_type="application/zip")
    return cast("HttpResponse", made)  # both are answers


def handed_out(name: str, write: Callable[[Path], object]) -> HttpResponse:
    """A workbook that is written for this answer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "written.xlsx"
        write(path)
        response = HttpResponse(path.read_bytes(), content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def show_progress(request: Asked, tray: Tray, address: str) -> HttpResponse:
    """How far the work is; when it is done, the page is loaded anew."""
    told: dict[str, Any] = {"progress": tray.progress, "address": address}
    response = render(request, "handed_in/progress.html", told)
    if not tray.progress.goes_on:
        response.status_code = HTTP_DONE
        response.headers["HX-Refresh"] = "true"
    return response
