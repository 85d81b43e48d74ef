"""The words for verdicts, tactful in both languages."""

from __future__ import annotations

from yifa.reader.checks.verdicts import AGREES, TO_LOOK_INTO, word
from yifa.reader.reading import Verdict
from yifa.wording import language


def test_the_words_officials_see() -> None:
    assert {verdict: word(verdict, speech=language("zh")) for verdict in Verdict} == {
        Verdict.HOLDS: "相符",
        Verdict.HOLDS_TRUNCATED: "相符（截取）",
        Verdict.HOLDS_APPROXIMATELY: "近似相符",
        Verdict.CONTRADICTED: "不符（请核口径）",
        Verdict.IMPOSSIBLE: "待核",
        Verdict.UNVERIFIABLE: "无法核对",
        Verdict.LATE: "晚于规定日期（请核报送日）",
        Verdict.MISSING: "未见",
        Verdict.THIN: "较简略",
    }


def test_every_verdict_has_its_own_word_in_english() -> None:
    words = [word(verdict, speech=language("en")) for verdict in Verdict]
    assert len(set(words)) == len(words)


def test_no_verdict_is_in_both_groups() -> None:
    assert not AGREES & TO_LOOK_INTO
