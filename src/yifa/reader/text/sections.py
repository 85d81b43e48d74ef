"""Sections with mended paths, and what is wrong with the numbering.

A path says where a clerk finds the place: `二(三)1`. It keeps the number as written where that can stand, else mends:

- the number is missing (`、推进…`): the one that is next;
- it is out of order and the next fits only without it (1 2 5 4): the one that is next;
- it is written twice: the second keeps it and gets a stroke (`二′`), unless the next tells that it was the one between;
- a row of (一) starts again below the same 一、: it is put below the 二、 that was left out where the next is 三、,
  else it gets a stroke.

A number that was jumped over (一、三、) mends nothing and is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from yifa.reader.reading import Section, View
from yifa.reader.text.headings import Heading, find_headings, rows
from yifa.reader.text.numbering import Style, written_as

_LEVELS = {Style.PART: 1, Style.CHINESE: 1, Style.BRACKETED: 2, Style.ARABIC: 3, Style.ARABIC_BRACKETED: 4,
           Style.CIRCLED: 5, Style.COUNTED: 3}  # fmt: skip
AGAIN = "′"
# Rows in which a gap is a defect of the text; those further in are told only when they go on after a gap.
_OUTER = (Style.PART, Style.CHINESE, Style.BRACKETED)


class Fault(StrEnum):
    """What is wrong with the number of a heading."""

    LOST = "lost"
    SIGN = "sign"
    GAP = "gap"
    FIRST = "first"
    TWICE = "twice"
    ORDER = "order"
    AGAIN = "again"


@dataclass(frozen=True)
class NumberingFault:
    """A damaged number: the span of its sign in the view, what is wrong, as written, as read, and the one before."""

    start: int
    end: int
    fault: Fault
    written: str
    read: str
    before: str


def find_sections(view: View) -> tuple[tuple[Section, ...], tuple[NumberingFault, ...]]:
    """The sections of a text, the head first, and the faults of their numbering.

    Spans of sections are places of the extracted text, those of faults places of the view.
    """
    found, top = find_headings(view.text)
    faults: list[NumberingFault] = []
    names: dict[int, str] = {}
    moved: dict[int, str] = {}
    for row in rows(found, top):
        _name(row, names, moved, faults)
    faults.sort(key=lambda fault: fault.start)
    head = Section("", 0, "", 0, 0, view.origin[found[0].mark.start] if found else view.origin[len(view.text)])
    sections = [head]
    paths: dict[int, tuple[str, int]] = {}
    for heading in found:
        above, level = paths[id(heading.parent)] if heading.parent else ("", 0)
        if id(heading) in moved:
            above = moved[id(heading)]
        name = names[id(heading)]
        path = (
            f"{above}-{name}" if above[-1:].isascii() and above[-1:].isdigit() and name[0].isdigit() else above + name
        )
        shift = 1 if _below_part(heading) else 0
        own = max(_LEVELS[heading.style] + shift, level + 1)
        paths[id(heading)] = path, own
        start, body = view.span(heading.mark.start, heading.body)
        sections.append(Section(path, own, heading.title, start, body, view.origin[heading.end]))
    return tuple(sections), tuple(faults)


def _below_part(heading: Heading) -> bool:
    above = heading.parent
    while above is not None:
        if above.style is Style.PART:
            return True
        above = above.parent
    return False


def _name(row: Sequence[Heading], names: dict[int, str], moved: dict[int, str], faults: list[NumberingFault]) -> None:
    """Give every heading of a row its name within the path, and tell what is wrong with its number."""
    last = 0
    used: set[int] = set()
    restarts = 0
    for index, heading in enumerate(row):
        written = heading.mark.number
        following = row[index + 1].mark.number if index + 1 < len(row) else None
        number, fault = _mended(written, last, following, used)
        if fault is Fault.AGAIN:
            used = set()
            if heading.style not in _OUTER:
                fault = None
            else:
                restarts += 1
                below = _left_out(heading)
                if below is not None:
                    restarts = 0
                    for later in row[index:]:
                        moved[id(later)] = below
        if fault is Fault.FIRST and heading.style not in _OUTER:
            fault = None
        twice = number in used
        used.add(number)
        strokes = restarts + twice
        names[id(heading)] = _written(heading, number) + AGAIN * min(strokes, 1) + (str(strokes) if strokes > 1 else "")
        if fault is None and heading.mark.flaw == "sign":
            fault = Fault.SIGN
        if fault is not None:
            mark = heading.mark
            faults.append(
                NumberingFault(
                    mark.start,
                    mark.end,
                    fault,
                    "" if written is None else _told(heading, written),
                    names[id(heading)],
                    _told(heading, last) if last else "",
                )
            )
        last = number


def _mended(written: int | None, last: int, following: int | None, used: set[int]) -> tuple[int, Fault | None]:
    """The number as read, and what is wrong with it as written."""
    expected = last + 1
    if written is None:
        return expected, Fault.LOST
    if written == expected:
        return written, None
    if last and following == expected + 1 and written != 1:
        return expected, Fault.TWICE if written in used else Fault.ORDER
    if written == 1:
        return 1, Fault.AGAIN
    if written in used:
        return written, Fault.TWICE
    if written < expected:
        return written, Fault.ORDER
    return written, Fault.GAP if last else Fault.FIRST


def _left_out(heading: Heading) -> str | None:
    """The path of the 一、 that was left out above a row that starts again, where the row of 一、 shows the gap."""
    above = heading.parent
    if above is None or above.style is not Style.CHINESE:
        return None
    if above.parent is not None:
        return None
    following = above.next_number
    return written_as(above.number + 1) if following == above.number + 2 else None


def _told(heading: Heading, number: int) -> str:
    """The number as a person would name it."""
    return f"{written_as(number)}是" if heading.style is Style.COUNTED else _written(heading, number)


def _written(heading: Heading, number: int) -> str:
    match heading.style:
        case Style.PART:
            return f"第{written_as(number)}{heading.mark.word}"
        case Style.CHINESE:
            return written_as(number)
        case Style.BRACKETED:
            return f"({written_as(number)})"
        case Style.ARABIC_BRACKETED:
            return f"({number})"
        case Style.CIRCLED:
            return chr(ord("①") + number - 1) if 0 < number <= 20 else f"({number})"
        case _:
            return str(number)
