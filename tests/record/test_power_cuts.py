"""The process dies at every write of every verb: the record verifies, and is wholly before or wholly after.

`--junitxml=FILE -o junit_family=xunit1` writes down at how many places each verb was cut off.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.record.register import register
from tests.record.verbs import AFTER, VERBS, prepare
from tests.record.verbs_of_people import BESIDE
from yifa.record.accounts.models import Account
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import EntryRow, KeptValue, SealRow
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.scope import everything

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|COPY|WITH\b.*\b(INSERT|UPDATE|DELETE)\b)", re.DOTALL)
"""What writes, also many rows at once, or several things in one statement."""
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]
TRIED = [(name, None, verb) for name, verb in VERBS.items() if name not in BESIDE]
TRIED += [(name, VERBS[before], verb) for name, (before, verb) in AFTER.items()]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("reading_everything"),
]


class Dying:
    """Lets the process die at its n-th write, or at the commit, before or after it."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not WRITES.match(sql):
            return execute(sql, params, many, context)
        self.step()
        done = execute(sql, params, many, context)
        if not connection.in_atomic_block:  # a statement that is a transaction of its own
            self.step()
        return done

    def step(self) -> None:
        self.left -= 1
        if self.left == 0:
            os._exit(9)


def dies_at(place: int, verb: Callable[[], object]) -> bool:
    """Run a verb in a process of its own that dies at a place; whether it died."""
    connection.close()
    child = os.fork()
    if child == 0:
        dying = Dying(place)
        commit = connection._commit

        def committing() -> None:
            dying.step()
            commit()
            dying.step()

        connection._commit = committing  # type: ignore[method-assign]
        connection.execute_wrappers.append(dying)
        try:
            verb()
        except BaseException:  # the parent tells by the code
            os._exit(3)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9)
    return code == 9


@pytest.fixture(scope="module")
def kept_copies() -> dict[str, bytes]:
    """The file of the database once everything is prepared: put back for each verb, where there is one."""
    return {}


def prepared(copies: dict[str, bytes]) -> None:
    if connection.vendor != "sqlite":
        prepare(register())
        return
    file = Path(connection.settings_dict["NAME"])
    if not copies:
        prepare(register())
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        copies["file"] = file.read_bytes()
        return
    connection.close()
    for one in file.parent.glob(f"{file.name}-*"):
        one.unlink()
    file.write_bytes(copies["file"])


def state() -> list[int]:
    tables = [EntryRow, SealRow, KeptValue, Account, *CHAINED]
    return [model._base_manager.count() for model in tables]


def marks(name: str) -> list[pytest.MarkDecorator]:
    """On PostgreSQL a few verbs each time, all of them with the slow tests."""
    on_sqlite = "postgres" not in settings.DATABASES["default"]["ENGINE"]
    return [] if on_sqlite or name in ("record", "transfer", "import_cases", "undo") else [pytest.mark.slow]


@pytest.mark.parametrize(("before", "verb"), [pytest.param(*rest, id=name, marks=marks(name)) for name, *rest in TRIED])
def test_a_process_that_dies_leaves_all_or_nothing(
    before: Callable[[], object] | None,
    verb: Callable[[], object],
    kept_copies: dict[str, bytes],
    record_property: Callable[[str, object], None],
) -> None:
    with everything("a test"):
        prepared(kept_copies)
        if before is not None:
            before()
        untouched, entries = state(), EntryRow.objects.count()
        seen, place = [], 1
        while dies_at(place, verb):
            assert (faults(), list(row_faults(CHAINED))) == ([], [])
            seen.append(state())
            place += 1
            if seen[-1] != untouched:
                break
        record_property("kill points", len(seen))
        assert len(seen) >= 2
        assert all(one == untouched for one in seen[:-1])
        assert (faults(), list(row_faults(CHAINED))) == ([], [])
        assert EntryRow.objects.count() > entries or SealRow.objects.exists()
