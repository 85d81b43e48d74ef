"""The ledgers of one procedure: all of its cases told, numbered, written row by row, and what was planted in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from demo.city.city import City, cast
from demo.city.days import number
from demo.city.filling import Rows, Written, fill, joined
from demo.city.habits import Habits
from demo.city.layouts import Layout, layout
from demo.city.matters import matters
from demo.city.places import MERGED_ON
from demo.city.recipes import Recipe
from demo.city.scene import Told
from demo.city.stories import Story

SHORT_IN = 30
"""One row in so many calls its organ by a short name."""
WORD = {
    "penalty-ordinary": "罚",
    "penalty-simple": "当罚",
    "licence": "许",
    "inspection": "检",
    "coercive-measure": "强",
    "enforcement": "执",
    "reconsideration": "复",
    "litigation": "诉",
    "disclosure": "公开",
    "criminal-transfer": "移",
    "credit": "信",
    "publication": "公",
    "qualification": "资",
    "petition": "访",
    "mediation": "调",
}
SHORT = {
    "market": "市监",
    "police": "公",
    "transport": "交",
    "agriculture": "农",
    "urban": "城管",
    "licensing": "审",
    "emergency": "应急",
    "environment": "环",
    "culture": "文旅",
    "health": "卫健",
    "labour": "人社",
    "land": "自然资",
    "justice": "司",
    "government": "政",
    "city-government": "政",
    "zone": "高新",
    "township": "镇",
}


@dataclass(frozen=True)
class Answer:
    """What is right for one case: a duty planted, something the record leaves open, or a row that cannot be read."""

    kind: str
    procedure: str
    organ: str
    organ_name: str
    number: str
    duty: str = ""
    subject: str = ""
    finding: str = ""
    what: str = ""


@dataclass(frozen=True)
class Ledgers:
    """All cases of one procedure: for every sheet its rows, sorted; `organ`, `start` and `number` of every case."""

    layout: Layout
    organ: np.ndarray
    start: np.ndarray
    number: np.ndarray
    planted: np.ndarray
    sheets: tuple[Rows, ...]
    answers: tuple[Answer, ...]


def recipes_of(procedure: str, recipes: Sequence[Recipe]) -> tuple[Recipe, ...]:
    """The recipes whose breach a full ledger of the procedure can show at all."""
    held = layout(procedure)
    return () if held is None else tuple(one for one in recipes if all(held.carries(name) for name in one.touches))


def ledgers(city: City, procedure: str, volumes: Sequence[tuple[Story | Recipe, int]]) -> Ledgers:
    """Tell all cases of a procedure and write their rows."""
    held = layout(procedure)
    if held is None:
        raise ValueError(f"{procedure} has no ledger")
    told = [one for one in (cast(city, what, many) for what, many in volumes) if one.size]
    organ = np.concatenate([one.organ for one in told])
    start = np.concatenate([_start(one) for one in told])
    party = np.concatenate([one.party for one in told])
    planted = np.concatenate([np.full(one.size, one.story.weight == 0) for one in told])
    numbers = case_numbers(city, procedure, organ, start)
    habits = Habits(len(city.places.organs), city.draws.named("habits"), serial=city.scale != "province")
    written = Written(held, habits, city.people, city.parties)
    parts: list[list[Rows]] = [[] for _ in held.sheets]
    first = 0
    for one in told:
        for place, rows in enumerate(fill(written, one, first)):
            parts[place] += rows
        first += one.size
    sheets = tuple(joined(rows, len(held.sheets[place].columns)) for place, rows in enumerate(parts))
    order = np.lexsort((np.arange(organ.size), start, organ))
    place_of = np.empty(organ.size, dtype=np.int64)
    place_of[order] = np.arange(organ.size)
    sheets = tuple(_sorted(rows, place_of) for rows in sheets)
    _shown(city, held, sheets, organ, party, start, numbers, procedure)
    return Ledgers(held, organ, start, numbers, planted, sheets, tuple(_answers(city, procedure, told, numbers)))


def _start(told: Told) -> np.ndarray:
    """The day of the step that the number goes by; where that has not happened, of the earliest step that has."""
    day = np.full(told.size, number("2036-01-01"))
    for act in told.acts:
        day = np.where(act.there, np.minimum(day, act.day), day)
    named = next((act for act in told.acts if act.label == told.story.numbered), None)
    return day if named is None else np.where(named.there, named.day, day)


def _sorted(rows: Rows, place_of: np.ndarray) -> Rows:
    order = np.argsort(place_of[rows.case], kind="stable")
    return Rows(rows.case[order], {place: cells[order] for place, cells in rows.columns.items()})


def case_numbers(city: City, procedure: str, organ: np.ndarray, start: np.ndarray) -> np.ndarray:
    """One number a case, counted for each organ and year in the order of time: 青市监罚〔2025〕18号."""
    year = start.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    order = np.lexsort((np.arange(organ.size), start, organ))
    key = organ[order] * 10_000 + year[order]
    begins = np.concatenate(([True], key[1:] != key[:-1]))
    since = np.maximum.accumulate(np.where(begins, np.arange(key.size), 0))
    count = np.arange(key.size) - since + 1
    heads = [f"{_short(city, one)}{WORD.get(procedure, '案')}" for one in range(len(city.places.organs))]
    found = np.empty(organ.size, dtype=object)
    found[order] = [
        f"{heads[one]}〔{when}〕{nth}号"
        for one, when, nth in zip(organ[order].tolist(), year[order].tolist(), count.tolist(), strict=True)
    ]
    return found


def _short(city: City, organ: int) -> str:
    one = city.places.organs[organ]
    head = "".join(part[0] for part in one.place.replace("市", "市 ").split())
    own = one.name.removeprefix(one.place)[:2] if one.sector == "township" else SHORT.get(one.sector, "")
    return f"{head}{own}"


def _shown(
    city: City,
    held: Layout,
    sheets: tuple[Rows, ...],
    organ: np.ndarray,
    party: np.ndarray,
    start: np.ndarray,
    numbers: np.ndarray,
    procedure: str,
) -> None:
    """Numbers, organs and what people look for: names, codes, what it was about."""
    names = np.array([one.name for one in city.places.organs], dtype=object)
    other = np.array([one.was[0] if one.was else one.name for one in city.places.organs], dtype=object)
    merged = np.array([one.sector == "culture" for one in city.places.organs])
    for sheet, rows in zip(held.sheets, sheets, strict=True):
        case = rows.case
        for place, column in enumerate(sheet.columns):
            if column.key == "case":
                rows.columns[place] = numbers[case]
            elif column.key == "organ":
                short = city.draws.named("short names", procedure).raw(case.size) % np.uint64(SHORT_IN) == 0
                old = np.where(merged[organ[case]], start[case] < MERGED_ON, short)
                rows.columns[place] = np.where(old, other[organ[case]], names[organ[case]])
            elif column.shows == "name":
                rows.columns[place] = city.parties.names(party[case])
            elif column.shows == "credit-code":
                rows.columns[place] = city.parties.codes(party[case])
            elif column.shows == "text" and "备注" not in column.zh:
                rows.columns[place] = matters(city, procedure, organ[case], column.example or column.zh, case)


def _answers(city: City, procedure: str, told: Sequence[Told], numbers: np.ndarray) -> Iterator[Answer]:
    first = 0
    for one in told:
        if one.story.weight == 0:
            for case in range(one.size):
                office = city.places.organs[int(one.organ[case])]
                said = (procedure, office.id, office.name, str(numbers[first + case]))
                for planted in one.planted:
                    yield Answer("planted", *said, planted.duty, planted.subject, planted.kind, one.story.name)
                if one.kind == "unknown":
                    yield Answer("unknown", *said, what=one.story.name)
                elif not one.planted:
                    yield Answer("lawful", *said, what=one.story.name)
        first += one.size
