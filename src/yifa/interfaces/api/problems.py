"""Problems: what is refused, as problem+json (RFC 9457), with a title and a sentence in the language asked for.

{"type": "urn:yifa:problem:not-lawful", "title": "…", "status": 409, "detail": "…", "said": "…", "duties": […]}

`said` is what the record itself says, in English, for whoever looks into it. 409 is what record or law refuse, 422 what
has not the shape that is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from pydantic import BaseModel, ConfigDict

TYPE = "application/problem+json"


class BrokenDuty(BaseModel):
    """A duty that an act would break, with its articles and the cure."""

    duty: str
    title: str
    law: list[str]
    severity: str
    cure: str


class WrongPlace(BaseModel):
    """A place of a request that has not the shape asked for."""

    place: str
    said: str


class Problem(BaseModel):
    """What was refused, and why."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    type: str
    title: str
    status: int
    detail: str
    said: str | None = None
    duties: list[BrokenDuty] | None = None
    places: list[WrongPlace] | None = None


class Refused(Exception):
    """Something that is not answered."""

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(f"{status} {kind}: {detail}")
        self.status = status
        self.body = Problem(
            type=f"urn:yifa:problem:{kind}", title=title, status=status, detail=detail, **more
        ).model_dump(mode="json", exclude_none=True)
        self.headers = dict(headers or {})

    def response(self) -> HttpResponse:
        """As it is answered."""
        text = json.dumps(self.body, ensure_ascii=False)
        return HttpResponse(text, status=self.status, content_type=TYPE, headers=self.headers)
