"""Measures the reader against the gold: precision and reach of figures, usable subjects, measures.

    .venv/bin/python -m tests.reader.measure_gold            one line per text
    .venv/bin/python -m tests.reader.measure_gold --faults   every figure that differs

A figure is right when it lies over the gold's place and has its value, unit and kind, or what the gold calls as
right. Its subject is usable when subject or act tells what the gold marks: for 审结96件 the gold marks the act, the
reader carries the noun over and gives the act beside it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from yifa.reader.figures import find_numbers
from yifa.reader.reading import COUNTING_KINDS, Extract, Figure, Prepared
from yifa.reader.subjects import give_subjects
from yifa.reader.text import prepare
from yifa.reader.text.script import to_simplified
from yifa.wording import language

GOLD = Path(__file__).parent / "gold"
REPORTS = Path(os.environ.get("YIFA_REPORTS", Path(__file__).parents[2].parent / "shared" / "reports"))
SCORED = frozenset(kind.value for kind in COUNTING_KINDS)
_NOTHING = re.compile(r"[\s“”‘’\"'《》()（）、，,|]+")


@dataclass
class Score:
    """Counts of one text, or of several together."""

    name: str
    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0
    usable: int = 0
    unusable: int = 0
    measure_right: int = 0
    measure_wrong: int = 0
    measure_left_out: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def subjects(self) -> float:
        return self.usable / max(1, self.usable + self.unusable)

    def add(self, other: Score) -> None:
        """Take in the counts of another text."""
        for name, value in vars(other).items():
            if isinstance(value, int):
                setattr(self, name, getattr(self, name) + value)

    def line(self) -> str:
        return (
            f"{self.name:32} precision {self.precision:.4f} ({self.wrong} wrong)  recall {self.recall:.4f} ("
            f"{self.missed} missed "
            f"of {self.found + self.missed})  subjects {self.subjects:.3f} ({self.unusable} not usable)  "
            f"measures {self.measure_right} right {self.measure_wrong} wrong {self.measure_left_out} left out"
        )


def read(text: str) -> tuple[Prepared, tuple[Figure, ...]]:
    """A text through the stages up to subjects."""
    prepared = prepare(Extract("gold", text, "txt"), speech=language("en"))
    return prepared, give_subjects(prepared, find_numbers(prepared))


def published() -> Iterator[Score]:
    """The published reports of `YIFA_REPORTS` that there is gold for."""
    for path in sorted(REPORTS.glob("*.txt")) if REPORTS.is_dir() else []:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        gold = GOLD / f"{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
        if gold.exists():
            yield _scored(gold.stem, text, json.loads(gold.read_text(encoding="utf-8"))["figures"])


def clauses(name: str) -> Score:
    """A file of invented clauses, each read alone."""
    total = Score(name)
    for one in YAML(typ="safe").load((GOLD / f"{name}.yaml").read_text(encoding="utf-8"))["clauses"]:
        text = one["clause"]
        gold = [
            {
                **figure,
                "start": figure["at"],
                "end": figure["at"] + len(figure["text"]),
                "optional": figure.get("optional") or figure.get("unit_elsewhere"),
            }
            for figure in one.get("figures") or []
        ]
        score = _scored(name, text, gold)
        total.add(score)
        total.faults += score.faults
    return total


def _scored(name: str, text: str, gold: list[dict[str, Any]]) -> Score:
    score = Score(name)
    prepared, figures = read(text)
    ours = [figure for figure in figures if figure.kind in COUNTING_KINDS]
    for figure in ours:
        over = [one for one in gold if one["start"] < figure.end and figure.start < one["end"]]
        if any(_same(figure, one) and one["kind"] in SCORED for one in over):
            score.right += 1
        elif not any(one.get("optional") for one in over):
            score.wrong += 1
            score.faults.append(f"wrong   {_told(text, figure.start, figure.end)} as {_ours(figure)}")
    for one in gold:
        over = [figure for figure in ours if one["start"] < figure.end and figure.start < one["end"]]
        hit = next((figure for figure in over if _same(figure, one)), None)
        if one["kind"] not in SCORED:
            continue
        if hit is not None:
            _judge(score, text, prepared, hit, one)
        if one.get("optional"):
            continue
        if hit is None:
            score.missed += 1
            score.faults.append(
                f"missed  {_told(text, one['start'], one['end'])} {one['value']} {one['unit']} {one['kind']}"
            )
        else:
            score.found += 1
    return score


def _judge(score: Score, text: str, prepared: Prepared, figure: Figure, gold: dict[str, Any]) -> None:
    """Whether the subject is usable, and whether the measure is the gold's."""
    subject = gold.get("subject")
    if subject is not None:
        words = subject if isinstance(subject, str) else _viewed(prepared, *subject)
        if usable(figure.subject, words) or usable(figure.predicate, words):
            score.usable += 1
        else:
            score.unusable += 1
            place = _told(text, gold["start"], gold["end"])
            score.faults.append(f"subject {place}: {figure.subject} ({figure.predicate}) for {words}")
    if gold.get("measure"):
        if figure.measure is None:
            score.measure_left_out += 1
        elif figure.measure == gold["measure"]:
            score.measure_right += 1
        else:
            score.measure_wrong += 1
            place = _told(text, gold["start"], gold["end"])
            score.faults.append(f"measure {place}: {figure.measure} for {gold['measure']}")


