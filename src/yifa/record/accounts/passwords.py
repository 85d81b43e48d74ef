"""Which passwords are good enough, beside what Django's own validators ask (GB/T 22239: 复杂度).

Three of four kinds of signs. What is told, also by those of Django, is told in the language that is spoken and in our
words.
"""

from __future__ import annotations

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from yifa.wording import Language, language

KINDS = 3
"""So many kinds of signs at the least, of small letters, capitals, digits and others."""


class _ToldAlike:
    """What is wrong is told as what is asked."""

    def get_error_message(self) -> str:
        """What was asked."""
        return self.get_help_text()

    def get_help_text(self) -> str:
        """What is asked."""
        raise NotImplementedError


class LongEnough(_ToldAlike, MinimumLengthValidator):
    """A password has at least so many signs."""

    def get_help_text(self) -> str:
        """What is asked."""
        return _spoken().say("A password has at least {n} signs.", n=self.min_length)


class UnlikeTheName(_ToldAlike, UserAttributeSimilarityValidator):
    """A password is not like the name one signs in by."""

    def get_help_text(self) -> str:
        """What is asked."""
        return _spoken().say("A password is not like the name of the account.")


class NotCommon(_ToldAlike, CommonPasswordValidator):
    """A password is none of those that everybody tries first."""

    def get_help_text(self) -> str:
        """What is asked."""
        return _spoken().say("A password is none of those that many people use.")


class SeveralKinds:
    """A password has signs of several kinds."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise `ValidationError` for a password of too few kinds of signs."""
        kinds = {
            "digit" if one.isdigit() else "small" if one.islower() else "capital" if one.isupper() else "other"
            for one in password
        }
        if len(kinds) < KINDS:
            raise ValidationError(_asked(_spoken()), code="password_too_few_kinds")

    def get_help_text(self) -> str:
        """What is asked."""
        return _asked(_spoken())


def _spoken() -> Language:
    return language(get_language() or "zh")


def _asked(speech: Language) -> str:
    return speech.say(
        "A password has at least {kinds} kinds of signs: small letters, capitals, digits, others.", kinds=KINDS
    )
