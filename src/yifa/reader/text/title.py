"""The title of a text, also when it is split over several lines or stands among menus; and the kind of text it says.

Only the head is looked at: the lines before the first running text or numbered heading. A title ends with the word for
what the text is (报告, 通知, 实录 …). Of several, the one that says most wins: the year, what it is about, whose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yifa.reader.text.authority import is_organ
from yifa.reader.text.document_number import NUMBER
from yifa.reader.text.furniture import is_furniture, labels
from yifa.reader.text.paragraphs import Paragraph

_END = re.compile(
    r"(?:报告书?|总结|小结|情况|汇报|通知|公告|通告|公示|函|批复|决定|方案|计划|规划|要点|意见|办法|清单|实录|纪要|公报|白皮书|统计表|一览表|情况表|年报|"
    r"数据|打算|安排|思路|谋划|发布会|答记者问|访谈|解读|述职报告|材料)(?:[(（〔【][^()（）]{1,20}[)）〕】])?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2}")
_ABOUT = re.compile(r"法治政府|依法行政|法治建设|法治[\u4e00-\u9fff]{1,6}建设|行政执法|行政复议|政务公开|信息公开|普法")
_UNFINISHED = re.compile(r"^(?:的|及|和|与|建设|情况|工作|年度?|暨|关于)|^[^关]{0,14}$")
_NEEDS_NAME = re.compile(r"关于|(?:19|20)\d\d年|二[〇零]")
_LABELLED = re.compile(r"^.{1,12}[:：]")
_SITE = re.compile(r"\s*(?:[|_]|\s[-–—]\s)\s*[\u4e00-\u9fff]{2,20}(?:网|门户|政府|局|栏目|公开|平台).{0,12}$")
_MENU = re.compile(r"[>》]\s|^首页|^当前位置")
_SENTENCE = re.compile(r"[。；;，,！？!?]")
LONGEST = 90
MOST_LINES = 40
FLATTENED, REACH = 2000, 400
_PIECE = re.compile(r"\S+")

_KINDS = (
    ("transcript", re.compile(r"实录|发布会|答记者问|访谈|新闻通气会")),
    ("notice", re.compile(r"(?:通知|公告|通告|公示|函|批复|决定)[^\u4e00-\u9fff]*$")),
    (
        "plan",
        re.compile(r"(?:计划|规划|方案|要点|实施意见|意见|任务清单|打算|安排)[^\u4e00-\u9fff]*(?:[(（].{1,12}[)）])?$"),
    ),
    ("statistics", re.compile(r"统计|数据|一览表|情况表|公报")),
)
_SPEAKS = re.compile(r"(?:^|(?<=\n))[ ]{0,8}\d{0,2}[.、]?(?:记者|主持人|答|问)[^\n:：]{0,30}[:：]")
# A report made public (…情况的公示) or printed for others (关于印发《…报告》的通知); a report with a plan.
_PUBLISHED = re.compile(r"(?:情况|报告|总结)(?P<quoted>》)?的?(?:公示|公告|通告|通知)$")
_AND_PLAN = re.compile(
    r"(?:报告|总结|情况)(?:[及和与暨、]|以及).{0,30}(?:计划|打算|安排|要点|思路|谋划)[^\u4e00-\u9fff]*$"
)
SHORTEST_REPORT = 1500
_YEARLY = re.compile(r"年度|(?:19|20)\d\d年|二[〇零][〇零一二三四五六七八九]{2}年|上半年")
_REPORT = re.compile(r"(?:报告|总结|小结|情况|汇报|白皮书)[^\u4e00-\u9fff]*(?:[(（].{1,20}[)）])?$")


@dataclass(frozen=True)
class Title:
    """The title with its span of the view; `above` are names of organs on the lines right above it."""

    text: str
    start: int
    end: int
    above: tuple[Paragraph, ...] = ()


def head_of(lines: Sequence[Paragraph], first_heading: int | None) -> tuple[Paragraph, ...]:
    """The lines before the first running text or numbered heading."""
    found: list[Paragraph] = []
    if lines and len(lines[0].text) > FLATTENED:
        return _pieces(lines[0])
    for line in lines[:MOST_LINES]:
        if (first_heading is not None and line.start >= first_heading) or line.is_prose:
            break
        found.append(line)
    return tuple(found)


def _pieces(line: Paragraph) -> tuple[Paragraph, ...]:
    """The head of a text whose line breaks were made blanks: its first pieces, up to one that is running text."""
    found = []
    for match in _PIECE.finditer(line.text[:REACH]):
        piece = Paragraph(line.start + match.start(), line.start + match.end(), match[0])
        if piece.clauses > 1 or match.end() == REACH:
            break
        found.append(piece)
    return tuple(found)


def find_title(head: Sequence[Paragraph]) -> Title | None:
    """The title among the lines of the head, or None."""
    best: tuple[int, int] | None = None
    for index, line in enumerate(head):
        words = _bare(line.text)
        if not _END.search(words) or not _may_be_title(words):
            continue
        first = _first_line(head, index)
        score = _score(_joined(head[first : index + 1]))
        if best is None or score > best[0]:
            best = (score, index)
    if best is None or best[0] < 2:
        return None
    index = best[1]
    first = _first_line(head, index)
    organs = _organs_above(head, first)
    if len(organs) == 1 and _NEEDS_NAME.match(head[first].text) and first:
        first -= 1
        organs = ()
    last = head[index]
    return Title(_joined(head[first : index + 1]), head[first].start, last.start + len(_bare(last.text)), organs)


def _bare(words: str) -> str:
    """A line without the name of the site behind it."""
    return _SITE.sub("", words).rstrip()


def _may_be_title(words: str) -> bool:
    return (
        6 <= len(words) <= LONGEST
        and not _MENU.search(words)
        and not is_furniture(words)
        and not _LABELLED.match(words)
        and not any(True for _ in labels(words))
        and len(_SENTENCE.findall(words)) <= 1
    )


def _first_line(head: Sequence[Paragraph], index: int) -> int:
    """The line at which a title split over lines begins."""
    first = index
    while first and index - first < 3:
        words, above = _joined(head[first : index + 1]), head[first - 1].text
        unfinished = (
            above.endswith(("关于", "的", "年", "年度", "和", "及", "建设", "政府", "、"))
            and not (above.endswith("政府") and words.startswith("关于"))
        ) or (_UNFINISHED.match(words) and not words.startswith("关于"))
        telling = _YEAR.search(above) or "关于" in above or _ABOUT.search(above)
        if not (unfinished and (telling or above.endswith("关于"))) or _END.search(above) or not _part(above):
            break
        first -= 1
    return first


def _part(words: str) -> bool:
    """Whether a line may be part of a title that goes on."""
    return (
        len(words) <= 45
        and not _SENTENCE.search(words)
        and not is_furniture(words)
        and not _LABELLED.match(words)
        and not NUMBER.search(words)
        and not _MENU.search(words)
    )


def _joined(lines: Sequence[Paragraph]) -> str:
    return "".join(_bare(line.text) for line in lines)


def _score(words: str) -> int:
    """How much a title says; one of a menu says little."""
    return (
        3 * bool(_YEAR.search(words))
        + 2 * bool(_ABOUT.search(words))
        + 2 * ("关于" in words)
        + bool(re.search("[省市县区州旗镇乡局厅委]", words))
        + bool(_REPORT.search(words))
        - 2 * words.startswith("附件")
    )


def _organs_above(head: Sequence[Paragraph], first: int) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for line in reversed(head[max(0, first - 4) : first]):
        if not is_organ(line.text):
            break
        found.insert(0, line)
    return tuple(found)


def kind_of(title: str | None, text: str) -> str:
    """What kind of text it is: by its title, without one by how it opens and closes.

    >>> kind_of("青屏县2023年法治政府建设工作要点", ""), kind_of("关于2022年度法治政府建设情况的报告", "")
    ('plan', 'annual-report')
    """
    if title is not None:
        named = _of_title(title, len(text))
        if named is not None:
            return named
    opening, ending = text[:1500], text[-400:]
    if len(_SPEAKS.findall(text)) >= 2:
        return "transcript"
    if _ABOUT.search(opening) and re.search(r"报告如下|汇报如下|总结如下", opening):
        return "annual-report"
    return "annual-report" if "特此报告" in ending and _ABOUT.search(opening) else "other"


def _of_title(title: str, length: int) -> str | None:
    """What a title says: the report it publishes or prints counts, else its last word for what it is."""
    published = _PUBLISHED.search(title)
    if published and (published["quoted"] is None or length >= SHORTEST_REPORT) and _ABOUT.search(title):
        return "annual-report"
    if _AND_PLAN.search(title):
        return "annual-report"
    for kind, shape in _KINDS[:3]:
        if shape.search(title):
            return kind
    if _REPORT.search(title) and (_YEARLY.search(title) or _ABOUT.search(title)):
        return "annual-report" if "统计" not in title or "报告" in title else "statistics"
    return "statistics" if _KINDS[3][1].search(title) else None
