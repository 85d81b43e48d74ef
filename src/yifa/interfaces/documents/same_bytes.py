"""A package of Office files as the same bytes from the same parts: no time of writing in it, the parts in order."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def package_bytes(document: Any, *, title: str, author: str, day: date) -> bytes:
    """The bytes of a Word document of the library, whose only day is the one given."""
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.created = properties.modified = moment
    properties.revision, properties.comments, properties.language = 1, "", "zh-CN"
    written = io.BytesIO()
    document.save(written)
    return without_times(written.getvalue())


def without_times(package: bytes) -> bytes:
    """A package whose entries have no time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for one in source.infolist():
            entry = zipfile.ZipInfo(one.filename, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, 0o644 << 16
            target.writestr(entry, source.read(one.filename))
    return out.getvalue()
