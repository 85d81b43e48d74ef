"""The workbench: what is due before what is late, clues, what changed; and each number with the rows it counts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from demo.city_office import Laid
from demo.office_clues import say
from tests.interfaces.office.conftest import TODAY, At
from yifa.interfaces.office.workbench.changed import working_day_before
from yifa.oversight.standing.following import follow

pytestmark = pytest.mark.django_db


def section(text: str, name: str) -> str:
    """The part of a page under a heading."""
    found = re.search(rf'<section[^>]*aria-labelledby="{name}-title".*?</section>', text, re.DOTALL)
    assert found is not None
    return found[0]


def test_due_stands_before_overdue_and_each_day_says_why(laid: Laid, at: At) -> None:
    due = section(at("officer").get("/").content.decode(), "due")

    assert due.index("青市监案〔2026〕31号") < due.index("青市监案〔2026〕34号")
    assert due.count('<details class="why">') == due.count("<li data-line")


def test_clues_about_my_matters_stand_there_until_somebody_screens_them(laid: Laid, at: At) -> None:
    before = section(at("officer").get("/").content.decode(), "found")
    supervisor = section(at("supervisor").get("/").content.decode(), "found")
    say(laid, TODAY)
    text = at("officer").get("/").content.decode()
    found = sorted(re.findall(r"clue/\?duty=([^&]+)&", before))

    assert found == ["pen-order-correction/correct", "pen-samr-close-15wd/paid", "pen-samr-preservation-lapse"]
    assert supervisor.count("<li data-line") == 5
    assert section(at("supervisor").get("/").content.decode(), "found").count("<li data-line") == 3
    assert len(re.findall(r"clue/\?duty=([^&\"]+)", section(text, "changed"))) == 2


def test_each_number_of_a_leader_leads_to_its_definition_and_its_rows(laid: Laid, at: At) -> None:
    client = at("leader")
    text = client.get("/").content.decode()
    numbers = re.findall(r'href="(/numbers/[a-z]+/)" title="([^"]+)">(\d+)<', text)
    told = [client.get(address).content.decode() for address, _, _ in numbers]

    assert [int(many) for _, _, many in numbers] == [page.count("<tr data-line") for page in told]
    assert all(definition in page for (_, definition, _), page in zip(numbers, told, strict=True))
    assert [many for _, _, many in numbers] == ["7", "2", "1"]
    assert client.get("/numbers/other/").status_code == 404
    assert "numbers/" not in at("officer").get("/").content.decode()


@pytest.mark.parametrize(("today", "before"), [((2026, 3, 3), (2026, 3, 2)), ((2026, 2, 24), (2026, 2, 14))])
def test_what_changed_is_told_since_the_working_day_before(
    today: tuple[int, int, int], before: tuple[int, int, int]
) -> None:
    assert working_day_before(date(*today)) == date(*before)


def test_following_again_changes_nothing_of_what_is_told(laid: Laid, at: At) -> None:
    first = section(at("supervisor").get("/").content.decode(), "found")
    follow(TODAY)

    assert section(at("supervisor").get("/").content.decode(), "found") == first
