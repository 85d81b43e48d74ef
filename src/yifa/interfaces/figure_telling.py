"""How figures are told: values with their units, changes, gaps, where a value comes from, how relations stand.

A figure under a rule of `corpus/never-assessed.yaml` has no light; only relations and gaps have one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from yifa.interfaces.telling import Light
from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.measures import Measure, UnknownMeasure, measure
from yifa.law.figures import Figure, Gap
from yifa.law.figures.relations import Kind, Relation, Standing
from yifa.law.figures.working_out import Lack
from yifa.oversight.reporting.canonical import shown
from yifa.oversight.reporting.figure_book import Change, Entry, FigureBook
from yifa.oversight.reporting.last_year import Earlier, Origin
from yifa.oversight.reporting.returned import Doubt, Doubtful
from yifa.wording import Language

LIGHTS = {Standing.HOLDS: Light.GREEN, Standing.BROKEN: Light.RED, Standing.OPEN: Light.OPEN}
SIGNS = {Standing.HOLDS: "●", Standing.BROKEN: "▲", Standing.OPEN: "◌"}


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


def tell_change(change: Change | None, of: Measure, speech: Language) -> str:
    """A change: of rates in points, else with the per cent of the earlier value where there is one."""
    if change is None:
        return ""
    difference = ("+" if change.difference > 0 else "") + shown(change.difference)
    if of.kind == "percent":
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


def tell_doubt(one: Doubtful, names: Mapping[str, str], speech: Language) -> str:
    """What is doubtful about a returned form or one of its figures, with the place."""
    say = speech.say
    who = names.get(one.contributor, one.contributor)
    place = say("{file} {cell}", file=one.file, cell=one.cell).strip()
    of = tell_measure_id(one.measure, speech)
    match one.doubt:
        case Doubt.NOT_READ:
            return say("{file} is no form that can be read.", file=one.file)
        case Doubt.UNKNOWN_MEASURE:
            return say("{place}: {stated} is no measure.", place=place, stated=one.stated)
        case Doubt.NOT_A_NUMBER:
            return say("{place}: {of}: «{stated}» is not one exact number.", place=place, of=of, stated=one.stated)
        case Doubt.OTHER_UNIT:
            return say(
                "{place}: {of}: «{stated}» is in another unit than {unit}.",
                place=place,
                of=of,
                stated=one.stated,
                unit=one.against,
            )
        case Doubt.NOT_WHOLE:
            return say("{place}: {of}: {stated} is no whole number.", place=place, of=of, stated=one.stated)
        case Doubt.NOT_SIGNED:
            return say("{place}: {of}: nobody filled it in or checked it.", place=place, of=of)
        case Doubt.SUDDEN:
            return say(
                "{place}: {of}: {stated}, last year {against}; please check.",
                place=place,
                of=of,
                stated=_spoken(one.stated),
                against=_spoken(one.against),
            )
        case Doubt.OTHER_IN_REPORT:
            return say(
                "{place}: {of}: {stated}, in the own report of {who} {against}.",
                place=place,
                of=of,
                stated=_spoken(one.stated),
                who=who,
                against=one.against,
            )
        case Doubt.OTHER_IN_RECORDS:
            return say(
                "{place}: {of}: {stated}, counted from records {against}.",
                place=place,
                of=of,
                stated=_spoken(one.stated),
                against=_spoken(one.against),
            )
        case Doubt.TOLD_TWICE:
            return say(
                "{place}: {of}: {stated}, before {against}.",
                place=place,
                of=of,
                stated=_spoken(one.stated),
                against=one.against,
            )


def _spoken(value: str) -> str:
    """An exact text as people write the number."""
    try:
        return shown(Fraction(value))
    except ValueError:
        return value


def tell_source(of: Measure, speech: Language) -> str:
    """The statistics form a measure is of, or that it is custom."""
    return of.source.form if of.source.form else speech.say("custom of annual reports")


def tell_gap(gap: Gap, book: FigureBook, speech: Language) -> str:
    """What is open, in one sentence."""
    organ = book.gathered.organs.get(gap.of)
    name = organ.name if organ else gap.of
    match gap.lack:
        case Lack.NOT_COUNTED:
            return speech.say("{measure} is not kept case by case.", measure=tell_measure_id(gap.of, speech))
        case Lack.NO_DATA:
            return speech.say("No ledger of {procedure} was sent.", procedure=_procedure(gap.of, speech))
        case Lack.NOT_CARRIED:
            return speech.say("The ledger of {organ} has no column for it.", organ=name or speech.say("an organ"))
        case Lack.UNKNOWN:
            return speech.say(
                "{procedure}: of {count} it is open whether they count.",
                procedure=_procedure(gap.of, speech),
                count=gap.count,
            )
        case Lack.BLANK:
            return speech.say(
                "{procedure}: {count} hold no value to add up.", procedure=_procedure(gap.of, speech), count=gap.count
            )
        case Lack.UNDATED:
            return speech.say(
                "{procedure}: {count} have no day and are of no period.",
                procedure=_procedure(gap.of, speech),
                count=gap.count,
            )
        case Lack.NOTHING_BELOW:
            return speech.say("There is nothing to divide by.")


def tell_gaps(gaps: Sequence[Gap], book: FigureBook, speech: Language) -> str:
    """What is open, a line each."""
    return "\n".join(tell_gap(gap, book, speech) for gap in gaps)


def _procedure(id_: str, speech: Language) -> str:
    title = folder(id_).procedure.title
    return title.zh if speech.tag == "zh" else title.en


def tell_relation(one: Relation, speech: Language) -> str:
    """What is set against what, with the numbers."""
    left, right = (" + ".join(tell_measure_id(id_, speech) for id_ in side) for side in (one.left, one.right))
    sign = {Standing.HOLDS: "=", Standing.BROKEN: "≠", Standing.OPEN: "≟"}[one.standing]
    if one.kind in (Kind.WITHIN, Kind.FUNNEL) or (sign == "=" and one.left_value != one.right_value):
        sign = {Standing.HOLDS: "≤", Standing.BROKEN: ">", Standing.OPEN: "≟"}[one.standing]
    return f"{left} {sign} {right}: {tell_number(one.left_value)} {sign} {tell_number(one.right_value)}"


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
