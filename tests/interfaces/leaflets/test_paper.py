"""The paper holds the text to the character, whatever is marked in it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interfaces.readings import Report, earlier, qingping
from yifa.interfaces.leaflets.paper import draw
from yifa.interfaces.telling import Light
from yifa.reader.reading import Document, Facts, FigureKind, Section, Severity, Verdict


def words(paper: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", paper))


def test_the_words_of_the_paper_are_those_of_the_text() -> None:
    for document in (qingping(), earlier()):
        assert words(draw(document, 0, {})) == document.text


def test_every_figure_is_marked_once_with_its_light_and_its_words() -> None:
    document = qingping()

    paper = draw(document, 0, {3: Light.GREEN, 15: Light.RED})

    marks = re.findall(r'<span class="fig (\w+)" data-f="(\d+)" role="button" tabindex="-1">([^<]*)</span>', paper)
    assert [(int(number), text) for _, number, text in marks] == [
        (place, one.text) for place, one in enumerate(document.figures)
    ]
    looks = {int(number): look for look, number, _ in marks}
    assert looks[0] == "idle"
    assert looks[1] == "plain"
    assert looks[3] == "green"
    assert looks[15] == "red"


def test_headings_can_be_reached_and_markup_of_the_report_stays_text() -> None:
    paper = draw(qingping(), 2, {})

    assert re.findall(r'id="(d2s\d)" role="heading" aria-level="(\d)"', paper) == [
        ("d2s0", "3"),
        *((f"d2s{n}", "4") for n in range(1, 5)),
        *((f"d2s{n}", "3") for n in range(5, 8)),
    ]
    assert paper.startswith('<p><span class="title">青屏县人民政府关于<span class="fig idle"')
    assert "&lt;b&gt;" in paper
    assert "<b>" not in paper


def test_a_heading_within_a_line_begins_a_paragraph_of_its_own() -> None:
    text = "导语。一、甲乙。丙"
    report = Report("x", text, Facts()).document()
    heading = Section("一", 1, "甲", 3, 6, len(text))
    document = replace(report, prepared=replace(report.prepared, sections=(heading,)))

    paper = draw(document, 0, {})

    assert paper == (
        '<p>导语。</p><p><span class="head l1" id="d0s0" role="heading" aria-level="3">一、甲</span>乙。丙</p>'
    )


def test_damage_over_figures_and_lines_is_marked_piece_by_piece() -> None:
    report = Report("x", "共办理12件案\n子。余下", Facts())
    report.figure("12件", FigureKind.COUNT, "12", "件")
    report.damaged("eaten", Severity.SERIOUS, "理12件案\n子", "")

    paper = draw(report.document(), 0, {})

    assert words(paper) == "共办理12件案\n子。余下"
    assert re.findall(r'<span class="harm serious" data-h="0">([^<]*)</span>', paper) == ["理", "12件", "案\n", "子"]


def test_a_place_of_no_length_gets_a_sign_and_a_long_one_only_at_its_beginning() -> None:
    report = Report("x", "甲" * 100, Facts())
    report.damaged("missing", Severity.MINOR, "", "")
    report.note("chapter", Verdict.THIN, "甲" * 100, "")

    assert draw(report.document(), 0, {}) == (
        '<p><span class="spot amber" data-c="0"><span class="harm minor point" data-h="0"></span>'
        f"{'甲' * 8}</span>{'甲' * 92}</p>"
    )


def test_figures_that_overlap_leave_the_words_whole() -> None:
    report = Report("x", "36—40件", Facts())
    report.figure("36—40件", FigureKind.COUNT, "36", "件")
    report._at = 0
    report.figure("40件", FigureKind.COUNT, "40", "件")

    paper = draw(report.document(), 0, {})

    assert words(paper) == "36—40件"
    assert paper.count("<span") == 1


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 25)), max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.text("甲12件<&>\n\r \u2028😀一、", min_size=1, max_size=60), SPANS, SPANS, SPANS)
def test_any_marks_leave_any_text_whole(
    text: str,
    figures: list[tuple[int, int]],
    harms: list[tuple[int, int]],
    spots: list[tuple[int, int]],
) -> None:
    report = Report("x", text, Facts())

    def within(spans: list[tuple[int, int]]) -> list[str]:
        return [text[start % len(text) : start % len(text) + length] for start, length in spans]

    for part in within(figures):
        report._at = 0
        if part:
            report.figure(part, FigureKind.COUNT, "1", "件")
    for part in within(harms):
        report.damaged("mojibake", Severity.INFO, part, "")
    for part in within(spots):
        report.note("chapter", Verdict.LATE, part, "")
    document: Document = report.document()

    assert words(draw(document, 0, {0: Light.RED})) == text


def test_the_rows_of_a_table_share_tab_stops_that_fit_its_widest_cell() -> None:
    text = "\t说明\n部门\t办结（件）\t率\n市场监督管理局\t12\t95\n说明\n甲\t1\n"
    paper = draw(Report("x", text, Facts()).document(), 0, {})

    assert re.findall(r"<p(?: class=\"([^\"]*)\")?>", paper) == ["", "row stop10", "row stop10", "", "row stop4"]
    assert words(paper) == text
