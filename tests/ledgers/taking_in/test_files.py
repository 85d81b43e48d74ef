from pathlib import Path

from yifa.ledgers.taking_in.files import files_of


def test_files_come_in_the_order_of_their_names_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("乙/台账.xlsx", "甲/b.csv", "甲/a.csv", "甲/~$a.csv", ".git/x.csv", "Thumbs.db", "名册.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    found = [path.relative_to(tmp_path).as_posix() for path in files_of(tmp_path)]
    assert found == ["乙/台账.xlsx", "名册.xlsx", "甲/a.csv", "甲/b.csv"]
    assert list(files_of(tmp_path / "名册.xlsx")) == [tmp_path / "名册.xlsx"]
