"""What was filled into a form of this room, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render

from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.errors import no_permission
from yifa.interfaces.office.matters import matters
from yifa.record.access.choices import ReadHow
from yifa.record.access.readings import note_reading
from yifa.record.cases.models import Case
from yifa.record.tokens.permits import writer_of

Errors = list[tuple[str, str]]
"""Fields by their ids, and what is wrong there."""


def day_in(given: QueryDict, name: str) -> date | None:
    """A day as the browser sends it; None where it is none."""
    try:
        return date.fromisoformat(given.get(name, "").strip())
    except ValueError:
        return None


def number_in(given: QueryDict, name: str) -> int | None:
    """A whole number; None where it is none."""
    text = given.get(name, "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def stream_of(file: UploadedFile[Any]) -> BinaryIO:
    """A file that was sent, to be read."""
    return cast("BinaryIO", file)


def past_day(request: Asked, errors: Errors, name: str = "on") -> date:
    """A day that is asked for and has come; today where it cannot be read, with the error."""
    found, say = day_in(request.POST, name), request.speech.say
    if found is None:
        errors.append((name, say("The day cannot be read; expected one such as 2026-03-02.")))
    elif found > request.desk.today:
        errors.append((name, say("The day lies ahead; what has not happened yet is not recorded.")))
    return found or request.desk.today


def not_his(request: Asked, case: Case) -> HttpResponse | None:
    """The answer to somebody who does not write this case; None for who does."""
    if request.desk.may_write(case.organ_id, case.procedure):
        return None
    return no_permission(request, [writer_of(case.procedure)])


def page_of_case(request: Asked, case: Case, template: str, told: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page under a case, which says which case it is."""
    desk = request.desk
    about = {
        "case": case,
        "matter": matters([case], desk.today, request.speech)[case.id],
        "may_write": desk.may_write(case.organ_id, case.procedure),
        "today": desk.today,
        "errors": [],
        "problem": "",
    }
    return render(request, template, about | told, status=status)


def handed_out(
    request: Asked, case: Case, blocks: bytes | Iterator[bytes], name: str, media: str, *, shown: bool = False
) -> HttpResponse:
    """A file for the browser, which is noted; `shown`: in a window of its own, where it can."""
    note_reading(request.desk.officer, case, ReadHow.FILE, request.desk.now)
    return file_response(blocks if isinstance(blocks, bytes) else b"".join(blocks), name, media, shown=shown)


_MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "jpg": "image/jpeg",
    "png": "image/png",
    "txt": "text/plain; charset=utf-8",
}
_SEEN = ("pdf", "jpg", "png")
"""What a browser shows by itself."""


def file_response(data: bytes, name: str, media: str, *, shown: bool = False) -> HttpResponse:
    """A file; its name may be Chinese."""
    response = HttpResponse(data, content_type=_MEDIA.get(media, "application/octet-stream"))
    plain = "".join("_" if sign in '\\/:*?"<>|\n\r\t' else sign for sign in name).strip(" .")[:80] or "file"
    inline = shown and media in _SEEN
    header = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f"{header}; filename*=UTF-8''{_quoted(f'{plain}.{media}')}"
    if inline:
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'"
        )
    return response


def _quoted(name: str) -> str:
    return "".join(f"%{byte:02X}" for byte in name.encode())


def found_or_404(rows: Any, **wanted: Any) -> Any:
    """The one row that fits and may be read, or nothing at all."""
    found = rows.filter(**wanted).first()
    if found is None:
        raise Http404
    return found
