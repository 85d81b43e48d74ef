"""What a web page or a printed page leaves around a text: buttons, menus, labels of a publication, page numbers.

No part of the text; listed as damage of the slightest kind, and passed over where facts are looked for. A label with a
fact behind it (文号, 发布时间) is read by `labels`, the words are those of the portals of government.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHOLE_LINE = re.compile(
    r"(?:【|\[|〔)?\s*(?:"
    r"(?:微信|手机)?扫[码一](?:码|扫)?.{0,6}(?:浏览|查看|关注|阅读|手机|微信|二维码|分享).{0,16}|手机(?:查看|浏览|阅读|版).{0,12}|使用手机.{0,16}"
    r"|打印(?:本页|此页|正文)?(?:\s*[|｜]?\s*关闭(?:本页|窗口)?)?|关闭(?:本页|窗口|此页)|返回(?:顶部|首页|列表|上一页)|收藏(?:本页)?"
    r"|分享(?:到|至)?\s*(?:[:：].{0,30})?|字体\s*[:：]?.{0,16}|【?字号\s*[:：]?.{0,16}|大\s*中\s*小|视力保护色.{0,20}|保护视力色.{0,20}"
    r"|(?:上|下)一[篇条页]\s*[:：].{0,80}|相关(?:链接|阅读|文章|附件|稿件|信息|解读)\s*(?:[:：].{0,60})?|附件下载.{0,40}|点击(?:查看|下载).{0,30}"
    r"|当前位置\s*[:：].{0,120}|您(?:现在|当前)?(?:的|所在)?位置\s*[:：]?.{0,120}|首页\s*[>》/|-].{0,120}|.{0,20}频道\s*>.{0,60}"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)\s*[:：]?\s*\d{0,9}\s*(?:次)?|责任编辑\s*[:：].{0,30}|编辑\s*[:：].{0,20}|审核\s*[:：].{0,20}"
    r"|版权所有.{0,80}|主办(?:单位)?\s*[:：].{0,80}|承办(?:单位)?\s*[:：].{0,80}|网站(?:标识码|地图|声明).{0,40}|.{0,12}ICP备.{0,40}"
    r"|.{0,8}公网安备.{0,40}|政府网站.{0,4}找错.{0,10}|.{0,6}政务新媒体矩阵.{0,10}|加入收藏.{0,20}|设为首页.{0,20}|无障碍(?:浏览|阅读|模式|版|服务)?|长者(?:助手|模式).{0,10}"
    r")\s*(?:】|\]|〕)?",
    re.IGNORECASE,
)
_LABELS = (
    "发布时间|发布日期|发布机构|发布单位|发布人|发布者|信息来源|来源|作者|体裁分类|主题分类|主题词|索引号|文号|发文字号|发文机关|"
    "公开方式|公开时限|公开时间|公开日期|公开形式|公开范围|公开程序|公开责任部门|信息分类|服务对象分类|分类|成文日期|成文时间|生成日期|生效日期|有效性|"
    "时效性|废止日期|名称|标题|关键词|关键字|字体|字号|浏览次数|点击数|访问量|责任编辑|统一编号|信息名称|信息索引|组配分类|文件编号|发文日期|"
    "发文时间|更新时间|录入时间|时间|日期|阅读|编辑|审核|公文种类|主题|语种|有效期|所属主题|效力状态|效力"
)
_LABEL = re.compile(
    rf"(?:^|(?<=[\s【\[|]))(?P<label>{_LABELS})[ ]{{0,4}}[:：][ ]{{0,4}}"
    rf"(?P<value>[^\n]*?)(?=\s{{2,}}|[\t|]|$|\s(?:{_LABELS})[ ]{{0,4}}[:：])"
)
_IN_LINE = re.compile(
    r"字体\s*[:：]\s*(?:\[\s*\]|【?\s*大\s*中\s*小\s*】?|[大中小]\s[大中小]\s[大中小])|责任编辑\s*[:：]\s*[\u4e00-\u9fff]{2,4}$"
)


def is_furniture(line: str) -> bool:
    """Whether a line holds nothing of the text itself.

    >>> [is_furniture(one) for one in ("打印本页", "扫码使用手机浏览", "【字体：大 中 小】", "打印机采购12台")]
    [True, True, True, False]
    """
    return _WHOLE_LINE.fullmatch(line) is not None


def labels(line: str) -> Iterator[tuple[str, str, int]]:
    """The labels of a line of publication facts, each with its value and where that begins in the line.

    >>> list(labels("发布时间:2023-02-03    文号:青政呈〔2023〕2号"))
    [('发布时间', '2023-02-03', 5), ('文号', '青政呈〔2023〕2号', 22)]
    """
    if ":" not in line and "：" not in line:
        return
    for match in _LABEL.finditer(line[:600]):
        yield match["label"], match["value"].strip(), match.start("value")


def furniture_within(line: str) -> Iterator[tuple[int, int]]:
    """Spans of buttons within a line that holds other things too."""
    if "字体" in line or "责任编辑" in line:
        yield from (match.span() for match in _IN_LINE.finditer(line))
