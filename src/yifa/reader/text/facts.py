"""The facts of a document: what kind of text, who speaks, of which period, numbered, signed and published when.

Each is read where officials put it, the head and the end, and None where it does not say. Of joint signers the organ of
government is the authority; the others are kept among the spans (`joint_signer`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yifa.reader.reading import Facts, View
from yifa.reader.text.authority import Organ, is_organ, is_party, most_mentioned, read_organ
from yifa.reader.text.dates import find_days
from yifa.reader.text.document_number import DocumentNumber, find_document_number
from yifa.reader.text.furniture import labels
from yifa.reader.text.paragraphs import Paragraph
from yifa.reader.text.period import Period, cut_off, period_of_opening, period_of_title
from yifa.reader.text.signature import Signature, find_signature
from yifa.reader.text.title import Title, find_title, head_of, kind_of

_PUBLISHED = ("发布时间", "发布日期", "公开时间", "公开日期", "更新时间", "录入时间", "时间", "日期")
_SIGNED = ("成文日期", "成文时间", "生成日期", "发文日期", "发文时间")
_PUBLISHERS = ("发文机关", "发布机构", "发布单位", "信息来源", "来源")
_DEPARTMENT_SPEAKS = re.compile(r"[我本全][局委办厅站队]|[我本]中心")
_DAY_FIRST = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?(?=\s)")
_BARE_DAY = re.compile(r"[(（]?(?P<day>(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?)(?: \d{1,2}:\d\d(?::\d\d)?)?[)）]?")
_ADDRESSEE = re.compile(
    r"(?P<to>(?=.*(?:政府|人大|常委会|委员会|[省市县区州]委|厅|局|办公室|组|各))[\u4e00-\u9fff()、,，]{2,60})[:：]$"
)
_NO_ADDRESSEE = re.compile(r"局长|主任|书记|厅长|记者|主持人|部长|县长|市长|区长|如下|附件|抄送|联系|单位|来源|编辑")
_BEFORE_TITLE = re.compile(
    r"^(?:关于|在)?(?:(?:(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})年?度?)?"
    r"(?P<organ>[\u4e00-\u9fff()、 ]{2,60}?)"
    r"(?:关于|(?:19|20)\d\d|二[〇零]|法治|依法|全面|推进|落实|贯彻|年度|上半年|行政执法|政务公开|政府信息|新闻发布会|履行)"
)
_SPEAKER = re.compile(
    r"^(?:\d{1,2}[.、])?(?P<organ>[\u4e00-\u9fff]{3,24}?(?:局|厅|委|办公室|政府|法院|检察院|委员会|部|办))"
    r"(?:党[组委]|(?:有关|相关)?负责|发布人|发言人|副?局长|副?主任|副?厅长|副?书记|副?县长|副?市长|副?区长|副?院长|副?部长|新闻发言人|一级|二级|三级|四级|总)[^:：。]{0,40}[:：]?"
)
_SHORT_NAME = re.compile(r"[省市县区州盟旗](?=[\u4e00-\u9fff]{2})")
_HOSTS = re.compile(r"宣传部|新闻办|报社|电视台|网$")
_YEAR_SO_FAR = re.compile(r"今年以来|今年")


@dataclass(frozen=True)
class Found:
    """The facts, and what they were read from: damage is looked for in the same places."""

    facts: Facts
    signature: Signature
    number: DocumentNumber | None
    title: Title | None
    title_period: Period | None
    opening_period: Period | None
    head: tuple[Paragraph, ...]


def find_facts(view: View, lines: Sequence[Paragraph], first_heading: int | None) -> Found:
    """The facts of a document; `first_heading` is the place in the view of its first numbered heading."""
    text = view.text
    head = head_of(lines, first_heading)
    title = find_title(head)
    opening = title.end if title else 0
    title_period = period_of_title(title.text, title.start) if title else None
    opening_period = period_of_opening(text, opening)
    published = _published(head)
    said = title_period or opening_period
    known_year = said.year if said else None
    signature = find_signature(lines, known=published[0] if published else None, after=known_year)
    number = find_document_number(head)
    kind = kind_of(title.text if title else None, text)
    spans: dict[str, tuple[int, int]] = {}
    signed = _signed(signature, head)
    if kind == "transcript" and signed and not published and not signature.signers:
        published, signed = signed, None
    if signed:
        spans["signed"] = signed[1:]
    if published:
        spans["published"] = published[1:]
    organ = _authority(kind, title, signature, text, lines, head, spans)
    period = said
    if kind == "transcript":
        period = _year_so_far(text, period, published or signed) or period
    until = cut_off(text, opening, period.year if period else None)
    if (
        period
        and until
        and until[0] < period.last
        and period.first.year == period.last.year
        and kind != "annual-report"
    ):
        period = Period(period.first, until[0], *until[1:])
    if period:
        spans["period"] = (period.start, period.end)
    if title:
        spans["title"] = (title.start, title.end)
    if number:
        spans["number"] = (number.start, number.end)
    addressee = None if kind == "transcript" else _addressee(lines, first_heading)
    if addressee:
        spans["addressee"] = addressee[1:]
    facts = Facts(
        kind=kind,
        title=title.text if title else None,
        authority=organ.name if organ else None,
        level=organ.level if organ else None,
        place=organ.place if organ else None,
        year=period.year if period else _year_before(kind, signed[0] if signed else None),
        period=(period.first, period.last) if period else None,
        number=number.text if number else None,
        signed=signed[0] if signed else None,
        published=published[0] if published else None,
        addressee=addressee[0] if addressee else None,
        spans={name: view.span(*span) for name, span in sorted(spans.items())},
    )
    return Found(facts, signature, number, title, title_period, opening_period, head)


def _published(head: Sequence[Paragraph]) -> tuple[date, int, int] | None:
    """The day of publication: behind a label, or alone on a line of the head as web pages have it."""
    for line in head:
        for label, value, at in labels(line.text):
            if label in _PUBLISHED:
                for found in find_days(value[:24]):
                    if found.day:
                        return found.day, line.start + at + found.start, line.start + at + found.end
    for line in head:
        match = _BARE_DAY.fullmatch(line.text)
        bare = match and not line.text.startswith("(") and "年" not in match["day"]
        if bare or (_DAY_FIRST.match(line.text) and any(True for _ in labels(line.text))):
            for found in find_days(line.text[:20]):
                if found.day:
                    return found.day, line.start + found.start, line.start + found.end
    return None


def _signed(signature: Signature, head: Sequence[Paragraph]) -> tuple[date, int, int] | None:
    """The day of signing: at the end, else behind its label or under the title."""
    if signature.day and signature.day.day:
        return signature.day.day, signature.day.start, signature.day.end
    for line in head:
        for label, value, at in labels(line.text):
            if label in _SIGNED:
                for found in find_days(value[:24]):
                    if found.day:
                        return found.day, line.start + at + found.start, line.start + at + found.end
    for line in head:
        match = _BARE_DAY.fullmatch(line.text)
        if match and "年" in match["day"]:
            for found in find_days(line.text):
                if found.day:
                    return found.day, line.start + found.start, line.start + found.end
    return None


def _authority(
    kind: str,
    title: Title | None,
    signature: Signature,
    text: str,
    lines: Sequence[Paragraph],
    head: Sequence[Paragraph],
    spans: dict[str, tuple[int, int]],
) -> Organ | None:
    named = _of_title(title, text)
    if kind == "transcript":
        speaker = _speaker(lines)
        if speaker:
            spans["authority"] = speaker[1:]
            organ = read_organ(speaker[0], text)
            mention = most_mentioned(text)
            area = named[0] if named else read_organ(mention[0], text) if mention else organ
            place = area.place or organ.place
            return Organ(_full_name(organ.name, place, text), area.level or organ.level, place)
    signer = _signer(signature, text, spans)
    chosen = _choose(named, signer) if named else signer
    if chosen is None and title:
        for line in title.above:
            chosen = (read_organ(line.text, text), line.start, line.end)
    own_voice = _DEPARTMENT_SPEAKS.search(text) is not None
    if chosen is None and own_voice:
        chosen = _labelled(head, text)
    if chosen is None:
        mention = most_mentioned(text)
        if mention:
            chosen = (read_organ(mention[0], text), mention[1], mention[1] + len(mention[0]))
    if chosen is None:
        chosen = _labelled(head, text)
    if chosen is None:
        return None
    organ, *span = chosen
    spans["authority"] = (span[0], span[1])
    if organ.place is None:
        mention = most_mentioned(text)
        place = read_organ(mention[0], text).place if mention else None
        return Organ(_full_name(organ.name, place, text), organ.level, place)
    return organ


def _full_name(name: str, place: str | None, text: str) -> str:
    """«市司法局» with the name of its city, where the text gives it: «望潮市司法局»."""
    short = _SHORT_NAME.match(name)
    return f"{place}{name}" if place and short and f"{place}{short.group()}" in text else name


def _labelled(head: Sequence[Paragraph], text: str) -> tuple[Organ, int, int] | None:
    """The organ behind a label of publication, when its name says of which place it is."""
    for line in head:
        for label, value, at in labels(line.text):
            if label in _PUBLISHERS and is_organ(value):
                organ = read_organ(value, text)
                if organ.place:
                    return organ, line.start + at, line.start + at + len(value)
    return None


def _choose(named: tuple[Organ, int, int], signer: tuple[Organ, int, int] | None) -> tuple[Organ, int, int]:
    """The signer where the title names only its place (望潮市 → 望潮市人民政府), else who the title names."""
    if signer is None:
        return named
    same_place = named[0].place == signer[0].place and named[0].level == signer[0].level
    bare = not is_organ(named[0].name)
    return signer if same_place and bare else named


def _of_title(title: Title | None, text: str) -> tuple[Organ, int, int] | None:
    if title is None:
        return None
    match = _BEFORE_TITLE.match(title.text)
    if match is None:
        return None
    names = [name for name in match["organ"].replace("、", " ").split() if name not in ("关于", "全市", "全县")]
    organs = [organ for name in names if (organ := read_organ(name, text)).level is not None]
    if not organs:
        return None
    organ = next((one for one in organs if not is_party(one.name)), organs[-1])
    if organ.place is None and organ.level == "department" and not is_organ(organ.name):
        return None
    at = title.text.index(organ.name)
    if title.end - title.start != len(title.text):
        return organ, title.start, title.end
    return organ, title.start + at, title.start + at + len(organ.name)


def _signer(signature: Signature, text: str, spans: dict[str, tuple[int, int]]) -> tuple[Organ, int, int] | None:
    signers = signature.signers
    if not signers:
        return None
    chosen = next((one for one in signers if not is_party(one[0])), signers[0])
    others = [one for one in signers if one is not chosen]
    if others:
        spans["joint_signer"] = others[0][1:]
    return read_organ(chosen[0], text), chosen[1], chosen[2]


def _speaker(lines: Sequence[Paragraph]) -> tuple[str, int, int] | None:
    """The organ whose people speak most, hosts left out."""
    counted: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for line in lines:
        match = _SPEAKER.match(line.text) if len(line.text) <= 60 else None
        if match and not _HOSTS.search(match["organ"]):
            counted[match["organ"]] += 1
            start = line.start + match.start("organ")
            first.setdefault(match["organ"], (start, start + len(match["organ"])))
    if not counted:
        return None
    organ = max(counted, key=lambda name: (counted[name], -first[name][0]))
    return (organ, *first[organ])


def _year_so_far(text: str, period: Period | None, held: tuple[date, int, int] | None) -> Period | None:
    """What a press conference speaks of: this year up to its day, where it says so."""
    if held is None or (period and period.year < held[0].year) or not _YEAR_SO_FAR.search(text):
        return None
    return Period(date(held[0].year, 1, 1), held[0], held[1], held[2])


def _year_before(kind: str, signed: date | None) -> int | None:
    """The year of a yearly report that names none: the one before the spring in which it was signed."""
    if kind != "annual-report" or signed is None:
        return None
    return signed.year - 1 if signed.month <= 6 else signed.year


def _addressee(lines: Sequence[Paragraph], first_heading: int | None) -> tuple[str, int, int] | None:
    for line in lines[:30]:
        if first_heading is not None and line.start >= first_heading:
            break
        match = _ADDRESSEE.match(line.text)
        if match and not _NO_ADDRESSEE.search(match["to"]):
            return match["to"], line.start, line.start + len(match["to"])
        if line.is_prose:
            break
    return None
