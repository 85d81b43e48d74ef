"""The other answers of `yifa due`: hours, counting back, waiting, and dates fixed for every year."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from yifa.interfaces.cli.asked import Question, read_annual
from yifa.interfaces.cli.context import Shell, print_json
from yifa.law.clock import Calendar, Lawfulness, Unit, annual_date, count_back, due_moment, not_before
from yifa.wording import Language


def answer_moment(shell: Shell, question: Question, done: date | None, *, as_json: bool) -> None:
    """--within, in hours or minutes."""
    say, moment = shell.speech.say, shell.speech.moment
    if done is not None:
        raise click.UsageError(say("--done goes with terms counted in days"))
    answer = due_moment(question.start, question.length)
    if as_json:
        ends = {"moment": answer.moment, "earliest": answer.earliest}
        print_json({key: when.isoformat(timespec="minutes") for key, when in ends.items()} | question.as_data())
        return
    click.secho(say("Last moment: {moment}", moment=moment(answer.moment)), bold=True)
    lines = [*question.notes, say("Hours run from the moment, through nights and holidays; nothing rolls over.")]
    if answer.earliest != answer.moment:
        lines.append(
            say(
                "The time of day is not given: the term ends between {earliest} and {latest}; "
                "nothing counts as late before.",
                earliest=moment(answer.earliest),
                latest=moment(answer.moment),
            )
        )
    for line in lines:
        click.echo(f"  {line}")


def answer_back(shell: Shell, question: Question, calendar: Calendar, done: date | None, *, as_json: bool) -> None:
    """--before: the latest day of 「N日前」."""
    say = shell.speech.say
    back = count_back(question.day, question.length, calendar)
    verdict = back.judge(done) if done else None
    if as_json:
        days = {"day": back.day, "earliest": back.earliest, "latest": back.latest, "advisory": back.day}
        _print(question, "before", days, verdict, calendar)
        return
    click.secho(say("Latest day: {day}", day=_shown(back.day, back.earliest, back.latest, shell.speech)), bold=True)
    contested = say("On that day itself the notice is contested; earlier is clean, later is too late (C-back).")
    _say_lines(shell, (*question.notes, contested), done, verdict)


def answer_wait(
    shell: Shell, question: Question, calendar: Calendar, done: date | None, *, after: bool, as_json: bool
) -> None:
    """--at-least and --after: the earliest day that is in order."""
    say = shell.speech.say
    wait = not_before(question.day, question.length, calendar, how="after" if after else "at-least")
    verdict = wait.judge(done) if done else None
    if as_json:
        days = {"day": wait.day, "earliest": wait.earliest, "latest": wait.latest, "advisory": wait.advisory_from}
        _print(question, "after" if after else "at-least", days, verdict, calendar)
        return
    click.secho(say("Earliest day: {day}", day=_shown(wait.day, wait.earliest, wait.latest, shell.speech)), bold=True)
    from_ = wait.advisory_from
    point = "C-after-working-days" if question.length.unit is Unit.WORKING_DAYS else "C-after-30"
    contested = ""
    if from_:
        contested = say("From {day} on the wording is contested ({point}).", day=shell.speech.day(from_), point=point)
    _say_lines(shell, (*question.notes, contested), done, verdict)


def answer_annual(shell: Shell, year: int, by: str, calendar: Calendar, done: date | None, *, as_json: bool) -> None:
    """--by: a date fixed for every year."""
    say, tell_day = shell.speech.say, shell.speech.day
    month, day, before_word = read_annual(by, year, shell.speech)
    answer = annual_date(year, month, day, calendar, before_word=before_word)
    verdict = answer.judge(done) if done else None
    if as_json:
        print_json(
            {
                "day": answer.day.isoformat(),
                "advisory": [day.isoformat() for day in answer.advisory],
                "provisional": answer.provisional,
                "verdict": str(verdict) if verdict else None,
                "calendar": calendar.digest,
            }
        )
        return
    click.secho(say("Fixed date: {day}", day=tell_day(answer.day)), bold=True)
    lines = [say("A fixed date does not roll over (P14).")]
    lines += [say("Contested on {day} (P5, P14).", day=tell_day(day)) for day in answer.advisory]
    if answer.provisional:
        lines.append(say("Not settled before the next holiday notice: whether these are working days."))
    _say_lines(shell, lines, done, verdict)


def _print(
    question: Question, ask: str, days: dict[str, date | None], verdict: Lawfulness | None, calendar: Calendar
) -> None:
    print_json(
        {key: day.isoformat() if day else None for key, day in days.items()}
        | {"provisional": days["day"] is None, "ask": ask, "verdict": str(verdict) if verdict else None}
        | question.as_data()
        | {"calendar": calendar.digest}
    )


def _shown(day: date | None, earliest: date, latest: date, speech: Language) -> str:
    if day is not None:
        return speech.day(day)
    return speech.say(
        "between {earliest} and {latest} (provisional)", earliest=speech.day(earliest), latest=speech.day(latest)
    )


def _say_lines(shell: Shell, lines: Any, done: date | None, verdict: Lawfulness | None) -> None:
    """The reasons, and how an act of that day stands; None is open until the next notice."""
    say = shell.speech.say
    for line in filter(None, lines):
        click.echo(f"  {line}")
    if done is not None:
        words = {
            Lawfulness.CLEAN: say("in order"),
            Lawfulness.ADVISORY: say("contested"),
            Lawfulness.VIOLATION: say("not in order"),
            None: say("open until the next holiday notice is published"),
        }
        click.echo("  " + say("Done on {day}: {verdict}.", day=shell.speech.day(done), verdict=words[verdict]))
