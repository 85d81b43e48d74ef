"""The invented county's annual report, from its ledgers to the paper: counted, asked for, compared, written.

Everything goes through the command line. Last year's report and the offices' answers are made by this folder, with what
is planted in them; what reading them finds is set beside what was planted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from demo.city.writing import LEDGERS
from demo.city_report import filling_in
from demo.city_report.comparing import Compared, compare
from demo.city_report.last_report import write_report
from demo.city_report.planting import ANSWERS, write_answers
from demo.city_report.years import YEAR, Years
from yifa.oversight.reporting.canonical import opened

REPORT = "city-report"
SNAPSHOT, COUNTED, BOOK = "底数", "清点", "数据册"
SENT, BACK, AGAIN = "发出", "收回", "收回（更正后）"
CHECKED, SETTLED = "核对", "核对（更正后）"
LAST_YEAR = "上年报告.docx"
OPTIONS = ("--only-published", "--confirm")

Ask = Callable[..., int]


def collect(ask: Ask, out: Path, city: Path, place: str, *, zh: bool) -> tuple[list[int], Compared, Compared]:
    """Count, ask and read back, twice: with what is planted, and as corrected; the codes of the commands, and what was
    found each time."""
    folder = out / REPORT
    filling_in.empty(out, [REPORT])
    folder.mkdir(parents=True)
    at = from_here(folder)
    codes = [
        ask("figures", "snapshot", from_here(city / LEDGERS), "-o", f"{at}/{SNAPSHOT}", "--as-of", f"{YEAR}-12-31"),
        ask("figures", "book", str(YEAR), f"{at}/{SNAPSHOT}", "-o", f"{at}/{COUNTED}", "--to", "json"),
    ]
    years = Years(opened((folder / COUNTED / "book.json").read_bytes()))
    write_report(folder / LAST_YEAR, years.last, place)
    write_answers(folder / ANSWERS)
    known = ("--book", f"{at}/{COUNTED}/book.json", "--last-year", f"{at}/{LAST_YEAR}")
    codes.append(ask("figures", "request", str(YEAR), "-o", f"{at}/{SENT}", *known, *OPTIONS))
    found = []
    for back, checked, planted in ((BACK, CHECKED, True), (AGAIN, SETTLED, False)):
        asked = filling_in.fill_in(folder / SENT, folder / back, years.this, place, planted=planted)
        read = ("figures", "returned", str(YEAR), f"{at}/{back}", "-o", f"{at}/{checked}", *known, *OPTIONS)
        codes.append(ask(*read))
        told = json.loads((folder / checked / "reported.json").read_text(encoding="utf-8"))
        found.append(compare(told, asked, planted=planted))
        print(tell(found[-1], zh=zh, planted=planted))
    reported = ("--last-year", f"{at}/{LAST_YEAR}", "--reported", f"{at}/{SETTLED}/reported.json")
    codes.append(ask("figures", "book", str(YEAR), f"{at}/{SNAPSHOT}", "-o", f"{at}/{BOOK}", *reported))
    return codes, found[0], found[1]


def tell(found: Compared, *, zh: bool, planted: bool) -> str:
    """What was found beside what was planted, in a sentence."""
    more = len(found.more)
    if not planted:
        return f"更正后仍有疑问{more}处。" if zh else f"Corrected: {more} doubts are left."
    if zh:
        return f"埋设矛盾{found.planted}处，查出{found.found}处，误报{more}处。"
    return f"{found.planted} contradictions planted, {found.found} found, {more} told though nothing is wrong."


def from_here(path: Path) -> str:
    """A path from where we stand, where that is shorter."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)
