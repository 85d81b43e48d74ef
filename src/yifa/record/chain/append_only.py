"""Tables that only grow: the database itself refuses to change or take away a row, whoever asks.

    migrations.CreateModel(name="EntryRow", …),
    AppendOnly("chain_entry"),
    InOrder("chain_entry", within="organ", number="number"),
    Irreplaceable("organs_organ", (("code",),)),

On SQLite triggers refuse UPDATE and DELETE, and INSERT of a row that would replace one (also where `recursive_triggers`
is off); on PostgreSQL also TRUNCATE. Whoever owns the database can take triggers away, or change its file: that
verifying shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.migrations.operations.base import Operation

_FUNCTION = """
CREATE OR REPLACE FUNCTION yifa_refuses() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $body$
"""


class _Triggers(Operation):
    """Triggers on one table, made and taken away with the migration."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Django's own picture of the tables does not change."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make the triggers."""
        for sql in self.made(schema_editor.connection.vendor):
            schema_editor.execute(sql, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Take the triggers away."""
        vendor = schema_editor.connection.vendor
        for name in self.names(vendor):
            on = f" ON {self.table}" if vendor == "postgresql" else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)

    def made(self, vendor: str) -> Iterator[str]:
        """The statements that make the triggers."""
        raise NotImplementedError

    def names(self, vendor: str) -> Iterator[str]:
        """The names of the triggers."""
        raise NotImplementedError


