"""Announcements: which there are, putting one up, taking one down, and putting one out of one's way."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from yifa.interfaces.office.declaring import ANYBODY, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.matters import organ_names
from yifa.record.access.choices import ADMINISTRATORS, RoleName
from yifa.record.announcements.actions import dismiss, put_up, take_down
from yifa.record.announcements.errors import NotAnnounced, Reason
from yifa.record.announcements.models import LONGEST, Announcement
from yifa.record.announcements.queries import seen_by
from yifa.record.organs.models import Organ

SYSTEM = frozenset({RoleName.SYSTEM_ADMINISTRATOR})
SHOWN = 100
Errors = list[tuple[str, str]]


@page("announcements/", name="announcements", roles=ADMINISTRATORS)
def announcements(request: Asked) -> HttpResponse:
    """Announcements of the organs one administers, those to come and those that were."""
    return _shown(request, [])


@page("announcements/put-up/", name="announcement_put_up", roles=SYSTEM, methods=("POST",), writes=True)
def announcement_put_up(request: Asked) -> HttpResponse:
    """Put one up."""
    desk, say = request.desk, request.speech.say
    errors: Errors = []
    said = request.POST.get("organ", "")
    number = int(said[:18]) if said.isdigit() else 0
    organ = Organ.objects.filter(pk=number).first() if number in desk.scope.people else None
    days: dict[str, date] = {}
    for name in ("first", "last"):
        try:
            days[name] = date.fromisoformat(request.POST.get(name, ""))
        except ValueError:
            errors.append((name, say("The day cannot be read; expected one such as 2026-03-02.")))
    if organ is None:
        errors.append(("organ", say("Say for which organ.")))
    if errors or organ is None:
        return _shown(request, errors)
    grave = request.POST.get("grave") == "yes"
    try:
        put_up(organ, request.POST.get("text", ""), actor=desk.actor(), on=desk.today, grave=grave, **days)
    except NotAnnounced as error:
        told = {
            Reason.TEXT: ("text", say("An announcement has 1 to {n} signs.", n=LONGEST)),
            Reason.DAYS: ("last", say("The last day lies before the first, or before today.")),
            Reason.OVER: ("", say("It is over already.")),
        }
        return _shown(request, [told[error.reason]])
    messages.success(request, say("It stands over every page from its first day on."))
    return redirect("announcements")


@page(
    "announcements/<int:announcement>/take-down/",
    name="announcement_take_down",
    roles=SYSTEM,
    methods=("POST",),
    writes=True,
)
def announcement_take_down(request: Asked, announcement: int) -> HttpResponse:
    """Take one down before its day."""
    desk = request.desk
    rows = Announcement.objects.filter(organ_id__in=desk.scope.people).select_related("organ")
    found = rows.filter(pk=announcement).first()
    if found is None:
        raise Http404
    try:
        take_down(found, actor=desk.actor(), on=desk.today)
    except NotAnnounced:
        return _shown(request, [("", request.speech.say("It is over already."))])
    messages.success(request, request.speech.say("Done; it stands in the operation log."))
    return redirect("announcements")


@page("announcements/<int:announcement>/put-away/", name="announcement_away", roles=ANYBODY, methods=("POST",))
def announcement_away(request: Asked, announcement: int) -> HttpResponse:
    """Put one out of one's way, and go back to where one was."""
    desk = request.desk
    found = next((one for one in seen_by(desk.officer, desk.today) if one.id == announcement), None)
    if found is None:
        raise Http404
    dismiss(found, desk.officer)
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    return redirect(back)


def _shown(request: Asked, errors: Errors) -> HttpResponse:
    desk = request.desk
    rows = Announcement.objects.filter(organ_id__in=desk.scope.people).order_by("-last", "-id")[:SHOWN]
    organs = organ_names(desk.scope.people, desk.today)
    told = {
        "lines": [(one, organs.get(one.organ_id, ""), _stands(one, desk.today)) for one in rows],
        "organs": sorted((name, id_) for id_, name in organs.items()),
        "may_do": RoleName.SYSTEM_ADMINISTRATOR in desk.roles,
        "own_organs": [organ for role, organ in desk.held if role in SYSTEM],
        "errors": errors,
        "values": {name: request.POST.get(name, "") for name in ("text", "organ", "first", "last", "grave")},
        "longest": LONGEST,
        "state_words": {
            "now": request.speech.say("seen now"),
            "comes": request.speech.say("to come"),
            "over": request.speech.say("over"),
        },
    }
    return render(request, "announcements/announcements.html", told, status=409 if errors else 200)


def _stands(one: Announcement, today: date) -> str:
    if one.last is not None and one.last < today:
        return "over"
    return "comes" if one.first > today else "now"
