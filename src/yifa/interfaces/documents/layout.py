"""The layout of an official document, as GB/T 9704-2012 has it: the page, its grid, fonts, head and end.

Lengths are in millimetres, sizes in points. What follows from others is worked out here: the right and the lower
margin, the distance of lines and of characters. Answers to GB/T 9704-2012, 5.1-5.2, 7.2-7.5.
"""

from __future__ import annotations

from dataclasses import dataclass

PAGE = (210.0, 297.0)
TOP, LEFT = 37.0, 28.0
TEXT = (156.0, 225.0)
"""The area of the text (版心)."""
RIGHT = PAGE[0] - LEFT - TEXT[0]
BOTTOM = PAGE[1] - TOP - TEXT[1]
LINES, CHARACTERS = 22, 28
POINTS_PER_MM = 72 / 25.4

BODY = 16.0
"""三号."""
TITLE = 22.0
"""二号."""
SMALL = 14.0
"""四号: page numbers, and the end of the document."""
LINE_PITCH = 28.95
"""Points from line to line: 22 of them are the height of the text area, all but a point."""
CHARACTER_PITCH = round(TEXT[0] * POINTS_PER_MM / CHARACTERS, 3)
TITLE_PITCH = 36.0
"""Points from line to line of a title that takes more than one."""

NUMBER_BELOW = 7.0
"""From the text area down to the strokes of the page number."""
MARK_BELOW = 35.0
"""From the top of the text area to the top of the name of the organ (发文机关标志)."""
RULE_BELOW = 4.0
"""From the number of the document to the red rule."""
THICK, THIN = 0.35, 0.25
"""The rules of the end (版记): first and last, and between."""
RED = "E60012"


@dataclass(frozen=True)
class Face:
    """A typeface by its role: as offices have it installed, its other names, and what may stand in its stead."""

    role: str
    office: str
    known_as: tuple[str, ...]
    instead: tuple[str, ...]
    bold_instead: bool = False


_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "SimSun", "Droid Sans Fallback")
_SANS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "Droid Sans Fallback")
FACES = {
    "body": Face(
        "body",
        "仿宋_GB2312",
        ("FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "FZFangSong-Z02S", "方正仿宋_GBK"),
        _SERIF,
    ),
    "title": Face(
        "title",
        "方正小标宋简体",
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋_GBK"),
        _SERIF,
        bold_instead=True,
    ),
    "part": Face("part", "黑体", ("SimHei", "STHeiti", "FZHei-B01S"), _SANS),
    "chapter": Face(
        "chapter", "楷体_GB2312", ("KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "LXGW WenKai", "LXGW WenKai GB"), _SERIF
    ),
    "number": Face("number", "宋体", ("SimSun", "NSimSun", "STSong"), _SERIF),
}
"""By role: text, title, headings of the first and the second level, page numbers."""
