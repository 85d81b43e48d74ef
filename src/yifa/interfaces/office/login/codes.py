"""Codes from a phone, each good for once (RFC 6238, 5.2): one whose time step was used is refused until it is over.

What allauth brings forgets a used code after thirty seconds, while it takes one for ninety: the step before and the
step after pass too. What was used is remembered for all processes, under the name of who used it.
"""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa import app_settings
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.core.exceptions import ValidationError

from yifa.interfaces.ui.speaking import speech_of


def remembered_seconds() -> int:
    """So long a used code is remembered: a step longer than any clock lets it pass."""
    return int(app_settings.TOTP_PERIOD) * (2 * int(app_settings.TOTP_TOLERANCE) + 2)


def _key(user: Any, code: str) -> str:
    """Under which allauth notes a used code, and looks for it."""
    return str(TOTP(Authenticator(user=user))._get_used_cache_key(code))


def _use_up(user: Any, code: str) -> None:
    cache.set(_key(user, code), "y", timeout=remembered_seconds())


def _used_already() -> ValidationError:
    say = speech_of(context.request).say
    return ValidationError(say("This code was used already; wait until your phone shows the next one."))


class _Once(base.BaseAuthenticateForm):  # type: ignore[misc]
    def clean_code(self) -> str:
        """The code, used up with it. Raises `ValidationError`."""
        said = self.cleaned_data["code"]
        used = cache.has_key(_key(self.user, said))
        try:
            code: str = super().clean_code()
        except ValidationError:
            if used:
                raise _used_already() from None
            raise
        if self.authenticator.type == Authenticator.Type.TOTP:
            _use_up(self.user, code)
        return code


class CodeOnce(_Once, base.AuthenticateForm):  # type: ignore[misc]
    """The code at signing in."""


class CodeAgainOnce(_Once, base.ReauthenticateForm):  # type: ignore[misc]
    """The code before something about an account is changed."""


class FirstCode(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The code by which a phone is set up: it lets nobody in besides."""

    def clean_code(self) -> str:
        """The code, used up with it. Raises `ValidationError`."""
        code: str = super().clean_code()
        _use_up(self.user, code)
        return code
