"""Published texts, where there are some: every relation seen by eye is found, and no other is called a difference.

The texts are read from `YIFA_REPORTS`, or from the folder beside the house; they are not part of it.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.reader.checks.passages import SPEECH
from yifa.reader.reading import Check, Figure, Reading, Verdict
from yifa.reader.whole import read_files

HERE = Path(__file__).resolve()
REPORTS = Path(os.environ.get("YIFA_REPORTS") or HERE.parents[4] / "shared" / "reports")
DIFFERENCES = {Verdict.CONTRADICTED, Verdict.IMPOSSIBLE, Verdict.LATE}
SEEN: dict[str, Any] = YAML(typ="safe").load(HERE.parent / "published.yaml")


@cache
def _reading() -> tuple[Reading, dict[str, int]]:
    """The texts read together, and the place of each among them by its digest."""
    wanted = [one["digest"] for one in SEEN["texts"]]
    found = {hashlib.sha256(path.read_bytes()).hexdigest()[:12]: path for path in sorted(REPORTS.glob("*.txt"))}
    if lacking := [digest for digest in wanted if digest not in found]:
        pytest.skip(f"NOT CHECKED: published texts {', '.join(lacking)} are not in {REPORTS}; set YIFA_REPORTS")
    reading = read_files([found[digest] for digest in wanted], speech=SPEECH)
    return reading, {digest: place for place, digest in enumerate(wanted)}


def _value(figure: Figure) -> str:
    found = re.search(r"[\d.]+", figure.written)
    return found.group() if found else str(figure.value)


def _line(check: Check, figures: dict[str, Figure]) -> str:
    used = [figures[id_] for id_ in check.figures]
    if not any(":" in id_ for id_ in check.figures):
        used.sort(key=lambda figure: figure.start)
    return " ".join((check.kind, check.verdict, *([_value(one) for one in used] or [check.computation])))


def _lines(digest: str) -> tuple[list[str], list[str]]:
    """Every check of a text, and those that call something a difference."""
    reading, places = _reading()
    document = reading.documents[places[digest]]
    figures = {figure.id: figure for figure in document.figures}
    lines = [(check, _line(check, figures)) for check in document.checks]
    return [line for _, line in lines], sorted(line for check, line in lines if check.verdict in DIFFERENCES)


@pytest.mark.parametrize("text", SEEN["texts"], ids=lambda one: one["digest"])
def test_every_relation_seen_by_eye_is_found(text: dict[str, Any]) -> None:
    lines, _ = _lines(text["digest"])
    assert [line for line in text["seen"] if line not in lines] == []


@pytest.mark.parametrize("text", SEEN["texts"], ids=lambda one: one["digest"])
def test_nothing_else_is_called_a_difference(text: dict[str, Any]) -> None:
    _, differences = _lines(text["digest"])
    assert differences == sorted(text["differences"])


def test_the_texts_together() -> None:
    reading, _ = _reading()
    figures = {f"d{n}:{figure.id}": figure for n, one in enumerate(reading.documents, 1) for figure in one.figures}
    lines = [(check, _line(check, figures)) for check in reading.across]
    assert [line for line in SEEN["across"]["seen"] if line not in [text for _, text in lines]] == []
    assert sorted(line for check, line in lines if check.verdict in DIFFERENCES) == SEEN["across"]["differences"]
