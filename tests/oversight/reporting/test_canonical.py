from fractions import Fraction

import pytest

from yifa.oversight.reporting.canonical import NotSealed, canonical, exact, opened, sealed, shown


def test_the_bytes_do_not_depend_on_the_order_of_keys_or_the_form_of_letters():
    assert canonical({"b": 1, "a": ["é"]}) == canonical({"a": ["e\u0301"], "b": 1}) == '{"a":["é"],"b":1}'.encode()


def test_a_number_with_a_fraction_has_no_one_form():
    with pytest.raises(TypeError, match="float"):
        canonical({"value": 0.1})


def test_what_was_sealed_opens_and_what_was_changed_does_not():
    data = sealed({"value": "7", "name": "件"})
    assert opened(data) == {"value": "7", "name": "件"}
    for broken in (data.replace(b'"7"', b'"8"'), b"{}", b"[]", b"nothing"):
        with pytest.raises(NotSealed):
            opened(broken)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(-4, 1000), 2, "0"),
        (Fraction(100), 2, "100"),
        (Fraction(12345, 10), 2, "1234.5"),
    ],
)
def test_a_value_is_shown_with_a_half_rounded_away_from_nought(value, places, text):
    assert shown(value, places) == text
    assert exact(None) is None
