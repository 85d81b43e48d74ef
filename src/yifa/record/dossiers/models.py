"""Dossiers and what lies in them, place by place. All are read within a scope; the secondary part behind its wall."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from yifa.record.cases.choices import Part
from yifa.record.cases.models import Case
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.chain.models import DIGEST
from yifa.record.dossiers.choices import EntryKind, Retention
from yifa.record.organs.models import Officer
from yifa.record.scope import ScopedManager


class Dossier(Chained):
    """The dossier of a closed case: who made it up when, how long it is kept, how many pages each part has."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="dossiers")
    number = models.PositiveSmallIntegerField(default=1)
    made_on = models.DateField()
    keeper = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="dossiers")
    """立卷人"""
    retention = models.CharField(max_length=10, choices=Retention)
    note = PersonalField(blank=True)
    """备考表: what is missing, damaged or kept elsewhere, and why."""
    main_pages = models.PositiveIntegerField(default=0)
    secondary_pages = models.PositiveIntegerField(default=0)

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"

    class Meta:
        db_table = "dossiers_dossier"
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="dossiers_dossier_once"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class Entry(Chained):
    """What lies at one place of a dossier: which row it is of, its pages, and the digest of what it was then."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="entries")
    part = models.CharField(max_length=10, choices=Part)
    place = models.PositiveIntegerField()
    heading = models.CharField(max_length=100)
    """What this place is called in the order of the sector."""
    kind = models.CharField(max_length=10, choices=EntryKind)
    of = models.BigIntegerField()
    """The number of its row in the table of its kind."""
    on = models.DateField()
    first_page = models.PositiveIntegerField()
    last_page = models.PositiveIntegerField()
    digest = models.CharField(max_length=DIGEST)

    objects = ScopedManager()
    organ_path = "dossier__case__organ"
    case_path = "dossier__case"
    secondary_part = "part"

    class Meta:
        db_table = "dossiers_entry"
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(fields=("dossier", "part", "place"), name="dossiers_entry_place"),
            models.CheckConstraint(condition=Q(last_page__gte=F("first_page")), name="dossiers_entry_pages"),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.part} {self.place}"
