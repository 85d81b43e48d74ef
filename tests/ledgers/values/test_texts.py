from datetime import date, datetime, time
from typing import Any

import pytest

from yifa.ledgers.values.texts import half_width, has_lost_digits, meaning, plain, squeezed


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (20250018.0, "20250018"),
        (0.5, "0.5"),
        (True, "是"),
        (date(2025, 3, 5), "2025-03-05"),
        (datetime(2025, 3, 5, 9, 7), "2025-03-05 09:07"),
        (datetime(2025, 3, 5), "2025-03-05"),
        (time(9, 7), "09:07"),
        ("\u3000 案\u200b号\xa0", "案号"),
        ('="0018"', "0018"),
        ("=1+1", "=1+1"),
    ],
)
def test_every_content_has_a_text(cell: Any, text: str) -> None:
    assert plain(cell) == text


def test_full_width_is_read_as_half_width() -> None:
    assert half_width("（２０２５）\n 18号") == "(2025) 18号"
    assert squeezed("Ｎ ／ Ａ") == "n/a"


@pytest.mark.parametrize(
    ("text", "said"), [("无", "none"), ("n/a", "none"), ("至今", "none"), ("不详", "unknown"), ("是", None)]
)
def test_words_for_none_and_for_unknown_are_known(text: str, said: str | None) -> None:
    assert meaning(text) == said


def test_a_long_number_that_excel_took_for_an_amount_has_lost_digits() -> None:
    assert has_lost_digits(91370100004189250.0)
    assert not has_lost_digits(91370100.0)
    assert not has_lost_digits("913701000041892500")
