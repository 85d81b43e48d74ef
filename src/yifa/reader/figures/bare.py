"""Numbers that no unit follows: kept when their place shows that they count (办结75，), dropped when it does not.

A lone 万 or 亿 is money where the words before speak of money. An index (综合指数4.26) is a quantity without unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yifa.reader.figures.tokens import Token
from yifa.reader.reading import FigureKind

_LAST = re.compile(
    r"(?:户均|人均|件均|均|单笔|最高|最低|最大|最多|最少|平均|其中|达到?|约|近|超过?|共计?|合计|为|增至"
    r"|降至|至)*\s?$"
)
_NAMED = re.compile(
    r"[\u4e00-\u9fff”）)]{2,}(?<![号路线楼室图表页条款第届期年月日时点区位址编码话约近超])(?:[:：])?\s?$"
)
_SLASHED = re.compile(r"\s?[/／]\s?\d")
_ENDS = re.compile(r"\s*(?:[，,。；;、）)\n”]|$)|余\s*(?:[，,。；;、）)\n（(]|$)|[（(]")
_MONEY = re.compile(
    r"(?:资金|金额|款|标的额?|损失|经费|投资|费用?|债|税|产值|收入|补助|补贴|总额|预算|支出|工资|薪酬|欠薪"
    r"|赔偿|补偿|奖励|额|贷|价值|拨付|人民币|追回|挽回|投入|投资|节约|减免|兑付|兑现|筹集|融资|授信|欠款|账款)[^，。；、\d]{0,8}$"
)
_STOP = re.compile(r"[。！？!?\n]")
_CLAUSE = re.compile(r"[，,。；;：:！？、]")
_INDEX = re.compile(
    r"(?:万人比|平均水平的?|指数|得分|系数|分值|评分|均分|平均分|总分|浓度|[pP][hH]值|均值|比值|数值|分数|成绩)(?:为|达到?|是"
    r"|约为?|提升至|提高到|降至|：|:)*\s?$"
)
_COUNTED = re.compile(
    r"(?:办结|审结|结案|受理|立案|收到|接收|新收|出庭|应诉|出庭应诉|调解|化解|答复|回复|处理|处置|查处"
    r"|查办|完成|开展|举办|召开|组织|发现|整改|整改完成|移送|维持|撤销|驳回|终止|中止|变更|"
    r"撤回|参加|培训|检查|抽查|排查|评查|备案|报备|审查|审核|制定|修订|废止|失效|保留|修改|公开|发布|发放"
    r"|印发|承办|办理|满意|合格|出动|派出|车辆|人员|件数|次数|人数|户数|总数|数量|总量|量|数|共计?|合计"
    r"|总计|"
    r"累计|达到?|为|仅|有|案件|采纳|提出|申请|应急演练|驳回起诉|确认违法|责令履行|败诉|胜诉|撤诉|新增|其中"
    r"|余)(?:了|共|：|:)?\s?$"
)


def settle_bare(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The numbers without those that are none; bare ones that count stay with the unit None."""
    kept: list[Token] = []
    for token in tokens:
        same = [one for one in kept[-4:] if _STOP.search(text, one.end, token.start) is None]
        previous = same[-1] if same else None
        if token.bare and token.scale >= 10000:
            previous = next((one for one in reversed(same) if one.kind is FigureKind.AMOUNT), previous)
        if token.bare and _of_age(text, token):
            token.end, token.unit, token.kind, token.bare = token.end + 1, "岁", FigureKind.QUANTITY, False
        if not token.bare or _settled(text, token, previous):
            kept.append(token)
    return kept


def _of_age(text: str, token: Token) -> bool:
    """«平均年龄46.8岁» is a quantity; 35岁以下 names a group."""
    if not text.startswith("岁", token.end) or text.startswith(("以", "及", "至"), token.end + 1):
        return False
    return token.precision > 0 or text.endswith(("平均年龄", "平均年龄为", "均龄"), 0, token.start)


def _settled(text: str, token: Token, previous: Token | None) -> bool:
    before = text[max(0, token.start - 24) : token.start]
    if token.scale >= 10000:
        if previous and previous.kind is FigureKind.AMOUNT and _LAST.fullmatch(_CLAUSE.split(before)[-1]):
            token.unit, token.kind = previous.unit, FigureKind.AMOUNT
        elif _MONEY.search(before):
            token.unit, token.kind = "元", FigureKind.AMOUNT
        return True
    if _INDEX.search(before) and not _year_like(text, token):
        token.kind = FigureKind.QUANTITY
        return True
    if token.precision or _year_like(text, token):
        return False
    if _paired(text, token, before, previous):
        return True
    if not _ENDS.match(text, token.end):
        return False
    if not before or token.value >= 10**7:
        return False
    if _COUNTED.search(before) is not None:
        return True
    if previous is None:
        return False
    return _NAMED.search(before) is not None and previous.kind is FigureKind.COUNT


def _paired(text: str, token: Token, before: str, previous: Token | None) -> bool:
    """«受理/办结：88/85»: two numbers for two names."""
    if before.rstrip().endswith((":", "：")):
        return _SLASHED.match(text, token.end) is not None and "/" in before.replace("／", "/")
    return before.rstrip().endswith(("/", "／")) and previous is not None and previous.end >= token.start - 3


def _year_like(text: str, token: Token) -> bool:
    return 1900 <= token.value <= 2100 and token.end - token.start == 4
