"""`yifa explain`: a case told, with its acts, its duties and their days, and what is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click

from yifa.interfaces.case_telling import (
    SIGNS,
    caution,
    tell_day,
    tell_distance,
    tell_due,
    tell_missing,
    tell_name,
    tell_subject,
    tell_title,
    tell_value,
    tell_verdict,
)
from yifa.interfaces.cli.context import Day, Shell, Trouble, print_json
from yifa.interfaces.cli.corpus_show import find_folder
from yifa.interfaces.cli.own_folders import folder_option, own_engines
from yifa.interfaces.cli.page import write_page
from yifa.interfaces.duty_telling import tell_laws, tell_severity
from yifa.interfaces.leaflets import case_page
from yifa.interfaces.leaflets.case_page import TellingOf
from yifa.law.catalogue import CorpusFaults
from yifa.law.clock.telling import tell
from yifa.law.duties import Outcome, understand
from yifa.law.facts.case_format import NotAnAct, case_of, last_day, read_acts
from yifa.law.run.cases import ToldCase, known, read_told_cases
from yifa.law.run.one_case import Engine
from yifa.law.run.story import CaseStory, Light, ToldDuty, tell_case
from yifa.law.run.told import ToldAct
from yifa.wording import Language

_COLOURS = {Light.RED: "red", Light.AMBER: "yellow", Light.BLUE: "blue", Light.GREEN: "green"}


def explain_command(speech: Language) -> click.Command:
    """The command in the language spoken."""
    say = speech.say
    file = click.Path(exists=True, path_type=Path)
    return click.Command(
        "explain",
        callback=click.pass_obj(_explain),
        short_help=say("Tell a case: acts, duties, days with their reasons, findings."),
        help=say("Tell a case: acts, duties, days with their reasons, findings.")
        + "\n\n"
        + say(
            "CASE is a file with a list of cases in the case format, or a folder of such files; there may be several."
        )
        + "\n\n\b\n"
        + say("Examples:")
        + "\n  yifa explain case.yaml --as-of 2024-06-01"
        + "\n  yifa explain case.yaml --html case.html",
        params=[
            click.Argument(["files"], type=file, metavar=say("CASE..."), nargs=-1, required=True),
            click.Option(
                ["--as-of"], type=Day(speech), help=say("Day as of which it is told; by default its last event.")
            ),
            click.Option(["--all", "every"], is_flag=True, help=say("Tell also what is in order.")),
            click.Option(
                ["--html", "page"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar=say("FILE"),
                help=say("Write a page that opens without a server; one that is there is replaced."),
            ),
            folder_option(speech),
            click.Option(["--json", "as_json"], is_flag=True, help=say("Print data for a program.")),
        ],
    )


def _explain(
    shell: Shell,
    files: tuple[Path, ...],
    as_of: date | None,
    every: bool,
    page: Path | None,
    folders: tuple[Path, ...],
    as_json: bool,
) -> None:
    engines = own_engines(shell, folders)
    try:
        stories = [
            TellingOf(case, _story(shell, case, as_of, engines))
            for file in _in_folders(files)
            for case in read_told_cases(file)
        ]
    except CorpusFaults as faults:
        raise Trouble(shell.speech, str(faults)) from None
    if not stories:
        raise Trouble(
            shell.speech,
            shell.speech.say("There is no case in {files}", files=shell.speech.list(list(map(str, files)))),
        )
    if page is not None:
        html = case_page.render(stories, lang=shell.speech.tag)
        write_page(shell.speech, page, html, option="--html", aside=as_json)
    if as_json:
        print_json({"stories": [{"title": case.title, **story.as_data()} for case, story in stories]})
        return
    for place, (case, story) in enumerate(stories):
        if page is not None:
            click.echo(_in_a_line(case, story, shell.speech))
            continue
        if place:
            click.echo()
        for line in told(case, story, shell.speech, every=every):
            click.echo(line)


def _in_folders(places: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of folders in the order of their names."""
    for place in places:
        if place.is_dir():
            yield from sorted(one for one in place.iterdir() if one.suffix in (".yaml", ".yml"))
        else:
            yield place


