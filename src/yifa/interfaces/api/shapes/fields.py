"""Values that stand in every shape: numbers of rows, codes, days, moments and texts, each exactly as it is written."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

LARGEST = 2**63 - 1
_DAY = (
    r"^((19[5-9][0-9]|20[0-9]{2})-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|"
    r"(0[13578]|1[02])-31)|(19(5[26]|6[048]|7[26]|8[048]|9[26])|20([02468][048]|[13579][26]))-02-29)$"
)
PLAIN = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""Text without signs that nobody sees."""


def _read_day(said: Any) -> date:
    if isinstance(said, date):
        return said
    if isinstance(said, str) and re.fullmatch(_DAY[1:-1], said, re.ASCII):
        return date.fromisoformat(said)
    raise ValueError("expected a day from 1950 to 2099, as in 2026-03-02")


def _read_whole(said: Any) -> Any:
    """A whole number however it is written: to JSON 7.0 is one."""
    return int(said) if isinstance(said, float) and said.is_integer() else said


Id = Annotated[int, Field(ge=1, le=LARGEST), BeforeValidator(_read_whole)]
After = Annotated[int, Field(ge=0, le=LARGEST)]
Many = Annotated[int, Field(ge=1, le=200)]
Code = Annotated[str, StringConstraints(pattern=r"^[-a-zA-Z0-9_]{1,64}$")]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
Day = Annotated[date, BeforeValidator(_read_day), WithJsonSchema({"type": "string", "pattern": _DAY})]
Minute = Annotated[int, Field(ge=0, le=1439), BeforeValidator(_read_whole)]
Number = Annotated[str, StringConstraints(pattern=PLAIN, min_length=1, max_length=100)]
BatchName = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f/]{1,100}$")]
Short = Annotated[str, StringConstraints(pattern=PLAIN, max_length=100)]
Name = Annotated[str, StringConstraints(pattern=PLAIN, min_length=1, max_length=200)]
Line = Annotated[str, StringConstraints(pattern=PLAIN, max_length=300)]
Reason = Annotated[str, StringConstraints(pattern=PLAIN, min_length=1, max_length=500)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
JobId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Whole = Annotated[int, Field(ge=-(2**63), le=LARGEST), BeforeValidator(_read_whole)]
Value = Line | Whole | bool | Annotated[list[Line], Field(max_length=200)]
"""A field of an act: a text, a whole number, yes or no, or several names."""
Fields = Annotated[dict[Word, Value], Field(max_length=100, json_schema_extra={"additionalProperties": False})]


class Sent(BaseModel):
    """Something that is sent to the API: what is not described is not taken, and nothing is guessed."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Told(BaseModel):
    """Something that the API answers."""

    model_config = ConfigDict(extra="forbid")
