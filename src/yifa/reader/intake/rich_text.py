"""An .rtf (often under the name of .doc) → its text: paragraphs with their numbers, tables, notes, text boxes.

Answers to the Rich Text Format specification 1.9.1. Chinese characters come as `\\u` escapes or as bytes in the code
page of their font; both are read. Numbers of lists stand in the file as text and are taken from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from yifa.reader.intake.blocks import Aside, Block, Cell, Gathered, Gathering, Paragraph, Table, lay_out
from yifa.reader.intake.limits import LONGEST_TEXT
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.word_numbering import set_off

_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|'([0-9a-fA-F]{2})|([^a-zA-Z\r\n])|[\r\n])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_DEEPEST = 2_000
# code pages by the number of the font's character set
_CODE_PAGES = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_NAMED_PAGES = {936: "gb18030", 950: "big5hkscs", 932: "cp932", 949: "cp949", 54936: "gb18030", 65001: "utf-8"}
_SKIPPED_WORDS = b"""
colortbl stylesheet listtable listoverridetable info pict object header headerl headerr headerf footer footerl footerr
footerf generator filetbl revtbl rsidtbl themedata colorschememapping datastore latentstyles xmlnstbl annotation atnid
atnauthor atnref bkmkstart bkmkend fldinst listpicture pgdsctbl ftnsep ftnsepc aftnsep aftnsepc sp pntxta pntxtb
background nonshppict nonesttables fontemb panose falt wgrffmtfilter mmathPr tc xe formfield
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_KEPT_STARRED = frozenset({b"shpinst", b"shptxt", b"ud"})
_MARKS = {b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
_SPACES = {b"tab": "\t", b"line": "\n", b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005"}
_CHARACTERS = {**_MARKS, **_SPACES, b"bullet": "•"}
_SIGNS = {b"~": "\u00a0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}


@dataclass(frozen=True)
class _State:
    """What holds within a group."""

    skip: bool = False
    fonts: bool = False
    font: int = -1
    fallback: int = 1
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    number: bool = False
    story: int = 0


@dataclass
class _Story:
    """A flow of paragraphs: the text, a note, or a text box."""

    label: str = ""
    blocks: list[Block] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


def read_rtf(data: bytes) -> Gathered:
    """The text of an .rtf. Raises `Unreadable`."""
    reader = _Reader(data)
    blocks = reader.read()
    gathering = Gathering()
    lay_out(blocks, gathering)
    if reader.deletions:
        gathering.note("deletions_left_out", count=reader.deletions)
    if reader.hidden:
        gathering.note("hidden_text_left_out", count=reader.hidden)
    if reader.cut_off:
        gathering.note("parts_missing", part="RTF")
    return gathering.gathered()


class _Reader:
    """Reads token by token; groups are kept in a list and not by recursion, since they may nest without end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._state = _State()
        self._groups: list[_State] = []
        self._stories = [_Story()]
        self._pages: dict[int, str] = {}
        self._page = "cp1252"
        self._default_font = -1
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = self._opened = False
        self._size = 0
        self._before = ""
        self.deletions = self.hidden = 0
        self.cut_off = False

    def read(self) -> tuple[Block, ...]:
        """All blocks, asides behind the paragraph they hang on."""
        for word, number, code, sign, brace, plain in self._tokens():
            if code is not None:
                self._byte(int(code, 16))
                continue
            if plain is not None:
                self._plain(plain)
                continue
            self._flush_bytes()
            opened, self._opened = self._opened, brace == b"{"
            if brace == b"{":
                self._open()
            elif brace == b"}":
                self._close()
            elif word is not None:
                self._word(word, None if number is None else int(number))
            elif sign == b"*":
                self._starred = opened  # only at the head of a group does it tell to pass the group over
            elif sign is not None:
                self._add(_SIGNS.get(sign, ""))
        self._flush_bytes()
        self.cut_off = bool(self._groups)
        while len(self._stories) > 1:
            self._end_story()
        main = self._stories[0]
        if main.text:
            self._end_paragraph()
        self._end_table(main)
        return tuple(main.blocks)

    def _tokens(self) -> Iterator[tuple[bytes | None, ...]]:
        at = 0
        while at < len(self._data):
            found = _TOKEN.match(self._data, at)
            if found is None:
                at += 1
                continue
            at = found.end()
            if found.group(1) == b"bin" and found.group(2):
                at += max(0, int(found.group(2)))
                continue
            yield found.groups()

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise Unreadable(Reason.BROKEN, part="RTF")
        self._groups.append(self._state)
        self._starred = False
        self._to_skip = 0

    def _close(self) -> None:
        before = self._groups.pop() if self._groups else self._state
        while len(self._stories) - 1 > before.story:
            self._end_story()
        self._state = before
        self._to_skip = 0

    def _plain(self, plain: bytes) -> None:
        skipped = min(self._to_skip, len(plain))
        self._to_skip -= skipped
        for byte in plain[skipped:] if self._bytes or max(plain) > 0x7F else b"":
            self._byte(byte)
        if not self._bytes and max(plain) <= 0x7F:
            self._add(plain[skipped:].decode("ascii"))

    def _byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(byte)

    def _flush_bytes(self) -> None:
        if not self._bytes:
            return
        page = self._pages.get(self._state.font, self._page)
        if page == "cp1252" and self._page != "cp1252":
            page = self._page  # a Western font with the bytes of the document's own code page
        self._add(bytes(self._bytes).decode(page, "replace"))
        self._bytes.clear()

    def _word(self, word: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == b"u" and number is not None:
            self._add(_unit(number))
            self._to_skip = self._state.fallback
            return
        self._to_skip = 0
        if word in _SKIPPED or (starred and word not in _KEPT_STARRED):
            self._state = replace(self._state, skip=True)
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif not self._structure(word):
            self._setting(word, number)

    def _setting(self, word: bytes, number: int | None) -> None:
        on = number != 0
        match word:
            case b"ansicpg" if number:
                self._page = _NAMED_PAGES.get(number, f"cp{number}" if 1250 <= number <= 1258 else self._page)
            case b"deff" if number is not None:
                self._default_font = number
                self._state = replace(self._state, font=number)
            case b"fonttbl":
                self._state = replace(self._state, fonts=True)
            case b"f" if number is not None:
                self._state = replace(self._state, font=number)
            case b"fcharset" if self._state.fonts:
                self._pages[self._state.font] = _CODE_PAGES.get(number or 0, self._page)
            case b"uc":
                self._state = replace(self._state, fallback=max(0, min(number or 0, 10)))
            case b"v":
                self._state = replace(self._state, hidden=on)
            case b"deleted":
                self._state = replace(self._state, deleted=on)
            case b"plain":
                self._state = replace(self._state, hidden=False, deleted=False, font=self._default_font)
            case b"intbl":
                self._state = replace(self._state, in_table=True)
            case b"pard":
                self._state = replace(self._state, in_table=False)

    def _structure(self, word: bytes) -> bool:
        match word:
            case b"par" | b"sect" | b"page":
                if word == b"par" or self._stories[-1].text:
                    self._end_paragraph()
            case b"cell" | b"nestcell":
                self._end_cell(inner=word == b"nestcell")
            case b"row" | b"nestrow":
                self._end_row(inner=word == b"nestrow")
            case b"footnote":
                self._begin_story("脚注")
            case b"shptxt":
                self._begin_story("文本框")
            case b"listtext" | b"pntext":
                self._state = replace(self._state, number=True)
            case _:
                return False
        return True

    def _add(self, text: str) -> None:
        state = self._state
        if state.skip or state.fonts or not text:
            return
        left_out = "deleted" if state.deleted else "hidden" if state.hidden else ""
        self.deletions += left_out == "deleted" != self._before
        self.hidden += left_out == "hidden" != self._before
        self._before = left_out
        if left_out:
            return
        self._size += len(text)
        if self._size > LONGEST_TEXT:
            raise Unreadable(Reason.TOO_MUCH_TEXT, limit=LONGEST_TEXT)
        story = self._stories[-1]
        (story.number if state.number else story.text).append(text)

    def _begin_story(self, label: str) -> None:
        if not self._state.skip:
            self._stories.append(_Story(label))
            self._state = replace(self._state, story=len(self._stories) - 1, in_table=False)

    def _end_story(self) -> None:
        story = self._stories[-1]
        if story.text:
            self._end_paragraph()
        self._end_table(story)
        self._stories.pop()
        if any(not isinstance(block, Paragraph) or block.text.strip() for block in story.blocks):
            self._stories[-1].asides.append(Aside(story.label, tuple(story.blocks)))

    def _end_paragraph(self) -> None:
        if self._state.skip:
            return
        story = self._stories[-1]
        blocks = self._taken(story)
        if self._state.in_table:
            story.cell += blocks
        else:
            self._end_table(story)
            story.blocks += blocks

    @staticmethod
    def _taken(story: _Story) -> list[Block]:
        """The paragraph that is finished, with its number, and the asides that hang on it."""
        number = "".join(story.number).strip()
        label = set_off(number) if any(map(str.isalnum, number)) else ""
        blocks: list[Block] = [Paragraph(label + _halves_joined("".join(story.text))), *story.asides]
        for part in (story.number, story.text, story.asides):
            part.clear()
        return blocks

    def _end_cell(self, *, inner: bool) -> None:
        if self._state.skip:
            return
        story = self._stories[-1]
        story.cell += self._taken(story)
        if not inner:
            story.cells.append(Cell(len(story.cells) + 1, tuple(story.cell)))
            story.cell = []

    def _end_row(self, *, inner: bool) -> None:
        story = self._stories[-1]
        if not inner and story.cells and not self._state.skip:
            story.rows.append(tuple(story.cells))
            story.cells = []

    @staticmethod
    def _end_table(story: _Story) -> None:
        if story.cell:
            story.cells.append(Cell(len(story.cells) + 1, tuple(story.cell)))
        if story.cells:
            story.rows.append(tuple(story.cells))
        if story.rows:
            story.blocks.append(Table(tuple(story.rows)))
        story.cell, story.cells, story.rows = [], [], []


def _unit(number: int) -> str:
    """A 16-bit unit, written signed; halves of a pair are joined later."""
    return chr(number & 0xFFFF)


def _halves_joined(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
