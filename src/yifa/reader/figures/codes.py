"""Codes, ordinals and ranks: numbers that name or order something and say nothing of how many.

Codes: document and case numbers, articles, hotlines, telephone numbers, versions, «1+4+N», list and page numbers.
Ordinals: 第73次, 十三届, 第一批. Ranks: 全省第三, 排名第5, 前10名. A code's value is its first run of figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yifa.reader.figures.numerals import CHINESE, MOST_FIGURES, chinese_value
from yifa.reader.figures.units import read_unit
from yifa.reader.reading import FigureKind

_N = f"(?:\\d{{1,9}}|[{CHINESE}]{{1,9}})"
_NS = (
    f"(?:\\d{{1,9}}(?:[、—至到和及-]第?\\d{{1,9}}){{0,12}}"
    f"|[{CHINESE}]{{1,9}}(?:[、—至到和及]第?[{CHINESE}]{{1,9}}){{0,12}})"
)
# Letters that go with a figure as a unit and not as a code.
_LATIN_UNITS = (
    "(?:km²?|kg|KG|Kg|mg|cm|mm|m²|m³|m2|m3|MB|GB|TB|PB|Mbps|Gbps|KV|kV|KW|kW|MW|GW|kWh|KWh|MWh|GWh|dB|Hz"
    "|T\\b|t\\b|μg|ug|g\\b)"
)
# Short words in Latin letters that a counted number may follow at once (开发APP3个).
_LATIN_NAMES = (
    "(?:APP|App|app|LED|VR|KTV|ETC|ATM|LNG|CNG|PPP|EPC|CNAS|VOCs|VOC|POS|H5|IP|OA|AI|WiFi|wifi|GPS|VCR"
    "|PPT|MTV|MV|UKey|Ukey|DNA|CT)"
)

# What a code or an ordinal may begin with; looked at first, so that other signs are passed over quickly.
_FIRST = "[\\[〔【（(〈﹝第共\\dA-Za-z附编证序邮№栏案专图表电传热—–－ \\t\u3000-]"
CODE = re.compile(
    rf"(?={_FIRST})(?:"
    r"(?P<document>[〔\[【（(〈﹝]\s?(?:19"
    r"|20)\d\d\s?[〕\]】）)〉﹞]\s?(?:第\s?)?(?:[\u4e00-\u9fff]{1,3}\d{0,4}[\u4e00-\u9fff]{1,4})?(?:第\s?)"
    r"?\d{1,6}(?:[-—]\d{1,4})?\s?号)"
    rf"|(?P<article>第\s?{_NS}\s?(?:条(?!线|战线|措施|路)(?:第?\s?{_N}款)?(?:第?[（(]?{_N}[)）]?项)?|款|章"
    rf"|编|号|页|版(?!本)|目(?!标)))"
    r"|(?P<pages>共\s?\d{1,4}\s?页)"
    r"|(?P<phone>(?<![\d.])(?:0\d{2,3}[-—－ ]\d{7,8}(?:[-—]\d{1,5})?|1[3-9]\d{9}(?!\d)|400[-—]?\d{3,4}[-—]?\d{3,4}))"
    r"|(?P<times>\d{1,3}\s?[×xX*✕]\s?\d{1,3}(?:小时|天)?)"
    r"|(?P<plus>(?:(?<![\d.])\d{1,3}|[A-Za-z])(?:\s?[+＋]\s?(?:\d{1,4}(?![\d.]*[%％])|[A-Za-z]{1,3}))+(?:\s?[+＋])?)"
    r"|(?P<festival>(?<![\d.])(?:1[0-2]|[1-9])\s?[·•・‧∙]\s?(?:3[01]|[12]\d|[1-9])(?!\d)"
    r"|(?<![\d.])(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])"
    r"(?=[”\"’]?(?:世界|国家|全国|国际|全民|宪法|消费|禁毒|专案|防灾|扶贫|环境|警示|国防|税收|知识产权"
    r"|植树|土地|湿地|安全生产)))"
    r"|(?P<version>(?<![\d.])\d{1,2}\.\d(?=\s?(?:版(?!权)|系统|时代|模式|升级|改革|平台|工程|行动|样板"
    r"|政策|试点|标准版|[”\"]))|[Vv]\d{1,2}(?:\.\d+)*|\d{1,2}(?:\.\d{1,3}){2,})"
    rf"|(?P<latin>(?<![A-Za-z\dμµ])(?!{_LATIN_NAMES}\d)[A-Za-z][A-Za-z./_-]{{0,30}}\d[A-Za-z\d./_-]{{0,40}}"
    rf"|(?<![\d.,，])\d{{1,12}}(?!\s?{_LATIN_UNITS})[A-Za-z][A-Za-z\d/_-]{{0,40}})"
    r"|(?P<index>(?<![\d.])\d{4,}(?:[/-]\d{2,})+)"
    r"|(?P<numbered>(?<![\d.])\d{1,6}\s?(?:号(?!召|称|角|脉)|[国省县乡]道(?!路)|强(?=企|县|市|区|镇|民|品|[，,、。”])))"
    r"|(?P<label>(?:附件|附表|附图|附录|编号|证号|序号|邮编|邮政编码|No\.?|№|栏目|案例|专栏|图|表|电话"
    r"|传真|QQ|热线)\s?[:：]?\s?\d{1,12}(?:[-—]\d{1,12}){0,3}(?![\d.]))"
    r"|(?P<item>(?:^|(?<=[\n。；;：:，,\s]))(?:[（(]\s?\d{1,2}[)）]|\d{1,2}(?:[)）]"
    r"|\s?[.．](?!\s?\d)))\s?(?=[^\d\s\W]|[“《\"])"
    r"|(?:^|(?<=[\n。；;：:\s]))\d{1,2}\s?、\s?(?=[^\d\s\W]|[“《\"]))"
    r"|(?P<note>\[\d{1,3}\]|[—–－-]\s?\d{1,4}\s?[—–－-](?=\s*(?:\n|$)))"
    r"|(?P<line>^[ \t\u3000]*\d{1,12}[ \t\u3000]*$)"
    r"|(?P<hotline>(?<![\d.])(?:123\d\d|9[56]\d{3}|1[12]\d(?=报警|指挥|接警|警情|急救|联动|接处警|出警"
    r"|社会)|\d{3,6}(?=[”\"’]?(?:[\u4e00-\u9fff]{0,6})?(?:热线|专线|专席|便民服务平台)))(?![.,]?\d)))",
    re.MULTILINE,
)
_RANKED = (
    "排名|排位|排序|位列|位居|名列|列居|跃居|跃升至?|稳居|居于?|列|排|获评?|并列|综合|全省|全市|全国|全县"
    "|全区|系统|地级市|考核|评价|率先|得分|连续\\w年|得票|综合评价|满意度|均"
)
ORDINAL = re.compile(
    rf"(?P<session>{_N}\s?届(?!时|满)(?:\s?[{CHINESE}]{{1,3}}[、,，])*(?:\s?[{CHINESE}]{{1,4}}\s?(?:次|中))?)"
    rf"|(?P<front>(?:(?<![目以之会事年日先提])前|TOP\s?)(?P<top>{_N})(?:\s?(?P<unit>[名位强列甲])"
    rf"|(?=[，,。；;、）)\s]|$)))"
    rf"|(?P<nth>(?P<lead>{_RANKED})?\s?第\s?(?P<n>{_NS})(?P<place>\s?[名位])?)"
    rf"|(?P<listed>(?:排名|位列|位居|名列|列)(?P<m>\d{{1,3}})(?=[，,。；;、/]|位|名))"
)
_FIGURES = re.compile(r"\d+")
# What looks like a unit behind a label and is none (附件2所列).
_NO_COUNT = frozenset(("所", "级", "款", "点", "道", "面", "地", "中"))
_HOTLINE_COUNT = re.compile(r"\s?(?:[十百千万亿余多]|人|件|次|条|户|家|个|份|起|名|元|项|亩|吨|米|平)")


@dataclass(frozen=True)
class Named:
    """A code, ordinal or rank as found; `unit` is the classifier of an ordinal or rank."""

    start: int
    end: int
    kind: FigureKind
    value: Decimal
    unit: str | None


def find_codes(text: str) -> Iterator[Named]:
    """Every code of the text, in order."""
    for found in CODE.finditer(text):
        group = found.lastgroup or ""
        end = found.end()
        if group == "hotline" and (_HOTLINE_COUNT.match(text, end) or read_unit(text, end)):
            continue
        if group in ("label", "index", "phone") and (unit := read_unit(text, end)) and unit.name not in _NO_COUNT:
            set_apart = text[end].isspace() or unit.bare_noun
            if group != "label" or not set_apart:
                continue
        if group == "item" and read_unit(text, end) and text[end - 1] not in ")）.、．":
            continue
        figures = _FIGURES.search(found.group())
        digits = figures.group()[:MOST_FIGURES] if figures else ""
        kind = FigureKind.DATE if group == "festival" else FigureKind.CODE
        yield Named(found.start(), end, kind, Decimal(digits) if digits else _value(found.group().lstrip("第 ")), None)


def find_ordinals(text: str) -> Iterator[Named]:
    """Every ordinal and rank of the text, in order."""
    for found in ORDINAL.finditer(text):
        if found["session"]:
            yield Named(found.start(), found.end(), FigureKind.ORDINAL, _value(found["session"]), "届")
        elif found["front"]:
            yield Named(found.start(), found.end(), FigureKind.RANK, _value(found["top"]), found["unit"] or "名")
        elif found["listed"]:
            yield Named(found.start("m"), found.end("m"), FigureKind.RANK, _value(found["m"]), "名")
        else:
            yield _nth(text, found)


def _nth(text: str, found: re.Match[str]) -> Named:
    """«第N…»: a rank when words of ranking lead or 名, 位 follow, else an ordinal with its classifier."""
    start = text.index("第", found.end("lead") if found["lead"] else found.start())
    value = _value(found["n"])
    ends = found.end() == len(text) or text[found.end()] in "，,。；;、）)\n 的！”"
    if found["place"] or (found["lead"] and ends):
        unit = (found["place"] or "名").strip()
        return Named(start, found.end(), FigureKind.RANK, value, unit)
    if text.startswith("届", found.end()):
        return Named(start, found.end() + 1, FigureKind.ORDINAL, value, "届")
    unit_found = read_unit(text, found.end())
    if unit_found is None or unit_found.kind is not FigureKind.COUNT or unit_found.bare_noun:
        return Named(start, found.end(), FigureKind.ORDINAL, value, None)
    return Named(start, unit_found.end, FigureKind.ORDINAL, value, unit_found.name)


def _value(written: str) -> Decimal:
    """The value of a numeral in either writing, 0 where it is none."""
    if figures := _FIGURES.search(written):
        return Decimal(figures.group())
    numerals = re.match(f"[{CHINESE}]+", written)
    value = chinese_value(numerals.group()) if numerals else None
    return Decimal(0) if value is None else value
