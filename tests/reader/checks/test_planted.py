"""The invented reports of the demo: what was planted is found, and nothing that was not is called a difference."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.reader.checks.passages import SPEECH
from yifa.reader.reading import Check, Reading, Verdict
from yifa.reader.whole import read_files

REPORTS = Path(__file__).resolve().parents[3] / "demo" / "reports"
PLANTED: list[dict[str, Any]] = YAML(typ="safe").load(REPORTS / "planted.yaml")["planted"]
# A chapter is brief or absent by custom; that is told, and no difference.
DIFFERENCES = {Verdict.CONTRADICTED, Verdict.IMPOSSIBLE, Verdict.LATE}

Found = tuple[Check, frozenset[str], str]


@cache
def _found() -> tuple[Found, ...]:
    """Every check with the files it speaks of and the words of its figures or place."""
    reading = read_files(sorted(path for path in REPORTS.iterdir() if path.suffix != ".yaml"), speech=SPEECH)
    found = [
        (check, frozenset({Path(document.file).name}), _words(reading, check, number))
        for number, document in enumerate(reading.documents, 1)
        for check in document.checks
    ]
    names = {f"d{number}": Path(document.file).name for number, document in enumerate(reading.documents, 1)}
    across = [
        (check, frozenset(names[id_.partition(":")[0]] for id_ in check.figures), _words(reading, check, 0))
        for check in reading.across
    ]
    return (*found, *across)


def _words(reading: Reading, check: Check, number: int) -> str:
    words = []
    for id_ in check.figures:
        at, _, figure = id_.rpartition(":")
        document = reading.documents[int(at[1:] if at else number) - 1]
        words += [one.written for one in document.figures if one.id == figure]
    if check.start is not None:
        words.append(reading.documents[number - 1].text[check.start : check.end])
    return "|".join(words)


def _fits(planted: dict[str, Any], found: Found) -> bool:
    """Whether a check speaks of the planted place: its file, and a number or the words that stand there."""
    check, files, words = found
    if planted["file"] not in files:
        return False
    given = planted["words"]
    if given is None:
        return check.kind == "completeness-law"
    text = "".join(given) if isinstance(given, list) else given
    pieces = [piece for piece in words.split("|") if piece]
    return any(piece in text or text in piece for piece in pieces)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one["id"])
def test_what_was_planted_is_found(planted: dict[str, Any]) -> None:
    wanted = {planted["verdict"], *planted.get("also", [])}
    assert [one for one in _found() if one[0].verdict in wanted and _fits(planted, one)]


def test_nothing_else_is_called_a_difference() -> None:
    others = [
        (check.id, check.message)
        for check, files, words in _found()
        if check.verdict in DIFFERENCES and not any(_fits(one, (check, files, words)) for one in PLANTED)
    ]
    assert others == []
