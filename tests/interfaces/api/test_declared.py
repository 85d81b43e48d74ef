"""Every route says whom it answers and whether it writes; the description checked in is the one that holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.interfaces.api.world import World
from yifa.interfaces.api.declaring import Declared
from yifa.interfaces.api.site import Api, build_api
from yifa.record.access.choices import RoleName

DESCRIBED = Path(__file__).resolve().parents[3] / "docs" / "lookup" / "openapi.json"


@pytest.fixture(scope="module")
def api() -> Api:
    made = build_api()
    made.urls_namespace = "described"
    return made


def test_every_route_declares_its_roles_and_whether_it_writes(api: Api) -> None:
    undeclared = []
    for bound in api._get_bound_routers():
        for path, view in bound.path_operations.items():
            for operation in view.operations:
                said = getattr(operation.view_func, "declared", None)
                if (
                    not isinstance(said, Declared)
                    or not said.roles
                    or not operation.auth_callbacks
                    or said.writes != bool({"POST", "PUT", "PATCH", "DELETE"} & set(operation.methods))
                ):
                    undeclared.append(path)
    assert undeclared == []


def test_the_description_checked_in_is_current(api: Api) -> None:
    told = json.loads(json.dumps(api.get_openapi_schema(path_prefix="api/v1/")))
    assert json.loads(DESCRIBED.read_text(encoding="utf-8")) == told, "make docs writes docs/lookup/openapi.json anew"


def test_every_reading_route_answers_its_roles_and_no_other(county: World, api: Api) -> None:
    """Each token is asked for every route without a place in its path: answered by role alone."""
    roles = {
        "handler": RoleName.HANDLER,
        "reader": RoleName.LEADER,
        "supervisor": RoleName.SUPERVISOR,
        "administrator": RoleName.SYSTEM_ADMINISTRATOR,
    }
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    asked = {path: one["get"] for path, one in paths.items() if "get" in one and "{" not in path}
    assert len(asked) >= 7
    for path, one in asked.items():
        for who, role in roles.items():
            expected = 200 if role in one["x-yifa-roles"] else 403
            assert (path, who, county.ask(who, path).status_code) == (path, who, expected)
        assert county.ask("", path).status_code == 401
