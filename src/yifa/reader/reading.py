"""What a reading holds: the values that the stages hand on, and that `yifa read --json` writes as `yifa.reading/1`.

Every `start` and `end` counts characters (code points) of `Extract.text`, the decoded or extracted text, whatever was
done to it afterwards. A value is exact: `Decimal`, money in yuan, per cent as 82 for 82%.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

SCHEMA = "yifa.reading/1"


class FigureKind(StrEnum):
    """What sort of number it is; from `rank` on it is given but counts nothing."""

    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    QUANTITY = "quantity"
    DURATION = "duration"
    RANK = "rank"
    ORDINAL = "ordinal"
    DATE = "date"
    CODE = "code"


COUNTING_KINDS = frozenset(FigureKind) - {FigureKind.RANK, FigureKind.ORDINAL, FigureKind.DATE, FigureKind.CODE}


class Severity(StrEnum):
    """How much a damaged place matters to what is read."""

    INFO = "info"
    MINOR = "minor"
    SERIOUS = "serious"


class Verdict(StrEnum):
    """What a check says; the words officials see are tactful, see `yifa.reader.checks.verdicts`."""

    HOLDS = "holds"
    HOLDS_TRUNCATED = "holds_truncated"
    HOLDS_APPROXIMATELY = "holds_approximately"
    CONTRADICTED = "contradicted"
    IMPOSSIBLE = "impossible"
    UNVERIFIABLE = "unverifiable"
    LATE = "late"
    MISSING = "missing"
    THIN = "thin"


@dataclass(frozen=True)
class Mark:
    """From character `start` on, the text comes from this page or cell (`第3页`, `Sheet1!B7`, `表2 第3行第2列`)."""

    start: int
    place: str


@dataclass(frozen=True)
class Damage:
    """A place that is not as its author left it, or not as it should be. `kind` is an id of the damage catalogue."""

    kind: str
    severity: Severity
    start: int
    end: int
    message: str


@dataclass(frozen=True)
class Extract:
    """One file as text: `format` (txt, html, docx, pdf, doc, wps, rtf, ofd), its encoding, what intake had to say."""

    file: str
    text: str
    format: str
    encoding: str | None = None
    marks: tuple[Mark, ...] = ()
    damage: tuple[Damage, ...] = ()

    def place(self, at: int) -> str | None:
        """The page or cell of a character, where the format has one."""
        index = bisect_right(self.marks, at, key=lambda mark: mark.start)
        return self.marks[index - 1].place if index else None

    def line(self, at: int) -> int:
        """The line of a character, counted from 1."""
        return self.text.count("\n", 0, at) + 1


@dataclass(frozen=True)
class View:
    """The text made fit for matching, with the way back.

    Characters are only ever replaced one for one (full-width by ASCII, Traditional by Simplified) or left out (zero
    width, soft breaks within a number); nothing is added, nothing changes its order. `origin[i]` is the place in the
    extracted text of character `i` here; it has one more entry than the view, for the end.
    """

    text: str
    origin: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the view as a span of the extracted text."""
        if end <= start:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it. `path` is like `二(三)`; damaged numbering is mended in `path` only.

    `level` is 1 for 一、, 2 for (一), 3 for 1. or 一是, 0 for the head of the document. `start` is that of the heading,
    `body` the place after it, `end` the place before the next heading of the same or a higher level.
    """

    path: str
    level: int
    title: str
    start: int
    body: int
    end: int


@dataclass(frozen=True)
class Facts:
    """What kind of text this is, who speaks, of which period, and when it was signed. None where it does not say.

    `kind`: annual-report · transcript · notice · plan · statistics · other. `level`: province · city · county ·
    township · development-zone · department. `place` is the authority's area without its kind (`青屏`). `spans` tells
    where each was read: field name → (start, end).
    """

    kind: str = "other"
    title: str | None = None
    authority: str | None = None
    level: str | None = None
    place: str | None = None
    year: int | None = None
    period: tuple[date, date] | None = None
    number: str | None = None
    signed: date | None = None
    published: date | None = None
    addressee: str | None = None
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Prepared:
    """A text ready to be read for figures: its view, headings, sentences (spans of the view), facts and damage."""

    extract: Extract
    view: View
    sections: tuple[Section, ...]
    sentences: tuple[tuple[int, int], ...]
    facts: Facts
    damage: tuple[Damage, ...]


@dataclass(frozen=True)
class Number:
    """A number as found: a span of the view, its exact value, and how it is written; not yet what it counts.

    `written` is the number with its unit as it stands in the view, `text` of the figure adds the qualifiers that touch
    it. `precision` is the number of decimals as written at the scale as written (82% → 0, 82.0% → 1, 2.10亿 → 2);
    `scale` is that scale (10000 for 万). `value_to` closes a range. `shared_unit` says that the unit stands elsewhere
    in an enumeration. `qualifiers` hold the words of `figures.qualifiers` in the order in which they stand.
    """

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None
    unit: str | None
    kind: FigureKind
    written: str
    precision: int
    scale: int
    qualifiers: tuple[str, ...] = ()
    shared_unit: bool = False


@dataclass(frozen=True)
class Figure:
    """A number with what it counts. `start` and `end` are places in the extracted text; `place` is its page or cell.

    `scope` is the extent as the text gives it (全市, 市本级, 县区, 乡镇街道, 其中…) or None; `period` is `2022`,
    `2022-01..2022-11`, `cumulative`, `previous` (last year's value) or None. `measure` is an id of `corpus/measures`;
    `measure_score` how sure. `section` is the path of the innermost heading. `parent` is the id of the figure that
    this one is announced to be part of (其中), when the text says so.
    """

    id: str
    start: int
    end: int
    text: str
    value: Decimal
    value_to: Decimal | None
    unit: str | None
    kind: FigureKind
    written: str
    precision: int
    scale: int
    qualifiers: tuple[str, ...]
    subject: str | None
    predicate: str | None
    scope: str | None
    period: str | None
    measure: str | None
    measure_score: float
    section: str
    line: int
    place: str | None
    sentence: int
    parent: str | None = None

    @property
    def approximate(self) -> bool:
        """Whether the text itself says that the value is not exact."""
        return bool(
            set(self.qualifiers)
            & {"余", "多", "约", "近", "以上", "以下", "超过", "不足", "至少", "左右", "上下", "几"}
        )


@dataclass(frozen=True)
class Check:
    """One question put to figures or to the text, with the sum that answers it.

    `kind` is an id of the check catalogue; `computation` is the sum as a person would write it (`720 ÷ 878 = 82.00%`);
    `start` and `end` tell the place where no figure does. Ids are stable: kind and figures decide them.
    """

    id: str
    kind: str
    verdict: Verdict
    figures: tuple[str, ...]
    computation: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Document:
    """One text, read: what `documents` of the JSON holds."""

    prepared: Prepared
    figures: tuple[Figure, ...]
    checks: tuple[Check, ...] = ()

    @property
    def file(self) -> str:
        """The name it was read under."""
        return self.prepared.extract.file

    @property
    def text(self) -> str:
        """The decoded or extracted text."""
        return self.prepared.extract.text

    @property
    def facts(self) -> Facts:
        """What kind of text, whose, of which period."""
        return self.prepared.facts


@dataclass(frozen=True)
class Refusal:
    """A file that could not be read: `reason` is an id of `intake.refusals`, `message` says what and what to do."""

    file: str
    reason: str
    message: str


@dataclass(frozen=True)
class Reading:
    """Everything read in one go, and the checks that need several texts (figure ids there are `d1:f12`)."""

    documents: tuple[Document, ...]
    across: tuple[Check, ...] = ()
    refused: tuple[Refusal, ...] = ()
