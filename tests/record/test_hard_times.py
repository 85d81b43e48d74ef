"""Disk full, two officers on one case, a clock that goes backwards, many writers: the record verifies all the same."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, OperationalError, connection

from tests.record.register import CLERK, TODAY, register
from tests.record.test_power_cuts import WRITES
from tests.record.there import WITH_REASON
from tests.record.verbs import ACCEPTED, RECEIVED, ledger
from yifa.record.cases.actions import close, open_case, record, reopen
from yifa.record.cases.errors import WrongState
from yifa.record.cases.models import Act, Case
from yifa.record.chain.actions import seal
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults, rows
from yifa.record.chain.telling_rows import row_faults
from yifa.record.chain.writing import Overtaken
from yifa.record.despatch.models import Number
from yifa.record.despatch.numbers import begin_series, reserve
from yifa.record.importing.incoming import incoming
from yifa.record.importing.writing_cases import import_cases
from yifa.record.scope import everything

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]


def verified() -> None:
    assert (faults(), list(row_faults(CHAINED))) == ([], [])


def opened(number: str = "1") -> Case:
    return open_case(register().market, "licence", number, actor=CLERK, on=TODAY, acts=(RECEIVED,))


class Full:
    """A disk that is full from the n-th write on, as PostgreSQL tells it."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if WRITES.match(sql):
            self.left -= 1
            if self.left < 0:
                raise OperationalError("could not extend file: No space left on device")
        return execute(sql, params, many, context)


@contextmanager
def filled_up(room: int) -> Iterator[None]:
    """Leave so many pages of room in SQLite's file, so many writes on PostgreSQL."""
    if connection.vendor != "sqlite":
        with connection.execute_wrapper(Full(room)):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # without the room that earlier tests left in the file
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + room}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.parametrize("room", [0, 1, 2, 3])
def test_a_disk_that_is_full_leaves_nothing_half_written(room: int) -> None:
    case = opened()
    big = replace(ACCEPTED, number="文" * 99, came_from={"note": "长" * 5_000})
    counts = [EntryRow.objects.count(), Act.objects.count()]

    def until_it_is_full() -> None:
        for _ in range(40):
            record(case, big, actor=CLERK)
            counts[:] = [one + 1 for one in counts]

    with filled_up(room), pytest.raises(DatabaseError, match=r"full|No space left"):
        until_it_is_full()
    assert [EntryRow.objects.count(), Act.objects.count()] == counts
    verified()
    record(case, ACCEPTED, actor=CLERK)
    verified()


def test_of_two_officers_who_change_one_case_the_second_is_told() -> None:
    case = opened()
    mine, theirs = Case.objects.get(pk=case.pk), Case.objects.get(pk=case.pk)
    close(mine, actor=CLERK, on=TODAY)
    with pytest.raises(Overtaken, match="somebody changed it since version 1 was read; read it again"):
        close(theirs, actor=CLERK, on=TODAY)
    with pytest.raises(WrongState, match="is closed, expected an open one"):
        record(Case.objects.get(pk=case.pk), ACCEPTED, actor=CLERK)
    reopen(mine, actor=WITH_REASON, on=TODAY)
    verified()


def test_two_officers_who_record_at_one_time_both_stand_in_the_chain() -> None:
    case = opened()
    before = EntryRow.objects.count()
    failed = side_by_side(2, 10, lambda: record(Case.objects.get(pk=case.pk), ACCEPTED, actor=CLERK))
    numbers = [number for number, _, _ in rows("qp-market")]
    assert (failed, EntryRow.objects.count() - before) == ([], 20)
    assert numbers == list(range(1, len(numbers) + 1))
    verified()


def test_a_clock_that_goes_backwards_moves_nothing() -> None:
    case = opened()
    record(case, ACCEPTED, actor=CLERK)
    seal(TODAY)
    record(case, ACCEPTED, actor=replace(CLERK, recorded=CLERK.recorded - timedelta(days=400)))
    sealed = seal(TODAY - timedelta(days=400))
    record(case, ACCEPTED, actor=CLERK)
    seal(TODAY)
    assert (sealed.number, sealed.leaves, faults({sealed.number: sealed.digest})) == (2, 1, [])
    verified()


def test_an_import_that_was_cut_off_goes_on_where_it_stopped() -> None:
    register()
    cases = list(incoming(ledger()))
    assert import_cases(cases[:1], "b1", actor=CLERK).new == 1
    again = import_cases(cases, "b1", actor=CLERK)
    assert (again.new, again.unchanged, Case.objects.count()) == (1, 1, 2)
    verified()


def test_many_writers_never_get_the_same_number() -> None:
    assert numbers_of(4, 15) == list(range(1, 61))


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_sixteen_writers_of_a_thousand_numbers_each_never_get_the_same() -> None:
    assert numbers_of(16, 1_000) == list(range(1, 16_001))


def numbers_of(writers: int, each: int) -> list[int]:
    """The numbers that many processes reserve at one time."""
    series = begin_series(register().market, "行政处罚决定书", "青市监罚", actor=CLERK, on=TODAY)
    connection.close()
    children = [forked(each, lambda: reserve(series, 2026, actor=CLERK, on=TODAY)) for _ in range(writers)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0] * writers
    assert faults() == []
    return sorted(Number.objects.values_list("place", flat=True))


def forked(times: int, does: Callable[[], object]) -> int:
    """A process that does something so many times, waiting for others where it must; its number."""
    child = os.fork()
    if child:
        return child
    code = 3
    try:
        with everything("a test"):
            done = 0
            while done < times:
                try:
                    does()
                    done += 1
                except OperationalError as error:
                    if "locked" not in str(error):  # SQLite, where others were quicker for twenty seconds
                        raise
        code = 0
    finally:
        os._exit(code)


def side_by_side(threads: int, times: int, does: Callable[[], object]) -> list[BaseException]:
    """Do something in several threads at one time; what went wrong."""
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with everything("a test"):
                for _ in range(times):
                    does()
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    running = [threading.Thread(target=work) for _ in range(threads)]
    for one in running:
        one.start()
    for one in running:
        one.join()
    return failed
