"""A list is drawn up, in force, amended and withdrawn; what was in force on any day can be told, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.record.lists.workbooks import BANDS, POWERS, in_force, workbook
from tests.record.register import CLERK, Register, register
from tests.record.there import WITH_REASON
from yifa.record.chain.queries import faults, rows
from yifa.record.lists.actions import amend, begin_list, draw_up_edition, drop_edition, put_in_force, withdraw
from yifa.record.lists.choices import ListKind
from yifa.record.lists.errors import NotListed
from yifa.record.lists.models import Edition, ListItem, OrganList
from yifa.record.lists.queries import edition_on, items_on, values_by_key, what_changes, would_change
from yifa.record.lists.reading import read_list
from yifa.record.lists.telling import tell_differences
from yifa.record.scope import Scope, everything, within
from yifa.wording import language

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
FIRST, SECOND = date(2025, 1, 1), date(2025, 7, 1)
NEW = {"code": "P-3", "name": "对虚假宣传的处罚", "kind": "penalty", "organ": "青屏县市场监督管理局"}


@pytest.fixture
def held() -> Register:
    return register()


def keys(held: Register, day: date) -> list[str]:
    return [item.key for item in items_on(held.market, ListKind.POWERS, day)]


def test_what_was_in_force_on_a_day(held: Register, tmp_path: Path) -> None:
    powers, _ = in_force(held.market, ListKind.POWERS, workbook(tmp_path / "一.xlsx", POWERS), FIRST)
    later = amend(powers, [NEW], ["P-2"], actor=CLERK, on=date(2025, 6, 1), basis="青市监发〔2025〕9号")
    assert keys(held, SECOND) == ["P-1", "P-2"]
    put_in_force(later, actor=CLERK, first=SECOND)
    withdraw(Edition.objects.get(state="in-force"), actor=WITH_REASON, last=date(2025, 12, 31))
    days = [FIRST - timedelta(1), FIRST, SECOND - timedelta(1), SECOND, date(2025, 12, 31), date(2026, 1, 1)]
    assert [keys(held, day) for day in days] == [[], ["P-1", "P-2"], ["P-1", "P-2"], ["P-1", "P-3"], ["P-1", "P-3"], []]
    assert [(one.number, one.state, one.last) for one in Edition.objects.order_by("number")] == [
        (1, "amended", SECOND - timedelta(1)),
        (2, "withdrawn", date(2025, 12, 31)),
    ]
    assert faults() == []


def test_a_new_workbook_is_told_as_what_it_adds_changes_and_removes(held: Register, tmp_path: Path) -> None:
    bands, _ = in_force(held.market, ListKind.DISCRETION, workbook(tmp_path / "一.xlsx", BANDS), FIRST)
    changed = (BANDS[0], ("无照经营", "轻微", "首次", 0.2, 5000, "办法"), ("无照经营", "严重", "", 1, 50000, "办法"))
    read = read_list(workbook(tmp_path / "二.xlsx", changed), ListKind.DISCRETION)
    found = would_change(bands, read)
    assert tell_differences(found, ListKind.DISCRETION, language("en")).splitlines() == [
        "1 items added, 1 changed, 1 removed.",
        "Changed: 无照经营/轻微 无照经营",
        "  Fine from: 1,000 yuan → 2,000 yuan",
        "Added: 无照经营/严重 无照经营",
        "Removed: 无照经营/一般 无照经营",
    ]
    assert Edition.objects.count() == 1
    edition = draw_up_edition(bands, read, actor=CLERK, on=SECOND)
    assert what_changes(edition) == found
    draw_up_edition(bands, read, actor=CLERK, on=SECOND)
    assert [one.state for one in Edition.objects.order_by("number")] == ["in-force", "dropped", "draft"]


def test_enterprises_of_a_list_are_kept_as_parties_are(held: Register, tmp_path: Path) -> None:
    rows = [
        ("企业名称", "统一社会信用代码", "免检事项", "有效期至"),
        ("青屏县白露食品厂", "91350100M000100Y43", "日常检查", "2026-12-31"),
    ]
    path = workbook(tmp_path / "白名单.xlsx", rows)
    enterprises, edition = in_force(held.market, ListKind.ENTERPRISES, path, FIRST)
    assert not any("白露" in text for _, text, _ in rows_of(held))
    told = values_by_key(edition)["91350100M000100Y43"]
    assert (told["name"], told["exempt"], told["to"]) == ("青屏县白露食品厂", "日常检查", "2026-12-31")
    assert would_change(enterprises, read_list(path, ListKind.ENTERPRISES)) == []
    amend(enterprises, [{**told, "exempt": "全部检查"}], actor=CLERK, on=SECOND)
    assert ListItem.objects.values_list("party_id").distinct().count() == 1


def rows_of(held: Register) -> list[tuple[int, str, str]]:
    return list(rows(held.market.code))


def test_the_lists_of_one_organ_are_not_read_by_another(held: Register, tmp_path: Path) -> None:
    in_force(held.market, ListKind.POWERS, workbook(tmp_path / "一.xlsx", POWERS), FIRST)
    with within(Scope.of([held.justice.id])):
        assert (OrganList.objects.count(), edition_on(held.market, ListKind.POWERS, FIRST)) == (0, None)
    with everything("a test"):
        assert OrganList.objects.count() == 1


REFUSED: dict[str, Callable[[OrganList, Path], object]] = {
    "organ qp-market: has a list of powers already, expected a new edition of it": lambda made, at: begin_list(
        made.organ, ListKind.POWERS, "又一", actor=CLERK, on=SECOND
    ),
    "清单: is a list of powers, found one of discretion": lambda made, at: draw_up_edition(
        made, read_list(workbook(at / "二.xlsx", BANDS), ListKind.DISCRETION), actor=CLERK, on=SECOND
    ),
    "清单: 1 places of 二.xlsx are to be corrected first": lambda made, at: draw_up_edition(
        made,
        read_list(workbook(at / "二.xlsx", [*POWERS[1:3], ("", "甲", "", "乙")]), ListKind.POWERS),
        actor=CLERK,
        on=SECOND,
    ),
    "清单: no item stands in 二.xlsx, expected at least one": lambda made, at: draw_up_edition(
        made, read_list(workbook(at / "二.xlsx", POWERS[:2]), ListKind.POWERS), actor=CLERK, on=SECOND
    ),
    "清单: has no item P-9, expected one to take out": lambda made, at: amend(
        made, (), ["P-9"], actor=CLERK, on=SECOND
    ),
    "清单: has no column 名称, expected one of": lambda made, at: amend(made, [{"名称": "甲"}], actor=CLERK, on=SECOND),
    "清单: nothing is amended": lambda made, at: amend(made, actor=CLERK, on=SECOND),
    "清单, edition 1: is in-force, expected a draft": lambda made, at: drop_edition(
        made.editions.get(), actor=CLERK, on=SECOND
    ),
    "清单, edition 2: from 2025-01-01, expected a day after the edition before it began": lambda made, at: put_in_force(
        amend(made, [NEW], actor=CLERK, on=SECOND), actor=CLERK, first=FIRST
    ),
    "清单, edition 1: withdrawn without a reason, expected one": lambda made, at: withdraw(
        made.editions.get(), actor=CLERK, last=SECOND
    ),
    "清单, edition 1: began on 2025-01-01, expected no earlier day; found 2024-12-31": lambda made, at: withdraw(
        made.editions.get(), actor=WITH_REASON, last=FIRST - timedelta(1)
    ),
}


@pytest.mark.parametrize("told", list(REFUSED))
def test_what_cannot_be_is_told_with_what_was_expected(held: Register, tmp_path: Path, told: str) -> None:
    made, _ = in_force(held.market, ListKind.POWERS, workbook(tmp_path / "一.xlsx", POWERS), FIRST)
    with pytest.raises(NotListed) as refused:
        REFUSED[told](made, tmp_path)
    assert str(refused.value).startswith(told)
