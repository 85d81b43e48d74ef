"""The invented county as an office that exports sends it: one .csv a sheet, not one workbook a procedure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from demo.city import seasons
from demo.city.writing import LEDGERS, write

AS_OF = date.fromisoformat(str(seasons.AS_OF))
NUMBER = 1


def write_csv_city(folder: Path, scale: str) -> Path:
    """Write it; the folder of its ledgers."""
    write(folder, NUMBER, scale, as_csv=True)
    return folder / LEDGERS
