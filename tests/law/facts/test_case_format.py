"""The case format: values typed as the procedure declares them, and what is set aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.law.invented import duty, folder
from yifa.law.clock import Length, Unit
from yifa.law.conditions import Declared, Type, day_number
from yifa.law.facts import Act
from yifa.law.facts.case_format import NotAnAct, case_of, last_day, read_acts, typed

PROCEDURE = folder(duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days")).procedure


@pytest.mark.parametrize(
    ("given", "type_", "read"),
    [
        (True, Type.YES_NO, True),
        ("no", Type.YES_NO, False),
        (250, Type.MONEY, 25000),
        (250.55, Type.MONEY, 25055),
        (7, Type.NUMBER, 7),
        ("2024-02-29", Type.DAY, day_number(date(2024, 2, 29))),
        (date(2024, 2, 29), Type.DAY, day_number(date(2024, 2, 29))),
        ("head", Type.WORD, "head"),
        (["a", "b"], Type.NAMES, ("a", "b")),
        ("a", Type.NAMES, ("a",)),
        (30, Type.LENGTH, Length(30, Unit.CALENDAR_DAYS)),
        ("15wd", Type.LENGTH, Length(15, Unit.WORKING_DAYS)),
        ("15 wd", Type.LENGTH, Length(15, Unit.WORKING_DAYS)),
        ("30日", Type.LENGTH, Length(30, Unit.CALENDAR_DAYS)),
        ("2 months", Type.LENGTH, Length(2, Unit.MONTHS)),
    ],
)
def test_a_value_is_read_as_its_type(given: Any, type_: Type, read: object) -> None:
    assert typed(given, Declared(type_)) == read


@pytest.mark.parametrize(
    ("given", "type_", "message"),
    [
        ("perhaps", Type.YES_NO, "expected yes or no, found 'perhaps'"),
        (1, Type.YES_NO, "expected yes or no, found 1"),
        ("ten", Type.NUMBER, "expected a whole number, found 'ten'"),
        (True, Type.NUMBER, "expected a whole number, found True"),
        ("ten", Type.MONEY, "expected an amount of money, found 'ten'"),
        ("soon", Type.DAY, "expected a day, found 'soon'"),
        ("soon", Type.LENGTH, "expected a length, found 'soon'"),
        (3, Type.NAMES, "expected a list of names, found 3"),
    ],
)
def test_a_value_of_another_type_is_refused(given: Any, type_: Type, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        typed(given, Declared(type_))


def test_an_act_may_be_written_under_another_name_of_the_form() -> None:
    acts = {
        **PROCEDURE.acts,
        "decided": PROCEDURE.acts["decided"].model_copy(update={"written_as": ("answered", "reviewed")}),
    }
    procedure = PROCEDURE.model_copy(update={"acts": acts})

    def kinds(*written: str, named: frozenset[str] | None = None) -> list[str]:
        events = [{"on": f"2024-05-{day:02}", "act": kind} for day, kind in enumerate(written, 1)]
        return [act.kind for act in read_acts(events, procedure, named=named).acts]

    assert kinds("applied", "answered") == ["applied", "decided"]
    assert kinds("applied", "answered", "decided") == ["applied", "decided", "decided"]
    assert kinds("applied", "reviewed") == ["applied", "reviewed"]
    assert kinds("applied", "reviewed", named=frozenset({"decided"})) == ["applied", "decided"]
    assert kinds("applied", "reviewed", named=frozenset({"decided", "reviewed"})) == ["applied", "reviewed"]
    assert kinds("applied", "reviewed", "decided", named=frozenset({"decided"})) == ["applied", "reviewed", "decided"]


def test_a_day_written_by_a_program_that_takes_on_for_yes_is_refused_with_the_cure() -> None:
    with pytest.raises(NotAnAct, match="event 1: `on` came as `true`"):
        read_acts([{"True": "2024-05-14", "act": "applied"}], PROCEDURE)


def test_acts_are_read_with_days_times_and_fields() -> None:
    read = read_acts(
        [
            {"on": "2024-05-14T09:30", "act": "applied", "trees": 3, "major": None},
            {"on": date(2024, 5, 15), "act": "decided", "id": 7, "recorded-at": "2024-05-20T10:00"},
            {"act": "reviewed"},
        ],
        PROCEDURE,
    )
    may = day_number(date(2024, 5, 14))
    assert read.acts == (
        Act("applied", may, 570, {"trees": 3}),
        Act("decided", may + 1, None, {}, datetime(2024, 5, 20, 10), "7"),
        Act("reviewed", None),
    )
    assert read.set_aside == ()
    assert read.shown == {"applied.trees"}


def test_an_act_counts_as_another_where_its_field_is_yes() -> None:
    read = read_acts([{"on": "2024-05-14", "act": "applied", "told": True}], PROCEDURE)
    assert [act.kind for act in read.acts] == ["applied", "warned"]
    assert [act.kind for act in read_acts([{"on": "2024-05-14", "act": "applied", "told": False}], PROCEDURE).acts] == [
        "applied"
    ]


def test_what_the_procedure_does_not_know_is_set_aside_and_named() -> None:
    read = read_acts(
        [{"on": "2024-05-14", "act": "flown"}, {"on": "2024-05-14", "act": "applied", "colour": "red"}], PROCEDURE
    )
    assert read.set_aside == ("flown", "applied.colour")
    assert [act.fields for act in read.acts] == [{}]


def test_of_an_act_that_the_form_has_not_a_case_tells_nothing_unless_it_shows_it() -> None:
    reviewed = PROCEDURE.acts["reviewed"].model_copy(update={"case_format": False})
    procedure = PROCEDURE.model_copy(update={"acts": {**PROCEDURE.acts, "reviewed": reviewed}})
    silent = read_acts([{"on": "2024-05-14", "act": "applied"}], procedure).source(without=["decided"])
    showing = read_acts([{"on": "2024-05-14", "act": "reviewed"}], procedure).source(without=["decided"])
    carried = [[source.carries_act(act) for act in ("applied", "reviewed", "decided")] for source in (silent, showing)]
    assert carried == [[True, False, False], [True, True, False]]


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ({"on": "2024-05-14"}, "event 1: `act` is missing"),
        (
            {"on": "in May", "act": "applied"},
            "event 1: `on`: expected a day such as 2024-09-25 or 2024-09-25T17:30, found 'in May'",
        ),
        (
            {"on": "2024-05-14", "act": "applied", "trees": "many"},
            "event 1: `trees`: expected a whole number, found 'many'",
        ),
    ],
)
def test_an_entry_that_is_no_act_is_refused(event: dict[str, Any], message: str) -> None:
    with pytest.raises(NotAnAct) as caught:
        read_acts([event], PROCEDURE)
    assert str(caught.value) == message


def test_a_case_is_judged_as_of_its_last_event() -> None:
    timed = read_acts(
        [{"on": "2024-05-14T09:30", "act": "applied"}, {"on": "2024-05-13", "act": "reviewed"}], PROCEDURE
    )
    untimed = read_acts(
        [{"on": "2024-05-14T09:30", "act": "applied"}, {"on": "2024-05-14", "act": "reviewed"}], PROCEDURE
    )
    assert last_day(timed.acts) == datetime(2024, 5, 14, 9, 30)
    assert last_day(untimed.acts) == date(2024, 5, 14)
    assert last_day(read_acts([{"act": "applied"}], PROCEDURE).acts) is None


def test_the_profile_statute_is_always_on_and_no_overlay() -> None:
    organ = case_of("c", "p", (), ["statute", "samr", "samr"]).organ
    assert [profile.name for profile in organ.profiles] == ["samr"]
