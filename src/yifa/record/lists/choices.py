"""The words for lists. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class ListKind(TextChoices):
    """What a list is of."""

    POWERS = "powers"
    """权责清单"""
    PERMITS = "permits"
    """行政许可事项清单"""
    DISCRETION = "discretion"
    """裁量基准"""
    LENIENCY = "leniency"
    """不予、减轻、从轻处罚事项清单"""
    ENTERPRISES = "enterprises"
    """免检、免罚、轻罚、无事不扰企业名单"""
    INSPECTIONS = "inspections"
    """行政检查事项清单"""


class EditionState(TextChoices):
    """Where an edition stands."""

    DRAFT = "draft"
    DROPPED = "dropped"
    """a draft that was not put in force"""
    IN_FORCE = "in-force"
    AMENDED = "amended"
    """a later edition took its place"""
    WITHDRAWN = "withdrawn"
