"""The notices of who sits at a desk, how he wants to have them, and the calendar of his days."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yifa.interfaces.office.declaring import ANYBODY, NOBODY_ASKED, Kind, page
from yifa.interfaces.office.desks import Asked, Desk, desk_of
from yifa.interfaces.office.notices.calendar_feed import calendar_of
from yifa.interfaces.office.notices.told import address_of, told_notices
from yifa.oversight.notices.models import Notice, Wish
from yifa.record.jobs.moments import now
from yifa.record.scope import within
from yifa.wording import language

PAGE = 50
LONGEST_SECRET = 64


@page("notices/", name="notices", roles=ANYBODY, methods=("GET", "POST"))
def notices(request: Asked) -> HttpResponse:
    """What concerns who asks, the newest first; posted to, all of it is taken as read."""
    desk, speech = request.desk, request.speech
    own = Notice.objects.filter(officer=desk.officer)
    if request.method == "POST":
        own.filter(read_on=None).update(read_on=desk.today)
        return redirect("notices")
    unread = request.GET.get("show", "") == "unread"
    rows = (own.filter(read_on=None) if unread else own).order_by("-id")
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit():
        rows = rows.filter(id__lt=int(before))
    found = list(rows[: PAGE + 1])
    further = f"?before={found[PAGE - 1].id}{'&show=unread' if unread else ''}" if len(found) > PAGE else ""
    told = {
        "told": told_notices(found[:PAGE], desk.today, speech),
        "show_unread": unread,
        "next": further,
        "begun": bool(before),
    }
    return render(request, "notices/notices.html", told)


@page("notices/<int:notice>/", name="notice", roles=ANYBODY)
def notice(request: Asked, notice: int) -> HttpResponse:
    """Go where a notice leads; it is read with it."""
    found = Notice.objects.filter(pk=notice, officer=request.desk.officer).first()
    if found is None:
        raise Http404
    if found.read_on is None:
        Notice.objects.filter(pk=found.pk).update(read_on=request.desk.today)
    return redirect(address_of(found))


@page("notices/wishes/", name="notice_wishes", roles=ANYBODY, methods=("GET", "POST"))
def wishes(request: Asked) -> HttpResponse:
    """Whether one wants a daily e-mail, and a calendar under a secret address, which is shown once."""
    wish = Wish.objects.filter(account=request.desk.account).first() or Wish(account=request.desk.account)
    errors: list[tuple[str, str]] = []
    address = ""
    if request.method == "POST":
        what = request.POST.get("what", "")
        if what == "mail":
            errors = _keep_address(request, wish)
        elif what == "calendar":
            address = _new_feed(request, wish)
        elif what == "revoke":
            _revoke(request, wish)
        if not errors and not address:
            return redirect("notice_wishes")
    told: dict[str, Any] = {
        "wish": wish,
        "errors": errors,
        "address": address,
        "typed": request.POST.get("address", wish.address),
        "sends": settings.MAIL is not None,
        "since": "" if wish.feed_on is None else request.speech.day(wish.feed_on),
    }
    return render(request, "notices/wishes.html", told, status=409 if errors else 200)


def _keep_address(request: Asked, wish: Wish) -> list[tuple[str, str]]:
    say, address = request.speech.say, request.POST.get("address", "").strip()
    if address:
        try:
            validate_email(address)
        except ValidationError:
            return [("address", say("This is no e-mail address; expected one such as name@example.cn."))]
    wish.address = address
    wish.save()
    messages.success(request, say("A daily e-mail will be sent there.") if address else say("No e-mail will be sent."))
    return []


def _new_feed(request: Asked, wish: Wish) -> str:
    """A new secret address; the one before leads nowhere any more."""
    secret = secrets.token_urlsafe(32)
    wish.feed, wish.feed_on = _digest(secret), request.desk.today
    wish.save()
    to = reverse("calendar_feed", kwargs={"secret": secret})
    return f"{_site(request)}{to}?language={request.speech.tag}"


def _site(request: HttpRequest) -> str:
    """The address of the site as it is said, else as it was asked for."""
    said = settings.MAIL.site if settings.MAIL is not None else ""
    return said or request.build_absolute_uri("/").rstrip("/")


def _revoke(request: Asked, wish: Wish) -> None:
    wish.feed, wish.feed_on = None, None
    wish.save()
    messages.success(request, request.speech.say("The calendar's address leads nowhere any more."))


def _digest(secret: str) -> str:
    return hashlib.sha256(f"yifa.calendar/1\n{secret}".encode()).hexdigest()


@page("calendar/<slug:secret>.ics", name="calendar_feed", roles=NOBODY_ASKED, kind=Kind.EXPORT)
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The days of somebody as a calendar, for whoever knows the secret: number and duty, and nothing else."""
    wish = Wish.objects.select_related("account").filter(feed=_digest(secret[:LONGEST_SECRET])).first()
    if wish is None or not wish.account.is_active:
        raise Http404
    speech = language("en" if request.GET.get("language") == "en" else "zh")
    site = _site(request)
    sitting: Desk | None = getattr(request, "desk", None)
    if sitting is not None and sitting.account.pk != wish.account_id:
        raise Http404
    if sitting is not None:
        told = calendar_of(sitting, speech, site)
    else:
        desk = desk_of(wish.account, now())
        with within(desk.scope):
            told = calendar_of(desk, speech, site)
    response = HttpResponse(told, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="yifa.ics"'
    return response
