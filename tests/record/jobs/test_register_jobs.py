"""Files that were sent in on a page: found by their token alone, and cleared away when nobody took them in."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from yifa.record.jobs.register_jobs import KEPT_SECONDS, Sent


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> Path:
    settings.KEEPING = replace(django_settings.KEEPING, home=tmp_path)
    return tmp_path


def test_what_was_sent_in_is_found_by_its_token_and_by_nothing_like_one(home: Path) -> None:
    sent = Sent.new()
    (home / "sent-in" / "page-x").mkdir()

    assert Sent.of(sent.token) == sent
    assert [Sent.of(one) for one in ("", "x", "../x", sent.token[:-1], "0" * 32)] == [None] * 5
    assert (sent.ledgers.is_dir(), sent.found()) == (True, {})


def test_what_nobody_took_in_goes_after_two_days() -> None:
    old, new = Sent.new(), Sent.new()
    past = time.time() - KEPT_SECONDS - 60
    os.utime(old.place, (past, past))
    Sent.new()

    assert (Sent.of(old.token), Sent.of(new.token)) == (None, new)
