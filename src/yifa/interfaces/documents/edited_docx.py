"""Reads a report back that people edited in Word, WPS or LibreOffice: paragraphs by style, numbers by their control.

Tracked changes are read as they would be accepted. What the layout put in (head, signature, day, end) is known by its
style and not taken for text; a table at the end of the document is one only where it stands in no frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from yifa.interfaces.documents.controls import tag_of_bookmark
from yifa.oversight.reporting.draft_text import Kind
from yifa.oversight.reporting.laid_out import Run
from yifa.oversight.reporting.reconciling import Edited, EditedPaper

PUT_IN = {"主送机关", "署名", "成文日期", "版头", "版记", "附件说明", "附件标签"}
"""Styles of what the layout puts in, see `report_docx`."""
_KINDS: tuple[tuple[tuple[str, ...], Kind], ...] = (
    (("title", "标题"), "title"),
    (("heading 1", "heading1", "标题 1", "标题1"), "part"),
    (("heading 2", "heading2", "标题 2", "标题2"), "chapter"),
    (("heading 3", "heading3", "标题 3", "标题3"), "item"),
)
_INSIDE = frozenset(
    qn(f"w:{name}") for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdtContent")
)
_P, _TBL, _SDT, _R = qn("w:p"), qn("w:tbl"), qn("w:sdt"), qn("w:r")


class NotADocument(ValueError):
    """A file that is no Word document (.docx)."""


def read_edited(path: Path) -> EditedPaper:
    """The paragraphs of a document; raises `NotADocument`."""
    try:
        document = docx.Document(str(path))
    except Exception as error:  # the library raises what it likes for a broken package
        raise NotADocument(path.name) from error
    names = {style.style_id: str(style.name) for style in document.styles}
    head: dict[str, str] = {}
    paragraphs = list(_paragraphs(document.element.body, names, head))
    return EditedPaper(tuple(_attachments(paragraphs)), head)


def _paragraphs(container: Any, names: dict[str, str], head: dict[str, str]) -> Iterator[Edited]:
    for element in container:
        if element.tag == _TBL:
            if element.find(qn("w:tblPr")) is None or element.find(f"{qn('w:tblPr')}/{qn('w:tblpPr')}") is None:
                yield Edited("table", (), tuple(_rows(element)))
        elif element.tag == _P:
            style = _style(element, names)
            runs = _merged(_Reading().runs(element))
            words = "".join(run.text for run in runs).strip()
            if style == "主送机关" and words:
                head["主送机关"] = words.rstrip("：:")
            elif style == "署名" and words:
                head["发文机关"] = words
            elif style not in PUT_IN and words:
                yield Edited(_kind(style), runs)
        elif element.tag == _SDT:
            yield from _paragraphs(element.find(qn("w:sdtContent")), names, head)
        elif element.tag in _INSIDE:
            yield from _paragraphs(element, names, head)


def _style(paragraph: Any, names: dict[str, str]) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    id_ = "" if style is None else style.get(qn("w:val"), "")
    return names.get(id_, id_)


def _kind(style: str) -> Kind:
    lowered = style.strip().lower()
    return next((kind for known, kind in _KINDS if lowered in known), "paragraph")


def _rows(table: Any) -> Iterator[tuple[tuple[Run, ...], ...]]:
    for row in table.iter(qn("w:tr")):
        yield tuple(
            _merged(run for paragraph in cell.iter(_P) for run in _Reading().runs(paragraph))
            for cell in row.iter(qn("w:tc"))
        )


@dataclass
class _Reading:
    """Reads the runs of one paragraph; `open`: the bookmarks of ours that are open, by their ids."""

    open: dict[str, str] = field(default_factory=dict)

    def runs(self, container: Any, tag: str = "") -> Iterator[Run]:
        """The runs; those within a control bear its name, or else that of the bookmark around them."""
        for element in container:
            if element.tag == _R:
                if text := _text(element):
                    yield Run(text, tag or next(reversed(self.open.values()), ""))
            elif element.tag == _SDT:
                named = element.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
                own = "" if named is None else named.get(qn("w:val"), "")
                yield from self.runs(element.find(qn("w:sdtContent")), own or tag)
            elif element.tag in _INSIDE:
                yield from self.runs(element, tag)
            elif element.tag == qn("w:bookmarkStart"):
                if of := tag_of_bookmark(element.get(qn("w:name"), "")):
                    self.open[element.get(qn("w:id"), "")] = of
            elif element.tag == qn("w:bookmarkEnd"):
                self.open.pop(element.get(qn("w:id"), ""), None)


def _text(run: Any) -> str:
    parts = []
    for one in run:
        if one.tag == qn("w:t"):
            parts.append(one.text or "")
        elif one.tag == qn("w:tab"):
            parts.append(" ")
    return "".join(parts)


def _merged(runs: Iterator[Run]) -> tuple[Run, ...]:
    """Runs with neighbours of the same control put together; editors split them as they like."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].tag == run.tag:
            found[-1] = Run(found[-1].text + run.text, run.tag)
        else:
            found.append(run)
    return tuple(found)


def _attachments(paragraphs: list[Edited]) -> Iterator[Edited]:
    """Paragraphs of which every title but the first is that of an attachment."""
    titled = False
    for one in paragraphs:
        if one.kind == "title" and titled:
            yield Edited("attachment", one.runs)
        else:
            yield one
        titled = titled or one.kind == "title"
