"""The case page: one HTML file that tells cases one by one, with what is found, what is still to be done, and why.

What a duty came to stands in the page as text in both languages, so that it can be read, searched and printed without
scripts; these only sift and change the language. Several cases have an index on top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from yifa.interfaces.case_telling import (
    SIGNS,
    tell_day,
    tell_distance,
    tell_due,
    tell_light,
    tell_missing,
    tell_name,
    tell_subject,
    tell_title,
    tell_value,
    tell_verdict,
)
from yifa.interfaces.duty_telling import (
    tell_date,
    tell_extension,
    tell_kind,
    tell_laws,
    tell_profile,
    tell_severity,
    tell_term,
)
from yifa.interfaces.leaflets.both_languages import two
from yifa.interfaces.leaflets.case_words import COUNTED, SAID
from yifa.interfaces.leaflets.leaf import compose
from yifa.interfaces.leaflets.month_sheets import Sheets, month_sheets
from yifa.interfaces.leaflets.said import dictionary
from yifa.interfaces.leaflets.time_line import draw
from yifa.law.catalogue.procedures import Procedure
from yifa.law.clock.telling import tell
from yifa.law.duties import Outcome
from yifa.law.facts.case_format import STATUTE
from yifa.law.run.cases import ToldCase
from yifa.law.run.story import CaseStory, Light, ToldDuty
from yifa.law.run.told import ToldAct
from yifa.wording import CHINESE, ENGLISH, Language, language

SCRIPTS = ("speech", "dom", "placed", "case")
"""The scripts in the order in which they build on one another."""
STYLES = ("ground", "wall", "case", "case-duty", "time-line", "case-media")

T = TypeVar("T")
ZH, EN = language(CHINESE), language(ENGLISH)


class TellingOf(NamedTuple):
    """A case as its file writes it, and what was made of it."""

    case: ToldCase
    story: CaseStory


def render(told: Sequence[TellingOf], *, lang: str = CHINESE) -> str:
    """The page, as the text of one HTML file; `lang` is shown first."""
    cases = [_case(number, one) for number, one in enumerate(told, 1)]
    return compose(
        "case.html",
        SCRIPTS,
        STYLES,
        speech=ZH,
        data={"lang": lang, "messages": dictionary(SAID, COUNTED, (), ZH)},
        cases=cases,
        several=len(cases) > 1,
        chips=[_chip(light, cases) for light in Light if any(one["counts"].get(light) for one in cases)],
        laws=sorted({law for one in cases for law in one["laws"]}),
        two=two,
        sign=SIGNS,
        Light=Light,
    )


def _case(number: int, one: TellingOf) -> dict[str, Any]:
    case, story = one
    procedure = story.engine.whole.folder.procedure
    assessed = [duty for duty in story.duties if duty.finding.result.outcome is not Outcome.NOT_ASSESSABLE]
    groups = [(light, list(duties)) for light, duties in groupby(assessed, key=lambda duty: duty.light)]
    return {
        "number": number,
        "id": case.id,
        "title": _both(tell_title, case) if case.title else _pair(procedure.title.zh, procedure.title.en),
        "why": _pair(case.why, case.why_en or case.why) if case.why else None,
        "procedure": _pair(procedure.title.zh, procedure.title.en),
        "profiles": [_both(tell_profile, name) for name in case.profile if name != STATUTE],
        "as_of": _both(tell_day, story.as_of),
        "straddled": story.straddled,
        "line": draw(story),
        "acts": [_act(act) for act in story.acts],
        "groups": [(light, [_duty(duty, story, number) for duty in duties]) for light, duties in groups],
        "open": [_duty(duty, story, number) for duty in story.duties if duty not in assessed],
        "not_applicable": story.not_applicable,
        "counts": {light: len(duties) for light, duties in groups},
        "laws": sorted({law.partition("(")[0].partition("§")[0] for duty in story.duties for law in duty.finding.law}),
    }


def _chip(light: Light, cases: Iterable[dict[str, Any]]) -> dict[str, Any]:
    count = sum(one["counts"].get(light, 0) for one in cases)
    return {"light": light, "sign": SIGNS[light], "words": _both(tell_light, light), "count": count}


def _act(act: ToldAct) -> dict[str, Any]:
    return {
        "number": act.number,
        "name": _both(tell_name, act),
        "on": _both(tell_day, act.on),
        "fields": [(_both(tell_name, one), _both(tell_value, one)) for one in act.fields],
    }


def _duty(one: ToldDuty, story: CaseStory, number: int) -> dict[str, Any]:
    duty, finding = one.duty, one.finding
    laws = [tell_laws(finding.law, speech) for speech in (ZH, EN)]
    return {
        "id": duty.id,
        "title": _pair(duty.title.zh, duty.title.en),
        "light": one.light,
        "verdict": _both(tell_verdict, one),
        "severity": _both(tell_severity, finding.severity) if one.light is not Light.GREEN else None,
        "kind": _both(tell_kind, duty.kind),
        "subject": _maybe(lambda speech: tell_subject(one, story, speech)),
        "far": _maybe(lambda speech: tell_distance(one, speech)),
        "due": _maybe(lambda speech: tell_due(one, speech)),
        "done": None if one.distance.done is None else _both(tell_day, one.distance.done),
        "laws": [_pair(zh, en) for zh, en in zip(*laws, strict=True)],
        "law_names": "|".join(sorted({law.partition("(")[0].partition("§")[0] for law in finding.law})),
        "acts": [_act(act) for act in one.acts],
        "numbers": " ".join(str(act.number) for act in one.acts),
        "case": number,
        "missing": [_both(tell_missing, miss) for miss in one.missing],
        "readings": [_pair(reading["zh"], reading["en"]) for reading in finding.readings],
        "cure": _pair(finding.cure["zh"], finding.cure["en"]) if finding.cure and one.is_finding else None,
        "rule": list(_rule(one, story.engine.whole.folder.procedure)),
        "reasons": _reasons(one),
        "sheets": _sheets(one),
    }


def _rule(one: ToldDuty, procedure: Procedure) -> Iterator[tuple[str, Any]]:
    """What the rule says of itself: term, extension, sector, since when."""
    duty = one.duty
    term = _maybe(lambda speech: tell_term(duty, procedure, speech))
    extension = _maybe(lambda speech: tell_extension(duty, speech))
    if term is not None:
        yield "Term", term
    if extension is not None:
        yield "Extension", extension
    if duty.overlay:
        names = [" + ".join(tell_profile(name, speech) for name in duty.overlay) for speech in (ZH, EN)]
        yield "Holds in", _pair(*names)
    if duty.valid.from_ is not None:
        yield "In force from", _both(tell_date, duty.valid.from_)
    if duty.valid.to is not None:
        yield "In force to", _both(tell_date, duty.valid.to)


def _reasons(one: ToldDuty) -> list[Any]:
    """Why this day, sentence by sentence."""
    if one.term is None:
        return []
    return [_pair(zh, en) for zh, en in zip(tell(one.term, ZH), tell(one.term, EN), strict=True)]


def _sheets(one: ToldDuty) -> Sheets | None:
    return None if one.term is None else month_sheets(one.term, one.distance.done)


def _both(tell_one: Callable[[T, Language], str], thing: T) -> tuple[str, str]:
    return tell_one(thing, ZH), tell_one(thing, EN)


def _maybe(tell_one: Callable[[Language], str | None]) -> tuple[str, str] | None:
    zh, en = tell_one(ZH), tell_one(EN)
    return None if zh is None or en is None else (zh, en)


def _pair(zh: str, en: str) -> tuple[str, str]:
    return zh, en
