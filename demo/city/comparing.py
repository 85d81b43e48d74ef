"""Planted beside found: the sheet of answers of a city, and the findings of a check-up of its ledgers.

What a ledger cannot decide, for want of a column or of the ledger itself, is counted apart: `undecidable`. A case whose
row cannot be read, or that the record leaves open, may have no finding but what is said there.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

ANSWERS = "答案.csv"
UNKNOWN = "unknown"


class Point(NamedTuple):
    """One duty of one case: what is planted and what is found is the same where these are."""

    procedure: str
    organ: str
    number: str
    duty: str
    act: str
    kind: str


@dataclass
class Tally:
    """What came of one procedure."""

    planted: int = 0
    found: int = 0
    missed: int = 0
    more: int = 0
    undecidable: int = 0


@dataclass
class Compared:
    """Planted beside found, by procedure; `missed` and `more` name what differs, with the recipe it comes from."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[tuple[Point, str]] = field(default_factory=list)
    more: list[tuple[Point, str]] = field(default_factory=list)

    @property
    def whole(self) -> Tally:
        """All procedures together."""
        every = Tally()
        for one in self.tallies.values():
            for name in ("planted", "found", "missed", "more", "undecidable"):
                setattr(every, name, getattr(every, name) + getattr(one, name))
        return every

    @property
    def recall(self) -> float:
        """Of what was planted and can be decided, the share that was found."""
        whole = self.whole
        return whole.found / (whole.found + whole.missed) if whole.found + whole.missed else 1.0

    @property
    def precision(self) -> float:
        """Of what was found, the share that was planted."""
        whole = self.whole
        return whole.found / (whole.found + whole.more) if whole.found + whole.more else 1.0


@dataclass
class _Answers:
    planted: Counter[Point] = field(default_factory=Counter)
    what: dict[tuple[str, str, str], str] = field(default_factory=dict)
    kinds: dict[tuple[str, str, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def compare(folder: Path, findings: Path) -> Compared:
    """Compare the answers of a city's folder with a `findings.json`; raises ValueError where it is not one."""
    answers = _answers(folder / ANSWERS)
    held = json.loads(findings.read_text("utf-8"))
    if not isinstance(held, dict) or not str(held.get("schema", "")).startswith("yifa.findings/"):
        raise ValueError(str(findings))
    found = Counter(_point(one) for one in held["findings"])
    compared = Compared()
    for point, many in answers.planted.items():
        tally = compared.tallies[point.procedure]
        if not _decidable(held, point):
            tally.undecidable += many
            continue
        there = min(many, found[point])
        tally.planted += many
        tally.found += there
        tally.missed += many - there
        compared.missed += [(point, answers.what[point[:3]])] * (many - there)
    for point, many in (found - answers.planted).items():
        kinds = answers.kinds.get(point[:3], set())
        if point.kind == UNKNOWN and kinds & {"unknown", "open"}:
            continue
        compared.tallies[point.procedure].more += many
        compared.more += [(point, answers.what.get(point[:3], ""))] * many
    _open(answers, found, held, compared)
    return compared


def _open(answers: _Answers, found: Counter[Point], held: Any, compared: Compared) -> None:
    """Where the record leaves something open on purpose, the check-up says so somewhere in that case."""
    said = {point[:3] for point in found if point.kind == UNKNOWN}
    for case, kinds in answers.kinds.items():
        if "unknown" in kinds:
            point = Point(*case, "*", "", UNKNOWN)
            tally = compared.tallies[point.procedure]
            if case in said:
                tally.planted += 1
                tally.found += 1
            elif not _decidable(held, point) or _lacking(held, point):
                tally.undecidable += 1
            else:
                tally.planted += 1
                tally.missed += 1
                compared.missed.append((point, answers.what[case]))


def _answers(path: Path) -> _Answers:
    answers = _Answers()
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            case = (row["procedure"], row["organ"], row["number"])
            answers.what[case] = row["what"]
            answers.kinds[case].add(row["kind"])
            if row["kind"] == "planted":
                answers.planted[Point(*case, row["duty"], row["subject"].partition("#")[0], row["finding"])] += 1
    return answers


def _point(one: dict[str, Any]) -> Point:
    kind = one["class"] if one["outcome"] != UNKNOWN and one["class"] else UNKNOWN
    act = str(one["subject"]).partition("#")[0]
    return Point(one["procedure"], one["organ"] or "", str(one["number"]), one["duty"], act, kind)


def _decidable(held: dict[str, Any], point: Point) -> bool:
    """Whether the organ's ledger is there and nothing it lacks leaves this duty open."""
    files = _files(held).get((point.procedure, point.organ))
    return bool(files) and not any((point.procedure, file, point.duty) in _silent(held) for file in files or ())


def _lacking(held: dict[str, Any], point: Point) -> bool:
    """Whether the organ's ledger lacks columns at all: what is left open may lie where it tells nothing."""
    files = _files(held).get((point.procedure, point.organ), set())
    return any(one["sufficiency"]["not_decidable"] for one in held["ledgers"] if one["file"] in files)


def _files(held: dict[str, Any]) -> dict[tuple[str, str], set[str]]:
    if "_files" not in held:
        files: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one in held["ledgers"]:
            for organ in one["reach"]:
                files[one["procedure"], organ].add(one["file"])
        held["_files"] = files
    return held["_files"]  # type: ignore[no-any-return]


def _silent(held: dict[str, Any]) -> set[tuple[str, str, str]]:
    if "_silent" not in held:
        silent = {(one["procedure"], one["file"], one["duty"]) for one in held["coverage"]}
        for one in held["ledgers"]:
            silent |= {(one["procedure"], one["file"], duty) for duty in one["sufficiency"]["not_decidable"]}
        held["_silent"] = silent
    return held["_silent"]  # type: ignore[no-any-return]
