"""What holds of every case, lawful or not, on the invented procedure and on the shipped ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.law.invented import duty, engine
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type, day_number, day_of
from yifa.law.duties import Outcome
from yifa.law.facts import Act, Case, Organ, Profile
from yifa.law.run import Engine
from yifa.law.run.one_case import engine as shipped

FIRST = date(2023, 6, 1)
TERM = engine(
    duty(
        "time-limit",
        "from: applied\ndone: decided\nwithin: 20 working days\npauses: [test, hearing]\n"
        "extension: {act: extended, by: [head], at-most: 10 working days}",
    )
)
VALUES: dict[Type, st.SearchStrategy[Any]] = {
    Type.YES_NO: st.booleans(),
    Type.NUMBER: st.integers(0, 3),
    Type.MONEY: st.sampled_from([0, 10_000, 20_000, 20_100]),
    Type.DAY: st.integers(0, 600).map(lambda n: day_number(FIRST) + n),
    Type.NAMES: st.lists(st.sampled_from("abc"), max_size=3).map(tuple),
}


def acts(procedure: Procedure, *, most: int = 8) -> st.SearchStrategy[list[Act]]:
    """Acts of a procedure on any days, with any fields, some of them blank."""
    kinds = sorted(procedure.acts)

    @st.composite
    def act(draw: st.DrawFn) -> Act:
        kind = draw(st.sampled_from(kinds))
        fields = {}
        for name, declared in procedure.vocabulary[kind].items():
            if declared.type is Type.WORD:
                value = draw(st.none() | st.sampled_from(declared.words or ("a", "b")))
            elif declared.type in VALUES:
                value = draw(st.none() | VALUES[declared.type])
            else:
                value = None
            if value is not None:
                fields[name] = value
        day = draw(st.none() | st.integers(0, 400).map(lambda n: day_number(FIRST) + n))
        return Act(kind, day, draw(st.none() | st.integers(0, 1439)) if day is not None else None, fields)

    return st.lists(act(), min_size=1, max_size=most)


def results(of: Engine, listed: Sequence[Act], as_of: date, profiles: Sequence[str] = ()) -> dict[Any, Any]:
    case = Case("c", of.whole.folder.id, tuple(listed), Organ("o", tuple(Profile(name) for name in profiles)))
    return {one.key: one for one in of.judge(case, as_of)}


PENALTY = shipped("penalty-ordinary")


@settings(max_examples=60, deadline=None)
@given(acts(PENALTY.whole.folder.procedure), st.integers(0, 400), st.sampled_from([(), ("samr",)]))
def test_an_act_after_the_day_changes_no_answer_as_of_that_day(
    listed: list[Act], days: int, profiles: tuple[str, ...]
) -> None:
    as_of = FIRST + timedelta(days=days)
    kept = [act for act in listed if act.day is None or day_of(act.day) <= as_of]
    assert results(PENALTY, listed, as_of, profiles) == results(PENALTY, kept, as_of, profiles)


@settings(max_examples=60, deadline=None)
@given(acts(PENALTY.whole.folder.procedure), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(listed: list[Act], chance: Any) -> None:
    shuffled = list(listed)
    chance.shuffle(shuffled)
    as_of = FIRST + timedelta(days=500)
    assert results(PENALTY, listed, as_of) == results(PENALTY, shuffled, as_of)


@settings(max_examples=150, deadline=None)
@given(acts(TERM.whole.folder.procedure), st.integers(0, 60), st.integers(0, 40))
def test_a_pause_never_makes_a_term_end_earlier(listed: list[Act], begins: int, lasts: int) -> None:
    start = day_number(FIRST)
    plain = [
        Act("applied", start),
        *(act for act in listed if act.kind not in ("applied", "tested", "test-done", "warned", "heard")),
    ]
    paused = [*plain, Act("tested", start + begins), Act("test-done", start + begins + lasts)]
    as_of = FIRST + timedelta(days=500)
    (without,) = (one for key, one in results(TERM, plain, as_of).items() if key == ("cut-1", "case"))
    (with_,) = (one for key, one in results(TERM, paused, as_of).items() if key == ("cut-1", "case"))
    assert without.due is not None
    assert with_.due is None or with_.due >= without.due


@settings(max_examples=60, deadline=None)
@given(acts(PENALTY.whole.folder.procedure), st.integers(0, 400))
def test_what_was_recorded_later_was_not_known_before(listed: list[Act], days: int) -> None:
    known = datetime(2024, 1, 1) + timedelta(days=days)
    late = [replace(act, recorded_at=known + timedelta(minutes=1)) for act in listed[::2]]
    early = [replace(act, recorded_at=known) for act in listed[1::2]]
    as_of = FIRST + timedelta(days=500)
    of = PENALTY.whole.folder.id
    assert PENALTY.judge(Case("c", of, (*late, *early)), as_of, known) == PENALTY.judge(
        Case("c", of, tuple(early)), as_of
    )


@settings(max_examples=60, deadline=None)
@given(acts(PENALTY.whole.folder.procedure))
def test_a_duty_once_met_or_broken_on_dated_acts_stays_so(listed: list[Act]) -> None:
    dated = [act for act in listed if act.day is not None]
    early = results(PENALTY, dated, FIRST + timedelta(days=500))
    late = results(PENALTY, dated, FIRST + timedelta(days=900))
    settled = (Outcome.MET, Outcome.NOT_APPLICABLE)
    assert {key for key, one in early.items() if one.outcome in settled} <= {
        key for key, one in late.items() if one.outcome in (*settled, Outcome.UNMET)
    }
