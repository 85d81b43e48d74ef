"""What is asked of a list, as the query of an address says it: for the filters of every list."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode


@dataclass(frozen=True)
class AskedOfList:
    """Filters of a list: texts, blank where they are not asked."""

    def address(self, after: str | int = "", **changed: str) -> str:
        """The query of an address with some of it changed; what is blank is left out. `after`: where a page begins."""
        of = replace(self, **changed)
        told = {one.name: getattr(of, one.name) for one in fields(of) if getattr(of, one.name)}
        return "?" + urlencode(told | ({"after": str(after)} if after else {}))
