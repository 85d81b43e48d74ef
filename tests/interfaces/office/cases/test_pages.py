"""The list of cases: what is found by which words and filters, and page by page."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.interfaces.office.cases import keyset
from yifa.interfaces.office.cases.filters import LIGHTS
from yifa.oversight.standing.following import follow
from yifa.oversight.standing.models import Standing
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import open_case, record, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.forgetting import forget_party
from yifa.record.cases.models import Participant
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
CREDIT_CODE = "91110105MA01ABCD00"


def numbers(html: str) -> list[str]:
    """The numbers of the cases in a list, in its order."""
    return re.findall(r'<span class="soft" lang="zh-Hans">(.+?〔2026〕\d+号)</span>', html)


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("茶行", [42]),
        ("火锅", [43]),
        ("火锅 添加", [43]),
        ("火锅 茶行", []),
        ("〔2026〕4", [41, 42, 43]),
        ("４２号", [42]),
        ("望春食品厂", [34]),
        ("厂", []),
        ("' OR 1=1 --", []),
    ],
)
def test_words_of_two_signs_are_found_in_number_title_and_party(
    laid: Laid, at: At, sought: str, expected: list[int]
) -> None:
    found = numbers(at("officer").get("/cases/", {"q": sought}).content.decode())

    assert sorted(found) == [f"青市监案〔2026〕{number}号" for number in expected]


def test_what_was_erased_is_found_no_more(laid: Laid, at: At) -> None:
    with everything("a test"):
        party = Participant.objects.get(case=laid.cases["青市监案〔2026〕42号"], party__isnull=False).party
        forget_party(party, actor=Actor("officer1", NOW, "依申请删除"))
        follow(TODAY)

    assert numbers(at("officer").get("/cases/", {"q": "云栖茶行"}).content.decode()) == []
    assert numbers(at("officer").get("/cases/", {"q": "42号"}).content.decode()) == ["青市监案〔2026〕42号"]


def test_what_is_sought_is_grouped_by_where_it_stands_and_a_party_is_known_by_its_identifier(
    laid: Laid, at: At
) -> None:
    actor, market = Actor("officer1", NOW), laid.organs["qp-market"]
    with everything("a test"):
        case = open_case(market, "licence", "许〔2026〕900号", actor=actor, on=TODAY, title="延年堂许可")
        take_part(case, Role.PARTY, actor=actor, on=TODAY, name="延年堂", identifier=CREDIT_CODE)
        told = Happening("application-received", TODAY, fields={"complete": True}, number="延受〔2026〕5号")
        record(case, told, actor=actor)
        elsewhere = open_case(
            laid.organs["qp-urban"], "licence", "延〔2026〕1号", actor=actor, on=TODAY, title="延年堂"
        )
        follow(TODAY)

    def groups(words: str, who: str = "officer") -> list[tuple[str, str]]:
        html = at(who).get("/cases/", {"q": words}).content.decode()
        return re.findall(r'<h2 class="group">(.+?) <span class="n">(\d+)</span>', html)

    by_name, by_paper, by_code = (groups(one) for one in ("延年堂", "延受〔2026〕5号", CREDIT_CODE))
    assert [[many for _, many in one] for one in (by_name, by_paper, by_code)] == [["1"], ["1"], ["1"]]
    assert len({by_name[0][0], by_paper[0][0]}) == 2
    assert groups(CREDIT_CODE, "urban") == []
    assert [number for _, number in groups("延年堂", "supervisor")] == ["1", "1"]
    assert elsewhere.number not in at("officer").get("/cases/", {"q": "延年"}).content.decode()


def test_filters_choose_by_officer_party_and_amount(laid: Laid, at: At) -> None:
    actor = Actor("officer1", NOW)
    with everything("a test"):
        case = laid.cases["青市监案〔2026〕43号"]
        Standing.objects.filter(case=case).update(amount=1_234_500)
        number = laid.officers["0415"].id
        party = Participant.objects.get(case=laid.cases["青市监案〔2026〕42号"], party__isnull=False).party
        open_case(laid.organs["qp-market"], "licence", "许〔2026〕901号", actor=actor, on=TODAY)
    client = at("officer")

    def found(query: str) -> list[str]:
        return sorted(numbers(client.get(f"/cases/?{query}").content.decode()))

    handled = found(f"whose={number}")
    assert (len(handled) > 0, "许〔2026〕901号" in handled) == (True, False)
    assert found("lowest=12,345&highest=12345") == ["青市监案〔2026〕43号"]
    assert found("lowest=12345.01") == []
    address = client.post("/cases/by-party/", {"party": "云栖茶行", "query": "state=all&light=amber"}).headers[
        "Location"
    ]
    assert address == f"/cases/?state=all&light=amber&party={party.id}"
    assert found(address.partition("?")[2].replace("&light=amber", "")) == ["青市监案〔2026〕42号"]
    assert client.post("/cases/by-party/", {"party": "云栖", "query": ""}).headers["Location"] == "/cases/?"
    assert numbers(at("urban").get(f"/cases/?state=all&party={party.id}").content.decode()) == []


def test_filters_choose_by_light_state_and_day(laid: Laid, at: At) -> None:
    client = at("supervisor")

    red = numbers(client.get("/cases/?light=red").content.decode())
    lights = [numbers(client.get(f"/cases/?light={one}").content.decode()) for one in LIGHTS]
    closed = numbers(client.get("/cases/?state=closed").content.decode())
    licences = numbers(client.get("/cases/?procedure=licence").content.decode())
    nonsense = numbers(client.get("/cases/?light=blue&organ=x&due=2026-02-31&sort=name").content.decode())

    assert sorted(red) == ["青市监案〔2026〕28号", "青市监案〔2026〕34号"]
    assert closed == ["青市监案〔2026〕12号"]
    assert sorted(licences) == ["青审〔2026〕118号", "青审〔2026〕121号", "青审〔2026〕125号"]
    assert len(nonsense) == 13
    assert sorted(number for some in lights for number in some) == sorted(nonsense)


@pytest.mark.parametrize("sort", ["opened", "-opened", "due", "-due", "last_act", "amount", "-number"])
def test_pages_go_on_behind_the_last_line_and_leave_none_out(
    laid: Laid, at: At, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyset, "PAGE", 3)
    client, address, found = at("supervisor"), f"/cases/?sort={sort}", []
    while address:
        html = client.get(address).content.decode()
        found.append(numbers(html))
        further = re.search(r'<a href="(\?[^"]+)" rel="next">', html)
        address = f"/cases/{further[1]}".replace("&amp;", "&") if further else ""

    monkeypatch.setattr(keyset, "PAGE", 50)
    whole = numbers(client.get(f"/cases/?sort={sort}").content.decode())
    assert [number for page in found for number in page] == whole
    assert [len(page) for page in found] == [3, 3, 3, 3, 1]


def test_a_list_of_many_asks_the_database_no_more_often(
    laid: Laid, at: At, django_assert_max_num_queries: object
) -> None:
    actor = Actor("officer1", NOW)
    with everything("a test"):
        for number in range(40):
            on = TODAY - timedelta(days=number)
            open_case(
                laid.organs["qp-market"], "licence", f"许〔2026〕{number}号", actor=actor, on=on, title=f"许可{number}"
            )
        follow(TODAY)
    client = at("officer")
    client.get("/cases/")

    with django_assert_max_num_queries(45):  # type: ignore[operator]
        html = client.get("/cases/").content.decode()

    assert html.count("data-line") == 47
    assert len(html.encode()) < 90_000


def test_a_page_has_one_token_for_all_its_forms_and_the_next_has_another(laid: Laid, at: At) -> None:
    client = at("officer")
    told = [
        re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())
        for page in (client.get("/cases/"), client.get("/cases/"))
    ]

    assert len(told[0]) > 2
    assert (len(set(told[0])), len({*told[0], *told[1]})) == (1, 2)


def test_an_organ_whose_cases_may_not_be_read_is_named_by_no_number(laid: Laid, at: At) -> None:
    other = laid.organs["qp-urban"].id
    page = at("officer").get(f"/cases/?organ={other}").content.decode()
    filtered = page[page.index('<ul class="set"') :].partition("</ul>")[0]
    assert re.findall(r'title="[^"]*">(.+?) <span', filtered) == ["不在查阅范围内的机关"]
