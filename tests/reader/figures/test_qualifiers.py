import pytest

from yifa.reader.figures.qualifiers import QUALIFIERS, inexact, is_change, tell_change


@pytest.mark.parametrize(
    ("word", "level", "told"),
    [
        ("增长", False, "增加"),
        ("提高", True, "增加到"),
        ("下降", False, "减少"),
        ("压减", True, "减少到"),
        ("降至", True, "减少到"),
        ("升至", True, "增加到"),
    ],
)
def test_a_change_is_told_by_its_direction_and_whether_it_is_the_level(word, level, told):
    assert tell_change(word, level) == told
    assert told in QUALIFIERS


def test_which_qualifiers_make_a_value_inexact_or_a_change():
    assert inexact(["累计", "余"])
    assert not inexact(["累计", "同比"])
    assert is_change(["同比", "减少"])
    assert not is_change(["减少到"])
