"""`yifa corpus cases`: cases in the rulebook's form, what they expect beside what is found."""

from __future__ import annotations

from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.law.catalogue import CorpusFaults
from yifa.law.run.cases import Verdict, read_cases, run_case
from yifa.wording import Language


def run_cases(shell: Shell, file: Path, as_json: bool) -> int:
    """Run the cases of a file; 1 where one comes out otherwise."""
    try:
        verdicts = [run_case(case) for case in read_cases(file)]
    except CorpusFaults as faults:
        raise Trouble(shell.speech, str(faults)) from None
    agree = sum(verdict.agrees for verdict in verdicts)
    if as_json:
        print_json({"cases": [verdict.as_data() for verdict in verdicts], "agree": agree, "all": len(verdicts)})
        return 0 if agree == len(verdicts) else 1
    for verdict in verdicts:
        for line in _lines(verdict, shell.speech):
            click.echo(line)
    click.echo(shell.speech.say("{agree} of {all} cases agree", agree=agree, all=len(verdicts)))
    return 0 if agree == len(verdicts) else 1


def _lines(verdict: Verdict, speech: Language) -> list[str]:
    say = speech.say
    case = verdict.case
    sign = "✓" if verdict.agrees else "✗"
    lines = [f"{sign} {case.id}  {case.title}"]
    if verdict.trouble is not None:
        lines.append("    " + verdict.trouble)
    elif not verdict.agrees:
        lines.append("    " + say("expected: {findings}", findings=_said(verdict.expected, speech)))
        lines.append("    " + say("found: {findings}", findings=_said(verdict.found, speech)))
        for rule, expected, found in verdict.due:
            lines.append(
                "    "
                + say(
                    "{rule}: expected day {expected}, found {found}",
                    rule=rule,
                    expected=expected,
                    found=found or say("none"),
                )
            )
    if verdict.not_computed:
        lines.append("    " + say("not computed here: {rules}", rules=", ".join(verdict.not_computed)))
    if verdict.set_aside:
        lines.append("    " + say("not known to the procedure, set aside: {names}", names=", ".join(verdict.set_aside)))
    return lines


def _said(findings: frozenset[tuple[str, str]], speech: Language) -> str:
    return ", ".join(f"{rule} {class_}" for rule, class_ in sorted(findings)) or speech.say("no finding")
