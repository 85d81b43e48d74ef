"""The archive page (档案页) of an issued report: files, who answered for what, what was withheld, what is open.

It is kept with the paper in the file of the office, and says by whose word the report went out although the check had
found something. It is in Chinese, as the report is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yifa.interfaces.documents.fonts import Fonts
from yifa.interfaces.documents.report_pdf import set_by_typst, set_with
from yifa.interfaces.telling import Light
from yifa.oversight.reporting.checking import Checked
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import day_text
from yifa.oversight.reporting.releasing import Release
from yifa.oversight.reporting.tokens import TOKEN, BookFigure

_SHOWN = 16
"""Characters of a digest on paper; the manifest has all."""


def archive_page(
    checked: Checked,
    figures: Mapping[str, BookFigure],
    *,
    year: int,
    book: str,
    files: Mapping[str, str],
    releases: Sequence[Release],
    fonts: Fonts,
) -> bytes:
    """The PDF of the page. `files`: digests by name; `book`: the seal of the figure book."""
    sent = checked.laid_out[Cut.SUBMITTED]
    public = checked.laid_out.get(Cut.PUBLIC, sent)
    day = sent.issue.dated or date(year + 1, 1, 1)
    issuer = sent.head.get("发文机关", "")
    paper = {
        **set_with(fonts),
        "title": f"{sent.title} 档案页",
        "heading": "年度报告档案页",
        "author": issuer,
        "day": [day.year, day.month, day.day],
        "facts": [
            ["标题", sent.title],
            ["发文机关", issuer],
            ["发文字号", sent.issue.number or "—"],
            ["成文日期", "—" if sent.issue.dated is None else day_text(sent.issue.dated)],
            ["数字", _numbers(checked)],
            ["数据册封签", "\u200b".join(book[at : at + 16] for at in range(0, len(book), 16))],
        ],
        "sections": [
            _section(
                "一、放行事项及理由",
                ("事项", "放行人", "理由", "日期"),
                (6, 3, 5, 3),
                _released(releases),
                "无。核验没有发现问题。",
            ),
            _section(
                "二、公开稿未载内容及理由",
                ("标记", "内容", "理由"),
                (2, 9, 5),
                [[one.mark, _plain(one.words, checked), one.reason] for one in public.withheld],
                "无。公开稿与报送稿内容相同。",
            ),
            _section(
                "三、底数仍有未明之处的数字",
                ("指标", "数值"),
                (9, 4),
                [[figures[id_].name, _value(id_, checked)] for id_ in checked.open],
                "无。",
            ),
            _section(
                "四、印发的文件",
                ("文件", "SHA-256（前16位）"),
                (6, 6),
                [[name, digest[:_SHOWN]] for name, digest in files.items()],
                "",
            ),
            _section(
                "五、PDF字体",
                ("规定字体", "所用字体"),
                (6, 6),
                [[office, own] for office, own in fonts.told.items()],
                "",
            ),
        ],
        "signed": ["拟稿人", "核稿人", "归档人"],
    }
    return set_by_typst("archive.typ", paper, fonts, day)


def _section(
    title: str, head: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]], none: str
) -> dict[str, Any]:
    return {
        "title": title,
        "head": list(head),
        "widths": list(widths),
        "rows": [list(row) for row in rows],
        "none": none,
    }


def _released(releases: Sequence[Release]) -> list[list[str]]:
    return [[one.words, f"{one.post}　{one.by}", one.reason, one.day] for one in releases]


def _numbers(checked: Checked) -> str:
    book = sum(one.form in ("value", "change", "earlier") for one in checked.traced)
    quoted = sum(one.form == "quoted" for one in checked.traced)
    return f"取自数据册{book}处，引自供稿单位材料{quoted}处；仍标{Light.OPEN.sign}的{len(checked.open)}项见第三部分"


def _plain(words: str, checked: Checked) -> str:
    """Withheld words with their numbers, as far as the text that is sent tells them."""
    told = {one.tag: checked.text[one.start : one.end] for one in checked.traced}
    return TOKEN.sub(lambda match: told.get(match[1], _said(match[1])), words)


def _said(inner: str) -> str:
    return inner.partition(" @")[0]


def _value(id_: str, checked: Checked) -> str:
    one = next(one for one in checked.traced if one.id == id_)
    return checked.text[one.start : one.end]
