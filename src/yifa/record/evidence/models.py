"""Files of a case, recordings that stay where they are, and who read what is sensitive. All are read within a scope."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from yifa.record.cases.choices import Part
from yifa.record.cases.models import Act, Case, Shown, closed_on_a_ground
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.chain.models import DIGEST
from yifa.record.evidence.choices import Media, Sort
from yifa.record.organs.models import Officer
from yifa.record.scope import ScopedManager


class Item(Shown):
    """A file of a case. Its digest is chained with the row; the file lies under it, once, however often it came."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="items")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="items")
    """What it came with: the act it proves or is the paper of."""
    sort = models.CharField(max_length=15, choices=Sort)
    title = PersonalField()
    digest = models.CharField(max_length=DIGEST, db_index=True)
    """SHA-256 of the file, in hex."""
    size = models.BigIntegerField()
    media = models.CharField(max_length=5, choices=Media)
    pages = models.PositiveIntegerField(null=True)
    """Of a PDF, how many."""
    part = models.CharField(max_length=10, choices=Part, default=Part.MAIN)
    sensitive = models.BooleanField(default=False)
    """Who reads it is told in the chain."""
    taken_on = models.DateField()
    taken_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="items")
    source = models.CharField(max_length=200, blank=True)
    """Where it comes from: a device, a place, who handed it over, by a word that names nobody."""
    destroyed_on = models.DateField(null=True)

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"
    circle_path = "circle"
    secondary_part = "part"

    class Meta:
        db_table = "evidence_item"
        base_manager_name = "objects"
        constraints = (closed_on_a_ground("evidence_item"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.digest[:12]}"


class Recording(Chained):
    """A recording that stays where it is: on which device, from when to when, at which place, with which digest."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recordings")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="recordings")
    device = models.CharField(max_length=100)
    begins = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=300)
    """Where it is kept: a platform and a path there, a cabinet and a number."""
    digest = models.CharField(max_length=DIGEST)
    kept_until = models.DateField(null=True)
    taken_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="recordings")

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"

    class Meta:
        db_table = "evidence_recording"
        base_manager_name = "objects"
        constraints = (models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="evidence_recording_in_order"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.device}"


class Reading(Chained):
    """Somebody read a sensitive file: who, when, for what. Nothing of this is ever changed."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="readings")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="readings")
    at = models.DateTimeField()
    purpose = models.CharField(max_length=300)

    objects = ScopedManager()
    organ_path = "item__case__organ"
    case_path = "item__case"
    circle_path = "item__circle"
    secondary_part = "item__part"

    class Meta:
        db_table = "evidence_reading"
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.item_id} {self.officer_id}"
