"""The description of the API (OpenAPI 3.1), as it is checked in."""

from __future__ import annotations

import json
import os


def description() -> str:
    """The description as text."""
    import django  # noqa: PLC0415 - the rooms of the API know tables, which are there only then

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.project.settings")
    django.setup()
    from yifa.interfaces.api.site import build_api  # noqa: PLC0415 - see above

    schema = build_api().get_openapi_schema(path_prefix="api/v1/")
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
