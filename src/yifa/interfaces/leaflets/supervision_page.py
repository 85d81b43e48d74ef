"""The page of a judged folder: what the ledgers decide, a summary, and every point by organ and duty with its reasons.

All of it stands in the page as text in both languages, so that it can be read, searched and printed without scripts;
these only sift and change the language. Very many points make a page slow, so the first of each organ are on it and
the rest are counted; the workbook has all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup

from yifa.interfaces.finding_rows import FindingsOf, tell_where
from yifa.interfaces.finding_telling import FOUND, FOUND_SIGNS, GRAVITY, POINTS, Found, ToldFinding, tell_light
from yifa.interfaces.leaflets.both_languages import two
from yifa.interfaces.leaflets.leaf import compose
from yifa.interfaces.leaflets.said import dictionary
from yifa.interfaces.leaflets.supervision_words import COUNTED, SAID
from yifa.wording import CHINESE, ENGLISH, language

SCRIPTS = ("speech", "dom", "placed", "supervision")
"""The scripts in the order in which they build on one another."""
STYLES = ("ground", "supervision", "time-line", "supervision-media")
MOST = 2000
"""So many points stand on the page, shared among the organs."""
LISTED = 300
"""So many rows the tables of duties, problems, changes and blanks have; the workbook has all."""
NAMED = 12
"""So many cases are named of those that one blank leaves open."""
ZH, EN = language(CHINESE), language(ENGLISH)

Pair = tuple[str, str]


class TimeLine(NamedTuple):
    """The drawing of a case, and its acts by number: number, name and day in both languages."""

    drawing: Markup
    acts: Sequence[tuple[int, Pair]]


Lines = Mapping[tuple[str, str], TimeLine]
"""Time lines by procedure and case."""


def render(zh: FindingsOf, en: FindingsOf, lines: Lines, *, lang: str = CHINESE, workbook: str = "") -> str:
    """The page, as the text of one HTML file; the same in both languages, `lang` is shown first.

    `workbook`: the name of the file that has all points.
    """
    pairs = list(zip(zh.findings, en.findings, strict=True))
    counts = {light: sum(one.light is light for one in zh.findings) for light in FOUND}
    return compose(
        "supervision.html",
        SCRIPTS,
        STYLES,
        speech=ZH,
        data={"lang": lang, "messages": dictionary(SAID, COUNTED, (), ZH)},
        as_of=(ZH.day(zh.as_of), EN.day(en.as_of)),
        cases=sum(one.cases for one in zh.organs),
        counts=[(light, FOUND_SIGNS[light], _both_light(light), many) for light, many in counts.items()],
        organs=_organs(zh, en),
        silent=list(zip(zh.silent, en.silent, strict=True)),
        ledgers=_ledgers(zh, en),
        lacking=_listed(_lacking(zh, en)),
        duties=_listed([one for one in _duties(zh, en) if any(one["numbers"][3 : 3 + len(POINTS)])]),
        groups=list(_groups([pair for pair in pairs if pair[0].light in POINTS], lines)),
        lapsed=_listed(list(_by_case([pair for pair in pairs if pair[0].light is Found.LAPSED]))),
        blanks=_listed(list(_by_case([pair for pair in pairs if pair[0].light is Found.GREY]))),
        problems=_listed(list(zip(zh.problems, en.problems, strict=True))),
        changes=None if zh.changes is None else _listed(list(zip(zh.changes, en.changes or (), strict=True))),
        severities=_severities(pairs),
        workbook=workbook,
        two=two,
        sign=FOUND_SIGNS,
    )


def shown(findings: Sequence[ToldFinding]) -> list[ToldFinding]:
    """The points that stand on the page: of each organ the first, so many that all together are not too many."""
    points = [one for one in findings if one.light in POINTS]
    if len(points) <= MOST:
        return points
    by_organ = [list(some) for _, some in groupby(points, key=lambda one: one.organ_id)]
    share = _share([len(some) for some in by_organ])
    return [one for some in by_organ for one in some[:share]]


def _share(sizes: Sequence[int]) -> int:
    """So many each, that the sum is at most `MOST`."""
    share = MOST // len(sizes)
    while sum(min(size, share + 1) for size in sizes) <= MOST:
        share += 1
    return share


class _Listed(NamedTuple):
    """The first rows of a table, how many there are, and how many more."""

    rows: Sequence[Any]
    all: int
    left: int


def _listed(rows: Sequence[Any]) -> _Listed:
    return _Listed(rows[:LISTED], len(rows), max(0, len(rows) - LISTED))


def _both_light(light: Found) -> Pair:
    return tell_light(light, ZH), tell_light(light, EN)


def _organs(zh: FindingsOf, en: FindingsOf) -> list[dict[str, Any]]:
    return [
        {
            "name": (one.name, other.name),
            "cases": one.cases,
            "counts": [one.lights.get(light, 0) for light in FOUND],
            "reach": "" if one.reach is None else one.reach.isoformat(),
        }
        for one, other in zip(zh.organs, en.organs, strict=True)
    ]


def _ledgers(zh: FindingsOf, en: FindingsOf) -> list[dict[str, Any]]:
    return [
        {
            "file": (one.file, other.file),
            "procedure": (one.procedure, other.procedure),
            "cases": one.cases,
            "rows": (one.rows, other.rows),
            "decided": (one.decided, other.decided),
            "steps": list(zip((*one.steps, *one.declared), (*other.steps, *other.declared), strict=True)),
            "reach": list(zip(one.reach, other.reach, strict=True)),
        }
        for one, other in zip(zh.ledgers, en.ledgers, strict=True)
    ]


def _lacking(zh: FindingsOf, en: FindingsOf) -> list[dict[str, Any]]:
    return [
        {
            "file": (one.file, other.file),
            "duty": (one.duty, other.duty),
            "missing": (one.missing, other.missing),
            "rows": one.rows,
        }
        for one, other in zip(zh.lacking, en.lacking, strict=True)
    ]


def _duties(zh: FindingsOf, en: FindingsOf) -> list[dict[str, Any]]:
    return [
        {
            "title": (one.title, other.title),
            "procedure": (one.procedure, other.procedure),
            "numbers": [one.asked, one.met, one.pending, *(one.lights.get(light, 0) for light in FOUND), one.not_told],
        }
        for one, other in zip(zh.duties, en.duties, strict=True)
    ]


def _severities(pairs: Sequence[tuple[ToldFinding, ToldFinding]]) -> list[tuple[str, Pair]]:
    found = {one.severity_tag: (one.severity, other.severity) for one, other in pairs if one.severity}
    return [(tag, found[tag]) for tag in GRAVITY if tag in found]


def _groups(pairs: Sequence[tuple[ToldFinding, ToldFinding]], lines: Lines) -> Iterator[dict[str, Any]]:
    """The points by organ, and within an organ by duty."""
    on_page = {id(one) for one in shown([one for one, _ in pairs])}
    drawn: dict[tuple[str, str], int] = {}
    for organ, several in groupby(pairs, key=lambda pair: pair[0].organ_id):
        mine = list(several)
        kept = [pair for pair in mine if id(pair[0]) in on_page]
        duties = []
        for _, some in groupby(kept, key=lambda pair: (pair[0].light, pair[0].procedure_id, pair[0].duty_id)):
            told = list(some)
            duties.append(_duty(told, lines, drawn))
        yield {
            "id": organ,
            "name": (mine[0][0].organ, mine[0][1].organ),
            "count": len(mine),
            "left": len(mine) - len(kept),
            "duties": duties,
        }


def _duty(
    told: Sequence[tuple[ToldFinding, ToldFinding]], lines: Lines, drawn: dict[tuple[str, str], int]
) -> dict[str, Any]:
    zh, en = told[0]
    return {
        "light": zh.light,
        "title": (zh.duty, en.duty),
        "procedure": (zh.procedure, en.procedure),
        "verdict": (zh.verdict, en.verdict),
        "severity": (zh.severity, en.severity) if zh.severity else None,
        "tag": zh.severity_tag,
        "laws": (zh.laws, en.laws),
        "cure": (zh.cure, en.cure) if zh.cure else None,
        "id": zh.duty_id,
        "points": [_point(one, other, lines, drawn) for one, other in told],
    }


def _point(zh: ToldFinding, en: ToldFinding, lines: Lines, drawn: dict[tuple[str, str], int]) -> dict[str, Any]:
    key = zh.procedure_id, zh.case
    first = key not in drawn and key in lines
    if first:
        drawn[key] = len(drawn) + 1
    return {
        "number": zh.number,
        "subject": (zh.subject, en.subject) if zh.subject else None,
        "far": (zh.far, en.far) if zh.far else None,
        "due": (zh.due, en.due) if zh.due else None,
        "where": (tell_where(zh, ZH), tell_where(en, EN)),
        "facts": list(zip(zh.fact_numbers, zip(zh.facts, en.facts, strict=True), strict=True)),
        "declared": (zh.declared, en.declared) if zh.declared else None,
        "readings": list(zip(zh.readings, en.readings, strict=True)),
        "reasons": list(zip(zh.reasons, en.reasons, strict=True)),
        "line": lines[key] if first else None,
        "case": drawn.get(key),
    }


def _by_case(pairs: Sequence[tuple[ToldFinding, ToldFinding]]) -> Iterator[dict[str, Any]]:
    """What is told together: by organ, duty and what is blank, with how many there are and the first cases."""
    found: dict[tuple[str, str, str], list[tuple[ToldFinding, ToldFinding]]] = {}
    for pair in pairs:
        found.setdefault((pair[0].organ_id, pair[0].duty_id, pair[0].missing), []).append(pair)
    for some in sorted(found.values(), key=lambda some: (some[0][0].organ_id, -len(some))):
        zh, en = some[0]
        numbers = list(dict.fromkeys(one.number for one, _ in some))
        yield {
            "organ": (zh.organ, en.organ),
            "duty": (zh.duty, en.duty),
            "missing": (zh.missing, en.missing),
            "count": len(some),
            "numbers": numbers[:NAMED],
            "more": max(0, len(numbers) - NAMED),
        }
