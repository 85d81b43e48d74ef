"""A book rebuilt elsewhere is the same, byte for byte: another locale, time zone, thread count and hash order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LEDGER = """案号,办案机关,立案日期,决定日期,处理结果,罚款金额（元）,处罚种类,结案日期
青市监罚〔2024〕1号,青屏县市场监督管理局,2024-01-05,2024-02-04,给予处罚,1000.5,罚款、警告,2024-02-20
青市监罚〔2024〕2号,青屏县市场监督管理局,2024-03-01,2024-03-11,给予处罚,0,警告,2024-03-30
青市监罚〔2024〕3号,青屏县农业农村局,2024-12-31,,,,,
"""
PLACES = (
    {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "POLARS_MAX_THREADS": "1", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Adak", "POLARS_MAX_THREADS": "4", "PYTHONHASHSEED": "77"},
)


@pytest.mark.slow
def test_a_book_rebuilt_elsewhere_is_the_same_byte_for_byte(tmp_path):
    folder = tmp_path / "ledgers"
    folder.mkdir()
    (folder / "行政处罚（普通程序、听证）.csv").write_text(LEDGER, encoding="utf-8")
    built = []
    for number, place in enumerate(PLACES):
        out = tmp_path / f"out{number}"
        command = [sys.executable, "-m", "yifa", "figures", "book", "2024", str(folder), "-o", str(out)]
        subprocess.run(command, env={**os.environ, **place}, check=True, capture_output=True)
        built.append({path.relative_to(out).as_posix(): path.read_bytes() for path in files_of(out)})
    assert built[0].keys() >= {"book.json", "book.xlsx", "book.html", "rows/pen-filed.csv"}
    assert built[0] == built[1]


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
