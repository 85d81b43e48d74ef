"""The verbs of tokens: issue one, revoke one. Both raise `NotIssued`."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from yifa.record.organs.actions import Actor, verb_of
from yifa.record.organs.models import Officer
from yifa.record.tokens.errors import NotIssued
from yifa.record.tokens.models import Token

MARK = "yifa_"
"""How every secret begins, so that one that strays into a text or a log is known for what it is."""
LONGEST_DAYS = 400
"""No token holds longer than so many days: whoever needs it asks again each year."""


def digest_of(secret: str) -> str:
    """What is kept of a secret: it is long and random, so that its digest tells nothing of it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def issue(
    officer: Officer, label: str, *, actor: Actor, on: date, last: date, writes: bool = False
) -> tuple[Token, str]:
    """Issue a token to an officer, to a day; and its secret, which is shown this once."""
    if not label.strip():
        raise NotIssued(f"token of officer {officer.number}: for no system, expected its name")
    if not 0 <= (last - on).days <= LONGEST_DAYS:
        raise NotIssued(
            f"token of officer {officer.number}: from {on} to {last}, expected one day to {LONGEST_DAYS} days"
        )
    secret = MARK + secrets.token_urlsafe(32)
    with verb_of("token-issued", officer.organ, actor, on) as writing:
        made = Token(officer=officer, label=label.strip(), digest=digest_of(secret), writes=writes, first=on, last=last)
        [token] = writing.insert(made)
    return token, secret


def revoke(token: Token, *, actor: Actor, on: date) -> Token:
    """Revoke a token: from this moment on nothing is answered to it."""
    if token.revoked:
        raise NotIssued(f"token {token.label}: is revoked already")
    with verb_of("token-revoked", token.officer.organ, actor, on) as writing:
        return writing.change(token, revoked=True)
