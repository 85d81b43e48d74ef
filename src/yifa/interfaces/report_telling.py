"""How points of a checked report are told: what is wrong, where, and what it should be."""

from __future__ import annotations

from yifa.interfaces.figure_telling import tell_measure_id
from yifa.interfaces.telling import Light
from yifa.oversight.reporting.checking import Fault, Point
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.reconciling import Left, LeftToken
from yifa.wording import Language

LIGHTS = {Fault.GAP: Light.OPEN, Fault.ABSENT: Light.AMBER, Fault.EMPTY: Light.AMBER, Fault.NUMBERING: Light.AMBER}
"""The light of a point; red where none is named."""


def light_of_point(one: Point) -> Light:
    """The light of a point."""
    return LIGHTS.get(one.fault, Light.RED)


def sign_of_point(one: Point) -> str:
    """The sign of a point."""
    return light_of_point(one).sign


def tell_cut(of: Cut, speech: Language) -> str:
    """What a cut is called."""
    return {
        Cut.WORKING: speech.say("working copy"),
        Cut.SUBMITTED: speech.say("cut that is sent"),
        Cut.PUBLIC: speech.say("cut that is published"),
    }[of]


def tell_point(one: Point, speech: Language) -> str:
    """A point in one sentence, with the line of the draft."""
    told = _told(one, speech)
    if one.cut is Cut.PUBLIC:
        told = speech.say("{point} (in the cut that is published)", point=told)
    return speech.say("line {line}: {point}", line=one.line, point=told) if one.line else told


def _told(one: Point, speech: Language) -> str:  # noqa: PLR0912 - one sentence a case
    say = speech.say
    match one.fault:
        case Fault.UNTRACED:
            return say("untraced: {before}【{number}】", before=one.before, number=one.words)
        case Fault.MISQUOTED if one.against:
            return say("{token} is not what the office wrote: {written}", token=one.words, written=one.against)
        case Fault.MISQUOTED:
            return say("{token}: the paper of that office has no such number", token=one.words)
        case Fault.DIRECTION:
            return say(
                "{before}{token}: the book has a change of the sign {sign}",
                before=one.before,
                token=one.words,
                sign=one.against,
            )
        case Fault.ALL:
            return say(
                "{before}【{word}】: the data of «{figure}» leave something open",
                before=one.before,
                word=one.words,
                figure=_named(one.against, speech),
            )
        case Fault.CONTRADICTED:
            return one.message
        case Fault.ABSENT if one.against:
            return say("{count} parts, {required} are asked for", count=one.words, required=one.against)
        case Fault.ABSENT:
            return one.message
        case Fault.GAP:
            return one.words
        case Fault.MARK:
            return _mark(one, speech)
        case Fault.WITHHELD:
            return say(
                "{figure} is left out there and told elsewhere in the same cut (reason: {reason})",
                figure=_named(one.words, speech),
                reason=one.before,
            )
        case Fault.NUMBERING:
            return say("heading {heading}: should begin with {number}", heading=one.words, number=one.against)
        case Fault.EMPTY:
            return say("heading {heading}: nothing stands below it", heading=one.words)
        case Fault.TITLE if one.words:
            return say("the title does not take its year from the book: {title}", title=one.words)
        case Fault.TITLE:
            return say("the draft has no title (a line that begins with #)")
        case Fault.DAY if one.against:
            return say("dated {day}, before the year was over", day=one.words)
        case Fault.DAY:
            return say("{number} is no number of a document of that year, such as 青政报〔2026〕3号", number=one.words)
        case Fault.HEAD:
            return say("at the head of the draft: {words} cannot be followed", words=one.words)
        case Fault.BOOK:
            return say("the draft was made from another figure book (seal {other}…)", other=one.against)


def _mark(one: Point, speech: Language) -> str:
    return {
        "not-closed": speech.say("{mark} is not closed", mark=one.words),
        "closes-nothing": speech.say("{mark} closes nothing", mark=one.words),
        "within-another": speech.say("{mark} stands within another mark", mark=one.words),
        "no-reason": speech.say("{mark} gives no reason", mark=one.words),
    }[one.against]


def _named(token: str, speech: Language) -> str:
    return tell_measure_id(token.partition(".")[0], speech)


AROUND = 14
"""Characters on either side of a number that are shown of its paragraph."""


def tell_left(one: LeftToken, speech: Language) -> str:
    """One number that left its token, with what stands around it."""
    say = speech.say
    figure = tell_measure_id(one.tag.partition(".")[0], speech) if one.tag and not one.tag.startswith("@") else one.tag
    told = {
        Left.CHANGED: lambda: say(
            "{figure}: {before} was changed to {after}", figure=figure, before=one.before, after=one.after
        ),
        Left.UNBOUND: lambda: say(
            "{figure}: {before} still stands there, but its control is gone", figure=figure, before=one.before
        ),
        Left.REMOVED: lambda: say("{figure}: {before} was taken out", figure=figure, before=one.before),
        Left.TYPED: lambda: say("{after} was typed", after=one.after),
        Left.UNKNOWN: lambda: say(
            "{figure}: nothing goes by that name; {after} stands there", figure=figure, after=one.after
        ),
        Left.MARK: lambda: say("the mark {mark} is gone", mark=one.before),
    }[one.how]()
    if one.paragraph_after and one.after:
        place = one.paragraph_after.find(one.after)
        around = one.paragraph_after[max(0, place - AROUND) : place + len(one.after) + AROUND]
        told = say("{told}: …{around}…", told=told, around=around)
    elif one.paragraph_before and one.before:
        place = one.paragraph_before.find(one.before)
        around = one.paragraph_before[max(0, place - AROUND) : place + len(one.before) + AROUND]
        told = say("{told}; before: …{around}…", told=told, around=around)
    return say("line {line}: {point}", line=one.line, point=told) if one.line > 0 else told
