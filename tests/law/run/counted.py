"""Random records for the tests of figures, and a plain count of them: loops over lists, sharing nothing with it.

A record is a case with its organ and a list of acts; an act is (kind, day or None, fields). A blank field is None, and
one that is not there is blank too.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

import pyarrow as pa

START = date(2023, 10, 1)
EPOCH = date(1970, 1, 1)
ORGANS = ("qp-market", "qp-justice", "wc-traffic", None)


@dataclass
class Record:
    case: str
    organ: str | None
    acts: list = field(default_factory=list)

    def of(self, kind):
        return [act for act in self.acts if act[0] == kind]


def number(day):
    return None if day is None else (day - EPOCH).days


def month(day):
    return day.year * 12 + day.month - 1


def records(seed, kinds, *, cases=60, blanks=0.15):
    """Cases with acts of some kinds; `kinds`: kind → field → values it may have."""
    of = random.Random(seed)
    found = []
    for place in range(cases):
        record = Record(f"c{place:04}", of.choice(ORGANS))
        for kind, fields in kinds.items():
            for _ in range(of.choice((0, 0, 1, 1, 1, 2, 3))):
                day = None if of.random() < blanks / 2 else START + timedelta(days=of.randrange(700))
                held = {name: None if of.random() < blanks else of.choice(values) for name, values in fields.items()}
                record.acts.append((kind, day, held))
        of.shuffle(record.acts)
        found.append(record)
    return found


def tables(found, types):
    """The records as the tables that are counted; `types`: field → Arrow type."""
    acts = [(record.case, *act) for record in found for act in record.acts]
    columns = {
        "case": pa.array([one[0] for one in acts], pa.string()),
        "act": pa.array([one[1] for one in acts], pa.string()),
        "day": pa.array([number(one[2]) for one in acts], pa.int32()),
    }
    for name, type_ in types.items():
        columns[f"field.{name}"] = pa.array([one[3].get(name) for one in acts], type_)
    cases = pa.table(
        {
            "case": pa.array([record.case for record in found], pa.string()),
            "organ": pa.array([record.organ for record in found], pa.string()),
        }
    )
    return pa.table(columns), cases


def count_each(found, kind, holds=lambda act, record: True, value=None):
    """By (organ, month): how many hold, how many are open, their sum, how many of those are blank."""
    sums = {}
    for record in found:
        for act in record.of(kind):
            add(sums, record, act[1], holds(act, record), None if value is None else value(act, record), value)
    return sums


def count_once(found, kind, holds=lambda act, record: True, value=None):
    """The same, each case once: its earliest act that holds for sure, else its earliest that may."""
    sums = {}
    for record in found:
        judged = [(holds(act, record), act) for act in record.of(kind)]
        for wanted in (True, None):
            among = [act for told, act in judged if told is wanted]
            if among:
                dated = [act for act in among if act[1] is not None]
                act = min(dated, key=lambda one: one[1]) if dated else among[0]
                add(sums, record, act[1], wanted, None if value is None else value(act, record), value)
                break
    return sums


def add(sums, record, day, told, amount, value):
    if told is False:
        return
    key = record.organ or "", None if day is None else month(day)
    n, unknown, total, blank = sums.get(key, (0, 0, 0, 0))
    if told is None:
        sums[key] = n, unknown + 1, total, blank
    elif value is not None and amount is None:
        sums[key] = n + 1, unknown, total, blank + 1
    else:
        sums[key] = n + 1, unknown, total + (amount or 0), blank


def in_hand(found, since, until, day):
    """How many cases are in hand at the end of a day, and of how many it is open, whatever their organ."""
    sure = unknown = 0
    for record in found:
        came = [act[1] for act in record.acts if act[0] in since]
        went = [act[1] for act in record.acts if act[0] in until]
        if not came:
            continue
        if None in came or None in went:
            unknown += 1
        elif min(came) <= day and not (went and max(min(came), min(went)) <= day):
            sure += 1
    return sure, unknown
