"""How the parts that sign people in are made to fit: no signing up, no mail, secrets kept under a key."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from yifa.interfaces.ui.speaking import speech_of
from yifa.record.accounts.actions import own_password_set
from yifa.record.jobs.moments import now


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by an administrator and by nobody else."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def set_password(self, user: Any, password: str) -> None:
        """Set a password of one's own, and note when."""
        super().set_password(user, password)
        own_password_set(user, now().date())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to work."""
        return reverse("workbench")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Of what is told after a step, only that a new password holds; the rest the next page shows by itself."""
        if (message_template or "").endswith("password_changed.txt"):
            messages.success(request, speech_of(request).say("Your new password holds from now on."))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No mail is sent from here."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nor is it told by mail."""


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """What makes codes is kept encrypted under the secret of the installation."""

    def encrypt(self, text: str) -> str:
        """The text, readable by this installation alone."""
        return _key().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again."""
        return _key().decrypt(encrypted_text.encode()).decode()

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Not told by mail."""


def _key() -> Fernet:
    made = hashlib.sha256(b"yifa second factors\n" + str(settings.SECRET_KEY).encode()).digest()
    return Fernet(base64.urlsafe_b64encode(made))
