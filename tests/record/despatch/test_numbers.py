"""Numbers: one after the other in each series and year, none twice, voided for a reason."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import connection

from tests.record.register import CLERK, NOW, TODAY, register
from yifa.record.chain.queries import faults
from yifa.record.chain.writing import verb
from yifa.record.despatch.choices import NumberState
from yifa.record.despatch.errors import NoSuchSeries, NumberTaken
from yifa.record.despatch.models import Number, Series
from yifa.record.despatch.numbers import begin_series, reserve, series_of, take, use, void
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
PAPER = "行政处罚决定书"


@pytest.fixture
def series() -> Series:
    return begin_series(register().market, PAPER, "青市监罚", actor=CLERK, on=TODAY)


def test_numbers_follow_one_another_in_each_year(series: Series) -> None:
    taken = [*reserve(series, 2025, actor=CLERK, on=TODAY, many=2), *reserve(series, 2026, actor=CLERK, on=TODAY)]
    assert [one.text for one in taken] == ["青市监罚〔2025〕1号", "青市监罚〔2025〕2号", "青市监罚〔2026〕1号"]


def test_a_verb_that_fails_gives_its_number_back(series: Series) -> None:
    with pytest.raises(RuntimeError, match="power cut"):
        failing(series)
    [number] = reserve(series, 2026, actor=CLERK, on=TODAY)
    assert number.text == "青市监罚〔2026〕1号"


def failing(series: Series) -> None:
    with verb("decision-issued", organ="qp-market", by="clerk", on=TODAY, recorded=NOW) as writing:
        take(writing, series, 2026)
        raise RuntimeError("power cut")


def test_a_reserved_number_is_used_once_and_a_voided_one_never_given_again(series: Series) -> None:
    [number] = reserve(series, 2026, actor=CLERK, on=TODAY)
    with verb("decision-issued", organ="qp-market", by="clerk", on=TODAY, recorded=NOW) as writing:
        use(writing, number)
    with (
        pytest.raises(NumberTaken, match="青市监罚〔2026〕1号: is used, expected a reserved number"),
        verb("decision-issued", organ="qp-market", by="clerk", on=TODAY, recorded=NOW) as writing,
    ):
        use(writing, number)
    with pytest.raises(NumberTaken, match="voided without a reason, expected one"):
        void(number, actor=CLERK, on=TODAY)
    void(number, actor=Actor("clerk 1", NOW, "文书作废"), on=TODAY)
    [later] = reserve(series, 2026, actor=CLERK, on=TODAY)
    assert (Number.objects.get(place=1).state, later.place) == (NumberState.VOIDED, 2)
    assert faults() == []


def test_a_series_is_begun_once_for_each_paper(series: Series) -> None:
    with pytest.raises(NumberTaken, match="行政处罚决定书 already has the series 青市监罚, expected another"):
        begin_series(series.organ, PAPER, "青市监处", actor=CLERK, on=TODAY)
    assert series_of(series.organ, PAPER) == series
    with pytest.raises(NoSuchSeries, match="organ qp-market: has no numbers for 催告书"):
        series_of(series.organ, "催告书")


@pytest.mark.django_db(transaction=True)
def test_writers_at_one_time_never_get_the_same_number() -> None:
    series = begin_series(register().market, PAPER, "青市监罚", actor=CLERK, on=TODAY)
    failed: list[BaseException] = []

    def write() -> None:
        try:
            with everything("a test"):
                for _ in range(15):
                    reserve(series, 2026, actor=CLERK, on=date(2026, 3, 2))
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert failed == []
    assert sorted(Number.objects.values_list("place", flat=True)) == list(range(1, 61))
    assert faults() == []
