"""Tokens, and the answers that were given to requests with a key."""

from __future__ import annotations

from django.db import models

from yifa.record.chain.models import DIGEST
from yifa.record.organs.models import Dated, Officer, in_order
from yifa.record.scope import ScopedManager


class Token(Dated):
    """A token of an officer, from a day to a day; `digest` is that of its secret, which nobody keeps here."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="tokens")
    label = models.CharField(max_length=100)
    """The system that works with it."""
    digest = models.CharField(max_length=DIGEST, unique=True)
    writes = models.BooleanField(default=False)
    """Whether it may record, and not only read."""
    revoked = models.BooleanField(default=False)

    objects = ScopedManager()
    organ_path = "officer__organ"
    of_people = True

    class Meta:
        db_table = "tokens_token"
        base_manager_name = "objects"
        constraints = (in_order("tokens_token"),)

    def __str__(self) -> str:
        return self.label


class Answer(models.Model):
    """What was answered to a request of a token with a key. `asked` tells the request, and nobody can read it there.

    `status` is 0 while the request is being worked on.
    """

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="answers")
    key = models.CharField(max_length=200)
    asked = models.CharField(max_length=DIGEST)
    status = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "tokens_answer"
        constraints = (models.UniqueConstraint(fields=("token", "key"), name="tokens_answer_once"),)
        indexes = (models.Index(fields=("at",), name="tokens_answer_at"),)

    def __str__(self) -> str:
        return self.key
