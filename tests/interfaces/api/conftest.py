"""The county of the API's tests, on the day on which it is called."""

from __future__ import annotations

import pytest

from tests.interfaces.api.world import World, world
from tests.record.register import NOW
from yifa.record.jobs import moments
from yifa.record.scope import everything


@pytest.fixture
def county(db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(moments, "now", lambda: NOW)
    with everything("a test"):
        return world()
