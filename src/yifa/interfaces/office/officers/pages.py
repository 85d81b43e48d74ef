"""人员与证件: the list with its filters, the page of an officer, what is done with him, the register as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.declaring import Kind, page
from yifa.interfaces.office.desks import Asked, Desk
from yifa.interfaces.office.matters import organ_names, procedure_name
from yifa.interfaces.office.officers.certificates import told_certificates
from yifa.interfaces.office.officers.filters import SPANS, Filters, page_of
from yifa.interfaces.office.officers.verbs import appointing, checking, verb_words, verbs_of
from yifa.interfaces.office.organs.told import tell_days
from yifa.interfaces.office.registers.forms import verb_page
from yifa.interfaces.office.registers.keeping import KEEPERS, PEOPLE_READERS, kept_organs, masked_for
from yifa.interfaces.office.registers.workbooks import Register, register_file, workbook_page
from yifa.interfaces.office.role_words import tell_rank
from yifa.ledgers.identifiers import mask
from yifa.record.chain.chained import values_of
from yifa.record.importing.changes import Changes
from yifa.record.importing.register_sheets import OFFICERS
from yifa.record.importing.taking_officers import rows_of_officers, take_officers
from yifa.record.organs.models import Certificate, Delegation, Leave, Officer, Post, ReviewerQualification
from yifa.record.organs.queries import on_day
from yifa.wording import Language

MOST_CHOSEN = 500
"""So many certificates are noted at once."""
ORGANS_LISTED = 200
"""So many organs can be chosen from; with more one seeks by name."""


@page("officers/", name="officers", roles=PEOPLE_READERS)
def officers(request: Asked) -> HttpResponse:
    """The officers of the organs one may read, with their certificates."""
    desk, speech = request.desk, request.speech
    filters = Filters.of(request.GET)
    chosen = filters.chosen(desk.today, by_name=not masked_for(desk))
    rows, further = page_of(chosen, request.GET.get("after", ""))
    organs = organ_names({*desk.scope.organs, *desk.scope.people}, desk.today)
    told = {
        "filters": filters,
        "many": chosen.count(),
        "lines": _lines(rows, desk, speech),
        "next": filters.address(after=further) if further else "",
        "begun": filters.address() if request.GET.get("after") else "",
        "spans": SPANS,
        "organs": sorted((name, id_) for id_, name in organs.items()) if 1 < len(organs) <= ORGANS_LISTED else [],
        "keeps": bool(desk.roles & KEEPERS),
    }
    return render(request, "officers/officers.html", told)


@page("officers/new/", name="new_officer", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def new_officer(request: Asked) -> HttpResponse:
    """Take an officer on."""
    return verb_page(request, appointing(request), of=request.speech.say("Officers"), back=reverse("officers"))


@page("officers/workbook/", name="officers_workbook", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def officers_workbook(request: Asked) -> HttpResponse:
    """Send a register of officers and certificates in."""
    say, kept, desk = request.speech.say, kept_organs(request.desk), request.desk

    def take(path: Path, on: date, dry_run: bool) -> Changes:
        because = say("Register of officers, workbook {file}", file=path.name)
        return take_officers(path, actor=desk.actor(because), on=on, kept=kept, dry_run=dry_run)

    register = Register(
        say("Officers and certificates from a workbook"),
        reverse("officers_workbook"),
        reverse("officers"),
        reverse("officers_file"),
        take,
        say("A row for each certificate; known by organ and staff number, or by the name where no other is called so."),
        say("Officers"),
    )
    return workbook_page(request, register)


@page("officers/workbook/file/", name="officers_file", roles=KEEPERS, kind=Kind.EXPORT)
def officers_file(request: Asked) -> HttpResponse:
    """The register of officers and certificates as a workbook."""
    rows = rows_of_officers(request.desk.today, kept_organs(request.desk))
    name = f"执法人员-{request.desk.today.isoformat()}.xlsx"
    return register_file(request, name, "执法人员与证件", [(OFFICERS, rows)])


@page("officers/certificates/", name="check_certificates", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def check_certificates(request: Asked) -> HttpResponse:
    """Note of the certificates that were chosen in the list what became of them."""
    chosen = [int(one) for one in request.GET.getlist("certificate") if one.isdigit()][:MOST_CHOSEN]
    kept = kept_organs(request.desk)
    rows = Certificate.objects.filter(id__in=chosen, officer__organ__in=kept).select_related("officer__organ")
    found = list(rows.order_by("officer__organ", "number"))
    if not found:
        return redirect("officers")
    return verb_page(request, checking(request, found), of=request.speech.say("Officers"), back=reverse("officers"))


@page("officers/<int:officer>/", name="officer", roles=PEOPLE_READERS)
def officer(request: Asked, officer: int) -> HttpResponse:
    """An officer: posts, certificates and what became of them, leave, who signs for whom, what lets him review."""
    desk, speech = request.desk, request.speech
    row = _officer(officer)
    posts = Post.objects.filter(officer=row).order_by("-first", "-id")
    names = organ_names({row.organ_id, *(one.organ_id for one in posts)}, desk.today)
    keeps = row.organ_id in kept_organs(desk)
    told = {
        "officer": row,
        "name": _shown([row], desk)[row.id],
        "organ": names.get(row.organ_id, row.organ.code),
        "verbs": verb_words(speech) if keeps else (),
        "posts": [
            (
                one,
                names.get(one.organ_id, ""),
                tell_rank(one.rank, speech),
                tell_days(one, speech),
                _holds(one, desk.today),
            )
            for one in posts
        ],
        "certificates": told_certificates([row.id], desk.today, speech).get(row.id, []),
        "leaves": [
            (tell_days(one, speech), _holds(one, desk.today))
            for one in Leave.objects.filter(officer=row).order_by("-first")[:20]
        ],
        "given": _delegations(Delegation.objects.filter(post__officer=row), desk, speech),
        "taken": _delegations(Delegation.objects.filter(to=row), desk, speech),
        "qualified": [
            (one, tell_days(one, speech), _holds(one, desk.today))
            for one in ReviewerQualification.objects.filter(officer=row).order_by("-first")
        ],
    }
    return render(request, "officers/officer.html", told)


@page("officers/<int:officer>/<slug:verb>/", name="officer_verb", roles=KEEPERS, methods=("GET", "POST"), writes=True)
def officer_verb(request: Asked, officer: int, verb: str) -> HttpResponse:
    """Do something with an officer of an organ whose register one keeps."""
    row = _officer(officer)
    verbs = verbs_of(request, row)
    if verb not in verbs or row.organ_id not in kept_organs(request.desk):
        raise Http404
    back = reverse("officer", kwargs={"officer": row.id})
    return verb_page(request, verbs[verb](), of=_shown([row], request.desk)[row.id], back=back)


def _officer(number: int) -> Officer:
    found = Officer.objects.select_related("organ").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _shown(rows: list[Officer], desk: Desk) -> dict[int, str]:
    """How officers are called for who reads: masked for some; the number where a name was erased."""
    values, masked = values_of(rows), masked_for(desk)
    return {
        one.id: (mask(values[one.name], "name") if masked else values[one.name]) if one.name in values else one.number
        for one in rows
    }


def _holds(row: Any, day: date) -> bool:
    return bool(row.first <= day and (row.last is None or row.last >= day))


def _lines(rows: list[Officer], desk: Desk, speech: Language) -> list[dict[str, Any]]:
    ids = [one.id for one in rows]
    names, organs = _shown(rows, desk), organ_names({one.organ_id for one in rows}, desk.today)
    certificates = told_certificates(ids, desk.today, speech)
    away = set(on_day(Leave.objects.filter(officer__in=ids), desk.today).values_list("officer_id", flat=True))
    posts: dict[int, list[str]] = {}
    for post in on_day(Post.objects.filter(officer__in=ids), desk.today).order_by("id"):
        posts.setdefault(post.officer_id, []).append(post.title)
    return [
        {
            "officer": one,
            "name": names[one.id],
            "organ": organs.get(one.organ_id, one.organ.code),
            "posts": "、".join(filter(None, posts.get(one.id, []))),
            "certificates": certificates.get(one.id, [])[:2],
            "away": one.id in away,
        }
        for one in rows
    ]


def _delegations(rows: Any, desk: Desk, speech: Language) -> list[dict[str, Any]]:
    found = list(rows.select_related("post__officer", "to").order_by("-first")[:20])
    called = _shown([one.to for one in found] + [one.post.officer for one in found], desk)
    return [
        {
            "post": one.post.title,
            "holder": called[one.post.officer_id],
            "to": called[one.to_id],
            "days": tell_days(one, speech),
            "holds": _holds(one, desk.today),
            "matters": [procedure_name(matter, speech) for matter in one.matters],
        }
        for one in found
    ]
