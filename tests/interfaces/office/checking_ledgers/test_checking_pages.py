"""Ledgers are handed in and judged; what they can decide stands first; corrected rows are fed again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from demo.city_office import Laid
from tests.interfaces.cli.test_supervise import GOOD, LATE, workbook
from tests.interfaces.office.conftest import At
from tests.interfaces.office.files import done_at_once, named, saved

pytestmark = pytest.mark.django_db


def test_ledgers_are_judged_mended_and_judged_again(
    laid: Laid, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at("supervisor")
    bad = ("青监案〔2024〕9号", GOOD[1], "二月三十", *GOOD[3:])
    workbook(tmp_path / "处罚.xlsx", [GOOD, LATE, bad])
    with done_at_once(tmp_path / "trays", monkeypatch):
        sent = {"ledgers": named("处罚.xlsx", (tmp_path / "处罚.xlsx").read_bytes()), "as_of": "2025-06-30"}
        place = client.post("/ledgers/", {**sent, "per_organ": "yes"}).headers["Location"]
        page = client.get(place).content.decode()
        order = [page.index(f'id="{name}"') for name in ("enough", "organs", "points", "problems", "mend")]
        assert order == sorted(order)
        assert "二月三十" in page
        files = [saved(client.get(f"{place}files/{name}")) for name in ("疑点.xlsx", "all.zip")]
        assert [file[:2] for file in files] == [b"PK", b"PK"]
        more = {"more": named("许可.csv", "无关,的,表\n1,2,3\n"), "as_of": "2025-12-31"}
        assert client.post(f"{place}again/", more).headers["Location"] == place
        again = client.get(f"{place}?light=").content.decode()
        assert ("与上次体检相比" in again, "2025年12月31日" in again) == (True, True)
        assert at("report").get(place).status_code == 404


def test_a_folder_is_called_by_a_ledger_and_not_by_the_lock_of_an_office_program(
    laid: Laid, at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = at("supervisor")
    workbook(tmp_path / "处罚.xlsx", [GOOD, ("青监案〔2024〕9号", GOOD[1], "二月三十", *GOOD[3:])])
    both = [named("~$处罚.xlsx", "x" * 165), named("处罚.xlsx", (tmp_path / "处罚.xlsx").read_bytes())]
    with done_at_once(tmp_path / "trays", monkeypatch):
        place = client.post("/ledgers/", {"ledgers": both, "as_of": "2025-06-30"}).headers["Location"]
        page = client.get(place).content.decode()
    assert re.findall(r"<h1[^>]*>\s*([^<]+?)\s*<", page) == ["处罚.xlsx"]
    problems = page[page.index('id="problems"') :]
    heads = re.findall(r"<th scope=\"col\"[^>]*>([^<]*)</th>", problems)
    assert heads[:7] == ["文件", "工作表", "单元格", "列", "数值", "问题", "该行"]
