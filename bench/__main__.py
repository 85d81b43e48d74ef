"""`python -m bench [NAME …]`: measures the workloads named, or all, and writes `out/bench.json`.

Leaves with 1 when answers that must agree do not. A missed goal is said, but is no failure: it depends on the machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench import (
    clock,
    duties,
    duties_memory,
    duties_single,
    figures,
    ledgers,
    office,
    reader,
    record,
    report,
    supervise,
)
from bench.machine import facts
from bench.race import BAND
from bench.sheet import as_json, lines
from bench.workload import Size, Workload

HOUSE = Path(__file__).resolve().parent.parent
ROOMS = (clock, duties, duties_single, duties_memory, figures, report, reader, record, office, supervise, ledgers)
WORKLOADS: tuple[Workload, ...] = tuple(workload for room in ROOMS for workload in room.WORKLOADS)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure what is asked for; 0 when all answers agree."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="a workload, or a room of them; all when left out")
    parser.add_argument("--quick", action="store_true", help="a tenth of the data, fewer rounds")
    parser.add_argument("--list", action="store_true", help="name the workloads and what they ask, measure nothing")
    parser.add_argument("--output", type=Path, default=HOUSE / "out" / "bench.json", help="where the numbers go")
    options = parser.parse_args(argv)
    try:
        chosen = choose(options.names)
    except LookupError as unknown:
        parser.error(str(unknown))
    if options.list:
        for workload in chosen:
            print(f"{workload.name}\n    {workload.asks}")
        return 0
    return measure(chosen, Size.QUICK if options.quick else Size.FULL, options.output)


def choose(names: Sequence[str], workloads: Sequence[Workload] = WORKLOADS) -> list[Workload]:
    """The workloads with these names or in these rooms, in the order of the list; raises `LookupError` for others."""
    for name in names:
        if not any(name in _known_as(workload) for workload in workloads):
            known = ", ".join(dict.fromkeys(name for workload in workloads for name in _known_as(workload)))
            raise LookupError(f"no workload is called {name!r}; there are {known}")
    return [workload for workload in workloads if not names or set(names) & set(_known_as(workload))]


def _known_as(workload: Workload) -> tuple[str, str]:
    return workload.name.partition(".")[0], workload.name


def measure(chosen: Sequence[Workload], size: Size, output: Path) -> int:
    """Measure at a size, print the tables, write the numbers; 1 when answers disagree."""
    machine = facts(package for workload in chosen for package in ("yifa", *workload.packages))
    print(f"# Benchmarks, {size} size, {datetime.now(UTC).date()}\n")
    packages = ", ".join(f"{name} {version}" for name, version in machine["packages"].items())
    print(f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, {machine['system']}; ", end="")
    print(f"{machine['python']}; {packages}; load before the start {machine['load_before']}.")
    print(f"Medians [least–most]. Between ×{1 / (1 + BAND):.2f} and ×{1 + BAND:.2f} nothing is claimed.", flush=True)
    found, faults = [], 0
    for workload in chosen:
        outcome = workload.measure(size)
        print("\n" + "\n".join(lines(workload, outcome)), flush=True)
        found.append(as_json(workload, outcome))
        faults += len(outcome.faults)
    written = {
        "schema": "yifa.bench/1",
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "size": size,
        "machine": machine,
        "workloads": found,
    }
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"\nWritten: {output.relative_to(Path.cwd()) if output.is_relative_to(Path.cwd()) else output}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