def usable(ours: str | None, gold: str) -> bool:
    """Whether words tell the same as the gold's: one holds the other, or they share most of the shorter."""
    if not ours:
        return False
    mine, theirs = _NOTHING.sub("", ours), _NOTHING.sub("", to_simplified(gold))
    if mine in theirs or theirs in mine:
        return True
    shared = max(
        (
            size
            for size in range(1, len(mine) + 1)
            for at in range(len(mine) - size + 1)
            if mine[at : at + size] in theirs
        ),
        default=0,
    )
    return shared >= max(2, min(len(mine), len(theirs)) / 2)


def _viewed(prepared: Prepared, start: int, end: int) -> str:
    """A span of the extracted text as it stands in the view."""
    origin = prepared.view.origin
    return prepared.view.text[bisect_left(origin, start) : bisect_left(origin, end)]


def _same(figure: Figure, gold: dict[str, Any]) -> bool:
    if gold["value"] is not None:
        if figure.value != Decimal(gold["value"]):
            return False
        to = gold.get("value_to")
        if (figure.value_to is None) != (to is None) or (to is not None and figure.value_to != Decimal(to)):
            return False
    return figure.unit in {gold["unit"], *_several(gold, "unit_also")} and figure.kind.value in {
        gold["kind"],
        *_several(gold, "kind_also"),
    }


def _several(gold: dict[str, Any], key: str) -> list[str | None]:
    found = gold.get(key)
    return found if isinstance(found, list) else [found] if key in gold else []


def _told(text: str, start: int, end: int) -> str:
    around = f"{text[max(0, start - 16) : start]}【{text[start:end]}】{text[end : end + 12]}"
    return around.replace("\n", "/")


def _ours(figure: Figure) -> str:
    return (
        f"{figure.value}{f'..{figure.value_to}' if figure.value_to is not None else ''} {figure.unit} "
        f"{figure.kind.value}"
    )


def main() -> None:
    """Print the scores."""
    total = Score("published, all")
    scores = list(published())
    for score in scores:
        total.add(score)
    for score in [*scores, total, *map(clauses, ("demo_county_2023", "demo_city_2024", "styles", "voices"))]:
        sys.stdout.write(f"{score.line()}\n")
        if "--faults" in sys.argv:
            sys.stdout.writelines(f"    {fault}\n" for fault in score.faults)


if __name__ == "__main__":
    main()
