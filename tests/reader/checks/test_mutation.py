"""A flipped digit in a checked pair turns the verdict; scaling both numbers does not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reader.checks.passages import checks_of

# Relations that hold, told so exactly that no other digit can hold in any place.
EXACT = [
    ("rate", "受理诉求{2314件}，办结{2279件}，办结率{98.487%}。"),
    ("rate", "立案{150件}，自办案件{87件}，占比{58.00%}。"),
    ("sum", "共有账号{233个}，其中：微信{165个}、微博{40个}、移动端{1个}、其他{27个}。"),
    ("sum", "完成{2981个}处罚事项、{146个}强制事项、{412个}检查事项，共计{3539个}。"),
    ("sum", "办理案件{100件}（处罚{60件}、强制{40件}）。"),
    ("growth", "受理{120件}，比上年增加{23件}，增长{23.711%}。"),
    ("growth", "受理{131件}，较去年同期的{107件}增长{22.430%}。"),
    ("reduction", "许可事项由{380项}压减至{213项}，压减率{43.9474%}。"),
    ("reduction", "送审{380.5万元}，审减{23.4万元}，审减率{6.1498%}。"),
    ("all-claims", "发现问题{28个}，整改{28个}，全部整改到位。"),
]


def _flips(text: str) -> list[str]:
    """The text with one digit of one number made another, for every digit."""
    flipped = []
    for number in re.finditer(r"\{[^{}]*\}", text):
        for digit in re.finditer(r"\d", number.group()):
            at = number.start() + digit.start()
            for new in {str((int(digit.group()) + by) % 10) for by in (1, 4, 5)}:
                other = text[:at] + new + text[at + 1 :]
                if not re.search(r"\{0\d", other):
                    flipped.append(other)
    return flipped


@pytest.mark.parametrize(("kind", "text"), EXACT, ids=lambda one: one[:20])
def test_no_flipped_digit_keeps_the_verdict(kind: str, text: str) -> None:
    (before,) = checks_of(text, kind)
    assert before.split(" ")[1] == "holds"
    kept = [other for other in _flips(text) if any(line.split(" ")[1] == "holds" for line in checks_of(other, kind))]
    assert kept == []


@settings(deadline=None)
@given(st.integers(1, 3000), st.integers(0, 3000), st.integers(2, 40), st.integers(0, 2))
def test_scaling_part_and_whole_changes_nothing(part: int, more: int, times: int, places: int) -> None:
    rate = f"{100 * part / (part + more):.{places}f}"

    def said(factor: int) -> list[str]:
        text = f"受理{{{(part + more) * factor}件}}，办结{{{part * factor}件}}，办结率{{{rate}%}}。"
        return [line.split(" ")[1] for line in checks_of(text, "rate")]

    assert said(1) == said(times)


@settings(deadline=None)
@given(st.integers(1, 3000), st.integers(0, 3000), st.integers(0, 3))
def test_a_rate_that_was_rounded_always_agrees(part: int, more: int, places: int) -> None:
    whole, unit = part + more, 10**places
    rounded = (2 * 100 * part * unit + whole) // (2 * whole)
    cut = 100 * part * unit // whole
    for units, verdicts in ((rounded, {"holds"}), (cut, {"holds", "holds_truncated"})):
        rate = f"{units // unit}.{units % unit:0{places}d}" if places else str(units)
        text = f"受理{{{whole}件}}，办结{{{part}件}}，办结率{{{rate}%}}。"
        assert {line.split(" ")[1] for line in checks_of(text, "rate")} <= verdicts


@settings(deadline=None)
@given(st.lists(st.integers(1, 9999), min_size=2, max_size=7), st.integers(-50, 50))
def test_a_list_with_the_rest_holds_exactly_when_it_adds_up(members: list[int], off: int) -> None:
    total = sum(members) + off
    if total <= max(members):
        return
    kinds = "甲乙丙丁戊己庚"
    listed = "、".join(f"{kinds[index]}类{{{one}件}}" for index, one in enumerate(members[:-1]))
    text = f"受理{{{total}件}}，其中：{listed}、其他{{{members[-1]}件}}。"
    (verdict,) = [line.split(" ")[1] for line in checks_of(text, "sum")]
    assert verdict == ("holds" if off == 0 else "contradicted")
