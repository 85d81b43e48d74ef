"""How figures are told: values with their units, changes, gaps, where a value comes from, how relations stand.

A figure under a rule of `corpus/never-assessed.yaml` has no light; only relations and gaps have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from yifa.interfaces.telling import Light
from yifa.law.catalogue.contributors import contributors
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure
from yifa.law.catalogue.statutes import Bilingual
from yifa.law.figures import Figure, Gap, Period
from yifa.law.figures.relations import Kind, Relation, Standing
from yifa.law.figures.working_out import Lack
from yifa.oversight.reporting.canonical import shown
from yifa.oversight.reporting.figure_book import Change, Entry, FigureBook
from yifa.oversight.reporting.last_year import Earlier, Origin
from yifa.wording import Language

LIGHTS = {Standing.HOLDS: Light.GREEN, Standing.BROKEN: Light.RED, Standing.OPEN: Light.OPEN}
SIGNS = {Standing.HOLDS: "●", Standing.BROKEN: "▲", Standing.OPEN: "◌"}


def tell_period(of: Period, speech: Language) -> str:
    """A period as people say it: 2025年, 2025年1月至11月; 2025, 2025-01..2025-11."""
    first, last = of.first_day, of.last_day
    if speech.tag != "zh" or (first.month, last.month, first.year) == (1, 12, last.year):
        return f"{first.year}年" if speech.tag == "zh" else str(of)
    if first.year != last.year:
        return f"{first.year}年{first.month}月至{last.year}年{last.month}月"
    until = "" if first.month == last.month else f"至{last.month}月"
    return f"{first.year}年{first.month}月{until}"


def tell_measure(of: Measure, speech: Language) -> str:
    """The name of a measure."""
    return of.name.zh if speech.tag == "zh" else of.name.en


def tell_measure_id(id_: str, speech: Language) -> str:
    """The name of a measure by its id; the id of one that is not known."""
    try:
        return tell_measure(measure(id_), speech)
    except UnknownMeasure:
        return id_


def tell_meaning(of: Measure, speech: Language) -> str:
    """What is counted."""
    return of.meaning.zh if speech.tag == "zh" else of.meaning.en


def tell_number(value: Fraction | None) -> str:
    """A value without its unit; a dash where there is none."""
    return "—" if value is None else shown(value)


def tell_figure(one: Figure) -> str:
    """A value with its unit."""
    return "—" if one.value is None else f"{shown(one.value)}{one.measure.unit}"


def tell_change(change: Change | None, kind: str, speech: Language) -> str:
    """A change: of rates in points, else with the per cent of the earlier value; `kind`: that of the measure."""
    if change is None:
        return ""
    difference = ("+" if change.difference > 0 else "") + shown(change.difference)
    if kind == "percent":
        return speech.say("{difference} points", difference=difference)
    if change.percent is None:
        return difference
    percent = ("+" if change.percent > 0 else "") + shown(change.percent, 1)
    return speech.say("{difference} ({percent}%)", difference=difference, percent=percent)


def tell_earlier(earlier: Earlier | None, speech: Language) -> str:
    """Where last year's value comes from."""
    if earlier is None:
        return ""
    if earlier.origin is Origin.RECORDS:
        return speech.say("from records")
    return speech.say("{file}, line {line}: {written}", file=earlier.file, line=earlier.line, written=earlier.written)


def tell_definition(one: Figure, speech: Language) -> str:
    """What it is, and of a rate or duration what is divided by what, with the numbers."""
    of = one.measure
    parts = [tell_meaning(of, speech)]
    if of.formulas:
        formula = of.formulas[0]
        above, below = (
            speech.say(" + ").join(tell_measure_id(id_, speech) for id_ in side)
            for side in (formula.numerator, formula.denominator)
        )
        parts.append(speech.say("{above} ÷ {below}", above=above, below=below))
    if one.above is not None and one.below is not None:
        parts.append(f"{shown(one.above)} ÷ {shown(one.below)}")
    if of.adds_up_from:
        parts.append(" + ".join(tell_measure_id(id_, speech) for id_ in of.adds_up_from))
    return "\n".join(parts)


def tell_reported(one: Entry, speech: Language) -> str:
    """By whom a reported figure was given; empty of one that was counted."""
    given = one.reported
    if given is None:
        return ""
    return speech.say(
        "reported by {person}, checked by {reviewer}: {file}, {sheet} {cell}",
        person=given.person or "—",
        reviewer=given.reviewer or "—",
        file=given.file,
        sheet=given.sheet,
        cell=given.cell,
    )


