"""Another system: takes what is sent to it, keeps what it took by the id of the event, and fails as it is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from yifa.record.deliveries.signatures import HEADER, is_signed


@dataclass
class Peer:
    """`answers`: what it says next, an error if that is one; then 200."""

    key: str
    at: int
    answers: list[int | OSError] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    taken: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __call__(self, address: str, body: bytes, headers: Mapping[str, str]) -> int:
        if not is_signed(self.key, body, headers[HEADER], self.at):
            return 401
        event = json.loads(body)
        said = self.answers.pop(0) if self.answers else 200
        if isinstance(said, OSError):
            raise said
        self.seen.append(event["id"])
        if said == 200:
            self.taken.setdefault(event["id"], event)
        return said
