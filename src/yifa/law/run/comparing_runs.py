"""Two runs compared: which findings are new, which are gone, and which came to something else.

A finding is known by procedure, case, duty and subject. A later run asks as of a later day, knows more, or has other
duties: the key does not depend on any of that.
"""

from __future__ import annotations

from typing import Any

from yifa.law.run.findings import Change
from yifa.law.run.findings_table import KEY, RESULT

BEFORE = "_before"
"""Ends the names of the columns that tell of the earlier run."""


def compare_runs(before: Any, after: Any) -> Any:
    """Two tables of findings as one of what changed: key, change, and the result in both runs, in the order of keys.

    Raises `ValueError` where a key stands twice in one of them: then they are no tables of one run each.
    """
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    old, new = _told(before, BEFORE), _told(after, "")
    both = new.join(old, list(KEY), join_type="full outer", coalesce_keys=True)
    there, was = pc.is_valid(both["there"]), pc.is_valid(both["there" + BEFORE])
    same = None
    for name in RESULT:
        one, other = both[name], both[name + BEFORE]
        alike = pc.if_else(pc.is_null(one), pc.is_null(other), pc.fill_null(pc.equal(one, other), False))
        same = alike if same is None else pc.and_(same, alike)
    change = pc.if_else(there, pc.if_else(was, Change.OTHER.value, Change.NEW.value), Change.GONE.value)
    told = both.drop_columns(["there", "there" + BEFORE]).append_column("change", change)
    changed = told.filter(pc.invert(pc.and_(pc.and_(there, was), same)))
    columns = [*KEY, "change", *RESULT, *(name + BEFORE for name in RESULT)]
    return changed.select(columns).sort_by([(name, "ascending") for name in KEY])


def _told(findings: Any, ending: str) -> Any:
    """Key and result as plain texts and numbers, so that tables written and read again compare alike."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and not there for one case
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy, and not there for one case

    columns: dict[str, Any] = {}
    for name in (*KEY, *RESULT):
        column = findings[name]
        if pa.types.is_dictionary(column.type) or pa.types.is_large_string(column.type):
            column = pc.cast(column, pa.string())
        columns[name if name in KEY else name + ending] = column
    columns["there" + ending] = pa.array([True] * findings.num_rows, pa.bool_())
    table = pa.table(columns)
    if table.group_by(list(KEY)).aggregate([]).num_rows != table.num_rows:
        raise ValueError("a key stands twice among the findings: are these the findings of one run?")
    return table
