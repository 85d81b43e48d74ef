import pytest

from yifa.ledgers.problems import Place, column_letters


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_lettered_as_in_excel(number: int, letters: str) -> None:
    assert column_letters(number) == letters


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        (Place("a.xlsx", "案件", 17, 3), "C17"),
        (Place("a.xlsx", "案件", 17), "17"),
        (Place("a.xlsx", "案件", None, 3), "C"),
        (Place("a.xlsx"), ""),
    ],
)
def test_a_place_names_its_cell_as_far_as_it_is_known(place: Place, cell: str) -> None:
    assert place.cell == cell