def _in_a_line(case: ToldCase, story: CaseStory, speech: Language) -> str:
    """A case with how many duties have which light."""
    counts = Counter(one.light for one in story.duties if one.finding.result.outcome is not Outcome.NOT_ASSESSABLE)
    lights = " ".join(f"{SIGNS[light]}{counts[light]}" for light in Light if counts[light])
    title = story.engine.whole.folder.procedure.title
    named = tell_title(case, speech) or (title.zh if speech.tag == "zh" else title.en)
    return f"  {case.id}  {named}  {lights}".rstrip()


def _story(shell: Shell, case: ToldCase, as_of: date | None, engines: dict[str, Engine]) -> CaseStory:
    """A case told; `engines` keeps those that are ready by the procedure of the case."""
    engine = engines.get(case.procedure)
    if engine is None:
        engine = Engine(understand(find_folder(case.procedure, shell.speech)), shell.calendar())
        engines[case.procedure] = engine
    try:
        acts = read_acts(case.events, engine.whole.folder.procedure)
    except NotAnAct as error:
        raise Trouble(shell.speech, f"{case.id}: {error}") from None
    day: date | datetime | None = as_of or case.as_of or last_day(acts.acts)
    if day is None:
        raise Trouble(
            shell.speech,
            shell.speech.say("{case} has no act with a day", case=case.id),
            shell.speech.say("Say as of which day it is to be told: --as-of DAY"),
        )
    written = case_of(case.id, case.procedure, acts.acts, case.profile)
    return tell_case(engine, written, day, known(case.known_at), source=acts.source())


def told(case: ToldCase, story: CaseStory, speech: Language, *, every: bool) -> Iterator[str]:
    """The lines of a story."""
    say = speech.say
    procedure = story.engine.whole.folder.procedure
    title = procedure.title.zh if speech.tag == "zh" else procedure.title.en
    yield click.style(f"{case.id}  {tell_title(case, speech) or title}", bold=True)
    yield say("{procedure}, as of {day}", procedure=title, day=tell_day(story.as_of, speech))
    if story.straddled:
        laws = speech.list(list(story.straddled))
        yield say("The text changed while the case ran: {laws}; each duty follows the text of its own day.", laws=laws)
    yield ""
    for act in story.acts:
        yield f"  {act.number:>2}  {_act(act, speech)}"
    yield ""
    shown = [one for one in story.duties if one.light is not Light.GREY or one.is_finding]
    shown = [one for one in shown if every or one.light is not Light.GREEN]
    if not shown:
        yield say("Nothing to report.")
    for one in shown:
        yield from _duty(one, story, speech)
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
    if any(one.is_finding for one in story.duties):
        yield caution(speech)


def _act(act: ToldAct, speech: Language) -> str:
    fields = speech.list([f"{tell_name(one, speech)} {tell_value(one, speech)}" for one in act.fields])
    return f"{tell_day(act.on, speech)}  {tell_name(act, speech)}" + (f"  ({fields})" if fields else "")


def _duty(one: ToldDuty, story: CaseStory, speech: Language) -> Iterator[str]:
    zh, say = speech.tag == "zh", speech.say
    far = tell_distance(one, speech)
    head = f"{SIGNS[one.light]} {one.duty.title.zh if zh else one.duty.title.en}"
    yield click.style(head + (f"  {far}" if far else ""), fg=_COLOURS.get(one.light), bold=True)
    parts = [
        tell_verdict(one, speech),
        tell_subject(one, story, speech),
        *tell_laws(one.finding.law, speech),
    ]
    if one.light in (Light.RED, Light.AMBER, Light.GREY):
        parts.append(tell_severity(one.finding.severity, speech))
    yield "  " + " · ".join(filter(None, [*parts, one.duty.id]))
    if one.term is not None:
        for line in tell(one.term, speech):
            yield "    " + line
    elif (due := tell_due(one, speech)) is not None:
        yield "    " + due
    if one.is_finding and one.acts:
        yield "    " + say(
            "Rests on: {acts}", acts=speech.list([f"{act.number} {tell_name(act, speech)}" for act in one.acts])
        )
    if one.finding.result.outcome is Outcome.UNKNOWN and one.missing:
        yield "    " + say("Missing: {facts}", facts=speech.list([tell_missing(miss, speech) for miss in one.missing]))
    for reading in one.finding.readings:
        yield "    " + say("Contested: {reading}", reading=reading["zh" if zh else "en"])
    if one.finding.cure and one.is_finding:
        yield "    " + say("What to do: {remedy}", remedy=one.finding.cure["zh" if zh else "en"])
