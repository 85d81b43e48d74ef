"""The ledgers that organs send: what their columns carry. What a ledger has no column for, its cases leave open."""

from __future__ import annotations

from django.db import models

from yifa.record.chain.chained import Chained
from yifa.record.organs.models import Organ
from yifa.record.scope import ScopedManager


class SentLedger(Chained):
    """The ledger of an organ for a procedure, by its file; cases name it in `came_from`."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="ledgers")
    procedure = models.SlugField(max_length=60)
    file = models.CharField(max_length=300)
    part = models.PositiveSmallIntegerField(default=1)
    """Which of several in one file, where sheets carry different things."""
    carries = models.JSONField(default=dict)
    """Acts, fields and attributes that it tells of (left out: all), and those it does not (`without`)."""
    reach = models.DateField(null=True)
    """The last day its data know."""

    objects = ScopedManager()

    class Meta:
        db_table = "importing_ledger"
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(fields=("organ", "procedure", "file", "part"), name="importing_ledger_of_a_file"),
        )

    def __str__(self) -> str:
        return f"{self.organ_id} {self.procedure} {self.file}"
