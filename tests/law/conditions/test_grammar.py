"""The parser: what a text becomes, and where it stops making sense."""

from __future__ import annotations

import pytest

from yifa.law.conditions import NotACondition
from yifa.law.conditions.grammar import parse_condition, parse_event
from yifa.law.conditions.syntax import (
    Asked,
    Binary,
    Denied,
    Event,
    Extreme,
    In,
    Literal,
    Logic,
    Matching,
    Member,
    Name,
)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("yes", Literal(1, "yes/no", True)),
        ("200 yuan", Literal(1, "money", 20000)),
        ("2024-02-29", Literal(1, "day", "2024-02-29")),
        ('"31(6)"', Literal(1, "word", "31(6)")),
        ("it.fine", Member(1, Name(1, "it"), "fine", 4)),
        (
            "a or b and not c",
            Logic(1, "or", (Name(1, "a"), Logic(6, "and", (Name(6, "b"), Denied(12, Name(16, "c")))))),
        ),
        ("(a or b) and c", Logic(1, "and", (Logic(2, "or", (Name(2, "a"), Name(7, "b"))), Name(14, "c")))),
        ("a before it", Binary(3, "before", Name(1, "a"), Name(10, "it"))),
        (
            "a + 3 * 2 > b",
            Binary(
                11,
                ">",
                Binary(3, "+", Name(1, "a"), Binary(7, "*", Literal(5, "number", 3), Literal(9, "number", 2))),
                Name(13, "b"),
            ),
        ),
        ("case-filed - 30", Binary(12, "-", Name(1, "case-filed"), Literal(14, "number", 30))),
        ("it.x otherwise no", Binary(6, "otherwise", Member(1, Name(1, "it"), "x", 4), Literal(16, "yes/no", False))),
        (
            "it.who in [head, 信访部门]",
            In(8, Member(1, Name(1, "it"), "who", 4), (Name(12, "head"), Name(18, "信访部门")), False),
        ),
        ("it.who not in [head]", In(12, Member(1, Name(1, "it"), "who", 4), (Name(16, "head"),), True)),
        (
            "happened a (r = pass)",
            Asked(1, "happened", Event(10, "a", None, (Matching(13, "r", (Name(17, "pass"),)),))),
        ),
        ("count last a before it", Asked(1, "count", Event(7, "a", "before"))),
        ("unmet lic-a/part", Asked(1, "unmet", Name(7, "lic-a/part"))),
        ("latest [a, due b]", Extreme(1, "latest", (Name(9, "a"), Asked(12, "due", Name(16, "b"))))),
        ("known it.x", Asked(1, "known", Member(7, Name(7, "it"), "x", 10))),
    ],
)
def test_a_text_becomes_a_tree_that_knows_its_places(text: str, node: object) -> None:
    assert parse_condition(text) == node


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("decision-made", Event(1, "decision-made")),
        ("first decision-made", Event(1, "decision-made", "first")),
        ("last notice before it", Event(1, "notice", "before")),
        ("next report after it", Event(1, "report", "after")),
        ("report (year = it.year)", Event(1, "report", None, (Matching(9, "year", (), as_it=True),))),
        (
            "x (a = yes, b in [c, d])",
            Event(
                1,
                "x",
                None,
                (Matching(4, "a", (Literal(8, "yes/no", True),)), Matching(13, "b", (Name(19, "c"), Name(22, "d")))),
            ),
        ),
    ],
)
def test_an_event_says_which_occurrence_is_meant(text: str, event: Event) -> None:
    assert parse_event(text) == event


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "«» at character 1: expected an act, a field or a value, found the end"),
        ("a and", "«a and» at character 6: expected an act, a field or a value, found the end"),
        ("a = = b", "«a = = b» at character 5: expected an act, a field or a value, found «=»"),
        ("a b", "«a b» at character 3: expected the end, «and» or «or», found «b»"),
        ("a = b = c", "«a = b = c» at character 7: a second comparison, «=»: join comparisons with «and»"),
        ("a; import os", "«a; import os» at character 2: «;» has no meaning here"),
        ("(a", "«(a» at character 3: expected «)» to close the bracket, found the end"),
        ("latest a", "«latest a» at character 8: expected «[» after «latest», found «a»"),
        ("latest [a, b", "«latest [a, b» at character 13: expected «]» to close the list, found the end"),
        ("it.", "«it.» at character 4: expected a field after the dot, found the end"),
        ("due 3", "«due 3» at character 5: expected the id of a duty after «due», found «3»"),
        ("2024-02-30", "«2024-02-30» at character 1: «2024-02-30» is no day of the calendar"),
        ("next a", "«next a» at character 1: «next» needs «after it»: what is next is next after something"),
        ("it.x in head", "«it.x in head» at character 9: expected «[» to open the list, found «head»"),
        (
            "happened a (r pass)",
            "«happened a (r pass)» at character 15: expected «=» after the field «r», found «pass»",
        ),
        ("x (a = it.b)", "«x (a = it.b)» at character 11: only the same field can be compared here: expected «a»"),
        ("happened before", "«happened before» at character 10: expected an act, a field or a value, found «before»"),
    ],
)
def test_a_text_that_is_no_condition_is_refused_where_it_stops_making_sense(text: str, message: str) -> None:
    with pytest.raises(NotACondition) as caught:
        parse_condition(text)
    assert str(caught.value) == message
