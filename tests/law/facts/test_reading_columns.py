"""Every kind of column against rows made by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from yifa.law.conditions import day_number
from yifa.law.conditions.columns import (
    NEVER,
    AnyField,
    AsOf,
    Attribute,
    Column,
    CountOf,
    CrossCount,
    DayOf,
    EveryField,
    FieldOf,
    Happened,
    Match,
    MinuteOf,
    Names,
    Occurrence,
    OverlapOf,
    Pick,
    ProfileEdge,
    SizeOf,
    Span,
    UnqualifiedOf,
)
from yifa.law.facts import Act, Case, Moment, Organ, Profile, Register, View
from yifa.law.facts.reading_columns import reader

MARCH = day_number(date(2024, 3, 1)) - 1


def act(kind: str, day: int | None, minute: int | None = None, **fields: Any) -> Act:
    """An act on a day of March 2024."""
    return Act(kind, None if day is None else MARCH + day, minute, fields)


def of(kind: str, pick: Pick, **more: Any) -> Occurrence:
    return Occurrence(kind, pick, **more)


FIRST, LAST, IT, BEFORE, AFTER = Pick.FIRST, Pick.LAST, Pick.IT, Pick.BEFORE, Pick.AFTER
PASS = (Match("result", ("pass",)),)
ACTS = (
    act("review", 5, result="fail"),
    act("review", 9, 600, result="pass"),
    act("review", 9, result="pass"),
    act("review", 20),
    act("visit", 9, 540, officers=("a", "b"), recorded=True),
    act("visit", 12, officers=("b", "c"), recorded=False),
    act("visit", 14, recorded=True),
    act("signed", 7, clean=True),
    act("signed", 8, clean=True),
    act("lost", None, reason="x"),
    act("lost", 4, reason="x"),
    act("chaired", 9, 600, chair="a", year=2024),
    act("report", 2, year=2023),
    act("report", 3, year=2024),
    act("posted", 6, year=2024, body="office", page=1),
    act("posted", 4, body="office", page=2),
    act("posted", 8, body="board", page=3),
    act("posted", None, year=2023, body="board"),
    act("agreed", 5, body="office", page=1),
    act("agreed", None, body="office"),
)
IT_ACT = ACTS[11]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (Happened(of("review", FIRST)), True),
        (Happened(of("never", FIRST)), False),
        (Happened(of("review", FIRST, where=PASS)), True),
        (Happened(of("visit", FIRST, where=PASS)), False),
        (Happened(of("visit", FIRST, where=PASS, blanks=True)), True),
        (DayOf(of("review", FIRST)), MARCH + 5),
        (DayOf(of("review", LAST)), MARCH + 20),
        (DayOf(of("review", FIRST, where=PASS)), MARCH + 9),
        (MinuteOf(of("review", FIRST, where=PASS)), None),
        (MinuteOf(of("review", LAST, where=PASS)), 600),
        (DayOf(of("never", LAST)), None),
        (Happened(of("lost", FIRST)), True),
        (DayOf(of("lost", FIRST)), None),
        (FieldOf(of("lost", FIRST), "reason"), "x"),
        (FieldOf(of("review", FIRST), "result"), "fail"),
        (FieldOf(of("review", LAST), "result"), None),
        (FieldOf(of("visit", FIRST), "officers"), None),
        (DayOf(of("chaired", IT)), MARCH + 9),
        (FieldOf(of("chaired", IT), "chair"), "a"),
        (MinuteOf(of("chaired", IT)), 600),
        (DayOf(of("review", BEFORE)), MARCH + 9),
        (MinuteOf(of("review", BEFORE)), 600),
        (DayOf(of("review", AFTER)), MARCH + 9),
        (MinuteOf(of("review", AFTER)), None),
        (MinuteOf(of("visit", BEFORE)), 540),
        (DayOf(of("visit", AFTER)), MARCH + 12),
        (Happened(of("signed", BEFORE)), True),
        (Happened(of("signed", AFTER)), False),
        (Happened(of("chaired", BEFORE)), False),
        (Happened(of("lost", AFTER)), None),
        (Happened(of("lost", BEFORE)), True),
        (DayOf(of("lost", BEFORE)), None),
        (FieldOf(of("report", FIRST, where=(Match("year", as_it=True),)), "year"), 2024),
        (FieldOf(of("posted", FIRST, where=(Match("year", (2024,)),)), "body"), "office"),
        (FieldOf(of("posted", FIRST, where=(Match("year", (2024,)),)), "page"), None),
        (FieldOf(of("posted", LAST, where=(Match("year", (2024,)),)), "body"), None),
        (FieldOf(of("posted", FIRST, where=(Match("year", (2023,)),)), "body"), None),
        (FieldOf(of("posted", FIRST, where=(Match("year", (2022,)),)), "body"), None),
        (FieldOf(of("agreed", FIRST), "body"), "office"),
        (FieldOf(of("agreed", FIRST), "page"), None),
        (FieldOf(of("agreed", BEFORE), "body"), "office"),
        (FieldOf(of("agreed", AFTER), "body"), None),
        (AnyField("visit", "recorded"), True),
        (EveryField("visit", "recorded"), False),
        (AnyField("review", "recorded"), None),
        (EveryField("signed", "clean"), True),
        (EveryField("review", "recorded"), None),
        (CountOf("review"), 4),
        (CountOf("never"), 0),
        (CountOf("review", Span.BEFORE), 3),
        (CountOf("review", Span.AFTER), 3),
        (CountOf("review", where=PASS), None),
        (CountOf("report", where=(Match("year", (2024,)),)), 1),
        (CountOf("lost", Span.BEFORE), None),
        (SizeOf(Names("visit", "officers", FIRST)), 2),
        (SizeOf(Names("visit", "officers", None)), None),
        (SizeOf(Names("visit", "officers", LAST)), None),
        (OverlapOf(Names("chaired", "chair", IT), Names("visit", "officers", None)), 1),
        (OverlapOf(Names("chaired", "chair", IT), Names("visit", "officers", AFTER)), 0),
        (OverlapOf(Names("chaired", "chair", IT), Names("never", "officers", None)), 0),
        (OverlapOf(Names("review", "reviewer", LAST), Names("visit", "officers", FIRST)), None),
        (Attribute("case", "kind"), "large"),
        (Attribute("organ", "level"), "county"),
        (Attribute("organ", "other"), None),
        (ProfileEdge("samr", "first"), MARCH + 1),
        (ProfileEdge("samr", "last"), NEVER),
        (ProfileEdge("agri", "first"), NEVER),
        (ProfileEdge("agri", "last"), -NEVER),
        (AsOf(), MARCH + 31),
        (AsOf(minute=True), 1439),
        (CrossCount("duty-a"), 2),
        (CrossCount("duty-b"), None),
    ],
)
def test_a_column_is_what_its_page_says(column: Column, value: object) -> None:
    organ = Organ("o", (Profile("samr", date(2024, 3, 1)),), {"level": "county"})
    case = Case("c", "p", ACTS, organ, {"kind": "large"}, {"duty-a": 2})
    assert reader(column)(View(case, Moment(MARCH + 31)), IT_ACT) == value


@pytest.mark.parametrize(
    ("acts", "register", "missing"),
    [
        ((), Register(), 0),
        ((act("certificate-check-missed", 8, officer="a"),), Register(), 1),
        ((act("certificate-check-missed", 9, officer="a"),), Register(), 0),
        ((act("certificate-issued", 9, officer="a"),), Register(), 0),
        ((act("certificate-issued", 10, officer="a"),), Register(), 1),
        ((act("certificate-check-missed", 2, officer="a"), act("certificate-issued", 9, officer="a")), Register(), 0),
        ((), Register({"a": ((MARCH + 1, MARCH + 8),)}), 1),
        ((), Register({"a": ((MARCH + 1, MARCH + 8), (MARCH + 9, MARCH + 99))}), 0),
        ((), Register({}, complete=True), 2),
    ],
)
def test_a_certificate_must_be_held_on_the_day(acts: tuple[Act, ...], register: Register, missing: int) -> None:
    visit = act("visit", 9, officers=("a", "b"))
    view = View(Case("c", "p", (*acts, visit), register=register), Moment(MARCH + 31))
    column = UnqualifiedOf(Names("visit", "officers", Pick.IT), ("certificate-check-missed",))
    assert reader(column)(view, visit) == missing


def test_the_order_in_which_acts_arrive_changes_nothing() -> None:
    forward, backward = (View(Case("c", "p", acts), Moment(MARCH + 31)) for acts in (ACTS, ACTS[::-1]))
    for kind in forward.acts:
        assert list(forward.of(kind)) == list(backward.of(kind))


def test_what_comes_after_the_day_asked_about_or_was_not_known_does_not_exist() -> None:
    acts = (
        act("a", 3, 600),
        Act("b", MARCH + 3, None, {}, recorded_at=datetime(2024, 3, 9, 12)),
        act("c", None),
    )
    case = Case("c", "p", acts)
    assert set(View(case, Moment(MARCH + 3, 599)).acts) == {"b", "c"}
    assert set(View(case, Moment(MARCH + 3, 600)).acts) == {"a", "b", "c"}
    assert set(View(case, Moment(MARCH + 9), datetime(2024, 3, 9, 11)).acts) == {"a", "c"}
    assert set(View(case, Moment(MARCH + 2)).acts) == {"c"}


def test_an_organ_has_a_profile_once() -> None:
    with pytest.raises(ValueError, match="organ 'o' has the profile 'samr' twice; give it as it was at the time"):
        Organ("o", (Profile("samr"), Profile("samr")))
