"""What holds for every term, whatever happens to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.law.clock.histories import History, histories
from yifa.law.catalogue import calendar
from yifa.law.clock import story

many = settings(max_examples=300, deadline=None)


@many
@given(histories(extensions=0), st.integers(1, 20))
def test_a_longer_term_never_ends_earlier(history: History, more: int) -> None:
    shorter = history.due(calendar())
    longer = replace(history, n=history.n + more).due(calendar())

    if shorter.latest is None:
        assert longer.latest is None
    elif longer.latest is not None:
        assert longer.latest >= shorter.latest
        assert longer.earliest >= shorter.earliest


@many
@given(histories(open_pauses=False, pauses=2), st.data())
def test_splitting_a_pause_changes_nothing(history: History, data: st.DataObject) -> None:
    long = [stop for stop in history.pauses if stop[1] is not None and stop[1] > stop[0]]
    assume(long)
    begins, ends = data.draw(st.sampled_from(long))
    middle = begins + timedelta(days=data.draw(st.integers(0, (ends - begins).days)))
    others = list(history.pauses)
    others.remove((begins, ends))
    split = replace(history, pauses=(*others, (begins, middle), (middle, ends)))

    assert split.due(calendar()).latest == history.due(calendar()).latest


@many
@given(histories(), st.integers(-20, 200))
def test_a_pause_of_zero_days_changes_nothing(history: History, offset: int) -> None:
    day = history.start + timedelta(days=offset)
    with_pause = replace(history, pauses=(*history.pauses, (day, day)))

    assert with_pause.due(calendar()).latest == history.due(calendar()).latest


@many
@given(histories(), st.data())
def test_the_order_in_which_facts_are_given_changes_nothing(history: History, data: st.DataObject) -> None:
    shuffled = replace(
        history,
        pauses=tuple(data.draw(st.permutations(history.pauses))),
        extensions=tuple(sorted(history.extensions, key=lambda one: one[0])),
    )
    again = shuffled.due(calendar())
    first = replace(history, extensions=shuffled.extensions).due(calendar())

    assert (again.latest, again.earliest, again.days_left) == (first.latest, first.earliest, first.days_left)


@many
@given(histories(extensions=0), st.integers(-20, 150), st.integers(0, 60))
def test_a_pause_never_makes_a_term_end_earlier(history: History, offset: int, length: int) -> None:
    begins = history.start + timedelta(days=offset)
    alone = history.due(calendar())
    paused = replace(history, pauses=(*history.pauses, (begins, begins + timedelta(days=length)))).due(calendar())

    if alone.latest is None:
        assert paused.latest is None
    elif paused.latest is not None:
        assert paused.latest >= alone.latest


@many
@given(histories())
def test_a_story_replays_to_its_date(history: History) -> None:
    answer = history.due(calendar())
    told = story(answer)

    assert told.replay() == answer.latest
    assert [run.first for run in told.runs[1:]] == [run.last + timedelta(days=1) for run in told.runs[:-1]]
    if told.runs:
        assert told.runs[0].first == history.start + timedelta(days=1)


@many
@given(histories())
def test_the_earliest_reading_is_never_after_the_latest(history: History) -> None:
    answer = history.due(calendar())

    if answer.latest is not None and answer.earliest is not None:
        assert answer.earliest <= answer.latest
        assert answer.provisional or answer.earliest == answer.latest
