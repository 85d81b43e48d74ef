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


def is_part_of_area(cell: Cell) -> bool:
    """Whether the row of a table is one place or organ among several: its head names it, the column what is counted."""
    return bool(cell.column) and cell.subject != cell.column and _ONE_OF_SEVERAL.search(cell.row) is not None


def is_area(scope: str | None) -> bool:
    """Whether a scope is the whole of an area (全市, 我县) and not a part of it."""
    return scope is not None and scope[0] in "全我本"


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
