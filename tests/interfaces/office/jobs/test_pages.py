"""Jobs as the system administrator sees them: begun by hand, tried again; dead letters sent again."""

from __future__ import annotations

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from demo.city_office import Laid
from tests.interfaces.office.conftest import NOW, TODAY, At
from yifa.record.deliveries.actions import subscribe
from yifa.record.deliveries.models import Delivery
from yifa.record.jobs.models import Outcome
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db


def test_a_job_is_begun_by_hand_once_and_one_that_failed_is_tried_again(laid: Laid, at: At) -> None:
    system = at("system")
    for _ in range(2):
        system.post("/jobs/begin/verify/")
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    many = waiting.count()
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED, finished_at=NOW, exception_class_path="a.OSError")
    page = system.get("/jobs/").content.decode()
    [job] = DBTaskResult.objects.all()

    system.post(f"/jobs/again/{job.id}/")

    assert (many, "OSError" in page, waiting.count()) == (1, True, 1)
    assert system.post("/jobs/begin/nonsense/").status_code == 404
    assert at("audit").post("/jobs/begin/verify/").status_code == 403


def test_what_came_of_a_job_is_told_in_a_sentence(laid: Laid, at: At) -> None:
    Outcome.objects.create(name="verify", at=NOW, well=False, told={"faults": 2, "entries": 90})
    Outcome.objects.create(name="backup", at=NOW, well=False, told={"error": "OSError", "said": "No space left"})

    page = at("audit").get("/jobs/").content.decode()

    assert "发现 2 处问题" in page
    assert "No space left" in page


def test_a_dead_letter_is_sent_again_with_its_system_named(laid: Laid, at: At) -> None:
    with everything("a test"):
        system, _ = subscribe(
            laid.officers["0412"], "公示平台", "https://a.example/", actor=Actor("clerk 1", NOW), on=TODAY
        )
    dead = Delivery.objects.create(
        subscription=system,
        organ="qp-market",
        number=1,
        event="ab" * 32,
        state="dead",
        attempts=9,
        made=NOW,
        said="500",
    )

    shown = "公示平台" in at("system").get("/jobs/").content.decode()
    at("system").post(f"/jobs/letters/{dead.id}/")
    dead.refresh_from_db()

    assert (shown, dead.state, dead.attempts) == (True, "waiting", 0)
