"""A case at a glance: how far each stage is, told by the acts and fields of the procedure alone."""

from __future__ import annotations

import re
from datetime import date

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, At
from yifa.interfaces.office.case.courses import _COURSES, ABOUT, course_of
from yifa.law.catalogue.folders import folder
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything
from yifa.wording import CHINESE, ENGLISH, language

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("procedure", sorted(_COURSES))
def test_every_stage_is_told_by_acts_and_fields_of_its_procedure(procedure: str) -> None:
    acts = folder(procedure).procedure.acts
    course = course_of(procedure, language(ENGLISH))

    kinds = {kind for one in course for kind in (*one.ends, *one.begins, *one.counted)}
    fields = {field for one in course for field in one.fields} | set(ABOUT.get(procedure, ()))
    assert kinds - set(acts) == set()
    assert [one for one in fields if one.partition(".")[2] not in acts[one.partition(".")[0]].fields] == []
    assert len(course_of(procedure, language(CHINESE))) == len(course)


def test_a_procedure_without_a_course_is_told_by_its_acts_alone() -> None:
    assert course_of("licence", language(ENGLISH)) == ()


def test_the_page_of_a_penalty_shows_its_stages_with_the_fine(laid: Laid, at: At) -> None:
    page = at("officer", "en").get(f"/cases/{laid.cases['青市监案〔2026〕12号'].id}/").content.decode()

    stages = page.partition('<ol class="stages">')[2].partition("</ol>")[0]
    assert [stages.count(f'<li class="{one}">') for one in ("done", "under-way", "ahead", "passed")] == [5, 0, 0, 2]
    assert "<dd>1000 yuan</dd>" in stages


def test_the_page_of_a_reconsideration_leads_to_the_act_complained_of(laid: Laid, at: At) -> None:
    page = at("reconsideration", "en").get(f"/cases/{laid.cases['青政复〔2026〕9号'].id}/").content.decode()

    about = page.partition('<p class="about-act">')[2].partition("</p>")[0]
    assert "青市监案〔2026〕12号" in about
    assert "<b>1000 yuan</b>" in about
    assert f"/cases/{laid.cases['青市监案〔2026〕12号'].id}/" in about


def test_the_page_of_a_supervision_says_whom_about_what_until_when_and_leads_to_the_case(laid: Laid, at: At) -> None:
    page = at("supervisor", "en").get(f"/cases/{laid.cases['青执监〔2026〕3号'].id}/").content.decode()

    about = page.partition('<dl class="about">')[2].partition("</dl>")[0]
    assert [
        one in about for one in ("青屏县城市管理局", "一名执法人员", "explanation and evidence", "20 Mar 2026")
    ] == [True] * 4
    assert (
        f"/cases/{laid.cases['青城管案〔2026〕7号'].id}/"
        in page.partition('<p class="about-act">')[2].partition("</p>")[0]
    )
    assert f"/cases/{laid.cases['青执监〔2026〕3号'].id}/acts/" in page


def test_the_page_of_a_normative_document_shows_its_way_to_publication(laid: Laid, at: At) -> None:
    page = at("urban", "en").get(f"/cases/{laid.cases['青城管规草〔2026〕1号'].id}/").content.decode()

    stages = page.partition('<ol class="stages">')[2].partition("</ol>")[0]
    assert [stages.count(f'<li class="{one}">') for one in ("done", "under-way", "ahead")] == [2, 1, 4]
    assert stages.count("<dt>legality reviewed</dt> <dd>passed</dd>") == 1
    assert "青屏县便民摊点管理办法" in page.partition('<dl class="about">')[2].partition("</dl>")[0]


DRAFTED = Happening("drafted", date(2026, 1, 5), fields={"maker": "department", "market_related": False})
REVIEWED = Happening("legality-reviewed", date(2026, 2, 26), fields={"result": "pass"})
SIGNED = Happening("signed", date(2026, 2, 27), fields={"maker": "department", "signer": "principal"})
DECIDED = Happening("collective-decision-made", date(2026, 2, 27))
MADE = (
    DRAFTED,
    Happening("evaluated", date(2026, 1, 8)),
    Happening("draft-published-for-comment", date(2026, 1, 12)),
    Happening("comment-closed", date(2026, 2, 12)),
)


@pytest.mark.parametrize(
    ("acts", "first"),
    [
        ((*MADE, Happening("legality-review-sent", date(2026, 2, 13), fields={"complete": True})), "legality-reviewed"),
        ((*MADE, REVIEWED, SIGNED), "collective-decision-made"),
        ((*MADE, REVIEWED, DECIDED), "signed"),
        ((*MADE, SIGNED), "legality-reviewed"),
        ((*MADE, SIGNED, Happening("document-number-given", date(2026, 2, 28))), "legality-reviewed"),
        ((*MADE, REVIEWED, SIGNED, Happening("registered", date(2026, 3, 2))), "collective-decision-made"),
        ((*MADE, REVIEWED, DECIDED, SIGNED), "registered"),
    ],
    ids=["sent", "signed", "decided", "not-reviewed", "numbered", "registered", "nothing-left-out"],
)
def test_what_the_law_wants_before_the_next_stage_is_offered_first(
    laid: Laid, at: At, acts: tuple[Happening, ...], first: str
) -> None:
    with everything("a test"):
        organ = laid.cases["青城管规草〔2026〕1号"].organ
        case = open_case(organ, "normative-document", "9", actor=Actor("a test", NOW), on=date(2026, 1, 5), acts=acts)
    page = at("urban", "en").get(f"/cases/{case.id}/").content.decode()

    offered = re.findall(rf'<a href="/cases/{case.id}/acts/([a-z-]+)/"', page.partition("<main")[2])
    assert offered[0] == first
    assert not set(offered) & {one.kind for one in acts}
