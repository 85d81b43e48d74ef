"""A parser in a process of its own: what it answers, and that its fall is no fall of the reader."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.sealed import run_sealed

PARSERS = {
    "answers": "print('{\"size\": %d}' % len(sys.stdin.buffer.read()))",
    "refuses": 'print(\'{"reason": "scanned", "values": {}}\')',
    "falls": "os.abort()",
    "raises": "raise ValueError",
    "hangs": "time.sleep(60)",
    "babbles": "print('no json')",
}


@pytest.fixture
def parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module whose parser is set by `write`."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    for name, body in PARSERS.items():
        (tmp_path / f"sealed_{name}.py").write_text(f"import os, sys, time\ndef main(memory, seconds):\n    {body}\n")
    return "sealed_"


def test_the_answer_of_a_parser_is_handed_back(parser: str) -> None:
    assert run_sealed(f"{parser}answers", b"123", seconds=30, memory=1 << 30, part="X") == {"size": 3}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("refuses", Reason.SCANNED),
        ("falls", Reason.BROKEN),
        ("raises", Reason.BROKEN),
        ("babbles", Reason.BROKEN),
        ("hangs", Reason.TOOK_TOO_LONG),
    ],
)
def test_whatever_happens_to_it_is_a_refusal(parser: str, name: str, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        run_sealed(f"{parser}{name}", b"", seconds=1 if name == "hangs" else 30, memory=1 << 30, part="X")

    assert refused.value.reason == reason
