"""The kinds of duty: one file each, found by its presence here, with the schema of that kind.

What a kind means stands under the same name in `yifa.law.duties.kinds`. Adding a kind is adding these two files and a
test, and touching no other.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from yifa.law.catalogue.duty import Duty


@cache
def kinds() -> dict[str, type[Duty]]:
    """The schema of every kind by its name in the corpus, in the order of the alphabet."""
    found: dict[str, type[Duty]] = {}
    for module in iter_modules(__path__):
        schema: type[Duty] = import_module(f"{__name__}.{module.name}").SCHEMA
        found[module.name.replace("_", "-")] = schema
    return found