class AppendOnly(_Triggers):
    """Rows are added; none is changed, and none goes unless `erasable`, and then by itself and not with all others.

    `keys`: the unique columns beside `id`, a tuple for each constraint.
    """

    def __init__(self, table: str, keys: tuple[tuple[str, ...], ...] = (), erasable: bool = False) -> None:
        super().__init__(table)
        self.keys = keys
        self.erasable = erasable

    def describe(self) -> str:
        """What the migration says it does."""
        return f"Let {self.table} only grow"

    def _refused(self) -> tuple[str, ...]:
        return ("UPDATE",) if self.erasable else ("UPDATE", "DELETE")

    def names(self, vendor: str) -> Iterator[str]:
        """The names of the triggers."""
        yield from (f"{self.table}_no_{verb.lower()}" for verb in self._refused())
        yield f"{self.table}_no_{'replace' if vendor == 'sqlite' else 'truncate'}"

    def made(self, vendor: str) -> Iterator[str]:
        """The statements that make the triggers."""
        said = f"{self.table}: rows of the record are never changed or taken away"
        if vendor == "postgresql":
            yield _FUNCTION
            for verb in self._refused():
                yield (
                    f"CREATE TRIGGER {self.table}_no_{verb.lower()} BEFORE {verb} ON {self.table} "
                    f"FOR EACH ROW EXECUTE FUNCTION yifa_refuses('{said}')"
                )
            yield (
                f"CREATE TRIGGER {self.table}_no_truncate BEFORE TRUNCATE ON {self.table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION yifa_refuses('{said}')"
            )
            if (
                self.erasable
            ):  # what was erased gives its place free within minutes, and does not wait for a fifth of the table
                at_once = "autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0"
                yield f"ALTER TABLE {self.table} SET ({at_once})"
            return
        for verb in self._refused():
            yield (
                f"CREATE TRIGGER {self.table}_no_{verb.lower()} BEFORE {verb} ON {self.table} "
                f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )
        same = " OR ".join(" AND ".join(f"{column} = NEW.{column}" for column in key) for key in (("id",), *self.keys))
        yield (
            f"CREATE TRIGGER {self.table}_no_replace BEFORE INSERT ON {self.table} "
            f"WHEN EXISTS (SELECT 1 FROM {self.table} WHERE {same}) BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


class Versioned(_Triggers):
    """Rows are never taken away, and changed only by giving them their next version."""

    def describe(self) -> str:
        """What the migration says it does."""
        return f"Let rows of {self.table} change version by version"

    def names(self, vendor: str) -> Iterator[str]:
        """The names of the triggers."""
        yield f"{self.table}_no_delete"
        yield f"{self.table}_next_version"
        yield f"{self.table}_no_{'replace' if vendor == 'sqlite' else 'truncate'}"

    def made(self, vendor: str) -> Iterator[str]:
        """The statements that make the triggers."""
        said = f"{self.table}: rows of the record change version by version and are never taken away"
        skipped = "NEW.id <> OLD.id OR NEW.version <> OLD.version + 1"
        if vendor == "postgresql":
            yield _FUNCTION
            refuses = f"EXECUTE FUNCTION yifa_refuses('{said}')"
            yield f"CREATE TRIGGER {self.table}_no_delete BEFORE DELETE ON {self.table} FOR EACH ROW {refuses}"
            yield (
                f"CREATE TRIGGER {self.table}_next_version BEFORE UPDATE ON {self.table} "
                f"FOR EACH ROW WHEN ({skipped}) {refuses}"
            )
            truncated = f"BEFORE TRUNCATE ON {self.table} FOR EACH STATEMENT"
            yield f"CREATE TRIGGER {self.table}_no_truncate {truncated} {refuses}"
            return
        refuses = f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
        yield f"CREATE TRIGGER {self.table}_no_delete BEFORE DELETE ON {self.table} {refuses}"
        yield f"CREATE TRIGGER {self.table}_next_version BEFORE UPDATE ON {self.table} WHEN {skipped} {refuses}"
        yield (
            f"CREATE TRIGGER {self.table}_no_replace BEFORE INSERT ON {self.table} "
            f"WHEN EXISTS (SELECT 1 FROM {self.table} WHERE id = NEW.id) {refuses}"
        )


class Irreplaceable(_Triggers):
    """No row takes the place of another by a key beside `id`, whatever `INSERT OR REPLACE` or `UPDATE OR REPLACE` asks.

    For SQLite, which takes the row that stands in the way away without asking a trigger, where `recursive_triggers` is
    off. `keys`: the unique columns, a tuple for each constraint; `only`: the conditions of a key that holds for some
    rows alone, `{row}` standing for the row.
    """

    def __init__(
        self, table: str, keys: tuple[tuple[str, ...], ...], only: dict[tuple[str, ...], tuple[str, ...]] | None = None
    ) -> None:
        super().__init__(table)
        self.keys = keys
        self.only = only or {}

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How a migration writes it down."""
        return type(self).__name__, [self.table, self.keys], {"only": self.only} if self.only else {}

    def describe(self) -> str:
        """What the migration says it does."""
        return f"Let no row of {self.table} take the place of another"

    def names(self, vendor: str) -> Iterator[str]:
        """The names of the triggers."""
        if vendor == "sqlite":
            yield f"{self.table}_no_other_in_place"
            yield f"{self.table}_no_change_into_another"

    def made(self, vendor: str) -> Iterator[str]:
        """The statements that make the triggers."""
        if vendor != "sqlite":
            return
        refuses = (
            f"BEGIN SELECT RAISE(ABORT, '{self.table}: a row of the record never takes the place of another'); END"
        )
        there = " OR ".join(f"EXISTS (SELECT 1 FROM {self.table} WHERE {one})" for one in self._same())
        yield f"CREATE TRIGGER {self.table}_no_other_in_place BEFORE INSERT ON {self.table} WHEN {there} {refuses}"
        other = " OR ".join(
            f"EXISTS (SELECT 1 FROM {self.table} WHERE {one} AND {self.table}.id <> OLD.id)" for one in self._same()
        )
        changed = " OR ".join(f"NEW.{one} IS NOT OLD.{one}" for one in dict.fromkeys(self._columns()))
        yield (
            f"CREATE TRIGGER {self.table}_no_change_into_another BEFORE UPDATE ON {self.table} "
            f"WHEN ({changed}) AND ({other}) {refuses}"
        )

    def _same(self) -> Iterator[str]:
        for key in self.keys:
            same = " AND ".join(f"{self.table}.{column} = NEW.{column}" for column in key)
            for held in self.only.get(key, ("",)):
                both = "".join(f" AND {held.format(row=row)}" for row in (self.table, "NEW") if held)
                yield same + both

    def _columns(self) -> Iterator[str]:
        """The columns on which it hangs whether a row is in the way."""
        for key in self.keys:
            yield from key
            yield from (held.partition(" ")[0].removeprefix("{row}.") for held in self.only.get(key, ()))


class InOrder(_Triggers):
    """Rows come one after the other: each number is one more than the last within the same value of a column."""

    def __init__(self, table: str, number: str, within: str | None = None) -> None:
        super().__init__(table)
        self.number = number
        self.within = within

    def describe(self) -> str:
        """What the migration says it does."""
        return f"Let {self.table} grow one after the other"

    def names(self, vendor: str) -> Iterator[str]:
        """The names of the triggers."""
        yield f"{self.table}_in_order"

    def made(self, vendor: str) -> Iterator[str]:
        """The statements that make the triggers."""
        same = f" WHERE {self.within} = NEW.{self.within}" if self.within else ""
        # no max(): whoever plans it for an empty table would go on reading all rows of a chain for each that is added
        last = f"coalesce((SELECT {self.number} FROM {self.table}{same} ORDER BY {self.number} DESC LIMIT 1), 0)"
        said = f"{self.table}: numbers follow one another"
        if vendor == "postgresql":
            function = f"{self.table}_in_order"
            yield (
                f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN "
                f"IF NEW.{self.number} <> {last} + 1 THEN "
                f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
                f"RETURN NEW; END $body$"
            )
            yield (
                f"CREATE TRIGGER {self.table}_in_order BEFORE INSERT ON {self.table} "
                f"FOR EACH ROW EXECUTE FUNCTION {function}()"
            )
            return
        yield (
            f"CREATE TRIGGER {self.table}_in_order BEFORE INSERT ON {self.table} "
            f"WHEN NEW.{self.number} <> {last} + 1 BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )
