"""How a case is told, the same in the terminal and on the page: lights, verdicts, severities, values, articles.

A light has a shape, never colour alone. What the machine says is what the material shows; whether it is so a person
decides, so a breach is told as a point to look into. Lights stand on duties, never on persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import YEAR, Procedure
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import Length, Unit, parse_length
from yifa.law.clock.telling import tell_length
from yifa.law.conditions import Type
from yifa.law.duties.answers import FindingClass, Outcome
from yifa.law.run.cases import ToldCase
from yifa.law.run.findings import Result
from yifa.law.run.story import CaseStory, Light, ToldDuty
from yifa.law.run.told import Missing, ToldAct, ToldField
from yifa.wording import Language

SIGNS = {Light.RED: "▲", Light.AMBER: "◆", Light.BLUE: "■", Light.OPEN: "◇", Light.GREY: "◌", Light.GREEN: "●"}
"""The shape of each light."""


def caution(speech: Language) -> str:
    """What stands beside every list of findings."""
    return speech.say("What the machine finds is a clue, going by what the material shows. A person decides.")


def tell_title(case: ToldCase, speech: Language) -> str:
    """The title of a case in the language spoken, where it has one."""
    return case.title if speech.tag == "zh" or not case.title_en else case.title_en


def tell_light(light: Light, speech: Language) -> str:
    """What a light stands for."""
    say = speech.say
    return {
        Light.RED: say("to be looked into"),
        Light.AMBER: say("contested"),
        Light.BLUE: say("taken as so by law"),
        Light.OPEN: say("still to be done"),
        Light.GREY: say("facts missing"),
        Light.GREEN: say("in order"),
    }[light]


def tell_verdict(one: ToldDuty, speech: Language) -> str:
    """What a duty came to, in a word."""
    return tell_result(one.finding.result, speech)


def tell_result(result: Result, speech: Language) -> str:
    """What a result is, in a word: the class of its finding, or its outcome."""
    say = speech.say
    by_class = {
        FindingClass.VIOLATION: say("going by the material, not as the rule asks"),
        FindingClass.LOSS: say("going by the material, the right or power has lapsed"),
        FindingClass.ADVISORY: say("contested, a person decides"),
        FindingClass.AUTO: say("taken as so by law"),
    }
    by_outcome = {
        Outcome.NOT_APPLICABLE: say("does not apply"),
        Outcome.MET: say("in order"),
        Outcome.PENDING: say("pending"),
        Outcome.UNMET: say("not as the rule asks"),
        Outcome.UNKNOWN: say("not known: a fact it needs is blank"),
        Outcome.NOT_ASSESSABLE: say("cannot be assessed from this source"),
    }
    return by_class.get(result.finding) or by_outcome[result.outcome]


def tell_severity(tag: str, speech: Language) -> str:
    """What a breach means for the decision, as the law names it."""
    say = speech.say
    known = {
        "VOID": say("void"),
        "REVOKE": say("may be revoked"),
        "MINOR": say("unlawful in a minor way, not revoked"),
        "DEFECT": say("flaw of a paper, to be corrected"),
        "BAR": say("may not go on before it is done"),
        "AUTO": say("follows by itself from the law"),
        "LOSS": say("right or power lapses"),
        "DISC": say("to be put right, those responsible may answer for it"),
        "MGMT": say("a matter of good management"),
        "VOID-risk": say("may be void"),
        "REVOKE-risk": say("risks being revoked"),
    }
    return known.get(tag, tag)


def tell_kind(kind: str, speech: Language) -> str:
    """What a kind of duty asks about, in a word."""
    say = speech.say
    known = {
        "time-limit": say("term"),
        "publication": say("publication"),
        "required-act": say("required act"),
        "order": say("order of acts"),
        "qualification": say("qualification"),
        "separation": say("separation of persons"),
        "value-limit": say("amount or range"),
        "authority": say("authority"),
        "document-element": say("contents of a paper"),
        "cross-case": say("across cases"),
    }
    return known.get(kind, kind)


def tell_profile(profile: str, speech: Language) -> str:
    """The sector or place whose rules are added; its id where it is not known."""
    say = speech.say
    known = {
        "agri": say("agriculture"),
        "beijing": say("Beijing"),
        "chongqing": say("Chongqing"),
        "guangdong": say("Guangdong"),
        "guangxi": say("Guangxi"),
        "hunan": say("Hunan"),
        "jilin": say("Jilin"),
        "neimenggu": say("Inner Mongolia"),
        "ningbo": say("Ningbo"),
        "psa": say("public security"),
        "samr": say("market regulation"),
        "shandong": say("Shandong"),
        "shanghai": say("Shanghai"),
        "sichuan": say("Sichuan"),
        "tianjin": say("Tianjin"),
        "trans": say("transport"),
        "zhejiang": say("Zhejiang"),
    }
    return known.get(profile, profile)


def tell_laws(cited: Iterable[str], speech: Language) -> list[str]:
    """Articles as findings cite them, 「行政处罚法(2021)§60」, as people write them; those of one text together."""
    articles: dict[tuple[str, str | None], list[str]] = {}
    for text in cited:
        found = re.fullmatch(r"(?P<law>.+?)(?:\((?P<version>[^()]+)\))?(?:§(?P<article>.+))?", text)
        assert found is not None  # noqa: S101 - every text matches
        known = articles.setdefault((found["law"], found["version"]), [])
        if found["article"]:
            known.append(found["article"])
    return [_law(law, version, ones, speech) for (law, version), ones in articles.items()]


def _law(law: str, version: str | None, articles: Sequence[str], speech: Language) -> str:
    say, zh = speech.say, speech.tag == "zh"
    named = law if zh else citation(law).statute.title.en
    ones = ("、" if zh else ", ").join(articles)
    if version and articles:
        return say("{law} ({version}), Art. {articles}", law=named, version=version, articles=ones)
    if articles:
        return say("{law}, Art. {articles}", law=named, articles=ones)
    return say("{law} ({version})", law=named, version=version) if version else say("{law}", law=named)


def tell_day(on: date | datetime | None, speech: Language) -> str:
    """The day or the moment of an act."""
    if on is None:
        return speech.say("day not recorded")
    return speech.moment(on) if isinstance(on, datetime) else speech.day(on)


def tell_date(day: date, speech: Language) -> str:
    """A day without its weekday, for texts of law."""
    text = speech.day(day)
    return text.partition("（")[0] if speech.tag == "zh" else text.split(" ", 1)[1]


def tell_name(told: ToldAct | ToldField, speech: Language) -> str:
    """The name of an act or a field."""
    return told.zh if speech.tag == "zh" else told.en


def tell_value(one: ToldField, speech: Language) -> str:
    """The value of a field: its word by name, an amount in yuan, a day, a length, yes or no."""
    if one.length is not None:
        return tell_length(one.length, speech)
    if one.word is not None:
        return one.word.zh if speech.tag == "zh" else one.word.en
    match one.type:
        case Type.YES_NO:
            return {"yes": speech.say("yes"), "no": speech.say("no")}.get(one.value, one.value)
        case Type.MONEY:
            return speech.say("{amount} yuan", amount=one.value)
        case Type.DAY:
            return tell_day(date.fromisoformat(one.value), speech)
        case Type.NAMES:
            return one.value if speech.tag == "zh" else ", ".join(one.value.split("、"))
    return one.value


def tell_missing(one: Missing, speech: Language) -> str:
    """A fact that is not shown: an act, a field of it, or what other cases say."""
    if one.other_cases:
        return speech.say("the other cases of the organ")
    zh = speech.tag == "zh"
    act, field = (one.zh, one.field_zh) if zh else (one.en, one.field_en)
    if one.day:
        return speech.say("the day of: {act}", act=act)
    return act if field is None else speech.say("{act}: {field}", act=act, field=field)


def tell_distance(one: ToldDuty, speech: Language) -> str | None:
    """How far its day is: so much past it, too early, or left; None where there is nothing to say."""
    gap, say = one.distance, speech.say
    early = one.finding.result.not_before
    if one.light is Light.BLUE:
        return None
    if gap.over is not None:
        length = tell_length(gap.over, speech)
        if early:
            return say("{length} too early", length=length)
        if gap.done is None:
            return say("not done, {length} past", length=length)
        if isinstance(one.duty, TermDuty) and one.duty.way == "ahead":
            return say("{length} too late", length=length)
        return say("{length} past the last day", length=length)
    if gap.left is not None:
        return say("{length} left", length=tell_length(gap.left, speech))
    if one.finding.result.outcome is Outcome.PENDING and one.finding.result.due is not None and not early:
        return say("today is the last day") if one.finding.result.due == one.finding.as_of else None
    return None


def tell_due(one: ToldDuty, speech: Language) -> str | None:
    """The day the duty sets, or that its term stands still; None where it sets none."""
    result = one.finding.result
    if result.due is None and one.term is not None and not one.term.due.running:
        return speech.say("No last day yet: the term stands still")
    if result.due is None:
        return None
    day = tell_day(result.due, speech)
    if result.not_before:
        return speech.say("First day allowed: {day}", day=day)
    if result.earliest is not None and result.provisional:
        first = tell_day(result.earliest, speech)
        if isinstance(result.due, datetime):
            return speech.say("Last moment in time: between {earliest} and {latest}", earliest=first, latest=day)
        return speech.say("Last day provisional: between {earliest} and {latest}", earliest=first, latest=day)
    return speech.say("Last day in time: {day}", day=day)


def tell_subject(one: ToldDuty, story: CaseStory, speech: Language) -> str | None:
    """Which act a duty is about, where there may be several; None for the case."""
    kind, _, number = one.finding.result.subject.partition("#")
    if not number:
        return None
    if kind == YEAR:
        return speech.say("year {year}", year=number)
    act = story.engine.whole.folder.procedure.acts.get(kind)
    name = kind if act is None else act.zh if speech.tag == "zh" else act.en
    same = [told for told in story.acts if told.kind == kind]
    if len(same) < 2:
        return name
    if not number.isdigit():
        return speech.say("{act} ({id})", act=name, id=number)
    return speech.say("{act}, no. {number}", act=name, number=number)


def tell_class(duty: Duty, speech: Language) -> str:
    """How a breach is taken: as one, as contested, as what the law itself brings about."""
    say = speech.say
    by_tag = {"AUTO": "auto", "LOSS": "loss"}
    words = {
        "violation": say("violation"),
        "advisory": say("contested, a person decides"),
        "auto": say("taken as so by law"),
        "loss": say("right or power lost"),
    }
    return words[duty.class_ or by_tag.get(duty.breach, "violation")]


def tell_term(duty: Duty, procedure: Procedure, speech: Language) -> str | None:
    """How long, in which way and from what, in words; None for a duty without a term."""
    if not isinstance(duty, TermDuty) or duty.way is None:
        return None
    say = speech.say
    if duty.way == "by":
        assert duty.by is not None  # noqa: S101 - the way is set by it
        month, day = map(int, duty.by.split("-"))
        return say("by {month}-{day} every year", month=month, day=day)
    start = duty.from_ or duty.each or ""
    if duty.way == "within" and start.endswith("- 1") and duty.within == "1 calendar days":
        named = tell_event(start, duty, procedure, speech)
        return say("on the day itself") if named is None else say("on the day of: {event}", event=named)
    length = tell_length(_length(getattr(duty, duty.way)), speech)
    event = tell_event(start, duty, procedure, speech)
    if event is None:
        return {
            "within": say("within {length}", length=length),
            "ahead": say("{length} before", length=length),
            "at_least": say("not before {length} have passed", length=length),
            "after": say("only after {length}", length=length),
            "clear": say("{length} in between", length=length),
        }[duty.way]
    return {
        "within": say("within {length} of: {event}", length=length, event=event),
        "ahead": say("{length} before: {event}", length=length, event=event),
        "at_least": say("not before {length} have passed since: {event}", length=length, event=event),
        "after": say("only after {length} since: {event}", length=length, event=event),
        "clear": say("{length} between it and: {event}", length=length, event=event),
    }[duty.way]


def tell_event(text: str, duty: Duty, procedure: Procedure, speech: Language) -> str | None:
    """What a term runs from, in words: an act, a day in a field, a definition, or the first or last of several.

    None for what is put otherwise.
    """
    text = text.removesuffix(" - 1")
    text = duty.each or text if text == "it" else duty.with_.get(text, text)
    found = re.fullmatch(
        r"(?P<pick>latest|earliest) \[(?P<several>[^]]+)\]|(?:(?:first|last|next) )?(?P<one>\S+)(?: .*)?", text
    )
    if found is None:
        return None
    events = [_event(one.strip(), procedure, speech) for one in (found["several"] or found["one"]).split(",")]
    told = [one for one in events if one is not None]
    if len(told) < len(events):
        return None
    if len(told) == 1:
        return told[0]
    together = ("、" if speech.tag == "zh" else ", ").join(told)
    if found["pick"] == "latest":
        return speech.say("the last of: {acts}", acts=together)
    return speech.say("the first of: {acts}", acts=together)


def _event(name: str, procedure: Procedure, speech: Language) -> str | None:
    """An act, a field of one, or a definition, by its name."""
    field = name.partition(".")[2]
    known = procedure.fields.get(field) if field else procedure.acts.get(name) or procedure.definitions.get(name)
    if known is None:
        return None
    return known.zh.removesuffix("之日").removesuffix("日") if speech.tag == "zh" else known.en


def tell_extension(duty: Duty, speech: Language) -> str | None:
    """How far the term may be extended; None where it may not."""
    if not isinstance(duty, TermDuty) or duty.extension is None:
        return None
    length = tell_length(_length(duty.extension.at_most), speech)
    if duty.extension.times == 1:
        return speech.say("may be extended by {length}", length=length)
    return speech.count(
        "may be extended by {length}, {n} time",
        "may be extended by {length}, {n} times",
        duty.extension.times,
        length=length,
    )


def _length(text: str) -> Length:
    found = parse_length(text)
    return Length(found.n, Unit.CALENDAR_DAYS) if found.unit is Unit.STATUTORY_DAYS else found
