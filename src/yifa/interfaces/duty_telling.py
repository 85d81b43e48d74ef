"""How a duty and a rule are told, the same in the terminal, on the page of a case and in the manual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from yifa.law.catalogue.citations import citation
from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.procedures import Procedure
from yifa.law.catalogue.statutes import Span
from yifa.law.catalogue.term import TermDuty
from yifa.law.clock import Length, Unit, parse_length
from yifa.law.clock.telling import tell_length, tell_pause
from yifa.wording import Language


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
    """Articles as findings cite them, 「行政处罚法(2021)§60」, as people write them; those of one text together.

    A paper that has no articles, 「国办发〔2018〕118号(2018)§（六）」, is cited by its own numbering.
    """
    articles: dict[tuple[str, str | None], list[str]] = {}
    for text in cited:
        found = re.fullmatch(r"(?P<law>.+?)(?:\((?P<version>[^()]+)\))?(?:§(?P<article>.+))?", text)
        assert found is not None  # noqa: S101 - every text matches
        known = articles.setdefault((found["law"], found["version"]), [])
        if found["article"]:
            known.append(found["article"])
    return [_law(law, version, ones, speech) for (law, version), ones in articles.items()]


def tell_law_on(laws: Iterable[str], day: date, speech: Language) -> str:
    """Articles as the corpus names them («行政处罚法 57»), with the version of a day."""
    return speech.list(tell_laws([citation(law).said(day) for law in laws], speech))


def _law(law: str, version: str | None, articles: Sequence[str], speech: Language) -> str:
    say, zh = speech.say, speech.tag == "zh"
    named = law if zh else citation(law).statute.title.en
    if articles and not any(character in "0123456789" for character in articles[0]):
        items = ("、" if zh else ", ").join(_item(one, speech) for one in articles)
        if version and "〔" not in law:
            return say("{law} ({version}), {items}", law=named, version=version, items=items)
        return say("{law}, {items}", law=named, items=items)
    ones = ("、" if zh else ", ").join(articles)
    if version and articles:
        return say("{law} ({version}), Art. {articles}", law=named, version=version, articles=ones)
    if articles:
        return say("{law}, Art. {articles}", law=named, articles=ones)
    return say("{law} ({version})", law=named, version=version) if version else say("{law}", law=named)


_ITEM = re.compile(r"(?P<part>[一二三四五六七八九十]*)(?:（(?P<item>[一二三四五六七八九十]+)）)?")
"""A place in a paper: a part, an item in brackets, or both, 「四（十五）」."""


def _item(place: str, speech: Language) -> str:
    say = speech.say
    found = _ITEM.fullmatch(place)
    if found is None:
        return place
    part, item = (one if speech.tag == "zh" or not one else _in_figures(one) for one in (found["part"], found["item"]))
    if part and item:
        return say("part {part} ({item})", part=part, item=item)
    return say("part {part}", part=part) if part else say("({item})", item=item)


def _in_figures(number: str) -> str:
    """A Chinese number below one hundred in Arabic figures."""
    tens, ten, ones = number.rpartition("十")
    digits = "一二三四五六七八九"
    whole = (digits.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return str(whole + (digits.index(ones) + 1 if ones else 0))


def tell_date(day: date, speech: Language) -> str:
    """A day without its weekday, for texts of law."""
    text = speech.day(day)
    return text.partition("（")[0] if speech.tag == "zh" else text.split(" ", 1)[1]


def tell_term(duty: Duty, procedure: Procedure, speech: Language) -> str | None:
    """How long, in which way and from what, in words; None for a duty without a term."""
    if not isinstance(duty, TermDuty) or duty.way is None:
        return None
    say = speech.say
    if duty.way == "by":
        assert duty.by is not None  # noqa: S101 - the way is set by it
        month, day = map(int, duty.by.split("-"))
        return say("by {month}-{day} every year", month=month, day=day)
    if duty.way == "upto" and re.fullmatch(r"\d{4}-\d\d-\d\d", duty.upto or ""):
        return say("by {day}", day=tell_date(date.fromisoformat(duty.upto or ""), speech))
    if duty.way == "upto":
        named = tell_event(duty.upto or "", duty, procedure, speech)
        if named is None:
            return say("on the day itself")
        return (
            say("on the day of: {event}", event=named)
            if duty.upto == "it"
            else say("by the day of: {event}", event=named)
        )
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
    if not duty.extension.bounded:
        return speech.say("may be extended; the text does not say how far")
    length = tell_length(_length(duty.extension.at_most), speech)
    if duty.extension.times == "any":
        return speech.say("may be extended by {length} each time", length=length)
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


def tell_left_out(duty: Duty, speech: Language) -> list[str]:
    """The kinds of time its term leaves out."""
    return [tell_pause(kind, speech) for kind in duty.pauses] if isinstance(duty, TermDuty) else []


def tell_consequence(duty: Duty, speech: Language) -> str | None:
    """What a breach means for the decision; None where the class of the finding says it already."""
    says_it = duty.breach in ("AUTO", "LOSS") and duty.class_ is None
    return None if says_it else tell_severity(duty.breach, speech)


def tell_validity(span: Span, speech: Language) -> str:
    """From when to when the text holds."""
    first = tell_date(span.from_, speech) if span.from_ else None
    last = tell_date(span.to, speech) if span.to else None
    if first and last:
        return speech.say("in force from {first} to {last}", first=first, last=last)
    if first:
        return speech.say("in force since {first}", first=first)
    return speech.say("in force until {last}", last=last) if last else speech.say("always in force")


def tell_rule_class(name: str, speech: Language) -> str:
    """How a rule is carried."""
    say = speech.say
    return {
        "computed": say("computed"),
        "attested": say("attested"),
        "definition": say("definition"),
        "theirs": say("duty of others"),
        "judged": say("for judgement"),
    }[name]
