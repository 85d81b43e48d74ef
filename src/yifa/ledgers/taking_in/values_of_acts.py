"""How values of acts stand in tables while they are put together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from yifa.law.conditions import Type

FIELD = "field."
BETWEEN = "、"
"""Between names, until they are lists."""
DTYPES: Mapping[Type, Any] = {
    Type.YES_NO: pl.Boolean,
    Type.NUMBER: pl.Int64,
    Type.MONEY: pl.Int64,
    Type.DAY: pl.Int64,
    Type.WORD: pl.String,
    Type.NAMES: pl.String,
    Type.LENGTH: pl.String,
}
