"""The words for cases. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """Where a case stands."""

    OPEN = "open"
    CLOSED = "closed"
    MERGED = "merged"
    """并案: goes on in another case"""
    TRANSFERRED = "transferred"
    """移送: goes on as a case of another organ"""
    VOID = "void"
    """撤销登记: came with an import that was undone"""


class Openness(TextChoices):
    """公开属性 of a matter or document (政府信息公开条例 13–16)."""

    OPEN = "open"
    """主动公开"""
    ON_REQUEST = "on-request"
    """依申请公开"""
    CLOSED = "closed"
    """不予公开, with the reason"""


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
