"""What browsers are sent: readable for Chromium 83, small, and all of it from here."""

from __future__ import annotations

import re
from pathlib import Path

import django_htmx

from tests.interfaces.leaflets.test_due_page import TOO_NEW
from yifa.interfaces import leaflets, office, ui

ROOMS = [Path(room.__file__).parent for room in (ui, office)]
ASSETS = sorted(path for room in ROOMS for path in room.rglob("static/**/*") if path.suffix in (".css", ".js"))
HTMX = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"
CASE_PAGE = ("templates/ui/frame.html", "templates/case/case.html")
OF_EVERY_PAGE = ("frame", "table", "form", "lights", "media")
FIRST_LOAD = 120_000
"""Bytes of everything the page of a case needs, before anything is kept; beside it the page itself."""


def test_assets_hold_nothing_that_chromium_83_cannot_read() -> None:
    found = {
        path.name: [word for word in TOO_NEW[path.suffix[1:]] if word in path.read_text(encoding="utf-8")]
        for path in ASSETS
    }
    gaps = [path.name for path in ASSETS if re.search(r"(?<!-)\bgap:", path.read_text(encoding="utf-8"))]

    assert {name: words for name, words in found.items() if words} == {}
    assert gaps == []


def test_htmx_needs_no_more_than_chromium_80() -> None:
    code = HTMX.read_text(encoding="utf-8")

    assert [
        word for word in ("||=", "&&=", "??=", ".at(", "replaceAll", "structuredClone", "static{") if word in code
    ] == []


def test_the_first_load_of_a_case_is_small() -> None:
    html = "".join((room / name).read_text(encoding="utf-8") for room, name in zip(ROOMS, CASE_PAGE, strict=True))
    named = set(re.findall(r'"((?:ui|office)/[a-z-]+\.(?:css|js))"', html)) | {
        f"ui/{name}.css" for name in OF_EVERY_PAGE
    }
    own = [path for path in ASSETS if f"{path.parent.name}/{path.name}" in named]
    drawn = [Path(leaflets.__file__).parent / "assets" / f"{name}.css" for name in ("ground", "case-duty", "time-line")]

    assert len(own) == len(named)
    assert sum(path.stat().st_size for path in (*own, *drawn, HTMX)) < FIRST_LOAD


def test_nothing_is_fetched_from_elsewhere() -> None:
    templates = [path for room in ROOMS for path in room.rglob("templates/**/*.html")]

    for path in (*ASSETS, *templates):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"https?://|@import|//cdn|\sstyle=|\son[a-z]+=", text) == [], path.name
