"""The tables of each group are put between its marks in both pages, and nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench import page
from bench.__main__ import WORKLOADS
from bench.page_words import HEADINGS

DUTIES = [name for name in HEADINGS if name.startswith("duties.")]
OPENS, CLOSES = page.OPENS.format("duties"), page.CLOSES.format("duties")

SPREAD = {"median": 1.5, "low": 1.25, "high": 2.0}
MACHINE = {
    "processor": "P",
    "cores": 2,
    "memory_gb": 24,
    "system": "Linux",
    "python": "CPython 3.11",
    "load_before": 0.5,
    "packages": {"duckdb": "1.5.5", "yifa": "0.1.0"},
}


def run(name: str, **standing: Any) -> dict[str, Any]:
    races = [{"title": "One case", "reference": "bare scan", "standings": [{"name": "bare scan", "ratio": SPREAD}]}]
    races[0]["standings"].append({"name": "a full run", "ratio": SPREAD})  # type: ignore[attr-defined]
    for one in races[0]["standings"]:
        one.update(standing)  # type: ignore[attr-defined]
    goal = {"sentence": "a full run over the tick:", "limit": 100, "measured": 64.2, "unit": "×", "at_least": True}
    notes = ["133 cases wake (0.13%); 133 outcomes change, all of them seen by the tick."]
    return {"name": name, "races": races, "goals": [{**goal, "met": False}], "notes": notes}


def written(folder: Path, **names: dict[str, Any]) -> Path:
    path = folder / "bench.json"
    workloads = [run(name, **names.get(name.partition(".")[2], names["usual"])) for name in DUTIES]
    told = {"at": "2026-01-02T03:04:05+00:00", "size": "full", "machine": MACHINE, "workloads": workloads}
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    found = {tag: tmp_path / f"{tag}.md" for tag in ("en", "zh")}
    for path in found.values():
        path.write_text(f"before\n\n{OPENS}\n\nSTALE\n\n{CLOSES}\n\nafter\n", encoding="utf-8")
    monkeypatch.setattr(page, "PAGES", found)
    return found


def test_both_pages_get_the_tables_between_the_marks(tmp_path: Path, pages: dict[str, Path]) -> None:
    path = written(
        tmp_path,
        usual={"seconds": SPREAD, "per_second": 1_234_567.0},
        single={"p50": SPREAD, "p99": SPREAD},
    )
    assert page.main([str(path)]) == 0
    english, chinese = (pages[tag].read_text(encoding="utf-8") for tag in ("en", "zh"))
    for text in (english, chinese):
        assert text.startswith(f"before\n\n{OPENS}\n")
        assert text.endswith(f"{CLOSES}\n\nafter\n")
        assert "STALE" not in text
        assert next(line for line in text.splitlines() if line.startswith("## ")).startswith("## duties.named")
    assert "| a full run | 1,500 [1,250–2,000] | 1.23 M | 1.5 [1.25–2] |" in english
    assert "| 全量运行 | 1,500 [1,250–2,000] | 1.23 M | 1.5 [1.25–2] |" in chinese
    assert "| one call | p50 µs | p99 µs | × of p50 |" in english
    assert "- Goal: a full run over the tick ≥ 100×; measured 64.2. **Missed**." in english
    assert "- 133 件醒来（0.13%）；133 项结论改变，全部在其中。" in chinese
    assert "Measured on 2026-01-02: P (virtual machine, 2 cores, 24 GB), Linux, CPython 3.11; duckdb 1.5.5." in english


def test_what_was_not_measured_is_named_and_no_page_is_touched(
    tmp_path: Path, pages: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, usual={"seconds": SPREAD, "per_second": 1.0})
    told = json.loads(path.read_text(encoding="utf-8"))
    told["workloads"] = told["workloads"][1:]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert page.main([str(path)]) == 1
    assert capsys.readouterr().out == "not measured: duties.named\n"
    assert "STALE" in pages["en"].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(2_345_678.0, "2.35 M"), (12_345.0, "12,300"), (412.4, "412"), (41.24, "41.2"), (0.0123, "0.0123"), (1.0, "1")],
)
def test_three_figures_count(value: float, expected: str) -> None:
    assert page.short(value) == expected


@pytest.mark.parametrize("group", page.GROUPS)
def test_the_pages_that_are_there_have_the_marks_of_each_group_once(group: str) -> None:
    for path in page.PAGES.values():
        text = path.read_text(encoding="utf-8")
        assert (text.count(page.OPENS.format(group)), text.count(page.CLOSES.format(group))) == (1, 1)


def test_every_workload_of_a_group_with_tables_has_its_words() -> None:
    known = [one.name for one in WORKLOADS if one.name.partition(".")[0] in page.GROUPS]
    assert sorted(known) == sorted(HEADINGS)
