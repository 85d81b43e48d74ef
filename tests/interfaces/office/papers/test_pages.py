"""From a form to a paper on its way: what is empty is told, what is issued has its number, what is served its day."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY, At
from tests.record.evidence.files import PNG, word
from tests.record.register import CLERK
from yifa.interfaces.documents.forms.filling import words_of
from yifa.interfaces.office.papers import drafting, printed, serving
from yifa.interfaces.office.papers import pages as paper_pages
from yifa.record.cases.models import Act
from yifa.record.despatch.models import Number
from yifa.record.evidence.models import Item, Reading
from yifa.record.papers.models import Document, Draft, Service, Template
from yifa.record.papers.templates import FormOf, put_template
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
CASE = "青市监案〔2026〕41号"
NOTICE = {"act": "pre-decision-notice-served", "paper": "行政处罚告知书"}
HEARING = {"act": "hearing-right-notified", "paper": "听证告知书"}
DECISION = {"act": "decision-made", "paper": "行政处罚决定书"}
ON = "2026-03-03"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of files of its own, and no LibreOffice, which would take seconds."""
    settings.YIFA_FILES = tmp_path / "files"
    for module in (printed, drafting, paper_pages):
        monkeypatch.setattr(module, "can_print", lambda: False)
    for module in (printed, drafting, serving):
        monkeypatch.setattr(module, "as_pdf", lambda *_: None)


def begun(client: Client, case: int, paper: dict[str, str]) -> str:
    """The address of a draft that was begun."""
    return str(client.post(reverse("new_paper", kwargs={"case": case}), paper).headers["Location"])


def issued(client: Client, case: int, paper: dict[str, str], **more: str) -> str:
    """The address of a paper that was issued with lines for the hand."""
    address = begun(client, case, paper)
    told = {"on": ON, "number": "none", "way": "none", "blanks": "yes", "openness": "on-request", **more}
    return str(client.post(f"{address}issue/", told).headers["Location"])


