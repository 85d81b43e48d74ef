"""Parties of an organ, and dated facts of them. All are read within a scope."""

from __future__ import annotations

from django.db import models

from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.organs.models import Dated, Organ, in_order
from yifa.record.parties.choices import IdentifierKind, PartyFactKind, PartyKind, ReadHow
from yifa.record.scope import ScopedManager


class Party(Chained):
    """Somebody an organ deals with. Name and identifier are commitments; erased, the party has neither any more."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="parties")
    kind = models.CharField(max_length=15, choices=PartyKind)
    name = PersonalField(blank=True)
    identifier = PersonalField(blank=True)
    identified_by = models.CharField(max_length=20, choices=IdentifierKind, default=IdentifierKind.NONE)

    objects = ScopedManager()

    @property
    def kind_not_said(self) -> bool:
        """Whether nobody said what it is: nothing identifies it, and it is taken for a person as any such party is."""
        return self.identified_by == IdentifierKind.NONE and self.kind == PartyKind.PERSON

    class Meta:
        db_table = "parties_party"
        base_manager_name = "objects"
        indexes = (models.Index(fields=("identifier",), name="parties_party_identifier"),)

    def __str__(self) -> str:
        return f"party {self.id}"


class PartyFact(Dated):
    """A credit grade, or an entry in a list."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=20, choices=PartyFactKind)
    value = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=200, blank=True)

    objects = ScopedManager()
    organ_path = "party__organ"

    class Meta:
        db_table = "parties_fact"
        base_manager_name = "objects"
        constraints = (in_order("parties_fact"),)

    def __str__(self) -> str:
        return f"{self.party_id} {self.kind}"


class PartyRead(models.Model):
    """That somebody looked at a party: who, when and how far. It names nobody and is never changed.

    No row of the chain: it tells of the reader, and is read by auditors within the organs they look after.
    """

    id = models.BigAutoField(primary_key=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    officer = models.BigIntegerField()
    how = models.CharField(max_length=12, choices=ReadHow)
    at = models.DateTimeField()

    class Meta:
        db_table = "parties_read"
        indexes = (models.Index(fields=("organ", "-id"), name="parties_read_last"),)

    def __str__(self) -> str:
        return f"{self.officer} {self.party_id} {self.how}"
