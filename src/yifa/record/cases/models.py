"""Cases, the acts done in them, who takes part, and how cases hang together. All are read within a scope."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yifa.record.cases.choices import TAKES_ACTS, Ground, Leaving, LinkKind, Openness, Role, State
from yifa.record.chain.chained import Chained, PersonalField
from yifa.record.organs.models import Officer, Organ
from yifa.record.parties.models import Party
from yifa.record.scope import ScopedManager


class Shown(Chained):
    """What is public or not, and who may know of it: 公开属性 and 知悉范围 of a matter or a document."""

    openness = models.CharField(max_length=12, choices=Openness, default=Openness.ON_REQUEST)
    openness_ground = models.CharField(max_length=20, choices=Ground, blank=True)
    openness_reason = models.CharField(max_length=300, blank=True)
    circle = models.TextField(blank=True)
    """知悉范围 as `circles` keeps it; everybody in whose scope it lies, where it is blank."""

    class Meta:
        abstract = True


def closed_on_a_ground(name: str) -> models.CheckConstraint:
    """What is not made public says on which ground."""
    return models.CheckConstraint(
        condition=~Q(openness=Openness.CLOSED) | ~Q(openness_ground=""), name=f"{name}_closed_on_a_ground"
    )


class Case(Shown):
    """A matter of one organ under one procedure. `number` is one of its own; `came_as` what another system calls it."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="cases", db_index=False)
    procedure = models.SlugField(max_length=60, db_index=False)
    number = models.CharField(max_length=100)
    came_as = models.CharField(max_length=100, blank=True)
    source = models.CharField(max_length=60, blank=True)
    """Where it lives, if not here: the system whose export it came with."""
    title = PersonalField(blank=True)
    """A title tells of people (关于某某…一案)."""
    opened = models.DateField()
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    facts = models.JSONField(default=dict, blank=True)
    """What the procedure asks of the case itself."""
    came_from = models.JSONField(default=dict, blank=True)
    """File, sheet and row, and the batch, where it was imported."""
    told_as = PersonalField(blank=True)
    """The digest of what a ledger told of it, names and all, by which it is known whether it told the same again."""

    objects = ScopedManager()
    case_path = "id"

    @property
    def takes_acts(self) -> bool:
        """Whether acts are recorded in it, and its days followed."""
        return self.state in TAKES_ACTS

    class Meta:
        db_table = "cases_case"
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(fields=("organ", "procedure", "number"), name="cases_case_number"),
            closed_on_a_ground("cases_case"),
        )
        indexes = (
            models.Index(fields=("procedure",), name="cases_case_under"),
            models.Index(fields=("organ", "state", "-opened", "-id"), name="cases_case_list"),
            models.Index(fields=("organ", "-opened", "-id"), name="cases_case_opened"),
            models.Index(fields=("organ", "procedure", "state", "-opened", "-id"), name="cases_case_procedure"),
        )

    def __str__(self) -> str:
        return self.number


