"""The manager of scoped models: every query it begins is narrowed to the scope, or raises.

The condition leaves a mark in the SQL, by which the guard at the connection tells a scoped query from one that went
past.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.lookups import In

from yifa.record.scope.scopes import Scope, Unscoped, current

MARK = "/* in scope */"
SECONDARY = "secondary"
"""What the column of a part says of the secondary part of a file (副卷)."""
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

    `organ_path` (`organ` if not said) leads to the organ, `also_organ_path` to a second one (who sends, who receives),
    `case_path` to the case, whose procedure may be walled and whose circle is asked; `also_case_path` to the case of
    the second organ, where it is another: each organ asks the circle of its own. `circle_path`: the column of a circle
    of the row's own. `secondary_part`: of the secondary part of a file (副卷) always (`True`), or where this
    column says so. `of_people`: tells of officers and what they hold, which administrators read too.
    """

    use_in_migrations = False
    organ_path: ClassVar[str] = "organ"

    def get_queryset(self) -> models.QuerySet[AnyModel]:
        """All rows of the scope. Raises `Unscoped` without one."""
        scope = self.scope()
        rows = super().get_queryset()
        return rows if scope.parts is None else rows.filter(_seen_of(self.model, scope))

    def scope(self) -> Scope:
        """The scope that holds. Raises `Unscoped` where none does."""
        scope = current()
        if scope is None:
            raise Unscoped(f"{self.model.__name__} was to be read without a scope; say whose rows: `with within(…)`")
        return scope

    def _seen(self, scope: Scope) -> Q:
        organ = f"{getattr(self.model, 'organ_path', self.organ_path)}_id__in_scope"
        case: str | None = getattr(self.model, "case_path", None)
        nothing = Q(**{organ: [0]})  # a mark, and no row, where there is no part
        seen = nothing
        also: str | None = getattr(self.model, "also_organ_path", None)
        also_case: str | None = getattr(self.model, "also_case_path", None)
        for part in scope.parts or ():
            own = Q(**{organ: sorted(part.organs) or [0]})
            if also is not None:
                there = Q(**{f"{also}_id__in_scope": sorted(part.organs) or [0]})
                if case is not None and also_case is not None and scope.knows is not None:
                    own &= _known(_of(case, "circle"), scope.knows)
                    there &= _known(_of(also_case, "circle"), scope.knows)
                own |= there
            if case is not None and part.walled:
                own &= ~Q(**{f"{_of(case, 'procedure')}__in": sorted(part.walled)})
            own = self._without_secondary(own, nothing, part.secondary)
            seen = own if seen == nothing else seen | own
        if scope.people and getattr(self.model, "of_people", False):
            seen |= Q(**{organ: sorted(scope.people)})
        if case is not None:
            if scope.knows is not None and also_case is None:
                seen &= _known(_of(case, "circle"), scope.knows)
            seen |= self._opened(scope, f"{case if case == 'id' else f'{case}_id'}__in_scope", nothing)
        own_circle: str | None = getattr(self.model, "circle_path", None)
        return seen if own_circle is None or scope.knows is None else seen & _known(own_circle, scope.knows)

    def _opened(self, scope: Scope, case: str, nothing: Q) -> Q:
        """The files opened for a task; who was given one knows of it."""
        shown = scope.cases - scope.whole
        seen = Q(**{case: sorted(scope.whole)}) if scope.whole else Q()
        return seen | self._without_secondary(Q(**{case: sorted(shown)}), nothing, frozenset()) if shown else seen

    def _without_secondary(self, seen: Q, nothing: Q, open_of: frozenset[str] | None) -> Q:
        """Without the secondary part but of the files of some procedures; of all of them where `open_of` is None."""
        secondary: bool | str = getattr(self.model, "secondary_part", False)
        if secondary is False or open_of is None:
            return seen
        case: str = self.model.case_path  # type: ignore[attr-defined]  # what is of a part of a file is of a case
        opened = Q(**{f"{_of(case, 'procedure')}__in": sorted(open_of)}) if open_of else None
        if secondary is True:
            return nothing if opened is None else seen & opened
        shown = ~Q(**{secondary: SECONDARY})
        return seen & (shown if opened is None else shown | opened)


@lru_cache(maxsize=4_000)
def _seen_of(model: type[models.Model], scope: Scope) -> Q:
    """What is seen of a table in a scope: put together once for both."""
    manager: ScopedManager[Any] = ScopedManager()
    manager.model = model
    return manager._seen(scope)


def _of(case: str, column: str) -> str:
    """The way to a column of the case."""
    return column if case == "id" else f"{case}__{column}"


def _known(circle: str, knows: Iterable[str]) -> Q:
    """Where everybody may know, or somebody as whom one reads."""
    seen = Q(**{circle: ""})
    for token in sorted(knows):
        seen |= Q(**{f"{circle}__contains": f"|{token}|"})
    return seen
