"""Views and columns: kept for who chose them, shared in the organ and no further."""

from __future__ import annotations

import re

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.interfaces.office.views.models import View

pytestmark = pytest.mark.django_db


def heads(html: str) -> list[str]:
    """The classes of the columns somebody sees between the case and the panel."""
    return re.findall(r'data-column="([a-z_]+)"', html)


def test_columns_are_chosen_and_ordered_by_each_for_himself(laid: Laid, at: At) -> None:
    client = at("officer")
    usual = heads(client.get("/cases/").content.decode())

    client.post("/cases/views/", {"what": "columns", "place-amount": "1", "place-party": "2", "place-due": "x"})

    assert usual == ["procedure", "due", "opened"]
    assert heads(client.get("/cases/").content.decode()) == ["amount", "party"]
    assert heads(at("section").get("/cases/").content.decode()) == usual
    client.post("/cases/views/", {"what": "usual"})
    assert heads(client.get("/cases/").content.decode()) == usual


def test_a_view_keeps_filters_and_columns_and_is_shared_in_the_organ_alone(laid: Laid, at: At) -> None:
    client = at("officer")
    client.post("/cases/views/", {"what": "columns", "place-party": "1"})
    kept = client.post("/cases/views/", {"what": "save", "name": "快到期的", "query": "light=amber"})
    client.post("/cases/views/", {"what": "usual"})
    view = View.objects.get(name="快到期的")

    assert kept.headers["Location"] == f"/cases/?light=amber&view={view.id}"
    html = client.get(kept.headers["Location"]).content.decode()
    assert (heads(html), "<h1>快到期的" in html) == (["party"], True)
    assert "快到期的" not in at("section").get("/cases/").content.decode()
    client.post("/cases/views/", {"what": "share", "view": view.id})
    assert "快到期的" in at("section").get("/cases/").content.decode()
    assert "快到期的" not in at("urban").get("/cases/").content.decode()
    assert at("section").post("/cases/views/", {"what": "drop", "view": view.id}).status_code == 404
    client.post("/cases/views/", {"what": "drop", "view": view.id}, follow=True)
    assert "快到期的" not in client.get("/cases/").content.decode()
