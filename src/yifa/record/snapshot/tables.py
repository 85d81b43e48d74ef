"""What a table of a snapshot is: which rows, which columns, and of which kind these are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db.models import QuerySet


class Kind(Enum):
    """What a column holds; any of it may be blank."""

    NUMBER = "number"
    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    YES_NO = "yes-no"
    JSON = "json"
    """As text."""


@dataclass(frozen=True)
class Table:
    """A table: its name, a query for its rows (asked within the scope), and the columns by their names there.

    A column is named as in `values_list`, or by an annotation of the query.
    """

    name: str
    rows: Callable[[], QuerySet[Any]]
    columns: Mapping[str, Kind]
