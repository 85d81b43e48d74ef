import pytest

from yifa.ledgers.values.names import read_names
from yifa.ledgers.values.readings import BLANK, NONE, UNKNOWN, bad, value


@pytest.mark.parametrize(
    "cell",
    [
        "张三、李四",
        "张三,李四",
        "张三，李四",
        "张三;李四",
        "张三；李四",
        "张三/李四",
        "张三 李四",
        "张三\n李四",
        "张 三、李 四",
        "张三（110）、李四[11]",
        "张 三 李 四",
        "张三、李四、张三",
    ],
)
def test_names_are_told_apart_however_they_stand(cell: str) -> None:
    assert read_names(cell) == value(("张三", "李四"))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("李和平", ("李和平",)),
        ("欧阳锋和黄药师", ("欧阳锋", "黄药师")),
        ("阿依古丽·买买提/John Smith", ("阿依古丽·买买提", "John Smith")),
        ("张 三 王小五", ("张三", "王小五")),
        ("王小五 张 三", ("王小五", "张三")),
    ],
)
def test_what_belongs_to_a_name_stays_with_it(cell: str, names: tuple[str, ...]) -> None:
    assert read_names(cell) == value(names)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("", BLANK),
        ("无", NONE),
        ("不详", UNKNOWN),
        ("张三等2人", bad("names-not-all")),
        ("张三等", bad("names-not-all")),
        ("、", bad("no-names")),
    ],
)
def test_what_names_nobody_or_not_everybody_is_told(cell: str, said: object) -> None:
    assert read_names(cell) == said


def test_a_name_of_five_hundred_signs_is_a_name() -> None:
    assert read_names("王" * 500) == value(("王" * 500,))
