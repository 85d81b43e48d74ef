"""What stands on every table of the look-up pages, in both languages."""

from __future__ import annotations

NOTES = {
    "machine": {
        "en": "Measured on {}: {} (virtual machine, {} cores, {} GB), {}, {}; {}. Load before the start {}. Every "
        "figure is a median with the least and the most.",
        "zh": "测量日期 {}：{}（虚拟机，{} 核，{} GB），{}，{}；{}。开始前的负载 {}。"
        "每个数字都是中位数，方括号内为最小值和最大值。",
    },
    "runs": {"en": "variant|ms|answers a second|×", "zh": "方案|毫秒|每秒|×"},
    "calls": {"en": "one call|p50 µs|p99 µs|× of p50", "zh": "一次调用|p50 微秒|p99 微秒|×（p50）"},
    "goal": {
        "en": "- Goal: {} {} {}{}; measured {}. {}.",
        "zh": "- 目标：{} {} {}{}；测得 {}。{}。",
    },
    "met": {"en": "Met", "zh": "已达到"},
    "missed": {"en": "**Missed**", "zh": "**未达到**"},
}

UNITS = {"a second": "个/秒", "s": "秒", "ms": "毫秒"}
"""Units of goals in Chinese; others are the same in both."""
