"""Jobs: those of the schedule and when each was last done, those that failed, workers, and dead letters."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from yifa.interfaces.office.declaring import Kind, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.jobs.job_words import tell_job, tell_outcome
from yifa.interfaces.office.people import people_of
from yifa.record.access.choices import RoleName
from yifa.record.deliveries.actions import send_again
from yifa.record.deliveries.choices import DeliveryState
from yifa.record.deliveries.errors import NotSubscribed
from yifa.record.deliveries.models import Delivery, Subscription
from yifa.record.jobs.by_hand import begin_now, try_again
from yifa.record.jobs.keeping import keeping
from yifa.record.jobs.models import Progress, Schedule, Worker
from yifa.record.jobs.outcomes import last
from yifa.record.jobs.schedule import DEAD_AFTER, SCHEDULE, Daily, is_queued, queue_depth

KEEPERS = frozenset({RoleName.SYSTEM_ADMINISTRATOR, RoleName.AUDITOR})
SYSTEM = frozenset({RoleName.SYSTEM_ADMINISTRATOR})
SHOWN = 50


@page("jobs/", name="jobs", roles=KEEPERS)
def jobs(request: Asked) -> HttpResponse:
    """The schedule, what runs, what failed, what could not be delivered."""
    told = {
        "scheduled": _scheduled(request),
        "failed": _failed(request),
        "dead": _dead(request),
        "waiting": Delivery.objects.filter(state=DeliveryState.WAITING).count(),
        "may_do": RoleName.SYSTEM_ADMINISTRATOR in request.desk.roles,
        **_under_way(request),
    }
    return render(request, "jobs/jobs.html", told)


@page("jobs/under-way/", name="jobs_under_way", roles=KEEPERS, kind=Kind.FRAGMENT)
def under_way(request: Asked) -> HttpResponse:
    """What runs just now, how far each is; asked for again every few seconds."""
    return render(request, "jobs/under_way.html", _under_way(request))


@page("jobs/begin/<slug:job>/", name="job_begin", roles=SYSTEM, methods=("POST",))
def job_begin(request: Asked, job: str) -> HttpResponse:
    """Have a job of the schedule done now."""
    say = request.speech.say
    try:
        begun = begin_now(job)
    except KeyError:
        raise Http404 from None
    told = say("It is in the queue.") if begun else say("It waits or runs already.")
    messages.success(request, told)
    return redirect("jobs")


@page("jobs/again/<uuid:failed>/", name="job_again", roles=SYSTEM, methods=("POST",))
def job_again(request: Asked, failed: object) -> HttpResponse:
    """Have a job that failed done once more."""
    if not try_again(str(failed)):
        raise Http404
    messages.success(request, request.speech.say("It is in the queue."))
    return redirect("jobs")


@page("jobs/letters/<int:letter>/", name="letter_again", roles=SYSTEM, methods=("POST",))
def letter_again(request: Asked, letter: int) -> HttpResponse:
    """Send a dead letter again."""
    found = _letters(request).filter(pk=letter).first()
    if found is None:
        raise Http404
    try:
        send_again(found, request.desk.now)
    except NotSubscribed:
        raise Http404 from None
    messages.success(request, request.speech.say("It is sent again."))
    return redirect("jobs")


def _scheduled(request: Asked) -> list[dict[str, object]]:
    speech = request.speech
    found: list[dict[str, object]] = []
    queued = dict(Schedule.objects.values_list("name", "last"))
    for name, one in SCHEDULE.items():
        outcome, begun = last(name), queued.get(name)
        found.append(
            {
                "name": name,
                "words": tell_job(name, speech),
                "at": f"{one.at(keeping()):%H:%M}" if isinstance(one, Daily) else speech.say("when there is something"),
                "begun": speech.moment(timezone.localtime(begun)) if begun else "",
                "outcome": outcome,
                "done": speech.moment(timezone.localtime(outcome.at)) if outcome else "",
                "told": tell_outcome(name, dict(outcome.told), speech) if outcome else "",
                "queued": is_queued(one.job),
            }
        )
    return found


def _under_way(request: Asked) -> dict[str, object]:
    desk, speech = request.desk, request.speech
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).order_by("started_at")[:SHOWN]
    far = {one.job: one for one in Progress.objects.filter(job__in=[str(one.id) for one in running])}
    rows = [(tell_job(one.task_path, speech), one, far.get(str(one.id))) for one in running]
    people = people_of({one.asked_by for one in far.values() if one.asked_by}, desk.today)
    seen = Worker.objects.filter(seen__gte=timezone.now() - DEAD_AFTER).order_by("-seen")
    return {
        "running": [
            {
                "words": words,
                "since": f"{timezone.localtime(one.started_at):%H:%M:%S}" if one.started_at else "",
                "done": progress.done if progress else 0,
                "whole": progress.whole if progress else 0,
                "who": people[progress.asked_by].name if progress and progress.asked_by in people else "",
            }
            for words, one, progress in rows
        ],
        "depth": queue_depth(),
        "workers": [f"{timezone.localtime(one.seen):%H:%M:%S}" for one in seen],
    }


def _failed(request: Asked) -> list[dict[str, object]]:
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).order_by("-finished_at")[:SHOWN]
    return [
        {
            "id": one.id,
            "words": tell_job(one.task_path, request.speech),
            "at": request.speech.moment(timezone.localtime(one.finished_at)) if one.finished_at else "",
            "error": one.exception_class_path.rpartition(".")[2],
        }
        for one in rows
    ]


def _letters(request: Asked) -> QuerySet[Delivery]:
    own = Subscription.objects.filter(officer__organ__in=request.desk.scope.people)
    return Delivery.objects.filter(subscription__in=own.values("id"), state=DeliveryState.DEAD)


def _dead(request: Asked) -> list[tuple[Delivery, str]]:
    rows = list(_letters(request).order_by("-id")[:SHOWN])
    labels = dict(Subscription.objects.filter(id__in={one.subscription_id for one in rows}).values_list("id", "label"))
    return [(one, labels.get(one.subscription_id, "")) for one in rows]
