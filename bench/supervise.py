"""How long it takes from the ledgers of a city to its workbook of findings, and how much memory; in its own process.

The city is the invented one of `demo/city`: workbooks an organ and procedure at the scale of a city, .csv at that of a
province. Stage by stage: reading, judging (with telling), writing the workbook; as many processes as are worth while,
whose memory is counted together. Beside it stands reading the same workbooks with openpyxl and with pandas, which make
nothing of them.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.memory import told_and_peak
from bench.race import Variant, race
from bench.workload import Goal, Outcome, Size, Workload
from demo.city import seasons
from demo.city.writing import LEDGERS, write
from yifa.interfaces.checkup.files import write_workbook
from yifa.interfaces.checkup.folder import Stage, check_folder
from yifa.ledgers.sheets import open_file
from yifa.wording import CHINESE, language

HOUSE = Path(__file__).resolve().parent.parent
MIB = 1024
CITY = {Size.FULL: "city", Size.QUICK: "county", Size.TINY: "township"}
PROVINCE = {Size.FULL: "province", Size.QUICK: "city", Size.TINY: "township"}
LIMITS = {"city": 90.0, "province": 300.0}
"""Seconds from ledgers to workbook, of 200,000 cases in workbooks and of a million in .csv."""
NUMBER = 1
AS_OF = date.fromisoformat(str(seasons.AS_OF))
OURS = "yifa: sheets as grids"
ROUNDS = {Size.FULL: 3, Size.QUICK: 3, Size.TINY: 1}


def run(place: Path) -> dict[str, Any]:
    """From ledgers to the workbook; seconds by stage, and what was counted."""
    marks = {"begun": time.perf_counter()}

    def passed(stage: Stage, done: int, of: int, name: str) -> None:
        marks[stage.value] = time.perf_counter()

    told = check_folder(place / LEDGERS, AS_OF, languages=(CHINESE,), on_progress=passed).told
    write_workbook(told, place / "findings.xlsx", language(CHINESE))
    marks["writing"] = time.perf_counter()
    names = ("begun", Stage.READING.value, Stage.JUDGING.value, "writing")
    stages = {name: marks[name] - marks[before] for before, name in pairwise(names)}
    return {
        "stages": stages,
        "cases": told.run.size,
        "acts": sum(one.acts for one in told.run.ledgers),
        "findings": told.run.found,
        "files": len({file for one in told.run.taken.ledgers for file in one.files}),
    }


def measure_city(size: Size) -> Outcome:
    """From workbooks to a workbook."""
    return _measure(CITY[size], LIMITS["city"] if size is Size.FULL else None)


def measure_province(size: Size) -> Outcome:
    """From .csv to a workbook."""
    return _measure(PROVINCE[size], LIMITS["province"] if size is Size.FULL else None)


def _measure(scale: str, limit: float | None) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made:
        cases = write(Path(made), NUMBER, scale)
        command = [sys.executable, "-m", "bench.supervise", made]
        told, peak = told_and_peak(command, cwd=HOUSE)
    found = json.loads(told)
    whole = sum(found["stages"].values())
    stages = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in found["stages"].items())
    note = (
        f"{found['cases']:,} cases with {found['acts']:,} acts in {found['files']:,} files: {found['findings']:,} "
        f"findings in {whole:.1f} s ({stages}), at most {peak / MIB:.2f} GB in all processes."
    )
    few = found["cases"] < cases * 0.9
    faults = (f"{cases:,} cases were written, but only {found['cases']:,} judged",) if few else ()
    goals = [Goal(f"peak memory of supervising {found['cases']:,} cases:", 2.0, peak / MIB, "GB", False)]
    if limit is not None:
        goals.insert(0, Goal(f"from ledgers to findings, {found['cases']:,} cases:", limit, whole, "s", False))
    return Outcome((), tuple(goals), (note,), faults)


def measure_reading(size: Size) -> Outcome:
    """Workbooks opened: ours beside openpyxl and pandas, cell by cell alike in number."""
    import openpyxl  # noqa: PLC0415 - only here
    import pandas as pd  # noqa: PLC0415 - only here

    with tempfile.TemporaryDirectory(prefix="yifa-bench-") as made:
        write(Path(made), NUMBER, "township")
        files = sorted(Path(made).rglob("*.xlsx"))[: 12 if size is Size.TINY else None]

        def ours() -> int:
            return sum(len(open_file(path, path.name)) for path in files)

        def by_openpyxl() -> int:
            sheets = 0
            for path in files:
                book = openpyxl.load_workbook(path, read_only=True, data_only=True)
                for sheet in book:
                    sheets += 1
                    for _ in sheet.iter_rows(values_only=True):
                        pass
                book.close()
            return sheets

        def by_pandas() -> int:
            return sum(len(pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl")) for path in files)

        variants = [
            Variant(OURS, ours, len(files)),
            Variant("openpyxl, read only", by_openpyxl, len(files)),
            Variant("pandas (openpyxl)", by_pandas, len(files)),
        ]
        found = race(f"{len(files)} workbooks opened", variants, reference=OURS, rounds=ROUNDS[size])
    alike = len(set(found.answers.values())) == 1
    faults = () if alike else (f"sheets counted differ: {found.answers}",)
    return Outcome((found,), (), (), faults)


WORKLOADS = (
    Workload(
        "supervise.city",
        "How long from the workbooks of a city (200,000 cases) to the workbook of findings, and how much memory?",
        measure_city,
        ("polars", "pyarrow", "python-calamine", "xlsxwriter"),
    ),
    Workload(
        "supervise.province",
        "How long from the .csv of a province (1,000,000 cases) to the workbook of findings, and how much memory?",
        measure_province,
        ("polars", "pyarrow", "xlsxwriter"),
    ),
    Workload(
        "supervise.reading",
        "How fast are workbooks opened, beside openpyxl and pandas?",
        measure_reading,
        ("python-calamine", "openpyxl"),
    ),
)

if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]))))
