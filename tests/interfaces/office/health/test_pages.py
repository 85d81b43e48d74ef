"""How the installation is: told with lights, and without anything that is secret."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, At
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

    assert str(settings.SECRET_KEY) not in text
    assert str(settings.KEEPING.home) not in text
    assert str(settings.DATABASES["default"]["NAME"]) not in text
