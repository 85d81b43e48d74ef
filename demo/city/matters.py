"""What cases are about, in words: what was punished, applied for, inspected. No duty reads it; people do."""

from __future__ import annotations

import numpy as np

from demo.city.city import City

MATTERS = {
    "market": (
        "经营超过保质期食品",
        "未按规定明码标价",
        "无照经营",
        "商标侵权",
        "虚假宣传",
        "使用未检定计量器具",
        "销售不合格产品",
    ),
    "police": ("扰乱公共秩序", "未按规定登记住宿信息", "阻碍执行职务", "违规燃放烟花爆竹", "未按规定办理备案"),
    "transport": ("未取得道路运输证", "超限运输", "未按规定携带营运证件", "擅自占用公路", "出租汽车拒载"),
    "agriculture": ("经营未审定种子", "未建立农药台账", "使用禁用渔具", "无证经营兽药", "违规调运动物"),
    "urban": ("占道经营", "擅自设置户外广告", "未按规定倾倒建筑垃圾", "擅自占用绿地", "未分类投放垃圾"),
    "environment": ("未按规定排放污染物", "未落实扬尘防治措施", "未按证排污"),
    "emergency": ("未开展安全培训", "未配备应急物资", "特种作业无证上岗"),
    "culture": ("未公示许可证", "接纳未成年人上网", "擅自组织演出"),
    "health": ("未取得健康证明上岗", "未按规定消毒", "超范围执业"),
    "labour": ("未签订劳动合同", "拖欠工资", "未缴存保证金"),
    "land": ("未经批准占用土地", "擅自改变用途"),
}
LICENCES = (
    "食品经营许可",
    "公共场所卫生许可",
    "道路运输经营许可",
    "户外广告设置许可",
    "烟花爆竹零售许可",
    "种子经营许可",
    "排污许可",
)


def matters(city: City, procedure: str, organ: np.ndarray, example: str, case: np.ndarray) -> np.ndarray:
    """A few words for each case; `example` is what the column shows where nothing better is known."""
    draws = city.draws.named("matters", procedure, example).raw(int(case.max()) + 1 if case.size else 0)
    found = np.empty(case.size, dtype=object)
    for one in np.unique(organ).tolist():
        own = organ == one
        sector = city.places.organs[one].sector
        words = LICENCES if procedure == "licence" else MATTERS.get(sector, MATTERS["urban"])
        if not (procedure.startswith("penalty") or procedure == "licence"):
            words = (example,)
        held = np.empty(len(words), dtype=object)
        held[:] = words
        found[own] = held[(draws[case[own]] % np.uint64(len(words))).astype(np.int64)]
    return found
