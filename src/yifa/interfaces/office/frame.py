"""What stands around every page: whose desk it is, the menu, where one is."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest

from yifa import __version__
from yifa.interfaces.office.menu import menu
from yifa.interfaces.office.role_words import tell_role
from yifa.interfaces.ui.speaking import speech_of
from yifa.record.access.choices import RoleName


def framed(request: HttpRequest) -> dict[str, Any]:
    """For templates: `desk`, `menu_groups`, `may_seek`, `page_name`, `notices`; `part`: htmx asks for a part alone."""
    desk, speech = getattr(request, "desk", None), speech_of(request)
    match = request.resolver_match
    groups = [] if desk is None or desk.new_password else menu(desk.roles, speech)
    return {
        "desk": desk,
        "menu_groups": groups,
        "may_seek": any(item.page == "cases" for group in groups for item in group.items),
        "role_names": [] if desk is None else [tell_role(role, speech) for role in RoleName if role in desk.roles],
        "page_name": match.url_name if match else "",
        "part": bool(getattr(request, "htmx", False)) and not getattr(request.htmx, "boosted", False),  # type: ignore[attr-defined]
        "notices": list(get_messages(request)) if hasattr(request, "_messages") else [],
        "release": __version__.split("+")[0],
    }
