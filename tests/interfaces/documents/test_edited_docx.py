"""A document written by us, edited as people and their programs edit, and read back."""

import shutil
import subprocess

import docx
import pytest
from docx.oxml.ns import qn

from tests.interfaces.documents.papers import laid, text
from tests.oversight.reporting.drafts import drafted, figures
from yifa.interfaces.documents.edited_docx import NotADocument, read_edited
from yifa.interfaces.documents.report_docx import report_docx
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.draft_text import parse, written
from yifa.oversight.reporting.reconciling import Left, reconcile

SENTENCE = "规范实施行政处罚"


@pytest.fixture
def working(tmp_path):
    path = tmp_path / "工作稿.docx"
    path.write_bytes(report_docx(laid(Cut.WORKING, issued=False), figures()))
    return path


def back(path):
    return reconcile(read_edited(path), text(), figures(), 2024, sources=drafted().sources)


def paragraph(document, words):
    return next(one for one in document.paragraphs if words in "".join(t.text or "" for t in one._p.iter(qn("w:t"))))


def control(of, tag):
    return next(one for one in of._p.iter(qn("w:sdt")) if one.find(f".//{qn('w:tag')}").get(qn("w:val")) == tag)


def edit(path):
    """Edit as people do: words, a number in its control, a control taken away with its bookmark, a number typed."""
    document = docx.Document(path)
    one = paragraph(document, SENTENCE)
    one.runs[0].text = one.runs[0].text.replace("规范实施", "严格实施")
    next(control(one, "pen-decided").iter(qn("w:t"))).text = "5件"
    other = paragraph(document, "全年收到行政复议申请")
    held = control(other, "rec-received")
    for mark in [held.getprevious(), held.getnext()]:
        other._p.remove(mark)
    for run in list(held.find(qn("w:sdtContent"))):
        held.addprevious(run)
    other._p.remove(held)
    paragraph(document, "特此报告").runs[0].text = "另有案件7件。特此报告。"
    document.save(path)


EDITED = [
    (Left.CHANGED, "pen-decided", "2件", "5件"),
    (Left.UNBOUND, "rec-received", "2件", "2件"),
    (Left.TYPED, "", "", "7件"),
]


def told(found):
    order = [Left.CHANGED, Left.UNBOUND, Left.TYPED]
    return sorted(
        ((one.how, one.tag, one.before, one.after) for one in found.left), key=lambda one: order.index(one[0])
    )


def test_a_document_nobody_edited_gives_the_draft_again(working):
    found = back(working)
    assert (found.draft, found.left) == (written(parse(text())), ())


def test_edits_come_back_and_what_left_its_token_is_told(working):
    edit(working)
    found = back(working)
    assert told(found) == EDITED
    assert "严格实施行政处罚，全年作出行政处罚决定5件" in found.draft
    assert "【不公开：尚未核定】；平均审理时间{{ rec-days }}【/不公开】" in found.draft


def test_tracked_changes_are_read_as_accepted(working):
    document = docx.Document(working)
    one = paragraph(document, "特此报告")
    run = one.runs[0]._r
    gone, come = docx.oxml.OxmlElement("w:del"), docx.oxml.OxmlElement("w:ins")
    new = docx.oxml.OxmlElement("w:r")
    words = docx.oxml.OxmlElement("w:t")
    words.text = "现予报告。"
    new.append(words)
    come.append(new)
    run.addprevious(gone)
    gone.append(run)
    gone.addnext(come)
    document.save(working)
    found = back(working)
    assert "现予报告。" in found.draft
    assert "特此报告" not in found.draft


def test_a_file_that_is_no_document_is_named(tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(NotADocument, match=r"稿\.docx"):
        read_edited(path)


@pytest.mark.slow
def test_a_document_saved_by_libreoffice_comes_back_the_same(working, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    edit(working)
    by_word = back(working)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            office,
            profile,
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            tmp_path / "saved",
            working,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = back(tmp_path / "saved" / working.name)
    assert told(found) == EDITED
    assert found.draft == by_word.draft
