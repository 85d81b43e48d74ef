"""The pages of 数据册: a new book, its figures and what is behind each, what is asked of whom and came back, forms."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.alone_desk import AloneDesk
from yifa.interfaces.office.books.told import entry, missing_names, read_book, relations, rows_of, topics
from yifa.interfaces.office.books.work import (
    ASKED,
    BOOK,
    COLLECTED,
    GIVEN_LEDGERS,
    PAGE,
    PLACE,
    PUBLISHED,
    RETURNED,
    make,
)
from yifa.interfaces.office.declaring import Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.handing_out import made_of, send, send_folder, show_progress
from yifa.interfaces.office.handed_in.receiving import Errors, take_in
from yifa.interfaces.office.handed_in.shelves import BOOKS, organ_of, shared, tray_of
from yifa.interfaces.office.handed_in.working import begin
from yifa.interfaces.trays.progress import State
from yifa.interfaces.trays.tray import Tray
from yifa.record.access.choices import RoleName
from yifa.wording import Language

BOOK_ROLES = frozenset((RoleName.REPORT_WRITER,))
"""Who makes figure books."""
ARCHIVES = {"asked": ASKED, "reminders": COLLECTED, "book": BOOK}
"""Folders of results that are handed out as one archive."""
_YEAR = re.compile(r"20\d\d")


@page("books/", name="books", roles=BOOK_ROLES, methods=("GET", "POST"))
def books(request: Asked) -> HttpResponse:
    """The books of the organ, and a new one."""
    desk, speech = request.desk, request.speech
    alone = isinstance(desk, AloneDesk)
    shelf, errors = shared(desk, BOOKS), Errors()
    last = str(desk.today.year - 1)
    values = {
        name: request.POST.get(name, "") for name in ("year", "as_of", "from_record", "only_published", "confirm")
    }
    if request.method == "POST":
        told = _told(values, errors, speech)
        whole = {**told, "by": desk.name, "organ": None if alone else organ_of(desk)}
        tray = shelf.new(desk.now, **whole)
        for field in (GIVEN_LEDGERS, PUBLISHED, PLACE):
            take_in(request, field, tray.intake(field), errors, speech)
        if not told["from_record"] and not any((tray.files / GIVEN_LEDGERS).iterdir()):
            errors.append((GIVEN_LEDGERS, speech.say("Choose ledgers, or count from the record.")))
        if not errors:
            begin(tray, make, speech, anew=True)
            return redirect("book", tray=tray.id)
        tray.forget()
    else:
        values |= {
            "year": last,
            "as_of": f"{last}-12-31",
            "from_record": "" if alone else "yes",
            "only_published": "yes",
        }
    context = {"trays": list(shelf), "errors": errors, "values": values, "without_record": alone}
    return render(request, "books/books.html", context, status=409 if errors else 200)


def _told(values: dict[str, str], errors: Errors, speech: Language) -> dict[str, Any]:
    say = speech.say
    if not _YEAR.fullmatch(values["year"]):
        errors.append(("year", say("The year cannot be read; expected one such as 2025.")))
    as_of = values["as_of"] or f"{values['year']}-12-31"
    try:
        date.fromisoformat(as_of)
    except ValueError:
        errors.append(("as_of", say("The day cannot be read; expected one such as 2026-03-02.")))
    return {
        "year": values["year"],
        "as_of": as_of,
        "from_record": values["from_record"] == "yes",
        "only_published": values["only_published"] == "yes",
        "confirm": values["confirm"] == "yes",
    }


@page("books/<slug:tray>/", name="book", roles=BOOK_ROLES)
def book(request: Asked, tray: str) -> HttpResponse:
    """A book: its figures by topic, what does not fit together, where asking stands."""
    found, speech = _book(request, tray), request.speech
    made = (found.results / BOOK / "book.json").is_file() and found.page(PAGE) is not None
    if found.progress.goes_on or not made:
        return render(request, "handed_in/waiting.html", _waiting(found, speech))
    held, collecting = read_book(found.results / BOOK / "book.json"), found.page(PAGE)
    words, only = request.GET.get("words", "").strip(), request.GET.get("only", "")
    checked = relations(held, speech)
    told = {
        "tray": found,
        "book": held,
        "title": title_of(found, speech),
        "failed": found.progress.message if found.progress.state is State.FAILED else "",
        "topics": topics(held, words, only, speech),
        "words": words,
        "only": only,
        "counts": _counts(held),
        "relations": [one for one in checked if one["light"] != "green"],
        "holding": sum(one["light"] == "green" for one in checked),
        "asked": _contributors(collecting, speech),
        "collecting": collecting[speech.tag],
        "came": len(collecting["came"]),
        "returned": (found.files / RETURNED).is_dir(),
        "not_read": collecting["unread"],
        "silent": [_organ(held, code) for code in held["silent"]],
        "not_counted": missing_names(held["not_counted"], speech),
        "forms": [one["title"][speech.tag] for one in held["forms"]],
        "made": [one for one in made_of(found) if not one.name.startswith((ASKED, COLLECTED, f"{BOOK}/rows"))],
        "made_by_hand": [one for one in made_of(found) if one.name.startswith(f"{COLLECTED}/")],
    }
    return render(request, "books/book.html", told)


def title_of(found: Tray, speech: Language) -> str:
    """What a book is called."""
    return speech.say("Figure book of {year}", year=found.told["year"])


def _counts(held: Any) -> dict[str, int]:
    figures = held["figures"]
    reported = sum("reported" in one for one in figures)
    return {
        "all": len(figures),
        "reported": reported,
        "counted": len(figures) - reported,
        "open": sum(bool(one["gaps"]) for one in figures),
    }


def _organ(held: Any, code: str) -> str:
    return next((one["name"] for one in held["organs"] if one["id"] == code), code)


def _contributors(collecting: Any, speech: Language) -> list[dict[str, Any]]:
    return [{**one, "name": one[speech.tag]} for one in collecting["asked"]]


def _book(request: Asked, tray: str) -> Tray:
    return tray_of(shared(request.desk, BOOKS), tray)


@page("books/<slug:tray>/figures/<slug:figure>/", name="book_figure", roles=BOOK_ROLES)
def book_figure(request: Asked, tray: str, figure: str) -> HttpResponse:
    """A figure: its value, definition, parts, what it is set against, and the rows behind it."""
    found, speech = _book(request, tray), request.speech
    folder = found.results / BOOK
    if not (folder / "book.json").is_file():
        raise Http404
    held = read_book(folder / "book.json")
    told = entry(held, figure, folder, speech)
    if told is None:
        raise Http404
    rows, many = rows_of(held, figure, folder)
    context = {"tray": found, "title": title_of(found, speech), "one": told, "rows": rows, "many": many}
    return render(request, "books/figure.html", {**context, "as_of": date.fromisoformat(held["as_of"])})


@page("books/<slug:tray>/returned/", name="book_returned", roles=BOOK_ROLES, methods=("POST",))
def book_returned(request: Asked, tray: str) -> HttpResponse:
    """Forms that came back are taken in, or ledgers anew; the book is made again with them."""
    found, errors = _book(request, tray), Errors()
    speech, taken = request.speech, 0
    if not found.progress.goes_on:
        for field in (RETURNED, GIVEN_LEDGERS, PUBLISHED):
            taken += (
                take_in(request, field, found.intake(field, replacing=True), errors, speech)
                if request.FILES.get(field)
                else 0
            )
        anew = request.POST.get("anew") == "yes" or bool(request.FILES.get(GIVEN_LEDGERS))
        if not errors and not taken and not anew:
            errors.append((RETURNED, speech.say("Choose forms first.")))
        if not errors:
            begin(found, make, speech, anew=anew)
    for _, words in errors:
        messages.error(request, words)
    return redirect("book", tray=tray)


@page("books/<slug:tray>/progress/", name="book_progress", roles=BOOK_ROLES, kind=Kind.FRAGMENT)
def book_progress(request: Asked, tray: str) -> HttpResponse:
    """How far making the book is."""
    return show_progress(request, _book(request, tray), reverse("book_progress", kwargs={"tray": tray}))


@page("books/<slug:tray>/files/<path:file>", name="book_file", roles=BOOK_ROLES, kind=Kind.EXPORT)
def book_file(request: Asked, tray: str, file: str) -> HttpResponse:
    """A result; `asked.zip`: the forms that go out, `reminders.zip`: reminders, `book.zip`: the book with its rows."""
    found = _book(request, tray)
    folder = ARCHIVES.get(file.removesuffix(".zip")) if file.endswith(".zip") else None
    if folder is not None:
        return send_folder(found.results / folder, f"{found.told['year']}-{folder}.zip")
    return send(found, file)


@page("books/<slug:tray>/forget/", name="forget_book", roles=BOOK_ROLES, methods=("POST",))
def forget_book(request: Asked, tray: str) -> HttpResponse:
    """Delete a book with what it was made from; reports drafted from it keep their own copy."""
    _book(request, tray).forget()
    messages.success(request, request.speech.say("Deleted, with everything that came of it."))
    return redirect("books")


def _waiting(found: Tray, speech: Language) -> dict[str, Any]:
    return {
        "tray": found,
        "title": title_of(found, speech),
        "progress": found.progress,
        "address": reverse("book_progress", kwargs={"tray": found.id}),
        "back": reverse("books"),
        "forget": reverse("forget_book", kwargs={"tray": found.id}),
    }
