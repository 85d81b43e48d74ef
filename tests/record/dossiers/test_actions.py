"""A dossier of a closed case: made up once, bound as PDF with its pages, packed with all digests, 副卷 walled."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from tests.record.evidence.files import PNG, pdf, word
from tests.record.papers.office import DECIDED, Office, office
from tests.record.register import CLERK, NOW
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.access.queries import scope_of
from yifa.record.cases.actions import close
from yifa.record.cases.choices import Part
from yifa.record.chain.queries import faults
from yifa.record.dossiers.actions import hand_out_files, hand_out_pdf, make_up
from yifa.record.dossiers.choices import Retention
from yifa.record.dossiers.errors import NotAllRead, NotMadeUp
from yifa.record.dossiers.models import Dossier
from yifa.record.dossiers.queries import dossiers_of, entries_of, entry_faults
from yifa.record.evidence.actions import destroy_file, keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item, Reading
from yifa.record.evidence.queries import store
from yifa.record.organs.actions import Actor, appoint
from yifa.record.organs.models import Officer
from yifa.record.papers.choices import Means
from yifa.record.papers.documents import Openly, attach_scan, issue, show
from yifa.record.papers.models import Document
from yifa.record.papers.service import begin_service, end_service
from yifa.record.scope import everything, within
from yifa.wording import language

pytestmark = pytest.mark.django_db
WITH_REASON = Actor("officer 0412", NOW, "案卷评查")
TODAY = date(2025, 12, 1)
ZH = language("zh")


@pytest.fixture
def held() -> Office:
    """A case with a decision that was scanned and served, evidence of every kind, and a sheet; closed."""
    with everything("a test"):
        made = office()
        sheet = made.sheet(result="penalty", fine=500_000)
        document = issue(made.draft(), number=made.series, sheet=sheet, actor=WITH_REASON, on=DECIDED, as_happened=True)
        end_service(begin_service(document, Means.DIRECT, actor=CLERK, on=DECIDED), actor=WITH_REASON, on=DECIDED)
        for data, title in (
            (pdf("one", "two"), "检验报告"),
            (PNG, "照片"),
            (word("询问笔录", "问：…"), "笔录"),
            (b"RIFF0000WAVE", "录音"),
        ):
            keep_file(made.case, BytesIO(data), title, Sort.RECORD, actor=CLERK, on=DECIDED, sensitive=title == "笔录")
        close(made.case, actor=CLERK, on=TODAY)
    return made


def made_up(held: Office) -> Dossier:
    return make_up(
        held.case, keeper=held.officer, retention=Retention.THIRTY_YEARS, actor=CLERK, on=TODAY, note="光盘一张另存"
    )


def reader(held: Office, number: str, role: RoleName) -> Officer:
    officer = appoint(held.market, number, f"人{number}", actor=CLERK, on=DECIDED)
    give_role(officer, role, held.market, actor=CLERK, on=DECIDED)
    return officer


@pytest.mark.usefixtures("reading_everything")
def test_everything_has_its_place_its_pages_and_its_digest(held: Office) -> None:
    dossier = made_up(held)
    told = [(one.part, one.place, one.heading, one.kind, one.first_page, one.last_page) for one in entries_of(dossier)]
    assert told == [
        ("main", 1, "行政处罚决定书及送达回证", "document", 1, 1),
        ("main", 2, "行政处罚决定书及送达回证", "receipt", 2, 2),
        ("main", 3, "证据材料", "item", 3, 4),
        ("main", 4, "证据材料", "item", 5, 5),
        ("main", 5, "证据材料", "item", 6, 6),
        ("main", 6, "证据材料", "item", 7, 7),
        ("secondary", 1, "其他有关材料", "sheet", 1, 1),
        ("secondary", 2, "其他有关材料", "item", 2, 2),
    ]
    assert (dossier.main_pages, dossier.secondary_pages, dossier.number) == (7, 2, 1)
    assert (list(dossiers_of(held.case)), list(entry_faults(dossier)), faults()) == ([dossier], [], [])


@pytest.mark.usefixtures("reading_everything")
def test_a_part_is_one_pdf_with_cover_contents_numbered_leaves_and_closing_note(held: Office) -> None:
    out = BytesIO()
    pages = hand_out_pdf(made_up(held), Part.MAIN, out, officer=held.officer, actor=WITH_REASON, on=TODAY, speech=ZH)
    document = pypdfium2.PdfDocument(out.getvalue())
    texts = ["".join(document[place].get_textpage().get_text_range().split()) for place in range(len(document))]
    document.close()
    assert (pages, len(texts)) == (7, 2 + 7 + 1)
    assert [held.case.number in texts[0], "青屏县市场监督管理局" in texts[0]] == [True, True]
    assert ("检验报告" in texts[1], "3–4" in texts[1], "青市监罚〔2025〕1号" in texts[1]) == (True, True, True)
    assert [text.endswith(str(place)) for place, text in enumerate(texts[2:9], 1)] == [True] * 7
    assert ("罚款五千元" in texts[2], texts[4], "问：…" in texts[7], "光盘一张另存" in texts[9]) == (
        True,
        "one3",
        True,
        True,
    )


@pytest.mark.usefixtures("reading_everything")
def test_a_file_that_cannot_be_set_keeps_its_page_and_says_where_it_lies(held: Office) -> None:
    keep_file(held.case, BytesIO(PNG[:20] + bytes(20) + PNG[-12:]), "坏照片", Sort.OBJECT, actor=CLERK, on=DECIDED)
    out = BytesIO()
    hand_out_pdf(made_up(held), Part.MAIN, out, officer=held.officer, actor=WITH_REASON, on=TODAY, speech=ZH)
    document = pypdfium2.PdfDocument(out.getvalue())
    texts = ["".join(document[place].get_textpage().get_text_range().split()) for place in range(len(document))]
    document.close()
    assert [place for place, text in enumerate(texts) if "不能显示为页面" in text] == [9]
    assert (len(texts), texts[9].endswith("8")) == (11, True)


@pytest.mark.usefixtures("reading_everything")
def test_packed_every_file_is_there_as_it_came_with_its_digest(held: Office) -> None:
    out = BytesIO()
    hand_out_files(made_up(held), list(Part), out, officer=held.officer, actor=WITH_REASON, on=TODAY, speech=ZH)
    with zipfile.ZipFile(out) as package:
        index = json.loads(package.read("index.json"))
        told = {path: one["sha256"] for path, one in index["files"].items()}
        assert {path: hashlib.sha256(package.read(path)).hexdigest() for path in package.namelist()} == {
            **told,
            "index.json": hashlib.sha256(package.read("index.json")).hexdigest(),
        }
    assert sorted(told) == [
        "副卷.pdf",
        "副卷/002 审批表扫描件.png",
        "正卷.pdf",
        *(f"正卷/{name}" for name in ("003 检验报告.pdf", "004 照片.png", "005 笔录.docx", "006 录音.wav")),
    ]
    assert told["正卷/004 照片.png"] == hashlib.sha256(PNG).hexdigest()
    assert [one["pages"] for one in index["parts"]["main"]] == [[1, 1], [2, 2], [3, 4], [5, 5], [6, 6], [7, 7]]
    assert [one.purpose for one in Reading.objects.all()] == ["案卷评查"]


def test_the_secondary_part_is_handed_out_to_who_may_read_it(held: Office) -> None:
    with everything("a test"):
        dossier = made_up(held)
        handler, disclosure = reader(held, "8", RoleName.HANDLER), reader(held, "9", RoleName.DISCLOSURE)
    for officer, part, pages in ((handler, Part.SECONDARY, 2), (disclosure, Part.MAIN, 7)):
        with within(scope_of(officer, TODAY)):
            assert (
                hand_out_pdf(dossier, part, BytesIO(), officer=officer, actor=WITH_REASON, on=TODAY, speech=ZH) == pages
            )
    with within(scope_of(disclosure, TODAY)), pytest.raises(NotMadeUp, match="nothing of this part may be read"):
        hand_out_pdf(dossier, Part.SECONDARY, BytesIO(), officer=disclosure, actor=WITH_REASON, on=TODAY, speech=ZH)


def test_who_does_not_read_all_of_a_case_makes_up_no_dossier_that_would_lack_it(held: Office) -> None:
    with everything("a test"):
        handler, disclosure = reader(held, "8", RoleName.HANDLER), reader(held, "9", RoleName.DISCLOSURE)
        show(Document.objects.get(), Openly(known_to=[disclosure]), actor=CLERK, on=TODAY)
    for officer in (handler, disclosure):
        with within(scope_of(officer, TODAY)), pytest.raises(NotAllRead, match="holds what only others may know of"):
            made_up(held)
    with everything("a test"):
        show(Document.objects.get(), Openly(known_to=[disclosure, handler]), actor=CLERK, on=TODAY)
        before = Dossier.objects.count()
    with within(scope_of(handler, TODAY)):
        dossier = made_up(held)
    assert (before, dossier.main_pages, dossier.secondary_pages) == (0, 7, 2)


@pytest.mark.usefixtures("reading_everything")
def test_a_scanned_paper_lies_there_as_its_scan_and_what_changed_since_is_told(held: Office) -> None:
    dossier = made_up(held)
    scan = keep_file(held.case, BytesIO(pdf("sealed")), "决定书扫描件", Sort.SCAN, actor=CLERK, on=DECIDED)
    attach_scan(Document.objects.get(), scan, actor=CLERK, on=TODAY)
    destroy_file(Item.objects.get(media="png", part="main"), actor=WITH_REASON, on=TODAY)
    assert [(one.place, one.missing) for one in entry_faults(dossier)] == [("main 1", False), ("main 4", True)]
    with pytest.raises(NotMadeUp, match="place 1 is not what it was when the dossier was made up"):
        hand_out_pdf(dossier, Part.MAIN, BytesIO(), officer=held.officer, actor=WITH_REASON, on=TODAY, speech=ZH)
    again = made_up(held)
    assert (again.number, [one.kind for one in entries_of(again)].count("item"), again.main_pages) == (2, 4, 6)


@pytest.mark.usefixtures("reading_everything")
def test_of_an_open_case_or_of_damaged_files_no_dossier_is_made_up(held: Office) -> None:
    item = Item.objects.get(media="pdf")
    store().path(item.digest).unlink()
    with pytest.raises(NotMadeUp, match=r"case 青市监案〔2025〕1号: file .*: is missing"):
        made_up(held)
    held.case.state = "open"
    with pytest.raises(NotMadeUp, match="is open, expected a closed one"):
        made_up(held)
    assert Dossier.objects.count() == 0
