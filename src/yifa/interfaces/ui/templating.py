"""The environment of templates: everything is escaped, and a name that nothing stands behind is an error."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from yifa.interfaces.ui.lights import Sign


def environment(**options: Any) -> Environment:
    """The environment, as Django asks for it."""
    options |= {"undefined": StrictUndefined, "autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**options)  # noqa: S701 - autoescape is on
    made.globals |= {"static": asset, "url": address, "Sign": Sign, "attributes": attributes}
    return made


@lru_cache(maxsize=1_000)
def asset(path: str) -> str:
    """The address of an asset: the same as long as a release runs, since a digest of all of them stands in it."""
    return str(static(path))


def address(name: str, **parts: Any) -> str:
    """The address of a page by its name."""
    return _address(name, tuple(parts.items()))


@lru_cache(maxsize=20_000)
def _address(name: str, parts: tuple[tuple[str, Any], ...]) -> str:
    return reverse(name, kwargs=dict(parts))


def attributes(**given: Any) -> Markup:
    """Attributes of an element: `hx_get="…"` becomes `hx-get`, yes stands alone, no and None are left out."""
    told = []
    for name, value in given.items():
        written = name.rstrip("_").replace("_", "-")
        if value is True:
            told.append(f" {written}")
        elif value is not None and value is not False:
            told.append(f' {written}="{escape(value)}"')
    return Markup("".join(told))  # noqa: S704 - every value was escaped
