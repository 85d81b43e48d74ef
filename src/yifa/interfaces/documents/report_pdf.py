"""The report as a PDF in the layout of official documents, set by Typst; the same bytes from the same cut and fonts.

It is made to be kept (PDF/A-2a: tagged, its fonts within it), unless a sign stands in it that no font at hand has.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from yifa.interfaces.documents import layout
from yifa.interfaces.documents.fonts import Fonts
from yifa.interfaces.documents.lines_and_columns import column_widths, right_indents, title_lines
from yifa.oversight.reporting.laid_out import LaidOut, Piece, Run, day_text, on_the_page_of_the_signature

TO_BE_KEPT: typst.PDFStandard = "a-2a"
TABLE_SIZE = 12.0
"""Points of the text in tables: 小四."""


def report_pdf(of: LaidOut, fonts: Fonts) -> bytes:
    """The PDF of a cut; what is issued carries its day, any other paper the first day after its year."""
    day = of.issue.dated or date(of.year + 1, 1, 1)
    return set_by_typst("report.typ", {**_paper(of, fonts), "day": [day.year, day.month, day.day]}, fonts, day)


def set_by_typst(template: str, paper: dict[str, Any], fonts: Fonts, day: date) -> bytes:
    """A PDF of a template of this room; `day` is the one written into it, whatever day it is."""
    inputs = {"paper": json.dumps(paper, ensure_ascii=False, sort_keys=True)}
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)

    def made(standards: list[typst.PDFStandard]) -> bytes:
        return typst.compile(
            _template(template),
            font_paths=fonts.found,
            format="pdf",
            sys_inputs=inputs,
            timestamp=moment,
            pdf_standards=standards,
        )

    try:
        return made([TO_BE_KEPT])
    except typst.TypstError:
        return made([])


@cache
def _template(name: str) -> bytes:
    return (files("yifa.interfaces.documents") / name).read_bytes()


def set_with(fonts: Fonts) -> dict[str, Any]:
    """What every template is told of measures and fonts."""
    return {
        "fonts": fonts.families,
        "bold": sorted(fonts.bold),
        "layout": {
            "page": list(layout.PAGE),
            "top": layout.TOP,
            "left": layout.LEFT,
            "right": layout.RIGHT,
            "bottom": layout.BOTTOM,
            "text": list(layout.TEXT),
            "pitch": layout.LINE_PITCH,
            "title-pitch": layout.TITLE_PITCH,
            "character": layout.CHARACTER_PITCH,
            "tracking": round(layout.CHARACTER_PITCH - layout.BODY, 3),
            "body": layout.BODY,
            "title": layout.TITLE,
            "small": layout.SMALL,
            "table-size": TABLE_SIZE,
            "number-below": layout.NUMBER_BELOW,
            "mark-below": layout.MARK_BELOW,
            "rule-below": layout.RULE_BELOW,
            "thick": layout.THICK,
            "thin": layout.THIN,
            "red": layout.RED,
        },
    }


def _paper(of: LaidOut, fonts: Fonts) -> dict[str, Any]:
    head, issue = of.head, of.issue
    printed = issue.printed or issue.dated
    return {
        **set_with(fonts),
        "title": of.title,
        "author": head.get("发文机关", ""),
        "red-head": of.with_red_head,
        "mark": head.get("发文机关", ""),
        "number": issue.number,
        "signer": head.get("签发人", ""),
        "with-ending": of.with_red_head and bool(head.get("印发机关")),
        "copies": head.get("抄送", "").rstrip("。") + "。" if head.get("抄送") else "",
        "printer": head.get("印发机关", ""),
        "printed": "" if printed is None else f"{day_text(printed)}印发",
        "pieces": list(_pieces(of)),
    }


def _pieces(of: LaidOut) -> Iterator[dict[str, Any]]:
    attachments = sum(one.setting == "attachment" for one in of.pieces)
    number, kept = 0, on_the_page_of_the_signature(of)
    day = next((one.text for one in of.pieces if one.setting == "date"), None)
    for one in of.pieces:
        if one.setting == "date":
            continue
        told: dict[str, Any] = {"setting": one.setting, "runs": _runs(one.runs), "text": one.text}
        told["last"] = one in kept
        if one.setting in ("title", "attachment"):
            told["lines"] = title_lines(one.text)
        if one.setting == "attachment":
            number += 1
            told["label"] = "附件" if attachments == 1 else f"附件{number}"
        if one.setting == "paragraph" and one.text.startswith("附件：") and not one.line:
            told["setting"] = "attached"
        if one.setting == "signature":
            told |= {"day": day, "indents": list(right_indents(one.text, day or ""))}
        if one.setting == "table":
            told |= _table(one)
        yield told


def _runs(runs: Sequence[Run]) -> list[dict[str, Any]]:
    return [{"text": run.text, "mark": run.mark} for run in runs]


def _table(piece: Piece) -> dict[str, Any]:
    width = max(len(row) for row in piece.rows)
    rows = [[*row, *[()] * (width - len(row))] for row in piece.rows]
    texts = [["".join(run.text for run in cell) for cell in row] for row in rows]
    return {
        "rows": [[_runs(cell) for cell in row] for row in rows],
        "widths": column_widths(piece),
        "numeric": [all(_is_numeric(row[column]) for row in texts[1:]) and len(texts) > 1 for column in range(width)],
    }


def _is_numeric(text: str) -> bool:
    return not text or text[0] in "0123456789+-—"
