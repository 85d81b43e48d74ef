"""Whether every message of the code has its Chinese, and every term its place in the glossary.

Messages are extracted with Babel from our own code and the templates of pages, and, for the words the command line's
framework says by itself, from click's installed source.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po
from ruamel.yaml import YAML

HOUSE = Path(__file__).resolve().parent.parent.parent
CATALOGUE = HOUSE / "src" / "yifa" / "locale" / "zh_Hans" / "LC_MESSAGES" / "yifa.po"
KEYWORDS = {"say": None, "count": (1, 2), "term": ((1, "c"), 2), "gettext": None, "ngettext": (1, 2), "_": None}
CLICK_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "_termui_impl")

METHODS = [
    ("**.py", "python"),
    ("interfaces/ui/**.html", "jinja2"),
    ("interfaces/office/**.html", "jinja2"),
]
"""How messages are found: in Python, and in the templates that say them as Python does."""

Key = tuple[str | None, str]


class Message(NamedTuple):
    """A message the code says: its id (two strings where it depends on a number), context, and where it stands."""

    id: str | tuple[str, ...]
    context: str | None
    files: set[str]


def extracted() -> list[Message]:
    """Every message the code says, its own and the framework's, each once."""
    found: dict[Key, Message] = {}
    for name, _, message, _, context in extract_from_dir(str(HOUSE / "src" / "yifa"), METHODS, keywords=KEYWORDS):
        _add(found, message, context, f"src/yifa/{name}")
    folder = Path(click.__file__).parent
    for module in CLICK_MODULES:
        path = folder / f"{module}.py"
        if path.exists():
            for _, message, _, _ in extract_from_file("python", str(path), keywords={"_": None, "ngettext": (1, 2)}):
                _add(found, message, None, f"click/{module}.py")
    return list(found.values())


def _add(found: dict[Key, Message], message: str | tuple[str, ...], context: str | None, file: str) -> None:
    text = message if isinstance(message, str) else message[0]
    held = found.setdefault((context, text), Message(message, context, set()))
    held.files.add(file)
    if not isinstance(message, str) and isinstance(held.id, str):
        found[context, text] = Message(tuple(message[:2]), context, held.files)


def used() -> dict[Key, str]:
    """Every message by context and text, with a file it stands in."""
    return {
        (message.context, message.id if isinstance(message.id, str) else message.id[0]): min(message.files)
        for message in extracted()
    }


def translated() -> Catalog:
    """The Chinese catalogue."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def faults() -> list[str]:
    """Messages without Chinese, and Chinese that no message uses."""
    wanted, catalogue = used(), translated()
    held: dict[Key, bool] = {}
    for message in catalogue:
        if message.id:
            text = message.id if isinstance(message.id, str) else message.id[0]
            filled = all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)
            held[message.context, text] = filled and not message.fuzzy
    missing = [
        f"{place}: no Chinese for {key[1]!r}" for key, place in sorted(wanted.items(), key=str) if not held.get(key)
    ]
    idle = [f"{CATALOGUE.name}: {key[1]!r} is said nowhere" for key in held if key not in wanted]
    return missing + idle


def glossary_faults() -> list[str]:
    """Contexts that are no id of the glossary."""
    glossary = YAML(typ="safe").load(HOUSE / "docs" / "glossary.yaml")
    ids = {entry["id"] for entry in glossary["terms"]}
    return [
        f"{place}: {context!r} is not in docs/glossary.yaml"
        for (context, _), place in used().items()
        if context is not None and context not in ids
    ]
