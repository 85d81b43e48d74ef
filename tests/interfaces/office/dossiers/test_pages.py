"""A case is closed, and its dossier made up: what it lacks is told with links, the secondary part stays walled."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from tests.record.evidence.files import PNG
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.cases.choices import State
from yifa.record.cases.models import Case
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
ON = "2026-03-03"


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings: Any) -> None:
    """A folder of files of its own."""
    settings.YIFA_FILES = tmp_path / "files"


@pytest.fixture
def case(laid: Laid, at: At) -> Case:
    """A case with a photo in its main part and a discussion in the secondary one."""
    client, found = at("officer"), laid.cases["青市监案〔2026〕31号"]
    address = reverse("keep_file", kwargs={"case": found.id})
    for title, more in (("现场照片", {}), ("集体讨论记录", {"part": "secondary"})):
        told = {"how": "file", "sort": "record", "taken": ON, "title": title, **more}
        client.post(address, {**told, "file": io.BytesIO(PNG)})
    return found


def page(name: str, case: Case, **more: object) -> str:
    return reverse(name, kwargs={"case": case.id, **more})


def test_a_case_is_closed_with_its_act_after_what_is_open_was_told(case: Case, at: At) -> None:
    client = at("officer")

    before = client.get(page("close_case", case)).content.decode()
    closed = client.post(page("close_case", case), {"on": ON})

    assert "立案之日起九十日内作出处理决定" in before
    assert closed.headers["Location"] == page("dossier", case)
    with everything("a test"):
        found = Case.objects.get(pk=case.id)
        assert (found.state, found.acts.filter(kind="case-closed").count()) == (State.CLOSED, 1)


def test_what_the_dossier_lacks_is_told_with_the_page_where_it_is_put_right(case: Case, at: At) -> None:
    told = at("officer").get(page("dossier", case)).content.decode()

    lacks = told.partition("缺漏")[2]
    assert "询问：卷内没有相应文书（应有询问通知书、询问笔录）" in lacks
    assert f'href="{page("case_files", case)}?act=inquiry-made#keep"' in lacks
    assert "结案后才能立卷" in told


def test_a_dossier_is_made_up_and_handed_out_with_digests(case: Case, at: At) -> None:
    client = at("officer")
    client.post(page("close_case", case), {"on": ON})
    made = client.post(page("dossier", case), {"retention": "10-years", "note": "无"})

    told = client.get(page("dossier", case)).content.decode()
    main = client.get(page("dossier_file", case, dossier=1, which="main"))
    every = client.get(page("dossier_file", case, dossier=1, which="files"))
    assert (made.status_code, "正卷1页" in told, "副卷1页" in told) == (302, True, True)
    assert (main.content[:5], main.headers["Content-Type"]) == (b"%PDF-", "application/pdf")
    with zipfile.ZipFile(io.BytesIO(every.content)) as package:
        index = json.loads(package.read("index.json"))
    assert sorted(index["parts"]) == ["main", "secondary"]
    with everything("a test"):
        assert case.acts.filter(kind="dossier-archived").count() == 1


def test_the_secondary_part_is_not_there_for_who_may_not_see_it(case: Case, laid: Laid, at: At) -> None:
    client = at("officer")
    client.post(page("close_case", case), {"on": ON})
    client.post(page("dossier", case), {"retention": "10-years"})
    with everything("a test"):
        giver = Actor("officer1", NOW)
        give_role(laid.officers["0242"], RoleName.DISCLOSURE, laid.organs["qp-market"], actor=giver, on=TODAY)
    reader = at("security")

    told = reader.get(page("dossier", case)).content.decode()
    secondary = reader.get(page("dossier_file", case, dossier=1, which="secondary"))
    every = reader.get(page("dossier_file", case, dossier=1, which="files"))
    assert ("现场照片" in told, "集体讨论记录" in told, "副卷由本机关内部掌握" in told) == (True, False, True)
    assert secondary.status_code == 404
    with zipfile.ZipFile(io.BytesIO(every.content)) as package:
        assert list(json.loads(package.read("index.json"))["parts"]) == ["main"]


@pytest.mark.parametrize(("tag", "words"), [("zh", "卷内有限他人阅读的内容"), ("en", "for others alone to read")])
def test_who_may_not_read_all_of_a_case_is_told_that_somebody_else_makes_its_dossier_up(
    case: Case, laid: Laid, at: At, tag: str, words: str
) -> None:
    with everything("a test"):
        other, actor = laid.officers["0242"], Actor("officer1", NOW)
        keep_file(case, io.BytesIO(b"abc"), "举报人笔录", Sort.RECORD, actor=actor, on=TODAY, known_to=[other])
    client = at("officer", tag)
    client.post(page("close_case", case), {"on": ON})

    refused = client.post(page("dossier", case), {"retention": "10-years"})

    assert (refused.status_code, words in refused.content.decode()) == (409, True)
    assert "举报人笔录" not in refused.content.decode()


def test_a_closed_case_is_opened_again_for_a_reason(case: Case, at: At) -> None:
    client = at("officer")
    client.post(page("close_case", case), {"on": ON})

    without = client.post(page("close_case", case), {"on": ON, "how": "reopen"})
    again = client.post(page("close_case", case), {"on": ON, "how": "reopen", "because": "复议撤销，重新处理"})

    assert (without.status_code, again.headers["Location"]) == (409, page("case", case))
    with everything("a test"):
        assert Case.objects.get(pk=case.id).state == State.OPEN
