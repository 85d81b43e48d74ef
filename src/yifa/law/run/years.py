"""The years of each case as occurrences, for duties that are asked each year."""

from __future__ import annotations

from typing import Any

import numpy as np

from yifa.law.catalogue.procedures import YEAR
from yifa.law.run.acts_table import Acts, KindActs
from yifa.law.run.cells import Cells, Numbers, nothing
from yifa.law.run.rows import FIRST_YEAR, LAST_YEAR


def years_of(acts: Acts, as_of: Numbers, asked: tuple[Numbers, Numbers] | None) -> KindActs:
    """The years asked about (cases and years, side by side), and those that acts name, up to the day asked about."""
    pairs: list[tuple[Numbers, Numbers, bool]] = [] if asked is None else [(*asked, False)]
    for kind in acts.kinds.values():
        held = kind.field(YEAR)
        if isinstance(held, Cells) and held.values.dtype != np.bool_:
            named = held.sure & (held.values >= FIRST_YEAR) & (held.values <= LAST_YEAR)
            pairs.append((kind.case[named], held.values[named], True))
    empty = np.zeros(0, dtype=np.int64)
    case = np.concatenate([empty, *(one[0] for one in pairs)])
    year = np.concatenate([empty, *(one[1] for one in pairs)])
    told = np.concatenate([empty, *(np.full(one[0].size, one[2]) for one in pairs)])
    last = last_day(year)
    kept = (told > 0) | (last <= as_of[case])
    _, unique = np.unique((case[kept] << 20) | (year[kept] & 0xFFFFF), return_index=True)
    case, year, last = case[kept][unique], year[kept][unique], last[kept][unique]
    rows = np.arange(case.size)
    ids: list[str | None] = [str(one) for one in year]
    return KindActs(case, Cells(last), nothing(case.size), as_of.size, rows, {YEAR: Cells(year)}, ids)


def last_day(year: Numbers) -> Numbers:
    """31 December of each year, as a day number."""
    first: Any = (year - 1970 + 1).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64)
    found: Numbers = first - 1
    return found
