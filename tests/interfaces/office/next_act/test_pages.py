"""The form of an act: what it would do is told before; what breaks a rule is refused, or recorded for a reason."""

from __future__ import annotations

import pytest
from django.urls import reverse

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.record.cases.models import Act
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
CASE = "青市监案〔2026〕41号"
EARLY = {"on": "2026-03-03", "result": "penalty", "fine": "5000.50"}
"""Decided within the five working days in which the party may be heard."""


def acts(laid: Laid, kind: str) -> list[Act]:
    with everything("a test"):
        return list(laid.cases[CASE].acts.filter(kind=kind))


def address(laid: Laid, name: str = "act", kind: str = "decision-made") -> str:
    return reverse(name, kwargs={"case": laid.cases[CASE].id, "kind": kind})


def test_what_an_act_would_break_is_told_before_it_is_recorded(laid: Laid, at: At) -> None:
    told = at("officer").post(address(laid, "effect"), EARLY).content.decode()

    assert "告知书送达后五个工作日内不得作出决定" in told
    assert "《市场监督管理行政处罚程序规定》（2022）第57条" in told
    assert "立案之日起九十日内作出处理决定，可以延长 · <b>符合</b>" in told
    assert acts(laid, "decision-made") == []


def test_an_act_that_breaks_a_rule_is_refused_and_nothing_recorded(laid: Laid, at: At) -> None:
    response = at("officer").post(address(laid), EARLY)

    text = response.content.decode()
    assert response.status_code == 409
    assert "在该日作出不合规定" in text
    assert "第57条" in text
    assert 'value="5000.50"' in text
    assert acts(laid, "decision-made") == []


def test_what_has_happened_is_recorded_with_its_reason_and_who_says_so(laid: Laid, at: At) -> None:
    client = at("officer")

    without = client.post(address(laid), {**EARLY, "as": "happened"})
    with_reason = client.post(address(laid), {**EARLY, "as": "happened", "because": "已于当日送达，补录"})

    [act] = acts(laid, "decision-made")
    assert (without.status_code, with_reason.status_code) == (409, 302)
    assert (act.reason, act.fields["fine"], act.recorded_by) == (
        "已于当日送达，补录",
        500_050,
        f"officer{laid.officers['0412'].id}",
    )
    page = client.get(with_reason.headers["Location"]).content.decode()
    assert "已记录：作出决定，2026-03-03。" in page
    assert "理由：已于当日送达，补录" in page


def test_a_lawful_act_is_recorded_and_its_case_judged_anew(laid: Laid, at: At) -> None:
    client = at("officer")
    kind = "rights-waived"

    response = client.post(address(laid, kind=kind), {"on": "2026-03-02", "explicit": "yes", "written": "no"})

    [act] = acts(laid, kind)
    assert response.status_code == 302
    assert act.fields == {"explicit": "yes", "written": "no"}
    assert "放弃陈述申辩" in client.get(response.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"on": ""}, "没有填写日期。"),
        ({"on": "2026-02-30"}, "日期无法识别"),
        ({"on": "2026-03-04"}, "日期在今天之后"),
        ({"on": "2026-03-03", "fine": "五千"}, "罚款数额：应为金额（元）"),
        ({"on": "2026-03-03", "fine": "-1"}, "罚款数额：应为金额（元）"),
        ({"on": "2026-03-03", "result": "anything"}, "结果：应从列表中选择"),
        ({"on": "2026-03-03", "decider": "officer99999"}, "审定人：应从列表中选择"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(laid: Laid, at: At, given: dict[str, str], told: str) -> None:
    response = at("officer").post(address(laid), given)

    assert told in response.content.decode()
    assert acts(laid, "decision-made") == []


def test_a_mark_of_secrecy_is_refused_and_kept_nowhere(laid: Laid, at: At) -> None:
    response = at("officer").post(address(laid, kind="rights-waived"), {"on": "2026-03-02", "number": "机密★3年"})

    assert response.status_code == 409
    assert "国家秘密" in response.content.decode()
    assert acts(laid, "rights-waived") == []


def test_acts_that_would_break_a_rule_are_greyed_with_the_reason(laid: Laid, at: At) -> None:
    html = at("officer").get(reverse("choose_act", kwargs={"case": laid.cases[CASE].id})).content.decode()

    stopped = html.partition(">作出决定</a>")[2].partition("</li>")[0]
    assert "今天不可：" in stopped
    assert "今天不可" not in html.partition(">收到陈述申辩</a>")[2].partition("</li>")[0]


def test_an_act_whose_content_decides_is_not_greyed_and_says_so(laid: Laid, at: At) -> None:
    case = laid.cases["青市监案〔2026〕31号"].id
    html = at("officer").get(reverse("choose_act", kwargs={"case": case})).content.decode()

    line = (
        html.partition(">作出决定</a>")[0].rpartition("<li")[2]
        + html.partition(">作出决定</a>")[2].partition("</li>")[0]
    )
    assert ("stopped" in line, "要看内容：实施处罚时责令改正" in line, "今天不可" in line) == (False, True, False)


def test_what_is_typed_is_kept_as_a_draft_for_who_typed_it_until_it_is_recorded(laid: Laid, at: At) -> None:
    client, form = at("officer"), address(laid, kind="rights-waived")
    typed = {"on": "2026-03-02", "explicit": "yes", "written": "no"}

    untouched = client.post(address(laid, "effect", "rights-waived"), {"on": "2026-03-03"}).content.decode()
    along = client.post(address(laid, "effect", "rights-waived"), typed, headers={"HX-Request": "true"})
    again = client.get(form).content.decode()
    listed = client.get(reverse("case", kwargs={"case": laid.cases[CASE].id})).content.decode()
    other = at("section").get(form).content.decode()

    assert "草稿" not in untouched
    assert "草稿已保存" in along.content.decode()
    assert 'value="2026-03-02"' in again
    assert "的草稿" in listed
    assert 'value="2026-03-02"' not in other
    client.post(form, typed)
    assert "草稿" not in client.get(form).content.decode().partition("<form")[2].partition("删除草稿")[2]
    with everything("a test"):
        assert not laid.cases[CASE].act_drafts.exists()
