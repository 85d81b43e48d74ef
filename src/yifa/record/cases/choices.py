"""The words for cases. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """Where a case stands."""

    OPEN = "open"
    """在办"""
    CONCLUDED = "concluded"
    """办结: by the acts on record; what is still to be done after the end (归档, 公开) is followed, and recorded"""
    CLOSED = "closed"
    """closed by somebody: takes no more acts until it is opened again"""
    MERGED = "merged"
    """并案: goes on in another case"""
    TRANSFERRED = "transferred"
    """移送: goes on as a case of another organ"""
    SENT = "sent"
    """移送中: sent to another organ, which has not acknowledged it yet"""
    VOID = "void"
    """撤销登记: came with an import that was undone"""


TAKES_ACTS = (State.OPEN, State.CONCLUDED)
"""The states of a case in which acts are recorded, and its days followed."""


class Openness(TextChoices):
    """公开属性 of a matter or document (政府信息公开条例 13–16)."""

    OPEN = "open"
    """主动公开"""
    ON_REQUEST = "on-request"
    """依申请公开"""
    CLOSED = "closed"
    """不予公开, with the reason"""


class Ground(TextChoices):
    """Why something is not made public (政府信息公开条例 14–16)."""

    STATE_SECURITY = "state-security"
    """危及国家安全、公共安全、经济安全、社会稳定 (14)"""
    FORBIDDEN = "forbidden"
    """法律、行政法规禁止公开 (14)"""
    BUSINESS_SECRET = "business-secret"  # noqa: S105 - a ground, no password
    """商业秘密 (15)"""
    PRIVACY = "privacy"
    """个人隐私 (15)"""
    INTERNAL = "internal"
    """内部事务信息 (16)"""
    PROCESS = "process"
    """讨论记录、过程稿、磋商信函、请示报告 (16)"""
    ENFORCEMENT_FILE = "enforcement-file"
    """行政执法案卷信息 (16)"""


GROUND_ARTICLES = {
    Ground.STATE_SECURITY: "政府信息公开条例 14",
    Ground.FORBIDDEN: "政府信息公开条例 14",
    Ground.BUSINESS_SECRET: "政府信息公开条例 15",
    Ground.PRIVACY: "政府信息公开条例 15",
    Ground.INTERNAL: "政府信息公开条例 16",
    Ground.PROCESS: "政府信息公开条例 16",
    Ground.ENFORCEMENT_FILE: "政府信息公开条例 16",
}
"""The article of each ground."""


class Part(TextChoices):
    """Which part of the file something lies in."""

    MAIN = "main"
    """正卷: what a party may be shown"""
    SECONDARY = "secondary"
    """副卷: the organ's own"""


class LinkKind(TextChoices):
    """How one case hangs together with another."""

    CHALLENGES = "challenges"
    """复议、诉讼 of what was decided there"""
    ARISES_FROM = "arises-from"
    RECTIFIES = "rectifies"
    MERGED_INTO = "merged-into"
    """并案"""
    SPLIT_FROM = "split-from"
    """分案"""
    TRANSFERRED_TO = "transferred-to"
    """移送、移交"""


class Role(TextChoices):
    """Who somebody is in a case."""

    PARTY = "party"
    THIRD_PARTY = "third-party"
    REPRESENTATIVE = "representative"
    WITNESS = "witness"
    HANDLER = "handler"
    """承办人"""
    ASSISTANT = "assistant"
    """协办人"""
    REVIEWER = "reviewer"
    """法制审核人员"""
    NAMED = "named"
    """somebody whom a field of an act names"""


class Leaving(TextChoices):
    """Why somebody takes part no more."""

    AVOIDANCE = "avoidance"
    """回避: an officer who must not take part, and does not come back into the same case"""
    REPLACED = "replaced"
    """换人、更换代理人"""
    MOVED = "moved"
    """调离岗位"""
    MISTAKEN = "mistaken"
    """登记有误: was never in it"""
