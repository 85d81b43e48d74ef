"""One person at one machine: by the key once, then by the cookie; without a record, and nobody else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from yifa.interfaces.office.alone import entering, pages
from yifa.interfaces.office.alone.key import Door
from yifa.project import alone

ADDRESSES = ("/reading/", "/ledgers/", "/books/", "/reports/", "/law/", "/law/term/", "/law/procedures/licence/")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The site for one person in the place of the office; the database may not be asked at all."""
    monkeypatch.setattr(entering, "DOOR", Door("the-key"))
    told: dict[str, Any] = {name: getattr(alone, name) for name in ("ROOT_URLCONF", "MIDDLEWARE", "MESSAGE_STORAGE")}
    with override_settings(**told, TRAYS=tmp_path, REPORTS=tmp_path, ALLOWED_HOSTS=["127.0.0.1", "localhost"]):
        yield


def browser() -> Client:
    return Client(headers={"host": "127.0.0.1"})


def test_the_key_opens_once_and_the_cookie_opens_from_then_on(site: None) -> None:
    mine, other = browser(), browser()

    assert [one.get("/reading/").status_code for one in (mine, other)] == [403, 403]
    opened = mine.get("/?key=the-key")
    assert (opened.status_code, opened.headers["Location"]) == (302, "/reading/")
    assert [mine.get(address).status_code for address in ADDRESSES] == [200] * len(ADDRESSES)
    assert [other.get(address).status_code for address in ("/?key=the-key", "/?key=", "/reading/")] == [403] * 3
    assert mine.get("/cases/").status_code == 404


def test_a_name_that_was_made_to_point_here_gets_nothing(site: None) -> None:
    assert Client(headers={"host": "evil.example"}).get("/?key=the-key").status_code == 400


def test_what_is_too_much_is_refused_before_it_is_read(site: None, tmp_path: Path) -> None:
    mine = browser()
    mine.get("/?key=the-key")
    with override_settings(MOST_HANDED_IN=1_000_000):
        refused = mine.post("/reading/", {"report": io.BytesIO(b"0" * 1_000_001)})
    assert (refused.status_code, "一次最多接收 1 MB" in refused.content.decode()) == (413, True)
    assert list(tmp_path.iterdir()) == []


def test_what_changes_something_comes_from_its_own_page(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(pages, "SOON", 0)
    monkeypatch.setattr(pages, "end", lambda: ended.append(True))
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    strict.get("/?key=the-key")

    assert strict.post("/close/").status_code == 403
    token = strict.get("/reading/").content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    assert strict.post("/close/", {"csrfmiddlewaretoken": token}).status_code == 200
    while not ended:
        pass
