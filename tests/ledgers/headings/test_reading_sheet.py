from tests.ledgers.headings.known_here import chosen, grid
from yifa.ledgers.headings.reading_sheet import columns_of_sheet


def test_names_may_stand_in_several_columns() -> None:
    head = ["案号", "立案日期", "主办人员", "协办人员", "处罚决定日期"]
    sheet = grid([list(head), ["一号"]])
    (one,) = chosen(sheet)
    assert one.head is not None
    assert one.table is not None
    found = columns_of_sheet(one.head, one.table, one.number)
    assert found.of["officers"] == (2, 3)
    assert found.open == ()


def test_what_a_mapping_gives_goes_before_what_is_read() -> None:
    sheet = grid([["案号", "立案日期", "处罚决定日期", "备用"], ["一号"]])
    (one,) = chosen(sheet)
    assert one.head is not None
    assert one.table is not None
    given = {"立案日期": None, "备用": "filed"}
    assert columns_of_sheet(one.head, one.table, one.number, given).of == {
        "number": (0,),
        "decided": (2,),
        "filed": (3,),
    }
