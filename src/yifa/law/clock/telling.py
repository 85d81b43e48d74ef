"""Tells a story of the clock in sentences, in either language; see `story` for the same as data."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import groupby

from yifa.law.clock.calendar import Calendar
from yifa.law.clock.fold import Judged, Verdict
from yifa.law.clock.lengths import Length, Unit
from yifa.law.clock.story import Run, Story, Treatment, strict_reading
from yifa.law.clock.terms import Pause
from yifa.wording import Language

_HOLIDAYS = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Tomb-Sweeping Day",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
}


def tell(story: Story, speech: Language) -> list[str]:
    """The sentences that explain a last day, in the order in which a clerk would check it."""
    due = story.due
    lines = [_start(story, speech), _term(story, speech)]
    lines += _left_out(story, speech)
    lines += [_fact(judged, speech) for judged in due.judged]
    lines += _ending(story, speech)
    lines.append(_calendar(due.calendar, speech))
    return [line for line in lines if line]


def tell_length(length: Length, speech: Language) -> str:
    """A length in words: 20 working days, 20个工作日."""
    n = length.n
    match length.unit:
        case Unit.MINUTES:
            return speech.count("{n} minute", "{n} minutes", n)
        case Unit.HOURS:
            return speech.count("{n} hour", "{n} hours", n)
        case Unit.WORKING_DAYS:
            return speech.count("{n} working day", "{n} working days", n)
        case Unit.CALENDAR_DAYS:
            return speech.count("{n} calendar day", "{n} calendar days", n)
        case Unit.STATUTORY_DAYS:
            return speech.count("{n} day", "{n} days", n)
        case Unit.MONTHS:
            return speech.count("{n} month", "{n} months", n)
        case Unit.YEARS:
            return speech.count("{n} year", "{n} years", n)


def is_policy(basis: str) -> bool:
    """Whether a counting rule rests on a policy of the rulebook (P1–P15) and not on an article."""
    return re.fullmatch(r"P\d+", basis) is not None


def tell_basis(basis: str, speech: Language) -> str:
    """What a counting rule rests on: an article, or a policy by its id."""
    return speech.say("policy {id}", id=basis) if is_policy(basis) else speech.say("Art. {article}", article=basis)


def tell_holiday(name: str | None, speech: Language) -> str:
    """A holiday's name in the language spoken; notices name holidays in Chinese."""
    if not name:
        return speech.say("weekend")
    if speech.tag == "zh":
        return name
    return " and ".join(_HOLIDAYS.get(part, part) for part in name.split("、"))


def tell_pause(kind: str, speech: Language) -> str:
    """A kind of pause in words; kinds the glossary does not know are shown as they are."""
    known = {
        "test": speech.term("pause.test", "test or appraisal"),
        "hearing": speech.term("pause.hearing", "hearing"),
        "notice": speech.term("pause.notice", "public notice"),
        "suspension": speech.term("pause.suspension", "suspension"),
        "expert-review": speech.term("pause.expert-review", "expert review"),
        "consultation": speech.term("pause.consultation", "consultation of others"),
        "tender": speech.term("pause.tender", "tender"),
        "auction": speech.term("pause.auction", "auction"),
        "correction": speech.term("pause.correction", "correction of papers"),
        "litigation": speech.term("pause.litigation", "pending review or suit"),
        "review": speech.term("pause.litigation", "pending review or suit"),
        "acceptance": speech.term("pause.acceptance", "settling who accepts"),
        "appraisal": speech.term("pause.appraisal", "appraisal"),
        "co-maker": speech.term("pause.co-maker", "consultation of the co-making organ"),
        "court-mediation": speech.term("pause.court-mediation", "mediation by the court"),
        "detention": speech.term("pause.detention", "detention"),
        "judgment-period": speech.term("pause.judgment-period", "suspended period for execution"),
        "jurisdiction": speech.term("pause.jurisdiction", "objection to jurisdiction"),
        "other-organ": speech.term("pause.other-organ", "consultation of another organ"),
        "third-party": speech.term("pause.third-party", "consultation of a third party"),
        "identification": speech.term("pause.identification", "identification by the rights holder"),
        "inspection": speech.term("pause.inspection", "site inspection"),
        "obstacle": speech.term("pause.obstacle", "obstacle"),
        "public-notice": speech.term("pause.public-notice", "notice for comment"),
        "refund": speech.term("pause.refund", "time for a refund"),
        "review-material": speech.term("pause.review-material", "further material for review"),
        "site-survey": speech.term("pause.site-survey", "site survey"),
    }
    return known.get(kind, kind)


