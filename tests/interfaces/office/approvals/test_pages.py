"""An approval sheet on its way over three desks: each says something, the last signs."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.record.cases.models import ActDraft
from yifa.record.despatch.approvals import Asked, draw_up
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.models import Sheet
from yifa.record.organs.actions import Actor, delegate, grant_leave
from yifa.record.organs.models import Post
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
"""A picture of one dot."""


@pytest.fixture
def sheet(laid: Laid, at: At) -> Sheet:
    """A sheet for filing, drawn up by the officer, that waits for the head of the section."""
    with everything("a test"):
        posts = {number: Post.objects.get(officer=laid.officers[number]) for number in ("0412", "0403", "0402")}
        way = [
            Asked(StepRole.PROPOSE, (posts["0412"],)),
            Asked(StepRole.REVIEW, (posts["0403"],)),
            Asked(StepRole.SIGN, (posts["0402"],)),
        ]
        officer = laid.officers["0412"]
        case = laid.cases["青市监案〔2026〕43号"]
        actor = Actor(f"officer{officer.id}", NOW)
        return draw_up(case, "case-filed", "线索属实，拟立案", way, drawn_by=officer, actor=actor, on=TODAY)


def test_a_sheet_goes_from_desk_to_desk_and_is_signed(sheet: Sheet, at: At) -> None:
    page = f"/approvals/{sheet.id}/"
    for name, opinion in (("officer", "拟立案"), ("section", "同意"), ("deputy", "同意立案")):
        client = at(name)
        assert "立案" in client.get("/approvals/").content.decode()
        assert client.post(page, {"how": "pass", "opinion": opinion}).status_code == 302
        assert f"/approvals/{sheet.id}/" not in client.get("/approvals/").content.decode()

    text = at("leader").get(page).content.decode()
    assert [opinion in text for opinion in ("线索属实，拟立案", "同意立案", "何有田")] == [True, True, True]
    with everything("a test"):
        assert Sheet.objects.get(pk=sheet.id).state == "signed"


def test_who_is_not_asked_decides_nothing(sheet: Sheet, at: At) -> None:
    response = at("deputy").post(f"/approvals/{sheet.id}/", {"how": "pass", "opinion": "同意"})

    assert response.status_code == 409
    with everything("a test"):
        assert [step.state for step in sheet.steps.order_by("place")] == ["open", "waiting", "waiting"]


def test_a_sheet_is_not_sent_back_without_a_word(sheet: Sheet, at: At) -> None:
    at("officer").post(f"/approvals/{sheet.id}/", {"how": "pass"})
    client = at("section")

    without = client.post(f"/approvals/{sheet.id}/", {"how": "back", "to": "1"})
    with_one = client.post(f"/approvals/{sheet.id}/", {"how": "back", "to": "1", "opinion": "补充现场照片"})

    assert (without.status_code, with_one.status_code) == (409, 302)
    assert "补充现场照片" in at("officer").get(f"/approvals/{sheet.id}/").content.decode()


def test_a_sheet_goes_back_to_any_step_and_comes_again(sheet: Sheet, at: At) -> None:
    page = f"/approvals/{sheet.id}/"
    for name in ("officer", "section"):
        at(name).post(page, {"how": "pass", "opinion": "同意"})
    at("deputy").post(page, {"how": "back", "to": "2", "opinion": "补充法律依据"})
    at("section").post(page, {"how": "back", "to": "1", "opinion": "请承办人补充"})

    with everything("a test"):
        waits = [(one.round, one.place, one.state) for one in sheet.steps.filter(round=3).order_by("place")]
    assert waits == [(3, 1, "open"), (3, 2, "waiting"), (3, 3, "waiting")]
    assert f"/approvals/{sheet.id}/" in at("officer").get("/approvals/").content.decode()


def test_a_step_is_asked_of_a_further_post_handed_on_and_urged(sheet: Sheet, laid: Laid, at: At) -> None:
    page = f"/approvals/{sheet.id}/"
    at("officer").post(page, {"how": "pass", "opinion": "拟立案"})
    with everything("a test"):
        reviewer, head = (Post.objects.get(officer=laid.officers[one]).id for one in ("0407", "0401"))

    also = at("section").post(page, {"how": "also", "post": reviewer})
    low = at("section").post(page, {"how": "on", "post": reviewer, "opinion": "请审核"})
    on = at("section").post(page, {"how": "on", "post": head, "opinion": "请局长审核"})
    urged = at("officer").post(page, {"how": "urge"})

    with everything("a test"):
        steps = [(one.post.officer.number, one.state, one.urged) for one in sheet.steps.filter(place=2).order_by("id")]
    assert [one.status_code for one in (also, low, on, urged)] == [302, 409, 302, 302]
    assert steps == [("0403", "forwarded", 0), ("0407", "open", 1), ("0401", "open", 1)]
    assert "催办1次" in at("reviewer").get(page).content.decode()


def test_who_stands_in_signs_in_the_place_of_the_holder_and_the_sheet_says_so(sheet: Sheet, laid: Laid, at: At) -> None:
    page, actor = f"/approvals/{sheet.id}/", Actor("demo", NOW)
    at("officer").post(page, {"how": "pass", "opinion": "拟立案"})
    with everything("a test"):
        delegate(Post.objects.get(officer=laid.officers["0403"]), laid.officers["0401"], actor=actor, on=TODAY)
        grant_leave(laid.officers["0403"], actor=actor, first=TODAY, last=TODAY)

    asked = at("leader").get(page).content.decode()
    at("leader").post(page, {"how": "pass", "opinion": "同意"})

    assert "您代" in asked
    assert "（代签）" in at("officer").get(page).content.decode()


def test_a_sheet_is_drawn_up_from_the_form_of_the_act_and_its_act_carried_out(laid: Laid, at: At) -> None:
    case = laid.cases["青市监案〔2026〕31号"].id
    client, form = at("officer"), f"/cases/{case}/acts/extension-approved/"
    kept = client.post(form, {"on": "2026-03-03", "days": "30", "days-unit": "calendar days", "as": "sheet"})
    begun = client.get(kept.headers["Location"]).content.decode()
    way = {f"step-{at_}": number for at_, number in enumerate(re.findall(r'value="(\d+)" selected', begun))}
    fields = {"days": "30", "days-unit": "calendar days"}

    without = client.post(kept.headers["Location"], {**way, **fields})
    other = client.post(
        kept.headers["Location"], {**way, "step-1": "", **fields, "proposal": "案情复杂", "because": ""}
    )
    sent = client.post(kept.headers["Location"], {**way, **fields, "proposal": "案情复杂，拟延长三十日"})
    with everything("a test"):
        [drawn] = Sheet.objects.filter(case=case)
    for name in ("section", "deputy"):
        at(name).post(f"/approvals/{drawn.id}/", {"how": "pass", "opinion": "同意"})
    out = f"/approvals/{drawn.id}/carry-out/"
    done = client.post(out, {"on": "2026-03-03"})
    again = client.post(out, {"on": "2026-03-03"})

    assert 'value="30"' in begun
    assert [one.status_code for one in (without, other, sent, done, again)] == [409, 409, 302, 302, 409]
    assert "《行政处罚法》（2021）第60条" in other.content.decode()
    with everything("a test"):
        act = Sheet.objects.get(pk=drawn.id).act_row
        assert act is not None
        assert act.fields == {"days": "30 calendar days", "approver": "deputy"}
        assert not ActDraft.objects.filter(case=case).exists()
    assert "批准延期" in client.get("/approvals/?show=done").content.decode()


def test_signatures_on_paper_are_recorded_with_their_scan(
    sheet: Sheet, laid: Laid, at: At, tmp_path: Path, settings: Any
) -> None:
    settings.YIFA_FILES = tmp_path
    client, page = at("officer"), f"/approvals/{sheet.id}/"
    client.post(page, {"how": "pass", "opinion": "拟立案"})
    with everything("a test"):
        step, section = sheet.steps.get(place=2), laid.officers["0403"]
    signs = {"how": "paper", "signer": f"{step.id}-{section.id}", "on": "2026-03-03", "opinion": "同意立案"}

    without = client.post(page, signs)
    wrong = client.post(page, {**signs, "scan": SimpleUploadedFile("a.exe", b"MZ\0\0")})
    done = client.post(page, {**signs, "scan": SimpleUploadedFile("审批表.png", PICTURE)})

    assert [one.status_code for one in (without, wrong, done)] == [409, 409, 302]
    assert "（纸质签批）" in client.get(page).content.decode()
    with everything("a test"):
        assert sheet.steps.get(place=3).state == "open"

    form = f"/cases/{laid.cases['青市监案〔2026〕43号'].id}/acts/case-filed/paper-sheet/"
    with everything("a test"):
        posts = {one: Post.objects.get(officer=laid.officers[one]).id for one in ("0412", "0403", "0402")}
    whole: dict[str, Any] = {"proposal": "线索属实"}
    for place, post in enumerate(posts.values()):
        whole |= {f"step-{place}": post, f"step-{place}-day": f"2026-03-0{place + 1}"}
    late = client.post(form, {**whole, "step-0-day": "2026-03-03", "scan": SimpleUploadedFile("表.png", PICTURE)})
    fine = client.post(form, {**whole, "scan": SimpleUploadedFile("表.png", PICTURE)})

    assert (late.status_code, fine.status_code) == (409, 302)
    assert "先后与流程不符" in late.content.decode()
    with everything("a test"):
        assert Sheet.objects.order_by("-id")[0].state == "signed"
