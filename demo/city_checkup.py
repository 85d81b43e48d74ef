"""An invented county whose offices send their ledgers: checked up, and what was found beside what was planted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from demo.city.seasons import AS_OF
from demo.city.writing import LEDGERS

CITY, FOUND = "city", "city-found"
SCALE, NUMBER = "county", "1"


def show(ask: Callable[..., int], out: Path, number: int, *, zh: bool) -> int:
    """Make the county anew, check its ledgers and compare; 0 when all that was planted was found and nothing else."""
    title = (
        "虚构的一县：各单位报来台账，一次体检，再与埋设的问题对照"
        if zh
        else "An invented county: its ledgers checked, and compared with what was planted"
    )
    print(f"\n── {number} ──\n{title}")
    for name in (CITY, FOUND):
        shutil.rmtree(out / name, ignore_errors=True)
    city, found = (os.path.relpath(out / name) for name in (CITY, FOUND))
    codes = [
        ask("demo", "city", city, "--number", NUMBER, "--scale", SCALE),
        ask("supervise", os.path.join(city, LEDGERS), "--as-of", AS_OF, "-o", found),
    ]
    codes.append(ask("demo", "compare", city, os.path.join(found, "findings.json")))
    return max(codes)


def pages(out: Path) -> list[Path]:
    """What the check-up left to look at: page, workbook, rows to be put right."""
    return sorted(path for path in (out / FOUND).glob("*") if path.suffix in (".html", ".xlsx"))
