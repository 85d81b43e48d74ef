"""The body of a Word document → paragraphs, tables and asides; runs, fields and tracked changes are settled here.

Answers to ECMA-376 part 1, 17.2–17.4 and 17.13 (body, paragraphs, tables, annotations). Names are compared without
their namespaces, so that the strict and the transitional form, and the XML of Word 2003, are read alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.reader.intake.blocks import Aside, Block, Cell, Paragraph, Table
from yifa.reader.intake.limits import DEEPEST_NESTING
from yifa.reader.intake.packages import attribute, child, local
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.word_numbering import Numbering
from yifa.reader.intake.word_styles import StyleNumber, is_on, read_number, whole

_WRAPPER_NAMES = "sdt sdtContent customXml smartTag ins moveTo hyperlink fldSimple dir bdo sect sub-section pBdrGroup"
_WRAPPERS = frozenset(_WRAPPER_NAMES.split())
_LEFT_OUT = frozenset({"del", "moveFrom"})
_TEXT_BREAKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_NO_NUMBER = "0"
_BOX = "文本框"


class Body:
    """Reads blocks one after the other; keeps count of numbers and of what is left out."""

    def __init__(
        self,
        numbering: Numbering,
        styles: Mapping[str, StyleNumber],
        linked: Mapping[str, int],
        hidden_styles: frozenset[str],
        notes: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self._numbering = numbering
        self._styles = styles
        self._linked = linked
        self._hidden_styles = hidden_styles
        self._notes = notes
        self.deletions = 0
        self.hidden = 0
        self._depth = 0

    def read(self, container: Any) -> tuple[Block, ...]:
        """The blocks of a body, cell, note or text box."""
        self._depth += 1
        if self._depth > DEEPEST_NESTING:
            raise Unreadable(Reason.BROKEN, part="w:tbl")
        blocks: list[Block] = []
        joined = ""  # text of paragraphs whose mark was deleted: they run on into the next one
        for element in self._elements(container):
            if local(element) == "tbl":
                blocks.append(self._table(element))
                continue
            run = _Runs(self)
            text = self._label(element) + run.text(element)
            if is_deleted_mark(element):
                joined += text
            else:
                blocks.append(Paragraph(joined + text))
                joined = ""
            blocks += [Aside(label, self.read(content)) for label, content in run.asides]
        if joined:
            blocks.append(Paragraph(joined))
        self._depth -= 1
        return tuple(blocks)

    def note(self, label: str, note_id: str) -> Any | None:
        """A footnote or endnote by its id."""
        return self._notes.get(label, {}).get(note_id)

    def is_hidden(self, run: Any) -> bool:
        """Whether a run is formatted as hidden text."""
        properties = child(run, "rPr")
        if properties is None:
            return False
        style = child(properties, "rStyle")
        return is_on(child(properties, "vanish")) or (
            style is not None and attribute(style, "val") in self._hidden_styles
        )

    def _elements(self, container: Any) -> Iterator[Any]:
        """The paragraphs and tables of a container, looked up inside wrappers."""
        for element in container:
            name = local(element)
            if name in {"p", "tbl"}:
                yield element
            elif name in _LEFT_OUT:
                self.deletions += 1
            elif name == "AlternateContent":
                yield from self._elements(_choice(element))
            elif name in _WRAPPERS:
                yield from self._elements(element)

    def _label(self, paragraph: Any) -> str:
        properties = child(paragraph, "pPr")
        if properties is None:
            return ""
        written = child(properties, "listPr", "t")  # Word 2003 wrote the number down
        if written is not None:
            return attribute(written, "val")
        number = read_number(properties)
        style = child(properties, "pStyle")
        name = "" if style is None else attribute(style, "val")
        by_style = self._styles.get(name, StyleNumber())
        list_id = by_style.list_id if number.list_id is None else number.list_id
        if list_id is None or list_id == _NO_NUMBER:
            return ""
        depth = number.depth
        if depth is None and number.list_id is None:
            depth = self._linked.get(name, by_style.depth)
        return self._numbering.label(list_id, depth or 0)

    def _table(self, table: Any) -> Table:
        rows = []
        for row in self._inside(table, "tr"):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                self.deletions += 1
                continue
            before = None if properties is None else child(properties, "gridBefore")
            column = 1 if before is None else 1 + whole(attribute(before, "val"))
            cells = []
            for cell in self._inside(row, "tc"):
                span = child(cell, "tcPr", "gridSpan")
                merge = child(cell, "tcPr", "vMerge")
                goes_on = merge is not None and attribute(merge, "val", "continue") == "continue"
                cells.append(Cell(column, () if goes_on else self.read(cell)))
                column += 1 if span is None else max(1, min(whole(attribute(span, "val"), 1), 1000))
            rows.append(tuple(cells))
        return Table(tuple(rows))

    def _inside(self, container: Any, wanted: str) -> Iterator[Any]:
        for element in container:
            name = local(element)
            if name == wanted:
                yield element
            elif name in _LEFT_OUT:
                self.deletions += 1
            elif name in _WRAPPERS:
                yield from self._inside(element, wanted)


def is_deleted_mark(paragraph: Any) -> bool:
    """Whether the end of a paragraph is a tracked deletion, so that the next paragraph continues it."""
    properties = child(paragraph, "pPr", "rPr")
    return properties is not None and (
        child(properties, "del") is not None or child(properties, "moveFrom") is not None
    )


def _choice(alternatives: Any) -> Any:
    """Of several forms of the same thing, the first (the newest); the fallback only when there is no other."""
    forms = [form for form in alternatives if local(form) in {"Choice", "Fallback"}]
    return forms[0] if forms else ()


class _Runs:
    """The text of one paragraph, with the asides hung on it. Of a field only the result counts."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self.asides: list[tuple[str, Any]] = []
        self._fields: list[bool] = []  # for each open field, whether its result has begun
        self._parts: list[str] = []

    def text(self, paragraph: Any) -> str:
        """All the text that shows."""
        self._walk(paragraph, 0)
        return "".join(self._parts)

    def _walk(self, element: Any, depth: int) -> None:
        if depth > DEEPEST_NESTING:
            raise Unreadable(Reason.BROKEN, part="w:p")
        for part in element:
            name = local(part)
            if name == "r":
                self._run(part, depth)
            elif name in _LEFT_OUT:
                self._body.deletions += 1
            elif name in _WRAPPERS:
                self._walk(part, depth + 1)
            elif name in {"oMath", "oMathPara"}:
                self._add(formula(part))
            elif name == "AlternateContent":
                self._walk(_choice(part), depth + 1)
            elif name == "ruby":
                self._ruby(part, depth)

    def _run(self, run: Any, depth: int) -> None:
        if self._body.is_hidden(run):
            self._body.hidden += any(local(part) == "t" and part.text for part in run)
            return
        for part in run:
            self._part(part, depth)

    def _part(self, part: Any, depth: int) -> None:
        name = local(part)
        if name == "t":
            self._add(part.text or "")
        elif name in _TEXT_BREAKS:
            self._add(_TEXT_BREAKS[name])
        elif name == "br":
            self._add("\n" if attribute(part, "type", "textWrapping") != "page" else "")
        elif name == "sym":
            self._add(_symbol(attribute(part, "char")))
        elif name == "fldChar":
            self._field(attribute(part, "fldCharType"))
        elif name in {"footnoteReference", "endnoteReference"}:
            label = "脚注" if name.startswith("foot") else "尾注"
            note = self._body.note(label, attribute(part, "id"))
            if note is not None:
                self.asides.append((label, note))
        elif name == "ruby":
            self._ruby(part, depth)
        elif name in {"drawing", "pict", "object"}:
            self.asides += [(_BOX, box) for box in _boxes(part)]
        elif name == "AlternateContent":
            for inner in _choice(part):
                self._part(inner, depth + 1)

    def _ruby(self, ruby: Any, depth: int) -> None:
        base = child(ruby, "rubyBase")
        if base is not None:
            self._walk(base, depth + 1)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str) -> None:
        if all(self._fields):
            self._parts.append(text)


def formula(math: Any) -> str:
    """The text of a formula in one line; a fraction is written with a stroke."""
    written = ""
    for part in math:
        match local(part):
            case "t":
                written += part.text or ""
            case "f":
                over, under = child(part, "num"), child(part, "den")
                written += "/".join("" if half is None else formula(half) for half in (over, under))
            case _:
                written += formula(part)
    return written


def _boxes(drawing: Any) -> Iterator[Any]:
    """The text boxes of a drawing; of alternatives only the first form."""
    for part in drawing:
        name = local(part)
        if name == "txbxContent":
            yield part
        else:
            yield from _boxes(_choice(part) if name == "AlternateContent" else part)


def _symbol(code: str) -> str:
    """A character of a symbol font; those fonts have no characters of their own but private ones."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= number <= 0xF8FF else chr(number) if 0x20 <= number < 0xD800 else ""
