"""How offices dress their sheets: other headings for the same, a title above, a running number in front.

The same office does it alike in all of its ledgers; most keep the sheets as they were given to them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from demo.city.city import City
from demo.city.sheets import Table
from yifa.law.catalogue.ledgers import LedgerSheet

OTHER_HEADINGS_IN, TITLE_IN, RUNNING_IN = 6, 4, 5
"""One office in so many."""
PERIOD = "（2025年7月—2026年6月）"


def dressed(city: City, office: str, sheet: LedgerSheet, table: Table, *, main: bool) -> Table:
    """The main sheet as this office keeps it; long sheets are kept as they are."""
    if not main:
        return table
    raw = city.draws.named("dressing", office).raw(3)
    if int(raw[0] % np.uint64(OTHER_HEADINGS_IN)) == 0:
        table = replace(table, headings=(_others(sheet, int(raw[0] >> np.uint64(8))),))
    if int(raw[1] % np.uint64(RUNNING_IN)) == 0:
        numbers = np.arange(1, table.rows + 1).astype(str).astype(object)
        table = replace(table, headings=(("序号", *table.headings[0]),), columns=[numbers, *table.columns])
    if int(raw[2] % np.uint64(TITLE_IN)) == 0:
        table = replace(table, above=(f"{office}{table.title}台账{PERIOD}",))
    return table


def _others(sheet: LedgerSheet, turn: int) -> tuple[str, ...]:
    """Another name for every third column that has one which only it has."""
    many = Counter(name for column in sheet.columns for name in (column.zh, *column.also))
    found = []
    for place, column in enumerate(sheet.columns):
        names = [name for name in column.also if many[name] == 1]
        found.append(names[turn % len(names)] if names and (place + turn) % 3 == 0 else column.zh)
    return tuple(found)
