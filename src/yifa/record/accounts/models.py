"""Accounts of officers. Not chained: what proves a password changes with every version of its method."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from yifa.record import scope
from yifa.record.organs.models import Officer

OUTSIDE = 200
"""So many signs a name elsewhere, or what tells a certificate, may have."""


class Accounts(BaseUserManager["Account"]):
    """All accounts."""

    def get(self, *args: Any, **named: Any) -> Account:
        """One account. By its key alone, as with every request, it is asked for in words that are put together once.

        What is found is never remembered: one that was closed lets nobody in any more. Raises `Account.DoesNotExist`.
        """
        if args or set(named) != {"pk"} or type(named["pk"]) is not int or type(self) is not Accounts:
            return super().get(*args, **named)
        for found in _BY_KEY(named["pk"]):
            return found
        raise Account.DoesNotExist("Account matching query does not exist.")


class Account(AbstractBaseUser):
    """What an officer signs in with. Closed, it stays, so that its name is never given to somebody else."""

    id = models.BigAutoField(primary_key=True)
    username = models.CharField(max_length=40, unique=True)
    officer = models.OneToOneField(Officer, on_delete=models.PROTECT, related_name="account")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    stopped_on = models.DateField(null=True)
    """Since when nobody is let in with it, until it is let on again."""
    password_set_on = models.DateField()
    password_by_another = models.BooleanField(default=True)
    """Somebody else set it, so its holder sets one of his own first."""
    certificate = models.CharField(max_length=OUTSIDE, blank=True)
    """What tells the certificate he may sign in with, as `certificates.told` writes it."""
    outside_name = models.CharField(max_length=OUTSIDE, blank=True)
    """How the office's own sign-in service (OIDC) calls him."""

    objects = Accounts()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "accounts_account"
        constraints = (
            models.UniqueConstraint(fields=("certificate",), condition=~Q(certificate=""), name="accounts_certificate"),
            models.UniqueConstraint(fields=("outside_name",), condition=~Q(outside_name=""), name="accounts_outside"),
        )

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Whether one can sign in with it."""
        return self.closed_on is None and self.stopped_on is None

    def __str__(self) -> str:
        return self.username


_BY_KEY = scope.Remembered(lambda key: Account.objects.filter(pk=key), int)


class Remembered(models.Model):
    """What signing in remembers for a moment, for all processes that serve: codes that were used, how often was tried.

    Read and written by Django's cache alone, whose columns these are.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_remembered"

    def __str__(self) -> str:
        return self.cache_key
