"""What a title says about its text."""

from __future__ import annotations

import pytest

from yifa.reader.text.title import SHORTEST_REPORT, kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青屏县人民政府关于2022年度法治政府建设情况的报告", "annual-report"),
        ("青屏县2022年法治政府建设工作总结和2023年工作计划", "annual-report"),
        ("关于青屏县2022年度法治政府建设情况的公示", "annual-report"),
        ("关于印发《青屏县2022年度法治政府建设情况报告》的通知", "annual-report"),
        ("关于印发《青屏县2023年法治政府建设工作计划》的通知", "notice"),
        ("青屏县关于召开会议的通知", "notice"),
        ("青屏县2023年法治政府建设工作安排", "plan"),
        ("望潮市法治政府建设实施方案(2021—2025年)", "plan"),
        ("望潮市法治政府建设新闻发布会实录", "transcript"),
        ("望潮市2022年行政执法统计年报", "statistics"),
        ("望潮市行政处罚数据", "statistics"),
        ("望潮市章程", "other"),
    ],
)
def test_a_title_tells_the_kind_of_text(title: str, kind: str) -> None:
    assert kind_of(title, "文" * SHORTEST_REPORT) == kind


def test_a_short_notice_that_sends_a_report_is_a_notice() -> None:
    assert kind_of("关于印发《青屏县2022年度法治政府建设情况报告》的通知", "请认真阅读。") == "notice"


def test_without_a_title_the_opening_words_tell() -> None:
    assert kind_of(None, "现将2022年法治政府建设情况报告如下：") == "annual-report"
    assert kind_of(None, "记者：情况如何？\n局长：很好。\n记者：谢谢。") == "transcript"
    assert kind_of(None, "会议圆满结束。") == "other"
