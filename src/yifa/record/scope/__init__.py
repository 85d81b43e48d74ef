"""The scope of a query: whose rows may be read. Without one, reading the record raises.

    with within(Scope.of(organs)):
        Case.objects.filter(state="open")        # rows of these organs alone

A model of the record says by which way its rows belong to an organ (`organ_path`), and has a `ScopedManager` as its
only manager, also for relations. What goes past it (raw SQL, another manager) is stopped at the connection. Whoever
must see everything says why: `with everything("verify the record")`.
"""

from yifa.record.scope.managers import ScopedManager
from yifa.record.scope.of_each import OfEach
from yifa.record.scope.of_many import OfMany
from yifa.record.scope.remembered import Remembered
from yifa.record.scope.scopes import Part, Scope, Unscoped, between, current, everything, within

__all__ = [
    "OfEach",
    "OfMany",
    "Part",
    "Remembered",
    "Scope",
    "ScopedManager",
    "Unscoped",
    "between",
    "current",
    "everything",
    "within",
]
