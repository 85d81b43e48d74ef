"""Papers, files and lists over the API; reading a sensitive file is told in the chain, or it is not read."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.interfaces.api.world import World, token
from tests.record.lists.workbooks import POWERS, in_force, workbook
from tests.record.register import CLERK, NOW, TODAY
from yifa.record.access.actions import open_file
from yifa.record.access.choices import RoleName
from yifa.record.access.models import Reading as Noted
from yifa.record.cases.choices import Part
from yifa.record.cases.models import Act
from yifa.record.cases.showing import set_circle
from yifa.record.chain.models import EntryRow
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.models import Item, Reading
from yifa.record.lists.choices import ListKind
from yifa.record.organs.models import Officer
from yifa.record.papers.documents import issue
from yifa.record.papers.drafts import begin_draft
from yifa.record.scope import everything

TEXT = "询问笔录：……\n".encode() * 40


@pytest.fixture
def statement(county: World, tmp_path: Path, settings: Any) -> Item:
    settings.YIFA_FILES = tmp_path / "files"
    with everything("a test"):
        return keep_file(
            county.cases["licence"],
            BytesIO(TEXT),
            "柳三春询问笔录",
            Sort.STATEMENT,
            actor=CLERK,
            on=TODAY,
            sensitive=True,
        )


def test_a_sensitive_file_is_read_for_a_reason_and_the_chain_tells_it(county: World, statement: Item) -> None:
    [told] = json.loads(county.ask("reader", f"/cases/{statement.case_id}/files").content)["files"]
    assert (told["id"], told["title"], told["sensitive"]) == (statement.id, "柳三春询问笔录", True)
    assert told["digest"] == hashlib.sha256(TEXT).hexdigest()
    before = EntryRow.objects.count()
    refused = county.ask("reader", f"/files/{statement.id}")
    assert (refused.status_code, EntryRow.objects.count()) == (409, before)
    read = county.ask("reader", f"/files/{statement.id}?because=法制审核")
    assert (read.status_code, b"".join(read.streaming_content)) == (200, TEXT)  # type: ignore[attr-defined]
    assert EntryRow.objects.count() == before + 1
    with everything("a test"):
        assert [one.purpose for one in Reading.objects.all()] == ["法制审核"]


def test_who_may_not_see_the_case_sees_no_file_of_it(county: World, statement: Item) -> None:
    before = EntryRow.objects.count()
    assert county.ask("neighbour", f"/files/{statement.id}?because=x").status_code == 404
    assert county.ask("neighbour", f"/cases/{statement.case_id}/files").status_code == 404
    assert county.ask("neighbour", f"/cases/{statement.case_id}/documents").status_code == 404
    assert EntryRow.objects.count() == before
    assert json.loads(county.ask("reader", f"/cases/{statement.case_id}/documents").content) == {"documents": []}


def test_what_was_written_with_an_act_is_proved_to_who_may_read_it(county: World) -> None:
    with everything("a test"):
        held, case = county.held, county.cases["licence"]
        county.secrets["disclosure"] = token(held.market, "disclosure", RoleName.DISCLOSURE, writes=False)
        county.secrets["lent"] = token(held.neighbour, "lent", RoleName.DISCLOSURE, writes=False)
        lent = Officer.objects.get(number="lent")
        open_file(lent, case, "评查", actor=CLERK, on=TODAY, last=TODAY)
        officer = Officer.objects.get(number="handler")
        draft = begin_draft(
            case, "application-accepted", "受理通知书", "受理通知书", drafter=officer, at=NOW, part=Part.SECONDARY
        )
        behind = issue(draft, actor=CLERK, on=TODAY, as_happened=True).act_row
        plain = Act.objects.filter(case=case).order_by("id").first()
        assert behind is not None
        assert plain is not None
    whole = ("handler", "reader", "supervisor")
    for act, who in ((plain, (*whole, "disclosure", "lent")), (behind, whole)):
        for one in ("handler", "reader", "supervisor", "disclosure", "lent", "neighbour"):
            status = county.ask(one, f"/acts/{act.id}/proof").status_code
            assert (one, act.kind, status) == (one, act.kind, 200 if one in who else 404)


def test_who_reads_a_sensitive_case_is_noted_as_at_a_desk(county: World, statement: Item) -> None:
    case = statement.case_id
    with everything("a test"):
        set_circle(county.cases["reconsideration"], [county.held.market], actor=CLERK, on=TODAY)
        narrow = county.cases["reconsideration"].id
    asked = (f"/cases/{case}", f"/cases/{case}/acts", f"/cases/{case}/participants", f"/cases/{case}/duties")
    for path in (*asked, f"/cases/{case}/documents", f"/cases/{case}/files", f"/files/{statement.id}?because=评查"):
        for who in ("reader", "supervisor", "neighbour"):
            answer = county.ask(who, path)
            assert answer.status_code == (404 if who == "neighbour" else 200)
            assert answer.getvalue()
    assert county.ask("reader", f"/cases/{narrow}").status_code == 200
    assert county.ask("handler", f"/cases/{narrow}").status_code == 404
    with everything("a test"):
        named = {one.id: one.number for one in Officer.objects.all()}
    told = [(named[one.officer], one.case, one.how, one.on) for one in Noted.objects.order_by("id")]
    assert told == [("supervisor", case, "other-organ", TODAY), ("reader", narrow, "circle", TODAY)]


def test_lists_are_those_in_force_on_the_day(county: World, tmp_path: Path) -> None:
    with everything("a test"):
        in_force(county.held.market, ListKind.POWERS, workbook(tmp_path / "清单.xlsx", POWERS), TODAY)
    told = json.loads(county.ask("handler", "/organs/qp-market/lists").content)
    assert [(one["kind"], one["edition"], one["first"]) for one in told["lists"]] == [("powers", 1, "2026-03-02")]
    assert json.loads(county.ask("handler", "/organs/qp-market/lists?on=2026-03-01").content)["lists"] == []
    page = json.loads(county.ask("handler", "/organs/qp-market/lists/powers?limit=1").content)
    rest = json.loads(county.ask("handler", f"/organs/qp-market/lists/powers?after={page['next']}").content)
    assert [one["key"] for one in (*page["items"], *rest["items"])] == ["P-1", "P-2"]
    assert county.ask("handler", "/organs/qp-market/lists/powers?on=2026-03-01").status_code == 404
    assert county.ask("neighbour", "/organs/qp-market/lists/powers").status_code == 404
    assert county.ask("handler", "/organs/nowhere/lists").status_code == 404