class Act(Chained):
    """One act: what happened, on which day (blank: not known), with which fields; never changed.

    A correction (更正) is an act of its own that names the one it stands for; both stay.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="acts", db_index=False)
    kind = models.SlugField(max_length=60, db_index=False)
    on = models.DateField(null=True)
    minute = models.PositiveSmallIntegerField(null=True)
    """The minute of the day, where hours count."""
    number = models.CharField(max_length=100, blank=True)
    """The number of its paper (文号)."""
    fields = models.JSONField(default=dict, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=64)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was recorded although it breaks a duty, or why it was corrected."""
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="corrections", db_index=False
    )
    withdrawn = models.BooleanField(default=False)
    """The correction says that nothing of the kind happened."""
    came_from = models.JSONField(default=dict, blank=True)
    """File, sheet and row, where it was imported."""

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"

    class Meta:
        db_table = "cases_act"
        base_manager_name = "objects"
        constraints = (
            models.CheckConstraint(
                condition=Q(minute__isnull=True) | Q(on__isnull=False), name="cases_act_minute_of_a_day"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=False) | Q(corrects__isnull=False), name="cases_act_withdraws_one"
            ),
        )
        indexes = (
            models.Index(fields=("case", "id"), name="cases_act_case"),
            models.Index(fields=("corrects",), condition=Q(corrects__isnull=False), name="cases_act_corrects"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class Participant(Chained):
    """Who takes part in a case, as what, from which day on: an officer or a party."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="participants")
    role = models.CharField(max_length=20, choices=Role)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="parts", db_index=False)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="parts", db_index=False)
    first = models.DateField()
    last = models.DateField(null=True)
    left_for = models.CharField(max_length=12, choices=Leaving, blank=True)

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"

    class Meta:
        db_table = "cases_participant"
        base_manager_name = "objects"
        constraints = (
            models.CheckConstraint(
                condition=Q(last__isnull=True, left_for="") | Q(last__isnull=False) & ~Q(left_for=""),
                name="cases_participant_left_for_something",
            ),
            models.CheckConstraint(
                condition=Q(officer__isnull=True) ^ Q(party__isnull=True), name="cases_participant_officer_or_party"
            ),
        )
        indexes = (
            models.Index(fields=("officer",), condition=Q(officer__isnull=False), name="cases_participant_officer"),
            models.Index(fields=("party",), condition=Q(party__isnull=False), name="cases_participant_party"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.role}"


class Transfer(Chained):
    """A case on its way to another organ (移送): sent, and received with a receipt (回执) or declined.

    `arrived`: what it is there; a case of the other organ, whose number is its own once it is received.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="transfers")
    to = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="transfers")
    arrived = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="arrivals")
    ground = models.CharField(max_length=500)
    sent_on = models.DateField()
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=64, blank=True)
    receipt = models.CharField(max_length=100, blank=True)
    """The number of the receipt, where it was received."""
    declined = models.CharField(max_length=500, blank=True)
    """Why it was not received."""

    objects = ScopedManager()
    organ_path = "to"
    also_organ_path = "case__organ"
    case_path = "arrived"
    also_case_path = "case"

    class Meta:
        db_table = "cases_transfer"
        base_manager_name = "objects"
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, receipt="", declined="")
                | Q(answered_on__isnull=False, declined="") & ~Q(receipt="")
                | Q(answered_on__isnull=False, receipt="") & ~Q(declined=""),
                name="cases_transfer_answered_one_way",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} to {self.to_id}"


class Link(Chained):
    """One case to another; `last`: the day on which it was taken away, because it was noted by mistake."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=20, choices=LinkKind)
    to = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="linked")
    on = models.DateField()
    last = models.DateField(null=True)

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"

    class Meta:
        db_table = "cases_link"
        base_manager_name = "objects"
        constraints = (models.CheckConstraint(condition=~Q(case=models.F("to")), name="cases_link_to_another"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.to_id}"


class Urging(Chained):
    """Who handles a case was urged (催办), on a day, with a few words."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="urgings")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="urgings")
    words = models.CharField(max_length=300, blank=True)
    urged_by = models.CharField(max_length=64)
    on = models.DateField()

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"

    class Meta:
        db_table = "cases_urging"
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.case_id} {self.officer_id}"


class ActDraft(models.Model):
    """An act that is being written: what was typed so far. Changed freely, told nowhere, gone once it is recorded."""

    id = models.BigAutoField(primary_key=True)
    version = models.PositiveIntegerField(default=1)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="act_drafts")
    kind = models.SlugField(max_length=60)
    typed = models.JSONField(default=dict)
    """The fields of the form as they were typed, a list of texts each."""
    drafter = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="act_drafts")
    edited_at = models.DateTimeField()

    objects = ScopedManager()
    organ_path = "case__organ"
    case_path = "case"

    class Meta:
        db_table = "cases_act_draft"
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("case", "kind", "drafter"), name="cases_act_draft_one"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"
