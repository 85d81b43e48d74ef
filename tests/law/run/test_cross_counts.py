"""What is counted over many cases is what counting on one's fingers gives."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from yifa.law.conditions import day_number
from yifa.law.run.cross_counts import Counted, Told, cross_counts

AS_OF = date(2024, 6, 30)
ORDINARY, SIMPLE = "penalty-ordinary", "penalty-simple"
ACT = {ORDINARY: "decision-made", SIMPLE: "on-spot-decision"}
DUTY = {ORDINARY: "pen-one-act-one-fine", SIMPLE: "pen-one-act-one-fine/on-spot"}


class Fine(NamedTuple):
    procedure: str
    case: str
    party: str | None
    conduct: str | None
    fine: int | None
    later: bool = False


def tables(fines: list[Fine], procedure: str) -> Told:
    own = [one for one in fines if one.procedure == procedure]
    acts = pa.table(
        {
            "case": pa.array([one.case for one in own], pa.string()),
            "act": pa.array([ACT[procedure]] * len(own), pa.string()),
            "day": pa.array(
                [day_number(date(2024, 7, 1) if one.later else date(2024, 3, 1)) for one in own], pa.int32()
            ),
            "field.party_id": pa.array([one.party for one in own], pa.string()),
            "field.conduct": pa.array([one.conduct for one in own], pa.string()),
            "field.fine": pa.array([one.fine for one in own], pa.int64()),
        }
    )
    return Told(procedure, acts, pa.table({"case": pa.array(sorted({one.case for one in own}), pa.string())}))


def by_case(told: Told, counted: tuple[Counted, ...]) -> dict[str, int | None]:
    (one,) = counted
    return dict(zip(told.cases["case"].to_pylist(), one.counts.to_pylist(), strict=True))


def on_fingers(fines: list[Fine], procedure: str, pool: tuple[str, ...]) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    held = [one for one in fines if not one.later]
    for case in sorted({one.case for one in fines if one.procedure == procedure}):
        own = [one for one in held if one.procedure == procedure and one.case == case]
        blank = [one for one in own if one.fine is None or (one.fine > 0 and None in (one.party, one.conduct))]
        counts = [
            sum(
                (other.party, other.conduct) == (one.party, one.conduct) and (other.fine or 0) > 0
                for other in held
                if other.procedure in pool and (other.procedure, other.case) != (procedure, case)
            )
            for one in own
            if (one.fine or 0) > 0
        ]
        found[case] = None if blank else max(counts, default=0)
    return found


def test_a_second_fine_for_the_same_act_is_counted_across_cases_and_procedures() -> None:
    fines = [
        Fine(ORDINARY, "a", "P1", "C1", 20000),
        Fine(ORDINARY, "b", "P1", "C1", 30000),
        Fine(ORDINARY, "c", "P2", "C1", 30000),
        Fine(SIMPLE, "s", "P2", "C1", 5000),
    ]
    told = [tables(fines, ORDINARY), tables(fines, SIMPLE)]
    found = cross_counts(told, AS_OF)
    assert by_case(told[0], found[0]) == {"a": 1, "b": 1, "c": 1}
    assert by_case(told[1], found[1]) == {"s": 0}
    assert [one.complete for one in (*found[0], *found[1])] == [True, True]


def test_without_the_other_procedure_only_a_number_out_of_bounds_is_known() -> None:
    fines = [
        Fine(ORDINARY, "a", "P1", "C1", 20000),
        Fine(ORDINARY, "b", "P1", "C1", 30000),
        Fine(ORDINARY, "c", "P2", "C1", 30000),
    ]
    told = [tables(fines, ORDINARY)]
    (counted,) = cross_counts(told, AS_OF)[0]
    assert (counted.counts.to_pylist(), counted.complete) == ([1, 1, None], False)


def test_a_ledger_without_a_column_for_the_party_tells_nothing() -> None:
    told = [tables([Fine(SIMPLE, "s", "P1", "C1", 5000)], SIMPLE)]
    without = Told(SIMPLE, told[0].acts.drop_columns(["field.conduct"]), told[0].cases)
    (counted,) = cross_counts([without], AS_OF)[0]
    assert (counted.counts.to_pylist(), counted.complete) == ([None], False)


def test_cases_without_the_act_count_nothing() -> None:
    told = tables([Fine(ORDINARY, "a", "P1", "C1", 20000)], ORDINARY)
    more = Told(ORDINARY, told.acts, pa.table({"case": ["a", "without"]}))
    found = cross_counts([more, tables([], SIMPLE)], AS_OF)
    assert by_case(more, found[0]) == {"a": 0, "without": 0}


_FINES: Any = st.builds(
    Fine,
    st.sampled_from([ORDINARY, SIMPLE]),
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from(["P1", "P2", None]),
    st.sampled_from(["C1", "C2", None]),
    st.sampled_from([0, 100, None]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_FINES, max_size=14))
def test_any_cases_count_as_on_fingers(fines: list[Fine]) -> None:
    told = [tables(fines, ORDINARY), tables(fines, SIMPLE)]
    found = cross_counts(told, AS_OF)
    assert by_case(told[0], found[0]) == on_fingers(fines, ORDINARY, (ORDINARY, SIMPLE))
    assert by_case(told[1], found[1]) == on_fingers(fines, SIMPLE, (SIMPLE,))
