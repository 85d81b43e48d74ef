"""One way only to write a value down."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.record.chain import NotCanonical, canonical

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    TEXTS | st.integers(-(2**63) + 1, 2**63 - 1),
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS.map(lambda key: unicodedata.normalize("NFC", key)), inner),
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": "x"}, '{"a":"x","b":1}'),
        ({"金额": 500000, "案号": "青市监罚〔2025〕18号"}, '{"案号":"青市监罚〔2025〕18号","金额":500000}'),
        (["", -1, [], {}], '["",-1,[],{}]'),
        ("e\u0301", '"é"'),
        ('"\\\n\u2028/', '"\\"\\\\\\n\u2028/"'),
        (("a", "b"), '["a","b"]'),
    ],
)
def test_a_value_is_written_in_one_way(value: Any, text: str) -> None:
    assert canonical(value) == text


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"what": {"fine": 1.5}}, "what.fine: found float, expected a text, a whole number, a list or an object"),
        ({"a": [0, None]}, "a[1]: found NoneType, expected a text, a whole number, a list or an object"),
        (True, "the value: found true, expected a text, a whole number, a list or an object"),
        ({"n": 2**63}, "n: found 9223372036854775808, expected a whole number within 64 bits"),
        ({1: "x"}, "the value: found the key 1, expected keys that are texts"),
        ({"é": 1, "e\u0301": 2}, "the value: found the key 'é' twice, expected every key once"),
        ({"name": "\ud800"}, "name: found half of a character (a lone surrogate), expected whole characters"),
    ],
)
def test_what_has_no_canonical_text_is_refused_by_its_place(value: Any, told: str) -> None:
    with pytest.raises(NotCanonical) as refused:
        canonical(value)
    assert str(refused.value) == told


@given(VALUES)
def test_canonical_text_says_the_value_and_is_the_text_of_itself(value: Any) -> None:
    text = canonical(value)
    assert canonical(json.loads(text)) == text
    assert "\n" not in text
    assert hashlib.sha256(text.encode()).digest() == hashlib.sha256(canonical(json.loads(text)).encode()).digest()


@given(st.dictionaries(TEXTS.map(lambda key: unicodedata.normalize("NFC", key)), TEXTS))
def test_the_order_in_which_keys_were_set_does_not_matter(value: dict[str, str]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)
