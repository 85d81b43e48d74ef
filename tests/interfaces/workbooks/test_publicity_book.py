"""Publicity workbooks: the headings of the layout, what each means, and what is kept back with its reason."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.oversight.supervision.ledgers_by_hand import AS_OF, taken
from tests.oversight.supervision.test_publicity import kept
from yifa.interfaces.workbooks.publicity_book import write_publicity
from yifa.oversight.supervision.publicity import publicity
from yifa.wording import language


def test_rows_columns_and_what_is_kept_back_have_a_sheet_each(tmp_path: Path) -> None:
    ledgers = [kept({"party": "青屏县好邻超市"}), kept({"withheld": "涉及商业秘密"})]
    (path,) = write_publicity(publicity(taken(*ledgers), AS_OF), tmp_path / "双公示", language("zh"))
    assert path.name == "行政处罚公示信息（2018版）.xlsx"
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["拟公示", "各列说明", "不予公示"]
    heads, row = book["拟公示"].iter_rows(values_only=True)
    told = dict(zip(heads, row, strict=True))
    assert (told["CF_XDR_MC"], told["CF_NR_FK"], told["CF_XDR_ZJHM"]) == ("青屏县好邻超市", "1.2345", None)
    columns = {line[0]: line for line in book["各列说明"].iter_rows(min_row=2, values_only=True)}
    assert columns["CF_XDR_ZJHM"][3] == "不公开（个人信息）"
    assert columns["CF_SY"][4] == 1
    withheld = list(book["不予公示"].iter_rows(min_row=2, values_only=True))
    assert [line[2] for line in withheld] == ["台账注明：涉及商业秘密"]