def test_a_draft_is_filled_from_the_case_and_what_is_empty_is_told_before_it_is_issued(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    address = begun(client, case, NOTICE)

    page = client.get(address).content.decode()
    without = client.post(f"{address}issue/", {"on": ON, "number": "none", "way": "none", "openness": "on-request"})

    assert ['value="晴川路大药房"' in page, 'value="2026年1月7日"' in page, "案卷没有记载" in page] == [
        True,
        True,
        True,
    ]
    assert without.status_code == 409
    assert "尚未填写：当事人证件号码；当事人住所；违法事实" in without.content.decode()
    with everything("a test"):
        assert (Document.objects.count(), Draft.objects.count()) == (0, 1)


def test_a_paper_is_issued_under_the_next_number_with_its_words_and_file(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    address = begun(client, case, HEARING)
    [facts] = re.findall(r'for="(p\d+)"><span lang="zh-Hans">违法事实', client.get(address).content.decode())
    client.post(address, {"title": "听证告知书", facts: "第一段\n第二段", "how": "save"})
    told = {
        "on": ON,
        "number": "begin",
        "letters": "青市监听告",
        "way": "new",
        "blanks": "yes",
        "openness": "on-request",
    }
    paper = client.post(f"{address}issue/", told).headers["Location"]

    page = client.get(paper).content.decode()
    data = client.get(f"{paper}file/docx/")
    assert "青市监听告〔2026〕1号" in page
    assert "\n第一段\n第二段\n" in words_of(data.content)
    assert "2026年3月3日" in words_of(data.content)
    with everything("a test"):
        document = Document.objects.get()
        assert document.act_row is not None
        assert (document.act_row.kind, document.act_row.number) == ("hearing-right-notified", "青市监听告〔2026〕1号")
        assert document.made is not None
        assert len(data.content) == document.made.size


def test_what_an_earlier_paper_says_stands_in_the_next_draft_already(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    address = begun(client, case, NOTICE)
    page = client.get(address).content.decode()
    places = dict(re.findall(r'for="(p\d+)"><span lang="zh-Hans">(违法事实|证据|联系电话|违反的规定)', page))
    told = {"违法事实": "第一段\n第二段", "证据": "现场笔录", "联系电话": "0000-12345", "违反的规定": "某办法第三条"}
    client.post(address, {"title": "告知书", "how": "save", **{place: told[name] for place, name in places.items()}})
    client.post(
        f"{address}issue/", {"on": ON, "number": "none", "way": "none", "blanks": "yes", "openness": "on-request"}
    )

    decision = client.get(begun(client, case, DECISION)).content.decode()
    elsewhere = client.get(begun(client, laid.cases["青市监案〔2026〕34号"].id, NOTICE)).content.decode()

    with everything("a test"):
        [here, there] = Draft.objects.order_by("id").values_list("values", flat=True)
    assert here == {name: told[name] for name in ("违法事实", "证据", "违反的规定")}
    assert there == {"联系电话": told["联系电话"]}
    assert "带入" in decision
    assert "带入" in elsewhere


def test_a_decision_that_breaks_a_rule_is_not_issued_without_a_word(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    address = begun(client, case, DECISION)
    told = {"on": ON, "number": "none", "way": "new", "blanks": "yes", "openness": "on-request", "result": "penalty"}

    without = client.post(f"{address}issue/", told)
    early = client.post(f"{address}issue/", {**told, "because": "当日已经送达"})
    anyway = client.post(f"{address}issue/", {**told, "because": "当日已经送达", "as": "happened"})

    assert [one.status_code for one in (without, early, anyway)] == [409, 409, 302]
    assert "没有经过签批的理由" in without.content.decode()
    assert "第57条" in early.content.decode()
    with everything("a test"):
        assert (Document.objects.get().reason, Act.objects.get(kind="decision-made", case=case).reason) == (
            "当日已经送达",
            "当日已经送达",
        )


def test_service_is_told_with_its_terms_and_recorded_with_its_receipt(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases["青市监案〔2026〕31号"].id
    paper = issued(client, case, NOTICE)
    way = client.post(f"{paper}serve/", {"means": "direct", "on": ON, "to": ""}).headers["Location"]

    effect = client.post(f"{way}effect/", {"on": ON, "in_writing": "yes"}).content.decode()
    nobody = client.post(way, {"on": ON, "how": "failed"})
    served = client.post(way, {"on": ON, "how": "served", "in_writing": "yes", "receipt": io.BytesIO(PNG)})

    assert "五个工作日内陈述、申辩、要求听证" in effect
    assert "2026年3月10日" in effect
    assert ("请写明未送达的原因。" in nobody.content.decode(), served.status_code) == (True, 302)
    with everything("a test"):
        service = Service.objects.get()
        assert (service.state, service.receipt and service.receipt.sort) == ("served", "receipt")
        assert service.act_row is not None
        assert (service.act_row.kind, service.document.act_row) == ("pre-decision-notice-served", service.act_row)


def test_a_slip_is_put_right_by_a_file_and_a_reason(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    paper = issued(client, case, HEARING, way="new")
    new = io.BytesIO(word("更正后的文书"))
    new.name = "更正.docx"

    without = client.post(f"{paper}correct/", {"on": ON, "file": io.BytesIO(word("更正后的文书"))})
    later = client.post(f"{paper}correct/", {"on": ON, "reason": "日期笔误", "file": new})

    assert (without.status_code, later.status_code) == (409, 302)
    page = client.get(later.headers["Location"]).content.decode()
    assert ["更正后的文书" in page, "第2版" in page, "日期笔误" in page] == [True, True, True]
    assert "已有更正后的新版" in client.get(paper).content.decode()


def test_a_form_is_put_in_used_and_what_it_cannot_be_filled_with_shows(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    address = reverse("paper_form", kwargs={"procedure": "penalty-ordinary", "kind": "decision-made", "place": 1})
    shipped = client.get(f"{address}0.docx").content
    own = io.BytesIO(word("本局决定书 〔案号〕〔当事人〕〔承办科室〕〔文号〕"))
    own.name = "本局.docx"

    wrong = client.post(address, {"first": ON, "file": io.BytesIO(PNG)})
    put = client.post(address, {"first": ON, "file": own})
    page = client.get(address).content.decode()
    draft = client.get(begun(client, case, DECISION)).content.decode()

    assert ("不是 Word 文档" in wrong.content.decode(), put.status_code, b"PK" in shipped[:2]) == (True, 302, True)
    line = page.partition("〔承办科室〕")[2].partition("</tr>")[0]
    assert ("每次填写" in line, "第1版" in page, "承办科室" in draft, "违法事实" in draft) == (True, True, True, False)
    with everything("a test"):
        assert Template.objects.get().file == "本局.docx"


def test_the_form_of_an_organ_above_is_used_and_said_to_be_its_own_until_one_is_put_in(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    of = FormOf("penalty-ordinary", "decision-made", DECISION["paper"])
    with everything("a test"):
        put_template(
            laid.organs["qp"], of, io.BytesIO(word("县里统一的〔案号〕〔当事人〕")), actor=CLERK, on=TODAY, first=TODAY
        )
    address = reverse("paper_form", kwargs={"procedure": "penalty-ordinary", "kind": "decision-made", "place": 1})

    told = [client.get(one).content.decode() for one in ("/papers/forms/", address)]
    draft = client.get(begun(client, case, DECISION)).content.decode()
    taken = client.get(f"{address}in-use.docx").content
    hidden = client.get(f"{address}1.docx").status_code

    assert ["县政府模板第1版" in one for one in told] == [True, True]
    assert ("县里统一的" in draft, words_of(taken), hidden) == (True, "县里统一的〔案号〕〔当事人〕", 404)


def test_numbers_are_kept_and_voided_for_a_reason_and_stay_in_their_series(laid: Laid, at: At) -> None:
    client = at("officer")
    client.post("/numbers/", {"how": "begin", "paper": "责令改正通知书", "letters": "青市监责改"})
    with everything("a test"):
        series = laid.organs["qp-market"].series.get(letters="青市监责改")
    client.post(f"/numbers/?series={series.id}", {"how": "reserve", "of": series.id, "many": "2"})
    with everything("a test"):
        one = Number.objects.get(series=series, place=1)
    without = client.post("/numbers/", {"how": "void", "number": one.id})
    client.post("/numbers/", {"how": "void", "number": one.id, "why": "填写错误"})

    page = client.get(f"/numbers/?series={series.id}").content.decode()
    assert without.status_code == 409
    assert ["青市监责改〔2026〕1号" in page, "填写错误" in page, "青市监责改〔2026〕2号" in page] == [True, True, True]


def test_a_sensitive_file_is_read_for_a_reason_and_the_chain_tells(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    kept = {"how": "file", "sort": "statement", "taken": ON, "sensitive": "yes", "title": "举报人陈述"}
    client.post(reverse("keep_file", kwargs={"case": case}), {**kept, "file": io.BytesIO(PNG)})
    with everything("a test"):
        item = Item.objects.get()
    address = reverse("file", kwargs={"case": case, "item": item.id})

    looked = client.get(address)
    without = client.post(address, {"because": " "})
    read = client.post(address, {"because": "核对事实"})

    assert (b"PNG" in looked.content, without.status_code, read.content) == (False, 409, PNG)
    assert read.headers["Content-Disposition"].startswith("inline")
    with everything("a test"):
        assert [(one.purpose, one.officer) for one in Reading.objects.all()] == [("核对事实", laid.officers["0412"])]


def test_a_recording_stays_where_it_is_and_is_noted_with_its_digest(laid: Laid, at: At) -> None:
    client, case = at("officer"), laid.cases[CASE].id
    told = {"how": "recording", "device": "记录仪3号", "place": "执法音像平台", "begins": "2026-03-02T09:00"}
    address = reverse("keep_file", kwargs={"case": case})

    wrong = client.post(address, {**told, "ends": "2026-03-02T08:00", "digest": "12"})
    right = client.post(address, {**told, "ends": "2026-03-02T10:00", "digest": "AB" * 32})

    assert ("不得早于开始" in wrong.content.decode(), "应为64位" in wrong.content.decode()) == (True, True)
    assert right.status_code == 302
    assert "记录仪3号" in client.get(reverse("case_files", kwargs={"case": case})).content.decode()
