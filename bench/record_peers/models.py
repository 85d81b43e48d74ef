"""An act with the columns the record gives it, and nothing of the record behind it."""

from __future__ import annotations

from django.db import models
from simple_history.models import HistoricalRecords


class _Act(models.Model):
    id = models.BigAutoField(primary_key=True)
    case = models.BigIntegerField(db_index=True)
    kind = models.SlugField(max_length=60, db_index=False)
    on = models.DateField(null=True)
    minute = models.PositiveSmallIntegerField(null=True)
    number = models.CharField(max_length=100, blank=True)
    fields = models.JSONField(default=dict, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=64)
    reason = models.CharField(max_length=500, blank=True)
    withdrawn = models.BooleanField(default=False)
    came_from = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        app_label = "record_peers"


class PlainAct(_Act):
    """A row and nothing else."""


class HistoryAct(_Act):
    """With a table of history beside it (django-simple-history)."""

    history = HistoricalRecords()


class AuditedAct(_Act):
    """With a log of changes (django-auditlog)."""
