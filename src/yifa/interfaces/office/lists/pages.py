"""清单: lists and their editions, what stood in them on a day, and how an edition comes into force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.declaring import READERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.lists.items import amending
from yifa.interfaces.office.lists.told import (
    cells_of_items,
    columns_of,
    found_items,
    told_differences,
    told_editions,
    told_items,
    told_lists,
)
from yifa.interfaces.office.matters import organ_names
from yifa.interfaces.office.organs.pages import asked_day
from yifa.interfaces.office.registers.forms import Field, Verb, day_field, reason_field, verb_page
from yifa.interfaces.office.registers.keeping import LIST_KEEPERS, organs_of
from yifa.interfaces.office.registers.words import tell_edition_state, tell_list_kind
from yifa.interfaces.office.registers.workbooks import SHOWN, Register, register_file, workbook_page
from yifa.record.importing.changes import Change, Changes, What
from yifa.record.lists.actions import begin_list, draw_up_edition, drop_edition, put_in_force, withdraw
from yifa.record.lists.choices import EditionState, ListKind
from yifa.record.lists.models import Edition, OrganList
from yifa.record.lists.queries import edition_on, items_of, values_by_key, what_changes, would_change
from yifa.record.lists.reading import read_list
from yifa.record.lists.sheets import SHEETS
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Organ

ITEMS_SHOWN = 200
"""So many items are shown on a page."""


@page("lists/", name="lists", roles=READERS)
def lists(request: Asked) -> HttpResponse:
    """The lists of the organs one may read, as of a day; items with some words, where words are sought."""
    desk, speech, day = request.desk, request.speech, asked_day(request)
    words, kind = request.GET.get("words", "").strip()[:100], request.GET.get("kind", "")
    rows = OrganList.objects.select_related("organ")
    rows = rows.filter(kind=kind) if kind in ListKind.values else rows
    told = {
        "day": day,
        "is_today": day == desk.today,
        "words": words,
        "kind": kind if kind in ListKind.values else "",
        "kinds": [(one.value, tell_list_kind(one, speech)) for one in ListKind],
        "lists": [] if words else told_lists(list(rows), day, desk.today, speech),
        "found": [
            (item, edition, tell_list_kind(edition.list.kind, speech))
            for item, edition in (found_items(day, words, speech) if words else [])
            if not kind or edition.list.kind == kind
        ],
        "keeps": bool(organs_of(desk, LIST_KEEPERS)),
    }
    return render(request, "lists/lists.html", told)


@page("lists/new/", name="new_list", roles=LIST_KEEPERS, methods=("GET", "POST"), writes=True)
def new_list(request: Asked) -> HttpResponse:
    """Begin a list; its first edition follows by workbook."""
    desk, speech = request.desk, request.speech
    say, organs = speech.say, organs_of(desk, LIST_KEEPERS)
    names = organ_names(organs, desk.today)

    def do(values: Mapping[str, Any], actor: Actor) -> object:
        organ = Organ.objects.get(pk=int(values["organ"]))
        made = begin_list(organ, ListKind(values["kind"]), values["title"], actor=actor, on=desk.today)
        return redirect("list_workbook", organ_list=made.id)

    only = str(next(iter(organs))) if len(organs) == 1 else ""
    fields = (
        Field("organ", say("Organ"), "choice", only, tuple((str(id_), name) for id_, name in names.items())),
        Field(
            "kind",
            say("Of what"),
            "choice",
            choices=tuple((one.value, tell_list_kind(one, speech)) for one in ListKind),
        ),
        Field("title", say("Title of the list"), longest=200),
    )
    verb = Verb(
        say("Begin a list"), fields, do, lead=say("An organ has one list of each kind; what changes is a new edition.")
    )
    return verb_page(request, verb, of=say("Lists"), back=reverse("lists"))


@page("lists/<int:organ_list>/", name="list", roles=READERS)
def list_(request: Asked, organ_list: int) -> HttpResponse:
    """A list as of a day: its items, its editions."""
    desk, speech, day = request.desk, request.speech, asked_day(request)
    row = _list(organ_list)
    edition = edition_on(row.organ, ListKind(row.kind), day)
    words = request.GET.get("words", "").strip()[:100]
    passed = int(request.GET["after"][:6]) if request.GET.get("after", "").isdecimal() else 0
    rows = items_of(edition)
    items = list(rows if words else rows[passed : passed + ITEMS_SHOWN])
    columns = columns_of(row.kind, items)
    found = told_items(row.kind, items, columns, words, speech)
    every = len(items) if words else rows.count()
    many = len(found) if words else every
    asked = {"on": day.isoformat()} | ({"words": words} if words else {})
    editions = Edition.objects.filter(list=row).order_by("-number")
    draft = editions.filter(state=EditionState.DRAFT).first()
    keeps = row.organ_id in organs_of(desk, LIST_KEEPERS)
    told = {
        "list": row,
        "organ": organ_names({row.organ_id}, desk.today).get(row.organ_id, row.organ.code),
        "kind": tell_list_kind(row.kind, speech),
        "day": day,
        "is_today": day == desk.today,
        "words": words,
        "edition": told_editions([edition], speech)[0] if edition else None,
        "heads": [one.zh if speech.tag == "zh" else one.en for one in columns],
        "items": found[passed : passed + ITEMS_SHOWN] if words else found,
        "many": many,
        "all": every,
        "passed": passed,
        "next": f"?{urlencode(asked | {'after': passed + ITEMS_SHOWN})}" if many > passed + ITEMS_SHOWN else "",
        "begun": f"?{urlencode(asked)}" if passed else "",
        "editions": told_editions(list(editions), speech),
        "draft": draft,
        "keeps": keeps,
        "amends": keeps and draft is None and edition is not None and edition.state == EditionState.IN_FORCE,
    }
    return render(request, "lists/list.html", told)


@page("lists/<int:organ_list>/file/", name="list_file", roles=READERS, kind=Kind.EXPORT)
def list_file(request: Asked, organ_list: int) -> HttpResponse:
    """A list as of a day as the workbook one sends in again."""
    row, day = _list(organ_list), asked_day(request)
    kind = ListKind(row.kind)
    values = values_by_key(edition_on(row.organ, kind, day))
    name = f"{row.title}-{day.isoformat()}.xlsx"
    return register_file(request, name, row.title, [(SHEETS[kind], cells_of_items(row.kind, values))])


@page(
    "lists/<int:organ_list>/workbook/", name="list_workbook", roles=LIST_KEEPERS, methods=("GET", "POST"), writes=True
)
def list_workbook(request: Asked, organ_list: int) -> HttpResponse:
    """Send a new edition in: what it would change in the one in force; confirmed, it is a draft."""
    say, desk, speech = request.speech.say, request.desk, request.speech
    row = _kept(request, organ_list)
    kind = ListKind(row.kind)

    def take(path: Path, on: date, dry_run: bool) -> Changes:
        read = read_list(path, kind)
        found = Changes(problems=list(read.problems), read=[(SHEETS[kind], read.read)])
        places = {one.key: one.row for one in read.rows}
        found.rows = told_differences(would_change(row, read), row.kind, speech, places, read.sheet)
        moved = {one.key for one in found.rows}
        same = [one for one in read.rows if one.key not in moved]
        found.rows += [Change(What.UNCHANGED, one.key, one.key, read.sheet, one.row) for one in same]
        if not dry_run and found.is_whole:
            edition = draw_up_edition(row, read, actor=desk.actor(), on=on)
            found.done, found.leads_to = True, reverse("edition", kwargs={"edition": edition.id})
        return found

    back = reverse("list", kwargs={"organ_list": row.id})
    register = Register(
        say("New edition from a workbook"),
        reverse("list_workbook", kwargs={"organ_list": row.id}),
        back,
        reverse("list_file", kwargs={"organ_list": row.id}),
        take,
        say("It is compared with the edition in force, and becomes a draft; a draft that waits is dropped for it."),
        row.title,
        whole=True,
    )
    return workbook_page(request, register)


@page("lists/<int:organ_list>/item/", name="list_item", roles=LIST_KEEPERS, methods=("GET", "POST"), writes=True)
def list_item(request: Asked, organ_list: int) -> HttpResponse:
    """Change an item of the edition in force, or put one in; what comes of it is a draft."""
    row = _kept(request, organ_list)
    verb = amending(request, row, request.GET.get("key", ""))
    if verb is None:
        raise Http404
    return verb_page(request, verb, of=row.title, back=reverse("list", kwargs={"organ_list": row.id}))


@page("lists/editions/<int:edition>/", name="edition", roles=READERS)
def edition(request: Asked, edition: int) -> HttpResponse:
    """An edition: what it changes in the one before it, and what can be done with it."""
    desk, speech = request.desk, request.speech
    row = _edition(edition)
    changes = told_differences(what_changes(row), row.list.kind, speech)
    told = {
        "edition": told_editions([row], speech)[0],
        "list": row.list,
        "organ": organ_names({row.list.organ_id}, desk.today).get(row.list.organ_id, ""),
        "changes": [
            (one.what.value, one.name, [(c.zh if speech.tag == "zh" else c.en, b, a) for c, b, a in one.columns])
            for one in changes[:SHOWN]
        ],
        "counts": {what.value: sum(1 for one in changes if one.what is what) for what in What},
        "more": max(len(changes) - SHOWN, 0),
        "verbs": [
            (name, words)
            for name, words, states in _verbs(speech.say)
            if row.state in states and row.list.organ_id in organs_of(desk, LIST_KEEPERS)
        ],
    }
    return render(request, "lists/edition.html", told)


@page(
    "lists/editions/<int:edition>/<slug:verb>/",
    name="edition_verb",
    roles=LIST_KEEPERS,
    methods=("GET", "POST"),
    writes=True,
)
def edition_verb(request: Asked, edition: int, verb: str) -> HttpResponse:
    """Put a draft in force, drop it, or withdraw the edition in force."""
    row, desk, speech = _edition(edition), request.desk, request.speech
    words = {name: (title, states) for name, title, states in _verbs(speech.say)}
    if verb not in words or row.list.organ_id not in organs_of(desk, LIST_KEEPERS) or row.state not in words[verb][1]:
        raise Http404
    made = {"force": _force, "drop": _drop, "withdraw": _withdraw}[verb](request, row, words[verb][0])
    return verb_page(
        request,
        made,
        of=f"{row.list.title} · {tell_edition_state(row.state, speech)}",
        back=reverse("edition", kwargs={"edition": row.id}),
        done=reverse("list", kwargs={"organ_list": row.list_id}),
    )


def _verbs(say: Callable[..., str]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return (
        ("force", say("Put in force"), (EditionState.DRAFT,)),
        ("drop", say("Drop the draft edition"), (EditionState.DRAFT,)),
        ("withdraw", say("Withdraw the list"), (EditionState.IN_FORCE,)),
    )


def _force(request: Asked, row: Edition, title: str) -> Verb:
    speech, today = request.speech, request.desk.today

    def do(values: Mapping[str, Any], actor: Actor) -> object:
        return put_in_force(row, actor=actor, first=values["on"], published_on=values["published"])

    fields = (
        day_field(speech, today, label=speech.say("First day in force")),
        Field("published", speech.say("Published on"), "day", needed=False, ahead=True),
        reason_field(speech, help=speech.say("The document it is published by, with its number.")),
    )
    return Verb(title, fields, do, lead=speech.say("The edition before it ends the day before."))


def _drop(request: Asked, row: Edition, title: str) -> Verb:
    def do(values: Mapping[str, Any], actor: Actor) -> object:
        return drop_edition(row, actor=actor, on=request.desk.today)

    lead = request.speech.say("It stays on record as a draft that was never in force.")
    return Verb(title, (reason_field(request.speech),), do, lead=lead)


def _withdraw(request: Asked, row: Edition, title: str) -> Verb:
    speech = request.speech

    def do(values: Mapping[str, Any], actor: Actor) -> object:
        return withdraw(row, actor=actor, last=values["on"])

    fields = (
        day_field(speech, request.desk.today, label=speech.say("Last day in force")),
        reason_field(speech),
    )
    return Verb(
        title, fields, do, lead=speech.say("Nothing takes its place; a new edition is drawn up instead where one does.")
    )


def _list(number: int) -> OrganList:
    found = OrganList.objects.select_related("organ").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _kept(request: Asked, number: int) -> OrganList:
    row = _list(number)
    if row.organ_id not in organs_of(request.desk, LIST_KEEPERS):
        raise Http404
    return row


def _edition(number: int) -> Edition:
    found = Edition.objects.select_related("list__organ").filter(pk=number).first()
    if found is None:
        raise Http404
    return found
