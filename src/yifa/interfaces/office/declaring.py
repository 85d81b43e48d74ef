"""Declaring a page: under which address, for whom, of what kind; nothing gets into the office but by this.

    @page("cases/<int:case>/", name="case", roles=READERS)
    def case_page(request: Asked, case: Case) -> HttpResponse: …

Whoever is not signed in is sent to sign in; whoever has none of the roles is told who has. Where the address names a
case, the function is given the case if it may be read, and nobody learns whether one that may not be read is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from types import ModuleType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from yifa.interfaces.office.desks import Desk
from yifa.interfaces.office.errors import no_permission
from yifa.record.access.choices import READS, RoleName
from yifa.record.access.readings import note_reading, why_noted
from yifa.record.cases.models import Case
from yifa.record.scope import Remembered
from yifa.record.tokens.permits import WRITERS as WRITING_ROLES

View = Callable[..., HttpResponse]
NOBODY_ASKED = None
"""Answered to whoever comes, signed in or not."""
ANYBODY = frozenset(RoleName)
"""Who has any role."""
READERS = frozenset(READS)
"""Who has a role that opens files; which of them, his scope says."""
WRITERS = WRITING_ROLES
"""Who has a role that writes cases of some kind; which of them, is asked of each case."""


class Kind(StrEnum):
    """What an address answers with."""

    PAGE = "page"
    FRAGMENT = "fragment"
    """a part of a page, which htmx swaps in; opened by itself it is a page of its own"""
    EXPORT = "export"


@dataclass(frozen=True)
class Declared:
    """What a page says of itself. `route` and `name` as Django has them; `roles`: None for whoever comes.

    `methods`: by which it is asked for. `writes`: one that is posted to writes the record. `without_role`: answered
    also to who has no role yet or no more: what is his own, and that he has none.
    """

    route: str
    name: str
    roles: frozenset[RoleName] | None
    kind: Kind = Kind.PAGE
    methods: tuple[str, ...] = ("GET",)
    writes: bool = False
    without_role: bool = False


def page(
    route: str,
    *,
    name: str,
    roles: frozenset[RoleName] | None,
    kind: Kind = Kind.PAGE,
    methods: tuple[str, ...] = ("GET",),
    writes: bool = False,
    without_role: bool = False,
) -> Callable[[View], View]:
    """Put a function in as a page."""

    def decorated(function: View) -> View:
        return declared(function, Declared(route, name, roles, kind, methods, writes, without_role))

    return decorated


def declared(function: View, told: Declared) -> View:
    """A view that asks first who asks."""

    @wraps(function)
    def answering(request: HttpRequest, **asked: Any) -> HttpResponse:
        desk = getattr(request, "desk", None)
        if told.roles is not None:
            if desk is None:
                return _sign_in(request)
            if not told.roles & desk.roles and not (told.without_role and not desk.roles):
                return no_permission(request, told.roles)
        if request.method not in (*told.methods, "HEAD"):
            return HttpResponseNotAllowed(told.methods)
        if "case" in asked:
            asked["case"] = _case(asked["case"])
            _noted(desk, asked["case"])
        return function(request, **asked)

    answering.declared = told  # type: ignore[attr-defined]
    return answering


def patterns(modules: Iterable[ModuleType]) -> list[URLPattern]:
    """The addresses of all pages that modules declare."""
    found = []
    for module in modules:
        for view in vars(module).values():
            told = getattr(view, "declared", None)
            if isinstance(told, Declared) and view.__module__ in (module.__name__, *_FOREIGN):
                found.append(path(told.route, view, name=told.name))
    return found


_FOREIGN = (
    "allauth.account.views",
    "allauth.mfa.base.views",
    "allauth.mfa.totp.views",
    "allauth.mfa.recovery_codes.views",
)


def _sign_in(request: HttpRequest) -> HttpResponse:
    """To the page where one signs in, and back; the whole page, also where only a part was asked for."""
    to = reverse("account_login")
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(to)
    back = request.get_full_path() if request.method == "GET" else ""
    return redirect(f"{to}?{urlencode({'next': back})}" if back not in ("", "/") else to)


def _noted(desk: Desk | None, case: Case) -> None:
    """Note that a sensitive file was read, once a day: who looks at it is asked after, also who only looks."""
    how = None if desk is None else why_noted(desk.officer, case, desk.scope)
    if desk is not None and how is not None:
        note_reading(desk.officer, case, how, desk.now)


_CASE = Remembered(lambda number: Case.objects.select_related("organ").filter(id=number), int)


def _case(number: int) -> Case:
    found = _CASE(number)
    if not found:
        raise Http404
    return found[0]
