from typing import Any

import polars as pl

from yifa.ledgers.taking_in.same_acts import merged

SCHEMA = {
    "case": pl.Int32,
    "position": pl.Int32,
    "nth": pl.Int8,
    "made": pl.Boolean,
    "day": pl.Int64,
    "minute": pl.Int64,
    "id": pl.String,
    "field.a": pl.Int64,
}


def _told(rows: list[tuple[Any, ...]], rank: int, *, main: bool = False, of_case: bool = False) -> pl.DataFrame:
    """Tellings: case, made, day, minute, field."""
    whole = [(case, place, 1, made, day, minute, None, a) for place, (case, made, day, minute, a) in enumerate(rows)]
    return pl.DataFrame(whole, schema=SCHEMA, orient="row").with_columns(
        rank=pl.lit(rank, dtype=pl.Int32), is_main=pl.lit(main), of_case=pl.lit(main or of_case)
    )


def _acts(*tellings: pl.DataFrame) -> list[tuple[Any, ...]]:
    acts = merged(tellings).acts.select("case", "day", "minute", "field.a")
    return sorted(acts.rows(), key=str)


def test_acts_that_one_sheet_tells_stay_as_they_are() -> None:
    assert _acts(_told([(0, True, 5, None, 1), (0, True, 5, None, 2), (1, False, None, None, 3)], 0)) == [
        (0, 5, None, 1),
        (0, 5, None, 2),
    ]


def test_the_same_day_in_two_sheets_is_one_act_and_fields_are_put_together() -> None:
    one = _told([(0, True, 5, None, None)], 0, main=True)
    other = _told([(0, True, 5, 600, 7)], 1)
    assert _acts(one, other) == [(0, 5, 600, 7)]


def test_another_day_is_another_act() -> None:
    assert _acts(_told([(0, True, 5, None, 1)], 0), _told([(0, True, 6, None, 2)], 1)) == [
        (0, 5, None, 1),
        (0, 6, None, 2),
    ]


def test_times_that_differ_make_two_acts() -> None:
    assert _acts(_told([(0, True, 5, 540, 1)], 0), _told([(0, True, 5, 600, 2)], 1)) == [(0, 5, 540, 1), (0, 5, 600, 2)]


def test_of_several_on_a_day_the_nth_is_the_nth() -> None:
    one = _told([(0, True, 5, None, 1), (0, True, 5, None, 2)], 0)
    other = _told([(0, True, 5, None, None)], 1)
    assert _acts(one, other) == [(0, 5, None, 1), (0, 5, None, 2)]


def test_one_without_a_day_is_the_only_act_of_another_sheet() -> None:
    assert _acts(_told([(0, True, None, None, 1)], 0), _told([(0, True, 8, None, None)], 1)) == [(0, 8, None, 1)]
    assert _acts(_told([(0, False, None, None, 1)], 0), _told([(0, True, 8, None, None)], 1)) == [(0, 8, None, 1)]


def test_one_without_a_day_beside_several_stays_by_itself_or_falls_away() -> None:
    others = _told([(0, True, 8, None, 1), (0, True, 9, None, 2)], 1)
    assert _acts(_told([(0, True, None, None, 3)], 0), others) == [(0, 8, None, 1), (0, 9, None, 2), (0, None, None, 3)]
    assert _acts(_told([(0, False, None, None, 3)], 0), others) == [(0, 8, None, 1), (0, 9, None, 2)]


def test_a_row_of_the_case_without_a_day_tells_of_the_act_of_the_main_sheet() -> None:
    main, again = _told([(0, True, 8, None, None)], 0, main=True), _told([(0, True, 20, None, 2)], 2)
    of_case = _told([(0, True, None, None, 7)], 1, of_case=True)
    assert _acts(main, of_case, again) == [(0, 20, None, 2), (0, 8, None, 7)]
    assert _acts(main, _told([(0, True, None, None, 7)], 1), again) == [
        (0, 20, None, 2),
        (0, 8, None, None),
        (0, None, None, 7),
    ]


def test_what_no_cell_makes_is_no_act() -> None:
    assert _acts(_told([(0, False, None, None, 1)], 0), _told([(0, False, None, None, 2)], 1)) == []


def test_what_differs_is_told_and_the_first_sheet_counts() -> None:
    found = merged([_told([(0, True, 5, None, 1)], 0, main=True), _told([(0, True, 5, None, 2)], 1)])
    assert found.acts["field.a"].to_list() == [1]
    assert found.differing.rows() == [(0, "field.a", False, [0, 1], [0, 0])]


def test_two_main_sheets_that_differ_are_told_as_such() -> None:
    found = merged([_told([(0, True, 5, None, 1)], 0, main=True), _told([(0, True, 6, None, 1)], 1, main=True)])
    assert [(case, column, mains) for case, column, mains, *_ in found.differing.rows()] == [(0, "day", True)]
    same = merged([_told([(0, True, 5, None, 1)], 0, main=True), _told([(0, True, 5, None, 2)], 1, main=True)])
    assert [(case, column, mains) for case, column, mains, *_ in same.differing.rows()] == [(0, "field.a", True)]
