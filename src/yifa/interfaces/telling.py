"""How a reading is told to people, the same on the screen, in the workbook and in the terminal.

A verdict has a light, and a light a shape: never colour alone. Red is only what contradicts itself or cannot be; amber
is for a person to look at; what could not be checked is never green, and does not take the green from a figure that
another check found in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cache

from yifa.law.catalogue.measures import UnknownMeasure, measure
from yifa.reader.checks import check_kinds
from yifa.reader.checks.kinds import CheckKind
from yifa.reader.checks.verdicts import word
from yifa.reader.comparison import ComparedMeasure, Difference, Growth
from yifa.reader.reading import Check, Document, Facts, FigureKind, Reading, Severity, Verdict
from yifa.reader.text.catalogue import damage_kind
from yifa.wording import Language


class Light(StrEnum):
    """What is looked at first stands first."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    OPEN = "open"

    @property
    def sign(self) -> str:
        """The shape it has everywhere."""
        return {Light.RED: "▲", Light.AMBER: "◆", Light.GREEN: "●", Light.OPEN: "◌"}[self]


LIGHTS = {
    Verdict.CONTRADICTED: Light.RED,
    Verdict.IMPOSSIBLE: Light.RED,
    Verdict.LATE: Light.AMBER,
    Verdict.MISSING: Light.AMBER,
    Verdict.THIN: Light.AMBER,
    Verdict.HOLDS_TRUNCATED: Light.AMBER,
    Verdict.HOLDS_APPROXIMATELY: Light.GREEN,
    Verdict.HOLDS: Light.GREEN,
    Verdict.UNVERIFIABLE: Light.OPEN,
}
"""The light of each verdict; the verdicts stand in the order in which they are told."""
ORDER = {verdict: place for place, verdict in enumerate(LIGHTS)}
# What makes a sum of a computation; without it, it is words that the note says as well.
_SUM = re.compile("[÷+−=≈≠≤≥<>]")
_BRIGHTNESS = {light: place for place, light in enumerate(Light)}


def worst(lights: Iterable[Light]) -> Light:
    """The light that a thing with these lights shows."""
    return min(lights, key=_BRIGHTNESS.__getitem__)


def light_of(check: Check) -> Light:
    """The light of a check: that of its verdict, but custom that a text does not follow is no more than open."""
    light = LIGHTS[check.verdict]
    kind = _check_kinds().get(check.kind)
    return Light.OPEN if light is Light.AMBER and kind and kind.severity is Severity.INFO else light


def in_order(checks: Iterable[Check]) -> list[Check]:
    """Checks as they are told: the worst light first, then the worst verdict, then as they stand."""
    return sorted(checks, key=lambda check: (_BRIGHTNESS[light_of(check)], ORDER[check.verdict]))


def caution(speech: Language) -> str:
    """What stands beside every list of checks."""
    return speech.say("What the machine finds is a clue, going by what the text says. A person decides.")


def tell_verdict(verdict: Verdict, speech: Language) -> str:
    """The tactful word of a verdict."""
    return word(verdict, speech=speech)


def tell_light(light: Light, speech: Language) -> str:
    """What a light stands for, in a word or two."""
    say = speech.say
    return {
        Light.RED: say("to check"),
        Light.AMBER: say("to look at"),
        Light.GREEN: say("agrees"),
        Light.OPEN: say("cannot be checked"),
    }[light]


def tell_check_kind(kind: str, speech: Language) -> str:
    """The name of a kind of check; its id where it is not known."""
    known = _check_kinds().get(kind)
    if known is None:
        return kind
    return known.zh if speech.tag == "zh" else known.en


@cache
def _check_kinds() -> dict[str, CheckKind]:
    return {kind.id: kind for kind in check_kinds()}


def tell_sum(check: Check) -> str:
    """The sum of a check; empty where its computation is words and no sum."""
    return check.computation if _SUM.search(check.computation) else ""


def tell_sum_and_note(check: Check) -> list[str]:
    """The sum of a check and its note; the sum is left out where the note says it."""
    sum_ = tell_sum(check)
    return [one for one in ("" if sum_ in check.message else sum_, check.message) if one]


def tell_damage_kind(kind: str, speech: Language) -> str:
    """The name of a kind of damage; its id where it is not known."""
    try:
        return speech.say(damage_kind(kind).title)
    except KeyError:
        return kind


def tell_measure(id_: str | None, speech: Language) -> str:
    """The name of a measure; its id where it is not known, empty where there is none."""
    if id_ is None:
        return ""
    try:
        name = measure(id_).name
    except UnknownMeasure:
        return id_
    return name.zh if speech.tag == "zh" else name.en


def tell_difference(difference: Difference, speech: Language) -> str:
    """In what compared figures are not of one definition."""
    say = speech.say
    return {
        Difference.UNIT: say("units differ"),
        Difference.SCOPE: say("extent differs"),
        Difference.CUT_OFF: say("cut-off day differs"),
        Difference.EXACTNESS: say("exact beside approximate"),
    }[difference]


