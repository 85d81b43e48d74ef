"""The figure book of a period: every measure that can be counted, its definition, its value before, its origin.

A figure is worked out from what was gathered for all organs together and for each of them; beside it stand last year's
value, the change, what the data leave open, and how many rows stand behind it. Measures that nobody counts are listed,
so that they can be asked for. Nothing is rounded here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from yifa.law.catalogue.measures import measure, measures
from yifa.law.catalogue.statistics_forms import statistics_forms
from yifa.law.figures import Figure, Grain, Period
from yifa.law.figures.forms import FilledForm, fill
from yifa.law.figures.grain import ALL_ORGANS, NOTHING, Told
from yifa.law.figures.relations import Relation, relations
from yifa.law.figures.working_out import work_out, work_out_all
from yifa.law.run.counting import Behind, Counting
from yifa.oversight.reporting.gathering import Gathered
from yifa.oversight.reporting.last_year import Earlier, Origin
from yifa.oversight.reporting.registers import of_registers
from yifa.oversight.reporting.returned import Reported


@dataclass(frozen=True)
class Change:
    """From the earlier value: the difference, and in per cent of it; None of rates, and where the earlier is nought."""

    difference: Fraction
    percent: Fraction | None


@dataclass(frozen=True)
class Entry:
    """One measure: its figure, last year's, the change, and the figure of each organ, level and region with any.

    `by_procedure`: what each procedure comes to, where it is counted from several.
    `reported`: by whom it was given, where it was not counted.
    """

    figure: Figure
    earlier: Earlier | None = None
    change: Change | None = None
    by_organ: tuple[tuple[str, Figure], ...] = ()
    by_level: tuple[tuple[str, Figure], ...] = ()
    by_region: tuple[tuple[str, Figure], ...] = ()
    by_procedure: tuple[tuple[str, Figure], ...] = ()
    reported: Reported | None = None

    @property
    def id(self) -> str:
        """The id of the measure."""
        return self.figure.measure.id


@dataclass(frozen=True)
class FigureBook:
    """The book: entries in the order of the corpus, measures nobody counts, relations, forms, and the rows behind."""

    period: Period
    as_of: date
    gathered: Gathered
    entries: tuple[Entry, ...]
    not_counted: tuple[str, ...]
    relations: tuple[Relation, ...]
    forms: tuple[FilledForm, ...]
    rows: Mapping[str, Sequence[Behind]] = field(default_factory=dict)

    def entry(self, id_: str) -> Entry | None:
        """The entry of a measure, None where it is not counted."""
        return next((one for one in self.entries if one.id == id_), None)


def make_book(
    gathered: Gathered,
    period: Period,
    *,
    as_of: date,
    published: Mapping[str, Earlier] | None = None,
    records_from: date | None = None,
    reported: Mapping[str, Reported] | None = None,
    rows: bool = True,
) -> FigureBook:
    """The book of a period. `published`: last year's values as a report has them; `rows`: whether to keep the ids.

    `records_from`: the day from which records hold everything; where that is before last year began, last year is
    counted from them too. `reported`: what contributors gave, taken where records tell nothing or a part.
    """
    counting = Counting(gathered.tables, as_of=as_of)
    grain = counting.grain
    whole = grain.told(period)[ALL_ORGANS]
    by_organ = grain.told(period, {organ: organ for organ in _organs(grain)})
    given = {id_: Figure(one.measure, one.value) for id_, one in (reported or {}).items()}
    registered = of_registers(gathered.listed, period.last_day)
    given |= {id_: one.figure for id_, one in registered.items()}
    figures = work_out_all([one.id for one in measures()], whole, given)
    counted = {id_: one for id_, one in figures.items() if one.value is not None}
    whole_year = records_from is not None and records_from <= period.before.first_day
    earlier = {**(_from_records(grain, period) if whole_year else {}), **(published or {})}
    levels = {organ: one.level for organ, one in gathered.organs.items() if one.level}
    of_levels = _of_groups(counted, grain.told(period, levels))
    regions = {organ: one.region for organ, one in gathered.organs.items() if one.region}
    of_regions = _of_groups(counted, grain.told(period, regions))
    of_organs = _of_groups(counted, by_organ)
    told = {
        id_: one for id_, one in (reported or {}).items() if id_ not in registered and counted.get(id_) is given[id_]
    }
    by_register = {id_: one for id_, one in registered.items() if counted.get(id_) is one.figure}
    entries = tuple(
        Entry(
            one,
            earlier.get(id_),
            _change(one, earlier.get(id_)),
            by_register[id_].by_organ if id_ in by_register else _by(id_, of_organs),
            _by(id_, of_levels),
            _by(id_, of_regions),
            _by_procedure(id_, whole),
            told.get(id_),
        )
        for id_, one in counted.items()
    )
    return FigureBook(
        period,
        as_of,
        gathered,
        entries,
        tuple(id_ for id_ in figures if id_ not in counted),
        tuple(relations(counted)),
        tuple(fill(form, whole, by_organ, given) for form in statistics_forms()),
        {**counting.behind_all(period), **{id_: one.rows for id_, one in by_register.items()}} if rows else {},
    )


def _organs(grain: Grain) -> list[str]:
    return sorted(set(grain.table["organ"].to_list()))


def _of_groups(ids: Collection[str], told: Mapping[str, Sequence[Told]]) -> dict[str, dict[str, Figure]]:
    """Group → the figures of it that may come to anything; most groups have few of all."""
    return {group: work_out_all(_that_may_be(ids, own), own) for group, own in told.items()}


def _that_may_be(ids: Collection[str], told: Sequence[Told]) -> list[str]:
    """The measures of which something is counted, or of a part of which, or of what stands above a rate."""
    known = {one.figure.measure: False for one in told}
    known |= {one.figure.measure: True for one in told if one.totals != NOTHING}

    def may_be(id_: str) -> bool:
        if id_ not in known:
            of = measure(id_)
            parts = (*of.adds_up_from, *(part for one in of.formulas for part in one.numerator))
            known[id_] = any(map(may_be, parts))
        return known[id_]

    return [id_ for id_ in ids if may_be(id_)]


def _by(id_: str, groups: Mapping[str, Mapping[str, Figure]]) -> tuple[tuple[str, Figure], ...]:
    """The figure of each group that has any."""
    return tuple((group, own) for group, figures in groups.items() if (own := figures.get(id_)) and own.value)


def _by_procedure(id_: str, whole: Sequence[Told]) -> tuple[tuple[str, Figure], ...]:
    """What each procedure comes to, of a measure that is counted from several of which there are data."""
    own = [one for one in whole if one.figure.measure == id_ and one.loaded]
    names = sorted({one.figure.procedure for one in own})
    if len(names) < 2:
        return ()
    return tuple((name, work_out(id_, [one for one in own if one.figure.procedure == name])) for name in names)


def _change(one: Figure, earlier: Earlier | None) -> Change | None:
    if earlier is None or one.value is None:
        return None
    difference = one.value - earlier.value
    if one.measure.kind == "percent" or not earlier.value:
        return Change(difference, None)
    return Change(difference, difference / earlier.value * 100)


def _from_records(grain: Grain, period: Period) -> dict[str, Earlier]:
    """Last year's values, counted from the same records."""
    figures = work_out_all([one.id for one in measures()], grain.told(period.before)[ALL_ORGANS])
    return {id_: Earlier(one.value, Origin.RECORDS) for id_, one in figures.items() if one.value is not None}
