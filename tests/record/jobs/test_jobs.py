"""What is due is done once, also when a machine was off, a clock went back, or a worker died."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.record.register import BEGAN, CLERK, NOW, TODAY, register
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.cases.actions import open_case
from yifa.record.cases.models import Act, Case
from yifa.record.cases.showing import set_circle
from yifa.record.chain.models import EntryRow, SealRow
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.queries import store
from yifa.record.jobs import outcomes, register_jobs, schedule, tasks, working
from yifa.record.jobs.models import Outcome, Progress, Schedule, Worker
from yifa.record.jobs.outcomes import last
from yifa.record.jobs.register_jobs import Sent
from yifa.record.jobs.schedule import SCHEDULE, Daily, alive, enqueue_due, queue_depth, take_back
from yifa.record.organs.actions import appoint
from yifa.record.organs.models import Officer
from yifa.record.safekeeping.backing_up import backups
from yifa.record.scope import everything

EVENING = NOW.replace(hour=23)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> list[datetime]:
    """The moment that jobs take for now; and a home of their own."""
    at = [EVENING]
    for module in (outcomes, tasks, working):
        monkeypatch.setattr(module, "now", lambda: at[0])
    settings.KEEPING = replace(django_settings.KEEPING, home=tmp_path, backups=tmp_path / "backups")
    return at


def once() -> None:
    working.work(threading.Event(), until_nothing_waits=True)


@pytest.mark.django_db(transaction=True)
def test_an_evening_seals_backs_up_verifies_and_tidies(clock: list[datetime], tmp_path: Path) -> None:
    with everything("a test"):
        register()
    once()
    assert {one.name: one.well for one in Outcome.objects.all()} == {"seal": True, "backup": True, "verify": True}
    assert (SealRow.objects.get().day, SealRow.objects.count()) == (TODAY, 1)
    assert last("verify").told["entries"] == EntryRow.objects.count()  # type: ignore[union-attr]
    [folder] = backups(tmp_path / "backups")
    assert folder.name == last("backup", well=True).told["folder"]  # type: ignore[union-attr]
    once()
    assert Outcome.objects.count() == 3
    clock[0] = EVENING + timedelta(days=3)
    once()
    assert Outcome.objects.count() == 6
    assert DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_file_that_was_changed_is_found_by_the_nightly_verification(
    clock: list[datetime], settings: Any, tmp_path: Path
) -> None:
    settings.YIFA_FILES = tmp_path / "files"
    with everything("a test"):
        case = open_case(register().market, "penalty-ordinary", "1", actor=CLERK, on=TODAY)
        item = keep_file(case, BytesIO(b"abc"), "笔录", Sort.RECORD, actor=CLERK, on=TODAY)
    tasks.verify_record.call()
    place = store().path(item.digest)
    for kind in ("file-changed", "file-missing"):
        place.chmod(0o640)
        place.write_bytes(b"abd") if kind == "file-changed" else place.unlink()
        tasks.verify_record.call()
        told = last("verify").told  # type: ignore[union-attr]
        assert (told["faults"], told["first"]) == (1, [{"kind": kind, "digest": item.digest, "items": [item.id]}])
    place.with_name("0" * 64).write_bytes(b"left over by a power cut, and in no row")
    place.write_bytes(b"abc")
    tasks.verify_record.call()
    assert list(Outcome.objects.order_by("id").values_list("well", flat=True)) == [True, False, False, True]


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_is_told_and_the_others_go_on(clock: list[datetime], settings: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings.KEEPING = replace(settings.KEEPING, backups=tmp_path / "file")
    once()
    assert {one.name: one.well for one in Outcome.objects.all()} == {"seal": True, "backup": False, "verify": True}
    assert last("backup").told["error"] == "FileExistsError"  # type: ignore[union-attr]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("begun", "now", "due"),
    [
        (None, NOW.replace(hour=18, minute=29), False),
        (None, NOW.replace(hour=18, minute=30), True),
        (NOW.replace(hour=18, minute=30), NOW.replace(hour=23), False),
        (NOW.replace(hour=18, minute=30), NOW + timedelta(days=1), False),
        (NOW.replace(hour=18, minute=30), EVENING + timedelta(days=1), True),
        (NOW.replace(hour=18, minute=30), EVENING + timedelta(days=9), True),
        (EVENING, NOW.replace(hour=19), False),  # the clock went back by hours: it was done today
        (EVENING + timedelta(days=900), EVENING, True),  # by years: what is to come counts for nothing
    ],
)
def test_a_daily_job_is_due_once_a_day_from_its_time_on(begun: datetime | None, now: datetime, due: bool) -> None:
    one = SCHEDULE["seal"]
    assert isinstance(one, Daily)
    assert one.is_due(begun, now) is due


@pytest.mark.django_db
def test_two_who_look_at_the_same_time_put_a_job_into_the_queue_once(monkeypatch: pytest.MonkeyPatch) -> None:
    daily = {name: one for name, one in SCHEDULE.items() if isinstance(one, Daily)}
    monkeypatch.setattr(schedule, "SCHEDULE", daily)
    assert enqueue_due(EVENING) == list(daily)
    assert enqueue_due(EVENING) == []
    assert queue_depth() == len(daily)
    # one that read the schedule before the other wrote it
    held = Schedule.objects.get(name="seal")
    monkeypatch.setattr(Daily, "is_due", lambda self, last, now: last is None)
    assert (enqueue_due(EVENING), held.last) == ([], EVENING)


@pytest.mark.django_db
def test_a_job_whose_worker_died_is_taken_up_again() -> None:
    for name in ("living", "dead"):
        tasks.tidy.enqueue()
        DBTaskResult.objects.filter(status=TaskResultStatus.READY)[0].claim(name)
        alive(name, NOW if name == "living" else NOW - timedelta(minutes=3))
    assert take_back(NOW) == 1
    assert [(one.status, one.worker_ids) for one in DBTaskResult.objects.order_by("status")] == [
        (TaskResultStatus.READY, ["dead"]),
        (TaskResultStatus.RUNNING, ["living"]),
    ]
    assert list(Worker.objects.values_list("id", flat=True)) == ["living"]


def failing(today: date, *, thorough: bool) -> None:
    raise ValueError("expected by the test")


CALLED: list[tuple[date, bool]] = []


def noting(today: date, *, thorough: bool) -> None:
    CALLED.append((today, thorough))
    if len(CALLED) == 2:
        raise OperationalError("gone")


def test_rooms_above_are_called_after_each_round_thoroughly_until_one_went_through(
    clock: list[datetime], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.JOBS_AFTERWARDS = [f"{__name__}.failing", f"{__name__}.noting"]
    CALLED[:] = [(TODAY, True)]  # so that the first call below finds the database gone
    stop = threading.Event()
    rounds: list[Any] = []

    def once(*asked: Any) -> None:
        rounds.append(asked)
        if len(rounds) == 3:
            stop.set()

    monkeypatch.setattr(working, "_once", once)
    monkeypatch.setattr(working, "alive", lambda *asked: None)
    monkeypatch.setattr(working, "LOOK_SECONDS", 0)
    working.work(stop)
    assert CALLED[1:] == [(TODAY, True), (TODAY, True), (TODAY, False)]


@pytest.mark.django_db
def test_a_day_is_sealed_again_only_for_what_came_since(clock: list[datetime]) -> None:
    with everything("a test"):
        held = register()
        first = tasks._seal()
        assert tasks._seal() == {"number": 1, "digest": first["digest"], "entries": 0}
        appoint(held.market, "9", "章若水", actor=CLERK, on=TODAY)
        assert tasks._seal()["entries"] == 1
        assert SealRow.objects.count() == 2


LEDGER = (
    "案号,办案机关,当事人,立案日期,办案人员,处罚决定日期,罚款金额（元）\n"
    "青市监案〔2025〕1号,青屏县市场监督管理局,青屏县好邻超市,2025-03-10,冯知秋,2025-04-18,5000\n"
    "青市监案〔2025〕2号,临岳区人民政府,柳三春,2025-03-11,冯知秋,2025-05-06,800\n"
)
MARKED = "青市监案〔2025〕3号机密★3年,青屏县市场监督管理局,青屏县好邻超市,2025-03-12,冯知秋,2025-05-08,800\n"
BEHIND_A_WALL = (
    "复议案号,复议机关,申请人,被申请人,申请日期,收到申请日期,受理日期\n"
    "青市监复〔2025〕1号,青屏县市场监督管理局,柳三春,青云市场监管所,2025-03-05,2025-03-06,2025-03-10\n"
)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("role", "numbers"),
    [(RoleName.HANDLER, ["青市监案〔2025〕1号"]), (RoleName.RECONSIDERATION, ["青市监复〔2025〕1号"])],
)
def test_of_ledgers_that_were_sent_in_what_the_officer_may_write_is_taken_in_and_they_go(
    clock: list[datetime], tmp_path: Path, role: RoleName, numbers: list[str]
) -> None:
    with everything("a test"):
        held = register()
        officer = appoint(held.market, "s1", "办公系统", actor=CLERK, on=BEGAN)
        give_role(officer, role, held.market, actor=CLERK, on=BEGAN)
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "行政处罚案件.csv").write_text(LEDGER + MARKED, encoding="utf-8-sig")
    (folder / "行政复议案件.csv").write_text(BEHIND_A_WALL, encoding="utf-8-sig")
    job = tasks.take_ledgers.enqueue(str(folder), "三月", f"officer{officer.id}", officer.id)
    Progress.objects.create(job=str(job.id), name="take_ledgers", at=NOW)
    once()
    told = Progress.objects.get().told
    handles = role == RoleName.HANDLER
    assert (told["new"], told["secret"], told["of_others"]) == (1, int(handles), 2 if handles else 3)
    with everything("a test"):
        assert list(Case.objects.values_list("number", flat=True)) == numbers
    assert not folder.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["sent", "looked at"])
def test_a_ledger_changes_no_matter_of_which_who_sent_it_may_not_know(
    clock: list[datetime], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(register_jobs, "now", lambda: clock[0])
    with everything("a test"):
        held = register()
        inside, outside = (appoint(held.market, one, one, actor=CLERK, on=BEGAN) for one in ("s1", "s2"))
        for one in (inside, outside):
            give_role(one, RoleName.HANDLER, held.market, actor=CLERK, on=BEGAN)
        case = open_case(held.market, "penalty-ordinary", "青市监案〔2025〕1号", actor=CLERK, on=TODAY)
        set_circle(case, [inside], actor=CLERK, on=TODAY)

    def told(officer: Officer) -> tuple[dict[str, Any], int]:
        sent = Sent.new()
        (sent.ledgers / "行政处罚案件.csv").write_text(LEDGER, encoding="utf-8-sig")
        if way == "sent":
            job = tasks.take_ledgers.enqueue(str(sent.ledgers), "三月", f"officer{officer.id}", officer.id)
        else:
            looked = register_jobs.check_ledgers.enqueue(sent.token, officer.id, "zh-hans")
            Progress.objects.create(job=str(looked.id), name="check_ledgers", at=NOW)
            once()
            job = register_jobs.take_checked.enqueue(sent.token, officer.id, "三月")
        Progress.objects.create(job=str(job.id), name="take", at=NOW)
        once()
        reports = [one.told for one in Progress.objects.order_by("at", "job")]
        assert len({(one["changed"], one["of_others"]) for one in reports}) == 1  # looking says what taking does
        Progress.objects.all().delete()
        with everything("a test"):
            return reports[0], Act.objects.filter(case=case).count()

    first, acts = told(outside)
    assert ((first["new"], first["changed"], first["of_others"]), acts) == ((0, 0, 2), 0)
    second, acts = told(inside)
    assert (second["new"], second["changed"], second["of_others"]) == (0, 1, 1)
    assert acts > 0
