"""Papers of a case: drafts, which nobody is told of, documents that were issued, and how they were served."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yifa.record.cases.choices import Part
from yifa.record.cases.models import Act, Case, Participant, Shown, closed_on_a_ground
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.chain.models import DIGEST
from yifa.record.despatch.models import Number, Sheet
from yifa.record.evidence.models import Item
from yifa.record.organs.models import Officer, Organ
from yifa.record.papers.choices import Means, ServiceState
from yifa.record.scope import ScopedManager


class Template(Chained):
    """An edition of the form an organ fills for a kind of paper. An edition is never changed; the next one follows.

    The file lies under its digest. Without one (`digest` blank) the organ has no form of its own any more: that of the
    nearest organ above it is used, else the one that comes with the program.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="templates")
    procedure = models.SlugField(max_length=60)
    act = models.SlugField(max_length=60)
    paper = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    first = models.DateField()
    """From which day on it is used."""
    digest = models.CharField(max_length=DIGEST, blank=True)
    size = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=200, blank=True)
    """What the file was called."""
    note = models.CharField(max_length=300, blank=True)
    """What was changed, and why."""

    objects = ScopedManager()

    class Meta:
        db_table = "papers_template"
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(
                fields=("organ", "procedure", "act", "paper", "number"), name="papers_template_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organ_id} {self.paper} {self.number}"


class Draft(models.Model):
    """A paper that is being written: changed freely, told nowhere, gone when it is issued or dropped."""

    id = models.BigAutoField(primary_key=True)
    version = models.PositiveIntegerField(default=1)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    act = models.SlugField(max_length=60)
    paper = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    part = models.CharField(max_length=10, choices=Part, default=Part.MAIN)
    drafter = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="drafts")
    edited_at = models.DateTimeField()
    from_form = models.BooleanField(default=False)
    """Whether it is a form that is filled, not a text of its own."""
    template = models.ForeignKey(Template, on_delete=models.PROTECT, null=True, related_name="drafts")
    """The edition that is filled; none, where it is the form that comes with the program."""
    values = models.JSONField(default=dict, blank=True)
    """What was written into the places of the form, by their names."""
    edited = models.BinaryField(null=True)
    """The whole paper as somebody went on writing it in Word (.docx): used as it is."""

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"
    secondary_part = "part"

    class Meta:
        db_table = "papers_draft"
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.case_id} {self.paper}"


class Document(Shown):
    """A paper that was issued. Put right (更正), it has a later edition under the same number; both stay."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    act = models.SlugField(max_length=60)
    act_row = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="documents")
    """The act it is the paper of; none, where the act is its being served."""
    paper = models.CharField(max_length=60)
    """Its kind, as the procedure calls it: 行政处罚决定书."""
    title = PersonalField()
    text = PersonalField(blank=True)
    number = models.ForeignKey(Number, on_delete=models.PROTECT, null=True, related_name="documents")
    number_text = models.CharField(max_length=100, blank=True)
    """As printed; of another system, as it came."""
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, null=True, related_name="documents")
    issued_on = models.DateField()
    sealed_on = models.DateField(null=True)
    """When the seal of the organ was put on it."""
    made = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="made_papers")
    """The file of the paper, as it was issued (.docx)."""
    printed = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="printed_papers")
    """The same as PDF."""
    scan = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="documents")
    """The picture of it as it was signed and sealed."""
    part = models.CharField(max_length=10, choices=Part, default=Part.MAIN)
    edition = models.PositiveSmallIntegerField(default=1)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    reason = models.CharField(max_length=500, blank=True)
    """Why it was put right, or issued without a sheet that approves it."""

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"
    circle_path = "circle"
    secondary_part = "part"

    class Meta:
        db_table = "papers_document"
        base_manager_name = "objects"
        indexes = (models.Index(fields=("-issued_on", "-id"), name="papers_document_last"),)
        constraints = (
            closed_on_a_ground("papers_document"),
            models.CheckConstraint(
                condition=Q(edition=1, corrects__isnull=True)
                | (Q(edition__gt=1, corrects__isnull=False) & ~Q(reason="")),
                name="papers_document_corrected_for_a_reason",
            ),
            models.UniqueConstraint(fields=("corrects",), name="papers_document_corrected_once"),
        )

    def __str__(self) -> str:
        return self.number_text or f"{self.case_id} {self.paper}"


class Service(Chained):
    """A paper on its way to somebody: an episode, from the day it is sent to the day it has reached him, or has not."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="services")
    to = models.ForeignKey(Participant, on_delete=models.PROTECT, null=True, related_name="services")
    means = models.CharField(max_length=15, choices=Means)
    state = models.CharField(max_length=10, choices=ServiceState, default=ServiceState.UNDER_WAY)
    begun_on = models.DateField()
    ended_on = models.DateField(null=True)
    grounds = models.CharField(max_length=300, blank=True)
    """Why by public notice: what was tried before (行政处罚法 61, 民事诉讼法 95)."""
    failed_because = models.CharField(max_length=300, blank=True)
    receipt = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="services")
    """送达回证"""
    act_row = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="services")
    """The act it was recorded as when it was served."""

    objects = ScopedManager()
    organ_path = "document__case__organ"
    case_path = "document__case"
    circle_path = "document__circle"
    secondary_part = "document__part"

    class Meta:
        db_table = "papers_service"
        base_manager_name = "objects"
        indexes = (models.Index(fields=("state", "begun_on", "id"), name="papers_service_under_way"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state=ServiceState.UNDER_WAY, ended_on__isnull=True)
                | (~Q(state=ServiceState.UNDER_WAY) & Q(ended_on__isnull=False)),
                name="papers_service_ended_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(means=Means.PUBLIC_NOTICE) | ~Q(grounds=""), name="papers_service_public_on_grounds"
            ),
            models.CheckConstraint(
                condition=~Q(state=ServiceState.FAILED) | ~Q(failed_because=""), name="papers_service_failed_because"
            ),
        )

    def __str__(self) -> str:
        return f"{self.document_id} {self.means}"
