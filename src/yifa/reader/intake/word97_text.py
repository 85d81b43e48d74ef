"""A binary .doc or .wps → its text: paragraphs with their automatic numbers, tables, notes and text boxes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from yifa.reader.intake.blocks import Aside, Block, Cell, Gathered, Gathering, Paragraph, Table, lay_out
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.word97_file import Where, Word97, open_word97, whole_characters
from yifa.reader.intake.word97_formatting import Format, Formatting
from yifa.reader.intake.word97_lists import CutOff, read_lists
from yifa.reader.intake.word_numbering import Numbering

_CELL, _NOTE = "\x07", "\x02"
_ENDS = frozenset("\r\x07\x0c")
_BEGIN, _RESULT, _FINISH = "\x13", "\x14", "\x15"
_SHOWN = {"\x0b": "\n", "\x1e": "-", "\t": "\t"}


def read_word97(data: bytes) -> Gathered:
    """The text of a binary Word file. Raises `Unreadable`."""
    file = open_word97(data)
    gathering = Gathering()
    try:
        numbering = Numbering(read_lists(file))
    except CutOff:
        numbering = Numbering({})
        gathering.note("numbering_unread")
    reader = _Reader(file, numbering)
    lay_out(reader.read(), gathering)
    if file.missing:
        gathering.note("parts_missing", part="WordDocument")
    if reader.deletions:
        gathering.note("deletions_left_out", count=reader.deletions)
    if reader.hidden:
        gathering.note("hidden_text_left_out", count=reader.hidden)
    return gathering.gathered()


@dataclass
class _Rows:
    """A table being read, cell by cell."""

    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(Cell(len(self.cells) + 1, tuple(self.blocks)))
        self.blocks.clear()

    def end_row(self) -> None:
        if self.blocks:
            self.end_cell()
        if self.cells:
            self.rows.append(tuple(self.cells))
        self.cells.clear()

    def take(self) -> list[Block]:
        """The finished table, if there is one."""
        self.end_row()
        rows, self.rows = tuple(self.rows), []
        return [Table(rows)] if rows else []


class _Reader:
    """Reads the stories of a file; keeps count of what does not show."""

    def __init__(self, file: Word97, numbering: Numbering) -> None:
        self._file = file
        self._formatting = Formatting(file)
        self._numbering = numbering
        self._fields: list[bool] = []
        self.deletions = 0
        self.hidden = 0

    def read(self) -> Iterator[Block]:
        """The main text with its notes, then the text boxes."""
        stories = self._file.stories
        end = min(stories.main, len(self._file.text))
        if not end:
            raise Unreadable(Reason.NO_TEXT)
        first_note = stories.main
        first_endnote = first_note + stories.footnotes + stories.headers + stories.annotations
        first_box = first_endnote + stories.endnotes
        notes = {
            **self._notes("脚注", Where.FOOTNOTE_PLACES, Where.FOOTNOTES, first_note),
            **self._notes("尾注", Where.ENDNOTE_PLACES, Where.ENDNOTES, first_endnote),
        }
        yield from self._blocks(0, end, notes)
        boxes = [*self._blocks(first_box, first_box + stories.boxes, {})]
        boxes = [box for box in boxes if not isinstance(box, Paragraph) or box.text.strip()]
        if boxes:
            yield Aside("文本框", tuple(boxes))

    def _notes(self, label: str, places: Where, texts: Where, first: int) -> dict[int, Aside]:
        """The notes by the position of the character they hang on."""
        hung = _positions(self._file.structure(places), 2)
        ranges = _positions(self._file.structure(texts), 0)
        notes = {}
        for position, start, end in zip(hung, ranges, ranges[1:], strict=False):
            blocks = tuple(self._blocks(first + start, first + end, {}))
            if any(
                isinstance(block, Table) or (isinstance(block, Paragraph) and block.text.strip()) for block in blocks
            ):
                notes[position] = Aside(label, blocks)
        return notes

    def _blocks(self, start: int, end: int, notes: dict[int, Aside]) -> Iterator[Block]:
        self._fields.clear()
        table = _Rows()
        for first, last in self._paragraphs(start, min(end, len(self._file.text))):
            mark = self._file.text[last]
            form = self._formatting.paragraph(self._file.file_place(last))
            hung = [notes[position] for position in range(first, last) if position in notes] if notes else []
            in_table = form.in_table or form.depth > 0 or mark == _CELL
            if not in_table:
                yield from table.take()
                yield Paragraph(self._label(form) + self._shown(first, last))
                yield from hung
            elif mark == _CELL and (form.row_end or (last == first and not table.blocks and self._ends_row(form))):
                table.end_row()
            else:
                table.blocks += [Paragraph(self._label(form) + self._shown(first, last)), *hung]
                if mark == _CELL:
                    table.end_cell()
        yield from table.take()

    @staticmethod
    def _ends_row(form: Format) -> bool:
        """Whether a lone cell mark ends a row though nothing says so: when the formatting is lost."""
        return not form.in_table and not form.depth

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """First character and end mark of each paragraph."""
        text = self._file.text
        first = start
        for position in range(start, end):
            if text[position] in _ENDS:
                yield first, position
                first = position + 1
        if first < end:
            yield first, end - 1

    def _label(self, form: Format) -> str:
        if not form.list_use:
            return ""
        return self._numbering.label(str(form.list_use), form.level or 0)

    def _shown(self, first: int, last: int) -> str:
        """The characters of a paragraph that show: without field codes, deleted and hidden text."""
        text = self._file.text
        if text[last] not in _ENDS:
            last += 1
        shown: list[str] = []
        kind, begin, until, before = "", 0, 0, ""
        for position in range(first, last):
            character = text[position]
            if character in {_BEGIN, _RESULT, _FINISH}:
                self._field(character)
                continue
            place = self._file.file_place(position)
            if not begin <= place < until:
                kind, begin, until = self._formatting.hides(place)
            if kind:
                self.deletions += kind == "deleted" and kind != before
                self.hidden += kind == "hidden" and kind != before
            elif all(self._fields):
                shown.append(_SHOWN.get(character, character if character >= " " else ""))
            before = kind
        return whole_characters("".join(shown))

    def _field(self, character: str) -> None:
        if character == _BEGIN:
            self._fields.append(False)
        elif character == _RESULT and self._fields:
            self._fields[-1] = True
        elif character == _FINISH and self._fields:
            self._fields.pop()


def _positions(table: bytes, extra: int) -> tuple[int, ...]:
    """The character positions at the head of a table whose entries carry `extra` bytes more each."""
    count = (len(table) - 4) // (4 + extra) + 1 if len(table) >= 4 else 0
    with suppress(struct.error):
        return struct.unpack_from(f"<{count}I", table)
    return ()
