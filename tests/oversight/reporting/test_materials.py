import hashlib

import docx
import pytest

from yifa.interfaces.documents.material import write_material
from yifa.law.catalogue.contributors import contributors
from yifa.law.figures import Period
from yifa.oversight.reporting.material import Material
from yifa.oversight.reporting.materials import NotAPaper, read_materials
from yifa.oversight.reporting.requesting import requests
from yifa.wording import language


@pytest.fixture
def paper(tmp_path):
    folder = tmp_path / "审计局"
    folder.mkdir()
    request = next(one for one in requests(Period.year(2025), contributors()) if one.contributor.id == "audit")
    write_material(folder / "素材.docx", request, language("zh"))
    return folder / "素材.docx"


def test_a_paper_nobody_wrote_on_holds_no_text(paper):
    assert list(read_materials(paper.parents[1])) == []


def test_what_was_written_is_read_under_its_heading(paper):
    document = docx.Document(paper)
    for text, words in (("典型做法", "建立整改台账，逐项销号。"), ("下一年度工作安排", "由审计局完成全覆盖审计。")):
        place = next(place for place, one in enumerate(document.paragraphs) if one.text == text)
        document.paragraphs[place + 2].text = words
    document.paragraphs[-3].text = "撰稿人：周某"
    document.paragraphs[-1].text = "日期：2026-01-10"
    document.save(paper)
    signed = ("素材.docx", hashlib.sha256(paper.read_bytes()).hexdigest(), "周某", "", "2026-01-10")
    assert list(read_materials(paper.parents[1])) == [
        Material("practice", "审计局", "建立整改台账，逐项销号。", *signed),
        Material("plans", "审计局", "由审计局完成全覆盖审计。", *signed),
    ]


def test_a_line_is_a_text_and_holds_no_mark_of_a_draft(paper):
    document = docx.Document(paper)
    place = next(place for place, one in enumerate(document.paragraphs) if one.text == "典型做法")
    document.paragraphs[place + 2].text = "建立台账{{ x }}。\n逐项销号。"
    document.save(paper)
    folder = paper.parent.rename(paper.parents[1] / "审计 #1局")
    assert [(one.contributor, one.text) for one in read_materials(folder.parent)] == [
        ("审计1局", "建立台账｛｛ x ｝｝。"),
        ("审计1局", "逐项销号。"),
    ]


def test_a_broken_paper_is_named(paper):
    paper.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(NotAPaper, match=r"素材\.docx"):
        list(read_materials(paper.parents[1]))
