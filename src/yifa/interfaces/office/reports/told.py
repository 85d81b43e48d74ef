"""What the page of a report tells: the text as it prints with its numbers as links, points at their lines, a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from yifa.interfaces.book_telling import told_entry
from yifa.interfaces.leaflets.report_page import NOTHING_TOLD, quoted
from yifa.interfaces.office.books.told import in_one_language
from yifa.interfaces.report_telling import light_of_point, sign_of_point, tell_point
from yifa.interfaces.reporting.opened_report import OpenedReport
from yifa.oversight.reporting.checking import Checked, Fault, Point
from yifa.oversight.reporting.laid_out import LaidOut, Piece, Run
from yifa.oversight.reporting.releasing import Release, used
from yifa.oversight.reporting.tokens import YEARS, UnknownToken, change_text, read_tokens, shown_token, value_text
from yifa.wording import Language

UNTRACED = (Fault.UNTRACED, Fault.MISQUOTED)
AGAINST = (Fault.CONTRADICTED, Fault.DIRECTION, Fault.ALL)
UNFINISHED = (Fault.GAP, Fault.ABSENT, Fault.EMPTY)
_TAGS = {"part": "h2", "chapter": "h3", "item": "h4", "attachment": "h2", "title": "h1"}
SHOWN_TOKENS = 12


@dataclass(frozen=True)
class Number:
    """A stretch of a paragraph: words, a number with what it opens, a mark for editors, or words somebody must mend."""

    text: str
    opens: str = ""
    id: str = ""
    light: str = ""
    mark: bool = False
    wrong: bool = False


@dataclass(frozen=True)
class Told:
    """A paragraph or a table of the page. `lacks`: a mark in its text says what is still to be put in."""

    setting: str
    tag: str
    line: int
    runs: tuple[Number, ...]
    rows: tuple[tuple[tuple[Number, ...], ...], ...]
    points: tuple[Point, ...]
    lacks: bool = False


@dataclass
class Telling:
    """Tells the pieces of a cut; numbers are counted through, so that each has a place of its own."""

    points: Mapping[int, Sequence[Point]]
    figure_lights: Mapping[str, str]
    counted: int = field(default=0)

    def pieces(self, of: LaidOut) -> Iterator[Told]:
        """The pieces in their order."""
        for one in of.pieces:
            own = tuple(self.points.get(one.line, ())) if one.line else ()
            yield self._piece(one, own)

    def _piece(self, one: Piece, own: tuple[Point, ...]) -> Told:
        wrong = [point.words for point in own if point.fault in UNTRACED]
        rows = tuple(tuple(tuple(self._runs(cell, wrong)) for cell in row) for row in one.rows)
        runs = tuple(self._runs(one.runs, wrong))
        gaps = [point for point in own if point.fault is Fault.GAP] if any(run.mark for run in runs) else []
        beside = tuple(point for point in own if point not in gaps)
        return Told(one.setting, _TAGS.get(one.setting, "p"), one.line, runs, rows, beside, bool(gaps))

    def _runs(self, runs: Iterable[Run], wrong: list[str]) -> Iterator[Number]:
        for run in runs:
            if run.tag and run.tag not in YEARS:
                self.counted += 1
                key = run.tag if run.tag.startswith("@") else run.tag.partition(".")[0]
                yield Number(run.text, key, f"n{self.counted}", self.figure_lights.get(key, "plain"))
            elif run.mark:
                yield Number(run.text, mark=True)
            else:
                yield from _marked(run.text, wrong)


def _marked(text: str, wrong: list[str]) -> Iterator[Number]:
    """Words, those set apart that came from no token; each of these once."""
    at = 0
    for words in list(wrong):
        place = text.find(words, at) if words else -1
        if place < 0:
            continue
        wrong.remove(words)
        if place > at:
            yield Number(text[at:place])
        yield Number(words, wrong=True)
        at = place + len(words)
    if at < len(text):
        yield Number(text[at:])


def by_line(points: Iterable[Point]) -> dict[int, list[Point]]:
    """The points by the line of the draft they are about."""
    found: dict[int, list[Point]] = {}
    for one in points:
        found.setdefault(one.line, []).append(one)
    return found


def lights_of_figures(report: OpenedReport) -> dict[str, str]:
    """The light of each figure of the book in a text: red where a relation it is in does not hold, open where it is."""
    lights = {id_: "open" for id_, one in report.figures.items() if one.open}
    for relation in report.book["relations"]:
        if relation["standing"] == "broken":
            lights |= dict.fromkeys((*relation["left"], *relation["right"]), "red")
    return lights


@dataclass(frozen=True)
class PointLine:
    """A point as a list tells it; `release`: who answers for it, where somebody does."""

    key: str
    light: str
    sign: str
    words: str
    line: int
    releasable: bool
    release: Release | None


def point_lines(found: Checked, releases: Sequence[Release], speech: Language) -> list[PointLine]:
    """The points of a check; what is left first."""
    answered = {one.key: one for one in used(found, releases)}
    lines = [
        PointLine(
            one.key,
            light_of_point(one).value,
            sign_of_point(one),
            tell_point(one, speech),
            one.line,
            one.releasable,
            answered.get(one.key),
        )
        for one in found.points
    ]
    return sorted(lines, key=lambda one: one.release is not None)


def bar(found: Checked, report: OpenedReport, speech: Language) -> list[dict[str, Any]]:
    """What stands on top: untraced numbers, what does not fit together, what is unfinished, all else; what is left.

    What does not fit together is what the reader finds in the text, and relations of the book between its figures.
    """
    say, releases = speech.say, report.releases
    answered = {one.key for one in used(found, releases)}
    kept = [one for one in found.points if one.key not in answered]
    named = {
        say("untraced numbers"): [one for one in kept if one.fault in UNTRACED],
        say("figures that do not agree"): [one for one in kept if one.fault in AGAINST],
        say("unfinished"): [one for one in kept if one.fault in UNFINISHED],
    }
    others = [one for one in kept if one.fault not in (*UNTRACED, *AGAINST, *UNFINISHED)]
    told: list[dict[str, Any]] = [
        {
            "words": words,
            "many": len(points),
            "light": _light(points),
            "line": points[0].line if points else 0,
            "figure": "",
        }
        for words, points in named.items()
    ]
    if broken := broken_in(found, report):
        told[1] |= {"many": told[1]["many"] + len(broken), "light": "red", "figure": broken[0]}
    if others:
        place = {"light": _light(others), "line": others[0].line, "figure": ""}
        told.append({"words": say("other points"), "many": len(others), **place})
    return told


def broken_in(found: Checked, report: OpenedReport) -> list[str]:
    """For each relation of the book that does not hold between figures of a text, one of these figures."""
    told = [one.id for one in found.traced]
    broken = (one for one in report.book["relations"] if one["standing"] == "broken")
    sides = ({*one["left"], *one["right"]} for one in broken)
    return [next(id_ for id_ in told if id_ in side) for side in sides if side & set(told)]


def _light(points: Sequence[Point]) -> str:
    lights = {light_of_point(one).value for one in points}
    return next((light for light in ("red", "amber", "open") if light in lights), "green")


def figure(report: OpenedReport, key: str, speech: Language) -> dict[str, Any] | None:
    """What a number of the text opens: a figure of the book, or what an office wrote; None where it is neither."""
    if key.startswith("@"):
        told = quoted(key, report.sources, public=False)
        return None if told is None else in_one_language({**NOTHING_TOLD, **told}, speech)
    one = next((one for one in report.book["figures"] if one["id"] == key), None)
    if one is None:
        return None
    told = told_entry(one, report.figures[key], report.book, report.rows, public=False)
    return in_one_language(told, speech)


@dataclass(frozen=True)
class TokenLine:
    """A token that may be put into a text: how it is written, what it is, what it shows."""

    written: str
    name: str
    shown: str


def tokens_in(text: str, report: OpenedReport) -> list[TokenLine]:
    """The tokens of a paragraph, each with what it shows."""
    found = []
    try:
        for one in read_tokens(text):
            figure_ = report.figures.get(one.id)
            name = figure_.name if figure_ else one.id
            found.append(TokenLine(text[one.start : one.end], name, shown_token(one, report.figures, report.year)))
    except UnknownToken as error:
        found.append(TokenLine(str(error), "", "—"))
    return found


@dataclass(frozen=True)
class Stretch:
    """A stretch of a paragraph as it prints: words, or the number a token shows with what it is the number of."""

    text: str
    name: str = ""
    written: str = ""


def as_it_prints(text: str, report: OpenedReport) -> list[Stretch]:
    """A paragraph that is being written, its tokens as the numbers they show; a token nobody knows as it is written."""
    try:
        tokens = list(read_tokens(text))
    except UnknownToken:
        return [Stretch(text)]
    found, at = [], 0
    for one in tokens:
        figure_ = report.figures.get(one.id)
        shown = shown_token(one, report.figures, report.year)
        written = text[one.start : one.end]
        found += [Stretch(text[at : one.start]), Stretch(shown, figure_.name if figure_ else one.id, written)]
        at = one.end
    return [one for one in (*found, Stretch(text[at:])) if one.text]


def tokens_for(words: str, report: OpenedReport, speech: Language) -> list[TokenLine]:
    """Tokens of figures whose name has these words: the value, last year's, the change; the first few."""
    found: list[TokenLine] = []
    wanted = words.strip().lower()
    if not wanted:
        return found
    for id_, one in report.figures.items():
        if wanted in f"{one.name} {id_}".lower():
            found.append(TokenLine(f"{{{{ {id_} }}}}", one.name, value_text(one)))
            if one.earlier is not None:
                earlier = speech.say("{figure}, last year", figure=one.name)
                found.append(TokenLine(f"{{{{ {id_}.earlier }}}}", earlier, value_text(one, one.earlier)))
            if one.difference is not None:
                change = speech.say("{figure}, change", figure=one.name)
                found.append(TokenLine(f"{{{{ {id_}.change }}}}", change, change_text(one)))
        if len(found) >= SHOWN_TOKENS:
            break
    return found[:SHOWN_TOKENS]
