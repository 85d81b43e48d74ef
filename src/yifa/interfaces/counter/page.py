"""The page of the counter, in the language spoken, and the files it is made of."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from yifa.interfaces.leaflets.leaf import asset as leaflet_asset
from yifa.interfaces.leaflets.said import dictionary, say
from yifa.wording import Language

ASSETS = ("counter.css", "counter.js")
SAID = (
    say("Choose files first."),
    say("Open the page"),
    say("Save"),
    say("The counter does not answer; it may have been closed."),
    say("The counter is closed and everything was deleted. This page can be closed."),
    say("Working…"),
    say("done"),
    say("sending {n} of {all}"),
    say("waiting for the job before"),
    say("{n} files chosen"),
    say("{n} kB"),
    say("{stage} {done} of {of}"),
    say("{stage} {done} of {of}: {name}"),
    say("failed: {message}"),
)
"""What the script of the page says."""
PLACED = (
    say(
        "Annual reports as .docx, .doc, .wps, .pdf, .html or .txt. Every figure is marked and every sum checked; "
        "several reports are compared with one another."
    ),
    say("As of"),
    say("Check of ledgers"),
    say("Check of published reports"),
    say("Close and delete"),
    say("Counter"),
    say("Drop files, a folder or a .zip here, or"),
    say("Language"),
    say(
        "Ledgers of cases as workbooks (.xlsx, .xls) or .csv, and, if there are any, the lists of organs and officers. "
        "You get a workbook and a page with every doubtful point, its article, its last day and why."
    ),
    say("Progress"),
    say("Start"),
    say(
        "Works on this machine only. Nothing is sent anywhere; when the counter is closed, files and results are "
        "deleted."
    ),
    say("also a workbook for each organ"),
    say("choose a folder"),
    say("choose files"),
)
"""What stands in the template; a test holds the two together."""
GROUND = "ground.css"
"""The style all pages share; it stands with the leaflets."""


def render(speech: Language, today: date) -> str:
    """The page as text."""
    environment = Environment(autoescape=True, loader=FunctionLoader(_text), undefined=StrictUndefined)
    messages = dictionary(SAID, (), (), speech)
    return environment.get_template("counter.html").render(
        say=speech.say,
        tag=speech.tag,
        today=today.isoformat(),
        words=Markup(json.dumps(messages, ensure_ascii=False).replace("<", "\\u003c")),  # noqa: S704 - no `<` is left
    )


def asset(name: str) -> bytes | None:
    """A file of the page, None for a name that is none."""
    if name == GROUND:
        return leaflet_asset(GROUND).encode()
    return _text(name).encode() if name in ASSETS else None


def _text(name: str) -> str:
    return (files("yifa.interfaces.counter") / "assets" / name).read_text(encoding="utf-8").replace("\r\n", "\n")
