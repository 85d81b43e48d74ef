"""A city written as ledgers: the same for the same number, and what was planted in it is what a check-up finds."""

from __future__ import annotations

import csv
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from demo.city.comparing import compare
from demo.city.poor_ledgers import POOR
from demo.city.seasons import AS_OF
from demo.city.writing import ANSWERS, LEDGERS, write
from yifa.interfaces.cli import run

HOUSE = Path(__file__).resolve().parents[3]


def digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    held = hashlib.sha256()
    for path in files:
        held.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return held.hexdigest()


def check_up(ledgers: Path, out: Path) -> Path:
    asked = ("supervise", str(ledgers), "--as-of", AS_OF, "-o", str(out), "--quiet", "--lang", "en")
    assert run(asked, lang="en", calendars=out / "none") == 0
    return out / "findings.json"


@pytest.fixture(scope="module")
def township(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city")
    assert write(folder, 1, "township") >= 2000
    return folder


def answers(folder: Path) -> list[dict[str, str]]:
    with (folder / ANSWERS).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_kind_of_answer_is_there(township: Path) -> None:
    assert {row["kind"] for row in answers(township)} >= {"planted", "unknown", "held", "lawful"}
    assert {row["finding"] for row in answers(township) if row["kind"] == "planted"} >= {
        "violation",
        "auto",
        "advisory",
        "loss",
    }


def test_nothing_is_planted_in_a_case_that_cannot_be_read(township: Path) -> None:
    kinds: dict[tuple[str, str, str], set[str]] = {}
    for row in answers(township):
        kinds.setdefault((row["procedure"], row["organ"], row["number"]), set()).add(row["kind"])
    assert [case for case, held in kinds.items() if "held" in held and len(held) > 1] == []


@pytest.mark.timeout(1200)
def test_planted_is_found(township: Path, tmp_path: Path) -> None:
    found = compare(township, check_up(township / LEDGERS, tmp_path))
    assert (found.missed, found.more) == ([], [])
    assert found.whole.undecidable == 0
    assert found.whole.planted > 300


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("poor", POOR)
def test_planted_is_found_in_what_poor_ledgers_can_decide(township: Path, tmp_path: Path, poor: str) -> None:
    found = compare(township, check_up(township / poor, tmp_path))
    assert (found.missed, found.more) == ([], [])
    assert found.whole.undecidable > 300


@pytest.mark.slow
def test_the_same_number_writes_the_same_bytes_elsewhere(township: Path, tmp_path: Path) -> None:
    city = str(tmp_path / "city")
    written = f"from pathlib import Path; from demo.city.writing import write; write(Path({city!r}), 1, 'township')"
    elsewhere = os.environ | {"PYTHONHASHSEED": "4321", "LC_ALL": "C", "TZ": "America/Lima", "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", written], check=True, cwd=HOUSE, env=elsewhere)
    assert digest(tmp_path / "city") == digest(township)


def test_another_number_is_another_city(township: Path, tmp_path: Path) -> None:
    write(tmp_path, 2, "township")
    assert digest(tmp_path / LEDGERS) != digest(township / LEDGERS)


@pytest.mark.slow
@pytest.mark.timeout(3000)
def test_planted_is_found_in_a_county(tmp_path: Path) -> None:
    assert write(tmp_path / "city", 1, "county") > 19_000
    found = compare(tmp_path / "city", check_up(tmp_path / "city" / LEDGERS, tmp_path / "found"))
    assert (found.missed, found.more) == ([], [])
    for poor in POOR:
        found = compare(tmp_path / "city", check_up(tmp_path / "city" / poor, tmp_path / poor))
        assert (found.missed, found.more) == ([], [])
