"""`yifa explain`: a case told, with its acts, its duties and their days, and what is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from yifa.interfaces.cli.context import Day, Shell, Trouble, print_json
from yifa.interfaces.cli.corpus_show import find_folder
from yifa.law.catalogue import CorpusFaults
from yifa.law.clock.telling import tell, tell_length
from yifa.law.duties import FindingClass, Outcome, understand
from yifa.law.facts.case_format import NotAnAct, case_of, last_day, read_acts
from yifa.law.run.cases import ToldCase, known, read_told_cases
from yifa.law.run.one_case import Engine
from yifa.law.run.story import CaseStory, Light, ToldAct, ToldDuty, ToldField, tell_case
from yifa.wording import Language

SIGNS = {Light.RED: "▲", Light.AMBER: "◆", Light.BLUE: "■", Light.OPEN: "◌", Light.GREY: "?", Light.GREEN: "●"}
_COLOURS = {Light.RED: "red", Light.AMBER: "yellow", Light.BLUE: "blue", Light.GREEN: "green"}


def explain_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    return click.Command(
        "explain",
        callback=click.pass_obj(_explain),
        short_help=say("Tell a case: acts, duties, days with their reasons, findings."),
        help=say("Tell a case: acts, duties, days with their reasons, findings.")
        + "\n\n"
        + say("CASE is a file with a list of cases in the case format.")
        + "\n\n\b\n"
        + say("Example:")
        + "\n  yifa explain case.yaml --as-of 2024-06-01",
        params=[
            click.Argument(["file"], type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=say("CASE")),
            click.Option(
                ["--as-of"], type=Day(speech), help=say("Day as of which it is told; by default its last event.")
            ),
            click.Option(["--all", "every"], is_flag=True, help=say("Tell also what is in order.")),
            click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program.")),
        ],
    )


def _explain(shell: Shell, file: Path, as_of: date | None, every: bool, as_json: bool) -> None:
    try:
        stories = [(case, _story(shell, case, as_of)) for case in read_told_cases(file)]
    except CorpusFaults as faults:
        raise Trouble(shell.speech, str(faults)) from None
    if as_json:
        print_json({"stories": [{"title": case.title, **story.as_data()} for case, story in stories]})
        return
    for place, (case, story) in enumerate(stories):
        if place:
            click.echo()
        for line in told(case, story, shell.speech, every=every):
            click.echo(line)


def _story(shell: Shell, case: ToldCase, as_of: date | None) -> CaseStory:
    folder = find_folder(case.procedure, shell.speech)
    try:
        acts = read_acts(case.events, folder.procedure)
    except NotAnAct as error:
        raise Trouble(shell.speech, f"{case.id}: {error}") from None
    day: date | datetime | None = as_of or case.as_of or last_day(acts.acts)
    if day is None:
        raise Trouble(
            shell.speech,
            shell.speech.say("{case} has no act with a day", case=case.id),
            shell.speech.say("Say as of which day it is to be told: --as-of DAY"),
        )
    engine = Engine(understand(folder), shell.calendar())
    written = case_of(case.id, case.procedure, acts.acts, case.profile)
    return tell_case(engine, written, day, known(case.known_at), source=acts.source())


def told(case: ToldCase, story: CaseStory, speech: Language, *, every: bool) -> Iterator[str]:
    """The lines of a story."""
    say = speech.say
    procedure = story.engine.whole.folder.procedure
    title = procedure.title.zh if speech.tag == "zh" else procedure.title.en
    yield click.style(f"{case.id}  {case.title or title}", bold=True)
    day = speech.moment(story.as_of) if isinstance(story.as_of, datetime) else speech.day(story.as_of)
    yield say("{procedure}, as of {day}", procedure=title, day=day)
    if story.straddled:
        laws = speech.list(list(story.straddled))
        yield say("The text changed while the case ran: {laws}; each duty follows the text of its own day.", laws=laws)
    yield ""
    for act in story.acts:
        yield "  " + _act(act, speech)
    yield ""
    shown = [one for one in story.duties if one.light is not Light.GREY or one.is_finding]
    shown = [one for one in shown if every or one.light is not Light.GREEN]
    if not shown:
        yield say("Nothing to report.")
    for one in shown:
        yield from _duty(one, speech)
    green = sum(one.light is Light.GREEN for one in story.duties)
    if green and not every:
        yield speech.count("{n} duty is in order.", "{n} duties are in order.", green)
    open_ = sum(one.finding.result.outcome is Outcome.NOT_ASSESSABLE for one in story.duties)
    if open_:
        yield speech.count(
            "{n} duty cannot be assessed: the case does not show what it needs.",
            "{n} duties cannot be assessed: the case does not show what they need.",
            open_,
        )
    yield speech.count("{n} duty does not apply.", "{n} duties do not apply.", story.not_applicable)


def _act(act: ToldAct, speech: Language) -> str:
    zh = speech.tag == "zh"
    if act.on is None:
        on = speech.say("day not recorded")
    else:
        on = speech.moment(act.on) if isinstance(act.on, datetime) else speech.day(act.on)
    fields = speech.list([f"{one.zh if zh else one.en} {_value(one, speech)}" for one in act.fields])
    return f"{on}  {act.zh if zh else act.en}" + (f"  ({fields})" if fields else "")


def _value(one: ToldField, speech: Language) -> str:
    if one.length is not None:
        return tell_length(one.length, speech)
    return {"yes": speech.say("yes"), "no": speech.say("no")}.get(one.value, one.value)


def _duty(one: ToldDuty, speech: Language) -> Iterator[str]:
    zh = speech.tag == "zh"
    result = one.finding.result
    head = f"{SIGNS[one.light]} {one.duty.title.zh if zh else one.duty.title.en}"
    yield click.style(head, fg=_COLOURS.get(one.light), bold=True)
    subject = "" if result.subject == "case" else f"  {result.subject}"
    yield f"  {verdict_word(one, speech)}  {one.duty.id}{subject}  {'、'.join(one.finding.law)}  {one.finding.severity}"
    if one.term is not None:
        for line in tell(one.term, speech):
            yield "    " + line
    elif result.due is not None:
        due = speech.moment(result.due) if isinstance(result.due, datetime) else speech.day(result.due)
        first = speech.say("First day allowed: {day}", day=due)
        yield "    " + (first if result.not_before else speech.say("Last day in time: {day}", day=due))
    for reading in one.finding.readings:
        yield "    " + speech.say("Contested: {reading}", reading=reading["zh" if zh else "en"])
    if one.finding.cure and one.is_finding:
        yield "    " + speech.say("What to do: {remedy}", remedy=one.finding.cure["zh" if zh else "en"])


def verdict_word(one: ToldDuty, speech: Language) -> str:
    """What a duty came to, in a word."""
    say = speech.say
    result = one.finding.result
    by_class = {
        FindingClass.VIOLATION: say("violation"),
        FindingClass.LOSS: say("right or power lost"),
        FindingClass.ADVISORY: say("contested, a person decides"),
        FindingClass.AUTO: say("taken as so by law"),
    }
    by_outcome = {
        Outcome.MET: say("in order"),
        Outcome.PENDING: say("pending"),
        Outcome.UNKNOWN: say("not known: a fact it needs is blank"),
        Outcome.NOT_ASSESSABLE: say("cannot be assessed from this source"),
    }
    return by_class.get(result.finding) or by_outcome[result.outcome]
