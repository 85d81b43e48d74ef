"""Corrections, people, links, transfers, what is public, who may know: each by its form, with refusals that teach."""

from __future__ import annotations

import pytest
from django.urls import reverse

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.record.cases.models import Act, Case, Link, Participant
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
CASE = "青市监案〔2026〕41号"
ON = {"on": "2026-03-03"}


def address(laid: Laid, name: str, number: str = CASE, **more: int) -> str:
    return reverse(name, kwargs={"case": laid.cases[number].id, **more})


def act_of(laid: Laid, kind: str) -> Act:
    with everything("a test"):
        return Act.objects.filter(case=laid.cases[CASE], kind=kind).order_by("-id")[0]


def now(laid: Laid, number: str = CASE) -> Case:
    with everything("a test"):
        return Case.objects.get(pk=laid.cases[number].id)


def test_an_act_is_put_right_for_a_reason_and_both_versions_stay(laid: Laid, at: At) -> None:
    client, act = at("officer"), act_of(laid, "pre-decision-notice-served")
    page = address(laid, "correct_act", row=act.id)
    right = {"on": "2026-02-26", "hearing_right": "yes", "in_writing": "yes", "proposed_fine": "5000"}

    begun = client.get(page).content.decode()
    without = client.post(page, right)
    told = client.post(address(laid, "correction_effect", row=act.id), right).content.decode()
    done = client.post(page, {**right, "because": "告知书送达日期录入有误"})
    case_page = client.get(done.headers["Location"]).content.decode()

    made = act_of(laid, "pre-decision-notice-served")
    assert 'value="2026-02-27"' in begun
    assert (without.status_code, done.status_code) == (409, 302)
    assert "2026年2月27日" in told
    assert "2026年2月26日" in told
    assert (made.corrects_id, made.fields["proposed_fine"], made.reason) == (act.id, 500_000, "告知书送达日期录入有误")
    assert case_page.count("告知书送达日期录入有误") == 1
    assert client.get(page).status_code == 404


def test_nothing_that_does_not_differ_is_put_right_and_what_did_not_happen_is_withdrawn(laid: Laid, at: At) -> None:
    client, act = at("officer"), act_of(laid, "test-report-received")
    page = address(laid, "correct_act", row=act.id)

    same = client.post(page, {"on": "2026-02-01", "because": "无"})
    gone = client.post(page, {"as": "withdraw", "because": "系另一案件的鉴定意见"})

    assert (same.status_code, gone.status_code) == (409, 302)
    assert "没有任何不同" in same.content.decode()
    assert act_of(laid, "test-report-received").withdrawn


def test_an_officer_leaves_for_avoidance_with_its_ground_and_does_not_come_back(laid: Laid, at: At) -> None:
    client, page = at("officer"), address(laid, "people")
    with everything("a test"):
        part = Participant.objects.get(case=laid.cases[CASE], officer=laid.officers["0415"])
    leaves = {"how": "leave", "who": part.id, "why": "avoidance", "last": "2026-03-03"}
    back = {"how": "officer", "officer": laid.officers["0415"].id, "role": "assistant", "officer-on": "2026-03-03"}

    without = client.post(page, leaves)
    client.post(page, {**leaves, "because": "与当事人法定代表人系近亲属"})
    again = client.post(page, back)

    assert without.status_code == 409
    assert "行政处罚法 43" in without.content.decode()
    assert again.status_code == 409
    assert "有权办理：" in again.content.decode()
    assert "因回避退出" in again.content.decode()


def test_a_party_joins_and_a_wrong_code_is_told_at_its_field(laid: Laid, at: At) -> None:
    client, page = at("officer"), address(laid, "people")
    joins = {"how": "other", "name": "晴川路大药房委托代理人", "part": "representative", "other-on": "2026-03-03"}

    wrong = client.post(page, {**joins, "code": "123"})
    right = client.post(page, joins)

    assert (wrong.status_code, right.status_code) == (409, 302)
    assert "校验码" in wrong.content.decode()
    assert "晴川路大药房委托代理人" in client.get(address(laid, "case")).content.decode()


