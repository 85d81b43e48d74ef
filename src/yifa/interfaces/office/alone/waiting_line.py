"""Where work waits at a machine without a record: in the process itself, one after the other, by one thread."""

from __future__ import annotations

import queue
import threading
from typing import Any

from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import TaskResult


class WaitingLine(ImmediateBackend):
    """Takes work at once and does it a little later, so that nobody waits for the page."""

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self._waiting: queue.Queue[TaskResult[Any]] = queue.Queue()
        self._worker = threading.Thread(target=self._work, daemon=True, name="yifa-work")
        self._worker.start()

    def _execute_task(self, task_result: TaskResult[Any]) -> None:
        self._waiting.put(task_result)

    def _work(self) -> None:
        while True:
            super()._execute_task(self._waiting.get())
