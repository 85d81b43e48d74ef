"""A report long enough for several pages, laid out for each cut."""

from __future__ import annotations

from functools import cache

from tests.oversight.reporting.drafts import ISSUE, edited, figures
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.laid_out import Issue, LaidOut, lay_out

HAN = "各级行政机关坚持依法全面履行职能让人民群众在每一个执法行为中看到风清气正从每一项决定中感受公平正义"
HEAD = "发文机关：青屏县人民政府\n签发人：林某\n抄送：青屏县司法局\n印发机关：青屏县人民政府办公室\n"
TABLE = "\n# 主要指标\n\n| 指标 | 数值 |\n| --- | --- |\n" + "| 作出行政处罚 | {{ pen-decided }} |\n" * 50


def text() -> str:
    """The draft with full head, long paragraphs, withheld words and a table over two pages."""
    made = edited().replace("发文机关：青屏县人民政府\n", HEAD)
    made = made.replace("由司法局牵头", HAN * 10 + "。由司法局牵头")
    made = made.replace("；平均审理时间", "【不公开：尚未核定】；平均审理时间").replace(
        "{{ rec-days }}。", "{{ rec-days }}【/不公开】。"
    )
    return made + TABLE


@cache
def laid(cut: Cut, *, issued: bool = True) -> LaidOut:
    """A cut of it."""
    return lay_out(text(), figures(), 2024, of=cut, issue=ISSUE if issued else Issue())


def short(lines: int) -> LaidOut:
    """A paper that is sent, with so many paragraphs of one line each."""
    text = "# 青屏县人民政府关于{{ 年度 }}年度法治政府建设情况的报告\n\n" + "完成执法人员轮训。\n\n" * lines
    return lay_out(f"---\n{HEAD}---\n\n{text}特此报告。\n", figures(), 2024, of=Cut.SUBMITTED, issue=ISSUE)
