import numpy as np

from yifa.ledgers.sheets import Cell
from yifa.ledgers.sheets.grid import columns_of
from yifa.ledgers.values.readings import Reading, Said, bad, read_column, value


def _read(seen: list[Cell], cells: list[str], rows: list[int]) -> list[Reading]:
    def reader(cell: Cell) -> Reading:
        seen.append(cell)
        return bad("no") if cell == "坏" else value(cell)

    column = columns_of([[cell] for cell in cells])[1][0]
    read = read_column(column, reader, np.array(rows, dtype=np.intp))
    assert read.says(Said.BAD).tolist() == [cells[row] == "坏" for row in rows]
    assert read.filled.tolist() == [cells[row] != "" for row in rows]
    return [read.readings[code] for code in read.codes]


def test_each_content_is_read_once_and_only_where_it_is_asked_for() -> None:
    seen: list[Cell] = []
    found = _read(seen, ["标题", "一", "一", "坏", "", "一"], [1, 2, 3, 4, 5])
    assert seen == ["一", "坏"]
    assert [one.value for one in found] == ["一", "一", None, None, "一"]
