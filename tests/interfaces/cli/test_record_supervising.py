"""`yifa record supervise` and `yifa record snapshot`: what is on record, judged and handed to other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from tests.interfaces.cli.conftest import Said
from tests.interfaces.cli.test_record import ledgers

__all__ = ["ledgers"]
pytestmark = pytest.mark.django_db(transaction=True)


def found(folder: Path) -> list[tuple[str, str, str]]:
    told = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    return sorted((one["case"], one["duty"], one["outcome"]) for one in told["findings"])


def test_the_record_is_judged_as_its_ledgers_were(yifa: Callable[..., Said], ledgers: Path, tmp_path: Path) -> None:
    asked = ("--as-of", "2026-08-31", "--quiet")
    yifa("import", str(ledgers), "--by", "7")
    of_ledgers = yifa("supervise", str(ledgers), "-o", str(tmp_path / "one"), *asked, lang="en")
    of_record = yifa("record", "supervise", "-o", str(tmp_path / "other"), *asked, lang="en")
    assert (of_ledgers.code, of_record.code, of_record.err) == (0, 0, "")
    assert found(tmp_path / "other") == found(tmp_path / "one") != []
    mine = yifa("record", "supervise", "-o", str(tmp_path / "mine"), "--organ", "Q2", *asked, lang="en")
    assert (mine.code, found(tmp_path / "mine")) == (0, found(tmp_path / "one"))
    none = yifa("record", "supervise", "-o", str(tmp_path / "none"), "--organ", "Q9", *asked, lang="en")
    assert (none.code, none.err) == (1, "Error: the organ 'Q9' is not on record\n")


def test_a_snapshot_is_written_and_names_nobody(yifa: Callable[..., Said], ledgers: Path, tmp_path: Path) -> None:
    yifa("import", str(ledgers), "--by", "7")
    said = yifa("record", "snapshot", str(tmp_path / "snapshot"), lang="en")
    assert said.code == 0
    tables = {path.stem: pl.read_parquet(path) for path in (tmp_path / "snapshot").glob("*.parquet")}
    assert (tables["cases"].height, tables["acts"].height, tables["officers"].height) == (2, 4, 1)
    texts = [str(row) for table in tables.values() for row in table.rows()]
    assert not [text for text in texts if "冯知秋" in text or "柳三春" in text or "好邻超市" in text]


def test_an_empty_record_is_told(yifa: Callable[..., Said], tmp_path: Path) -> None:
    said = yifa("record", "supervise", "-o", str(tmp_path / "out"), lang="en")
    expected = "Error: there is no case on record\nWhat to do: take ledgers in with `yifa import FOLDER`\n"
    assert (said.code, said.err) == (1, expected)
