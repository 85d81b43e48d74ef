"""What a check of ledgers leaves in its folder, under which names; command line and counter both come here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from yifa.interfaces.checkup.files import write_organ_workbooks, write_workbook, written
from yifa.interfaces.checkup.folder import Checked
from yifa.interfaces.checkup.told import Told
from yifa.law.catalogue.folders import Folder, folder
from yifa.ledgers.corrections import write_corrections
from yifa.ledgers.headings.known import MAIN
from yifa.ledgers.headings.mapping_file import written_mapping
from yifa.ledgers.sufficiency.prolonging import prolonging
from yifa.wording import Language

Kind = str
"""What a file is: workbook, page, data, table, corrections, mapping, organs, publicity."""


def names(speech: Language) -> dict[Kind, str]:
    """The names of the files; data for programs are called alike in both languages."""
    say = speech.say
    return {
        "workbook": say("findings.xlsx"),
        "page": say("findings.html"),
        "data": "findings.json",
        "table": "findings.parquet",
        "corrections": say("to-correct.xlsx"),
        "mapping": say("columns.yaml"),
        "organs": say("by organ"),
        "publicity": say("publicity"),
    }


def write_all(checked: Checked, folder: Path, speech: Language, *, per_organ: bool = False) -> Iterator[Path]:
    """Write everything a check leaves, one file after the other; those of organs only if asked for."""
    from yifa.interfaces.checkup.data import write_json, write_parquet  # noqa: PLC0415 - see page
    from yifa.interfaces.checkup.page import write_page  # noqa: PLC0415 - templates, only where a page is written

    called, told = names(speech), checked.told
    yield write_workbook(told, folder / called["workbook"], speech)
    yield written(folder / called["page"], partial(_page, write_page, told, speech.tag, called["workbook"]))
    yield written(folder / called["data"], partial(write_json, told))
    yield written(folder / called["table"], partial(write_parquet, told))
    if told.run.taken.ledgers or told.run.taken.problems:
        yield written(folder / called["mapping"], partial(_mapping, told))
    if told.run.taken.held:
        yield written(folder / called["corrections"], partial(_corrections, told, speech))
    if per_organ:
        yield from write_organ_workbooks(told, folder / called["organs"], speech)
    if checked.outgoing:
        from yifa.interfaces.workbooks.publicity_book import write_publicity  # noqa: PLC0415 - seldom asked for

        yield from write_publicity(checked.outgoing, folder / called["publicity"], speech)


def _page(write: Callable[[Told, Path, str, str], None], told: Told, lang: str, workbook: str, path: Path) -> None:
    write(told, path, lang, workbook)


def _corrections(told: Told, speech: Language, path: Path) -> None:
    write_corrections(told.run.taken.held, path, speech, personal=told.personal)


def _mapping(told: Told, path: Path) -> None:
    sheets = (sheet for ledger in told.run.taken.ledgers for sheet in ledger.mapped)
    path.write_text(written_mapping(sheets, untold_acts(told), told.run.taken.problems), encoding="utf-8")


def untold_acts(told: Told) -> Mapping[str, Sequence[str]]:
    """By table of cases the acts (in Chinese) that may prolong a term and no column keeps, the most asked first."""
    asked: dict[str, Counter[str]] = {}
    for ledger, enough in zip(told.run.ledgers, told.sufficiency, strict=True):
        tables = {one.table for one in ledger.ledger.mapped if is_of_cases(one.table, ledger.whole.folder)}
        may = prolonging(ledger.whole.folder)
        acts = Counter(act for duty in enough.lacking for act in sorted(enough.acts[duty] & may))
        for table in tables:
            asked.setdefault(table, Counter()).update(acts)
    names = {table: folder(table.partition("/")[0]).procedure.acts for table in asked}
    return {table: [names[table][act].zh for act, _ in acts.most_common()] for table, acts in asked.items()}


def is_of_cases(table: str, of: Folder) -> bool:
    """Whether a table has a row for each case."""
    last = table.rpartition("/")[2]
    return last == MAIN or (of.ledger is not None and last == of.ledger.main.id)
