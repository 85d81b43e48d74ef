"""Who asked for which list, how far it is, and until when it can be fetched. The row outlasts its file."""

from __future__ import annotations

from django.db import models

from yifa.record.organs.models import Officer


class State(models.TextChoices):
    """How far an export is."""

    WAITS = "waits"
    RUNS = "runs"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"


class Export(models.Model):
    """A list somebody asked for. `asked`: what of it, as its room says; `file`: its name, not to be guessed.

    `done` of `whole` rows are written; where there are more than a sheet is given, `left` are not.
    """

    id = models.BigAutoField(primary_key=True)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    asked = models.JSONField(default=dict)
    title = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=5)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITS)
    done = models.PositiveIntegerField(default=0)
    whole = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    ends = models.DateField()
    """The last day on which it can be fetched."""

    class Meta:
        db_table = "exports_export"
        indexes = (
            models.Index(fields=("officer", "-id"), name="exports_export_own"),
            models.Index(fields=("state", "ends"), name="exports_export_ends"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