def tell_growth(grown: tuple[Growth, FigureKind], speech: Language) -> str:
    """Growth of figures of a kind: the difference with its sign, and what it is in per cent of the earlier."""
    growth, kind = grown
    difference = f"{growth.difference:+,f}"
    if kind in (FigureKind.PERCENT, FigureKind.POINTS):
        return speech.say("{difference} points", difference=difference)
    if growth.rate is None:
        return difference
    return f"{difference} ({float(growth.rate):+,.1f}%)"


def tell_row(row: ComparedMeasure, speech: Language) -> str:
    """What a row of a comparison is about: the measure, or the words of the text."""
    return tell_measure(row.measure, speech) or row.words


def tell_kind(kind: FigureKind, speech: Language) -> str:
    """What sort of number it is."""
    say = speech.say
    return {
        FigureKind.COUNT: say("count"),
        FigureKind.AMOUNT: say("amount of money"),
        FigureKind.PERCENT: say("per cent"),
        FigureKind.POINTS: say("percentage points"),
        FigureKind.MULTIPLE: say("multiple"),
        FigureKind.RATIO: say("ratio"),
        FigureKind.QUANTITY: say("quantity"),
        FigureKind.DURATION: say("duration"),
        FigureKind.RANK: say("rank"),
        FigureKind.ORDINAL: say("ordinal"),
        FigureKind.DATE: say("date"),
        FigureKind.CODE: say("code or number"),
    }[kind]


def tell_severity(severity: Severity, speech: Language) -> str:
    """How much a damaged place matters."""
    say = speech.say
    return {Severity.SERIOUS: say("serious"), Severity.MINOR: say("minor"), Severity.INFO: say("for information")}[
        severity
    ]


def tell_period(period: str | None, speech: Language) -> str:
    """A period as people write it; empty where the text does not say."""
    if period is None:
        return ""
    words = {
        "cumulative": speech.say("cumulative"),
        "previous": speech.say("the year before"),
        "planned": speech.say("aimed at"),
    }
    return words.get(period) or period.replace("..", "—")


def tell_number(value: Decimal, to: Decimal | None = None, *, grouped: bool = True) -> str:
    """The exact value, in groups of three digits, a range with its dash."""
    shown = f"{value:,f}" if grouped else f"{value:f}"
    return shown if to is None else f"{shown}—{tell_number(to, grouped=grouped)}"


def tell_text_kind(facts: Facts, speech: Language) -> str:
    """What kind of text it is."""
    say = speech.say
    words = {
        "annual-report": say("annual report on law-based government"),
        "transcript": say("transcript"),
        "notice": say("notice"),
        "plan": say("plan"),
        "statistics": say("statistics"),
    }
    return words.get(facts.kind) or say("other text")


def tell_level(facts: Facts, speech: Language) -> str:
    """The level of the authority; empty where it is not known."""
    say = speech.say
    words = {
        "province": say("province"),
        "city": say("city"),
        "county": say("county"),
        "township": say("township"),
        "development-zone": say("development zone"),
        "department": say("department"),
    }
    return words.get(facts.level or "", "")


def tell_document(document: Document) -> str:
    """A short name for a text: whose, of which year; its title or file where it does not say."""
    facts = document.facts
    if facts.authority and facts.year:
        return f"{facts.authority} {facts.year}"
    return facts.title or tell_file(document)


def tell_authority(document: Document) -> str:
    """Whose text it is, without the word for the organ where that goes without saying."""
    authority = document.facts.authority
    if authority is None or document.facts.year is None:
        return tell_document(document)
    short = authority
    for organ in ("人民政府", "管理委员会", "管委会"):
        short = short.removesuffix(organ)
    return short or authority


def tell_file(document: Document) -> str:
    """The name of its file, without the folders of the machine it was read on."""
    return re.split(r"[/\\]", document.file)[-1]


def quote(document: Document, start: int, end: int, around: int = 24) -> str:
    """A place of the text with what stands around it in its line."""
    text = document.text
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    ends = len(text) if ends < 0 else ends
    first, last = max(begins, start - around), min(ends, end + around)
    words = " ".join(text[first:last].split())
    return ("…" if first > begins else "") + words + ("…" if last < ends else "")


def checks_by_verdict(reading: Reading) -> dict[Verdict, int]:
    """How many checks of all texts came to each verdict, in the order in which they are told."""
    counted = dict.fromkeys(LIGHTS, 0)
    for check in [*reading.across, *(check for document in reading.documents for check in document.checks)]:
        counted[check.verdict] += 1
    return counted


def members(reading: Reading, check: Check) -> list[tuple[int, int]]:
    """The figures of a check over several texts, as place of the text and place of the figure in it."""
    found = []
    for id_ in check.figures:
        text, _, figure = id_.partition(":")
        place = int(text.removeprefix("d")) - 1
        places = {one.id: number for number, one in enumerate(reading.documents[place].figures)}
        found.append((place, places[figure]))
    return found
