"""What the pages of a figure book tell: its figures by topic, one figure with all behind it, what is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from yifa.interfaces.book_telling import told_entry
from yifa.interfaces.figure_telling import (
    LIGHTS,
    SIGNS,
    tell_change,
    tell_contributor,
    tell_measure_id,
    tell_sides,
    tell_standing,
)
from yifa.law.catalogue.measures import measure_files
from yifa.law.figures.relations import Kind, Relation, Standing
from yifa.oversight.reporting.book_data import read_rows
from yifa.oversight.reporting.canonical import opened, shown
from yifa.oversight.reporting.figure_book import Change
from yifa.oversight.reporting.tokens import figures_of, value_text
from yifa.wording import Language

Book = Mapping[str, Any]
ROWS_SHOWN = 200


def read_book(path: Path) -> Book:
    """An opened book; the last few are kept. Raises `OSError` and `NotSealed`."""
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Book:
    return opened(path.read_bytes())


@dataclass(frozen=True)
class Line:
    """A figure as a list tells it."""

    id: str
    name: str
    value: str
    earlier: str
    change: str
    origin: str
    open: bool


def topics(book: Book, words: str, only: str, speech: Language) -> list[tuple[str, list[Line]]]:
    """The figures by topic; `words`: only those whose name or id has them; `only`: open, reported or counted ones."""
    values, figures = figures_of(book), {one["id"]: one for one in book["figures"]}
    found = []
    for file in measure_files():
        own = (figures[of.id] for of in file.measures if of.id in figures)
        lines = [_line(one, values[one["id"]], speech) for one in own if _has(one, words) and _is(one, only)]
        if lines:
            found.append((file.title.zh if speech.tag == "zh" else file.title.en, lines))
    return found


def _has(one: Book, words: str) -> bool:
    return not words or words.lower() in f"{one['name']['zh']} {one['name']['en']} {one['id']}".lower()


def _is(one: Book, only: str) -> bool:
    return {
        "open": bool(one["gaps"]),
        "reported": "reported" in one,
        "counted": "reported" not in one,
    }.get(only, True)


def _line(one: Book, value: Any, speech: Language) -> Line:
    change = None
    if "change" in one:
        percent = one["change"]["percent"]
        change = Change(Fraction(one["change"]["difference"]), None if percent is None else Fraction(percent))
    return Line(
        one["id"],
        one["name"][speech.tag],
        value_text(value),
        value_text(value, value.earlier) if value.earlier is not None else "—",
        tell_change(change, one["kind"], speech),
        tell_contributor(one["reported"]["contributor"], speech) if "reported" in one else speech.say("records"),
        bool(one["gaps"]),
    )


def entry(book: Book, id_: str, rows: Path, speech: Language) -> dict[str, Any] | None:
    """A figure with its definition, parts, relations, origin and first rows, in one language; None where not there."""
    one = next((one for one in book["figures"] if one["id"] == id_), None)
    if one is None:
        return None
    return in_one_language(told_entry(one, figures_of(book)[id_], book, rows, public=False), speech)


def in_one_language(told: Mapping[str, Any], speech: Language) -> dict[str, Any]:
    """What is told of a figure in both languages, in one of them."""
    side = 0 if speech.tag == "zh" else 1
    earlier, given = told["earlier"], told["given"]
    return {
        "quoted": None,
        **told,
        "name": told["name"][side],
        "earlier": earlier
        and {"value": earlier["value"], "change": earlier["change"][side], "origin": earlier["origin"][side]},
        "definition": [line[side] for line in told["definition"]],
        "source": told["source"] and told["source"][side],
        "never": told["never"] and told["never"][side],
        "gaps": [gap[side] for gap in told["gaps"]],
        "relations": [
            {**one, "words": one["words"][side], "standing": one["standing"][side]} for one in told["relations"]
        ],
        "given": given and {**given, "office": given["office"][side], "place": given["place"][side]},
    }


def relations(book: Book, speech: Language) -> list[dict[str, Any]]:
    """What is set against what; what does not hold first, then what is open."""
    order = {Standing.BROKEN: 0, Standing.OPEN: 1, Standing.HOLDS: 2}
    found = [_relation(one) for one in book["relations"]]
    return [
        {
            "light": LIGHTS[one.standing].value,
            "sign": SIGNS[one.standing],
            "standing": tell_standing(one.standing, speech),
            "words": tell_sides(one, speech)[0],
            "numbers": tell_sides(one, speech)[1],
            "ids": [*one.left, *one.right],
        }
        for one in sorted(found, key=lambda one: order[one.standing])
    ]


def _relation(one: Book) -> Relation:
    left, right = (None if one[side] is None else Fraction(one[side]) for side in ("left_value", "right_value"))
    return Relation(Kind(one["kind"]), Standing(one["standing"]), tuple(one["left"]), tuple(one["right"]), left, right)


def rows_of(book: Book, id_: str, folder: Path) -> tuple[list[dict[str, str]], int]:
    """The rows behind a figure, so many as a page shows, and how many there are."""
    one = next((one for one in book["figures"] if one["id"] == id_), None)
    if one is None or "rows" not in one:
        return [], 0
    file = folder / one["rows"]["file"]
    if not file.is_file():
        return [], 0
    rows = read_rows(file.read_bytes())
    names = ("number", "organ", "act", "day", "value", "file", "sheet", "row")
    kept = [
        (row[1], row[3], row[5], row[6], _amount(row[7], one), row[8], row[9], row[10]) for row in rows[:ROWS_SHOWN]
    ]
    return [dict(zip(names, row, strict=True)) for row in kept], len(rows)


def _amount(text: str, one: Book) -> str:
    """What a row adds: of an amount in yuan, of which rows keep fen."""
    if not text:
        return ""
    return shown(Fraction(text) / 100) if one["kind"] == "amount" else text


def missing_names(ids: list[str], speech: Language) -> list[str]:
    """The names of measures that nobody counted and nobody gave."""
    return [tell_measure_id(id_, speech) for id_ in ids]
