"""A list written in the background: of what who asked may read, fetched by him alone, gone after its days."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from demo.city_office import Laid
from tests.interfaces.office.conftest import TODAY, At
from yifa.interfaces.office.exports import tasks
from yifa.interfaces.office.exports.models import Export
from yifa.record.access.actions import end_role
from yifa.record.access.models import RoleHeld
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "folder", lambda: tmp_path / "exports")
    monkeypatch.setattr("yifa.interfaces.office.exports.pages.folder", lambda: tmp_path / "exports")


def asked(at: At, who: str, query: str) -> Export:
    """A list that somebody asks for, written."""
    assert at(who).post("/cases/export/", {"query": query}).headers["Location"] == "/exports/"
    made = Export.objects.latest("id")
    tasks.write_export.call(made.id)
    made.refresh_from_db()
    return made


def fetched(at: At, who: str, made: Export) -> bytes:
    """The file, as somebody fetches it."""
    response = at(who).get(f"/exports/{made.id}/")
    content = b"".join(response.streaming_content)
    for close in response._resource_closers:
        close()
    return content


def test_a_list_holds_what_its_asker_may_read_and_only_he_fetches_it(laid: Laid, at: At) -> None:
    made = asked(at, "officer", "state=all&sort=number")

    sheet = load_workbook(io.BytesIO(fetched(at, "officer", made))).active
    rows = list(sheet.iter_rows(values_only=True))

    own = sorted(number for number, case in laid.cases.items() if case.organ.code == "qp-market")
    assert [row[0] for row in rows[1:]] == own
    assert (made.state, made.done, made.left) == ("done", len(own), 0)
    assert {at(who).get(f"/exports/{made.id}/").status_code for who in ("section", "supervisor", "audit")} == {404}
    assert "延" not in at("section").get("/exports/").content.decode()


def test_who_lost_his_role_gets_nothing_and_a_file_goes_with_its_days(laid: Laid, at: At) -> None:
    made = asked(at, "urban", "")
    assert fetched(at, "urban", made) != b""
    tasks.forgetting(TODAY + timedelta(days=8), thorough=False)
    made.refresh_from_db()
    assert (made.state, at("urban").get(f"/exports/{made.id}/").status_code) == ("gone", 404)
    assert list(tasks.folder().iterdir()) == []

    at("urban").post("/cases/export/", {"query": ""})
    with everything("a test"):
        for role in RoleHeld.objects.filter(officer=laid.officers["0511"]):
            end_role(role, actor=Actor("demo", made.asked_at), last=role.first)
    made = Export.objects.latest("id")
    tasks.write_export.call(made.id)
    made.refresh_from_db()
    assert (made.state, made.file) == ("failed", "")