def test_cases_are_linked_by_number_as_far_as_they_may_be_read(laid: Laid, at: At) -> None:
    client, page = at("officer"), address(laid, "links")
    links = {"how": "link", "kind": "arises-from", **ON}

    hidden = client.post(page, {**links, "number": "青政复〔2026〕9号"})
    done = client.post(page, {**links, "number": "青市监案〔2026〕12号"})
    with everything("a test"):
        row = Link.objects.get(case=laid.cases[CASE])
    seen = client.get(address(laid, "case", "青市监案〔2026〕12号")).content.decode()
    taken = client.post(page, {"how": "unlink", "link": row.id, "because": "关联错误"})

    assert (hidden.status_code, done.status_code, taken.status_code) == (409, 302, 302)
    assert "安全管理员" in hidden.content.decode()
    assert "引发" in seen
    assert "青市监案〔2026〕12号" not in client.get(address(laid, "case")).content.decode()


def test_cases_are_merged_and_a_part_is_split_off_with_its_acts(laid: Laid, at: At) -> None:
    client, inquiry = at("officer"), act_of(laid, "inquiry-made")

    split = {"number": "青市监案〔2026〕90号", "title": "另一违法行为", "acts": [inquiry.id], **ON}
    made = client.post(address(laid, "split_case"), split)
    merged = client.post(address(laid, "merge_cases"), {"numbers": "青市监案〔2026〕43号\n没有这号", **ON})
    fine = client.post(address(laid, "merge_cases"), {"numbers": "青市监案〔2026〕43号", **ON})

    assert "询问" in client.get(made.headers["Location"]).content.decode()
    assert "没有这号" in merged.content.decode()
    assert fine.status_code == 302
    assert now(laid, "青市监案〔2026〕43号").state == "merged"


def test_a_case_is_transferred_and_received_with_a_receipt_and_not_handed_on(laid: Laid, at: At) -> None:
    client = at("officer")
    sends = {"to": laid.organs["qp-urban"].id, "ground": "属城市管理执法范围", **ON}
    client.post(address(laid, "transfer"), sends)
    with everything("a test"):
        arrived = Case.objects.get(came_as=CASE)
    urban = at("urban")
    receipt, transfer = (reverse(name, kwargs={"case": arrived.id}) for name in ("receipt", "transfer"))

    without = urban.post(receipt, {"how": "receive", "number": "青城管案〔2026〕90号", **ON})
    received = urban.post(receipt, {"how": "receive", "number": "青城管案〔2026〕90号", "receipt": "回执1号", **ON})
    back = urban.post(transfer, {"to": laid.organs["qp-market"].id, "ground": "不属本机关管辖", **ON})

    assert (without.status_code, received.status_code, back.status_code) == (409, 302, 409)
    assert "市场监督管理行政处罚程序规定 14" in back.content.decode()
    assert "回执1号" in client.get(address(laid, "transfer")).content.decode()
    assert now(laid).state == "transferred"


def test_what_is_not_public_needs_a_ground_and_nobody_shuts_himself_out(laid: Laid, at: At) -> None:
    client, other = at("officer"), laid.officers["0403"].id

    closed = client.post(address(laid, "openness"), {"openness": "closed", **ON})
    client.post(address(laid, "openness"), {"openness": "closed", "ground": "enforcement-file", **ON})
    out = client.post(address(laid, "circle"), {"officers": [other], **ON})
    inside = client.post(address(laid, "circle"), {"officers": [other, laid.officers["0412"].id], **ON})

    assert (closed.status_code, out.status_code, inside.status_code) == (409, 409, 302)
    assert (now(laid).openness, now(laid).openness_ground) == ("closed", "enforcement-file")
    assert at("deputy").get(address(laid, "case")).status_code == 404
    assert at("section").get(address(laid, "case")).status_code == 200


@pytest.mark.parametrize("name", ["amend", "people", "links", "merge_cases", "split_case", "transfer", "openness"])
def test_every_form_opens_in_both_languages_and_stays_closed_to_who_only_reads(laid: Laid, at: At, name: str) -> None:
    page = address(laid, name)

    assert [at("officer", tag).get(page).status_code for tag in ("zh", "en")] == [200, 200]
    assert at("leader").post(page, {}).status_code == 403
