"""What tests of the places for files share: work is done at once, and trays lie in a folder of the test."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import override_settings

from yifa.interfaces.office.handed_in import working

LEDGER = """案号,办案机关,立案日期,决定日期,处理结果,罚款金额（元）,处罚种类,结案日期
青市监罚〔2025〕1号,青屏县市场监督管理局,2025-01-05,2025-02-04,给予处罚,1000,罚款、警告,2025-02-20
青市监罚〔2025〕2号,青屏县市场监督管理局,2025-03-01,2025-03-11,给予处罚,0,警告,2025-03-30
"""
NAME = "行政处罚（普通程序、听证）.csv"


def named(name: str, content: str | bytes) -> io.BytesIO:
    """A file as a browser sends it."""
    file = io.BytesIO(content.encode() if isinstance(content, str) else content)
    file.name = name
    return file


@contextmanager
def done_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Trays in a folder; what is put into the queue is done before the answer."""
    monkeypatch.setattr(working, "work_on", SimpleNamespace(enqueue=working.work_on.func))
    with override_settings(TRAYS=folder, REPORTS=folder):
        yield folder


def saved(response: Any) -> bytes:
    """What a browser saves of an answer; its file is closed, and the database of the test stays open."""
    content = b"".join(response.streaming_content)
    for close in response._resource_closers:
        close()
    return content
