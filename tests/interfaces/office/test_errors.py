"""A page that cannot be shown tells nothing that is not so: of what was sent, and of where one may search."""

from __future__ import annotations

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.interfaces.office.amending import handing_over

pytestmark = pytest.mark.django_db
NOT_RECORDED = {"zh": "刚才提交的内容没有记录", "en": "Nothing of what you just sent was recorded"}
AGAIN = {"zh": "请重新打开该页", "en": "Open the page again"}


@pytest.mark.parametrize("tag", ["zh", "en"])
def test_only_who_sent_something_is_told_that_it_was_not_recorded(
    laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch, tag: str
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(handing_over, "typed", broken)
    client = at("officer", tag)
    client.raise_request_exception = False
    address = f"/cases/{laid.cases['青市监案〔2026〕31号'].id}/amend/transfer/"
    found = {}
    for method, asked in (("GET", client.get), ("POST", client.post)):
        answer = asked(address)
        page = answer.content.decode()
        found[method] = (answer.status_code, NOT_RECORDED[tag] in page, AGAIN[tag] in page)
    assert found == {"GET": (500, False, True), "POST": (500, True, False)}


@pytest.mark.parametrize(("tag", "search"), [("zh", "可以查找"), ("en", "Search for it")])
def test_only_who_has_a_field_to_search_by_is_told_to_search(laid: Laid, at: At, tag: str, search: str) -> None:
    found = {}
    for name in ("officer", "supervisor", "audit", "security", "system"):
        answer = at(name, tag).get("/cases/999999999/nowhere/")
        page = answer.content.decode()
        found[name] = (answer.status_code, 'role="search"' in page, search in page)
    assert found == dict.fromkeys(("officer", "supervisor"), (404, True, True)) | dict.fromkeys(
        ("audit", "security", "system"), (404, False, False)
    )
