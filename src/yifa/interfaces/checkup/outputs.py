"""What a check of ledgers leaves in its folder, under which names; command line and counter both come here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from yifa.interfaces.checkup.files import write_organ_workbooks, write_workbook, written
from yifa.interfaces.checkup.told import Told
from yifa.ledgers.corrections import write_corrections
from yifa.ledgers.headings.mapping_file import written_mapping
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


def write_all(
    told: Told, folder: Path, speech: Language, *, per_organ: bool = False, publicity: bool = False
) -> Iterator[Path]:
    """Write everything a check leaves, one file after the other; those of organs and of publicity only if asked for."""
    from yifa.interfaces.checkup.data import write_json, write_parquet  # noqa: PLC0415 - see page
    from yifa.interfaces.checkup.page import write_page  # noqa: PLC0415 - templates, only where a page is written

    called = names(speech)
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
    if publicity:
        from yifa.interfaces.workbooks.publicity_book import write_publicity  # noqa: PLC0415 - seldom asked for

        yield from write_publicity(told.run.taken, told.run.as_of, folder / called["publicity"], speech)


def _page(write: Callable[[Told, Path, str, str], None], told: Told, lang: str, workbook: str, path: Path) -> None:
    write(told, path, lang, workbook)


def _corrections(told: Told, speech: Language, path: Path) -> None:
    write_corrections(told.run.taken.held, path, speech, personal=told.personal)


def _mapping(told: Told, path: Path) -> None:
    taken = told.run.taken
    columns = dict.fromkeys(column for ledger in taken.ledgers for column in ledger.columns)
    tables = {(sheet.file, sheet.sheet): sheet.table for sheet in taken.sheets}
    path.write_text(written_mapping(columns, tables), encoding="utf-8")
