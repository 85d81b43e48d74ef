"""`yifa corpus cases`: cases in the rulebook's form, what they expect beside what is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from yifa.interfaces.case_telling import tell_day, tell_result
from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.interfaces.cli.own_folders import own_engines
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import folder
from yifa.law.run.cases import Verdict, read_cases, run_case
from yifa.law.run.findings import Result
from yifa.law.run.one_case import Engine
from yifa.wording import Language


def run_cases(shell: Shell, file: Path, folders: tuple[Path, ...], as_json: bool) -> int:
    """Run the cases of a file; 1 where one comes out otherwise. `folders`: procedures that are not in the corpus."""
    own = own_engines(shell, folders)
    try:
        verdicts = [run_case(case, own) for case in read_cases(file)]
    except CorpusFaults as faults:
        raise Trouble(shell.speech, str(faults)) from None
    agree = sum(verdict.agrees for verdict in verdicts)
    if as_json:
        print_json({"cases": [verdict.as_data() for verdict in verdicts], "agree": agree, "all": len(verdicts)})
        return 0 if agree == len(verdicts) else 1
    for verdict in verdicts:
        for line in _lines(verdict, own, shell.speech):
            click.echo(line)
    say = shell.speech.say
    click.echo(say("{agree} of {all} cases agree", agree=agree, all=len(verdicts)))
    if agree < len(verdicts):
        differ = [verdict.case.id for verdict in verdicts if not verdict.agrees]
        click.echo(say("These differ: {cases}", cases=shell.speech.list(differ)))
    return 0 if agree == len(verdicts) else 1


def _lines(verdict: Verdict, own: Mapping[str, Engine], speech: Language) -> Iterator[str]:
    """A case in a line, and below it, where it differs, each side with what stands against it on the other."""
    say, case = speech.say, verdict.case
    yield f"{'✓' if verdict.agrees else '✗'} {case.id}  {case.title}"
    if verdict.trouble is not None:
        yield "    " + verdict.trouble
        return
    for rule, class_ in sorted(verdict.expected - verdict.found):
        instead = speech.list(list(_results(verdict, rule, speech))) or say("no such duty applies")
        yield "    " + say(
            "expected, not found: {rule} {class_}; found: {found}", rule=rule, class_=class_, found=instead
        )
        yield from _title(verdict, rule, own, speech)
    for rule, class_ in sorted(verdict.found - verdict.expected):
        instead = speech.list([other for other_rule, other in sorted(verdict.expected) if other_rule == rule])
        yield "    " + say(
            "found, not expected: {rule} {class_}; expected: {expected}",
            rule=rule,
            class_=class_,
            expected=instead or say("no finding"),
        )
        yield from _title(verdict, rule, own, speech)
    for rule, wanted, found in verdict.due:
        yield "    " + say(
            "{rule}: expected day {expected}, found {found}", rule=rule, expected=wanted, found=found or say("none")
        )
    if verdict.not_computed:
        yield "    " + say("not computed here: {rules}", rules=", ".join(verdict.not_computed))
    if verdict.set_aside:
        yield "    " + say("not known to the procedure, set aside: {names}", names=", ".join(verdict.set_aside))


def _of_rule(verdict: Verdict, rule: str) -> list[Result]:
    return [one for one in verdict.results if one.duty.split("/", maxsplit=1)[0] == rule]


def _results(verdict: Verdict, rule: str, speech: Language) -> Iterator[str]:
    """What each duty of a rule came to, with its day."""
    for one in _of_rule(verdict, rule):
        name = one.duty if one.subject == "case" else f"{one.duty} ({one.subject})"
        said = speech.say("{duty}: {result}", duty=name, result=tell_result(one, speech))
        if one.due is not None:
            said = speech.say("{duty}, day {due}", duty=said, due=tell_day(one.due, speech))
        yield said


def _title(verdict: Verdict, rule: str, own: Mapping[str, Engine], speech: Language) -> Iterator[str]:
    """What the rule is about, in a line of its own."""
    engine = own.get(verdict.case.procedure)
    found_in = folder(verdict.case.procedure) if engine is None else engine.whole.folder
    duties = found_in.duties_of(rule)
    found = {one.duty for one in _of_rule(verdict, rule) if one.finding} or {duty.id for duty in duties}
    for duty in duties:
        if duty.id in found:
            yield f"        {duty.title.zh if speech.tag == 'zh' else duty.title.en}"
