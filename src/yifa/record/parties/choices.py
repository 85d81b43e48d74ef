"""The words for parties."""

from __future__ import annotations

from django.db.models import TextChoices


class PartyKind(TextChoices):
    """What a party is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    SOLE_TRADER = "sole-trader"
    """个体工商户"""


class IdentifierKind(TextChoices):
    """What identifies a party."""

    CREDIT_CODE = "credit-code"
    """统一社会信用代码 (GB 32100)"""
    IDENTITY_NUMBER = "identity-number"
    """公民身份号码 (GB 11643)"""
    OTHER = "other"
    NONE = "none"


class PartyFactKind(TextChoices):
    """What holds of a party from a day to a day."""

    CREDIT_GRADE = "credit-grade"
    ABNORMAL_LIST = "abnormal-list"
    """经营异常名录"""
    SERIOUS_LIST = "serious-list"
    """严重违法失信名单"""
    EXEMPT_LIST = "exempt-list"
    """免检、无事不扰企业名单"""


class ReadHow(TextChoices):
    """How somebody looked at a party."""

    PAGE = "page"
    """its page, what identifies it masked"""
    IDENTIFIER = "identifier"
    """what identifies it in full"""
    WORKBOOK = "workbook"
    """with others in a workbook that was handed out"""
