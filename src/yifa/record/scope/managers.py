"""The manager of scoped models: every query it begins is narrowed to the scope, or raises.

The condition leaves a mark in the SQL, by which the guard at the connection tells a scoped query from one that went
past.
"""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models.lookups import In

from yifa.record.scope.scopes import Unscoped, current

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
    """Rows of the scope. `organ_path` of the model: by which way its rows belong to an organ."""

    use_in_migrations = False
    organ_path: ClassVar[str] = "organ"

    def get_queryset(self) -> models.QuerySet[AnyModel]:
        """All rows of the scope. Raises `Unscoped` without one."""
        scope = current()
        if scope is None:
            raise Unscoped(f"{self.model.__name__} was to be read without a scope; say whose rows: `with within(…)`")
        rows = super().get_queryset()
        if scope.organs is None:
            return rows
        path = getattr(self.model, "organ_path", self.organ_path)
        key = path if path == "id" or path.endswith("_id") else f"{path}_id"
        return rows.filter(**{f"{key}__in_scope": sorted(scope.organs) or [0]})
