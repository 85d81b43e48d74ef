"""How a case is told, the same in the terminal and on the page: lights, verdicts, values, distances, what is missing.

A light has a shape, never colour alone. What the machine says is what the material shows; whether it is so a person
decides, so a breach is told as a point to look into. Lights stand on duties, never on persons.
"""

from __future__ import annotations

from datetime import date, datetime

from yifa.law.catalogue.procedures import YEAR
from yifa.law.catalogue.term import TermDuty
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


def tell_day(on: date | datetime | None, speech: Language) -> str:
    """The day or the moment of an act."""
    if on is None:
        return speech.say("day not recorded")
    return speech.moment(on) if isinstance(on, datetime) else speech.day(on)


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
