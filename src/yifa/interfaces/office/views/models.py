"""What is kept of how somebody looks at the list of cases. It is no record: who keeps it changes it as he likes."""

from __future__ import annotations

from django.db import models

from yifa.record.organs.models import Officer, Organ


class View(models.Model):
    """A list under a name: which filters and order, as the query of its address, and which columns.

    `shared`: the officers of the organ see it too; each sees in it what he may read himself.
    """

    id = models.BigAutoField(primary_key=True)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=1000, blank=True)
    columns = models.JSONField(default=list)
    shared = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "views_view"
        constraints = (models.UniqueConstraint(fields=("officer", "name"), name="views_view_name"),)
        indexes = (models.Index(fields=("organ", "shared"), name="views_view_shared"),)

    def __str__(self) -> str:
        return self.name


class Chosen(models.Model):
    """The columns of somebody's list, in his order."""

    officer = models.OneToOneField(Officer, on_delete=models.CASCADE, primary_key=True, related_name="+")
    columns = models.JSONField(default=list)

    class Meta:
        db_table = "views_chosen"

    def __str__(self) -> str:
        return f"{self.officer_id}"
