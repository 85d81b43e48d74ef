"""`yifa due`: which day is the last, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from yifa.interfaces.cli.asked import LENGTHS, Question, read_extensions, read_pauses, read_start, resolve
from yifa.interfaces.cli.context import Day, Shell, Trouble, print_json
from yifa.interfaces.cli.due_others import answer_annual, answer_back, answer_moment, answer_wait
from yifa.interfaces.cli.strip import draw_strip
from yifa.law.clock import Calendar, Due, ExtensionRule, ImpossibleTerm, OutOfCalendar, Term, Unit, due, story
from yifa.law.clock.telling import tell, tell_length
from yifa.wording import Language, language


def due_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    day = Day(speech)
    return click.Command(
        "due",
        callback=click.pass_obj(_answer),
        short_help=say("Say which day is the last of a term, and why."),
        help=say("Say which day is the last of a term, and why.")
        + "\n\n\b\n"
        + say("Examples:")
        + '\n  yifa due --law 行政许可法 --from 2024-09-25 --within "20 working days" '
        + "--pause 2024-10-08..2024-10-11:hearing"
        + "\n  yifa due --law 行政处罚法 --from 2023-07-03 --within 90日"
        + "\n  yifa due --law 行政处罚法 --from 2024-10-10 --before 7日"
        + "\n  yifa due --from 2024-09-30T17:30 --within 24小时",
        params=[
            click.Option(["--law"], help=say("Statute whose counting rule applies, by any of its names.")),
            click.Option(["--article"], help=say("Article the term rests on; printed with the answer.")),
            click.Option(
                ["--from", "start"],
                required=True,
                metavar=say("DAY"),
                help=say("Trigger day (for --before the day of the event); with THH:MM where hours count."),
            ),
            click.Option(["--within"], metavar=say("LENGTH"), help=say("The act must happen within this length.")),
            click.Option(
                ["--before"], metavar=say("LENGTH"), help=say("The act must happen this long before the event.")
            ),
            click.Option(["--at-least"], metavar=say("LENGTH"), help=say("Not less than this length must pass.")),
            click.Option(["--after"], metavar=say("LENGTH"), help=say("The act may happen only after this length.")),
            click.Option(
                ["--by", "by_date"],
                metavar="MM-DD",
                help=say("A date fixed for every year, in the year of --from; write 03-01前 where the text says 前."),
            ),
            click.Option(
                ["--pause", "pauses"],
                multiple=True,
                metavar="DAY..DAY:KIND",
                help=say("Interval left out: first day..last day:kind; leave the last day empty while it is open."),
            ),
            click.Option(
                ["--extend", "extensions"],
                multiple=True,
                metavar="DAY:LENGTH",
                help=say("Extension: day of approval:length. May be given several times."),
            ),
            click.Option(
                ["--who"], type=click.Choice(["agency", "party"]), default="agency", help=say("Whose act it is.")
            ),
            click.Option(
                ["--roll/--no-roll", "roll"],
                default=None,
                help=say("Whether the last day rolls over to a working day; by default as the statute says."),
            ),
            click.Option(["--done"], type=day, help=say("Day of the act, to say whether it was in time.")),
            click.Option(["--place"], help=say("Place whose local holidays apply.")),
            click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program.")),
        ],
    )


def _answer(shell: Shell, start: str, by_date: str | None, as_json: bool, **asked: Any) -> None:
    speech = shell.speech
    kinds = [kind for kind in LENGTHS if asked[kind]]
    if len(kinds) + bool(by_date) != 1:
        raise click.UsageError(speech.say("give exactly one of --within, --before, --at-least, --after, --by"))
    if kinds != ["within"] and (asked["pauses"] or asked["extensions"]):
        raise click.UsageError(speech.say("--pause and --extend go with --within only"))
    calendar, done = shell.calendar(asked["place"]), asked["done"]
    begun = read_start(start, speech)
    try:
        if by_date:
            answer_annual(shell, begun.year, by_date, calendar, done, as_json=as_json)
            return
        question = resolve(speech, begun, kinds[0], asked)
        if question.length.unit in (Unit.HOURS, Unit.MINUTES) and kinds == ["within"]:
            answer_moment(shell, question, done, as_json=as_json)
        elif kinds == ["within"]:
            _answer_within(shell, question, calendar, asked, as_json)
        elif kinds == ["before"]:
            answer_back(shell, question, calendar, done, as_json=as_json)
        else:
            answer_wait(shell, question, calendar, done, after=kinds == ["after"], as_json=as_json)
    except OutOfCalendar as error:
        message = speech.say(
            "{day} lies outside the calendar, which reaches from {first} to {last}.",
            day=error.day,
            first=calendar.first,
            last=calendar.last,
        )
        raise Trouble(speech, message) from None
    except ImpossibleTerm as error:
        lengths = speech.list([tell_length(length, speech) for length in error.lengths])
        message = speech.say(
            "{lengths}: such a term cannot be counted; working days are not added to other units, "
            "and hours stand alone",
            lengths=lengths,
        )
        raise click.UsageError(message) from None


def _answer_within(shell: Shell, question: Question, calendar: Calendar, asked: dict[str, Any], as_json: bool) -> None:
    speech = shell.speech
    pauses, extensions = read_pauses(asked["pauses"], speech), read_extensions(asked["extensions"], question, speech)
    longest = max((extension.length for extension in extensions), key=lambda one: one.n, default=None)
    term = Term(
        question.length,
        rolls=question.rolls,
        stops_for=frozenset(pause.kind for pause in pauses),
        pauses_must_be_told=True,
        extension=ExtensionRule(at_most=longest, times=len(extensions)) if longest else None,
    )
    answer = due(term, question.day, calendar, pauses=pauses, extensions=extensions)
    told = story(answer, law=question.law, article=question.article)
    verdict = _judge(asked["done"], answer, speech) if asked["done"] else None
    if as_json:
        explanation = {tag: tell(told, language(tag)) for tag in ("zh", "en")}
        print_json(told.as_data() | question.as_data() | {"done": verdict, "explanation": explanation})
        return
    _print_head(answer, speech)
    for line in filter(None, (*tell(told, speech), *question.notes, verdict)):
        click.echo(f"  {line}")
    click.echo()
    for line in draw_strip(told, speech):
        click.echo(line)


def _judge(done: date, answer: Due, speech: Language) -> str:
    """Whether an act of that day was in time."""
    day = speech.day(done)
    if answer.latest is None:
        return speech.say("Done on {day}: whether in time cannot be said while the term stands still.", day=day)
    if answer.earliest is not None and done <= answer.earliest:
        return speech.say("Done on {day}: in time.", day=day)
    if done <= answer.latest:
        return speech.say("Done on {day}: open until the next holiday notice is published.", day=day)
    if answer.advisory_until and done <= answer.advisory_until:
        return speech.say("Done on {day}: between two readings of the law (P13).", day=day)
    late = (done - answer.latest).days
    return speech.count(
        "Done on {day}: {n} calendar day late.", "Done on {day}: {n} calendar days late.", late, day=day
    )


def _print_head(answer: Due, speech: Language) -> None:
    day, earliest, latest = answer.day, answer.earliest, answer.latest
    if not answer.running:
        text = speech.say("No last day yet: the term stands still")
    elif day is not None:
        text = speech.say("Last day: {day}", day=speech.day(day))
    elif latest is not None and earliest is not None and earliest != latest:
        span = {"earliest": speech.day(earliest), "latest": speech.day(latest)}
        text = speech.say("Provisional: between {earliest} and {latest}", **span)
    elif latest is not None:
        text = speech.say("Provisional: {day}", day=speech.day(latest))
    else:
        text = speech.say("Provisional: not known yet")
    click.secho(text, bold=True)
