"""`yifa ledger columns`: what stands in each column of a ledger, and which duties read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from yifa.interfaces.cli.context import Shell, Trouble, print_json
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import UnknownProcedure, folder, ledger_ids
from yifa.law.catalogue.ledgers import Ledger
from yifa.law.duties import DutySet, duty_set
from yifa.wording import Language

if TYPE_CHECKING:
    from yifa.ledgers.templates.guide import ColumnGuide


def find_ledger(name: str, speech: Language) -> tuple[DutySet, Ledger]:
    """The duties and the ledger of a procedure; says which ledgers there are where it has none."""
    known = ", ".join(ledger_ids())
    try:
        found = folder(name)
        ledger = found.ledger
        whole = duty_set(found.id)
    except UnknownProcedure:
        raise click.BadParameter(
            speech.say("no ledger is called {name!r}; there are {known}", name=name, known=known)
        ) from None
    except CorpusFaults as faults:
        raise Trouble(speech, str(faults)) from None
    if ledger is None:
        raise click.BadParameter(speech.say("{name!r} has no ledger; there are {known}", name=name, known=known))
    return whole, ledger


def show_columns(shell: Shell, procedure: str | None, as_json: bool) -> None:
    """Show the columns of one ledger, or which ledgers there are."""
    from yifa.ledgers.templates.guide import decidable, guide  # noqa: PLC0415 - heavy

    speech = shell.speech
    if procedure is None:
        _list(speech, as_json)
        return
    whole, ledger = find_ledger(procedure, speech)
    guides = guide(whole, ledger)
    told = decidable(whole, ledger)
    if as_json:
        print_json(_data(whole, ledger, guides, told))
        return
    for line in _lines(whole, guides, len(told), speech):
        click.echo(line)


def _list(speech: Language, as_json: bool) -> None:
    found = [(id_, find_ledger(id_, speech)) for id_ in ledger_ids()]
    if as_json:
        print_json({"ledgers": [{"id": id_, "columns": sum(1 for _ in one.columns())} for id_, (_, one) in found]})
        return
    for id_, (whole, ledger) in found:
        title = whole.folder.procedure.title
        click.echo(
            speech.count(
                "{id}  {title}: {main} columns a case, {n} further sheet",
                "{id}  {title}: {main} columns a case, {n} further sheets",
                len(ledger.sheets),
                id=id_,
                title=title.zh if speech.tag == "zh" else title.en,
                main=len(ledger.main.columns),
            )
        )


def _lines(whole: DutySet, guides: tuple[ColumnGuide, ...], told: int, speech: Language) -> Iterator[str]:
    from yifa.interfaces.workbooks.ledger_template import tell_cell  # noqa: PLC0415 - heavy

    chinese, say = speech.tag == "zh", speech.say
    yield say(
        "With all columns {told} of {all} duties of {procedure} can be checked.",
        told=told,
        all=len(whole.folder.duties),
        procedure=whole.folder.procedure.title.zh if chinese else whole.folder.procedure.title.en,
    )
    last = None
    for one in guides:
        if one.sheet is not last:
            last = one.sheet
            yield ""
            yield one.sheet.title.zh if chinese else f"{one.sheet.title.zh} ({one.sheet.title.en})"
        heading = one.column.zh if chinese else f"{one.column.zh} ({one.column.en})"
        words = say("words: {words}", words="、".join(one.words)) if one.words else ""
        read = speech.count("{n} duty", "{n} duties", len(one.duties)) if one.duties else ""
        yield "  " + "  ".join(part for part in (heading, tell_cell(one, speech), words, read) if part)


def _data(whole: DutySet, ledger: Ledger, guides: tuple[ColumnGuide, ...], told: tuple[str, ...]) -> dict[str, Any]:
    lacking = [duty.id for duty in whole.folder.duties if duty.id not in told]
    sheets = []
    for sheet in ledger.all_sheets:
        columns = [
            {
                "id": one.column.id,
                "zh": one.column.zh,
                "en": one.column.en,
                "also": list(one.column.also),
                "holds": one.holds,
                "unit": one.column.unit,
                "words": list(one.words),
                "personal": one.column.personal,
                "duties": list(one.duties),
            }
            for one in guides
            if one.sheet is sheet
        ]
        sheets.append(
            {
                "id": sheet.id,
                "zh": sheet.title.zh,
                "en": sheet.title.en,
                "rows": sheet.rows,
                "carries": sheet.carries,
                "columns": columns,
            }
        )
    return {"procedure": whole.folder.id, "decidable": list(told), "lacking": lacking, "sheets": sheets}
