"""What can be asked of tokens."""

from __future__ import annotations

from datetime import date

from yifa.record.organs.queries import on_day
from yifa.record.scope import Remembered, everything
from yifa.record.tokens.actions import digest_of
from yifa.record.tokens.models import Token

_BY_DIGEST = Remembered(
    lambda digest, on: on_day(Token.objects.filter(digest=digest, revoked=False), on).select_related("officer__organ"),
    str,
    date,
)


def token_of(secret: str, on: date) -> Token | None:
    """The token of a secret, with its officer and his organ; None where there is none, or it does not hold that day."""
    with everything("find out whose token it is"):
        return next(iter(_BY_DIGEST(digest_of(secret), on)), None)
