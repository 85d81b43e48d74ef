"""How doubts about returned figures are told: what stands where, what it is set against, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from yifa.interfaces.figure_telling import tell_measure_id
from yifa.oversight.reporting.canonical import shown
from yifa.oversight.reporting.doubts import Doubt, Doubtful
from yifa.wording import Language


def tell_doubt(one: Doubtful, names: Mapping[str, str], speech: Language) -> str:
    """A doubt in one sentence, with its place; `names`: how contributors are called."""
    say = speech.say
    who = names.get(one.contributor, one.contributor)
    if one.doubt in _OF_FORMS:
        return _of_a_form(one, who, speech)
    return say(
        "{place}: {of}: {what}",
        place=say("{file} {cell}", file=one.file, cell=one.cell).strip(),
        of=tell_measure_id(one.measure, speech),
        what=tell_reason(one, names, speech),
    )


_OF_FORMS = frozenset(
    (Doubt.NOT_READ, Doubt.NOTHING_CAME, Doubt.FROM_NOBODY, Doubt.SENT_TWICE, Doubt.OTHER_PERIOD, Doubt.UNKNOWN_MEASURE)
)


def _of_a_form(one: Doubtful, who: str, speech: Language) -> str:
    say = speech.say
    match one.doubt:
        case Doubt.NOTHING_CAME:
            return say("Nothing came from {who}.", who=who)
        case Doubt.FROM_NOBODY:
            return say("{file}: «{who}» was not asked for anything.", file=one.file, who=one.stated or who)
        case Doubt.SENT_TWICE:
            return say("{who} sent two forms: {one} and {other}.", who=who, one=one.against, other=one.file)
        case Doubt.OTHER_PERIOD:
            return say(
                "{file} is of {period}, not of {asked}; nothing of it was taken.",
                file=one.file,
                period=one.stated,
                asked=one.against,
            )
        case Doubt.UNKNOWN_MEASURE:
            place = say("{file} {cell}", file=one.file, cell=one.cell)
            return say("{place}: {stated} is no measure.", place=place, stated=one.stated)
    return say("{file} is no form that can be read.", file=one.file)


def tell_reason(one: Doubtful, names: Mapping[str, str], speech: Language) -> str:
    """Why a figure is doubtful, without its place."""
    say = speech.say
    stated, against = _spoken(one.stated), _spoken(one.against)
    match one.doubt:
        case Doubt.NOT_A_NUMBER:
            return say("«{stated}» is not one exact number", stated=one.stated)
        case Doubt.OTHER_UNIT:
            return say("«{stated}» is in another unit than {unit}", stated=one.stated, unit=one.against)
        case Doubt.NOT_WHOLE:
            return say("{stated} is no whole number", stated=one.stated)
        case Doubt.NOT_SIGNED:
            return say("nobody filled it in or checked it")
        case Doubt.EARLIER_CHANGED:
            return say("last year's value was changed on the form to {stated}; it is {against}", **_both(one))
        case Doubt.SUDDEN:
            return say("{stated}, last year {against}; please check", stated=stated, against=against)
        case Doubt.OTHER_IN_REPORT:
            who = names.get(one.contributor, one.contributor)
            return say("{stated}, in the own report of {who} {against}", stated=stated, who=who, against=one.against)
        case Doubt.OTHER_IN_MATERIAL:
            return say("{stated}, in the paper sent with it {against}", stated=stated, against=one.against)
        case Doubt.OTHER_IN_RECORDS:
            return say("{stated}, counted from records {against}", stated=stated, against=against)
        case Doubt.TOLD_TWICE:
            return say("{stated}, before {against}", stated=stated, against=one.against)
        case Doubt.SUM_DIFFERS:
            return say("{stated}, but the parts come to {against} ({parts})", **_both(one), parts=_named(one, speech))
        case Doubt.PART_EXCEEDS:
            return say("{stated} does not fit with {against} ({parts})", **_both(one), parts=_named(one, speech))
    return _of_a_form(one, names.get(one.contributor, one.contributor), speech)


def _both(one: Doubtful) -> dict[str, str]:
    return {"stated": _spoken(one.stated), "against": _spoken(one.against)}


def _named(one: Doubtful, speech: Language) -> str:
    return "、".join(tell_measure_id(id_, speech) for id_ in one.others)


def _spoken(value: str) -> str:
    """An exact text as people write the number."""
    try:
        return shown(Fraction(value))
    except ValueError:
        return value
