"""What the page of a report that was read tells: points on top, the card of a figure, measures side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yifa.interfaces.telling import Light
from yifa.wording import Language

Data = Mapping[str, Any]
ORDER = {light.value: place for place, light in enumerate(Light)}


@dataclass(frozen=True)
class Point:
    """A check as a list tells it: its light, what it says, the text and figure it leads to; None where to none."""

    light: str
    sign: str
    verdict: str
    kind: str
    message: str
    computation: str
    text: int
    figure: int | None
    others: tuple[tuple[int, int, str], ...] = ()


def words(told: Any, speech: Language) -> str:
    """A text that stands there in both languages, or once where they agree."""
    if told is None:
        return ""
    return str(told) if isinstance(told, str) else str(told[speech.tag])


def points(data: Data, speech: Language, lights: Sequence[str]) -> list[Point]:
    """The checks that have one of these lights, the worst first; not what last year's report says within itself."""
    found = [
        _within(data, one, text, speech)
        for text, document in enumerate(data["documents"])
        for one in document["checks"]
        if one["light"] in lights and text not in data["earlier"]
    ]
    found += [_point(data, one, one["members"], speech) for one in data["across"] if one["light"] in lights]
    return sorted(found, key=lambda one: ORDER[one.light])


def _within(data: Data, one: Data, text: int, speech: Language) -> Point:
    """A check within one text."""
    return _point(data, one, [(text, place) for place in one["figures"]], speech, text)


def _point(data: Data, one: Data, members: Sequence[tuple[int, int]], speech: Language, own: int = 0) -> Point:
    """A check; `members`: its figures, each with its text; `own`: the text it is of, where it has none."""
    verdict = data["verdicts"][one["verdict"]]
    text, figure = members[0] if members else (own, None)
    return Point(
        one["light"],
        Light(one["light"]).sign,
        words(verdict["words"], speech),
        words(data["checkKinds"].get(one["kind"], one["kind"]), speech),
        words(one["message"], speech),
        words(one.get("computation"), speech),
        text,
        figure,
        tuple((text, place, data["documents"][text]["figures"][place]["text"]) for text, place in members),
    )


@dataclass(frozen=True)
class Card:
    """A figure: as it stands in the text, what it counts, what it is of, and the checks that use it."""

    text: int
    place: int
    written: str
    rows: tuple[tuple[str, str], ...]
    meaning: str
    law: str
    checks: tuple[Point, ...]
    before: int | None
    after: int | None


def card(data: Data, text: int, place: int, speech: Language) -> Card | None:
    """The card of a figure; None where there is none."""
    if not 0 <= text < len(data["documents"]) or not 0 <= place < len(data["documents"][text]["figures"]):
        return None
    figures, say = data["documents"][text]["figures"], speech.say
    one = figures[place]
    measure = data["measures"].get(one.get("measure"), {})
    rows = (
        (say("Value"), f"{one['number']}{one.get('unit') or ''}"),
        (say("Kind"), words(data["kinds"][one["kind"]]["words"], speech)),
        (say("Measure"), words(measure.get("words"), speech)),
        (say("What is counted"), one.get("subject", "")),
        (say("Predicate"), one.get("predicate", "")),
        (say("Scope"), one.get("scope", "")),
        (say("Period"), words(one.get("period"), speech)),
        (say("Section"), one.get("section", "")),
        (say("Line"), str(one.get("line", ""))),
    )
    meaning = words(measure.get("meaning"), speech)
    sums = measure.get("sums", [[], []])[0 if speech.tag == "zh" else 1]
    within = (check for check in data["documents"][text]["checks"] if place in check["figures"])
    own = [_within(data, check, text, speech) for check in within]
    across = (check for check in data["across"] if [text, place] in map(list, check["members"]))
    own += [_point(data, check, check["members"], speech) for check in across]
    marked = [number for number, other in enumerate(figures) if other.get("light") in ("red", "amber")]
    return Card(
        text,
        place,
        one["text"],
        tuple((name, told) for name, told in rows if told),
        " ".join([meaning, *sums]).strip(),
        "、".join(measure.get("law", [])),
        tuple(sorted(own, key=lambda check: ORDER[check.light])),
        next((number for number in reversed(marked) if number < place), None),
        next((number for number in marked if number > place), None),
    )


def side_by_side(data: Data, speech: Language) -> list[dict[str, Any]]:
    """Measures that several of the texts state: the figure of each, growth, and in what they differ."""
    return [
        {
            "words": words(row["words"], speech),
            "cells": [_cell(data, text, cell) for text, cell in enumerate(row["cells"])],
            "growth": [words(one["words"], speech) for one in row["growth"]],
            "differences": [words(one, speech) for one in row["differences"]],
        }
        for row in data["comparison"]
    ]


def _cell(data: Data, text: int, cell: Data | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    one = data["documents"][text]["figures"][cell["figure"]]
    return {"text": text, "figure": cell["figure"], "written": f"{one['number']}{one.get('unit') or ''}"}
