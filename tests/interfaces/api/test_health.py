"""What the API says of how the installation is, for what watches it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.interfaces.api.world import World
from tests.record.register import NOW, TODAY
from yifa.record.chain.actions import seal
from yifa.record.jobs import moments
from yifa.record.jobs.tasks import verify_record
from yifa.record.scope import everything


def look_into(county: World) -> list[str]:
    told: list[str] = json.loads(county.ask("administrator", "/health").content)["look_into"]
    return told


def test_a_seal_of_these_days_is_one_whoever_made_it(county: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "seal" in look_into(county)
    with everything("a test"):
        seal(TODAY)
    assert "seal" not in look_into(county)
    monkeypatch.setattr(moments, "now", lambda: NOW + timedelta(days=4))
    assert "seal" in look_into(county)


def test_what_verifying_came_to_is_told_to_who_keeps_the_record_alone(county: World) -> None:
    assert county.ask("handler", "/verification").status_code == county.ask("reader", "/health").status_code == 403
    assert json.loads(county.ask("administrator", "/verification").content)["well"] is None
    verify_record.call()
    told = json.loads(county.ask("administrator", "/verification").content)
    assert (told["well"], told["faults"], told["first"], told["entries"] > 0) == (True, 0, [], True)
    assert "verification" not in look_into(county)
