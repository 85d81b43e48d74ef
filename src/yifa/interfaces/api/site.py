"""The API put together: its routes, how problems are told, and its description."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from yifa import __version__
from yifa.interfaces.api.holders import MULTIPART
from yifa.interfaces.api.problem_telling import refused
from yifa.interfaces.api.problems import TYPE, Refused
from yifa.interfaces.api.routes import deliveries, imports, jobs, keeping, organs, papers, writing_cases
from yifa.interfaces.api.speaking import speech_of

LOG = logging.getLogger("yifa.api")
VERSION = "1"
DESCRIPTION = (
    "The record of organs, cases and acts, for other systems. Every answer is within what the officer of the token may "
    "read on the day. Requests that write bear an Idempotency-Key and are done once. Lists are asked for page by page: "
    "set `after` to what `next` said. Refusals are problem+json (RFC 9457), in the language that Accept-Language asks "
    "for. 422: the request has not the shape described. 409: the record, or the law, refuses it."
)


class Readable(JSONRenderer):
    """Answers as JSON in which Chinese stands as it is."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


class Api(NinjaAPI):
    """The API, with problems described as what they are."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        """The description: problems have their own media type."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        for path in schema["paths"].values():
            for operation in path.values():
                form = operation.get("requestBody", {}).get("content", {}).get(MULTIPART)
                if form is not None:
                    form["schema"]["additionalProperties"] = False
                    for file in form["schema"]["properties"].values():
                        file["minLength"] = 1
                for status, answer in operation["responses"].items():
                    content = answer.get("content", {})
                    if int(status) >= 400 and "application/json" in content:
                        answer["content"] = {TYPE: content["application/json"]}
        return schema

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:
        """What went wrong, told; what nobody expected is told as that, and written down."""
        speech = speech_of(request)
        told = refused(exc, speech)
        if told is None:
            LOG.error("unexpected", exc_info=exc, extra={"path": request.path})
            detail = speech.say("It was written down for who looks after this installation.")
            told = Refused(500, "unexpected", speech.say("Something went wrong here"), detail)
        elif told.status >= 500:
            LOG.error("not answered", exc_info=exc, extra={"path": request.path})
        return told.response()


def build_api() -> Api:
    """The API with all its routes."""
    api = Api(
        title="Yifa",
        version=VERSION,
        description=DESCRIPTION,
        docs_url=None,
        renderer=Readable(),
        urls_namespace="api-1",
    )
    api.openapi_extra = {"info": {"x-release": __version__.split("+")[0]}}
    for one in (organs, writing_cases, papers, imports, jobs, keeping, deliveries):
        api.add_router("", one.router)
    return api
