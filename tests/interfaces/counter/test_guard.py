"""The counter answers its own page on this machine, and nobody else."""

from __future__ import annotations

import pytest

from yifa.interfaces.counter.guard import Guard

GUARD = Guard(8000, "the-key")
OWN = {"Host": "127.0.0.1:8000", "Cookie": "yifa_8000=the-key", "Origin": "http://127.0.0.1:8000"}


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("127.0.0.1:8001", False),
        ("127.0.0.1", False),
        ("rebound.example:8000", False),
        ("127.0.0.1:8000.rebound.example", False),
        ("", False),
    ],
)
def test_only_this_machine_is_its_host(host: str, own: bool) -> None:
    assert GUARD.is_own_host({"Host": host}) is own


@pytest.mark.parametrize(
    ("cookie", "held"),
    [
        ("yifa_8000=the-key", True),
        ("other=1; yifa_8000=the-key", True),
        ("yifa_8000=the-kex", False),
        ("yifa_8001=the-key", False),
        ("yifa_8000=", False),
        ("", False),
        ("=;;=\x00", False),
    ],
)
def test_only_who_holds_the_key_is_let_in(cookie: str, held: bool) -> None:
    assert GUARD.has_key({"Cookie": cookie}) is held


@pytest.mark.parametrize(
    ("changed", "may"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "http://127.0.0.1:8001"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": None}, False),
    ],
)
def test_only_its_own_page_may_change_something(changed: dict[str, str | None], may: bool) -> None:
    headers = {name: value for name, value in (OWN | changed).items() if value is not None}
    assert GUARD.may_change(headers) is may


def test_every_run_has_a_key_of_its_own() -> None:
    keys = {Guard(8000).key for _ in range(20)}
    assert len(keys) == 20
    assert min(map(len, keys)) >= 32
