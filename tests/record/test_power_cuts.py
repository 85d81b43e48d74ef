"""The process dies at every write of every verb: the record verifies, and is wholly before or wholly after.

`--junitxml=FILE -o junit_family=xunit1` writes down at how many places each verb was cut off.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.record.prepared import Prepared
from tests.record.register import CLERK, TODAY, register
from tests.record.there import organ
from tests.record.verbs import AFTER, VERBS, prepare
from tests.record.verbs_of_people import BESIDE
from yifa.record.chain.chained import Chained
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.organs import actions as organs
from yifa.record.scope import everything

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|COPY|WITH\b.*\b(INSERT|UPDATE|DELETE)\b)", re.DOTALL)
"""What writes, also many rows at once, or several things in one statement."""
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]
TRIED = [(name, None, verb) for name, verb in VERBS.items() if name not in BESIDE]
TRIED += [(name, VERBS[before], verb) for name, (before, verb) in AFTER.items()]
NOWHERE = 0
Contents = dict[str, list[str]]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]


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


@pytest.fixture
def _django_db_helper() -> None:
    """The mark `django_db` asks for the database alone here: what is tried is tried on copies of it."""


@pytest.fixture(scope="module")
def prepared(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Prepared]:
    """What the verbs need, laid once."""
    with django_db_blocker.unblock():
        with everything("a test"):
            made = Prepared(tmp_path_factory.mktemp("cut"), lambda: prepare(register()))
        yield made
        made.close()


def contents() -> Contents:
    """Every row of every table, in any order."""
    connection.ensure_connection()
    read = connection.connection.execute
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    return {table: sorted(map(repr, read(f'SELECT * FROM "{table}"'))) for table in tables}  # noqa: S608 - our own tables


def sizes(held: Contents) -> dict[str, int]:
    """How many rows each table has: salts and digests of a verb that is done twice are not the same."""
    return {table: len(rows) for table, rows in held.items()}


def marks(name: str) -> list[pytest.MarkDecorator]:
    """On PostgreSQL a few verbs each time, all of them with the slow tests."""
    on_sqlite = "postgres" not in settings.DATABASES["default"]["ENGINE"]
    return [] if on_sqlite or name in ("record", "transfer", "import_cases", "undo") else [pytest.mark.slow]


@dataclass(frozen=True)
class Cuts:
    """What was found where a verb was cut off: before it, at every place until something of it is there, and whole."""

    before: Contents
    places: Sequence[Contents]
    whole: Contents
    faults: Sequence[object]

    def wrong(self) -> list[str]:
        """What is neither all nor nothing, or does not verify."""
        *earlier, last = self.places
        found = [] if earlier else ["it was cut off at one place alone"]
        found += [f"does not verify: {one}" for one in self.faults]
        for table, rows in self.before.items():
            found += [
                f"place {at}: {table} is not as before" for at, one in enumerate(earlier, 1) if one[table] != rows
            ]
            if len(last[table]) != len(self.whole[table]):
                found.append(f"place {len(self.places)}: {table} is neither as before nor as after the whole")
        if sizes(last) == sizes(self.before):
            found.append("no row was written")
        return found


def cut_off_everywhere(prepared: Prepared, before: Callable[[], object] | None, verb: Callable[[], object]) -> Cuts:
    """Cut a verb off at each of its places in turn. What is as it was before verifies as it did before."""
    with prepared.copy():
        if before is not None:
            before()
        assert not dies_at(NOWHERE, verb)
        whole = contents()
    with prepared.copy():
        if before is not None:
            before()
        untouched, wrong = contents(), [*faults(), *row_faults(CHAINED)]
        places: list[Contents] = []
        while not places or places[-1] == untouched:
            assert dies_at(len(places) + 1, verb)
            places.append(contents())
        wrong += [*faults(), *row_faults(CHAINED)]
    return Cuts(untouched, places, whole, wrong)


@pytest.mark.parametrize(("before", "verb"), [pytest.param(*rest, id=name, marks=marks(name)) for name, *rest in TRIED])
def test_a_process_that_dies_leaves_all_or_nothing(
    before: Callable[[], object] | None,
    verb: Callable[[], object],
    prepared: Prepared,
    record_property: Callable[[str, object], None],
) -> None:
    cuts = cut_off_everywhere(prepared, before, verb)
    record_property("kill points", len(cuts.places))
    assert cuts.wrong() == []


def test_what_is_not_one_transaction_is_found_out(prepared: Prepared) -> None:
    def twice() -> None:
        for code in ("qp-market", "qp-tax"):
            organs.rename(organ(code), "新名", actor=CLERK, on=TODAY)

    cuts = cut_off_everywhere(prepared, None, twice)
    place = len(cuts.places)
    assert f"place {place}: organs_name is neither as before nor as after the whole" in cuts.wrong()


def test_what_is_written_outside_the_transaction_is_found_out(prepared: Prepared) -> None:
    def beside() -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE organs_name SET short = 'x', version = version + 1 WHERE name = '青屏县税务局'")
        organs.rename(organ(), "新名", actor=CLERK, on=TODAY)

    assert any("does not verify" in one for one in cut_off_everywhere(prepared, None, beside).wrong())
