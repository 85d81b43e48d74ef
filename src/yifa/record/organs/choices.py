"""The words for organs, relations and officers. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class Level(TextChoices):
    """Five levels of government; the four that report to one another are those up to the province."""

    TOWNSHIP = "township"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    NATIONAL = "national"


class Kind(TextChoices):
    """What an organ is."""

    GOVERNMENT = "government"
    """人民政府"""
    DEPARTMENT = "department"
    """政府部门"""
    BRANCH = "branch"
    """派出机关或者派出机构"""
    ZONE = "zone"
    """开发区管理机构"""
    EMPOWERED = "empowered"
    """法律、法规授权的组织"""
    ENTRUSTED = "entrusted"
    """受委托组织"""
    SECTION = "section"
    """内设机构: acts for its organ, never in its own name"""


class RelationKind(TextChoices):
    """How one organ stands to another on a day."""

    BELONGS_TO = "belongs-to"
    """隶属"""
    BRANCH_OF = "branch-of"
    """派出"""
    VERTICAL = "vertical"
    """垂直管理: led by the organ above alone"""
    DUAL = "dual"
    """双重管理: led by the organ above and by the government it lies under"""
    ZONE_OF = "zone-of"
    """开发区授权"""
    ENTRUSTED_BY = "entrusted-by"
    """委托: in the name of the other, within what is entrusted"""
    EMPOWERED_BY = "empowered-by"
    """镇街赋权: powers handed down, item by item"""
    GUIDED_BY = "guided-by"
    """业务指导: looks to the organ above in its sector, which does not lead it"""
    CENTRALISED_FROM = "centralised-from"
    """集中行使: powers of the other exercised by this one"""
    SECTION_OF = "section-of"
    """内设科室"""


class SuccessionKind(TextChoices):
    """What became of an organ."""

    MERGED = "merged"
    SPLIT = "split"
    ABOLISHED = "abolished"


class CertificateEventKind(TextChoices):
    """What became of a certificate after it was issued."""

    CHECKED = "checked"
    """年度审验"""
    SUSPENDED = "suspended"
    """暂扣"""
    RESTORED = "restored"
    CANCELLED = "cancelled"
    """注销、收缴"""


class Rank(TextChoices):
    """What a post lets its holder sign: 负责人 is any of the first two, 主要负责人 the first alone."""

    PRINCIPAL = "principal"
    DEPUTY = "deputy"
    SECTION_HEAD = "section-head"
    OFFICER = "officer"
