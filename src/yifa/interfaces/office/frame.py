"""What stands around every page: whose desk it is, the menu, where one is."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.db.models import Count
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.backends.utils import csrf_input
from django.template.loader import get_template
from django.urls import URLResolver, get_resolver
from django.utils.functional import SimpleLazyObject
from markupsafe import Markup

from yifa import __version__
from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.menu import menu
from yifa.interfaces.office.proxies import certificate_said
from yifa.interfaces.office.role_words import tell_role
from yifa.interfaces.ui.speaking import speech_of
from yifa.oversight.notices.models import Notice
from yifa.record.access.choices import RoleName
from yifa.record.announcements.models import Announcement
from yifa.record.announcements.queries import seen_by
from yifa.record.scope import Remembered
from yifa.wording import Language

KEPT = 600
"""So many menus are kept: for each page of the menu, language and set of roles its own; the one that was asked for
longest ago goes first."""


def framed(request: HttpRequest) -> dict[str, Any]:
    """For templates: `desk`, `menu_groups`, `may_seek`, `page_name`, `notices`; `part`: htmx asks for a part alone.

    `announcements`: what everybody is told. `alone`: somebody sits alone at a machine, without an account; `home`:
    where the sign of the house leads. `menu_piece`, `keys_piece`: what writes menu and keys. `sign_in_service`,
    `by_certificate`: by what one may sign in beside a password.
    """
    desk, speech = getattr(request, "desk", None), speech_of(request)
    match = request.resolver_match
    roles = None if desk is None or desk.new_password else desk.roles
    groups = [] if roles is None else menu(roles, speech)
    listed = {item.page for group in groups for item in group.items}
    page = (match.url_name or "") if match else ""
    alone = desk is not None and desk.account is None
    return {
        "desk": desk,
        "menu_groups": groups,
        "menu_piece": partial(_menu_piece, get_resolver(), roles, speech, page if page in listed else ""),
        "keys_piece": partial(_keys_piece, get_resolver(), roles, speech, alone),
        "announcements": _announced(desk),
        "sign_in_service": settings.SIGN_IN_SERVICE,
        "by_certificate": desk is None and bool(certificate_said(request)),
        "unread": _unread(desk) if groups else 0,
        "alone": alone,
        "home": groups[0].items[0].address if groups else "/",
        "may_seek": "cases" in listed,
        "role_names": [] if desk is None else [tell_role(role, speech) for role in RoleName if role in desk.roles],
        "page_name": page,
        "part": bool(getattr(request, "htmx", False)) and not getattr(request.htmx, "boosted", False),  # type: ignore[attr-defined]
        "notices": list(get_messages(request)) if hasattr(request, "_messages") else [],
        "release": __version__.split("+")[0],
        "csrf_token": SimpleLazyObject(lambda: get_token(request)),
        "csrf_input": SimpleLazyObject(lambda: csrf_input(request)),  # one for all forms of the page, if it has any
    }


@lru_cache(maxsize=KEPT)
def _menu_piece(resolver: URLResolver, roles: frozenset[RoleName] | None, speech: Language, page: str) -> Markup:
    """The menu of all who have these roles, on a page of it or on one that does not stand in it."""
    return _written("ui/menu.html", roles, speech, page_name=page)


@lru_cache(maxsize=KEPT)
def _keys_piece(resolver: URLResolver, roles: frozenset[RoleName] | None, speech: Language, alone: bool) -> Markup:
    """The keys of all who have these roles."""
    return _written("ui/keys.html", roles, speech, alone=alone)


def _written(template: str, roles: frozenset[RoleName] | None, speech: Language, **told: object) -> Markup:
    """A piece that is kept: no request is handed to it, so that nothing of whoever asks first can stand in it."""
    groups = [] if roles is None else menu(roles, speech)
    text = get_template(template).render({"groups": groups, "say": speech.say, **told})
    return Markup(text)  # noqa: S704 - a template that escapes wrote it


_UNREAD = Remembered(
    lambda officer: (
        Notice.objects.filter(officer=officer, read_on=None)
        .order_by()
        .values("officer")
        .annotate(many=Count("id"))
        .values_list("many")
    ),
    int,
)


def _unread(desk: Desk | None) -> int:
    """How many notices somebody has not read."""
    if desk is None or desk.account is None:
        return 0
    return next((many for (many,) in _UNREAD(desk.officer.id)), 0)


def _announced(desk: Desk | None) -> list[Announcement]:
    """What whoever sits at a desk is told over his pages."""
    return [] if desk is None or desk.account is None else seen_by(desk.officer, desk.today)
