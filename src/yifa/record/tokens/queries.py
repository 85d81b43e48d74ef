"""What can be asked of tokens."""

from __future__ import annotations

from datetime import date

from yifa.record.organs.queries import on_day
from yifa.record.scope import everything
from yifa.record.tokens.actions import digest_of
from yifa.record.tokens.models import Token


def token_of(secret: str, on: date) -> Token | None:
    """The token of a secret, with its officer and his organ; None where there is none, or it does not hold that day."""
    with everything("find out whose token it is"):
        found = on_day(Token.objects.filter(digest=digest_of(secret), revoked=False), on)
        return found.select_related("officer__organ").first()
