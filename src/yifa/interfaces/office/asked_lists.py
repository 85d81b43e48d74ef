"""What is asked of a list, as the query of an address says it: for the filters of every list."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import urlencode

from django.http import QueryDict


@dataclass(frozen=True)
class AskedOfList:
    """Filters of a list: texts, blank where they are not asked."""

    @classmethod
    def said(cls, asked: QueryDict, longest: int = 100) -> dict[str, str]:
        """What an address says of each filter, of so many signs at most; whether it makes sense is asked elsewhere."""
        return {one.name: str(asked.get(one.name, "")).strip()[:longest] for one in fields(cls)}

    def as_told(self) -> dict[str, str]:
        """All filters by their names, as an export is asked for."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def address(self, after: str | int = "", **changed: str) -> str:
        """The query of an address with some of it changed; what is blank is left out. `after`: where a page begins."""
        told = {name: value for name, value in (vars(self) | changed).items() if value}
        return "?" + urlencode(told | ({"after": str(after)} if after else {}))
