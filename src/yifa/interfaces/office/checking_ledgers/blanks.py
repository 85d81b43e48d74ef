"""Blank ledgers handed out: the page that names them, and each as a workbook to be filled in from now on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import Http404, HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.checking_ledgers.pages import CHECKING
from yifa.interfaces.office.declaring import WRITERS, Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.handed_in.handing_out import handed_out, send_folder
from yifa.interfaces.workbooks.blank_ledgers import REGISTERS, blank_ledgers, blank_name, kept, write_blank
from yifa.law.catalogue.folders import ledger_ids
from yifa.ledgers.templates.guide import decidable
from yifa.wording import CHINESE

KEEPING = CHECKING | WRITERS
"""Who takes a blank ledger: whoever has ledgers checked, and whoever takes them into the record."""
ALL = "all"


@dataclass(frozen=True)
class Blank:
    """A blank ledger as the page names it. `duties`: how many can be checked with all columns."""

    id: str
    title: str
    columns: int
    sheets: list[str]
    duties: int


@page("ledgers/blank/", name="blank_ledgers", roles=KEEPING)
def blank_page(request: Asked) -> HttpResponse:
    """Which there are: columns, further sheets, how many duties each feeds."""
    told = {"ledgers": _blanks(request.speech.tag), "registers": REGISTERS, "all": ALL}
    return render(request, "checking_ledgers/blanks.html", told)


@cache
def _blanks(tag: str) -> tuple[Blank, ...]:
    """In a language, by its tag."""
    return tuple(_each(chinese=tag == CHINESE))


def _each(*, chinese: bool) -> Iterator[Blank]:
    for name in ledger_ids():
        whole, ledger = kept(name)
        title = whole.folder.procedure.title
        sheets = [one.title.zh if chinese else one.title.en for one in ledger.sheets]
        columns, duties = len(ledger.main.columns), len(decidable(whole, ledger))
        yield Blank(name, title.zh if chinese else title.en, columns, sheets, duties)


@page("ledgers/blank/<slug:ledger>/", name="blank_ledger", roles=KEEPING, kind=Kind.EXPORT)
def blank_file(request: Asked, ledger: str) -> HttpResponse:
    """A blank ledger as a workbook; `registers` those of organs, officers and lists, `all` an archive of everything."""
    speech = request.speech
    if ledger == ALL:
        with tempfile.TemporaryDirectory(prefix="yifa-blank-") as folder:
            for name in blank_ledgers():
                write_blank(name, Path(folder, blank_name(name, speech)), speech)
            return send_folder(Path(folder), speech.say("Blank ledgers") + ".zip")
    if ledger not in blank_ledgers():
        raise Http404
    return handed_out(blank_name(ledger, speech), lambda to: write_blank(ledger, to, speech))
