"""The sheets of the registers as they are handed out and read again: organs, their relations, officers, parties.

Those of the ledgers' registers, so that `yifa import` reads them too, with what only the record keeps beside: what an
organ is, the number and post of an officer, which organ a party is noted by.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.ledgers.registers import columns as known
from yifa.ledgers.registers.columns import RegisterColumn, RegisterSheet
from yifa.record.organs.choices import Kind, Rank

KINDS: Mapping[str, tuple[str, ...]] = {
    Kind.GOVERNMENT: ("人民政府", "政府"),
    Kind.DEPARTMENT: ("政府部门", "部门"),
    Kind.BRANCH: ("派出机构", "派出机关"),
    Kind.ZONE: ("开发区管理机构", "开发区"),
    Kind.EMPOWERED: ("法律法规授权的组织", "授权组织"),
    Kind.ENTRUSTED: ("受委托组织", "受委托"),
    Kind.SECTION: ("内设机构", "科室"),
}
RANKS: Mapping[str, tuple[str, ...]] = {
    Rank.PRINCIPAL: ("主要负责人", "正职"),
    Rank.DEPUTY: ("其他负责人", "分管负责人", "副职", "负责人"),
    Rank.SECTION_HEAD: ("机构负责人", "科室负责人", "部门负责人"),
    Rank.OFFICER: ("工作人员", "一般人员", "科员"),
}
RELATIONS: Mapping[str, tuple[str, ...]] = {
    **{word: names for word, names in known.RELATIONS.items() if word != "empowered-by"},
    "empowered-by": ("赋权", "下放"),
    "dual": ("双重管理", "双重领导"),
    "zone-of": ("开发区授权",),
    "guided-by": ("业务指导", "业务受指导于"),
    "centralised-from": ("集中行使",),
    "section-of": ("内设于",),
}


def _of(sheet: RegisterSheet, *ids: str) -> tuple[RegisterColumn, ...]:
    by_id = {column.id: column for column in sheet.columns}
    return tuple(by_id[id_] for id_ in ids)


ORGANS = RegisterSheet(
    known.ORGANS.id,
    known.ORGANS.zh,
    known.ORGANS.en,
    known.ORGANS.also,
    (
        *known.ORGANS.columns,
        RegisterColumn("kind", "机构性质", "Kind", ("机关性质", "主体性质"), words=KINDS),
    ),
)
ORGAN_RELATIONS = RegisterSheet(
    known.RELATIONS_SHEET.id,
    known.RELATIONS_SHEET.zh,
    known.RELATIONS_SHEET.en,
    known.RELATIONS_SHEET.also,
    (
        *_of(known.RELATIONS_SHEET, "organ"),
        RegisterColumn("kind", "关系", "Relation", ("关系类型", "变动类型"), words=RELATIONS, needed=True),
        *_of(known.RELATIONS_SHEET, "other", "from", "to"),
    ),
)
OFFICERS = RegisterSheet(
    known.OFFICERS.id,
    known.OFFICERS.zh,
    known.OFFICERS.en,
    known.OFFICERS.also,
    (
        *_of(known.OFFICERS, "organ"),
        RegisterColumn("staff", "人员编号", "Staff number", ("工号", "人员编码", "警号")),
        *_of(known.OFFICERS, "name"),
        RegisterColumn("title", "职务", "Post", ("职务名称", "岗位", "现任职务")),
        RegisterColumn("rank", "职务类别", "Rank", ("职级", "职务层次"), words=RANKS),
        *_of(known.OFFICERS, "number", "issued", "expires"),
        RegisterColumn("issuer", "发证机关", "Issuer", ("发证单位", "核发机关")),
        *_of(known.OFFICERS, "suspended", "restored", "withdrawn", "kind"),
    ),
)
PARTIES = RegisterSheet(
    known.PARTIES.id,
    known.PARTIES.zh,
    known.PARTIES.en,
    known.PARTIES.also,
    (
        RegisterColumn("organ", "登记机关", "Noted by", ("所属单位", "机关", "单位")),
        *_of(known.PARTIES, "name", "code"),
        RegisterColumn("person", "证件号码", "ID number", ("身份证号", "公民身份号码"), code="person"),
        *_of(known.PARTIES, "kind", "grade"),
    ),
)
"""The identity number is read in full here, and shown to nobody who may not see it."""


def key_of_organ(values: Mapping[str, Any]) -> str:
    """An organ is known by its code."""
    return str(values.get("id") or "")


def key_of_relation(values: Mapping[str, Any]) -> str:
    """A relation by both organs, its kind and its first day."""
    return "/".join(str(values.get(name) or "") for name in ("organ", "kind", "other", "from"))


def key_of_officer(values: Mapping[str, Any]) -> str:
    """A row of officers by the organ, who it is, and the certificate, which may be issued anew under its number."""
    who = values.get("staff") or values.get("name") or ""
    return f"{values.get('organ') or ''}/{who}/{values.get('number') or ''}/{values.get('issued') or ''}"


def key_of_party(values: Mapping[str, Any]) -> str:
    """A party by what identifies it, else by its name; within the organ that notes it."""
    return f"{values.get('organ') or ''}/{values.get('code') or values.get('person') or values.get('name') or ''}"


def cell_of(column: RegisterColumn, value: Any) -> str:
    """What stands in a cell that is read as this value again."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "、".join(cell_of(column, one) for one in value)
    names = column.words.get(str(value))
    return names[0] if names else str(value)
