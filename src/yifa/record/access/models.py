"""Roles and grants, each from a day to a day, read within a scope like everything about officers; and who read what.

That somebody read a sensitive file is noted beside the chain: it changes nothing, and the auditor asks for it.
"""

from __future__ import annotations

from django.db import models

from yifa.record.access.choices import ReadHow, RoleName
from yifa.record.cases.models import Case
from yifa.record.organs.models import Dated, Officer, Organ, in_order
from yifa.record.scope import ScopedManager


class RoleHeld(Dated):
    """A role of an officer for an organ: a supervisor's is the government for which he supervises."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=30, choices=RoleName)
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="roles")

    objects = ScopedManager()
    organ_path = "officer__organ"
    of_people = True

    class Meta:
        db_table = "access_role"
        base_manager_name = "objects"
        constraints = (in_order("access_role"),)

    def __str__(self) -> str:
        return f"{self.officer_id} {self.role}"


class Grant(Dated):
    """One file of another organ, opened to an officer for a task until its end; `secondary`: its 副卷 too."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="grants")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="grants")
    task = models.CharField(max_length=200)
    secondary = models.BooleanField(default=False)

    objects = ScopedManager()
    organ_path = "officer__organ"
    of_people = True

    class Meta:
        db_table = "access_grant"
        base_manager_name = "objects"
        constraints = (in_order("access_grant"),)

    def __str__(self) -> str:
        return f"{self.officer_id} {self.case_id}"


class Reading(models.Model):
    """Somebody read a sensitive file on a day. It names numbers alone, so that it says itself what it says.

    `organ`: that of the officer; `matter`: the number by which the office knows the case.
    """

    id = models.BigAutoField(primary_key=True)
    officer = models.BigIntegerField()
    organ = models.BigIntegerField()
    case = models.BigIntegerField()
    matter = models.CharField(max_length=200)
    how = models.CharField(max_length=15, choices=ReadHow)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        db_table = "access_reading"
        constraints = (models.UniqueConstraint(fields=("officer", "case", "on", "how"), name="access_reading_once"),)
        indexes = (models.Index(fields=("organ", "-id"), name="access_reading_of"),)

    def __str__(self) -> str:
        return f"{self.officer} {self.case} {self.on.isoformat()}"
