from pathlib import Path

import pytest

from yifa.ledgers.sheets import NotOpened, Unopened, open_file
from yifa.ledgers.sheets.delimited import encoding_of

ROWS = [["案号", "当事人"], ["一号", "好邻，超市"], ["二号", "两\n行"]]
TEXT = '案号,当事人\r\n一号,"好邻，超市"\r\n二号,"两\n行"\r\n'


def _read(path: Path) -> list[list[object]]:
    grid = open_file(path, path.name)[0]
    return [list(grid.row(row)) for row in range(grid.rows)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_an_office_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert _read(path) == ROWS


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_text(f"案号{separator}当事人\n一号{separator}甲\n", encoding="utf-8")
    assert _read(path) == [["案号", "当事人"], ["一号", "甲"]]


def test_commas_inside_cells_do_not_win_over_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("案号;人员\n一号;张三,李四\n二号;王五,赵六,孙七\n", encoding="utf-8")
    assert _read(path)[1] == ["一号", "张三,李四"]


@pytest.mark.parametrize(("first", "separator"), [("sep=;", ";"), ("sep=\t", "\t")])
def test_a_first_line_may_name_the_separator(tmp_path: Path, first: str, separator: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_text(f"{first}\n案号{separator}当事人,二\n", encoding="utf-8")
    assert _read(path)[1] == ["案号", "当事人,二"]


def test_gb18030_after_a_long_beginning_in_ascii_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(b"a,b\n" * 600_000 + "案号,当事人\n".encode("gb18030"))
    assert encoding_of(path) == "gb18030"


def test_bytes_that_are_no_characters_are_told(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes("案号,当事人\n一号,".encode("gb18030") + b"\xff\xfe\n" + "二号,甲\n".encode("gb18030") * 200)
    grid = open_file(path, path.name)[0]
    assert grid.faults == ("undecoded",)
    assert grid.cell(2, 1) == "甲"


def test_titles_and_short_rows_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("台账\n\n案号,当事人\n一号\n", encoding="utf-8")
    assert _read(path) == [["台账", ""], ["", ""], ["案号", "当事人"], ["一号", ""]]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"  \r\n\r\n", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(content)
    with pytest.raises(NotOpened) as refused:
        open_file(path, path.name)
    assert refused.value.why is Unopened.EMPTY


def test_bytes_of_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(bytes(range(1, 256)) * 50)
    with pytest.raises(NotOpened) as refused:
        open_file(path, path.name)
    assert refused.value.why is Unopened.NOT_A_LEDGER


def test_a_cell_beyond_all_reason_is_a_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text('案号,当事人\n一号,"' + "甲" * 200_000, encoding="utf-8")
    with pytest.raises(NotOpened) as refused:
        open_file(path, path.name)
    assert (refused.value.why, refused.value.detail) == (Unopened.BROKEN, "2")
