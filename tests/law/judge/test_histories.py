"""What holds of every history, whether the judge or the compiled function answers it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.law.judge.comparison import Engine, the_compiled_function, the_judge
from tests.law.judge.facts import Moment, case_of_example
from tests.law.judge.histories import SURE, histories, many
from tests.law.judge.judge import IN_DOUBT, Answer
from yifa.law.catalogue.examples import Carries, Example
from yifa.law.catalogue.folders import Folder, folder, procedure_ids
from yifa.law.catalogue.term import TermDuty

WHO: dict[str, Engine] = {"judge": the_judge, "compiled function": the_compiled_function}
EACH = pytest.mark.parametrize("id_", procedure_ids())
BY_EACH = pytest.mark.parametrize("who", WHO)
A_FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
ALL_CARRIED = Carries(fields="all")
EVERY_OUTCOME = {"not-applicable", "pending", "met", "unmet", "unknown", "not-assessable"}


def answers(who: str, of: Folder, case: Example) -> dict[tuple[str, str], Answer]:
    return dict(WHO[who](of, [case])[0])


def as_of(case: Example, of: Folder) -> Moment:
    return case_of_example(case, of.procedure).as_of


@EACH
@BY_EACH
@A_FEW
@given(data=st.data())
def test_an_act_after_the_day_asked_about_changes_no_answer(id_: str, who: str, data: st.DataObject) -> None:
    of = folder(id_)
    case = data.draw(histories(of)).model_copy(update={"carries": ALL_CARRIED})
    today = as_of(case, of)
    more = data.draw(histories(of)).events
    later = [_moved(event, today.day + timedelta(days=data.draw(st.integers(1, 400)))) for event in more]
    now = case.model_copy(update={"as_of": today.as_written()})

    assert answers(who, of, now) == answers(who, of, now.model_copy(update={"events": (*now.events, *later)}))


@EACH
@BY_EACH
@A_FEW
@given(data=st.data())
def test_an_act_written_down_too_late_changes_no_answer(id_: str, who: str, data: st.DataObject) -> None:
    of = folder(id_)
    case = data.draw(histories(of)).model_copy(update={"carries": ALL_CARRIED})
    case = case.model_copy(update={"as_of": as_of(case, of).as_written(), "known_at": date(2026, 6, 30)})
    late = [{**event, "recorded-at": "2026-07-01T00:00"} for event in data.draw(histories(of)).events]

    assert answers(who, of, case) == answers(who, of, case.model_copy(update={"events": (*case.events, *late)}))


@EACH
@BY_EACH
@A_FEW
@given(data=st.data())
def test_the_order_of_the_rows_changes_nothing(id_: str, who: str, data: st.DataObject) -> None:
    of = folder(id_)
    case = data.draw(histories(of))
    turned = case.model_copy(update={"events": tuple(data.draw(st.permutations(case.events)))})

    assert answers(who, of, case) == answers(who, of, turned)


def _pausing(of: Folder) -> list[TermDuty]:
    """The duties that leave time out."""
    return [duty for duty in of.duties if isinstance(duty, TermDuty) and duty.pauses]


@pytest.mark.parametrize("id_", [id_ for id_ in procedure_ids() if _pausing(folder(id_))])
@BY_EACH
@A_FEW
@given(data=st.data())
def test_a_pause_never_makes_a_term_end_earlier(id_: str, who: str, data: st.DataObject) -> None:
    of = folder(id_)
    asked = data.draw(st.sampled_from(_pausing(of)))
    case = data.draw(histories(of, SURE, asked.id))
    pause = of.procedure.pauses[data.draw(st.sampled_from(asked.pauses))]
    acts = {*pause.from_, *pause.to}
    free = acts.isdisjoint(event["act"] for event in case.events)
    begins = as_of(case, of).day - timedelta(days=data.draw(st.integers(0, 90)))
    told = dict.fromkeys(pause.told, True)
    paused = [
        {"act": pause.from_[0], "on": begins, **told},
        {"act": pause.to[0], "on": begins + timedelta(days=data.draw(st.integers(0, 40)))},
    ]
    assume(free and not _speaks_of(asked, acts))
    now = case.model_copy(update={"as_of": as_of(case, of).as_written()})
    before = _ends(answers(who, of, now), asked)
    after = _ends(answers(who, of, now.model_copy(update={"events": (*now.events, *paused)})), asked)

    assert all(after[subject] >= last for subject, last in before.items())


def _speaks_of(duty: TermDuty, acts: set[str]) -> bool:
    """Whether the acts of a pause matter to a duty in another way too."""
    return any(act in text.text for text in duty.texts() for act in acts)


def _ends(said: dict[tuple[str, str], Answer], duty: TermDuty) -> dict[str, date]:
    """The last day for every subject; a term that stands still ends on no day."""
    return {
        subject: answer.due if isinstance(answer.due, date) else date.max
        for (id_, subject), answer in said.items()
        if id_ == duty.id and answer.outcome in ("met", "unmet", "pending") and answer.due != IN_DOUBT
    }


def _moved(event: dict[str, Any], to: date) -> dict[str, Any]:
    return {**{key: value for key, value in event.items() if key != "recorded-at"}, "on": to}


@EACH
def test_random_histories_come_to_every_outcome(id_: str) -> None:
    of = folder(id_)
    outcomes = Counter[str]()
    for seed in range(5, 12):  # a few are enough, but where duties hold in one place each
        outcomes.update(answer.outcome for said in the_judge(of, many(of, 90, seed=seed)) for answer in said.values())
        if len(outcomes) == len(EVERY_OUTCOME) and min(outcomes.values()) > 2:
            break

    assert {outcome for outcome, count in outcomes.items() if count > 2} == EVERY_OUTCOME
