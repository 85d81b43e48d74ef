"""A thread of the tests has one connection; copies of what was prepared are each as it was."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from tests.record.prepared import Prepared
from tests.record.register import register
from yifa.record.organs.models import Organ

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]


@pytest.fixture
def _django_db_helper() -> None:
    """The mark `django_db` asks for the database alone here."""


def test_a_loop_in_the_thread_as_a_browser_keeps_one_brings_no_second_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none_runs() -> Any:
        raise RuntimeError

    found = []
    for running in (none_runs, object):
        monkeypatch.setattr(asyncio, "get_running_loop", running)
        found.append(connections["default"])

    assert found[0] is found[1]


def test_copies_are_as_what_was_prepared_while_another_still_has_them_open(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path
) -> None:
    with django_db_blocker.unblock():
        prepared = Prepared(tmp_path, register)
        with prepared.itself():
            known = sorted(Organ.objects.values_list("code", flat=True))
        still_open = []
        for _ in range(3):
            with prepared.copy():
                assert sorted(Organ.objects.values_list("code", flat=True)) == known
                with connection.cursor() as cursor:
                    cursor.execute("UPDATE organs_organ SET code = code || 'x', version = version + 1")
                assert sorted(Organ.objects.values_list("code", flat=True)) == sorted(f"{code}x" for code in known)
                read = connection.connection.cursor()
                still_open.append(read.execute("SELECT code FROM organs_organ"))
                read.fetchone()
        prepared.close()
        assert not Organ.objects.exists()
