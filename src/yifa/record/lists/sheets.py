"""The sheets of lists and their columns, as data: what reading looks for in the workbook an office has.

Powers and bands of discretion have the columns they have beside ledgers, so that both tell the law the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from yifa.law.conditions import Type
from yifa.ledgers.registers.columns import DISCRETION, LEVELS, POWERS, RegisterColumn, RegisterSheet
from yifa.record.lists.choices import ListKind

_CODE = RegisterColumn("code", "事项编码", "Code", ("编码", "基本编码", "实施编码", "序号编码"), needed=True)
_NAME = RegisterColumn("name", "事项名称", "Name", ("名称", "检查事项", "许可事项名称", "许可事项"), needed=True)
_BASIS = RegisterColumn("basis", "设定依据", "Basis", ("实施依据", "法律依据", "依据", "检查依据", "处罚依据"))

PERMITS = RegisterSheet(
    "permits",
    "行政许可事项清单",
    "Permit items",
    ("许可事项清单", "行政许可事项", "许可清单"),
    (
        _CODE,
        _NAME,
        _BASIS,
        RegisterColumn("organ", "实施机关", "Organ", ("实施主体", "实施单位")),
        RegisterColumn("level", "行使层级", "Level", ("实施层级",), words=LEVELS),
        RegisterColumn("days", "法定办结时限", "Time by law", ("法定时限", "法定期限")),
        RegisterColumn("promised", "承诺办结时限", "Time promised", ("承诺时限", "承诺期限")),
        RegisterColumn("fee", "收费", "Fee", ("是否收费", "收费标准")),
    ),
)
LENIENCY = RegisterSheet(
    "leniency",
    "不予处罚、减轻处罚、从轻处罚事项清单",
    "Lenient treatment",
    ("免罚清单", "轻罚清单", "轻微违法不予处罚清单", "首违不罚清单", "减轻处罚清单", "从轻处罚清单", "四张清单"),
    (
        RegisterColumn("code", "事项编码", "Code", ("编码", "违法行为编号", "序号编码")),
        RegisterColumn("matter", "违法行为", "Conduct", ("违法行为名称", "事项名称", "违法事项"), needed=True),
        RegisterColumn(
            "treatment",
            "处理方式",
            "Treatment",
            ("处罚方式", "类别", "清单类别"),
            words={
                "none": ("不予处罚", "免罚", "免予处罚", "轻微不罚"),
                "first": ("首违不罚", "初次违法不予处罚"),
                "reduced": ("减轻处罚",),
                "lighter": ("从轻处罚", "轻罚"),
                "no-coercion": ("不予实施行政强制措施", "免强制"),
            },
            needed=True,
        ),
        RegisterColumn("circumstances", "适用情形", "Circumstances", ("适用条件", "情形", "条件")),
        _BASIS,
    ),
)
ENTERPRISES = RegisterSheet(
    "enterprises",
    "免检、免罚企业名单",
    "Exempted enterprises",
    ("免检企业名单", "轻罚企业名单", "免罚企业清单", "无事不扰企业名单", "白名单"),
    (
        RegisterColumn("name", "企业名称", "Name", ("名称", "单位名称", "主体名称"), needed=True, personal=True),
        RegisterColumn(
            "code", "统一社会信用代码", "Credit code", ("信用代码", "社会信用代码"), needed=True, code="credit"
        ),
        RegisterColumn("exempt", "免除事项", "Exempted from", ("免检事项", "适用事项", "内容"), needed=True),
        RegisterColumn("ground", "列入理由", "Ground", ("理由", "列入依据", "依据")),
        RegisterColumn("to", "有效期至", "Until", ("截止日期", "有效期"), Type.DAY),
    ),
)
INSPECTIONS = RegisterSheet(
    "inspections",
    "行政检查事项清单",
    "Inspection items",
    ("检查事项清单", "涉企行政检查事项清单", "随机抽查事项清单", "检查事项"),
    (
        _CODE,
        _NAME,
        RegisterColumn("objects", "检查对象", "Objects", ("抽查对象", "对象")),
        RegisterColumn("content", "检查内容", "Content", ("抽查内容", "内容")),
        RegisterColumn("way", "检查方式", "Way", ("方式",)),
        RegisterColumn("yearly", "年度频次上限", "Most in a year", ("频次", "年度检查频次", "检查频次上限")),
        RegisterColumn("organ", "检查主体", "Organ", ("实施机关", "实施主体")),
        _BASIS,
    ),
)

SHEETS: Mapping[ListKind, RegisterSheet] = {
    ListKind.POWERS: POWERS,
    ListKind.PERMITS: PERMITS,
    ListKind.DISCRETION: DISCRETION,
    ListKind.LENIENCY: LENIENCY,
    ListKind.ENTERPRISES: ENTERPRISES,
    ListKind.INSPECTIONS: INSPECTIONS,
}
KEYS: Mapping[ListKind, tuple[str, ...]] = {
    ListKind.POWERS: ("code",),
    ListKind.PERMITS: ("code",),
    ListKind.DISCRETION: ("matter", "tier"),
    ListKind.LENIENCY: ("matter", "treatment"),
    ListKind.ENTERPRISES: ("code",),
    ListKind.INSPECTIONS: ("code",),
}
"""What an item is known by in every edition."""
PARTY_COLUMNS = ("name", "code")
"""Of a list of enterprises: what is kept as of parties, and not with the item."""
