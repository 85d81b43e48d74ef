"""Workbooks of registers both ways: handed out as they are sent in; looked at before anything is written.

What was sent in lies in a folder of its own, known to the session of who sent it alone. What would change is worked out
anew whenever it is shown, and confirmed is what was shown: where the register changed in between, it is shown again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.handing_out import handed_out
from yifa.interfaces.office.registers.telling import tell_register_problem
from yifa.interfaces.workbooks.register_book import write_register, write_wrong_rows
from yifa.ledgers.problems import Severity
from yifa.ledgers.registers.columns import RegisterSheet
from yifa.record.importing.changes import Changes, What
from yifa.record.importing.register_sheets import cell_of
from yifa.record.jobs.register_jobs import Sent
from yifa.wording import Language

LARGEST = 20_000_000
"""Bytes of a workbook."""
SHOWN = 200
"""So many changes and problems are shown one by one."""
SESSION = "sent-in"
Take = Callable[[Path, date, bool], Changes]
"""Takes a file in as of a day, or only says what it would come to."""


@dataclass(frozen=True)
class Register:
    """A register as its workbook page tells it. `page` is that page, `back` the register, `file` what is handed out."""

    title: str
    page: str
    back: str
    file: str
    take: Take
    lead: str
    what: str
    whole: bool = False
    """Whether the workbook is the whole register, and what it leaves out is taken out (lists)."""


def workbook_page(request: Asked, register: Register) -> HttpResponse:
    """Send a workbook in, look what it would come to, confirm."""
    speech, desk = request.speech, request.desk
    told: dict[str, Any] = {"register": register, "on": desk.today.isoformat(), "problem": "", "sent": ""}
    if request.method == "POST" and "confirm" not in request.POST:
        sent, problem = keep(request, request.FILES.get("file"))
        on = _day(request.POST.get("on", ""))
        if sent is not None and on is not None:
            return redirect(f"{register.page}?{urlencode({'sent': sent.token, 'on': on.isoformat()})}")
        told["problem"] = problem or speech.say("The day cannot be read; expected one such as 2026-03-02.")
        return render(request, "registers/workbook.html", told, status=409)
    asked = request.POST if request.method == "POST" else request.GET
    if not asked.get("sent"):
        return render(request, "registers/workbook.html", told)
    path, on = sent_file(request, asked["sent"]), _day(asked.get("on", "")) or desk.today
    told |= {"on": on.isoformat(), "sent": asked["sent"], "file": path.name}
    changes = register.take(path, on, True)
    if asked.get("corrections"):
        return _corrections(changes, path, register, speech)
    mark = _mark(changes)
    if request.method == "POST" and changes.is_whole and asked["confirm"] == mark:
        done = register.take(path, on, False)
        if done.done:
            forget(request, asked["sent"])
            numbers = {"new": done.count(What.NEW), "changed": done.count(What.CHANGED)}
            if not done.leads_to:
                messages.success(request, speech.say("Taken in: {new} new, {changed} changed.", **numbers))
            return redirect(done.leads_to or register.back)
        changes = done
    if request.method == "POST":
        told["problem"] = speech.say("The register changed since you looked; look again what would change.")
    status = 409 if request.method == "POST" else 200
    return render(
        request, "registers/workbook.html", told | tell_changes(changes, speech) | {"mark": mark}, status=status
    )


def tell_changes(changes: Changes, speech: Language) -> dict[str, Any]:
    """What a workbook comes to, for its page."""
    zh = speech.tag == "zh"
    moved = [one for one in changes.rows if one.what is not What.UNCHANGED]
    return {
        "counts": {what.value: changes.count(what) for what in What},
        "changes": [
            (
                one.what.value,
                one.row,
                one.name,
                [(column.zh if zh else column.en, before, after) for column, before, after in one.columns],
            )
            for one in moved[:SHOWN]
        ],
        "more": max(len(moved) - SHOWN, 0),
        "wrong": tell_problems(changes.problems, speech),
        "whole": changes.is_whole,
        "read": any(read.cells.rows for _, read in changes.read),
        "nothing": not moved,
    }


def tell_problems(problems: Sequence[Any], speech: Language) -> list[dict[str, Any]]:
    """What is wrong, by place: errors first."""
    found = sorted(
        (one for one in problems if one.severity is not Severity.NOTE),
        key=lambda one: one.severity is not Severity.ERROR,
    )
    held = {(one.place.sheet, one.place.row) for one in found if one.severity is Severity.ERROR}
    return [
        {
            "error": one.severity is Severity.ERROR,
            "taken": (one.place.sheet, one.place.row) not in held,
            "sheet": one.place.sheet or one.place.file,
            "row": one.place.row or "",
            "heading": one.heading or one.place.cell,
            "value": one.value,
            "words": tell_register_problem(one, speech),
        }
        for one in found[:SHOWN]
    ]


def _corrections(changes: Changes, path: Path, register: Register, speech: Language) -> HttpResponse:
    """The sheets as they came, with what is wrong beside each row."""
    read = [one for _, one in changes.read]
    return handed_out(
        f"{path.stem}-改正.xlsx",
        lambda to: write_wrong_rows(to, register.what, read, changes.problems, tell_register_problem, speech),
    )


def register_file(
    request: Asked, name: str, title: str, sheets: Sequence[tuple[RegisterSheet, Sequence[Mapping[str, Any]]]]
) -> HttpResponse:
    """A register as a workbook. `sheets`: rows by column what the record says."""
    told = [
        (
            sheet,
            [{column.id: cell_of(column, row.get(column.id)) for column in sheet.columns} for row in rows],
        )
        for sheet, rows in sheets
    ]
    return handed_out(name, lambda to: write_register(to, title, told, request.speech))


def keep(request: Asked, *files: Any) -> tuple[Sent | None, str]:
    """Keep what was sent in for who sent it; or say why not."""
    say = request.speech.say
    there = [one for one in files if one is not None]
    if not there:
        return None, say("Choose a file first.")
    if any(not one.size for one in there):
        return None, say("The file is empty.")
    if sum(one.size or 0 for one in there) > LARGEST:
        return None, say("The files are larger than {n} MB; divide them.", n=LARGEST // 1_000_000)
    sent = Sent.new()
    for one in there:
        with (sent.ledgers / plain_name(one.name or "")).open("wb") as to:
            for part in one.chunks():
                to.write(part)
    request.session[SESSION] = [*request.session.get(SESSION, []), sent.token][-20:]
    return sent, ""


def sent_folder(request: Asked, token: str) -> Sent:
    """What this session sent in under a token."""
    found = Sent.of(token) if token in request.session.get(SESSION, []) else None
    if found is None:
        raise Http404
    return found


def sent_file(request: Asked, token: str) -> Path:
    """The one file of it."""
    return next(iter(sorted(sent_folder(request, token).ledgers.iterdir())))


def forget(request: Asked, token: str) -> None:
    """Let go of what was sent in."""
    sent_folder(request, token).clear()
    request.session[SESSION] = [one for one in request.session.get(SESSION, []) if one != token]


def plain_name(said: str) -> str:
    """A name of a file and nothing else, whatever was said."""
    plain = re.sub(r'[\x00-\x1f\x7f<>:"|?*\ud800-\udfff]', "", re.split(r"[/\\]", said)[-1]).strip(". ")
    return f"{Path(plain).stem[:80] or 'workbook'}{Path(plain).suffix[:10]}"


def _mark(changes: Changes) -> str:
    """A digest of what would change."""
    told = [(one.what.value, one.key, [(column.id, *rest) for column, *rest in one.columns]) for one in changes.rows]
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
