import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest

from tests.ledgers.invented import workbook
from tests.ledgers.sheets.compound import compound_file
from yifa.ledgers.sheets import Grid, NotOpened, Unopened, open_file

FILES = Path(__file__).parent / "files"
ROWS = [
    ["案号", "立案日期", "处罚决定日期"],
    ["青市监案〔2025〕1号", date(2025, 3, 5), 45764.0],
    ["青市监案〔2025〕2号", "2025.3.6", ""],
    ["青市监案〔2025〕2号", "2025.3.7", ""],
]


def _rows(grid: Grid) -> list[list[object]]:
    filled = grid.filled_down(1)
    return [list(filled.row(row)) for row in range(filled.rows)]


@pytest.mark.parametrize("name", ["plain.xls", "plain.ods"])
def test_other_formats_than_xlsx_are_read(name: str) -> None:
    grid = open_file(FILES / name, name)[0]
    rows = _rows(grid)
    assert [row[1] for row in rows] == [row[1] for row in ROWS]
    assert rows[1][2] == 45764.0


def test_merged_cells_of_an_old_workbook_are_known() -> None:
    assert _rows(open_file(FILES / "plain.xls", "plain.xls")[0]) == ROWS


@pytest.mark.parametrize("suffix", [".xls", ".csv", ".et", ".doc"])
def test_the_name_may_lie(tmp_path: Path, suffix: str) -> None:
    path = workbook(tmp_path / "真.xlsx", {"案件": ROWS})
    false = path.rename(tmp_path / f"台账{suffix}")
    assert open_file(false, false.name)[0].cell(1, 1) == date(2025, 3, 5)


@pytest.mark.parametrize("from_1904", [False, True])
def test_days_are_the_same_in_both_date_systems(tmp_path: Path, from_1904: bool) -> None:
    path = workbook(tmp_path / "台账.xlsx", {"案件": [["日"], [date(2025, 3, 5)]]}, date_1904=from_1904)
    grid = open_file(path, path.name)[0]
    assert (grid.cell(1, 0), grid.from_1904) == (date(2025, 3, 5), from_1904)


def test_an_old_workbook_says_which_date_system_it_has() -> None:
    assert [open_file(FILES / name, name)[0].from_1904 for name in ("plain.xls", "from1904.xls")] == [False, True]


def test_contents_keep_their_kind(tmp_path: Path) -> None:
    cells = [datetime(2025, 3, 5, 10, 30), time(9, 5), 1.5, True, "0018"]
    path = workbook(tmp_path / "台账.xlsx", {"案件": [cells]})
    assert open_file(path, path.name)[0].row(0) == cells


def test_hidden_sheets_are_known_as_such(tmp_path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415

    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("案件").write(0, 0, "一")
        book.add_worksheet("旧").hide()
        book.add_worksheet("底").very_hidden()
    assert [(grid.sheet, grid.hidden) for grid in open_file(path, path.name)] == [
        ("案件", False),
        ("旧", True),
        ("底", True),
    ]


def test_cells_that_show_an_error_do_not_stay_untold(tmp_path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415

    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("案件").write_formula(0, 0, "=1/0", None, "#DIV/0!")
        book.get_worksheet_by_name("案件").write(0, 1, "一")
    assert open_file(path, path.name)[0].faults == ("errors",)


def _zip(**members: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return held.getvalue()


REFUSED = [
    ("locked workbook", compound_file("EncryptedPackage"), Unopened.LOCKED),
    ("old text", compound_file("WordDocument"), Unopened.NOT_A_LEDGER),
    ("broken old workbook", compound_file("Workbook"), Unopened.BROKEN),
    ("cut compound", compound_file("Workbook")[:600], Unopened.BROKEN),
    (
        "locked ods",
        _zip(mimetype="x", **{"content.xml": "", "META-INF__manifest.xml": "<encryption-data/>"}),
        Unopened.LOCKED,
    ),
    ("text document", _zip(**{"word__document.xml": "<a/>"}), Unopened.NOT_A_LEDGER),
    ("broken workbook", _zip(**{"xl__workbook.xml": "<broken"}), Unopened.BROKEN),
    ("cut zip", _zip(**{"xl__workbook.xml": "<a/>"})[:40], Unopened.BROKEN),
    ("pdf", b"%PDF-1.7\n", Unopened.NOT_A_LEDGER),
    ("picture", b"\x89PNG\r\n\x1a\n0000", Unopened.NOT_A_LEDGER),
    ("nothing", b"\0\0\0\0", Unopened.EMPTY),
]


@pytest.mark.parametrize(("content", "why"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED])
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, content: bytes, why: Unopened) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    with pytest.raises(NotOpened) as refused:
        open_file(path, path.name)
    assert refused.value.why is why


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotOpened) as refused:
        open_file(tmp_path / "无.xlsx", "无.xlsx")
    assert refused.value.why is Unopened.MISSING