def _start(story: Story, speech: Language) -> str:
    start = story.due.start
    return speech.say(
        "The trigger day, {start}, is not counted; counting starts on {next}.",
        start=speech.day(start),
        next=speech.day(start + timedelta(days=1)),
    )


def _term(story: Story, speech: Language) -> str:
    length = tell_length(story.due.term.length, speech)
    if story.law and story.article:
        return speech.say(
            "Term: {length} ({law}, Art. {article}).", length=length, law=story.law, article=story.article
        )
    if story.law:
        return speech.say("Term: {length} ({law}).", length=length, law=story.law)
    return speech.say("Term: {length}.", length=length)


def _left_out(story: Story, speech: Language) -> list[str]:
    """Holidays and weekends not counted, and make-up days counted, among the days of the term."""
    lines = []
    holidays = [run for run in story.runs if run.treatment is Treatment.OFF]
    for name, runs in groupby(_joined(holidays), key=lambda run: run.name):
        spans = speech.list([speech.days(run.first, run.last or run.first) for run in runs])
        lines.append(speech.say("Not counted, {holiday}: {days}.", holiday=tell_holiday(name, speech), days=spans))
    weekend = sum(run.days for run in story.runs if run.treatment is Treatment.WEEKEND)
    if weekend:
        lines.append(speech.count("Not counted: {n} day of a weekend.", "Not counted: {n} days of weekends.", weekend))
    undecided = sum(run.days for run in story.runs if run.treatment is Treatment.OPEN)
    if undecided:
        lines.append(
            speech.count(
                "Not decided yet: {n} weekday near a festival, taken as off for the latest reading.",
                "Not decided yet: {n} weekdays near a festival, taken as off for the latest reading.",
                undecided,
            )
        )
    make_up = [run for run in story.runs if run.treatment is Treatment.MAKE_UP]
    if make_up:
        days = [run.first + timedelta(days=offset) for run in make_up for offset in range(run.days)]
        lines.append(
            speech.say("Counted, make-up working days: {days}.", days=speech.list([speech.day(day) for day in days]))
        )
    return lines


