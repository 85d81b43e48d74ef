"""The sheets of registers and their columns, as data: what reading looks for, and what a template writes.

One row an organ, a relation, a certificate, a power, a band of discretion, a party. Sectors and places are the
profiles of the corpus; a word may be written as its id or by any of its names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yifa.law.conditions import Type

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column: its names, the type of its cells, the words it may hold (id → names, the Chinese title first).

    `needed`: a row without it says nothing. `personal`: hidden in all output unless asked for. `code`: which check
    digits it has (`credit`, `person`). Amounts are in yuan unless the heading says otherwise.
    """

    id: str
    zh: str
    en: str
    also: Names = ()
    type: Type = Type.WORD
    words: Mapping[str, Names] = field(default_factory=dict)
    needed: bool = False
    personal: bool = False
    code: str | None = None
    note_zh: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A sheet: its id, its titles (the first is the one a template writes) and its columns."""

    id: str
    zh: str
    en: str
    also: Names
    columns: tuple[RegisterColumn, ...]


SECTORS: Mapping[str, Names] = {
    "samr": ("市场监管", "市场监督管理", "市监"),
    "psa": ("公安", "治安"),
    "agri": ("农业", "农业农村"),
    "trans": ("交通运输", "交通"),
}
"""Sectors with rules of their own in the corpus, by profile."""

PLACES: Mapping[str, Names] = {
    "beijing": ("北京", "北京市"),
    "chongqing": ("重庆", "重庆市"),
    "guangdong": ("广东", "广东省"),
    "guangxi": ("广西", "广西壮族自治区"),
    "hunan": ("湖南", "湖南省"),
    "jilin": ("吉林", "吉林省"),
    "neimenggu": ("内蒙古", "内蒙古自治区"),
    "ningbo": ("宁波", "宁波市"),
    "shandong": ("山东", "山东省"),
    "shanghai": ("上海", "上海市"),
    "sichuan": ("四川", "四川省"),
    "tianjin": ("天津", "天津市"),
    "zhejiang": ("浙江", "浙江省"),
}
"""Places with rules of their own in the corpus, by profile."""

CODES: Mapping[str, str] = {
    "beijing": "11",
    "tianjin": "12",
    "neimenggu": "15",
    "jilin": "22",
    "shanghai": "31",
    "zhejiang": "33",
    "ningbo": "3302",
    "shandong": "37",
    "hunan": "43",
    "guangdong": "44",
    "guangxi": "45",
    "chongqing": "50",
    "sichuan": "51",
}
"""Their division codes (GB/T 2260), by which local rules may be named as well."""

LEVELS: Mapping[str, Names] = {
    "township": ("乡级", "乡镇", "乡（镇、街道）级", "街道"),
    "county": ("县级", "县（区）级", "区级", "县"),
    "city": ("市级", "设区的市级", "地级", "市"),
    "province": ("省级", "省"),
    "national": ("国家级", "中央", "国务院部门"),
}

RELATIONS: Mapping[str, Names] = {
    "belongs-to": ("隶属", "隶属于", "所属"),
    "vertical": ("垂直", "垂直管理", "垂管"),
    "branch-of": ("派出", "派出机构"),
    "entrusted-by": ("委托", "受委托", "受委托于"),
    "empowered-by": ("赋权", "下放", "集中行使"),
    "sector": ("领域", "系统", "行业"),
    "place": ("地区", "属地", "所在省（市）"),
}
"""How an organ stands to another; and, with days, the sector and the place it has."""

_FROM = RegisterColumn("from", "自", "From", ("起始日期", "开始日期", "生效日期", "自何时起"), Type.DAY)
_TO = RegisterColumn("to", "至", "To", ("截止日期", "终止日期", "失效日期", "至何时止"), Type.DAY)

ORGANS = RegisterSheet(
    "organs",
    "机关名册",
    "Organs",
    ("执法主体名册", "行政执法主体", "单位名册", "机构名册", "机关"),
    (
        RegisterColumn("id", "机关编号", "Organ id", ("机构编号", "单位编号", "机关代码", "单位代码"), needed=True),
        RegisterColumn("name", "机关名称", "Name", ("单位名称", "机构名称", "执法主体名称"), needed=True),
        RegisterColumn(
            "also",
            "其他名称",
            "Other names",
            ("简称", "曾用名", "别名", "其他名称（简称、曾用名）"),
            Type.NAMES,
            note_zh="台账里可能出现的写法，用顿号隔开",
            note_en="As ledgers may write it; several with 、 between",
        ),
        RegisterColumn("code", "统一社会信用代码", "Credit code", ("信用代码", "社会信用代码"), code="credit"),
        RegisterColumn("level", "层级", "Level", ("级别", "行政层级"), words=LEVELS),
        RegisterColumn(
            "sector",
            "领域",
            "Sector",
            ("执法领域", "系统", "行业"),
            Type.NAMES,
            words=SECTORS,
            note_zh="有专门程序规定的领域；没有的不填",
            note_en="A sector with rules of its own; blank where there are none",
        ),
        RegisterColumn(
            "place",
            "所在省（市）",
            "Place",
            ("省份", "所在省", "地区", "属地"),
            Type.NAMES,
            words=PLACES,
            note_zh="不填的，随其隶属机关",
            note_en="Where blank, that of the organ it belongs to",
        ),
        RegisterColumn(
            "rules",
            "适用地方规定",
            "Local rules",
            ("适用的地方规定", "地方规定", "参照地方规定"),
            Type.NAMES,
            words={place: (*names, CODES[place], CODES[place].ljust(6, "0")) for place, names in PLACES.items()},
            note_zh="适用哪里的地方规定：省（市）名或者行政区划代码；不填的，按所在省（市）",
            note_en="Whose local rules apply: a place or its division code; where blank, those of the place",
        ),
        RegisterColumn("to", "隶属于", "Belongs to", ("上级机关", "主管机关", "所属机关"), note_zh="机关编号或者名称"),
    ),
)

RELATIONS_SHEET = RegisterSheet(
    "relations",
    "机关关系",
    "Relations of organs",
    ("机关关系与变动", "机构关系", "机构改革变动"),
    (
        RegisterColumn("organ", "机关", "Organ", ("机关编号", "机关名称", "单位"), needed=True),
        RegisterColumn("kind", "关系", "Relation", ("关系类型", "变动类型"), words=RELATIONS, needed=True),
        RegisterColumn(
            "other", "对方", "Other", ("对方机关", "上级", "内容", "对方（机关、领域或者地区）"), needed=True
        ),
        _FROM,
        _TO,
    ),
)

OFFICERS = RegisterSheet(
    "officers",
    "执法人员",
    "Officers",
    ("执法人员名册", "执法人员名单", "执法证件", "人员名册", "持证人员"),
    (
        RegisterColumn("name", "姓名", "Name", ("执法人员姓名", "人员姓名"), needed=True),
        RegisterColumn("organ", "所在单位", "Organ", ("单位", "机关", "工作单位", "执法主体", "所属单位"), needed=True),
        RegisterColumn("number", "执法证号", "Certificate number", ("证件号", "证号", "执法证件号", "执法证编号")),
        RegisterColumn("issued", "发证日期", "Issued on", ("领证日期", "有效期自", "证件有效期起"), Type.DAY),
        RegisterColumn("expires", "有效期至", "Valid until", ("有效期止", "证件有效期", "证件有效期止"), Type.DAY),
        RegisterColumn("suspended", "暂扣日期", "Suspended from", ("暂扣自", "暂扣起"), Type.DAY),
        RegisterColumn("restored", "恢复日期", "Restored on", ("暂扣至", "发还日期"), Type.DAY),
        RegisterColumn(
            "withdrawn", "注销日期", "Withdrawn on", ("吊销日期", "收缴日期", "收回日期", "调离日期"), Type.DAY
        ),
        RegisterColumn("kind", "人员类别", "Kind", ("类别", "证件类别")),
        RegisterColumn("person", "身份证号", "ID number", ("公民身份号码", "身份证号码"), personal=True, code="person"),
        RegisterColumn("phone", "联系电话", "Phone", ("电话", "手机号"), personal=True),
    ),
)

POWERS = RegisterSheet(
    "powers",
    "权力清单",
    "Power list",
    ("权责清单", "行政权力事项清单", "行政执法事项清单", "执法事项清单"),
    (
        RegisterColumn(
            "code", "事项编码", "Code", ("权力编码", "职权编号", "职权编码", "基本编码", "实施编码"), needed=True
        ),
        RegisterColumn("name", "事项名称", "Name", ("权力名称", "职权名称"), needed=True),
        RegisterColumn(
            "kind",
            "权力类型",
            "Kind",
            ("事项类型", "职权类型", "职权类别", "权力类别"),
            words={
                "licence": ("行政许可",),
                "penalty": ("行政处罚",),
                "coercion": ("行政强制",),
                "levy": ("行政征收",),
                "requisition": ("行政征用",),
                "payment": ("行政给付",),
                "inspection": ("行政检查",),
                "confirmation": ("行政确认",),
                "reward": ("行政奖励",),
                "adjudication": ("行政裁决",),
                "other": ("其他", "其他权力", "其他行政权力"),
            },
        ),
        RegisterColumn("organ", "实施机关", "Organ", ("实施主体", "行使主体", "执法主体", "实施单位"), needed=True),
        RegisterColumn("basis", "设定依据", "Basis", ("实施依据", "法律依据")),
        RegisterColumn("level", "行使层级", "Level", ("实施层级",), words=LEVELS),
        _FROM,
        _TO,
    ),
)

DISCRETION = RegisterSheet(
    "discretion",
    "裁量基准",
    "Discretion bands",
    ("行政处罚裁量基准", "裁量权基准", "自由裁量基准"),
    (
        RegisterColumn("matter", "违法行为", "Conduct", ("违法行为编号", "事项编码", "违法行为名称"), needed=True),
        RegisterColumn("tier", "裁量阶次", "Tier", ("裁量等级", "阶次", "违法程度"), needed=True),
        RegisterColumn("circumstances", "适用情形", "Circumstances", ("适用条件", "裁量情形", "违法情节", "情节")),
        RegisterColumn("minimum", "罚款下限", "Fine from", ("罚款下限（元）", "最低罚款"), Type.MONEY),
        RegisterColumn("maximum", "罚款上限", "Fine up to", ("罚款上限（元）", "最高罚款"), Type.MONEY),
        RegisterColumn("basis", "处罚依据", "Basis", ("法律依据", "依据")),
        RegisterColumn("organ", "制定机关", "Made by", ("发布机关",)),
        _FROM,
        _TO,
    ),
)

PARTIES = RegisterSheet(
    "parties",
    "市场主体",
    "Parties",
    ("经营主体", "行政相对人", "监管对象", "执法对象", "检查对象名录库"),
    (
        RegisterColumn(
            "name", "名称", "Name", ("主体名称", "企业名称", "当事人", "相对人名称", "检查对象名称"), needed=True
        ),
        RegisterColumn("code", "统一社会信用代码", "Credit code", ("信用代码", "社会信用代码"), code="credit"),
        RegisterColumn(
            "kind",
            "主体类别",
            "Kind",
            ("主体类型", "相对人类别", "类型"),
            words={
                "citizen": ("自然人", "公民"),
                "organisation": ("法人", "企业", "法人及非法人组织", "法人或者其他组织", "非法人组织", "其他组织"),
                "household": ("个体工商户", "个体"),
            },
        ),
        RegisterColumn("grade", "信用等级", "Credit grade", ("信用风险等级", "信用分类", "风险等级")),
        RegisterColumn("place", "住所地", "Place", ("所在地", "行政区划", "辖区")),
        RegisterColumn("registered", "成立日期", "Registered on", ("登记日期", "注册日期"), Type.DAY),
        RegisterColumn("head", "法定代表人", "Legal representative", ("负责人", "经营者"), personal=True),
        RegisterColumn("person", "证件号码", "ID number", ("身份证号", "公民身份号码"), personal=True, code="person"),
        RegisterColumn("phone", "联系电话", "Phone", ("电话", "手机号", "联系方式"), personal=True),
        RegisterColumn("address", "详细地址", "Address", ("地址", "住址", "经营地址"), personal=True),
    ),
)

SHEETS: tuple[RegisterSheet, ...] = (ORGANS, RELATIONS_SHEET, OFFICERS, POWERS, DISCRETION, PARTIES)
"""All sheets, in the order a template writes them."""
