"""Writes the tables of groups of workloads into the look-up pages, from the numbers that `python -m bench` wrote.

`python -m bench.page out/bench.json`: puts what stands between the marks of each group that was measured anew, in both
pages. The texts around the tables stand in `bench.page_words`, so that a page never says of a table what another run
measured.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.page_words import CHINESE, HEADINGS, IN_CHINESE, NOTES, UNITS

HOUSE = Path(__file__).resolve().parent.parent
PAGES = {"en": HOUSE / "docs" / "lookup" / "benchmarks.en.md", "zh": HOUSE / "docs" / "lookup" / "benchmarks.md"}
OPENS, CLOSES = "<!-- {}: written by bench.page -->", "<!-- end of {} -->"
GROUPS = tuple(dict.fromkeys(name.partition(".")[0] for name in HEADINGS))
"""The groups of which the pages have tables, in their order."""


def main(argv: Sequence[str] | None = None) -> int:
    """Write both pages; leaves with 1 where nothing of them, or only a part of a group, was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.page", description=__doc__.splitlines()[0])
    parser.add_argument("numbers", nargs="+", type=Path, help="files of numbers; what stands in a later one counts")
    options = parser.parse_args(argv)
    found: dict[str, Any] = {}
    machines: dict[str, dict[str, Any]] = {}
    for path in options.numbers:
        told = json.loads(path.read_text(encoding="utf-8"))
        found |= {one["name"]: one for one in told["workloads"]}
        for group in {one["name"].partition(".")[0] for one in told["workloads"]}:
            packages = {**machines.get(group, {}).get("packages", {}), **told["machine"]["packages"]}
            machines[group] = {**told["machine"], "packages": packages, "on": told["at"][:10], "size": told["size"]}
    groups = [group for group in GROUPS if group in machines]
    missing = [name for name in HEADINGS if name.partition(".")[0] in groups and name not in found]
    if missing or not groups:
        print(f"not measured: {', '.join(missing or HEADINGS)}")
        return 1
    for tag, page in PAGES.items():
        text = page.read_text(encoding="utf-8")
        for group in groups:
            opens, closes = OPENS.format(group), CLOSES.format(group)
            before, after = text.partition(opens)[0], text.partition(closes)[2]
            middle = "\n".join(section(group, found, machines[group], tag)).rstrip()
            text = f"{before}{opens}\n\n{middle}\n\n{closes}{after}"
        page.write_text(text, encoding="utf-8")
    return 0


def section(group: str, found: Mapping[str, Any], machine: Mapping[str, Any], tag: str) -> Iterator[str]:
    """All workloads of a group in a language, as Markdown."""
    packages = ", ".join(f"{name} {version}" for name, version in machine["packages"].items() if name != "yifa")
    facts = (machine["processor"], machine["cores"], machine["memory_gb"], machine["system"], machine["python"])
    yield NOTES["machine"][tag].format(machine["on"], *facts, packages, machine["load_before"])
    for name, heading in HEADINGS.items():
        if name.partition(".")[0] != group:
            continue
        one = found[name]
        yield from ("", f"## {name}{'：' if tag == 'zh' else ': '}{heading[tag][0]}", "", heading[tag][1])
        for race in one["races"]:
            yield from ("", f"**{said(race['title'], tag)}**", "", *table(race, tag))
        yield ""
        yield from (goal(of, tag) for of in one["goals"])
        yield from (f"- {said(note, tag)}" for note in one["notes"])


def table(race: Mapping[str, Any], tag: str) -> Iterator[str]:
    """One race."""
    single = "p50" in race["standings"][0]
    yield "| " + " | ".join(NOTES["calls" if single else "runs"][tag].split("|")) + " |"
    yield "| --- |" + " --: |" * 3
    for one in race["standings"]:
        ratio = "1.00" if one["name"] == race["reference"] else spread(one["ratio"])
        if single:
            cells = [spread(one["p50"], 1e6), spread(one["p99"], 1e6), ratio]
        else:
            cells = [spread(one["seconds"], 1e3), short(one["per_second"]), ratio]
        yield f"| {said(one['name'], tag)} | {' | '.join(cells)} |"


def goal(of: Mapping[str, Any], tag: str) -> str:
    """One goal, and whether it was reached."""
    sign = "≥" if of["at_least"] else "≤"
    verdict = NOTES["met" if of["met"] else "missed"][tag]
    text = said(of["sentence"].rstrip(":"), tag)
    unit = of["unit"] if of["unit"] == "×" else f" {UNITS.get(of['unit'], of['unit']) if tag == 'zh' else of['unit']}"
    return NOTES["goal"][tag].format(text, sign, short(of["limit"]), unit, short(of["measured"]), verdict)


def said(text: str, tag: str) -> str:
    """A text of a workload in a language: whole, or part by part."""
    if tag == "en":
        return text
    for english, chinese in IN_CHINESE:
        found = english.fullmatch(text)
        if found:
            return chinese.format(*(CHINESE.get(part, part) for part in found.groups()))
    return CHINESE.get(text, text)


def spread(of: Mapping[str, float], scale: float = 1) -> str:
    """A median with the least and the most."""
    return f"{short(of['median'] * scale)} [{short(of['low'] * scale)}–{short(of['high'] * scale)}]"


def short(value: float) -> str:
    """Three figures that count."""
    if abs(value) >= 1e6:
        return f"{value / 1e6:.3g} M"
    if abs(value) >= 100:
        return f"{round(value, 3 - len(str(int(abs(value))))):,.0f}"
    return f"{value:.3g}"


if __name__ == "__main__":
    raise SystemExit(main())
