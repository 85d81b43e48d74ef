"""Figures of a sealed book as pages tell them, in both languages: definition, parts, relations, origin.

They are told from the book as it was sealed, without the ledgers it was counted from.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

from yifa.interfaces.figure_telling import (
    LIGHTS,
    SIGNS,
    tell_change,
    tell_contributor,
    tell_earlier,
    tell_gap_of,
    tell_measure_id,
    tell_sides,
    tell_standing,
)
from yifa.law.figures import Gap
from yifa.law.figures.relations import Kind, Relation, Standing
from yifa.law.figures.working_out import Lack
from yifa.oversight.reporting.canonical import shown
from yifa.oversight.reporting.figure_book import Change
from yifa.oversight.reporting.last_year import Earlier, Origin
from yifa.oversight.reporting.tokens import BookFigure, value_text
from yifa.wording import CHINESE, ENGLISH, Language, language

ZH, EN = language(CHINESE), language(ENGLISH)
SHOWN = 8
"""Rows behind a figure that are shown."""
PARTS = 12
"""Organs that are shown; more are counted."""

Pair = tuple[str, str]


def both(tell: Callable[[Language], str]) -> Pair:
    """Something told in both languages."""
    return tell(ZH), tell(EN)


def told_entry(
    one: Mapping[str, Any], figure: BookFigure, book: Mapping[str, Any], rows: Path, *, public: bool
) -> dict[str, Any]:
    """A figure of the book as a page shows it; `public`: without rows and persons."""
    organs = {organ["id"]: organ["name"] for organ in book["organs"]}
    parts = sorted(one["organs"].items())
    return {
        "name": (one["name"]["zh"], one["name"]["en"]),
        "value": value_text(figure),
        "earlier": _earlier(one, figure),
        "definition": _definition(one),
        "source": both(lambda speech: one["source"]["form"] or speech.say("custom of annual reports")),
        "law": "、".join(one["law"]),
        "never": (one["never_assessed"]["zh"], one["never_assessed"]["en"]) if one["never_assessed"] else None,
        "gaps": [(_gap(gap, organs, ZH), _gap(gap, organs, EN)) for gap in one["gaps"]],
        "parts": [(organs.get(organ, organ) or "—", _shown(part, one["unit"])) for organ, part in parts[:PARTS]],
        "more_parts": max(0, len(parts) - PARTS),
        "relations": [_relation(relation) for relation in _of(one["id"], book["relations"])],
        "given": None if "reported" not in one else _given(one["reported"], public=public),
        "count": one.get("rows", {}).get("count"),
        "rows": [] if public or "rows" not in one else _rows(rows / one["rows"]["file"]),
        "id_": one["id"],
    }


def _shown(part: Mapping[str, Any], unit: str) -> str:
    return "—" if part["value"] is None else f"{shown(Fraction(part['value']))}{unit}"


def _earlier(one: Mapping[str, Any], figure: BookFigure) -> dict[str, Any] | None:
    if "earlier" not in one:
        return None
    told = one["earlier"]
    earlier = Earlier(Fraction(told["value"]), Origin(told["origin"]), told["file"], told["line"], told["written"])
    return {
        "value": value_text(figure, figure.earlier),
        "change": both(lambda speech: tell_change(_change(one), one["kind"], speech)),
        "origin": both(lambda speech: tell_earlier(earlier, speech)),
    }


def _change(one: Mapping[str, Any]) -> Change | None:
    if "change" not in one:
        return None
    difference, percent = one["change"]["difference"], one["change"]["percent"]
    return Change(Fraction(difference), None if percent is None else Fraction(percent))


def _definition(one: Mapping[str, Any]) -> list[Pair]:
    told: list[Pair] = [(one["meaning"]["zh"], one["meaning"]["en"])]
    if one["formulas"]:
        above, below = one["formulas"][0]["above"], one["formulas"][0]["below"]
        told.append(
            both(lambda speech: speech.say("{above} ÷ {below}", above=_sum(above, speech), below=_sum(below, speech)))
        )
    if one["above"] is not None and one["below"] is not None:
        sum_ = f"{shown(Fraction(one['above']))} ÷ {shown(Fraction(one['below']))}"
        told.append((sum_, sum_))
    if one["adds_up_from"]:
        told.append(both(lambda speech: _sum(one["adds_up_from"], speech)))
    return told


def _sum(ids: list[str], speech: Language) -> str:
    return " + ".join(tell_measure_id(id_, speech) for id_ in ids)


def _gap(gap: Mapping[str, Any], organs: Mapping[str, str], speech: Language) -> str:
    return tell_gap_of(Gap(Lack(gap["lack"]), gap["of"], gap["count"]), organs.get(gap["of"], gap["of"]), speech)


def _of(id_: str, relations: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [one for one in relations if id_ in one["left"] or id_ in one["right"]]


def _relation(one: Mapping[str, Any]) -> dict[str, Any]:
    standing = Standing(one["standing"])
    left, right = (None if one[side] is None else Fraction(one[side]) for side in ("left_value", "right_value"))
    relation = Relation(Kind(one["kind"]), standing, tuple(one["left"]), tuple(one["right"]), left, right)
    return {
        "sign": SIGNS[standing],
        "light": LIGHTS[standing].value,
        "words": both(lambda speech: tell_sides(relation, speech)[0]),
        "numbers": tell_sides(relation, ZH)[1],
        "standing": both(lambda speech: tell_standing(standing, speech)),
    }


def _given(one: Mapping[str, Any], *, public: bool) -> dict[str, Any]:
    """By whom a figure was given, and where it stands."""
    place = f"{one['sheet']} {one['cell']}".strip()
    return {
        "office": both(lambda speech: tell_contributor(one["contributor"], speech)),
        "file": one["file"],
        "place": (place, place),
        "person": "" if public else one["person"],
        "reviewer": "" if public else one["reviewer"],
        "day": one["day"] or "",
        "source": "" if public else one["source"],
    }


def _rows(file: Path) -> list[tuple[str, ...]]:
    """The first rows behind a figure: number, organ, act, day, file, sheet, row."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        read = list(islice(csv.reader(lines), 1, SHOWN + 1))
    return [(row[1], row[3], row[5], row[6], row[8], row[9], row[10]) for row in read]
