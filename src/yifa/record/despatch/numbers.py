"""Numbers of papers: next in series, reserved, used, voided (GB/T 9704: 发文字号).

A number is taken inside the transaction of the verb that needs it, which holds the count of its series and year until
it ends: nobody else gets the same number, and a verb that fails gives its own back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yifa.record.chain.writing import Writing
from yifa.record.despatch.choices import NumberState
from yifa.record.despatch.errors import NoSuchSeries, NumberTaken
from yifa.record.despatch.models import Number, NumberCount, Series
from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Organ


def begin_series(organ: Organ, paper: str, letters: str, *, actor: Actor, on: date) -> Series:
    """Begin a series of numbers of an organ for one kind of paper. Raises `NumberTaken` where there is one."""
    for taken in Series.objects.filter(organ=organ):
        if paper == taken.paper or letters == taken.letters:
            raise NumberTaken(
                f"organ {organ.code}: {taken.paper} already has the series {taken.letters}, expected another"
            )
    with verb_of("series-begun", organ, actor, on) as writing:
        [series] = writing.insert(Series(organ=organ, paper=paper, letters=letters))
    return series


def series_of(organ: Organ, paper: str) -> Series:
    """The series of an organ for a paper. Raises `NoSuchSeries`."""
    found = Series.objects.filter(organ=organ, paper=paper).first()
    if found is None:
        raise NoSuchSeries(f"organ {organ.code}: has no numbers for {paper}, expected a series to be begun first")
    return found


def take(
    writing: Writing, series: Series, year: int, state: NumberState = NumberState.USED, many: int = 1
) -> Sequence[Number]:
    """The next numbers of a series in a year, within the verb that uses them."""
    NumberCount.objects.bulk_create([NumberCount(series=series, year=year)], ignore_conflicts=True)
    count = NumberCount.objects.select_for_update().get(series=series, year=year)
    first = count.last + 1
    count.last += many
    count.save(update_fields=["last"])
    return writing.insert(
        *(Number(series=series, year=year, place=place, state=state) for place in range(first, first + many))
    )


def reserve(series: Series, year: int, *, actor: Actor, on: date, many: int = 1) -> Sequence[Number]:
    """Keep numbers for papers that are being drawn up."""
    with verb_of("numbers-reserved", series.organ, actor, on) as writing:
        return take(writing, series, year, NumberState.RESERVED, many)


def use(writing: Writing, number: Number) -> Number:
    """Use a number that was reserved. Raises `NumberTaken`."""
    if number.state != NumberState.RESERVED:
        raise NumberTaken(f"{number.text}: is {number.state}, expected a reserved number")
    return writing.change(number, state=NumberState.USED)


def void(number: Number, *, actor: Actor, on: date) -> Number:
    """Void a number: it stays in its series and is never given again. A reason is asked for."""
    if number.state == NumberState.VOIDED:
        raise NumberTaken(f"{number.text}: is voided already")
    if not actor.because:
        raise NumberTaken(f"{number.text}: voided without a reason, expected one")
    with verb_of("number-voided", number.series.organ, actor, on) as writing:
        return writing.change(number, state=NumberState.VOIDED, reason=actor.because)
