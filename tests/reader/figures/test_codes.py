import pytest

from yifa.reader.figures.codes import find_codes, find_ordinals
from yifa.reader.reading import FigureKind


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("青政发〔2022〕6号印发", ["〔2022〕6号"]),
        ("(2022)青0302行初12号判决", ["(2022)青0302行初12号"]),
        ("依据第33条第1款", ["第33条第1款"]),
        ("拨打12345热线", ["12345"]),
        ("受理12345件", []),
        ("建设5G基站", ["5G"]),
        ("治理PM2.5", ["PM2.5"]),
        ("开发APP3个", []),
        ("电话0312-1234567", ["电话0312-1234567"]),
        ("附件2所列", ["附件2"]),
        ("世界500强企业", ["500强"]),
        ("办理3号楼", ["3号"]),
        ("320公里、35kg", []),
        ("“4·15”宣传", ["4·15"]),
        ("升级2.0版", ["2.0"]),
        ("第3页 共15页", ["第3页", "共15页"]),
    ],
)
def test_codes_are_told_from_counts(text, codes):
    assert [text[one.start : one.end] for one in find_codes(text)] == codes


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("第73次会议", "ordinal", 73, "次"),
        ("第一责任人", "ordinal", 1, None),
        ("全省第三，", "rank", 3, "名"),
        ("位居第4位，", "rank", 4, "位"),
        ("前10名", "rank", 10, "名"),
        ("十三届六次", "ordinal", 13, "届"),
        ("全省第一个", "ordinal", 1, "个"),
        ("排名5，", "rank", 5, "名"),
    ],
)
def test_ordinals_and_ranks_are_told_apart(text, kind, value, unit):
    (one,) = find_ordinals(text)
    assert (one.kind, one.value, one.unit) == (FigureKind(kind), value, unit)


def test_a_place_that_only_looks_like_a_rank_is_none():
    assert [*find_ordinals("目前75，此前3个月，提前5天，前三季度")] == []
