"""The figure book as a page: every figure opens to its definition, what is open, its organs and the rows behind it.

One file, no script: what opens is an element of the page, so that it can be read, searched and printed anywhere. Of the
rows behind a figure the first stand in the page, all of them in the file of rows beside it. Figures that are never
assessed stand in no order of size and have no colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.interfaces.figure_telling import (
    LIGHTS,
    SIGNS,
    tell_change,
    tell_definition,
    tell_earlier,
    tell_figure,
    tell_gap,
    tell_measure,
    tell_measure_id,
    tell_number,
    tell_organ,
    tell_period,
    tell_procedure,
    tell_relation,
    tell_reported,
    tell_source,
    tell_standing,
    uncertain,
)
from yifa.interfaces.leaflets.leaf import compose
from yifa.law.catalogue.measures import measure_files
from yifa.law.catalogue.never_assessed import rule_over
from yifa.law.figures.grain import ALL_ORGANS
from yifa.law.figures.relations import Standing
from yifa.oversight.reporting.book_data import ROWS, read_rows
from yifa.oversight.reporting.figure_book import Entry, FigureBook
from yifa.wording import Language

SHOWN = 50
"""Rows behind a figure that stand in the page."""


def render(book: FigureBook, rows: Mapping[str, bytes], seal: str, *, speech: Language) -> str:
    """The page, as the text of one HTML file; `seal`: the digest of the sealed book it tells."""
    zh = speech.tag == "zh"
    entries = {one.id: one for one in book.entries}
    topics = []
    for file in measure_files():
        own = [entries[of.id] for of in file.measures if of.id in entries]
        if own:
            title = file.title.zh if zh else file.title.en
            topics.append({"title": title, "entries": [_entry(one, book, rows, speech) for one in own]})
    return compose(
        "figures.html",
        (),
        ("ground", "figures"),
        speech=speech,
        data={},
        lang="zh-Hans" if zh else "en",
        w=_words(book, seal, speech),
        topics=topics,
        relations=[_relation(one, speech) for one in book.relations if one.standing is not Standing.HOLDS],
        forms=[_form(one, book, speech) for one in book.forms],
        silent=book.gathered.silent,
        not_counted=[tell_measure_id(id_, speech) for id_ in book.not_counted],
    )


def _words(book: FigureBook, seal: str, speech: Language) -> dict[str, str]:
    """The words of the page."""
    say = speech.say
    silent = "、".join(tell_organ(organ, book, speech) for organ in book.gathered.silent)
    return {
        "title": say("Figure book {period}", period=tell_period(book.period, speech)),
        "about": say(
            "Counted from what organs keep, as of {day}. Every figure opens to its definition and its rows.",
            day=book.as_of.isoformat(),
        ),
        "counts": _counts(book, speech),
        "seal": say("Seal of the book (SHA-256): {seal}", seal=seal),
        "holding": say("{count} relations hold.", count=sum(one.standing is Standing.HOLDS for one in book.relations)),
        "silent": say("Nothing came from: {organs}", organs=silent),
        "contents": say("Contents"),
        "forms": say("Statistics forms"),
        "checks": say("Checked against each other"),
        "open": say("Not counted from records"),
        "definition": say("Definition"),
        "source": say("Source"),
        "never": say("Never assessed"),
        "reported": say("Reported"),
        "origin": say("Where last year's value comes from"),
        "gaps": say("What is open"),
        "by_organ": say("By organ"),
        "by_region": say("By region"),
        "by_procedure": say("By procedure"),
        "number": say("Case number"),
        "organ": say("Organ"),
        "act": say("Act"),
        "date": say("Date"),
        "file": say("File"),
        "sheet": say("Sheet"),
        "row": say("Row"),
        "no": say("No."),
        "item": say("Item"),
        "total": say("Total"),
    }


def _counts(book: FigureBook, speech: Language) -> str:
    """How many figures there are, of which kind, and how they fit together."""
    say, of = speech.say, [one.standing for one in book.relations]
    return say(
        "{counted} figures counted from ledgers, {open} of them leave something open (◌); {reported} reported. Checked "
        "against each other: {holds} hold, {broken} do not, {unsure} are open.",
        counted=sum(one.reported is None for one in book.entries),
        open=len(uncertain(book)),
        reported=sum(one.reported is not None for one in book.entries),
        holds=of.count(Standing.HOLDS),
        broken=of.count(Standing.BROKEN),
        unsure=of.count(Standing.OPEN),
    )


def _entry(one: Entry, book: FigureBook, rows: Mapping[str, bytes], speech: Language) -> dict[str, Any]:
    of, file = one.figure.measure, rows.get(one.id)
    behind = read_rows(file)[:SHOWN] if file is not None else []
    rule = rule_over(of)
    return {
        "id": one.id,
        "name": tell_measure(of, speech),
        "value": tell_figure(one.figure),
        "earlier": one.earlier is not None,
        "was": speech.say("last year {value}", value=tell_number(one.earlier.value)) if one.earlier else "",
        "origin": tell_earlier(one.earlier, speech),
        "change": tell_change(one.change, of.kind, speech),
        "definition": tell_definition(one.figure, speech).split("\n"),
        "source": tell_source(of, speech),
        "law": "、".join(of.law),
        "reported": tell_reported(one, speech),
        "never": None if rule is None else (rule.why.zh if speech.tag == "zh" else rule.why.en),
        "gaps": [tell_gap(gap, book, speech) for gap in one.figure.gaps],
        "regions": [(tell_organ(region, book, speech), tell_figure(figure)) for region, figure in one.by_region],
        "procedures": [(tell_procedure(name, speech), tell_figure(figure)) for name, figure in one.by_procedure],
        "organs": [(tell_organ(organ, book, speech), tell_figure(figure)) for organ, figure in one.by_organ],
        "behind": speech.say("Rows behind it: {count}", count=len(book.rows.get(one.id, ()))),
        "all": speech.say("All rows: {file}", file=f"{ROWS}/{one.id}.csv"),
        "file": f"{ROWS}/{one.id}.csv" if file is not None else None,
        "rows": [(row[1], row[3], row[5], row[6], row[8], row[9], row[10]) for row in behind],
    }


def _relation(one: Any, speech: Language) -> dict[str, Any]:
    return {
        "light": LIGHTS[one.standing].value,
        "sign": SIGNS[one.standing],
        "standing": tell_standing(one.standing, speech),
        "words": tell_relation(one, speech),
    }


def _form(filled: Any, book: FigureBook, speech: Language) -> dict[str, Any]:
    zh, form = speech.tag == "zh", filled.form
    there = {one.id for one in book.entries}
    rows = [
        (
            speech.say("Total") if row.of == ALL_ORGANS else tell_organ(row.of, book, speech),
            [_cell(cell, figure) for cell, figure in zip(form.cells, row.figures, strict=True)],
        )
        for row in filled.rows
    ]
    return {
        "title": form.title.zh if zh else form.title.en,
        "unit": form.unit,
        "flat": form.layout == "measures",
        "cells": [
            (cell.number, cell.level, cell.zh if zh else cell.en, cell.measure if cell.measure in there else None)
            for cell in form.cells
        ],
        "rows": rows,
        "rules": [rule.zh if zh else rule.en for rule in form.rules],
        "checks": [_relation(check, speech) for of, check in filled.checks if of == ALL_ORGANS],
    }


def _cell(cell: Any, figure: Any) -> str:
    if figure is None or figure.value is None:
        return "—" if cell.measure or cell.why else ""
    value = figure.value / 10000 if cell.unit == "万元" and figure.measure.unit == "元" else figure.value
    return tell_number(value)
