"""Several cases at once: each is done by itself, what is refused is told, the rest is done all the same."""

from __future__ import annotations

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.record.cases.models import Case
from yifa.record.chain.queries import faults, rows
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
OWN, CLOSED = "青市监案〔2026〕42号", "青市监案〔2026〕12号"


def handlers(case: Case) -> set[str]:
    with everything("a test"):
        return set(case.participants.filter(last=None, role="handler").values_list("officer__number", flat=True))


def entries(organ: str) -> int:
    return len(list(rows(organ)))


def test_cases_are_handed_over_one_entry_each_and_the_closed_one_is_refused(laid: Laid, at: At) -> None:
    own, closed = laid.cases[OWN], laid.cases[CLOSED]
    client, before = at("officer"), entries("qp-market")
    chosen = {"case": [own.id, closed.id], "what": "hand-over", "query": "state=all"}
    leaving, to = laid.officers["0412"], laid.officers["0403"]

    asked = client.post("/cases/together/", chosen)
    nobody = client.post("/cases/together/", chosen | {"step": "do", "leaving": leaving.id})
    done = client.post("/cases/together/", chosen | {"step": "do", "leaving": leaving.id, "to": to.id})
    told = client.get(done.headers["Location"]).content.decode()

    assert (asked.status_code, nobody.status_code) == (200, 409)
    assert "0403" in handlers(own)
    assert "0412" not in handlers(own)
    refused, _, well = told.partition('<h2 class="group">')[2].partition('<h2 class="group">')
    assert (CLOSED in refused, OWN in refused, OWN in well) == (True, False, True)
    assert entries("qp-market") == before + 1
    with everything("a test"):
        assert faults() == []


def test_who_does_not_write_a_case_may_urge_it_only_where_he_supervises_or_leads(laid: Laid, at: At) -> None:
    case = laid.cases[OWN]
    urge = {"case": [case.id], "what": "urge", "step": "do", "words": "请抓紧"}

    at("reviewer").post("/cases/together/", urge)
    with everything("a test"):
        assert case.urgings.count() == 0
    at("supervisor").post("/cases/together/", urge)
    at("leader").post("/cases/together/", urge)

    with everything("a test"):
        assert case.urgings.count() == 2 * len(handlers(case))


def test_what_is_not_made_public_needs_a_ground(laid: Laid, at: At) -> None:
    case, client = laid.cases[OWN], at("officer")
    closed = {"case": [case.id], "what": "openness", "step": "do", "openness": "closed"}

    without = client.post("/cases/together/", closed)
    client.post("/cases/together/", closed | {"ground": "privacy", "words": "涉及个人"})

    with everything("a test"):
        case.refresh_from_db()
    assert (without.status_code, case.openness, case.openness_ground) == (409, "closed", "privacy")


def test_a_case_that_may_not_be_read_is_not_among_those_chosen(laid: Laid, at: At) -> None:
    other = laid.cases["青政复〔2026〕9号"]

    response = at("officer").post("/cases/together/", {"case": [other.id], "what": "urge"})

    assert (response.status_code, response.headers["Location"]) == (302, "/cases/?")
