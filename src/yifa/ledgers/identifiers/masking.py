"""Hides persons: identity numbers, phones, bank accounts, addresses, and names of natural persons.

Hidden is what publicity must not show anyway (个人信息保护法; 行政处罚法 50); names of enterprises and organs stay. The
same content always looks the same, so that a clerk can find the row, and nobody can find the person.
"""

from __future__ import annotations

import re
from enum import StrEnum

from yifa.ledgers.values.texts import half_width

_ORGANISATION = re.compile(
    r"公司|集团|厂|店|超市|商行|商场|商店|经营部|合作社|企业|中心|医院|诊所|药房|药店|学校|幼儿园|银行|信用社|酒店|宾馆|饭店|餐厅|饭馆"
    r"|事务所|协会|学会|委员会|局|所|站|队|处|科|院|馆|园|场|社|政府|街道|机关|单位|部|室|坊|吧|屋|行|铺|摊|城|矿|库|网|庄|记|楼"
)
_NUMBERS = re.compile(
    r"(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15,19}|\d{6,8}(?:19|20)\d{6,8}[\dXx]?|1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?![0-9A-Za-z])"
)
_CREDIT = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}")
SIGN = "*"


class Personal(StrEnum):
    """What a personal content is."""

    NAME = "name"
    PERSON = "person-id"
    CODE = "credit-code"
    """A credit code or the number of a person in one column."""
    PHONE = "phone"
    ADDRESS = "address"
    OTHER = "text"


def mask(text: str, kind: Personal | str = Personal.OTHER) -> str:
    """A personal content hidden as its kind asks; what hides nobody (a company, a credit code) stays.

    >>> mask("王小五", "name"), mask("青屏县好邻超市", "name"), mask("110105194912310021", "person-id")
    ('王**', '青屏县好邻超市', '1101**********0021')
    >>> mask("13800001234", "phone")
    '138****1234'
    """
    if not text or SIGN in text:
        return text
    match str(kind):
        case Personal.NAME:
            return text if is_organisation(text) else _hidden(text, 1, 0)
        case Personal.PERSON:
            return _hidden(text, 4, 4)
        case Personal.CODE:
            return text if _CREDIT.fullmatch(text) and not _is_person_like(text) else _hidden(text, 4, 4)
        case Personal.PHONE:
            return _hidden(text, 3, 4)
        case Personal.ADDRESS:
            return _hidden(text, 6, 0)
    masked = mask_text(text)
    return masked if masked != text or is_organisation(text) or len(text) > 30 else _hidden(text, 1, 0)


def mask_text(text: str) -> str:
    """Running text in which numbers of persons, phones and accounts are hidden.

    >>> mask_text("电话13800001234，账号6222020200112233445")
    '电话138****1234，账号6222***********3445'
    """
    return _NUMBERS.sub(lambda found: _hidden(found.group(), 3 if len(found.group()) <= 12 else 4, 4), text)


def is_organisation(name: str) -> bool:
    """Whether a name is that of an enterprise or organ and not of a person; short names without such a word are not."""
    plain = half_width(name).replace(" ", "")
    return bool(_ORGANISATION.search(plain[2:] or plain)) and len(plain) > 3


def _is_person_like(text: str) -> bool:
    return text[:17].isdigit() and text[6:8] in ("19", "20")


def _hidden(text: str, first: int, last: int) -> str:
    """The first and last places, and a sign for each between; of a short text less."""
    if len(text) <= first + last:
        first, last = min(first, 1), 0
    return text[:first] + SIGN * (len(text) - first - last) + (text[len(text) - last :] if last else "")
