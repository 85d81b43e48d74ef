"""Requests made up from the description, as four who ask: nothing breaks, and everything answers as described.

Made up are right ones and wrong ones, for every route: a bounded number here, more with the slow tests.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis import Case

from tests.interfaces.api.world import World
from yifa.record.chain.queries import faults
from yifa.record.scope import everything

WHO = ("handler", "supervisor", "reader", "administrator")
SCHEMA = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler())
BRIEF = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler())
BRIEF.config.phases.coverage.enabled = False
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]
FEW = settings(max_examples=4, derandomize=True, database=None, deadline=None, suppress_health_check=QUIET)
MANY = settings(FEW, max_examples=60)


@pytest.fixture
def asked(county: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The county, which may be asked as often as one likes."""
    monkeypatch.setattr("yifa.interfaces.api.holders.limit", lambda who: None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield county
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def answers_as_described(case: Case, asked: World) -> None:
    for who in WHO:
        headers = {"Authorization": f"Bearer {asked.secrets[who]}", "Accept-Encoding": "identity"}
        case.call_and_validate(headers=headers)


@BRIEF.parametrize()
@FEW
def test_a_few_made_up_requests_are_answered_as_described(case: Case, asked: World) -> None:
    answers_as_described(case, asked)


@pytest.mark.slow
@SCHEMA.parametrize()
@MANY
def test_many_made_up_requests_are_answered_as_described(case: Case, asked: World) -> None:
    answers_as_described(case, asked)
    with everything("a test"):
        assert faults() == []
