"""Organs and what holds of them from one day to another; `last` is the last day, blank while nothing ends it.

Organs, names and relations are public. Officers are not: their rows are read within a scope.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.organs.choices import CertificateEventKind, Kind, Level, Rank, RelationKind, SuccessionKind
from yifa.record.scope import ScopedManager


class Dated(Chained):
    """What holds from a day on, and to another where it has ended."""

    first = models.DateField()
    last = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def in_order(name: str) -> models.CheckConstraint:
    """The last day is none before the first."""
    return models.CheckConstraint(condition=Q(last__isnull=True) | Q(last__gte=F("first")), name=f"{name}_in_order")


class Organ(Dated):
    """An organ. `code` names it for ever, in chains and packages, whatever it is called."""

    code = models.SlugField(max_length=64, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    level = models.CharField(max_length=10, choices=Level)
    area = models.CharField(max_length=12, blank=True)
    """GB/T 2260 code of the area it lies in."""
    credit_code = models.CharField(max_length=18, blank=True)

    class Meta:
        db_table = "organs_organ"
        constraints = (in_order("organs_organ"),)

    def __str__(self) -> str:
        return self.code


class OrganName(Dated):
    """What an organ is called."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    short = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "organs_name"
        constraints = (in_order("organs_name"),)
        indexes = (models.Index(fields=("name",), name="organs_name_name"),)

    def __str__(self) -> str:
        return self.name


class OrganProfile(Dated):
    """A sector or a place whose overlays hold for an organ: `samr`, `henan` …"""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="profiles")
    profile = models.SlugField(max_length=40)

    class Meta:
        db_table = "organs_profile"
        constraints = (in_order("organs_profile"),)

    def __str__(self) -> str:
        return f"{self.organ_id} {self.profile}"


class Relation(Dated):
    """One organ to another. `items`: the powers concerned, where only these are (委托, 赋权, 集中行使)."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="relations")
    kind = models.CharField(max_length=20, choices=RelationKind)
    to = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="related")
    items = models.JSONField(default=list, blank=True)
    basis = models.CharField(max_length=200, blank=True)
    """The text it rests on."""

    class Meta:
        db_table = "organs_relation"
        constraints = (
            in_order("organs_relation"),
            models.CheckConstraint(condition=~Q(organ=F("to")), name="organs_relation_to_another"),
        )

    def __str__(self) -> str:
        return f"{self.organ_id} {self.kind} {self.to_id}"


class Succession(Chained):
    """Who took over from an organ that ended, from which day on; nobody, where it was abolished."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="successions")
    kind = models.CharField(max_length=10, choices=SuccessionKind)
    successor = models.ForeignKey(Organ, on_delete=models.PROTECT, null=True, related_name="predecessors")
    on = models.DateField()
    items = models.JSONField(default=list, blank=True)
    """The powers that went to this successor; all, where none is named."""

    class Meta:
        db_table = "organs_succession"

    def __str__(self) -> str:
        return f"{self.organ_id} {self.kind} {self.on.isoformat()}"


class Officer(Chained):
    """Somebody who acts for an organ. The number is the office's own; the name is personal."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="officers")
    number = models.CharField(max_length=40)
    name = PersonalField()

    objects = ScopedManager()
    of_people = True

    class Meta:
        db_table = "organs_officer"
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("organ", "number"), name="organs_officer_number"),)

    def __str__(self) -> str:
        return self.number


class Certificate(Dated):
    """An enforcement certificate (行政处罚法 42): `last` is the day it runs out."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=40)
    issuer = models.CharField(max_length=200, blank=True)
    scope_of_work = models.CharField(max_length=200, blank=True)

    objects = ScopedManager()
    organ_path = "officer__organ"
    of_people = True

    class Meta:
        db_table = "organs_certificate"
        base_manager_name = "objects"
        constraints = (in_order("organs_certificate"),)

    def __str__(self) -> str:
        return self.number


class CertificateEvent(Chained):
    """What became of a certificate: checked, suspended, restored, cancelled."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=10, choices=CertificateEventKind)
    on = models.DateField()

    objects = ScopedManager()
    organ_path = "certificate__officer__organ"
    of_people = True

    class Meta:
        db_table = "organs_certificate_event"
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.kind}"


class Post(Dated):
    """A post an officer holds in an organ, and what it lets him sign."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="posts")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=100)
    rank = models.CharField(max_length=15, choices=Rank)

    objects = ScopedManager()
    of_people = True

    class Meta:
        db_table = "organs_post"
        base_manager_name = "objects"
        constraints = (in_order("organs_post"),)

    def __str__(self) -> str:
        return self.title


class Delegation(Dated):
    """Who signs in whose place, from day to day, and what; also while he is on leave."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="delegations")
    to = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="delegated")
    matters = models.JSONField(default=list, blank=True)
    """Procedures; all, where none is named."""

    objects = ScopedManager()
    organ_path = "post__organ"
    of_people = True

    class Meta:
        db_table = "organs_delegation"
        base_manager_name = "objects"
        constraints = (in_order("organs_delegation"),)

    def __str__(self) -> str:
        return f"{self.post_id} to {self.to_id}"


class Leave(Dated):
    """Days on which an officer is away."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="leaves")

    objects = ScopedManager()
    organ_path = "officer__organ"
    of_people = True

    class Meta:
        db_table = "organs_leave"
        base_manager_name = "objects"
        constraints = (in_order("organs_leave"),)

    def __str__(self) -> str:
        return f"{self.officer_id} {self.first.isoformat()}"


class ReviewerQualification(Dated):
    """What lets somebody review penalties for the first time (行政处罚法 58: 法律职业资格)."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="qualifications")
    passed_legal_examination = models.BooleanField()
    reviewed_before = models.BooleanField(default=False)
    """Did so before the examination was asked for; from which day that counts is not in the text of the law."""

    objects = ScopedManager()
    organ_path = "officer__organ"
    of_people = True

    class Meta:
        db_table = "organs_reviewer"
        base_manager_name = "objects"
        constraints = (in_order("organs_reviewer"),)

    def __str__(self) -> str:
        return str(self.officer_id)
