"""OFD files: lines out of placed characters, templates, other coordinates, and files that cannot be read."""

from __future__ import annotations

import pytest

from tests.reader.intake.made_ofd import ofd, word
from yifa.reader.intake.ofd_file import read_ofd
from yifa.reader.intake.packages import Package
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.reading import Mark

FIRST = "全县坚持依法行政统筹推进各项工作全年共办理案件1"


def text(data: bytes) -> str:
    return read_ofd(Package(data)).text


def test_lines_are_put_together_over_pages_which_are_marked() -> None:
    found = read_ofd(Package(ofd([word(40, 40, FIRST)], [word(28, 40, "234件。"), word(40, 50, "末段。")])))

    assert found.text == f"{FIRST}234件。\n末段。\n"
    assert found.marks == (Mark(0, "第1页"), Mark(len(FIRST), "第2页"))


def test_pieces_on_one_line_are_ordered_from_left_to_right_and_cells_kept_apart() -> None:
    assert text(ofd([word(100, 50, "12"), word(28, 50.4, "行政"), word(39.2, 50, "处罚"), word(28, 40, "类别")])) == (
        "类别\n行政处罚\t12\n"
    )


def test_characters_without_steps_and_steps_given_one_by_one() -> None:
    single = (
        '<ofd:TextObject Boundary="{} 30 150 8" Size="5"><ofd:TextCode X="0" Y="5"{}>{}</ofd:TextCode></ofd:TextObject>'
    )
    pieces = [single.format(28, ' DeltaX="5 5 2.5 2.5"', "办结123"), single.format(45.5, "", "件。")]

    assert text(ofd([*pieces])) == "办结123件。\n"


def test_a_matrix_scales_and_moves() -> None:
    scaled = (
        '<ofd:TextObject Boundary="28 30 150 8" CTM="0.5 0 0 0.5 0 0" Size="10">'
        '<ofd:TextCode X="0" Y="10" DeltaX="g 1 10">办结</ofd:TextCode></ofd:TextObject>'
    )

    assert text(ofd([scaled, word(50, 35, "12件", size=5)])) == "办结\t12件\n"


def test_what_lies_in_blocks_and_templates_is_read_and_slanted_text_is_not() -> None:
    block = f'<ofd:PageBlock ID="5">{word(28, 40, "办结12件。")}</ofd:PageBlock>'
    mark = word(60, 100, "仅供内部使用", ' CTM="0.7 0.7 -0.7 0.7 0 0"')
    hidden = word(28, 60, "99", ' Visible="false"')

    assert text(ofd([block, mark, hidden], template=word(80, 30, "青屏县文件"))) == "青屏县文件\n办结12件。\n"


def test_places_named_from_the_root() -> None:
    moved = ofd([word(28, 40, "办结")], changed={"OFD.xml": _root("/Doc_0/Document.xml")})

    assert text(moved) == "办结\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (ofd([]), Reason.NO_TEXT),
        (ofd(['<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>']), Reason.SCANNED),
        (ofd([word(28, 40, "甲")], changed={"OFD.xml": "<x/>"}), Reason.BROKEN),
        (ofd([word(28, 40, "甲")], changed={"Doc_0/Document.xml": None}), Reason.BROKEN),
        (ofd([word(28, 40, "甲")], changed={"Doc_0/Pages/Page_0/Content.xml": "<x"}), Reason.BROKEN),
        (
            ofd(
                [word(28, 40, "甲")], changed={"Doc_0/Pages/Page_0/Content.xml": b"\x8f\x01", "Encryptions.xml": "<x/>"}
            ),
            Reason.ENCRYPTED,
        ),
        (ofd([word(28, 40, "甲")], changed={"OFD.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), Reason.ENTITIES),
        (ofd(["<ofd:PageBlock>" * 240 + "</ofd:PageBlock>" * 240]), Reason.BROKEN),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        text(data)

    assert refused.value.reason == reason


@pytest.mark.parametrize("number", ["nan", "inf", "1e400", "x", "", "-1e18"])
def test_numbers_that_are_none_do_no_harm(number: str) -> None:
    odd = (
        f'<ofd:TextObject Boundary="{number} {number} 1 1" Size="5" CTM="1 0 0 1 {number} 0">'
        f'<ofd:TextCode X="{number}" Y="{number}" DeltaX="g {number} {number}">办结</ofd:TextCode></ofd:TextObject>'
    )

    assert "办" in text(ofd([odd, word(28, 40, "末段。")]))


def _root(path: str) -> str:
    return f'<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>{path}</DocRoot></DocBody></OFD>'
