"""The extent a figure is of, as the text gives it: 全市, 市本级, 县区, 各乡镇, 市政府部门."""

from __future__ import annotations

import re

from yifa.reader.figures.tables import Cell

_SCOPE = re.compile(
    r"全(?:省|市|县|区|镇|州|旗|系统|局)(?!面|程|域|统|平均|第|前|首|率先|排名|最|唯一|先进|优秀)"
    r"|[我本](?:省|市|县|区|镇|州|局|机关|单位|旗)(?!场)|[省市县区州镇乡]本级|[省市县区]直(?:各)?(?:部门"
    r"|单位|机关|执法部门)|"
    r"[省市县区](?:人民)?政府(?:各)?(?:工作)?部门|县\s?[(（]市、?区[)）](?:人民)?(?:政府)?"
    r"|各?(?:县[(（]区[)）]|区[(（]县[)）]|县区|区县|县市区|市县区?|旗县区?)(?:人民)?(?:政府)?(?:及?部门)?"
    r"|"
    r"各?(?:镇[(（]街道?[)）]|乡镇[(（]街道[)）]|镇街|乡镇街道|镇[(（]街[)）]|镇、?街道|乡镇|街道)(?!化)"
    r"|各(?:镇|乡|街道|县|区|部门|单位|执法部门|执法单位)|[市县区](?:人民)?政府(?!规章|网站|门户|采购|信息"
    r"|投资|债|会)|"
    r"[市县区]级(?!机关事)(?:部门|层面)?|镇级|村级|乡级|(?:国家|省|(?<!省)部)级(?!经开|经济|高新|开发)|县乡|市县(?=两级)"
)
_TITLE = re.compile("《[^》]*(?:》|$)")
# Who has honoured it is no extent (入选省级示范, 获市级表彰).
_HONOUR = re.compile("(?:入选|荣?获评?|评为|命名|授予)[^，,。；;、]*")
_ONE_OF_SEVERAL = re.compile("[省市县区旗镇乡局委办厅所]$|街道$|中心$|[支大]队$")
_BRACKETS = str.maketrans("（）", "()")
# Who acts, at the beginning of a clause: one place by its name (云汀镇), or one organ (县司法局).
_PLACE = re.compile(
    "(?P<name>[\u4e00-\u9fff]{1,4}?(?:自治县|新区|高新区|开发区|[镇乡县市区]|街道))(?=[\u4e00-\u9fff]|$)"
)
_ORGAN = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:局|委员会|[纪监]委|司法所|派出所|法院|检察院|支队|大队|管委会)"
    "(?!长|部|级|域|面|势|书记|主任|委员|干部|人员|机关)"
)
_NO_NAME = re.compile(
    "^(?:[全各我本该某每省市县区乡镇]|城|郊|社|园|辖|片|地|景|库|灾|牧|农|矿|山|林|小|超|门|股|楼|夜|菜|集)+(?:[镇乡县市区]|街道)$|"
    "(?:功能|示范|试点|自贸|保税|实验|风景|保护|工业|产业|服务|居民|住宅|老旧|重点|先进|文明)"
)


def is_part_of_area(cell: Cell) -> bool:
    """Whether the row of a table is one place or organ among several: its head names it, the column what is counted."""
    return bool(cell.column) and cell.subject != cell.column and _ONE_OF_SEVERAL.search(cell.row) is not None


def is_area(scope: str | None) -> bool:
    """Whether a scope is the whole of an area (全市, 我县) and not a part of it."""
    return scope is not None and scope[0] in "全我本"


def place_acting(words: str) -> str | None:
    """The place that these words name as acting, itself or one of its organs; None where they say anything else.

    >>> [place_acting(one) for one in ("云汀镇", "云汀镇司法所", "全县", "示范区", "今年接手县里")]
    ['云汀镇', '云汀镇', None, None, None]
    """
    found = _PLACE.match(words)
    if found is None or is_scope(found["name"]) or _NO_NAME.search(found["name"]):
        return None
    rest = words[found.end() :]
    return found["name"] if not rest or _ORGAN.fullmatch(rest) else None


def organ_acts(words: str) -> bool:
    """Whether a clause begins with one organ, which acts for itself and not for the whole area (县司法局印发…)."""
    return _ORGAN.match(words) is not None


def is_scope(words: str) -> bool:
    """Whether these words name an extent and nothing else."""
    return _SCOPE.fullmatch(words) is not None


def without_level(words: str) -> str:
    """A noun without the level or area it begins with, so that another may take its place."""
    return re.sub(
        "^(?:(?:国家|[省部市县区镇乡村])级|全[国省市县区]|[省市县区]本级|[市县区]直部门|县区|乡镇|街道)", "", words
    )


def find_scope(words: str) -> str | None:
    """The last scope named in these words outside titles, None when none is."""
    words = _HONOUR.sub("", _TITLE.sub("", words))
    found = None
    for one in _SCOPE.finditer(words):
        found = one.group()
    return found.translate(_BRACKETS).replace(" ", "") if found else None
