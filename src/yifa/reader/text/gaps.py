"""Places where words or numbers were taken out: stand-ins for text, units without a number.

>>> text = "查处问题 (略) 个，共办理  件，印发余份，答复率达%。"
>>> [text[start:end] for start, end, _ in taken_out(text)]
['(略)']
>>> [text[start:end] for start, end in units_alone(text)]
['件', '余份', '%']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANK = "[ \\t\u00a0\u3000]"
_IDEOGRAPH = "[\u4e00-\u9fff]"
_UNITS = (
    "件次|件|个|项|次|起|人次|人|名|家次|家|户次|户|条|份|场次|场|期|宗|处|部|所|批|篇|册|张|台|套|辆|艘|座|"
    "万元|亿元|元|公里|亩|平方米|吨"
)
_WORDS = (
    rf"[(（\[【〔]{_BLANK}{{0,3}}(?:此处|以下|下同|内容|名单|姓名|数据|中间|全文)?(?:从?略|省略|隐去|隐藏|删除|已删|涉密|屏蔽)"
    rf"(?:内容|若干字|部分)?{_BLANK}{{0,3}}[)）\]】〕]"
)
_STAND_IN = re.compile(
    rf"“{_BLANK}{{0,3}}{_WORDS}{_BLANK}{{0,3}}”|{_WORDS}"
    rf"|\*{{3,}}|(?<={_IDEOGRAPH})\*\*(?={_IDEOGRAPH}{{1,4}}[，,。；;、])|[×✕╳]{{2,}}|[█▇■□▢]{{2,}}"
    rf"|(?<={_IDEOGRAPH})[XxＸ]{{2,8}}(?={_IDEOGRAPH})|(?<![A-Za-z])[XＸ]{{2,8}}(?=[省市县区年月日件个项])"
    rf"|(?<={_IDEOGRAPH})_{{2,}}(?={_IDEOGRAPH}|[，,。%])|(?<={_IDEOGRAPH})[\[【〔]{_BLANK}{{0,3}}[\]】〕](?={_IDEOGRAPH}|[，,。])"
)
# Behind these words an omission is announced and nothing of the text is lost.
_ANNOUNCED = re.compile(rf"(?:附件?|附表|表|名单|图|目录|清单|全文|正文)\d{{0,2}}{_BLANK}{{0,3}}$")
_COUNTED = (
    "共计|合计|累计|总计|共有|共|计|达到|达|办理|办结|受理|收到|完成|审查|审核|出具|开展|组织|调解|处理|处置|印发|"
    "制定|检查|查处|立案|培训|新增|发放|罚款|金额|资金|投入|补助|挽回|约|近"
)
_ALONE = re.compile(
    rf"(?:{_COUNTED}){_BLANK}{{1,12}}(?P<blank>余?(?:{_UNITS}))(?=[，,。；;、（(\n]|$)"
    rf"|(?:(?<=[，,。；;、(（])|(?<=共|达|近|约|计|发|理|展)){_BLANK}{{0,4}}(?P<odd>余(?:{_UNITS}))(?=[，,。；;、（(]|{_IDEOGRAPH})"
    rf"|(?<=[率达占为到]){_BLANK}{{0,4}}(?P<percent>[%％])(?!\d)"
    rf"|(?<=\d年){_BLANK}{{0,6}}(?P<month>月{_BLANK}{{0,6}}日?)(?![份度])"
)


def taken_out(text: str) -> Iterator[tuple[int, int, bool]]:
    """Spans of stand-ins, and whether the words before announce an omission (附件（略）)."""
    for match in _STAND_IN.finditer(text):
        announced = _ANNOUNCED.search(text, max(0, match.start() - 8), match.start())
        yield match.start(), match.end(), announced is not None


def units_alone(text: str) -> Iterator[tuple[int, int]]:
    """Spans of counting words before which the number is gone."""
    for match in _ALONE.finditer(text):
        yield match.span(match.lastgroup or 0)
