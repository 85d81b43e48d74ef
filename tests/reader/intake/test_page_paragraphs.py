"""Worked pages: lines with places → paragraphs, running heads and page numbers left out, marks at each page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reader.intake.worked import worked
from yifa.reader.intake.blocks import Gathered
from yifa.reader.intake.page_lines import Page, Piece
from yifa.reader.intake.page_paragraphs import gather_pages
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.reading import Mark

WIDTH, HEIGHT, SIZE = 595, 842, 16


def piece(left: float, top: float, text: str, size: float = SIZE, latin: float = 0.5) -> Piece:
    width = sum(size * (latin if character.isascii() else 1) for character in text)
    return Piece(text, left, left + width, top, size)


def page(number: int, *pieces: Piece, pictures: bool = False) -> Page:
    return Page(number, WIDTH, HEIGHT, pieces, pictures)


def gathered(example: dict[str, Any]) -> Gathered:
    size, latin = example.get("size", SIZE), example.get("widths", 0.5)
    return gather_pages(
        [
            page(number, *(piece(left, top, text, size, latin) for left, top, text in lines))
            for number, lines in enumerate(example["pages"], 1)
        ]
    )


@pytest.mark.parametrize("example", worked("pages"))
def test_pages_become_paragraphs(example: dict[str, Any]) -> None:
    assert gathered(example).text == example["text"]


def test_every_page_is_marked_where_its_text_begins() -> None:
    found = gather_pages(
        [
            page(1, piece(122, 110, "全县坚持依法行政统筹推进各项工作全年共办理案件一千")),
            page(2, piece(90, 110, "二百件。"), piece(122, 138, "末段。")),
            page(4, piece(122, 110, "又一页。")),
        ]
    )

    assert found.text == "全县坚持依法行政统筹推进各项工作全年共办理案件一千二百件。\n末段。\n又一页。\n"
    assert found.marks == (Mark(0, "第1页"), Mark(25, "第2页"), Mark(34, "第4页"))


def test_a_title_in_two_centred_lines_is_one() -> None:
    title = [piece(209.5, 100, "青屏县人民政府关于", 22), piece(187.5, 130, "法治政府建设的报告", 22)]
    body = [piece(122, 180 + 28 * n, "全县坚持依法行政统筹推进各项工作。") for n in range(3)]

    found = gather_pages([page(1, Piece("青屏县人民政府关于", 198, 397, 100, 22), title[1], *body)])

    assert found.text.split("\n")[0] == "青屏县人民政府关于法治政府建设的报告"


def test_a_page_that_is_a_picture_among_others_is_told() -> None:
    found = gather_pages([page(1, piece(122, 110, "甲段。")), page(2, pictures=True)])

    assert [(defect.kind, defect.values) for defect in found.defects] == [("page_without_text", {"page": 2})]


@pytest.mark.parametrize(("pictures", "reason"), [(True, Reason.SCANNED), (False, Reason.NO_TEXT)])
def test_pages_without_any_text_are_refused(pictures: bool, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        gather_pages([page(1, pictures=pictures), page(2)])

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "犐犆犆犛犌犕犔犇犲犪犾狉狔狆狋狅狀犻犮狊犲" * 2,
        "\ue11e\ue236\ue28a\ue0c0\ueb06\ue2f6\ue0da\ue0ba" * 4,
        "!\"#$%&'()*+,-./" * 20,
    ],
)
def test_fonts_that_give_other_characters_than_they_draw_are_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        gather_pages([page(1, piece(90, 110, text))])

    assert refused.value.reason == Reason.NO_CHARACTER_CODES
