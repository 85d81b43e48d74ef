"""What a source carries, and what that makes of columns and cases."""

from __future__ import annotations

from yifa.law.conditions.columns import Attribute, CrossCount, DayOf, FieldOf, Happened, Match, Occurrence, Pick
from yifa.law.facts import EVERYTHING, Act, Case, Source, needs

PASSED = Occurrence("reviewed", Pick.FIRST, (Match("result", ("pass",)),))


def test_a_column_needs_the_acts_and_fields_it_is_made_of() -> None:
    assert list(needs(FieldOf(PASSED, "reviewer"))) == [
        ("reviewed", None),
        ("reviewed", "result"),
        ("reviewed", "reviewer"),
    ]
    assert list(needs(Attribute("organ", "level"))) == []


def test_an_act_that_is_not_carried_leaves_its_columns_without_meaning() -> None:
    source = Source("s", without=frozenset({"reviewed"}))
    assert [source.carries(Happened(PASSED)), source.tells_of(Happened(PASSED))] == [False, False]
    assert source.carries(DayOf(Occurrence("decided", Pick.FIRST)))


def test_a_field_that_is_not_carried_is_only_blank() -> None:
    source = Source("s", fields=frozenset({"reviewed.reviewer"}))
    assert [source.carries(Happened(PASSED)), source.tells_of(Happened(PASSED))] == [False, True]


def test_attributes_and_counts_are_carried_where_it_says_so() -> None:
    level = Attribute("organ", "level")
    assert Source("s").carries(level)
    assert not Source("s", attributes=frozenset()).carries(level)
    assert Source("s", attributes=frozenset({"organ.level"})).carries(level)
    assert [EVERYTHING.carries(CrossCount("d")), Source("s").carries(CrossCount("d"))] == [True, False]


def test_a_case_is_told_without_what_the_source_does_not_carry() -> None:
    case = Case("c", "p", (Act("reviewed", 1, None, {"result": "pass", "reviewer": "a"}), Act("decided", 2)))
    source = Source("s", without=frozenset({"decided", "reviewed.result"}))
    assert source.told(case).acts == (Act("reviewed", 1, None, {"reviewer": "a"}),)
    assert Source("t", acts=frozenset({"decided"})).told(case).acts == (Act("decided", 2),)
