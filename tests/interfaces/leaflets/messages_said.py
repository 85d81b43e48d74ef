"""Which messages the scripts and the template of a page say, read from their source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

ASSETS = files("yifa.interfaces.leaflets") / "assets"
LITERAL = r'"(?:[^"\\]|\\.)*"'


class Said(NamedTuple):
    """Messages of the scripts, those that depend on a number, terms, and what is placed in the template."""

    said: set[str]
    counted: set[tuple[str, str]]
    terms: set[tuple[str, str]]
    placed: set[str]


def asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def messages_of(scripts: Iterable[str], template: str) -> Said:
    text = "\n".join(asset(f"{name}.js") for name in scripts)
    page = asset(template)
    placed = set(re.findall(r'\b(?:say|zh)\("([^"]+)"\)', page))
    placed |= set(re.findall(r'\battr\("[^"]+", "([^"]+)"\)', page))
    placed |= set(re.findall(r'\boption\("[^"]*", "([^"]+)"\)', page))
    placed |= set(re.findall(r'\bchoice\("[^"]+", "[^"]+", "([^"]+)"', page))
    placed |= set(re.findall(r'\bdata-say="([^"{]+)"', page))
    return Said(
        {_joined(found) for found in re.findall(rf"\bsay\(\s*({LITERAL}(?:\s*\+\s*{LITERAL})*)", text)},
        {(_joined(one), _joined(many)) for one, many in re.findall(rf"\bcount\(\s*({LITERAL}),\s*({LITERAL})", text)},
        {
            (json.loads(context), json.loads(term))
            for context, term in re.findall(rf"\bterm\(({LITERAL}), ({LITERAL})\)", text)
        },
        placed,
    )


def _joined(literals: str) -> str:
    return "".join(json.loads(literal) for literal in re.findall(LITERAL, literals))
