"""Jobs that were asked for on a page, done at once, in the transaction of the test."""

from __future__ import annotations

from types import SimpleNamespace

from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult


def work_off() -> None:
    """Do what waits in the queue."""
    for row in DBTaskResult.objects.filter(status="READY").order_by("enqueued_at"):
        context = SimpleNamespace(task_result=SimpleNamespace(id=row.id))
        given = row.args_kwargs
        import_string(row.task_path).func(context, *given["args"], **given["kwargs"])
        DBTaskResult.objects.filter(pk=row.pk).update(status="SUCCESSFUL")
