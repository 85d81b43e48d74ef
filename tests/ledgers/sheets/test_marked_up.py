from pathlib import Path

import pytest

from yifa.ledgers.sheets import Grid, Merge, open_file

PAGE = """<html><head><meta charset="{charset}"></head><body><table>
<tr><td colspan="3">行政处罚台账</td></tr>
<tr><th rowspan="2">案号</th><th colspan="2">立案</th></tr><tr><th>日期</th><th>承办人</th></tr>
<tr><td> 一号 </td><td>2025-03-05</td><td>冯知秋<br>何有田</td></tr></table></body></html>"""
_NAMES = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
XML = f"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook {_NAMES}><Worksheet ss:Name="案件"><Table>
<Row><Cell><Data ss:Type="String">案号</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">罚款金额</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">一号</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="Number">5000</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def _open(path: Path, content: bytes) -> Grid:
    path.write_bytes(content)
    return open_file(path, path.name)[0]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_web_page_that_is_called_xls_is_read(tmp_path: Path, charset: str) -> None:
    grid = _open(tmp_path / "导出.xls", PAGE.replace("{charset}", charset).encode(charset))
    assert [grid.row(row) for row in range(grid.rows)] == [
        ["行政处罚台账", "", ""],
        ["案号", "立案", ""],
        ["", "日期", "承办人"],
        ["一号", "2025-03-05", "冯知秋何有田"],
    ]
    assert Merge(1, 2, 0, 0) in grid.merged
    assert Merge(1, 1, 1, 2) in grid.merged


def test_the_xml_of_excel_2003_is_read_with_its_gaps(tmp_path: Path) -> None:
    grid = _open(tmp_path / "导出.xls", XML.encode())
    assert grid.sheet == "案件"
    assert [grid.row(row) for row in range(grid.rows)] == [
        ["案号", "", "罚款金额"],
        ["", "", ""],
        ["", "", ""],
        ["一号", "", 5000.0],
    ]
