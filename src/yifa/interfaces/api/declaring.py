"""Declaring a route: whom it answers, whether it writes, and what; nothing gets into the API but by this.

    @route(router, "GET", "/cases/{case}", roles=READERS, answer=CaseShape, called="read_case")
    def read_case(request: Asked, case: Id) -> CaseShape: …

The function runs within the scope of who asks. One that writes runs once for each key, in one transaction with the
answer that is kept of it.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import TypeAdapter

from yifa.interfaces.api.holders import JSON, Asked, Holder, TokenOf
from yifa.interfaces.api.problems import Problem, Refused
from yifa.interfaces.api.speaking import speech_of
from yifa.record.access.choices import READS, RoleName
from yifa.record.jobs import moments
from yifa.record.scope import within
from yifa.record.tokens.answering import answered_once, asked_digest
from yifa.record.tokens.permits import WRITERS as WRITING_ROLES

ANYBODY = frozenset(RoleName)
"""Who has any role."""
READERS = frozenset(READS)
"""Who has a role that opens files; which of them, his scope says."""
WRITERS = WRITING_ROLES
"""Who has a role that writes cases of some kind; which of them, is asked of each case."""
KEEPERS = frozenset({RoleName.SYSTEM_ADMINISTRATOR, RoleName.AUDITOR})
"""Who sees to it that the record is kept."""
KEY = "Idempotency-Key"
KEY_SHAPE: Mapping[str, Any] = {"type": "string", "pattern": "^[A-Za-z0-9_.:-]{8,200}$"}
LONGEST_KEY, SHORTEST_KEY = 200, 8


@dataclass(frozen=True)
class Declared:
    """What a route says of itself."""

    roles: frozenset[RoleName]
    writes: bool


def route(
    router: Router,
    method: str,
    path: str,
    *,
    roles: frozenset[RoleName],
    answer: Any,
    writes: bool = False,
    status: int = 200,
    refuses: tuple[int, ...] = (),
    takes: str = JSON,
    content: Mapping[str, Any] | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Put a function in as a route. `refuses`: statuses of problems beside those that every route has.

    `takes`: the kind of body that is sent. `content`: of an answer that is no JSON, how it is described.
    """

    def decorated(function: Callable[..., Any]) -> Callable[..., Any]:
        adapter = TypeAdapter(answer)

        def answering(request: Asked, **asked: Any) -> Any:
            holder = request.auth
            with within(holder.scope):
                if writes:
                    return _written(request, holder, status, lambda: adapter.dump_json(function(request, **asked)))
                return function(request, **asked)

        answering.__name__, answering.__doc__ = function.__name__, function.__doc__
        answering.__module__ = function.__module__
        answering.__signature__ = inspect.signature(function, eval_str=True)  # type: ignore[attr-defined]
        answering.declared = Declared(roles, writes)  # type: ignore[attr-defined]
        told = answering.__signature__.parameters  # type: ignore[attr-defined]
        query = frozenset(name for name in told if name != "request" and f"{{{name}}}" not in path and not writes)
        usual = (401, 403, 422, 429, 503, *((400, 409, 413, 415, 507) if writes else ()), *refuses)
        summary, _, rest = inspect.cleandoc(function.__doc__ or "").partition("\n")
        extra: dict[str, Any] = {"x-yifa-roles": sorted(roles), "x-yifa-writes": writes}
        if writes:
            described = "A key of your own for this one thing to be done; the same again is answered the same."
            extra["parameters"] = [
                {"in": "header", "name": KEY, "required": True, "schema": dict(KEY_SHAPE), "description": described}
            ]
        if content is not None:
            extra["responses"] = {status: dict(content)}
        router.add_api_operation(
            path,
            [method],
            answering,
            auth=TokenOf(roles, writes=writes, takes=takes, query=query),
            response={status: answer, **dict.fromkeys(sorted(usual), Problem)},
            operation_id=function.__name__,
            summary=summary.rstrip("."),
            description=rest.strip() or None,
            openapi_extra=extra,
        )
        return function

    return decorated


def _written(request: HttpRequest, holder: Holder, status: int, do: Callable[[], bytes]) -> HttpResponse:
    """The answer to a request that writes: done once, and the same again for the same key."""
    speech = speech_of(request)
    key = request.headers.get(KEY, "")
    plain = key.replace("_", "").replace(".", "").replace(":", "").replace("-", "")
    if not (SHORTEST_KEY <= len(key) <= LONGEST_KEY and (not plain or (plain.isascii() and plain.isalnum()))):
        detail = speech.say("Send a key of your own in the header {header}: 8 to 200 letters and digits.", header=KEY)
        raise Refused(400, "no-key", speech.say("A key is missing"), detail)
    asked = asked_digest(request.method or "", request.get_full_path(), _body(request))
    (code, text), before = answered_once(holder.token, key, asked, moments.now(), lambda: (status, do().decode()))
    headers = {"Yifa-Answered-Before": "yes"} if before else {}
    return HttpResponse(text, status=code, content_type="application/json; charset=utf-8", headers=headers)


def _body(request: HttpRequest) -> bytes:
    """What was sent: the bytes, or of a form with files, which has other bytes each time, what stands in it."""
    if not (request.content_type or "").startswith("multipart/"):
        return request.body
    made = hashlib.sha256()
    for name, value in sorted(request.POST.items()):
        made.update(f"{name}={value}\n".encode())
    for name, file in sorted(request.FILES.items()):
        if isinstance(file, list):
            continue
        made.update(f"{name} {file.name}\n".encode())
        for part in file.chunks():
            made.update(part)
        file.seek(0)
    return made.digest()
