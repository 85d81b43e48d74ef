"""Who speaks: the organ's name, its level, and the area it is for.

A name is read from the left: places (`秦山省望潮市临岳区`), then what the organ is (`人民政府`, `司法局`). The last
place decides the level; an organ that is no government, people's congress or committee of the place is a department.
A 市 may be of a prefecture or of a county; what the text says of its own parts decides (各县区, 市本级 or only 乡镇).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
_ZONES = (
    "高新技术产业开发区|高新技术开发区|高新技术产业园区|经济技术开发区|经济开发区|循环经济开发区|工业园区|产业园区|化工园区|科技园区|旅游度假区|"
    "生态旅游区|风景名胜区|风景区|度假区|综合保税区|保税港区|保税区|示范区|试验区|实验区|管理区|合作区|集聚区|自贸区|自由贸易区|开发区|高新区|经开区|"
    "园区|新区|新城"
)
_KINDS = f"特别行政区|自治区|自治州|自治县|自治旗|地区|街道|(?:{_ZONES})|省|州|盟|市|县|旗|区|镇|乡|苏木"
_PLACE = re.compile(
    rf"(?!我|本|全|各|该|两|外|跨|省市|市县|区县|县区)(?P<name>[\u4e00-\u9fff]{{1,9}}?)(?P<kind>{_KINDS})"
)
_SHORT = {
    "高新技术产业开发区": "高新", "高新技术开发区": "高新", "高新技术产业园区": "高新", "高新区": "高新",
    "经济技术开发区": "经开", "经济开发区": "经开", "经开区": "经开",
}  # fmt: skip
_OWN = re.compile(
    r"(?:人民政府|政府|委员会|委|人大常委会|人民代表大会常务委员会|政协|行政公署|行署|管理委员会|管委会|工作委员会|党工委|工委|办事处|街道办)?"
)
_NAMELESS_ZONE = re.compile(r"(?:高新|经开|开发|示范|保税|度假|风景)区")
_BRANCH = re.compile(r"(?P<place>[\u4e00-\u9fff]{1,6}?)(?:区|县|市|镇)?(?:分局|支局)$")
ORGAN_END = (
    "人民政府|政府|政府办公室|政府办公厅|委员会|管委会|党工委|工委|党委|党组|市委|县委|区委|省委|州委|旗委|镇委|乡委|局|厅|署|办公室|办公厅|"
    "办事处|街道办|中心|法院|检察院|司法所|税务所|大队|支队|总队|分局|领导小组|领导小组办公室|公司|集团|学院|大学|医院|银行|部|总站|管理站|管理处|管理所"
)
_ORGAN = re.compile(rf"(?:中共|中国共产党)?[\u4e00-\u9fff()、]{{1,40}}?(?:{ORGAN_END})(?:\(章\)|\(盖章\)|\(印章\))?")
_PARTY = re.compile(r"中共|中国共产党|[省市县区州旗镇乡工]委$|党组|委员会办公室|依法治.委")
_BELOW_CITY = re.compile(r"市本级|各?县区|县\(市、?区\)|县、?市、?区|区县|各县|市县乡|市县两级|县级|市、县|各区")
_BELOW_COUNTY = re.compile(r"县直|乡镇|镇街|镇办|街道|各镇|村居|社区")
# Words that end a place before its kind is reached: 以来青屏县 is no name.
_NO_NAME = re.compile(
    r"[的在为由向对和与及等了来于将把是把被从以使让给该其这那全各前今去年月余多个名上下本]|国家|中央|法治|依法|我们|全面|行政|城市|市场|地区|小区|社区|辖区|园区内"
)
_MENTION = re.compile(
    r"(?:^|(?<=[\n，,。、；;：:“《(（ ]))"
    r"(?P<place>[\u4e00-\u9fff]{2,10}?(?:市|县|自治县|自治州|旗|区|州|盟|镇|街道))(?![场民域区委政长容])"
)
MOST_NAMES = 60
_BEGINS = "和从名上下多于余前"


@dataclass(frozen=True)
class Organ:
    """An organ by its name as written: the level, the area without its kind, and whether a place stands in the name."""

    name: str
    level: str | None
    place: str | None


def is_organ(words: str) -> bool:
    """Whether a line is the name of one organ.

    >>> [is_organ(one) for one in ("青屏县司法局", "中共望潮市委员会", "加强组织领导")]
    [True, True, False]
    """
    return _ORGAN.fullmatch(words) is not None


def is_party(name: str) -> bool:
    """Whether it is an organ of the Party."""
    return _PARTY.search(name) is not None


def read_organ(name: str, text: str = "") -> Organ:
    """An organ by its name; `text` is what it says of its own parts.

    >>> read_organ("秦山省望潮市临岳区人民政府")
    Organ(name='秦山省望潮市临岳区人民政府', level='county', place='临岳')
    >>> read_organ("青屏县司法局").level, read_organ("云汀高新技术产业开发区管理委员会").place
    ('department', '云汀高新')
    """
    bare = re.sub(r"^(?:中共|中国共产党|国家税务总局)|\((?:盖?章|印章)\)$", "", name)
    zone = _NAMELESS_ZONE.match(bare)
    if zone and _OWN.fullmatch(bare, zone.end()):
        return Organ(name, "development-zone", _SHORT.get(zone[0]))
    places = _places(bare)
    if not places:
        if re.search("管委会$|管理委员会$", bare):
            return Organ(name, "development-zone", None)
        return Organ(name, "department" if re.search(rf"(?:{ORGAN_END})$", bare) else None, None)
    kind, own, end = places[-1]
    rest = bare[end:]
    if not _OWN.fullmatch(rest):
        branch = _BRANCH.search(rest)
        return Organ(name, "department", branch["place"].removeprefix("公安局") if branch else _area(places))
    return Organ(name, _level(kind, own, text), _area(places))


def _places(name: str) -> list[tuple[str, str, int]]:
    """The places a name begins with: kind, name without it, where it ends."""
    found: list[tuple[str, str, int]] = []
    at = 0
    while match := _PLACE.match(name, at):
        # A name may begin with a sign that makes none within (和顺, 上虞, 于都).
        begins = 1 if len(match["name"]) in (2, 3) and match["name"][0] in _BEGINS else 0
        if (len(match["name"]) > 1 and _NO_NAME.search(match["name"], begins)) or (
            len(match["name"]) == 1 and match["kind"] not in ("县", "区", "旗", "州")
        ):
            break
        found.append((match["kind"], match["name"], match.end()))
        at = match.end() + (name.startswith("委", match.end()) and _PLACE.match(name, match.end() + 1) is not None)
    return found


def _area(places: list[tuple[str, str, int]]) -> str:
    kind, own, _ = places[-1]
    if re.fullmatch(_ZONES, kind) and kind not in ("新区", "新城"):
        city = places[-2][1] if len(places) > 1 else ""
        if own in ("高新", "经开", "经济", "国家级", "综合"):
            own = city
        return own + _SHORT.get(kind, kind.removesuffix("区"))
    return own


def _level(kind: str, own: str, text: str) -> str:
    if re.fullmatch(_ZONES, kind):
        return "development-zone"
    if kind in ("省", "自治区", "特别行政区") or own + kind in _MUNICIPALITIES:
        return "province"
    if kind in ("自治州", "州", "地区", "盟"):
        return "city"
    if kind == "市":
        above = len(_BELOW_CITY.findall(text))
        below = len(_BELOW_COUNTY.findall(text))
        return "county" if above == 0 and below >= 2 else "city"
    return "township" if kind in ("镇", "乡", "街道", "苏木") else "county"


def most_mentioned(text: str, start: int = 0, reach: int = 6000) -> tuple[str, int] | None:
    """The place that the text speaks of most, and where first as a name; None where none is named twice."""
    stop = min(len(text), start + reach)
    first: dict[str, int] = {}
    for match in _MENTION.finditer(text, start, stop):
        name = match["place"]
        if len(name) <= 8 and not _NO_NAME.search(name):
            first.setdefault(name, match.start("place"))
    if not first:
        return None
    counted = {name: text.count(name, start, stop) for name in list(first)[:MOST_NAMES]}
    name = max(counted, key=lambda one: (counted[one], -first[one]))
    return (name, first[name]) if counted[name] >= 2 else None
