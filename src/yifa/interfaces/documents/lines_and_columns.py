"""Where lines and columns lie: where a title breaks, how far in the signature stands, how wide columns of a table are.

A title breaks on the sense, into as few lines as there can be; no line begins with a closing word (的, 情况, 报告) or
parts a number from what belongs to it.
"""

from __future__ import annotations

import re

from yifa.oversight.reporting.laid_out import Piece

LONGEST = 20
"""Characters of 22 points in a line of 156 millimetres."""
_PARTS = re.compile(r"\d+年度?|关于|[\u4e00-\u9fa5]+?(?=关于)|法治政府|建设|工作|情况|的|报告|.", re.DOTALL)
_BEFORE = ("关于",)
"""What begins a line best."""
_NOT_FIRST = frozenset(("的", "，", "、", "）", "》", "年", "情况", "报告", "建设", "工作"))


def title_lines(title: str) -> list[str]:
    """The lines of a title.

    >>> title_lines("青屏县人民政府关于2025年度法治政府建设情况的报告")
    ['青屏县人民政府', '关于2025年度法治政府建设情况的报告']
    >>> title_lines("主要指标一览表")
    ['主要指标一览表']
    """
    if _width(title) <= LONGEST:
        return [title]
    parts = _PARTS.findall(title)
    best: tuple[float, list[str]] | None = None
    for count in (2, 3, 4):
        for lines in _broken(parts, count):
            if max(_width(line) for line in lines) > LONGEST:
                continue
            cost = _cost(lines)
            if best is None or cost < best[0]:
                best = cost, lines
        if best is not None:
            return best[1]
    return [title]


def _broken(parts: list[str], count: int) -> list[list[str]]:
    if count == 1:
        return [["".join(parts)]]
    return [
        ["".join(parts[:place]), *rest]
        for place in range(1, len(parts))
        if parts[place] not in _NOT_FIRST
        for rest in _broken(parts[place:], count - 1)
    ]


def _cost(lines: list[str]) -> float:
    widths = [_width(line) for line in lines]
    mean = sum(widths) / len(widths)
    uneven = sum((width - mean) ** 2 for width in widths)
    sense = sum(60 for line in lines[1:] if not line.startswith(_BEFORE))
    return uneven + sense + (10 if len(set(widths)) == 1 else 0)


def _width(text: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in text)


DAY_IN = 4
"""Characters that the day stands in from the right of the text, where a seal goes over it."""


def right_indents(name: str, day: str) -> tuple[float, float]:
    """How many characters the signature and the day stand in from the right: the name in the middle over the day.

    >>> right_indents("青屏县人民政府", "2026年1月20日")
    (3.75, 4.0)
    >>> right_indents("青屏县人民政府综合行政执法协调监督办公室", "2026年1月5日")
    (0.0, 7.0)
    """
    if not day:
        return 2.0, 0.0
    over = (_width(name) - _width(day)) / 2
    return (DAY_IN - over, float(DAY_IN)) if over <= DAY_IN else (0.0, over)


NARROWEST, WIDEST = 3, 16
"""Characters that a column is at least and at most counted as."""


def column_widths(table: Piece) -> list[int]:
    """The columns of a table in proportion to the longest text of each."""
    texts = [["".join(run.text for run in cell) for cell in row] for row in table.rows]
    width = max(len(row) for row in texts)
    longest = [max((len(row[place]) for row in texts if place < len(row)), default=0) for place in range(width)]
    return [min(max(one, NARROWEST), WIDEST) for one in longest]
