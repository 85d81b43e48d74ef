"""The report as a page: the text as it prints, every number opening what it means, how it adds up, where it comes from.

One file. What opens is in the page and is opened by its own link, so that it can be read, searched and printed without
scripts; these only change the language. A figure of the book shows its definition, last year's value, its parts by
organ, what it is set against and the first rows behind it, or the file, sheet, cell, person and day it was given with.
On the page of the cut that is published no rows and no persons stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yifa.interfaces.book_telling import Pair, both, told_entry
from yifa.interfaces.leaflets.both_languages import two
from yifa.interfaces.leaflets.leaf import compose
from yifa.interfaces.leaflets.report_words import COUNTED, SAID
from yifa.interfaces.leaflets.said import dictionary
from yifa.interfaces.report_telling import light_of_point, sign_of_point, tell_cut, tell_point
from yifa.oversight.reporting.checking import Point
from yifa.oversight.reporting.cuts import Cut, Withheld
from yifa.oversight.reporting.laid_out import LaidOut, Piece, Run
from yifa.oversight.reporting.sources import Sources
from yifa.oversight.reporting.tokens import figures_of
from yifa.wording import CHINESE, ENGLISH, language

SCRIPTS = ("speech", "dom", "placed", "report")
"""The scripts in the order in which they build on one another."""
STYLES = ("ground", "report", "report-media")
ZH, EN = language(CHINESE), language(ENGLISH)
_TAGS = {"part": "h2", "chapter": "h3", "item": "h4", "attachment": "h2"}
PLACES = 12
"""So many places of one number are named."""
_QUOTED = 30
"""Characters of a contributor's paragraph on either side of the number that are shown."""

Points = Sequence[tuple[Point, Point]]
"""What a check found, told in Chinese and in English."""


def render(
    of: LaidOut,
    book: Mapping[str, Any],
    rows: Path,
    *,
    sources: Sources | None = None,
    seal: str = "",
    points: Points = (),
    withheld: Sequence[Withheld] = (),
    lang: str = CHINESE,
) -> str:
    """The page, as the text of one HTML file, the same in both languages; `lang` is shown first.

    `rows`: the folder the book names its rows in; on the page of the working copy stand `points`, what a check found,
    and `withheld`, what the cut that is published leaves out.
    """
    numbers = _Numbers()
    pieces = [numbers.piece(one) for one in of.pieces]
    entries = list(_entries(numbers, of, book, rows, sources))
    return compose(
        "report.html",
        SCRIPTS,
        STYLES,
        speech=ZH,
        data={"lang": lang, "messages": dictionary(SAID, COUNTED, (), ZH)},
        title=of.title,
        cut=both(lambda speech: tell_cut(of.cut, speech)),
        number=of.issue.number,
        pieces=pieces,
        entries=entries,
        counts=_counts(entries),
        points=[_point(zh, en) for zh, en in points],
        withheld=withheld,
        seal=seal,
        most=PLACES,
        two=two,
    )


@dataclass
class _Number:
    """One number in the text: its own id, and that of what it opens."""

    text: str
    id: str = ""
    opens: str = ""
    mark: bool = False


class _Numbers:
    """Counts the numbers of the text through, and knows where each token stands."""

    def __init__(self) -> None:
        self.places: dict[str, list[str]] = {}
        self.order: dict[str, str] = {}

    def piece(self, one: Piece) -> dict[str, Any]:
        """A piece with its numbers."""
        return {
            "setting": one.setting,
            "tag": _TAGS.get(one.setting, "p"),
            "runs": self.runs(one.runs),
            "rows": [[self.runs(cell) for cell in row] for row in one.rows],
        }

    def runs(self, runs: Sequence[Run]) -> list[_Number]:
        """Runs; those of the book and of offices open something."""
        return [self.run(run) for run in runs]

    def run(self, run: Run) -> _Number:
        """A run; a year opens nothing."""
        if not run.tag or run.tag.endswith("年度"):
            return _Number(run.text, mark=run.mark)
        key = run.tag if run.tag.startswith("@") else run.tag.partition(".")[0]
        opens = self.order.setdefault(key, f"f{len(self.order) + 1}")
        places = self.places.setdefault(key, [])
        own = f"n{sum(map(len, self.places.values())) + 1}"
        places.append(own)
        return _Number(run.text, own, opens)


NOTHING_TOLD: dict[str, Any] = {
    "value": "",
    "earlier": None,
    "definition": [],
    "source": None,
    "law": "",
    "never": None,
    "gaps": [],
    "parts": [],
    "more_parts": 0,
    "relations": [],
    "given": None,
    "count": None,
    "rows": [],
    "quoted": None,
    "id_": "",
}
"""What is told of a number that is of no figure."""
"""What an entry shows of which nothing is known."""


def _entries(
    numbers: _Numbers, of: LaidOut, book: Mapping[str, Any], rows: Path, sources: Sources | None
) -> Iterator[dict[str, Any]]:
    figures, values = {one["id"]: one for one in book["figures"]}, figures_of(book)
    for key, id_ in numbers.order.items():
        shared = {**NOTHING_TOLD, "id": id_, "places": numbers.places[key]}
        if not key.startswith("@"):
            yield {**shared, **told_entry(figures[key], values[key], book, rows, public=of.cut is Cut.PUBLIC)}
        elif (told := quoted(key, sources, public=of.cut is Cut.PUBLIC)) is not None:
            yield {**shared, **told}
        else:
            name = key[1:].partition("#")[0]
            yield {**shared, "quoted": {"before": "", "words": "", "after": ""}, "name": (name, name)}


def quoted(key: str, sources: Sources | None, *, public: bool) -> dict[str, Any] | None:
    """A number that an office wrote, in the words around it."""
    name, _, place = key[1:].rpartition("#")
    number = sources.quoted(name, int(place)) if sources else None
    if sources is None or number is None:
        return None
    material = sources.materials[number.paragraph]
    own = [one for one in sources.numbers[name][: int(place)] if one.paragraph == number.paragraph]
    start = 0
    for one in own:
        start = material.text.find(one.words, start) + len(one.words)
    begin, wide = start - len(number.words), _QUOTED
    given = {
        "office": (name, name),
        "file": material.file,
        "place": ("", ""),
        "person": "" if public else material.person,
        "reviewer": "" if public else material.reviewer,
        "day": material.day,
        "source": "",
    }
    return {
        "name": (name, name),
        "value": number.words,
        "given": given,
        "quoted": {
            "before": ("…" if begin > wide else "") + material.text[max(0, begin - wide) : begin],
            "words": number.words,
            "after": material.text[start : start + wide] + ("…" if len(material.text) > start + wide else ""),
        },
    }


def _counts(entries: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    quoted = sum(one["quoted"] is not None for one in entries)
    given = sum(one["quoted"] is None and one["given"] is not None for one in entries)
    return {
        "all": len(entries),
        "quoted": quoted,
        "given": given,
        "records": len(entries) - quoted - given,
        "open": sum(bool(one.get("gaps")) for one in entries),
    }


def _point(zh: Point, en: Point) -> dict[str, Any]:
    words: Pair = (tell_point(zh, ZH), tell_point(en, EN))
    return {"light": light_of_point(zh).value, "sign": sign_of_point(zh), "words": words, "key": zh.key}
