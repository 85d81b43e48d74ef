"""What is kept of how a case stands: one row for the case, and one for each duty that waits or is broken."""

from __future__ import annotations

from django.db import models

from yifa.record.cases.models import Case
from yifa.record.chain.models import KeptValue
from yifa.record.organs.models import Organ
from yifa.record.scope import ScopedManager


class Standing(models.Model):
    """A case as it stands. `due`: the nearest day of what is still to be done by the organ; `broken`: how many duties.

    `light` without the days: what a day does to it is asked when it is shown (`queries`).
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="standing")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    opened = models.DateField()
    """The day on which the case was opened, so that lists by light need not look at cases they do not show."""
    open = models.BooleanField()
    """Whether the case takes acts: only then a day can pass."""
    broken = models.PositiveSmallIntegerField(default=0)
    doubtful = models.PositiveSmallIntegerField(default=0)
    """Contested, or a fact is blank."""
    waiting = models.PositiveSmallIntegerField(default=0)
    due = models.DateField(null=True)
    """Blank too where the case takes no acts any more."""
    duty = models.CharField(max_length=120, blank=True)
    """The duty of that day; where there is none, one whose term stands still."""
    missed = models.DateField(null=True)
    """The oldest day by which something should have been done and was not."""
    missed_duty = models.CharField(max_length=120, blank=True)
    last_act = models.DateField(null=True)
    """The day of its last act."""
    amount = models.BigIntegerField(null=True)
    """In fen: what was imposed, else what is at issue; blank where no act tells a sum."""
    good_until = models.DateField(null=True)
    """With the next day something in it may turn over, and it is judged anew."""
    basis = models.CharField(max_length=40)
    """The folder and the calendar it was judged by."""

    objects = ScopedManager()
    case_path = "case"

    class Meta:
        db_table = "standing_case"
        base_manager_name = "objects"
        indexes = (
            models.Index(fields=("organ", "due", "-case", "broken"), name="standing_case_by_day"),
            models.Index(fields=("organ", "-opened", "-case", "open", "broken", "due"), name="standing_case_newest"),
            models.Index(fields=("good_until",), name="standing_case_until"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.due}"


class Mark(models.Model):
    """A duty of a case that waits for its day, is broken, or cannot be told."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="marks")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    open = models.BooleanField()
    """Whether the case takes acts: only then somebody has still to do something."""
    duty = models.CharField(max_length=120)
    subject = models.CharField(max_length=120)
    outcome = models.CharField(max_length=20)
    finding = models.CharField(max_length=12, blank=True)
    """The class of the finding, where it is one."""
    due = models.DateField(null=True)
    minute = models.PositiveSmallIntegerField(null=True)
    earliest = models.DateField(null=True)
    """The day is not certain before the next holiday notice: it lies between the two."""
    not_before = models.BooleanField(default=False)
    """The day is the first allowed, not the last."""
    of_party = models.BooleanField(default=False)
    """The term is the party's."""
    done_on = models.DateField(null=True)
    """When it was done after all, where it was too late or too early."""

    objects = ScopedManager()
    case_path = "case"

    class Meta:
        db_table = "standing_mark"
        base_manager_name = "objects"
        constraints = (models.UniqueConstraint(fields=("case", "duty", "subject"), name="standing_mark_once"),)
        indexes = (
            models.Index(
                fields=("organ", "outcome", "due", "id"), condition=models.Q(open=True), name="standing_mark_due"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.duty} {self.subject}"


class Followed(models.Model):
    """Up to which entry the chain of an organ was followed."""

    organ = models.CharField(max_length=64, primary_key=True)
    number = models.BigIntegerField(default=0)

    class Meta:
        db_table = "standing_followed"

    def __str__(self) -> str:
        return f"{self.organ} {self.number}"


class Place(models.IntegerChoices):
    """Where a word stands by which a case is found."""

    NUMBER = 1
    """In its number, here or in the system it came from."""
    PAPER = 2
    """In the number of a paper that an act tells (文号)."""
    PARTY = 3
    TITLE = 4


class Gram(models.Model):
    """Two signs that stand side by side in a number, the title or a party's name of a case, as a keyed digest.

    What is erased takes its own with it: no word of it can be read here, and none is left.
    """

    id = models.BigAutoField(primary_key=True)
    gram = models.BigIntegerField()
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+", db_index=False)
    place = models.PositiveSmallIntegerField(choices=Place)
    value = models.ForeignKey(KeptValue, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        db_table = "standing_gram"
        indexes = (
            models.Index(fields=("gram", "organ", "-case"), name="standing_gram_found"),
            models.Index(fields=("case", "gram"), name="standing_gram_of"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.gram}"
