"""The digest an office chose: every entry, seal and commitment has it; one may go over to another on any day."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from tests.interfaces.cli.conftest import Said, yifa
from tests.record.register import CLERK, NOW, TODAY, register
from yifa.record.chain.actions import erase, seal
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import EntryRow, KeptValue, SealRow
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.organs.actions import appoint, rename
from yifa.record.scope import everything

__all__ = ["yifa"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]


def digests_named() -> list[str]:
    """What each entry names, in order; it is what made its digest."""
    named = []
    for row in EntryRow.objects.order_by("id"):
        named.append(str(json.loads(row.text)["hash"]))
        assert hashlib.new(named[-1], row.text.encode()).hexdigest() == row.digest
    return named


def test_what_is_recorded_from_then_on_has_the_digest_that_was_chosen(settings: Any) -> None:
    held = register()
    seal(TODAY)
    before = len(digests_named())
    settings.DIGEST = "sm3"
    rename(held.market, "青屏县市场监管局", actor=CLERK, on=TODAY)
    officer = appoint(held.market, "77", "柳三春", actor=CLERK, on=TODAY)
    sealed = seal(date(2026, 3, 3))
    assert digests_named() == ["sha256"] * before + ["sm3"] * (EntryRow.objects.count() - before)
    assert (sealed.algorithm, [json.loads(one.text)["hash"] for one in SealRow.objects.order_by("number")]) == (
        "sm3",
        ["sha256", "sm3"],
    )
    kept = KeptValue.objects.get(commitment=officer.name)
    told = f"yifa.commitment/1\n{kept.salt}\n{kept.value}".encode()
    assert hashlib.new("sm3", told).hexdigest() == kept.commitment
    erase("qp-market", [kept.commitment], because="本人申请", by="officer 7", recorded=NOW)
    settings.DIGEST = "sha256"
    rename(held.market, "青屏县市场监督管理局", actor=CLERK, on=date(2026, 3, 4))
    seal(date(2026, 3, 4))
    assert digests_named()[-2:] == ["sm3", "sha256"]
    with everything("a test"):
        assert (faults(), list(row_faults(CHAINED))) == ([], [])


def test_both_ways_of_verifying_take_it(settings: Any, yifa: Callable[..., Said], tmp_path: Path) -> None:
    settings.DIGEST = "sm3"
    register()
    last = seal(TODAY).digest
    said = yifa("record", "verify", "--seal", last, lang="en")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Everything is as it was.")
    out = tmp_path / "out"
    assert yifa("record", "export", str(out)).code == 0
    command = [sys.executable, "-I", str(out / "verifier.py"), str(out), "--seal", last]
    alone = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (alone.returncode, alone.stdout.splitlines()[-1]) == (0, "everything is as it was")
    [chain] = [one for one in out.glob("chain-*.txt") if "青屏县市场" in one.read_text(encoding="utf-8")]
    chain.write_text(chain.read_text(encoding="utf-8").replace("青屏县市场", "青平县市场", 1), encoding="utf-8")
    changed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert changed.returncode == 1
