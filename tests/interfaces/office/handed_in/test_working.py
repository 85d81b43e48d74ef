"""Work on a tray is told how far it is, and what went wrong; a tray that is gone needs none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from yifa.interfaces.office.handed_in.working import CannotBeDone, work_on
from yifa.interfaces.trays.progress import Progress, Reporter, State
from yifa.interfaces.trays.tray import Shelf, Tray
from yifa.wording import Language


def well(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    report("甲", 1, 2)
    tray.tell(seen=[tray.progress.state.value, tray.progress.done, speech.tag, asked["n"]])


def cannot(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    raise CannotBeDone("没有台账")


def fault(tray: Tray, asked: Mapping[str, Any], speech: Language, report: Reporter) -> None:
    raise ZeroDivisionError


def done(tray: Tray, work: Any) -> Progress:
    work_on.func(tray.owner, tray.kind, tray.id, f"{__name__}.{work.__name__}", {"n": 3}, "zh")
    return tray.progress


def test_work_is_told_while_it_is_done_and_afterwards(tmp_path: Path) -> None:
    tray = Shelf(tmp_path, "account1", "readings").new(datetime(2026, 3, 3, tzinfo=UTC))
    with override_settings(TRAYS=tmp_path):
        assert done(tray, well) == Progress(State.DONE, "well")
        assert Tray(tray.folder).told["seen"] == ["running", 1, "zh", 3]
        assert done(tray, cannot) == Progress(State.FAILED, "cannot", message="没有台账")
        with pytest.raises(ZeroDivisionError):
            done(tray, fault)
        assert tray.progress.message == "程序故障：ZeroDivisionError"
        tray.forget()
        assert done(tray, well) == Progress()
