"""A checked folder of ledgers as a page of the office tells it: sufficiency, overview, problems; points a line each.

Very many points would make a page slow: they stand in a file of lines, in the order in which they are looked at, and a
page reads as many as it shows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from yifa.interfaces.checkup.rows import rows_of
from yifa.interfaces.checkup.told import Told
from yifa.interfaces.finding_rows import FindingsOf, tell_where
from yifa.interfaces.finding_telling import FOUND, POINTS, ToldFinding
from yifa.interfaces.problem_telling import ProblemWords
from yifa.ledgers.problems import Severity
from yifa.wording import CHINESE, ENGLISH, Language, language

LISTED = 300
"""So many rows the tables of duties, problems and blanks have; the workbook has all."""


def page_data(told: Told) -> dict[str, Any]:
    """Everything but the points, in both languages; `told` must be in both."""
    lights = told.lights()
    return {
        "cases": told.run.size,
        "as_of": told.run.as_of.isoformat(),
        "lights": {light.value: lights[light] for light in FOUND},
        "held": sum(len(one.rows) for one in told.run.taken.held),
        "organs": [{"id": id_, "cases": cases} for id_, cases in told.organs_with_cases.items()],
        **{tag: _in(rows_of(told, language(tag))) for tag in (CHINESE, ENGLISH)},
    }


def _in(rows: FindingsOf) -> dict[str, Any]:
    some = {
        "organs": [_row(one) for one in rows.organs],
        "silent": list(rows.silent),
        "ledgers": [_row(one) for one in rows.ledgers],
        "duties": [_row(one) for one in rows.duties if any(one.lights.get(light) for light in POINTS)][:LISTED],
        "lacking": [_row(one) for one in rows.lacking][:LISTED],
        "problems": [_row(one) for one in sorted(rows.problems, key=_gravity)][:LISTED],
        "problem_count": len(rows.problems),
        "changes": None if rows.changes is None else [_row(one) for one in rows.changes][:LISTED],
    }
    held: dict[str, Any] = json.loads(json.dumps(some, default=_plain))
    return held


def _gravity(one: ProblemWords) -> int:
    """What could not be taken stands first."""
    return list(Severity).index(Severity(one.tag))


def _row(one: Any) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def write_points(told: Told, path: Path) -> int:
    """Write the points, a line each, in both languages; how many."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for zh, en in zip(told.of(CHINESE), told.of(ENGLISH), strict=True):
            if zh.light in POINTS:
                number += 1
                line: dict[str, Any] = {
                    "light": zh.light.value,
                    "organ": zh.organ_id,
                    "duty": zh.duty_id,
                    "number": zh.number,
                }
                line |= {"procedure": zh.procedure_id, "zh": _words(zh, CHINESE), "en": _words(en, ENGLISH)}
                file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
    return number


def _words(one: ToldFinding, tag: str) -> dict[str, Any]:
    kept = ("organ", "procedure", "duty", "subject", "verdict", "severity", "laws", "due", "far", "declared", "cure")
    told: dict[str, Any] = {name: getattr(one, name) for name in kept}
    told |= {"reasons": list(one.reasons), "facts": list(one.facts), "readings": list(one.readings)}
    return {**told, "where": tell_where(one, language(tag))}


class Some(NamedTuple):
    """Some of the points, how many there are in all that were asked for, and where the next begin; None at the end."""

    points: list[Mapping[str, Any]]
    all: int
    next: int | None


def read_points(path: Path, speech: Language, wanted: Mapping[str, str], start: int, many: int) -> Some:
    """Points of a file, from one on, that have the values asked for (light, organ, duty)."""
    found: list[Mapping[str, Any]] = []
    number = 0
    for line in _lines(path, wanted):
        if start <= number < start + many:
            one = json.loads(line)
            found.append({**one, **one[speech.tag], "light": one["light"], "organ_id": one["organ"]})
        number += 1
    return Some(found, number, start + many if start + many < number else None)


def _lines(path: Path, wanted: Mapping[str, str]) -> Iterator[str]:
    """The lines that have the values asked for, found without taking each apart."""
    signs = [f'"{name}":{json.dumps(value, ensure_ascii=False)},' for name, value in wanted.items() if value]
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            head = line.partition('"zh":')[0]
            if all(sign in head for sign in signs):
                yield line


Report = Callable[[str, int, int, str], None]
"""Told the stage in words, how many are done of how many, and what is next."""
