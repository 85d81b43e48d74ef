"""How a reading is told: every word has its two languages, lights have an order, names are short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.interfaces import readings
from yifa.interfaces import telling
from yifa.interfaces.telling import LIGHTS, ORDER, Light
from yifa.reader.checks import check_kinds
from yifa.reader.comparison import Difference, Growth
from yifa.reader.reading import Check, Facts, FigureKind, Severity, Verdict
from yifa.reader.text.catalogue import damage_kinds
from yifa.wording import Language, language

ZH, EN = language("zh"), language("en")


@pytest.mark.parametrize(
    ("tell", "things"),
    [
        (telling.tell_verdict, list(Verdict)),
        (telling.tell_kind, list(FigureKind)),
        (telling.tell_severity, list(Severity)),
        (telling.tell_light, list(Light)),
        (telling.tell_difference, list(Difference)),
        (telling.tell_check_kind, [kind.id for kind in check_kinds()]),
        (telling.tell_damage_kind, [kind.id for kind in damage_kinds()]),
        (telling.tell_period, ["cumulative", "previous"]),
    ],
)
def test_everything_has_a_word_in_both_languages(tell: Callable[[Any, Language], str], things: list[Any]) -> None:
    english = [tell(thing, EN) for thing in things]
    chinese = [tell(thing, ZH) for thing in things]

    assert [word for word in english if not word.isascii()] == []
    assert [word for word in chinese if word.isascii()] == []
    assert len(set(chinese)) == len(things)


def test_every_verdict_has_a_light_and_a_place_and_red_is_only_what_cannot_be() -> None:
    assert set(LIGHTS) == set(ORDER) == set(Verdict)
    assert {verdict for verdict, light in LIGHTS.items() if light is Light.RED} == {
        Verdict.CONTRADICTED,
        Verdict.IMPOSSIBLE,
    }
    assert LIGHTS[Verdict.UNVERIFIABLE] is Light.OPEN
    assert len({light.sign for light in Light}) == len(Light)


def test_a_part_asked_for_by_law_is_to_be_looked_at_a_chapter_of_custom_only_known_of() -> None:
    law, custom = (Check("x", f"completeness-{one}", Verdict.MISSING, (), "", "") for one in ("law", "custom"))
    red = Check("x", "completeness-custom", Verdict.CONTRADICTED, (), "", "")

    assert [telling.light_of(check) for check in (law, custom, red)] == [Light.AMBER, Light.OPEN, Light.RED]
    assert telling.in_order([custom, law, red]) == [red, law, custom]


@pytest.mark.parametrize(
    ("lights", "shown"),
    [
        ([Light.GREEN, Light.RED], Light.RED),
        ([Light.GREEN, Light.AMBER, Light.OPEN], Light.AMBER),
        ([Light.OPEN, Light.GREEN], Light.GREEN),
        ([Light.OPEN], Light.OPEN),
    ],
)
def test_the_worst_light_shows_and_what_could_not_be_asked_hides_nothing(lights: list[Light], shown: Light) -> None:
    assert telling.worst(lights) is shown


@pytest.mark.parametrize(
    ("authority", "year", "long", "short"),
    [
        ("青屏县人民政府", 2023, "青屏县人民政府 2023", "青屏县"),
        ("望潮高新区管理委员会", 2024, "望潮高新区管理委员会 2024", "望潮高新区"),
        ("青屏县司法局", 2023, "青屏县司法局 2023", "青屏县司法局"),
        ("人民政府", 2023, "人民政府 2023", "人民政府"),
        (None, 2023, "标题", "标题"),
    ],
)
def test_a_text_is_called_by_its_authority_and_year(authority: str | None, year: int, long: str, short: str) -> None:
    document = readings.Report("x", "文", Facts(title="标题", authority=authority, year=year)).document()

    assert telling.tell_document(document) == long
    assert telling.tell_authority(document) == short


@pytest.mark.parametrize("file", ["a.txt", "/mnt/a.txt", "C:\\文件\\a.txt", "reports/a.txt"])
def test_a_file_is_called_by_its_name_alone(file: str) -> None:
    assert telling.tell_file(readings.Report(file, "文", Facts()).document()) == "a.txt"


@pytest.mark.parametrize(
    ("growth", "kind", "told"),
    [
        (Growth(0, 1, Decimal("114"), Fraction(114 * 100, 1190)), FigureKind.COUNT, "+114 (+9.6%)"),
        (Growth(0, 1, Decimal("-2515"), Fraction(-2515 * 100, 8642)), FigureKind.COUNT, "-2,515 (-29.1%)"),
        (Growth(0, 1, Decimal("0.4"), None), FigureKind.PERCENT, "+0.4 points"),
        (Growth(0, 1, Decimal("5"), None), FigureKind.COUNT, "+5"),
    ],
)
def test_growth_is_told_with_its_sign(growth: Growth, kind: FigureKind, told: str) -> None:
    assert telling.tell_growth((growth, kind), EN) == told


def test_a_place_is_quoted_with_what_stands_around_it() -> None:
    document = replace(readings.earlier())
    start = document.text.index("26件")

    assert telling.quote(document, start, start + 3, 6) == "…行政复议申请26件，受理24件…"
    assert telling.quote(document, 0, 2, 0) == "青屏…"
    assert (
        telling.quote(document, document.text.index("一、"), document.text.index("一、") + 1, 99)
        == "一、主要举措和成效"
    )


def test_the_number_is_exact_and_in_groups() -> None:
    assert telling.tell_number(Decimal("1234567.80")) == "1,234,567.80"
    assert telling.tell_number(Decimal("36"), Decimal("40")) == "36—40"
    assert telling.tell_number(Decimal("1E+4"), grouped=False) == "10000"
