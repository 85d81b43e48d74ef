"""Reports that were issued: never changed; one that is issued anew is another row. Whoever asks may know of them."""

from __future__ import annotations

from django.db import models

from yifa.record.chain.chained import Chained
from yifa.record.organs.models import Organ


class IssuedReport(Chained):
    """A report an organ issued. `seal`: the SHA-256 of its manifest; `text`: the version it was set from."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="issued_reports")
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=100)
    dated = models.DateField()
    seal = models.CharField(max_length=64)
    text = models.PositiveIntegerField()
    issued_by = models.CharField(max_length=64)

    class Meta:
        db_table = "reports_issued"
        constraints = (models.UniqueConstraint(fields=("organ", "seal"), name="reports_issued_once"),)

    def __str__(self) -> str:
        return f"{self.organ_id} {self.number}"
