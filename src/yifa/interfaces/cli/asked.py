"""What `yifa due` was asked: options read, and resolved against the statute and its version in force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import click

from yifa.interfaces.cli.context import read_day
from yifa.law.catalogue import Statute, StatuteVersion, UnknownStatute, find_statute
from yifa.law.clock import Extension, Length, NotALength, Pause, Unit, parse_length
from yifa.law.clock.telling import tell_basis, tell_length
from yifa.wording import Language

LENGTHS = ("within", "before", "at_least", "after")


@dataclass(frozen=True)
class Question:
    """What was asked; `notes` say what the statute's counting rule had to do with it."""

    start: date | datetime
    length: Length
    statute: Statute | None
    version: StatuteVersion | None
    article: str | None
    rolls: bool
    notes: tuple[str, ...]

    @property
    def law(self) -> str | None:
        """The statute's short name."""
        return self.statute.title.short if self.statute else None

    @property
    def day(self) -> date:
        """The start as a day."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    def as_data(self) -> dict[str, Any]:
        """What the answer rests on, for JSON."""
        version = self.version
        return {
            "start": self.start.isoformat(timespec="minutes")
            if isinstance(self.start, datetime)
            else self.start.isoformat(),
            "length": str(self.length),
            "law": self.law,
            "article": self.article,
            "version": version and version.model_dump(mode="json", by_alias=True, include={"id", "valid", "verified"}),
            "notes": list(self.notes),
        }


def resolve(speech: Language, start: date | datetime, kind: str, asked: dict[str, Any]) -> Question:
    """Read the length and let the statute say what a bare 「日」 means and whether the term rolls."""
    length = _read_length(asked[kind], f"--{kind.replace('_', '-')}", speech)
    statute = find_or_explain(asked["law"], speech) if asked["law"] else None
    day = start.date() if isinstance(start, datetime) else start
    version = statute.in_force(day) if statute else None
    notes = list(_about_version(statute, version, day, speech)) if statute else []
    rolls = True
    if statute and version and version.counting:
        meant, why = version.counting.unit_of(length.n, who=asked["who"])
        own = Length(length.n, meant)
        rolls = version.counting.rolls_over
        if length.unit is Unit.STATUTORY_DAYS:
            length = own
            meaning = tell_length(own, speech)
            notes.append(
                speech.say(
                    "{law} means {length} here ({article}).",
                    law=_name(statute),
                    length=meaning,
                    article=tell_basis(why, speech),
                )
            )
        elif length == own:
            notes.append(
                speech.say(
                    "So {law} counts these days ({article}).", law=_name(statute), article=tell_basis(why, speech)
                )
            )
        elif length.unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS) and length.unit is not meant:
            notes.append(
                speech.say(
                    "Note: by its own counting rule ({article}), 「{n}日」 in {law} would mean {length}; "
                    "you asked otherwise.",
                    article=tell_basis(why, speech),
                    n=length.n,
                    law=_name(statute),
                    length=tell_length(own, speech),
                )
            )
    if length.unit is Unit.STATUTORY_DAYS:
        length = Length(length.n, Unit.CALENDAR_DAYS)
        notes.append(speech.say("Note: without a statute that says otherwise, 「日」 is read as calendar days (P3)."))
    rolls = rolls if asked["roll"] is None else asked["roll"]
    return Question(start, length, statute, version, asked["article"], rolls, tuple(notes))


def _name(statute: Statute) -> str:
    return statute.title.short


def _about_version(statute: Statute, version: StatuteVersion | None, day: date, speech: Language) -> list[str]:
    """Which version was in force on the trigger day, and how sure that is."""
    if version is None:
        return [
            speech.say(
                "Note: no version of {law} is known to be in force on {day}.", law=_name(statute), day=speech.day(day)
            )
        ]
    first = speech.day(version.valid.from_) if version.valid.from_ else speech.say("not known")
    last = speech.day(version.valid.to) if version.valid.to else speech.say("open")
    read = {"text": speech.say("text read"), "web": speech.say("web excerpt only")}.get(
        version.verified, speech.say("not verified")
    )
    lines = [
        speech.say(
            "Version {id}: in force from {first} to {last}; text: {read}",
            id=version.id,
            first=first,
            last=last,
            read=read,
        )
    ]
    if version.valid.from_ is None:
        lines.append(
            speech.say(
                "Note: since when this text is in force is not known here; whether it was on {day} is open.",
                day=speech.day(day),
            )
        )
    return lines


def find_or_explain(name: str, speech: Language, param: str = "--law") -> Statute:
    """The statute of that name, or a usage error with the names that sound like it."""
    try:
        return find_statute(name)
    except UnknownStatute as error:
        near = "、".join(error.near)
        hint = speech.say("; did you mean {near}?", near=near) if near else speech.say("; see `yifa statute list`")
        raise click.BadParameter(
            speech.say("no statute goes by the name {name!r}", name=name) + hint, param_hint=param
        ) from None


def read_start(text: str, speech: Language) -> date | datetime:
    """A day, or a moment where hours count."""
    day = read_day(text)
    if day is not None:
        return day
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            speech.say("{value!r} is not a day: expected a form such as 2024-09-25 or 2024-09-25T17:30", value=text),
            param_hint="--from",
        ) from None


def _read_length(text: str, option: str, speech: Language) -> Length:
    try:
        return parse_length(text)
    except NotALength:
        raise click.BadParameter(
            speech.say(
                "{text!r} is not a length: expected a whole number with its unit, such as «20 working days», "
                "«15 calendar days», «6 months», 「20个工作日」 or 「六十日」",
                text=text,
            ),
            param_hint=option,
        ) from None


_PAUSE = re.compile(r"(?P<first>[^:]+?)\.\.(?P<last>[^:]*)(?::(?P<kind>[^:]+))?(?::(?P<told>told|untold))?")


def read_pauses(texts: Sequence[str], speech: Language) -> list[Pause]:
    """The pauses given with --pause."""
    return [_read_pause(text, speech) for text in texts]


def _read_pause(text: str, speech: Language) -> Pause:
    match = _PAUSE.fullmatch(text)
    first = read_day(match["first"]) if match else None
    last = read_day(match["last"]) if match and match["last"] else None
    if match is None or first is None or (match["last"] and last is None):
        message = speech.say(
            "{text!r} is no pause: expected first day..last day:kind, such as 2024-10-08..2024-10-11:hearing", text=text
        )
        raise click.BadParameter(message, param_hint="--pause")
    if last is not None and last < first:
        raise click.BadParameter(speech.say("{text!r} ends before it begins", text=text), param_hint="--pause")
    told = None if match["told"] is None else match["told"] == "told"
    return Pause(first, last, match["kind"] or "suspension", told)


def read_extensions(texts: Sequence[str], question: Question, speech: Language) -> list[Extension]:
    """The extensions given with --extend; their bare 「日」 is the statute's too."""
    extensions = []
    for text in texts:
        first, _, rest = text.partition(":")
        on = read_day(first)
        if on is None or not rest:
            message = speech.say(
                "{text!r} is no extension: expected day of approval:length, such as 2024-10-20:10 working days",
                text=text,
            )
            raise click.BadParameter(message, param_hint="--extend")
        length = _read_length(rest, "--extend", speech)
        if length.unit is Unit.STATUTORY_DAYS:
            counting = question.version.counting if question.version else None
            length = Length(length.n, counting.unit_of(length.n)[0] if counting else Unit.CALENDAR_DAYS)
        extensions.append(Extension(on, length))
    return extensions


_ANNUAL = re.compile(r"(\d{1,2})-(\d{1,2})(前|之前|以前)?")


def read_annual(text: str, year: int, speech: Language) -> tuple[int, int, bool]:
    """A date of the year: month, day, and whether the text writes 前."""
    match = _ANNUAL.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        date(year, int(match[1]), int(match[2]))
    except ValueError:
        message = speech.say("{text!r} is no date of the year: expected MM-DD, such as 03-01 or 03-01前", text=text)
        raise click.BadParameter(message, param_hint="--by") from None
    return int(match[1]), int(match[2]), match[3] is not None
