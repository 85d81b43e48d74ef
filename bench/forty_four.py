"""The named workload of forty-four duties: six plain procedures of 2025 with invented cases, some seven acts each.

The duties stand as YAML in `bench/forty_four/`, read as any folder of the corpus is: ten of licences, twenty-six of
penalties, two each of four others. Cases come in the shares said here, are asked about as of 31 March 2026, and nearly
all are closed; about a third break something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from yifa.law.catalogue import calendar
from yifa.law.catalogue.folders import read_folder
from yifa.law.duties.whole import understand
from yifa.law.run.many_cases import ManyEngine
from yifa.law.run.one_case import Engine

PLACE = Path(__file__).parent / "forty_four"
SHARES = {
    "licence": 0.45,
    "penalty": 0.20,
    "disclosure": 0.12,
    "petition": 0.10,
    "summary": 0.08,
    "reconsideration": 0.05,
}
FIRST_DAY, DAYS = 20089, 365
"""Cases begin on the days of 2025, counted from 1970-01-01."""
AS_OF = 20543
"""31 March 2026."""
CHUNK = 100_000
"""Cases made at once."""


class Act(NamedTuple):
    """An act of a course: so many days after another, with a chance; `of` None is the first act."""

    kind: str
    of: str | None = None
    chance: float = 1.0
    least: int = 0
    most: int = 0


COURSES: Mapping[str, tuple[Act, ...]] = {
    "licence": (
        Act("application-received"),
        Act("correction-notice", "application-received", 0.2, 1, 8),
        Act("corrected-material-received", "correction-notice", 0.95, 2, 30),
        Act("application-accepted", "application-received", 0.97, 0, 7),
        Act("test-started", "application-accepted", 0.25, 1, 10),
        Act("test-ended", "test-started", 0.98, 5, 60),
        Act("hearing-noticed", "application-accepted", 0.1, 3, 10),
        Act("hearing-held", "hearing-noticed", 0.98, 6, 20),
        Act("extension-approved", "application-accepted", 0.12, 15, 30),
        Act("decision-made", "application-accepted", 0.97, 3, 32),
        Act("decision-delivered", "decision-made", 0.98, 0, 15),
        Act("decision-published", "decision-made", 0.96, 0, 11),
    ),
    "penalty": (
        Act("clue-received"),
        Act("case-filed", "clue-received", 0.97, 1, 22),
        Act("evidence-preserved", "case-filed", 0.2, 1, 15),
        Act("preserved-handled", "evidence-preserved", 0.97, 2, 11),
        Act("inquiry-made", "case-filed", 0.9, 2, 20),
        Act("test-started", "case-filed", 0.3, 3, 20),
        Act("test-ended", "test-started", 0.98, 5, 40),
        Act("investigation-concluded", "case-filed", 0.96, 20, 60),
        Act("legality-reviewed", "investigation-concluded", 0.4, 1, 6),
        Act("notice-served", "investigation-concluded", 0.97, 2, 10),
        Act("hearing-requested", "notice-served", 0.1, 1, 8),
        Act("hearing-noticed", "hearing-requested", 0.97, 1, 6),
        Act("hearing-held", "hearing-noticed", 0.97, 7, 16),
        Act("discussed", "investigation-concluded", 0.4, 6, 20),
        Act("extension-approved", "case-filed", 0.1, 60, 88),
        Act("decision-made", "notice-served", 0.97, 6, 40),
        Act("decision-served", "decision-made", 0.98, 0, 10),
        Act("decision-published", "decision-made", 0.96, 0, 11),
        Act("fine-paid", "decision-served", 0.95, 1, 18),
        Act("case-closed", "fine-paid", 0.97, 1, 22),
    ),
    "summary": (Act("on-spot-decision"), Act("decision-filed", "on-spot-decision", 0.97, 0, 4)),
    "disclosure": (
        Act("request-received"),
        Act("opinion-asked", "request-received", 0.2, 2, 10),
        Act("opinion-received", "opinion-asked", 0.97, 3, 20),
        Act("extension-approved", "request-received", 0.15, 10, 27),
        Act("reply-made", "request-received", 0.98, 5, 35),
    ),
    "reconsideration": (
        Act("application-received"),
        Act("application-accepted", "application-received", 0.95, 1, 8),
        Act("suspended", "application-accepted", 0.1, 5, 30),
        Act("resumed", "suspended", 0.95, 10, 60),
        Act("extension-approved", "application-accepted", 0.15, 40, 59),
        Act("decision-made", "application-accepted", 0.97, 25, 75),
    ),
    "petition": (
        Act("letter-registered"),
        Act("acceptance-told", "letter-registered", 0.97, 1, 18),
        Act("handled", "acceptance-told", 0.97, 15, 66),
    ),
}
FIELDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "licence": {
        "officers": ("application-accepted", "hearing-held", "decision-made"),
        "approver": ("extension-approved", "decision-made"),
        "fee": ("decision-made",),
        "pass": ("decision-made",),
    },
    "penalty": {
        "officers": ("case-filed", "inquiry-made"),
        "approver": ("case-filed", "evidence-preserved", "extension-approved", "decision-made"),
        "reviewer": ("legality-reviewed",),
        "chair": ("hearing-held",),
        "fine": ("decision-made",),
        "large": ("decision-made",),
        "facts_told": ("notice-served",),
        "basis_told": ("notice-served",),
        "rights_told": ("notice-served",),
    },
    "summary": {"fine": ("on-spot-decision",)},
    "disclosure": {"approver": ("extension-approved",)},
    "reconsideration": {"approver": ("extension-approved",)},
    "petition": {},
}
OFFICERS = [f"officer-{number}" for number in range(2_000)]
APPROVERS = ["head", "deputy", "clerk"]


@dataclass(frozen=True)
class Workload:
    """One procedure of the workload, for many cases and for one."""

    name: str
    many: ManyEngine
    one: Engine


@cache
def workload(name: str) -> Workload:
    """A procedure of the workload, understood."""
    whole = understand(read_folder(PLACE / name))
    one = Engine(whole, calendar())
    return Workload(name, ManyEngine(whole, calendar(), one), one)


def chunks(name: str, cases: int, seed: int = 44) -> Iterator[tuple[pa.Table, pa.Table]]:
    """Tables of acts and of cases, some at a time, in the order of keys; the same every time."""
    for number, first in enumerate(range(0, cases, CHUNK)):
        many = min(CHUNK, cases - first)
        random = np.random.default_rng([seed, list(SHARES).index(name), number])
        yield _acts(name, first, many, random), pa.table({"case": pa.array(np.arange(first, first + many))})


def _acts(name: str, first: int, many: int, random: np.random.Generator) -> pa.Table:
    days: dict[str, Any] = {}
    for act in COURSES[name]:
        if act.of is None:
            days[act.kind] = FIRST_DAY + random.integers(0, DAYS, many)
            continue
        day = days[act.of] + random.integers(act.least, act.most + 1, many)
        there = (days[act.of] > 0) & (random.random(many) < act.chance) & (day <= AS_OF)
        days[act.kind] = np.where(there, day, 0)
    kinds = [act.kind for act in COURSES[name]]
    case = np.concatenate([np.flatnonzero(days[kind]) for kind in kinds])
    kind = np.concatenate([np.full(np.count_nonzero(days[one]), place) for place, one in enumerate(kinds)])
    day = np.concatenate([days[one][days[one] > 0] for one in kinds])
    order = np.lexsort((kind, day, case))
    case, kind, day = case[order], kind[order], day[order]
    columns = {
        "case": pa.array(case + first),
        "act": pa.DictionaryArray.from_arrays(pa.array(kind.astype(np.int32)), pa.array(kinds)),
        "day": pa.array(day.astype(np.int32)),
    }
    for field, acts in FIELDS[name].items():
        has = np.isin(kind, [kinds.index(act) for act in acts])
        columns[f"field.{field}"] = _field(field, has, random)
    return pa.table(columns)


def _field(field: str, has: Any, random: np.random.Generator) -> Any:
    many = has.size
    if field in ("fine", "fee"):
        if field == "fee":
            held = np.where(random.random(many) < 0.03, 5_000, 0)
        else:
            held = random.choice([5_000, 20_000, 90_000, 3_000_000], many, p=[0.4, 0.4, 0.17, 0.03])
        return pa.array(held, mask=~has)
    if field == "approver":
        codes = random.choice(3, many, p=[0.6, 0.37, 0.03])
        return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32), mask=~has), pa.array(APPROVERS))
    if field in ("reviewer", "chair"):
        codes = random.integers(0, len(OFFICERS), many)
        return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32), mask=~has), pa.array(OFFICERS))
    if field == "officers":
        each = np.where(has, np.where(random.random(many) < 0.02, 1, 2), 0)
        edges = pa.array(np.concatenate(([0], np.cumsum(each))).astype(np.int32), mask=np.append(~has, False))
        codes = random.integers(0, len(OFFICERS), int(each.sum()))
        names = pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(OFFICERS))
        return pa.ListArray.from_arrays(edges, names.cast(pa.string()))
    return pa.array(random.random(many) < (0.3 if field == "large" else 0.97), mask=~has)