def _joined(runs: list[Run]) -> list[Run]:
    """Runs of one holiday that a make-up day or a pause does not part."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.name == run.name and last.last and run.first == last.last + timedelta(days=1):
            joined[-1] = last._replace(last=run.last)
        else:
            joined.append(run)
    return joined


def _fact(judged: Judged, speech: Language) -> str:
    if isinstance(judged.fact, Pause):
        return _pause(judged.fact, judged, speech)
    length, day = tell_length(judged.fact.length, speech), speech.day(judged.fact.on)
    if judged.counts:
        text = speech.say("Extended by {length}, approved on {day}", length=length, day=day)
        if judged.verdict is Verdict.CUT:
            text += speech.say(" (only as far as the rule allows)")
        return text + speech.say(".")
    return speech.say(
        "The extension by {length} of {day} does not count: it {reason}.",
        length=length,
        day=day,
        reason=_reason(judged, speech),
    )


def _pause(pause: Pause, judged: Judged, speech: Language) -> str:
    kind = tell_pause(pause.kind, speech)
    if judged.counts and pause.ends is None:
        return speech.say("Stands still since {day}: {kind}.", day=speech.day(pause.begins), kind=kind)
    if pause.ends is None:
        days = speech.say("since {day}", day=speech.day(pause.begins))
    elif pause.ends == pause.begins:
        return speech.say(
            "{kind} on {day} began and ended on one day and takes none away.", kind=kind, day=speech.day(pause.begins)
        )
    else:
        days = speech.days(pause.begins + timedelta(days=1), pause.ends)
    if judged.counts:
        return speech.say("Left out, {kind}: {days}.", kind=kind, days=days)
    return speech.say(
        "{kind} ({days}) does not stop the term: it {reason}.", kind=kind, days=days, reason=_reason(judged, speech)
    )


def _reason(judged: Judged, speech: Language) -> str:
    reasons = {
        Verdict.OVER_BEFORE_START: speech.say("was over before the term began"),
        Verdict.NOT_A_KIND: speech.say("is not of a kind that the rule lets stop this term"),
        Verdict.NOT_TOLD: speech.say("was not told in writing"),
        Verdict.TOO_LATE: speech.say(
            "came after the last day reached, {day}", day=speech.day(judged.reached) if judged.reached else ""
        ),
        Verdict.NOT_EXTENDABLE: speech.say("meets a rule that knows no extension"),
        Verdict.NOT_THE_APPROVER: speech.say("was not approved by whom the rule names"),
        Verdict.TOO_OFTEN: speech.say("goes beyond the number of extensions the rule allows"),
    }
    return reasons.get(judged.verdict, str(judged.verdict))


def _ending(story: Story, speech: Language) -> list[str]:
    due = story.due
    if not due.running:
        left = Length(due.days_left, _day_unit(story)) if due.days_left else None
        if left is None:
            return [speech.say("The term stands still; its last day is still to come when the pause ends.")]
        return [
            speech.say(
                "The term stands still and has no last day yet; {left} will run once the pause ends.",
                left=tell_length(left, speech),
            )
        ]
    if due.latest is None:
        return [speech.say("Whether the term still runs depends on a holiday notice that is not published yet.")]
    lines = [_last_day(story, speech)]
    strict = strict_reading(due)
    if strict:
        lines.append(speech.say("A strict reading counts the first day too and ends on {day}.", day=speech.day(strict)))
    if due.advisory_until:
        lines.append(
            speech.say(
                "Contested: counted from the rolled end, the extension would last until {day} (P13); "
                "an act between the two days is only advised against.",
                day=speech.day(due.advisory_until),
            )
        )
    if due.provisional:
        lines.append(_provisional(story, speech))
    elif due.calendar.may_still_move(due.latest):
        lines.append(
            speech.say(
                "The notice for {year} is not published; notices have moved days at the end of December before.",
                year=due.latest.year + 1,
            )
        )
    return lines


def _day_unit(story: Story) -> Unit:
    unit = story.due.term.length.unit
    return unit if unit is Unit.WORKING_DAYS else Unit.CALENDAR_DAYS


def _last_day(story: Story, speech: Language) -> str:
    due = story.due
    if due.latest is None or due.end is None:
        return ""
    if due.rolled:
        return speech.say(
            "The arithmetical last day is {end} ({why}); the term ends on the next working day, {day}.",
            end=speech.day(due.end),
            why=_why_no_work(story, speech),
            day=speech.day(due.latest),
        )
    if due.term.length.unit in (Unit.MONTHS, Unit.YEARS) and story.total == sum(r.days for r in story.runs):
        return speech.say("The corresponding day is {day}, the last day.", day=speech.day(due.latest))
    if (
        not due.term.rolls
        and due.term.length.unit is not Unit.WORKING_DAYS
        and due.calendar.day(due.latest).working is False
    ):
        return speech.say(
            "Day {n} is {day}, the last day; this term does not roll over although the day is no working day.",
            n=story.total,
            day=speech.day(due.latest),
        )
    return speech.say("Day {n} is {day}, the last day.", n=story.total, day=speech.day(due.latest))


def _why_no_work(story: Story, speech: Language) -> str:
    due = story.due
    assert due.end is not None  # noqa: S101 - asked only of a rolled term
    day = due.calendar.day(due.end)
    if day.working is None:
        return speech.say("not published yet whether it works")
    return tell_holiday(day.name, speech) if day.working is False else speech.say("the term stood still")


def _provisional(story: Story, speech: Language) -> str:
    due = story.due
    assert due.latest is not None  # noqa: S101 - asked only of a day
    year = (due.calendar.last_known.year + 1) if due.calendar.last_known else due.latest.year
    if due.latest.year in due.calendar.known_years or due.latest.year < year - 1:
        return speech.say("Provisional: days of this term lie in years for which no holiday notice is loaded.")
    if due.earliest == due.latest:
        return speech.say(
            "Provisional: the holiday notice for {year} is not published yet.",
            year=year,
        )
    return speech.say(
        "Provisional: the holiday notice for {year} is not published yet. The last day lies between {earliest} and "
        "{latest}; nothing counts as late before {latest}.",
        year=year,
        earliest=speech.day(due.earliest) if due.earliest else "?",
        latest=speech.day(due.latest),
    )


def _calendar(calendar: Calendar, speech: Language) -> str:
    years = sorted(calendar.known_years)
    if not years:
        return speech.say("Calendar: no notice loaded.")
    return speech.say(
        "Calendar: State Council notices for {first}–{last}, digest {digest}.",
        first=years[0],
        last=years[-1],
        digest=calendar.digest,
    )
