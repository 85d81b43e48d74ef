"""The manager of scoped models: every query it begins is narrowed to the scope, or raises.

The condition leaves a mark in the SQL, by which the guard at the connection tells a scoped query from one that went
past.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.lookups import In

from yifa.record.scope.scopes import Part, Unscoped, current

MARK = "/* in scope */"
AnyModel = TypeVar("AnyModel", bound=models.Model)


class InScope(In):
    """`IN` with a mark behind it; of no organs, nothing."""

    lookup_name = "in_scope"

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """The condition with its mark."""
        sql, parameters = super().as_sql(compiler, connection)
        return f"{sql} {MARK}", parameters


models.ForeignKey.register_lookup(InScope)
models.BigAutoField.register_lookup(InScope)
models.BigIntegerField.register_lookup(InScope)


class ScopedManager(models.Manager[AnyModel]):
    """Rows of the scope. By which way a row belongs to an organ, and to a case where it does, its model says.

    `organ_path` (`organ` if not said) leads to the organ, `case_path` to the case, whose procedure may be walled.
    """

    use_in_migrations = False
    organ_path: ClassVar[str] = "organ"

    def get_queryset(self) -> models.QuerySet[AnyModel]:
        """All rows of the scope. Raises `Unscoped` without one."""
        scope = current()
        if scope is None:
            raise Unscoped(f"{self.model.__name__} was to be read without a scope; say whose rows: `with within(…)`")
        rows = super().get_queryset()
        return rows if scope.parts is None else rows.filter(self._seen(scope.parts, scope.cases))

    def _seen(self, parts: Iterable[Part], cases: frozenset[int]) -> Q:
        organ = f"{getattr(self.model, 'organ_path', self.organ_path)}_id__in_scope"
        case: str | None = getattr(self.model, "case_path", None)
        seen = Q(**{organ: [0]})  # a mark, and no row, where there is no part
        for part in parts:
            own = Q(**{organ: sorted(part.organs) or [0]})
            if case is not None and part.walled:
                procedure = "procedure" if case == "id" else f"{case}__procedure"
                own &= ~Q(**{f"{procedure}__in": sorted(part.walled)})
            seen = own if seen.children == [(organ, [0])] else seen | own
        if case is not None and cases:
            seen |= Q(**{f"{case if case == 'id' else f'{case}_id'}__in_scope": sorted(cases)})
        return seen
