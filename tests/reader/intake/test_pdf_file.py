"""PDFs, made and printed: read in a process of their own."""

from __future__ import annotations

import pytest

from tests.reader.intake.made_pdf import HEIGHT, at, lines, pdf
from tests.reader.intake.report import TEXT
from tests.reader.intake.worked import FIXTURES
from yifa.reader.intake.pdf_file import read_pdf
from yifa.reader.intake.pdf_glyphs import read_glyphs
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.reading import Mark


def test_what_an_office_program_printed_comes_back_whole() -> None:
    found = read_pdf((FIXTURES / "printed.pdf").read_bytes())

    assert found.text == TEXT
    assert [mark.place for mark in found.marks] == ["第1页", "第2页", "第3页"]


def test_paragraphs_go_on_over_lines_and_pages() -> None:
    first = lines("　　全县坚持依法行政统筹推进各项工作全年共办理案件1")
    second = lines("234件，办结1180件。", "　　末段办结。")

    found = read_pdf(pdf(first, second))

    assert found.text == "全县坚持依法行政统筹推进各项工作全年共办理案件1234件，办结1180件。\n末段办结。\n"
    assert found.marks == (Mark(0, "第1页"), Mark(24, "第2页"))


def test_a_pdf_that_opens_without_password_is_read() -> None:
    assert read_pdf((FIXTURES / "owned.pdf").read_bytes()).text == "720 of 878 cases\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ((FIXTURES / "locked.pdf").read_bytes(), Reason.ENCRYPTED),
        (pdf([], [], picture=True), Reason.SCANNED),
        (pdf([]), Reason.NO_TEXT),
        (b"%PDF-1.7\n%%EOF", Reason.BROKEN),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        read_pdf(data)

    assert refused.value.reason == reason


def pieces(data: bytes) -> list[tuple[str, ...]]:
    return [tuple(piece[0] for piece in page["pieces"]) for page in read_glyphs(data)]


def test_a_water_mark_set_at_a_slant_is_left_out() -> None:
    slanted = at(200, 400, "仅供内部使用", turn=(0.7, 0.7, -0.7, 0.7))

    assert pieces(pdf([*lines("办结案件。"), slanted])) == [("办结案件。",)]


@pytest.mark.parametrize("turn", [(0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)])
def test_a_page_set_at_a_right_angle_is_read_the_way_it_runs(turn: tuple[float, float, float, float]) -> None:
    across, up = turn[0], turn[1]
    first = at(300, 400, "办结案件", turn=turn)
    second = at(300 + across * 64, 400 - up * 64, "一百件。", turn=turn)

    assert read_pdf(pdf([first, second])).text == "办结案件一百件。\n"


def test_characters_drawn_one_by_one_without_their_font_are_not_lost() -> None:
    data = pdf([at(90 + 16 * n, 110, character) for n, character in enumerate("办结案件一百件")])

    assert read_pdf(data).text == "办结案件一百件\n"


def test_places_are_counted_from_the_upper_left() -> None:
    page = read_glyphs(pdf([at(90, 110, "办结")]))[0]

    assert page == {
        "width": 595.0,
        "height": float(HEIGHT),
        "pictures": False,
        "pieces": [("办结", 90.0, 122.0, 110.0, 16.0)],
    }
