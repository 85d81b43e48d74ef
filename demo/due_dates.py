"""Three worked cases of invented offices, each a question to `yifa due` that a clerk could type as it stands."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """A case told in a sentence of each language, and the question it leads to."""

    zh: str
    en: str
    question: tuple[str, ...]


CASES = (
    Case(
        "青屏县行政审批局2024年9月25日受理一件行政许可申请，10月8日告知申请人组织听证，10月11日听证结束。最迟哪天作出决定？",
        "The licensing bureau of Qingping county accepted an application on 25 September 2024, gave notice of "
        "a hearing on 8 October, and the hearing ended on 11 October. By which day must it decide?",
        (
            *("due", "--law", "行政许可法", "--article", "42", "--from", "2024-09-25", "--within", "20日"),
            *("--pause", "2024-10-08..2024-10-11:hearing:told"),
        ),
    ),
    Case(
        "望潮市市场监管局2023年7月3日立案，9月20日书面告知送检、10月18日收到检测报告，"
        "10月27日经负责人批准延长30日，11月30日作出处罚决定。是否超期？",
        "The market regulator of Wangchao opened a case on 3 July 2023, told the party in writing on 20 September "
        "that samples go to a laboratory, had the report on 18 October, was granted 30 more days on 27 October and "
        "decided on 30 November. In time?",
        (
            *("due", "--law", "市场监督管理行政处罚程序规定", "--article", "64", "--from", "2023-07-03"),
            *("--within", "90日", "--pause", "2023-09-20..2023-10-18:test:told"),
            *("--extend", "2023-10-27:30日", "--done", "2023-11-30"),
        ),
    ),
    Case(
        "望潮市人民政府2026年12月1日受理一件行政复议申请，期限60日，届满时下一年度放假通知尚未公布。最迟哪天？",
        "The government of Wangchao accepted an application for reconsideration on 1 December 2026; the holiday notice "
        "for 2027 is not published when the 60 days end. Which day is the last?",
        ("due", "--law", "行政复议法", "--article", "62", "--from", "2026-12-01", "--within", "60日"),
    ),
)