def tell_contributor(id_: str, speech: Language) -> str:
    """The name of an office that is asked for figures; the id of one that only a place's own file names."""
    named = _contributors().get(id_)
    return id_ if named is None else named.zh if speech.tag == "zh" else named.en


@cache
def _contributors() -> dict[str, Bilingual]:
    return {one.id: one.name for one in contributors()}


def tell_source(of: Measure, speech: Language) -> str:
    """The statistics form a measure is of, or that it is custom."""
    return of.source.form if of.source.form else speech.say("custom of annual reports")


def tell_gap(gap: Gap, book: FigureBook, speech: Language) -> str:
    """What is open, in one sentence."""
    organ = book.gathered.organs.get(gap.of)
    return tell_gap_of(gap, organ.name if organ else gap.of, speech)


def tell_gap_of(gap: Gap, name: str, speech: Language) -> str:
    """What is open, in one sentence; `name`: how the organ is called that the gap is of, where it is of one."""
    match gap.lack:
        case Lack.NOT_COUNTED:
            return speech.say("{measure} is not kept case by case.", measure=tell_measure_id(gap.of, speech))
        case Lack.NO_DATA:
            return speech.say("No ledger of {procedure} was sent.", procedure=tell_procedure(gap.of, speech))
        case Lack.NOT_CARRIED:
            return speech.say("The ledger of {organ} has no column for it.", organ=name or speech.say("an organ"))
        case Lack.UNKNOWN:
            return speech.say(
                "{procedure}: of {count} it is open whether they count.",
                procedure=tell_procedure(gap.of, speech),
                count=gap.count,
            )
        case Lack.BLANK:
            return speech.say(
                "{procedure}: {count} hold no value to add up.",
                procedure=tell_procedure(gap.of, speech),
                count=gap.count,
            )
        case Lack.UNDATED:
            return speech.say(
                "{procedure}: {count} have no day and are of no period.",
                procedure=tell_procedure(gap.of, speech),
                count=gap.count,
            )
        case Lack.NOTHING_BELOW:
            return speech.say("There is nothing to divide by.")
        case Lack.OVER_WHOLE:
            return speech.say("More was counted than it is a share of: some of it began in another period.")


def tell_gaps(gaps: Sequence[Gap], book: FigureBook, speech: Language) -> str:
    """What is open, a line each."""
    return "\n".join(tell_gap(gap, book, speech) for gap in gaps)


def tell_procedure(id_: str, speech: Language) -> str:
    """The name of a procedure."""
    title = folder(id_).procedure.title
    return title.zh if speech.tag == "zh" else title.en


def tell_relation(one: Relation, speech: Language) -> str:
    """What is set against what, with the numbers."""
    return "{}: {}".format(*tell_sides(one, speech))


def tell_sides(one: Relation, speech: Language) -> tuple[str, str]:
    """What is set against what, in words and in numbers."""
    left, right = (" + ".join(tell_measure_id(id_, speech) for id_ in side) for side in (one.left, one.right))
    sign = {Standing.HOLDS: "=", Standing.BROKEN: "≠", Standing.OPEN: "≟"}[one.standing]
    if one.kind in (Kind.WITHIN, Kind.FUNNEL) or (sign == "=" and one.left_value != one.right_value):
        sign = {Standing.HOLDS: "≤", Standing.BROKEN: ">", Standing.OPEN: "≟"}[one.standing]
    return f"{left} {sign} {right}", f"{tell_number(one.left_value)} {sign} {tell_number(one.right_value)}"


def tell_standing(one: Standing, speech: Language) -> str:
    """How a relation stands."""
    return {
        Standing.HOLDS: speech.say("holds"),
        Standing.BROKEN: speech.say("does not hold"),
        Standing.OPEN: speech.say("open: the data leave something unknown"),
    }[one]


def tell_organ(id_: str, book: FigureBook, speech: Language) -> str:
    """The name of an organ; of all together, and of cases whose organ nobody names."""
    organ = book.gathered.organs.get(id_)
    return organ.name if organ else id_ or speech.say("organ not named")


def uncertain(book: FigureBook) -> list[Entry]:
    """The entries that leave something open."""
    return [one for one in book.entries if one.figure.gaps]
