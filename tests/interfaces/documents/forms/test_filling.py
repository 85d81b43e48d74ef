"""Places of forms are found and filled however an editor split them, and all else stays as it was."""

from __future__ import annotations

import io
import zipfile

import pytest

from yifa.interfaces.documents.forms.drawing import draw
from yifa.interfaces.documents.forms.filling import filled, places_of, words_of
from yifa.interfaces.documents.forms.package import Because, NotAForm, package, parts_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOLD = "<w:rPr><w:b/></w:rPr>"


def form(body: str, **more: str) -> bytes:
    """A Word document with this body; `more`: other parts in place of those it has."""
    parts = parts_of(draw("文书", [("text", "")]))
    parts["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    for name, text in more.items():
        parts[name.replace("__", "/").replace("_xml", ".xml").replace("_rels", ".rels")] = text.encode()
    return package(parts)


def run(words: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


SPLIT = {
    "in one run": run("案号：〔案号〕。"),
    "sign by sign": "".join(run(sign) for sign in "案号：〔案号〕。"),
    "with a mark of the spelling between": run("案号：〔案") + '<w:proofErr w:type="spellStart"/>' + run("号〕。"),
    "in a link and in runs of other looks": (
        f'<w:hyperlink w:anchor="x">{run("案号：〔", BOLD)}</w:hyperlink>' + run("案号") + run("〕。", BOLD)
    ),
    "with the brackets and spaces that some input methods write": run("案号：﹝ 案 号 ﹞。"),
}


@pytest.mark.parametrize("how", list(SPLIT))
def test_a_place_is_filled_however_it_is_split(how: str) -> None:
    data = form(f"<w:p>{SPLIT[how]}</w:p>")

    assert (places_of(data), words_of(filled(data, {"案号": "青市监案〔2026〕1号"}))) == (
        ["案号"],
        "案号：青市监案〔2026〕1号。",
    )


def test_a_value_has_the_look_of_the_sign_its_place_begins_with_and_nothing_else_changes() -> None:
    data = form(f"<w:p>{run('甲', BOLD)}{run('〔乙', BOLD)}{run('〕丙')}</w:p>")

    made = parts_of(filled(data, {"乙": "X"}))

    before = parts_of(data)
    assert [name for name in before if before[name] != made[name]] == ["word/document.xml"]
    text = made["word/document.xml"].decode()
    assert text.partition("<w:body>")[2].startswith(f"<w:p>{run('甲', BOLD)}{run('X', BOLD)}{run('丙')}</w:p>")


def test_a_value_of_several_lines_becomes_paragraphs_of_the_same_form() -> None:
    indent = '<w:pPr><w:ind w:firstLine="640"/></w:pPr>'
    made = filled(form(f"<w:p>{indent}{run('查明：〔事实〕以上。')}</w:p>"), {"事实": "一\n二\r\n三"})

    assert words_of(made) == "查明：一\n二\n三以上。"
    assert parts_of(made)["word/document.xml"].decode().count('w:firstLine="640"') == 3


def test_a_year_in_brackets_is_no_place_and_a_value_is_not_read_again() -> None:
    data = form(f"<w:p>{run('秦政发〔2026〕3号，〔甲〕')}</w:p>")

    assert words_of(filled(data, {"甲": "〔乙〕", "乙": "错"})) == "秦政发〔2026〕3号，〔乙〕"


def test_places_of_heads_and_boxes_are_filled_and_what_is_not_told_stays_or_is_left_blank() -> None:
    inner = f"<w:p>{run('〔框〕')}</w:p>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>{run('〔甲〕')}</w:p>"
    head = f"<w:hdr {W}><w:p>{run('〔机关名称〕')}</w:p></w:hdr>"
    data = form(box, word__header9_xml=head)

    assert places_of(data) == ["甲", "框", "机关名称"]
    assert words_of(filled(data, {"框": "F", "机关名称": "县局"})) == "〔甲〕\nF"
    assert words_of(filled(data, {"框": "F"}, blank="＿＿")) == "＿＿\nF"


def test_the_same_values_make_the_same_bytes() -> None:
    data = form(f"<w:p>{run('〔甲〕')}</w:p>")

    assert filled(data, {"甲": "一\n二"}) == filled(data, {"甲": "一\n二"})


LINKED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://x/{}" Target="http://elsewhere.invalid/a" TargetMode="External"/></Relationships>'
)
REFUSED = {
    "no archive": (b"hello", Because.NOT_WORD),
    "a macro": (form("", word__vbaProject_xml="x"), Because.RUNS),
    "a picture from elsewhere": (form("", word___rels__document_xml_rels=LINKED.format("image")), Because.FETCHES),
    "a field that takes a file in": (
        form('<w:p><w:r><w:instrText>INCLUDETEXT "a"</w:instrText></w:r></w:p>'),
        Because.FETCHES,
    ),
    "an entity": (form("", word__header1_xml=f'<!DOCTYPE a [<!ENTITY b "c">]><w:hdr {W}/>'), Because.DAMAGED),
}


@pytest.mark.parametrize("what", list(REFUSED))
def test_what_could_run_or_fetch_is_refused(what: str) -> None:
    data, why = REFUSED[what]
    with pytest.raises(NotAForm) as refused:
        places_of(data)

    assert refused.value.why is why


def test_a_link_to_a_page_is_no_reason_to_refuse() -> None:
    assert places_of(form("", word___rels__document_xml_rels=LINKED.format("hyperlink"))) == []


def test_an_archive_that_unpacks_beyond_measure_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(7):
            bomb.writestr(f"word/{number}.xml", bytes(10_000_000))
    with pytest.raises(NotAForm) as refused:
        places_of(out.getvalue())

    assert refused.value.why is Because.TOO_LARGE
