"""Choosing columns, saving a view, sharing it in the organ, letting go of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.declaring import READERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.views.columns import MOST, USUAL, Column, columns_of
from yifa.interfaces.office.views.models import Chosen, View
from yifa.interfaces.office.views.queries import chosen_columns, views_of

MOST_VIEWS = 40
LONGEST_NAME = 40
LONGEST_QUERY = 1000


@page("cases/views/", name="views", roles=READERS, methods=("GET", "POST"))
def views(request: Asked) -> HttpResponse:
    """The views and columns of a list: saved, chosen, shared; also where nothing of it can be done by script."""
    if request.method == "POST":
        return _done(request)
    desk, speech = request.desk, request.speech
    columns = chosen_columns(desk.officer)
    places = {one: place for place, one in enumerate(columns, 1)}
    told = {
        "views": [(one, one.officer_id == desk.officer.id) for one in views_of(desk.officer)],
        "columns": [(one.value, one.told(speech), places.get(one, "")) for one in (*columns, *_others(columns))],
        "most": MOST,
        "query": request.GET.urlencode(),
    }
    return render(request, "views/views.html", told)


def _others(columns: tuple[Column, ...]) -> list[Column]:
    return [one for one in Column if one not in columns]


def _done(request: Asked) -> HttpResponse:
    what, say = request.POST.get("what", ""), request.speech.say
    back = request.POST.get("query", "")[:LONGEST_QUERY]
    if what == "columns":
        placed = [(_place(request.POST.get(f"place-{one}", "")), one) for one in Column]
        chosen = columns_of(one for place, one in sorted((p, o) for p, o in placed if p is not None))
        Chosen.objects.update_or_create(officer_id=request.desk.officer.id, defaults={"columns": list(chosen or USUAL)})
        messages.success(request, say("The list has your columns from now on."))
        return redirect(_to(back))
    if what == "usual":
        Chosen.objects.filter(officer=request.desk.officer.id).delete()
        messages.success(request, say("The list has the usual columns again."))
        return redirect(_to(back))
    if what == "save":
        return _saved(request, back)
    own = View.objects.filter(id=_number(request.POST.get("view", "")), officer=request.desk.officer.id).first()
    if own is None:
        raise Http404
    if what == "drop":
        own.delete()
        messages.success(request, say("The view “{name}” is gone.", name=own.name))
    elif what in ("share", "unshare"):
        View.objects.filter(id=own.id).update(shared=what == "share")
        told = say("Your organ sees the view “{name}”; each sees in it what he may read.", name=own.name)
        messages.success(request, told if what == "share" else say("Only you see the view “{name}”.", name=own.name))
    return redirect(reverse("views"))


def _saved(request: Asked, query: str) -> HttpResponse:
    say, name = request.speech.say, request.POST.get("name", "").strip()[:LONGEST_NAME]
    own = View.objects.filter(officer=request.desk.officer.id)
    if not name:
        messages.error(request, say("A view needs a name."))
        return redirect(_to(query))
    if own.exclude(name=name).count() >= MOST_VIEWS:
        messages.error(request, say("You have {n} views; let go of one first.", n=MOST_VIEWS))
        return redirect(reverse("views"))
    desk = request.desk
    made, _ = View.objects.update_or_create(
        officer_id=desk.officer.id,
        name=name,
        defaults={
            "organ_id": desk.officer.organ_id,
            "query": query,
            "columns": list(chosen_columns(desk.officer)),
            "shared": request.POST.get("shared") == "yes",
            "made_at": desk.now,
        },
    )
    messages.success(request, say("The view “{name}” is kept.", name=name))
    return redirect(f"{_to(query)}{'&' if query else '?'}view={made.id}")


def _to(query: str) -> str:
    return f"{reverse('cases')}{'?' if query else ''}{query}"


def _place(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) < 100 else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
