"""The words the manual uses again and again: outcomes, classes of rules, modes, grades, the heads of tables."""

from __future__ import annotations

from yifa.interfaces.duty_telling import tell_class
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.examples import Expected
from yifa.law.catalogue.procedures import FieldOfActs
from yifa.law.conditions import Type
from yifa.wording import Language


def heads(speech: Language) -> dict[str, str]:
    """What templates say, by a short name."""
    say = speech.say
    return {
        "acts": say("Acts"),
        "act": say("Act"),
        "answers": say("Rules and how they are carried"),
        "borrowed": say("Asked here too"),
        "cases": say("Worked cases"),
        "class": say("Class"),
        "consequence": say("Consequence"),
        "contents": say("On this page"),
        "contested": say("Contested"),
        "counted": say("Counted from it"),
        "coverage": say("What is kept where"),
        "cure": say("Cure"),
        "deemed": say("Taken as done by law"),
        "duties": say("Duties"),
        "entered": say("(from a yes/no entry alone)"),
        "ends": say("ends the matter"),
        "done_with": say("When a matter is done with"),
        "ended": say("done with"),
        "again": say("handled again"),
        "without": say("only where no place is kept for"),
        "examples": say("Examples"),
        "exception": say("Except where"),
        "fields": say("What is recorded"),
        "from": say("from"),
        "happened": say("What happened"),
        "id": say("Id"),
        "kept": say("Kept in"),
        "keeper": say("Kept by"),
        "kind": say("Kind"),
        "law": say("Law"),
        "manual": say("Manual of the law as data"),
        "mode": say("Mode"),
        "must_not": say("Kept to prevent"),
        "name": say("Name"),
        "nothing": say("Nothing is kept here yet."),
        "papers": say("Papers"),
        "pauses": say("Time left out"),
        "procedures": say("Procedures"),
        "reason": say("Reason"),
        "reconstructed": say("step not told by any source, put in between"),
        "registers": say("Registers"),
        "rule": say("Rule"),
        "system": say("What governments run"),
        "term": say("Term"),
        "terms": say("Terms in both languages"),
        "lists": say("Lists offices work by"),
        "to_fill": say("Every office fills this set for itself."),
        "used": say("Used in"),
        "to": say("to"),
        "validity": say("Validity"),
        "when": say("Applies where"),
        "require": say("Required"),
        "why": say("Why"),
    }


def tell_mode(mode: str, speech: Language) -> str:
    """How a matter is kept here."""
    say = speech.say
    return {
        "run": say("worked on here"),
        "collect": say("collected from where it is worked on"),
        "attest": say("attested"),
    }[mode]


def tell_importance(kind: str, speech: Language) -> str:
    """How much there is to it: a working procedure, a ledger, or counts only."""
    say = speech.say
    return {"core": say("procedure"), "register": say("register"), "activity": say("counts only")}[kind]


def tell_term_kind(kind: str, speech: Language) -> str:
    """What a term names."""
    say = speech.say
    return {
        "procedure": say("procedure"),
        "act": say("act"),
        "field": say("entry"),
        "value": say("value"),
        "definition": say("definition"),
        "list": say("list"),
    }[kind]


def tell_list_state(closed: bool | None, speech: Language) -> str:
    """Whether a list is whole, may be added to, or is for the office to fill."""
    if closed is None:
        return speech.say("for the office to fill")
    return speech.say("whole") if closed else speech.say("an office may add")


def tell_grade(grade: str, speech: Language) -> str:
    """How far the text of a rule was read."""
    say = speech.say
    return {
        "text": say("text read"),
        "web": say("read in excerpts on the web only"),
        "mixed": say("read in part"),
        "unverified": say("text not seen: switched off"),
    }[grade]


def tell_expected(one: Expected, duty: Duty | None, speech: Language) -> str:
    """What a worked case comes to for a duty."""
    say = speech.say
    outcome = {
        "met": say("in order"),
        "pending": say("pending"),
        "unknown": say("not known: a fact it needs is blank"),
        "not-applicable": say("does not apply"),
        "not-assessable": say("cannot be assessed from this source"),
        "unmet": say("not as the rule asks"),
    }[one.outcome]
    if one.class_ is None or duty is None:
        return outcome
    return f"{outcome}: {tell_class(duty.model_copy(update={'class_': one.class_}), speech)}"


def tell_field_type(field: FieldOfActs, speech: Language) -> str:
    """What may stand in a field."""
    say, zh = speech.say, speech.tag == "zh"
    if field.words:
        names = [word if title is None else title.zh if zh else title.en for word, title in field.words.items()]
        return speech.list(names)
    return {
        Type.YES_NO: say("yes or no"),
        Type.NUMBER: say("a whole number"),
        Type.MONEY: say("an amount"),
        Type.DAY: say("a day"),
        Type.WORD: say("words"),
        Type.NAMES: say("names"),
        Type.LENGTH: say("a length of time"),
    }[field.type]
