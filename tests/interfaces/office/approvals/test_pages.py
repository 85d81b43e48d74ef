"""An approval sheet on its way over three desks: each says something, the last signs."""

from __future__ import annotations

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.record.despatch.approvals import Asked, draw_up
from yifa.record.despatch.choices import StepRole
from yifa.record.despatch.models import Sheet
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Post
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db


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

    assert response.status_code == 200
    with everything("a test"):
        assert [step.state for step in sheet.steps.order_by("place")] == ["open", "waiting", "waiting"]


def test_a_sheet_is_not_sent_back_without_a_word(sheet: Sheet, at: At) -> None:
    at("officer").post(f"/approvals/{sheet.id}/", {"how": "pass"})
    client = at("section")

    without = client.post(f"/approvals/{sheet.id}/", {"how": "back", "to": "1"})
    with_one = client.post(f"/approvals/{sheet.id}/", {"how": "back", "to": "1", "opinion": "补充现场照片"})

    assert (without.status_code, with_one.status_code) == (409, 302)
    assert "补充现场照片" in at("officer").get(f"/approvals/{sheet.id}/").content.decode()
