"""Amounts of money in capital characters (大写), as papers and receipts write them: 5000.50 is 伍仟元伍角整."""

from __future__ import annotations

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def capital_amount(fen: int) -> str:
    """An amount in fen, 0 to less than ten thousand billion yuan, in capital characters.

    >>> [capital_amount(fen) for fen in (500_050, 100_000, 1_000_507, 10_500, 5, 0, 20_003_000_000)]
    ['伍仟元伍角整', '壹仟元整', '壹万零伍元零柒分', '壹佰零伍元整', '伍分', '零元整', '贰亿零叁万元整']
    """
    yuan, rest = divmod(fen, 100)
    jiao, left = divmod(rest, 10)
    said = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"{said}整"
    if jiao:
        said += f"{_DIGITS[jiao]}角"
    elif said:
        said += "零"
    return said + (f"{_DIGITS[left]}分" if left else "整")


def _whole(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    said, gap = "", False
    for place in reversed(range(len(groups))):
        group = groups[place]
        if not group:
            gap = bool(said)
            continue
        if said and (gap or group < 1_000):
            said += _DIGITS[0]
        said += _group(group) + _GROUPS[place]
        gap = False
    return said


def _group(number: int) -> str:
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            said += (_DIGITS[0] if gap and said else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return said
