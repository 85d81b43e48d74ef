"""Who held what on a day: posts, roles, opened files and delegations, for who keeps people, and for nobody else."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.interfaces.office.exports.sheets import Asker
from yifa.interfaces.office.holdings.pages import sheet
from yifa.record.access.actions import end_role
from yifa.record.access.choices import RoleName
from yifa.record.access.models import RoleHeld
from yifa.record.access.queries import scope_of
from yifa.record.organs.actions import Actor, delegate
from yifa.record.organs.models import Post
from yifa.record.scope import everything, within
from yifa.wording import language

pytestmark = pytest.mark.django_db
ACTOR = Actor("a test", NOW, "调整分工")


def lines(html: str) -> list[tuple[str, ...]]:
    """The rows of the table: who, sort, what."""
    rows = re.findall(r"<tr data-line>(.*?)</tr>", html, re.DOTALL)
    cells = (
        [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows
    )
    return [(one[0].split()[0], one[1], one[2]) for one in cells]


def test_a_day_shows_what_held_on_it_and_not_what_ended_before_or_began_after(laid: Laid, at: At) -> None:
    with everything("a test"):
        deputy, handler = laid.officers["0402"], laid.officers["0412"]
        post = Post.objects.get(officer=deputy)
        delegate(post, handler, actor=ACTOR, on=TODAY, last=TODAY + timedelta(days=3))
        role = RoleHeld.objects.get(officer=handler, role=RoleName.HANDLER)
        end_role(role, actor=ACTOR, last=TODAY)
    found = {
        on: lines(at("audit").get("/holdings/", {"who": handler.number, "on": on.isoformat()}).content.decode())
        for on in (TODAY, TODAY + timedelta(days=1), date(2018, 1, 1))
    }

    assert found == {
        TODAY: [
            ("陆知行", "岗位", "执法一科科员（工作人员）"),
            ("陆知行", "角色", "执法人员（承办人）"),
            ("陆知行", "代签", "代何有田（副局长）"),
        ],
        TODAY + timedelta(days=1): [
            ("陆知行", "岗位", "执法一科科员（工作人员）"),
            ("陆知行", "代签", "代何有田（副局长）"),
        ],
        date(2018, 1, 1): [],
    }


def test_opened_files_are_told_by_their_numbers_and_the_workbook_says_the_same_as_the_page(laid: Laid, at: At) -> None:
    html = at("security", "en").get("/holdings/", {"sort": "file"}).content.decode()
    with everything("a test"):
        scope = scope_of(laid.officers["0243"], TODAY)
    with within(scope):
        asker = Asker(laid.officers["0243"], frozenset({RoleName.AUDITOR}), NOW)
        told = sheet({"sort": "file"}, asker, language("en"))
        rows = [tuple(row) for row in told.rows]

    assert lines(html) == [("宋秋水", "file opened", "青市监案〔2026〕12号 · 审理青政复〔2026〕9号")]
    assert [(row[0], row[3], row[4]) for row in rows] == lines(html)
    assert at("officer").get("/holdings/").status_code == 403
