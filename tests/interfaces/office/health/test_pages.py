"""How the installation is: told with lights, and without anything that is secret."""

from __future__ import annotations

import re
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as told_settings

from demo.city_office import Laid, account
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.interfaces.api.health import health as how_it_is
from yifa.interfaces.office.health import pages
from yifa.oversight.notices.mail import Mail
from yifa.oversight.notices.models import Wish
from yifa.record.jobs.models import Outcome, Worker

pytestmark = pytest.mark.django_db


def lights(at: At) -> dict[str, str]:
    text = at("system", "en").get("/health/").content.decode()
    rows = re.findall(r'<th scope="row">([^<]+)</th><td><span class="light (\w+)">', text)
    return {name.strip(): light for name, light in rows}


def test_what_is_not_as_it_should_be_has_another_light(laid: Laid, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yifa.record.jobs.moments.now", lambda: NOW)
    before = lights(at)
    Worker.objects.create(id="w", seen=NOW)
    for name, well in (("seal", True), ("backup", True), ("verify", False)):
        Outcome.objects.create(name=name, at=NOW, well=well, told={})
    after = lights(at)

    assert {name: before[name] for name in ("Workers in the background", "Last backup", "Last verified")} == {
        "Workers in the background": "amber",
        "Last backup": "amber",
        "Last verified": "unknown",
    }
    assert {name: after[name] for name in ("Workers in the background", "Last backup", "Last verified")} == {
        "Workers in the background": "green",
        "Last backup": "green",
        "Last verified": "red",
    }


def test_nothing_secret_stands_on_the_page(laid: Laid, at: At) -> None:
    text = at("audit").get("/health/").content.decode()

    assert str(told_settings.SECRET_KEY) not in text
    assert str(told_settings.KEEPING.home) not in text
    assert str(told_settings.DATABASES["default"]["NAME"]) not in text


def mail(at: At, language: str = "en") -> tuple[str, str]:
    """The light of the daily e-mails, and what is said of them."""
    text = at("system", language).get("/health/").content.decode()
    name = "Daily e-mails" if language == "en" else "每日邮件"
    found = re.search(
        rf'<th scope="row">{name}</th><td><span class="light (\w+)">.*?</span> <span>(.*?)</span></td>', text
    )
    assert found is not None
    return found[1], found[2]


def test_daily_e_mails_that_do_not_go_out_are_told_with_what_to_do(laid: Laid, at: At, settings: Any) -> None:
    settings.MAIL = None
    nobody = mail(at)
    wish = Wish.objects.create(account=account("officer"), address="lu@example.invalid")
    not_set_up = mail(at)
    settings.MAIL = Mail("smtp://mail.example.invalid", "yifa@example.invalid", time(8))
    new = mail(at)
    Wish.objects.filter(pk=wish.pk).update(sent_on=TODAY)
    went = mail(at)
    Wish.objects.filter(pk=wish.pk).update(sent_on=TODAY - timedelta(days=1))
    nobody_tried = mail(at)
    Wish.objects.filter(pk=wish.pk).update(tried_at=NOW)
    failed, in_chinese = mail(at), mail(at, "zh")

    assert [one[0] for one in (nobody, not_set_up, new, went, nobody_tried, failed)] == [
        "none",
        "amber",
        "green",
        "green",
        "amber",
        "amber",
    ]
    assert "set YIFA_MAIL" in not_set_up[1]
    assert ("no round yet" in new[1], "1 waits" in new[1], "0 wait" in went[1]) == (True, True, True)
    assert "whether the worker runs" in nobody_tried[1]
    assert ("last try that failed" in failed[1], "quarter of an hour" in failed[1]) == (True, True)
    assert [one for one in ("1人", "等待", "YIFA_MAIL") if one not in in_chinese[1]] == []
    assert "mail.example.invalid" not in failed[1]


def test_files_of_a_closed_network_are_counted(laid: Laid, at: At, settings: Any, tmp_path: Path) -> None:
    settings.MAIL = Mail(f"file:{tmp_path}", "yifa@example.invalid", time(8))
    Wish.objects.create(account=account("officer"), address="lu@example.invalid", sent_on=TODAY)
    (tmp_path / "1.eml").write_bytes(b"")
    (tmp_path / "2.unfinished").write_bytes(b"")

    assert "1 file lies in the folder" in mail(at)[1]


def test_what_needs_a_look_is_said_on_top_too(
    laid: Laid, at: At, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAIL = None
    Wish.objects.create(account=account("officer"), address="lu@example.invalid")
    well = how_it_is().model_copy(update={"status": "well", "look_into": []})
    monkeypatch.setattr(pages, "how_it_is", lambda: well)

    assert '<p class="overall"><span class="light amber">' in at("system", "en").get("/health/").content.decode()
