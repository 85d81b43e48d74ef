import pytest

from yifa.law.catalogue.measures import measures
from yifa.reader.figures.units import read_unit
from yifa.reader.reading import FigureKind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("件，", "件", "count"),
        ("人(次)，", "人次", "count"),
        ("家/次，", "家次", "count"),
        ("台(套)，", "台", "count"),
        ("个工作日内", "工作日", "duration"),
        ("个月", "个月", "duration"),
        ("个百分点", "个百分点", "points"),
        ("%", "%", "percent"),
        ("平方米", "平方米", "quantity"),
        ("㎡", "平方米", "quantity"),
        ("毫米/小时", "毫米/小时", "quantity"),
        ("倍", "倍", "multiple"),
        ("美元", "美元", "amount"),
        ("部门联合", "部门", "count"),
        ("村，", "村", "count"),
        ("批次/千人", "批次/千人", "count"),
    ],
)
def test_a_unit_has_its_plain_form_and_its_kind(text, name, kind):
    unit = read_unit(text, 0)
    assert unit is not None
    assert (unit.name, unit.kind) == (name, FigureKind(kind))


@pytest.mark.parametrize(
    "text", ["处罚", "人大代表", "家庭", "元旦", "名单", "年度", "场所", "期间", "村民", "条例", "周围"]
)
def test_what_makes_another_word_of_a_unit_is_no_unit(text):
    assert read_unit(text, 0) is None


def test_every_unit_of_the_measures_can_be_read():
    units = {unit for one in measures() for unit in (one.unit, *one.units)}
    unread = {unit for unit in units if (found := read_unit(unit, 0)) is None or found.end != len(unit)}
    assert unread == set()
