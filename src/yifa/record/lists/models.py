"""Lists of an organ, their editions, and what stands in each. All are read within a scope."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from yifa.record.chain.chained import Chained
from yifa.record.lists.choices import EditionState, ListKind
from yifa.record.organs.models import Organ
from yifa.record.parties.models import Party
from yifa.record.scope import ScopedManager


class OrganList(Chained):
    """A list of an organ; one of each kind."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="lists")
    kind = models.CharField(max_length=12, choices=ListKind)
    title = models.CharField(max_length=200)

    objects = ScopedManager()

    class Meta:
        db_table = "lists_list"
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("organ", "kind"), name="lists_list_once"),)

    def __str__(self) -> str:
        return self.title


class Edition(Chained):
    """An edition of a list: from which day to which it was in force, on which text it rests, where it came from."""

    list = models.ForeignKey(OrganList, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=EditionState, default=EditionState.DRAFT)
    basis = models.CharField(max_length=200, blank=True)
    """The document it is published by: its number."""
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    published_on = models.DateField(null=True)
    came_from = models.JSONField(default=dict, blank=True)
    """File, sheet and digest of the file it was imported from."""

    objects = ScopedManager()
    organ_path = "list__organ"

    class Meta:
        db_table = "lists_edition"
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(fields=("list", "number"), name="lists_edition_number"),
            models.CheckConstraint(
                condition=Q(state__in=[EditionState.DRAFT, EditionState.DROPPED], first__isnull=True, last__isnull=True)
                | Q(state=EditionState.IN_FORCE, first__isnull=False, last__isnull=True)
                | Q(
                    state__in=[EditionState.AMENDED, EditionState.WITHDRAWN],
                    first__isnull=False,
                    last__isnull=False,
                    last__gte=F("first"),
                ),
                name="lists_edition_days",
            ),
            models.UniqueConstraint(
                fields=("list",), condition=Q(state=EditionState.IN_FORCE), name="lists_edition_one_in_force"
            ),
            models.UniqueConstraint(
                fields=("list",), condition=Q(state=EditionState.DRAFT), name="lists_edition_one_draft"
            ),
        )

    def __str__(self) -> str:
        return f"{self.list_id} {self.number}"


class ListItem(Chained):
    """One item of an edition. `key` is what it is known by in every edition; `values` what the columns say of it."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="items")
    key = models.CharField(max_length=300)
    place = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="list_items")
    """Of a list of enterprises, who it is: its name and code are kept as those of parties are."""

    objects = ScopedManager()
    organ_path = "edition__list__organ"

    class Meta:
        db_table = "lists_item"
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("edition", "key"), name="lists_item_once"),)

    def __str__(self) -> str:
        return f"{self.edition_id} {self.place}"
