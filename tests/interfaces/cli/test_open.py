"""`yifa open` says where the page is, opens it, and deletes everything when it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest

from tests.interfaces.cli.conftest import Said
from yifa.interfaces.counter import serving


def test_it_opens_the_page_and_closes_it_on_ctrl_c(yifa: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    folders: list[Any] = []

    def stopped(counter: Any, poll_interval: float) -> None:
        folders.append(counter.jobs.folder)
        assert counter.jobs.folder.is_dir()
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", shown.append)
    monkeypatch.setattr(serving.Counter, "serve_forever", stopped)
    said = yifa("open", "--port", "0")
    assert said.code == 0
    (address,) = shown
    assert address.startswith("http://127.0.0.1:")
    assert address in said.out
    assert "全部删除" in said.out
    assert not folders[0].exists()


def test_a_port_that_is_taken_is_told(yifa: Callable[..., Said]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = yifa("open", "--port", str(port), "--no-browser")
    assert said.code == 1
    assert f"端口{port}已被占用" in said.err
