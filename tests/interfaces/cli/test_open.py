"""`yifa open` says where the pages are, opens them, and deletes what was only checked when it is stopped."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import override_settings

from tests.interfaces.cli.conftest import Said
from yifa.interfaces.cli import opening_alone
from yifa.interfaces.trays.tray import Shelf


def test_it_opens_the_pages_and_forgets_what_was_checked(
    yifa: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[str] = []
    checked, book = (
        Shelf(tmp_path, "alone", kind).new(datetime(2026, 3, 3, tzinfo=UTC)) for kind in ("readings", "books")
    )

    def served(site: str, port: int) -> None:
        with socket.socket() as answering:
            answering.bind(("127.0.0.1", port))
            answering.listen()
            while not shown:
                time.sleep(0.01)

    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")
    monkeypatch.setenv(opening_alone.KEY, "")
    monkeypatch.setattr("webbrowser.open", shown.append)
    monkeypatch.setattr(opening_alone, "serve", served)
    with override_settings(TRAYS=tmp_path):
        said = yifa("open", "--port", "0")
    assert (said.code, shown[0].startswith("http://127.0.0.1:"), shown[0] in said.out) == (0, True, True)
    assert "已删除" in said.out
    assert (checked.folder.exists(), book.folder.exists()) == (False, True)


def test_a_port_that_is_taken_is_told(yifa: Callable[..., Said]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = yifa("open", "--port", str(port), "--no-browser")
    assert said.code == 1
    assert f"端口{port}已被占用" in said.err
