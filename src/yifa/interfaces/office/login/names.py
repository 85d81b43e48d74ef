"""Under which name somebody tried to sign in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest


def name_tried(request: HttpRequest | None, credentials: Mapping[str, Any] | None) -> str:
    """The name, written as accounts are: by it tries are counted, whether there is such an account or not."""
    told = (credentials or {}).get("username") or ("" if request is None else request.POST.get("login", ""))
    return str(told).strip().lower()
